/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-part-check.h"

#include "ledger-damage-list.h"
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define CHECKED_AT_ONCE 500
#define KEY(key) GSIZE_TO_POINTER ((gsize)(key))

/* What one edit wrote into the record at hand. */
typedef struct
{
  gint64 edit;
  GArray *operations; /* LedgerLogOperation; own their values and parents */
} Part;

typedef struct
{
  LedgerCheckedLog *log;
  LedgerProgress *progress;
  GCancellable *cancellable;
  GPtrArray *parts; /* Part, of the record being read */
  gint64 record;
  guint64 done;
} PartCheck;

static void
clear_operation (gpointer data)
{
  LedgerLogOperation *operation = data;
  ledger_value_unref ((LedgerValue *)operation->value);
  g_clear_pointer (&operation->parents, g_array_unref);
}

static void
free_part (gpointer data)
{
  Part *part = data;
  g_array_unref (part->operations);
  g_free (part);
}

static gint64
part_digest (PartCheck *check, gint64 edit, gint64 record, guint8 digest[32], GError **error)
{
  LedgerStatement *row =
      ledger_connection_prepare (check->log->log->connection,
                                 "SELECT digest FROM log_part WHERE edit = ? AND record = ?",
                                 error);
  GError *failure = NULL;
  if (row == NULL)
    return -1;
  ledger_statement_bind_integer (row, 0, edit);
  ledger_statement_bind_integer (row, 1, record);
  gboolean found = ledger_statement_step (row, &failure);
  if (found)
    found = ledger_statement_copy_digest (row, 0, digest);
  ledger_statement_reset (row);
  return ledger_error_pass (failure, error) ? found : -1;
}

static int
compare_operations (gconstpointer a, gconstpointer b)
{
  const LedgerLogOperation *one = a;
  const LedgerLogOperation *other = b;
  return strcmp (one->field, other->field);
}

static gboolean
check_part (PartCheck *check, const Part *part, LedgerCheckedRecord *record, GError **error)
{
  LedgerCheckedEdit *edit = ledger_checked_log_find_edit (check->log, part->edit);
  guint8 stored[32] = { 0 };
  guint8 computed[32] = { 0 };
  gint64 found = part_digest (check, part->edit, check->record, stored, error);
  if (found < 0)
    return FALSE;
  if (edit != NULL && record != NULL && record->type != NULL && *record->id != '\0')
    {
      g_array_sort (part->operations, compare_operations);
      ledger_log_hash_part (check->log->log,
                            edit->seed,
                            record->type,
                            record->id,
                            (const LedgerLogOperation *)(gpointer)part->operations->data,
                            part->operations->len,
                            computed);
      edit->n_parts++;
    }
  if (found == 0 || memcmp (stored, computed, 32) != 0)
    ledger_damage_list_add (check->log->damages,
                            "operation",
                            /* Translators: number of an edit, kind and id of a record */
                            _ ("What edit %" PRId64 " wrote into %s %s does not match its digest."),
                            part->edit,
                            ledger_checked_record_describe (record),
                            record != NULL ? record->id : "?");
  return TRUE;
}

/* All parts of the record that was read. */
static gboolean
finish_record (PartCheck *check, GError **error)
{
  LedgerCheckedRecord *record = ledger_checked_log_find_record (check->log, check->record);
  if (record != NULL)
    record->used = TRUE;
  for (guint i = 0; i < check->parts->len; i++)
    if (!check_part (check, check->parts->pdata[i], record, error))
      return FALSE;
  g_ptr_array_set_size (check->parts, 0);
  if (++check->done % CHECKED_AT_ONCE == 0)
    {
      ledger_progress_report (
          check->progress, check->done, g_hash_table_size (check->log->records));
      return !g_cancellable_set_error_if_cancelled (check->cancellable, error);
    }
  return TRUE;
}

static Part *
part_of (PartCheck *check, gint64 edit)
{
  for (guint i = check->parts->len; i > 0; i--)
    {
      Part *part = check->parts->pdata[i - 1];
      if (part->edit == edit)
        return part;
    }
  Part *part = g_new0 (Part, 1);
  part->edit = edit;
  part->operations = g_array_new (FALSE, TRUE, sizeof (LedgerLogOperation));
  g_array_set_clear_func (part->operations, clear_operation);
  g_ptr_array_add (check->parts, part);
  return part;
}

