/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-history.h"
#include "ledger-store-room.h"

/* Without a join of two lines of work there are none. */
static gboolean
ever_joined (LedgerLog *log, gboolean *joined, GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "SELECT 1 FROM log_prev LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  GError *failure = NULL;
  *joined = ledger_statement_step (statement, &failure);
  ledger_statement_reset (statement);
  return ledger_error_pass (failure, error);
}

static gboolean
is_shown (LedgerLog *log,
          LedgerApply *apply,
          const LedgerOperation *operation,
          gboolean *shown,
          GError **error)
{
  LedgerReadingTable *table =
      ledger_rows_find_table (ledger_apply_get_rows (apply), operation->type);
  const LedgerRecordType *type = table != NULL ? ledger_reading_table_get_type (table) : NULL;
  gboolean known = type != NULL
                   && (g_str_equal (operation->field, LEDGER_FIELD_DELETED)
                       || ledger_record_type_find_column (type, operation->field) != G_MAXUINT);
  *shown = FALSE;
  if (!known)
    return TRUE;
  gint64 record = ledger_catalog_find_record (log->catalog, operation->type, operation->id, error);
  if (record <= 0)
    return record == 0;
  LedgerStatement *row = ledger_reading_table_select (table, log->connection, record, error);
  GError *failure = NULL;
  if (row == NULL)
    return FALSE;
  *shown = ledger_statement_step (row, &failure);
  ledger_statement_reset (row);
  return ledger_error_pass (failure, error);
}

static gboolean
add_conflict (
    LedgerLog *log, LedgerApply *apply, LedgerFieldScan *scan, GPtrArray *list, GError **error)
{
  gint shown = -1;
  guint n_values = 0;
  gboolean in_reading = FALSE;
  if (ledger_field_scan_get_operations (scan)->len < 2)
    return TRUE;
  if (!ledger_field_scan_pick (scan, FALSE, &shown, &n_values, error))
    return FALSE;
  if (n_values < 2 || shown < 0)
    return TRUE;
  g_autoptr (LedgerOperation) operation =
      ledger_history_make_operation (log, scan, (guint)shown, error);
  if (operation == NULL || !is_shown (log, apply, operation, &in_reading, error))
    return FALSE;
  if (in_reading)
    g_ptr_array_add (list, g_steal_pointer (&operation));
  return TRUE;
}

/* Fields with several distinct head values, of living records, as the operations shown (LOG 5). */
static GPtrArray *
find_conflicts (LedgerLog *log, LedgerApply *apply, GError **error)
{
  g_autoptr (GPtrArray) list = ledger_history_list_new ();
  gboolean joined = FALSE;
  if (!ever_joined (log, &joined, error))
    return NULL;
  if (!joined)
    return g_steal_pointer (&list);
  g_autoptr (LedgerFieldScan) scan = ledger_field_scan_new_from (log, 1, error);
  GError *failure = NULL;
  if (scan == NULL)
    return NULL;
  while (ledger_field_scan_next (scan, &failure))
    if (!add_conflict (log, apply, scan, list, error))
      return NULL;
  return ledger_error_pass (failure, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
ledger_store_get_conflicts (LedgerStore *self, GError **error)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return NULL;
  GPtrArray *list =
      find_conflicts (ledger_store_peek_log (self), ledger_store_peek_apply (self), error);
  ledger_store_leave_read (self, own);
  return list;
}
