/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-field-scan.h"
#include "ledger-lineage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ledger_operation_free (LedgerOperation *operation)
{
  if (operation == NULL)
    return;
  g_free (operation->edit);
  g_free (operation->type);
  g_free (operation->id);
  g_free (operation->field);
  g_free (operation->actor);
  g_free (operation->reason);
  g_clear_pointer (&operation->value, ledger_value_unref);
  g_clear_pointer (&operation->before, ledger_value_unref);
  g_free (operation);
}

static void
free_operation (gpointer data)
{
  ledger_operation_free (data);
}

GPtrArray *
ledger_history_list_new (void)
{
  return g_ptr_array_new_with_free_func (free_operation);
}

/* Fills in who, when, why and by which edit. */
static gboolean
sign_operation (LedgerLog *log, LedgerOperation *operation, gint64 edit, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT hash, actor, time, reason FROM log_edit WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  GError *failure = NULL;
  if (ledger_statement_step (statement, &failure))
    {
      operation->edit = ledger_statement_dup_hex (statement, 0);
      operation->actor = g_strdup (ledger_statement_get_text (statement, 1));
      operation->time = ledger_statement_get_integer (statement, 2);
      operation->reason = g_strdup (ledger_statement_get_text (statement, 3));
      ledger_statement_reset (statement);
    }
  return ledger_error_pass (failure, error);
}

static const LedgerValue *
value_before (LedgerFieldScan *scan, gint64 edit)
{
  GArray *parents = ledger_field_scan_get_parents (scan);
  GArray *operations = ledger_field_scan_get_operations (scan);
  for (guint i = 0; i < parents->len; i++)
    {
      const LedgerFieldParent *parent = &g_array_index (parents, LedgerFieldParent, i);
      for (guint j = 0; parent->edit == edit && j < operations->len; j++)
        if (g_array_index (operations, LedgerFieldOperation, j).edit == parent->parent)
          return g_array_index (operations, LedgerFieldOperation, j).value;
    }
  return NULL;
}

LedgerOperation *
ledger_history_make_operation (LedgerLog *log, LedgerFieldScan *scan, guint index, GError **error)
{
  g_autoptr (LedgerOperation) made = g_new0 (LedgerOperation, 1);
  const LedgerFieldOperation *operation =
      &g_array_index (ledger_field_scan_get_operations (scan), LedgerFieldOperation, index);
  const char *type = NULL;
  char id[33];
  const char *field =
      ledger_catalog_get_name (log->catalog, ledger_field_scan_get_field (scan), error);
  if (field == NULL
      || !ledger_catalog_describe (
          log->catalog, ledger_field_scan_get_record (scan), &type, id, error)
      || !sign_operation (log, made, operation->edit, error))
    return NULL;

  const LedgerValue *before = value_before (scan, operation->edit);
  made->type = g_strdup (type);
  made->id = g_strdup (id);
  made->field = g_strdup (field);
  made->value = ledger_value_ref (operation->value);
  made->before = before != NULL ? ledger_value_ref ((LedgerValue *)before) : NULL;
  return g_steal_pointer (&made);
}

LedgerFieldScan *
ledger_history_scan_field (
    LedgerLog *log, const char *type, const char *id, const char *field, GError **error)
{
  gint64 record = ledger_catalog_find_record (log->catalog, type, id, error);
  gint64 key = record > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (record <= 0 || key <= 0)
    return NULL;
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_field (log, record, key, error);
  GError *failure = NULL;
  if (scan == NULL || !ledger_field_scan_next (scan, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&scan);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const LedgerOperation *one = *(const LedgerOperation *const *)a;
  const LedgerOperation *other = *(const LedgerOperation *const *)b;
  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;
  return g_strcmp0 (other->edit, one->edit);
}

static GPtrArray *
list_field (LedgerStore *self,
            const char *type,
            const char *id,
            const char *field,
            gboolean heads_only,
            GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autoptr (GPtrArray) list = ledger_history_list_new ();
  GError *failure = NULL;
  g_autoptr (LedgerFieldScan) scan = ledger_history_scan_field (log, type, id, field, &failure);
  if (!ledger_error_pass (failure, error))
    return NULL;
  GArray *operations = scan != NULL ? ledger_field_scan_get_operations (scan) : NULL;
  for (guint i = operations != NULL ? operations->len : 0; i > 0; i--)
    {
      if (heads_only && g_array_index (operations, LedgerFieldOperation, i - 1).superseded)
        continue;
      LedgerOperation *operation = ledger_history_make_operation (log, scan, i - 1, error);
      if (operation == NULL)
        return NULL;
      g_ptr_array_add (list, operation);
    }
  if (heads_only)
    g_ptr_array_sort (list, compare_newest);
  return g_steal_pointer (&list);
}

GPtrArray *
ledger_store_get_heads (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  return list_field (self, type, id, field, TRUE, error);
}

GPtrArray *
ledger_store_get_history (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  return list_field (self, type, id, field, FALSE, error);
}

LedgerValue *
ledger_store_get_last_import (
    LedgerStore *self, const char *type, const char *id, const char *field, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 record = ledger_catalog_find_record (log->catalog, type, id, error);
  gint64 key = record > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (record <= 0 || key <= 0)
    return NULL;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "SELECT o.value FROM log_operation o JOIN log_edit e ON e.key = o.edit "
      "WHERE o.record = ? AND o.field = ? AND e.kind = 'import' ORDER BY o.edit DESC LIMIT 1",
      error);
  if (statement == NULL)
    return NULL;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, key);
  LedgerValue *value = NULL;
  if (ledger_statement_step (statement, error))
    {
      value = ledger_statement_dup_value (statement, 0);
      ledger_statement_reset (statement);
    }
  return value;
}

