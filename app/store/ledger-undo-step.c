/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-undo-step.h"

#include "ledger-audit-trail.h"
#include "ledger-digest.h"

static gboolean
is_ordinary (const char *kind)
{
  return g_str_equal (kind, "edit") || g_str_equal (kind, "import");
}

/* One row of the walk back. TURNED holds the targets of the undos (for undo) or redos (for redo)
 * that were passed. */
static gboolean
is_undo_step (LedgerStatement *row, const char *desk, GHashTable *turned)
{
  const char *kind = ledger_statement_get_text (row, 2);
  gsize length = 0;
  g_autofree char *hash = NULL;
  if (g_str_equal (kind, "undo"))
    {
      gconstpointer target = ledger_statement_get_bytes (row, 3, &length);
      g_hash_table_add (turned, ledger_hex_encode (target, length));
      return FALSE;
    }
  if (!is_ordinary (kind) && !g_str_equal (kind, "redo"))
    return FALSE;
  gconstpointer bytes = ledger_statement_get_bytes (row, 1, &length);
  hash = ledger_hex_encode (bytes, length);
  return g_strcmp0 (ledger_statement_get_text (row, 4), desk) == 0
         && ledger_statement_get_integer (row, 5) > 0 && !g_hash_table_contains (turned, hash);
}

/* The walk ends where *ENDED is set. */
static gboolean
is_redo_step (LedgerStatement *row, const char *desk, GHashTable *turned, gboolean *ended)
{
  const char *kind = ledger_statement_get_text (row, 2);
  gsize length = 0;
  if (g_str_equal (kind, "redo"))
    {
      gconstpointer target = ledger_statement_get_bytes (row, 3, &length);
      g_hash_table_add (turned, ledger_hex_encode (target, length));
      return FALSE;
    }
  if (g_strcmp0 (ledger_statement_get_text (row, 4), desk) != 0)
    return FALSE;
  *ended = is_ordinary (kind) && ledger_statement_get_integer (row, 5) > 0;
  if (!g_str_equal (kind, "undo"))
    return FALSE;
  gconstpointer bytes = ledger_statement_get_bytes (row, 1, &length);
  g_autofree char *hash = ledger_hex_encode (bytes, length);
  return !g_hash_table_contains (turned, hash);
}

gint64
ledger_undo_step_find (LedgerLog *log, const char *desk, gboolean redo, GError **error)
{
  g_autoptr (GHashTable) turned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection,
      "SELECT key, hash, kind, target, desk, "
      "EXISTS (SELECT 1 FROM log_part p WHERE p.edit = log_edit.key AND p.record > 0) "
      "FROM log_edit ORDER BY key DESC",
      error);
  GError *failure = NULL;
  gboolean ended = FALSE;
  gint64 found = 0;
  if (rows == NULL)
    return 0;
  while (found == 0 && !ended && ledger_statement_step (rows, &failure))
    if (redo ? is_redo_step (rows, desk, turned, &ended) : is_undo_step (rows, desk, turned))
      found = ledger_statement_get_integer (rows, 0);
  ledger_statement_reset (rows);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return found;
}

char *
ledger_undo_step_dup_title (LedgerLog *log, gint64 edit, GError **error)
{
  for (;;)
    {
      g_autoptr (LedgerLogLine) line = ledger_audit_trail_read_line (log, edit, error);
      if (line == NULL)
        return NULL;
      edit = line->target != NULL ? ledger_log_find_edit (log, line->target, error) : 0;
      if (edit <= 0)
        return g_strdup (line->title);
    }
}
