/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-edit.h"
#include "ledger-error.h"
#include "ledger-history.h"

/* Later operations on what is written once: without effect, but never hidden. */

typedef struct
{
  gint64 record;
  gint64 field;
} Place;

/* Whatever has a parent is not the first. */
static const char select_later[] =
    "SELECT DISTINCT p.record, p.field FROM log_parent p JOIN log_record r ON r.key = p.record "
    "WHERE r.type = ?1 AND p.field = ?2";
static const char select_any[] =
    "SELECT DISTINCT o.record, o.field FROM log_operation o JOIN log_record r ON r.key = o.record "
    "WHERE r.type = ?1 AND o.field = ?2";

static gboolean
collect (LedgerLog *log,
         const char *sql,
         const char *type,
         const char *field,
         GArray *places,
         GError **error)
{
  gint64 type_key = ledger_catalog_find_name (log->catalog, type, error);
  gint64 field_key = type_key > 0 ? ledger_catalog_find_name (log->catalog, field, error) : 0;
  if (type_key <= 0 || field_key <= 0)
    return type_key >= 0 && field_key >= 0;
  LedgerStatement *rows = ledger_connection_prepare (log->connection, sql, error);
  GError *failure = NULL;
  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, type_key);
  ledger_statement_bind_integer (rows, 1, field_key);
  while (ledger_statement_step (rows, &failure))
    {
      Place place = { ledger_statement_get_integer (rows, 0),
                      ledger_statement_get_integer (rows, 1) };
      g_array_append_val (places, place);
    }
  return ledger_error_pass (failure, error);
}

static gboolean
collect_type (LedgerLog *log, const LedgerRecordType *type, GArray *places, GError **error)
{
  for (guint i = 0; i < type->n_columns; i++)
    if ((type->columns[i].flags & LEDGER_COLUMN_WRITE_ONCE)
        && !collect (log, select_later, type->name, type->columns[i].name, places, error))
      return FALSE;
  return !type->lasting
         || collect (log, select_any, type->name, LEDGER_FIELD_DELETED, places, error);
}

static guint
latest (GArray *operations)
{
  guint found = 0;
  for (guint i = 1; i < operations->len; i++)
    if (g_array_index (operations, LedgerFieldOperation, i).edit
        > g_array_index (operations, LedgerFieldOperation, found).edit)
      found = i;
  return found;
}

static gboolean
add_place (LedgerLog *log, const Place *place, GPtrArray *list, GError **error)
{
  g_autoptr (LedgerFieldScan) scan =
      ledger_field_scan_new_field (log, place->record, place->field, error);
  GError *failure = NULL;
  if (scan == NULL)
    return FALSE;
  if (!ledger_field_scan_next (scan, &failure))
    return ledger_error_pass (failure, error);
  LedgerOperation *operation = ledger_history_make_operation (
      log, scan, latest (ledger_field_scan_get_operations (scan)), error);
  if (operation == NULL)
    return FALSE;
  g_ptr_array_add (list, operation);
  return TRUE;
}

static GPtrArray *
list_overwritten (LedgerLog *log, GError **error)
{
  g_autoptr (GPtrArray) list = ledger_history_list_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < log->reading->n_types; i++)
    if (!collect_type (log, log->reading->types[i], places, error))
      return NULL;
  for (guint i = 0; i < places->len; i++)
    if (!add_place (log, &g_array_index (places, Place, i), list, error))
      return NULL;
  return g_steal_pointer (&list);
}

GPtrArray *
ledger_store_get_overwritten (LedgerStore *self, GError **error)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, error))
    return NULL;
  GPtrArray *list = list_overwritten (ledger_store_peek_log (self), error);
  ledger_store_leave_read (self, own);
  return list;
}
