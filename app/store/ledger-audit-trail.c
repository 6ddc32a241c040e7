/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-audit-trail.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>

#define DAY_MILLISECONDS (24 * 60 * 60 * (gint64)1000)

void
ledger_log_line_free (LedgerLogLine *line)
{
  if (line == NULL)
    return;
  g_free (line->hash);
  g_free (line->kind);
  g_free (line->target);
  g_free (line->title);
  g_free (line->reason);
  g_free (line->actor);
  g_free (line->desk);
  g_free (line);
}

static void
free_line (gpointer data)
{
  ledger_log_line_free (data);
}

#define LINE                                                                                       \
  "SELECT e.key, e.hash, e.kind, e.target, e.title, e.reason, e.actor, e.desk, e.time, e.zone, "   \
  "(SELECT count(*) FROM log_part p WHERE p.edit = e.key AND p.record > 0), "                      \
  "max (coalesce (p.time, e.time), coalesce ((SELECT max (x.time) FROM log_prev v "                \
  "JOIN log_edit x ON x.key = v.prev WHERE v.edit = e.key), e.time)) "                             \
  "FROM log_edit e LEFT JOIN log_edit p ON p.key = e.prev "

static LedgerLogLine *
take_line (LedgerStatement *rows)
{
  LedgerLogLine *line = g_new0 (LedgerLogLine, 1);
  line->key = ledger_statement_get_integer (rows, 0);
  line->hash = ledger_statement_dup_hex (rows, 1);
  line->kind = g_strdup (ledger_statement_get_text (rows, 2));
  line->target = ledger_statement_dup_hex (rows, 3);
  line->title = g_strdup (ledger_statement_get_text (rows, 4));
  line->reason = g_strdup (ledger_statement_get_text (rows, 5));
  line->actor = g_strdup (ledger_statement_get_text (rows, 6));
  line->desk = g_strdup (ledger_statement_get_text (rows, 7));
  line->time = ledger_statement_get_integer (rows, 8);
  line->offset = (int)ledger_statement_get_integer (rows, 9);
  line->n_parts = (guint)ledger_statement_get_integer (rows, 10);
  line->doubtful = line->time < ledger_statement_get_integer (rows, 11)
                   || line->time > g_get_real_time () / 1000 + DAY_MILLISECONDS;
  return line;
}

GPtrArray *
ledger_store_get_log (LedgerStore *self, gint64 before, guint limit, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection, LINE "WHERE e.key < ? ORDER BY e.key DESC LIMIT ?", error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, before > 0 ? before : G_MAXINT64);
  ledger_statement_bind_integer (rows, 1, limit);
  GError *failure = NULL;
  while (ledger_statement_step (rows, &failure))
    g_ptr_array_add (lines, take_line (rows));
  return ledger_error_pass (failure, error) ? g_steal_pointer (&lines) : NULL;
}

gint64
ledger_store_get_last_time (LedgerStore *self)
{
  LedgerLog *log = ledger_store_peek_log (self);
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection, "SELECT time FROM log_edit ORDER BY key DESC LIMIT 1", NULL);
  gint64 time = 0;

  if (rows == NULL)
    return 0;
  if (ledger_statement_step (rows, NULL))
    time = ledger_statement_get_integer (rows, 0);
  ledger_statement_reset (rows);
  return time;
}

/* Whether SQL, of a position and a limit, gives anything. */
static gboolean
is_any_since (LedgerStore *self, const char *sql, gint64 position, guint limit)
{
  LedgerStatement *rows =
      ledger_connection_prepare (ledger_store_peek_log (self)->connection, sql, NULL);

  if (rows == NULL)
    return FALSE;
  ledger_statement_bind_integer (rows, 0, position);
  ledger_statement_bind_integer (rows, 1, limit);
  gboolean any = ledger_statement_step (rows, NULL);
  ledger_statement_reset (rows);
  return any;
}

gboolean
ledger_store_has_merged_since (LedgerStore *self, gint64 position)
{
  return is_any_since (self,
                       "SELECT 1 FROM log_edit WHERE key > ? AND kind = 'merge' LIMIT 1 OFFSET ?",
                       position,
                       0);
}

gboolean
ledger_store_has_touched_more (LedgerStore *self, gint64 position, guint limit)
{
  return is_any_since (self,
                       "SELECT 1 FROM log_part WHERE edit > ? AND record > 0 LIMIT 1 OFFSET ?",
                       position,
                       limit);
}

LedgerLogLine *
ledger_audit_trail_read_line (LedgerLog *log, gint64 key, GError **error)
{
  LedgerStatement *rows =
      ledger_connection_prepare (log->connection, LINE "WHERE e.key = ?", error);
  if (rows == NULL)
    return NULL;
  ledger_statement_bind_integer (rows, 0, key);
  GError *failure = NULL;
  if (!ledger_statement_step (rows, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        g_set_error_literal (
            error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND, _ ("This ledger has no such edit."));
      return NULL;
    }
  LedgerLogLine *line = take_line (rows);
  ledger_statement_reset (rows);
  return line;
}
