/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-change-plan.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  LedgerLog *log;
  LedgerApply *apply;
  LedgerEdit *edit;
  GHashTable *names; /* interned name → its key, 0 where the log does not know it yet */
  GArray *operations;
} Planning;

static void
clear_operation (gpointer data)
{
  LedgerPlannedOperation *operation = data;
  g_clear_pointer (&operation->value, ledger_value_unref);
  g_clear_pointer (&operation->heads, g_array_unref);
  g_clear_pointer (&operation->parents, g_array_unref);
}

gboolean
ledger_planned_operation_is_deletion (const LedgerPlannedOperation *operation)
{
  return ledger_value_get_tag (operation->value) == LEDGER_VALUE_BYTES
         && g_str_equal (operation->change->field, LEDGER_FIELD_DELETED);
}

/* --- in the order of the hash: by id, type and field (LOG 2) --- */

/* A change under the first half of its id as a number, which sorts as the text does. */
typedef struct
{
  guint64 order;
  const LedgerChange *change;
} Place;

static guint64
order_of (const char *id)
{
  guint8 bytes[8] = { 0 };
  char half[17] = { 0 };
  guint64 order = 0;
  memcpy (half, id, 16);
  ledger_hex_decode (half, bytes, sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    order = order << 8 | bytes[i];
  return order;
}

static int
compare_places (const void *a, const void *b)
{
  const Place *one = a;
  const Place *other = b;
  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  int order = ledger_log_compare_records (
      one->change->type, one->change->id, other->change->type, other->change->id);
  return order != 0 ? order : strcmp (one->change->field, other->change->field);
}

static Place *
sorted_places (LedgerEdit *edit)
{
  guint n_changes = ledger_edit_get_n_changes (edit);
  Place *places = g_new (Place, MAX (n_changes, 1));
  for (guint i = 0; i < n_changes; i++)
    {
      places[i].change = ledger_edit_get_change (edit, i);
      places[i].order = order_of (places[i].change->id);
    }
  qsort (places, n_changes, sizeof *places, compare_places);
  return places;
}

/* --- what the log says already --- */

/* Like ledger_catalog_find_name, asking once also for what is not there. */
static gint64
find_name (Planning *planning, const char *name, GError **error)
{
  gpointer known;
  if (g_hash_table_lookup_extended (planning->names, name, NULL, &known))
    return (gint64)GPOINTER_TO_SIZE (known);
  gint64 key = ledger_catalog_find_name (planning->log->catalog, name, error);
  if (key >= 0)
    g_hash_table_insert (planning->names, (gpointer)name, GSIZE_TO_POINTER ((gsize)key));
  return key;
}

static gint64
find_record (Planning *planning, const LedgerChange *change, GError **error)
{
  gint64 type = find_name (planning, change->type, error);
  if (type <= 0)
    return type;
  return ledger_catalog_find_record (planning->log->catalog, change->type, change->id, error);
}

static gboolean
read_heads (Planning *planning,
            LedgerPlannedOperation *operation,
            LedgerValue **sole,
            GError **error)
{
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_field (planning->log, operation->record, operation->field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (!ledger_field_scan_next (scan, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return failure == NULL;
    }

  operation->heads = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *all = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < all->len; i++)
    {
      LedgerFieldOperation *head = &g_array_index (all, LedgerFieldOperation, i);
      if (head->superseded)
        continue;
      g_clear_pointer (sole, ledger_value_unref);
      if (operation->heads->len == 0)
        *sole = ledger_value_ref (head->value);
      g_array_append_val (operation->heads, head->edit);
    }
  return TRUE;
}

gboolean
ledger_change_plan_set_stale (LedgerLog *log, gint64 edit, GError **error)
{
  g_autofree char *actor = NULL;
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "SELECT actor FROM log_edit WHERE key = ?", NULL);
  if (statement != NULL)
    {
      ledger_statement_bind_integer (statement, 0, edit);
      if (ledger_statement_step (statement, NULL))
        actor = g_strdup (ledger_statement_get_text (statement, 0));
      ledger_statement_reset (statement);
    }
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_STALE,
               _ ("%s changed this meanwhile, so nothing was saved. Look at both values and enter "
                  "yours again."),
               actor != NULL && *actor != '\0' ? actor : _ ("Somebody"));
  return FALSE;
}

static gboolean
check_position (Planning *planning, LedgerPlannedOperation *operation, GError **error)
{
  gint64 position = ledger_edit_get_position (planning->edit);
  for (guint i = 0; position >= 0 && operation->heads != NULL && i < operation->heads->len; i++)
    {
      gint64 head = g_array_index (operation->heads, gint64, i);
      if (head > position)
        return ledger_change_plan_set_stale (planning->log, head, error);
    }
  return TRUE;
}

/* Whether the change says what the field says already. */
static gboolean
says_nothing (const LedgerPlannedOperation *operation, const LedgerValue *sole)
{
  if (operation->heads == NULL || operation->heads->len == 0)
    return ledger_value_get_tag (operation->value) == LEDGER_VALUE_NONE;
  return operation->heads->len == 1 && ledger_value_equal (operation->value, sole);
}

static gboolean
is_living (Planning *planning, gint64 record, gboolean *living, GError **error)
{
  g_autoptr (GHashTable) none = ledger_lineage_set_new ();
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!ledger_apply_collect_living (planning->apply, record, none, members, error))
    return FALSE;
  *living = members->len > 0;
  return TRUE;
}

/* *KEEP is FALSE where the change need not be written. */
static gboolean
plan_change (Planning *planning, LedgerPlannedOperation *operation, gboolean *keep, GError **error)
{
  g_autoptr (LedgerValue) sole = NULL;

  operation->value = ledger_value_ref (operation->change->value);
  operation->field = find_name (planning, operation->change->field, error);
  if (operation->record < 0 || operation->field < 0)
    return FALSE;
  if (operation->record > 0 && operation->field > 0
      && (!read_heads (planning, operation, &sole, error)
          || !check_position (planning, operation, error)))
    return FALSE;

  if (!ledger_planned_operation_is_deletion (operation))
    {
      *keep = !says_nothing (operation, sole);
      return TRUE;
    }
  *keep = operation->record > 0;
  return !*keep || is_living (planning, operation->record, keep, error);
}

static gboolean
plan (Planning *planning, GError **error)
{
  g_autofree Place *places = sorted_places (planning->edit);
  guint n_places = ledger_edit_get_n_changes (planning->edit);
  const LedgerChange *last = NULL;
  gint64 record = 0;
  for (guint i = 0; i < n_places; i++)
    {
      const LedgerChange *change = places[i].change;
      gboolean keep = FALSE;
      if (last == NULL || last->type != change->type || !g_str_equal (last->id, change->id))
        record = find_record (planning, change, error);
      last = change;

      LedgerPlannedOperation operation = { .change = change, .record = record };
      gboolean fine = plan_change (planning, &operation, &keep, error);
      if (fine && keep)
        g_array_append_val (planning->operations, operation);
      else
        clear_operation (&operation);
      if (!fine)
        return FALSE;
    }
  return TRUE;
}

GArray *
ledger_change_plan_new (LedgerLog *log, LedgerApply *apply, LedgerEdit *edit, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) operations = g_array_new (FALSE, TRUE, sizeof (LedgerPlannedOperation));
  Planning planning = { log, apply, edit, names, operations };
  g_array_set_clear_func (operations, clear_operation);
  return plan (&planning, error) ? g_steal_pointer (&operations) : NULL;
}