/* --- the operations of one edit --- */

static gboolean
list_records (LedgerLog *log, gint64 edit, GArray *records, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT record FROM log_part WHERE edit = ? AND record > 0", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 record = ledger_statement_get_integer (statement, 0);
      g_array_append_val (records, record);
    }
  return ledger_error_pass (failure, error);
}

static gboolean
add_operations (LedgerLog *log, gint64 edit, gint64 record, GPtrArray *list, GError **error)
{
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_record (log, record, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  while (ledger_field_scan_next (scan, &failure))
    {
      GArray *operations = ledger_field_scan_get_operations (scan);
      for (guint i = 0; i < operations->len; i++)
        {
          if (g_array_index (operations, LedgerFieldOperation, i).edit != edit)
            continue;
          LedgerOperation *operation = ledger_history_make_operation (log, scan, i, error);
          if (operation == NULL)
            return FALSE;
          g_ptr_array_add (list, operation);
        }
    }
  return ledger_error_pass (failure, error);
}

static GPtrArray *
read_operations (LedgerLog *log, gint64 edit, GError **error)
{
  g_autoptr (GPtrArray) list = ledger_history_list_new ();
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!list_records (log, edit, records, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!add_operations (log, edit, g_array_index (records, gint64, i), list, error))
      return NULL;
  return g_steal_pointer (&list);
}

gboolean
ledger_history_find_edit (LedgerLog *log, const char *hash, gint64 *key, GError **error)
{
  *key = ledger_log_find_edit (log, hash, error);
  if (*key == 0)
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_NOT_FOUND,
                         _ ("This ledger has no edit of that hash. Check the digits."));
  return *key > 0;
}

GPtrArray *
ledger_store_get_operations (LedgerStore *self, const char *edit_hash, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 key = 0;
  return ledger_history_find_edit (log, edit_hash, &key, error) ? read_operations (log, key, error)
                                                                : NULL;
}

/* --- given numbers --- */

static gint64
trailing_number (const char *text)
{
  guint64 number = 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    return (gint64)number;
  return 0;
}

gint64
ledger_store_largest_given (
    LedgerStore *self, const char *type, const char *field, const char *prefix, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 type_key = ledger_catalog_find_name (log->catalog, type, error);
  gint64 field_key = type_key > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (type_key <= 0 || field_key <= 0)
    return 0;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "SELECT o.value FROM log_record r JOIN log_operation o ON o.record = r.key AND o.field = ?1 "
      "WHERE r.type = ?2 AND typeof (o.value) = 'text' AND substr (o.value, 1, length (?3)) = ?3",
      error);
  if (statement == NULL)
    return 0;
  ledger_statement_bind_integer (statement, 0, field_key);
  ledger_statement_bind_integer (statement, 1, type_key);
  ledger_statement_bind_text (statement, 2, prefix);

  gint64 largest = 0;
  gsize skip = strlen (prefix);
  while (ledger_statement_step (statement, error))
    largest = MAX (largest, trailing_number (ledger_statement_get_text (statement, 0) + skip));
  return largest;
}

/* --- what changed since --- */

static GHashTable *
read_named (LedgerStore *self, gint64 position, GError **error)
{
  g_autoptr (GHashTable) touched = ledger_lineage_set_new ();
  LedgerStatement *statement =
      ledger_connection_prepare (ledger_store_peek_log (self)->connection,
                                 "SELECT record FROM log_part WHERE edit > ? AND record > 0",
                                 error);
  if (statement == NULL)
    return NULL;
  ledger_statement_bind_integer (statement, 0, position);
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    ledger_lineage_set_add (touched, ledger_statement_get_integer (statement, 0));
  return ledger_error_pass (failure, error) ? g_steal_pointer (&touched) : NULL;
}

static gboolean
foreach_since (LedgerStore *self,
               gint64 position,
               gboolean widened,
               LedgerTouchedFunc func,
               gpointer data,
               GError **error)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return FALSE;
  g_autoptr (GHashTable) touched = read_named (self, position, error);
  gboolean fine =
      touched != NULL
      && (!widened
          || ledger_apply_widen (ledger_store_peek_apply (self), touched, position, error));

  GHashTableIter iter;
  gpointer key;
  if (fine)
    g_hash_table_iter_init (&iter, touched);
  while (fine && g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *type = NULL;
      char id[33];
      fine = ledger_catalog_describe (
          ledger_store_peek_log (self)->catalog, (gint64)GPOINTER_TO_SIZE (key), &type, id, error);
      if (fine)
        func (type, id, data);
    }
  ledger_store_leave_read (self, own);
  return fine;
}

gboolean
ledger_store_foreach_touched (
    LedgerStore *self, gint64 position, LedgerTouchedFunc func, gpointer data, GError **error)
{
  return foreach_since (self, position, TRUE, func, data, error);
}

gboolean
ledger_store_foreach_named (
    LedgerStore *self, gint64 position, LedgerTouchedFunc func, gpointer data, GError **error)
{
  return foreach_since (self, position, FALSE, func, data, error);
}
