/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-list.h"

#include "ledger-error.h"

GArray *
ledger_blob_list_read (LedgerLog *log, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (LedgerBlobLine));
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection, "SELECT key, digest, size, named FROM log_blob ORDER BY key", error);
  GError *failure = NULL;
  if (rows == NULL)
    return NULL;
  while (ledger_statement_step (rows, &failure))
    {
      LedgerBlobLine line = { .key = ledger_statement_get_integer (rows, 0) };
      line.has_digest = ledger_statement_copy_digest (rows, 1, line.digest);
      line.size = ledger_statement_get_integer (rows, 2);
      line.named = ledger_statement_get_integer (rows, 3);
      g_array_append_val (lines, line);
    }
  return ledger_error_pass (failure, error) ? g_steal_pointer (&lines) : NULL;
}