static gboolean
has_operation (GArray *operations, gint64 edit)
{
  for (guint i = 0; i < operations->len; i++)
    if (g_array_index (operations, LedgerFieldOperation, i).edit == edit)
      return TRUE;
  return FALSE;
}

/* A parent concerns the same record and field (it lies in the same list) and an ancestor of the
 * edit. */
static GArray *
parents_of (PartCheck *check, LedgerFieldScan *scan, gint64 edit, const char *field)
{
  GArray *all = ledger_field_scan_get_parents (scan);
  GArray *hashes = NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const LedgerFieldParent *parent = &g_array_index (all, LedgerFieldParent, i);
      if (parent->edit != edit)
        continue;
      const LedgerCheckedEdit *named = ledger_checked_log_find_edit (check->log, parent->parent);
      if (hashes == NULL)
        hashes = g_array_new (FALSE, TRUE, 32);
      if (named != NULL)
        g_array_append_vals (hashes, named->hash, 1);
      if (named == NULL || parent->parent == edit
          || !has_operation (ledger_field_scan_get_operations (scan), parent->parent)
          || !ledger_ancestry_contains (check->log->ancestry, edit, parent->parent))
        ledger_damage_list_add (
            check->log->damages,
            "parent",
            _ ("Edit %" PRId64 " stands on something in field “%s” that is not before it."),
            edit,
            field);
    }
  if (hashes != NULL)
    g_array_sort (hashes, ledger_log_compare_hashes);
  return hashes;
}

static void
note_blob (PartCheck *check, const char *field, const LedgerValue *value)
{
  gsize length = 0;
  gconstpointer data = ledger_value_get_data (value, &length);
  if (ledger_value_get_tag (value) == LEDGER_VALUE_BYTES && length == 32
      && !g_str_equal (field, LEDGER_FIELD_DELETED))
    g_hash_table_add (check->log->blobs, g_bytes_new (data, length));
}

static void
take_field (PartCheck *check, LedgerFieldScan *scan)
{
  gint64 key = ledger_field_scan_get_field (scan);
  const char *field = g_hash_table_lookup (check->log->names, KEY (key));
  GArray *operations = ledger_field_scan_get_operations (scan);
  g_hash_table_add (check->log->used_names, KEY (key));
  if (field == NULL)
    field = ""; /* no digest fits an operation whose field has no name */
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerFieldOperation *read = &g_array_index (operations, LedgerFieldOperation, i);
      LedgerLogOperation operation = { 0 };
      operation.field = field;
      operation.value = ledger_value_ref (read->value);
      operation.parents = parents_of (check, scan, read->edit, field);
      g_array_append_val (part_of (check, read->edit)->operations, operation);
      note_blob (check, field, read->value);
    }
  for (guint i = 0; i < ledger_field_scan_get_parents (scan)->len; i++)
    {
      gint64 edit = g_array_index (ledger_field_scan_get_parents (scan), LedgerFieldParent, i).edit;
      if (!has_operation (operations, edit))
        ledger_damage_list_add (check->log->damages,
                                "parent",
                                _ ("A parent in field “%s” belongs to no operation."),
                                field);
    }
}

static gboolean
check_all (PartCheck *check, GError **error)
{
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_from (check->log->log, G_MININT64, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  while (ledger_field_scan_next (scan, &failure))
    {
      gint64 record = ledger_field_scan_get_record (scan);
      if (record != check->record && check->parts->len > 0 && !finish_record (check, error))
        return FALSE;
      check->record = record;
      take_field (check, scan);
    }
  if (!ledger_error_pass (failure, error))
    return FALSE;
  return check->parts->len == 0 || finish_record (check, error);
}

gboolean
ledger_part_check (LedgerCheckedLog *log,
                   LedgerProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  PartCheck check = { .log = log, .progress = progress, .cancellable = cancellable };
  check.parts = parts;
  return check_all (&check, error);
}
