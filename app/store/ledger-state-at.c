/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-ancestry.h"
#include "ledger-error.h"
#include "ledger-history.h"

#include <glib/gi18n-lib.h>

/* States named by a tip: that edit and its ancestors. */

typedef struct
{
  LedgerAncestry *ancestry;
  gint64 tip;
} State;

static gboolean
is_in_state (gint64 edit, gpointer data)
{
  State *state = data;
  return ledger_ancestry_contains (state->ancestry, state->tip, edit);
}

static LedgerValue *
value_at (LedgerLog *log, LedgerFieldScan *scan, gint64 tip, gboolean once, GError **error)
{
  if (tip != log->tip)
    {
      State state = { ledger_log_get_ancestry (log, error), tip };
      if (state.ancestry == NULL)
        return NULL;
      ledger_field_scan_restrict (scan, is_in_state, &state);
    }
  gint shown = -1;
  if (!ledger_field_scan_pick (scan, once, &shown, NULL, error) || shown < 0)
    return NULL;
  return ledger_value_ref (
      g_array_index (ledger_field_scan_get_operations (scan), LedgerFieldOperation, shown).value);
}

LedgerValue *
ledger_store_get_value_at (LedgerStore *self,
                           const char *tip,
                           const char *type,
                           const char *id,
                           const char *field,
                           GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  gint64 key = 0;
  if (!ledger_history_find_edit (log, tip, &key, error) || !ledger_log_read_tip (log, error))
    return NULL;
  const LedgerRecordType *known = ledger_reading_find_type (log->reading, type);
  guint column = known != NULL ? ledger_record_type_find_column (known, field) : G_MAXUINT;
  gboolean once =
      column != G_MAXUINT && (known->columns[column].flags & LEDGER_COLUMN_WRITE_ONCE) != 0;
  g_autoptr (LedgerFieldScan) scan = ledger_history_scan_field (log, type, id, field, error);
  return scan != NULL ? value_at (log, scan, key, once, error) : NULL;
}

char *
ledger_store_dup_tip_at_time (LedgerStore *self, gint64 time, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection,
      "WITH RECURSIVE line (key, hash, prev, time) AS ("
      "SELECT key, hash, prev, time FROM log_edit WHERE key = (SELECT max (key) FROM log_edit) "
      "UNION ALL SELECT e.key, e.hash, e.prev, e.time FROM line JOIN log_edit e ON e.key = "
      "line.prev "
      "WHERE e.key < line.key) SELECT hash FROM line WHERE time <= ? LIMIT 1",
      error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, time);
  GError *failure = NULL;
  char *hash = NULL;
  if (ledger_statement_step (rows, &failure))
    {
      hash = ledger_statement_dup_hex (rows, 0);
      ledger_statement_reset (rows);
    }
  else if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error_literal (error,
                         LEDGER_ERROR,
                         LEDGER_ERROR_NOT_FOUND,
                         _ ("The ledger is younger than that day. Choose a later one."));
  return hash;
}
