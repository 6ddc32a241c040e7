/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-entry.h"

gboolean
ledger_log_entry_write_edit (LedgerLog *log, const LedgerLogEntry *entry, GError **error)
{
  const LedgerLogHeader *header = entry->header;
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection,
                                 "INSERT INTO log_edit (key, hash, prev, kind, target, title, "
                                 "reason, actor, desk, time, zone, "
                                 "seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, entry->key);
  ledger_statement_bind_bytes (statement, 1, entry->hash, 32);
  if (entry->prev > 0)
    ledger_statement_bind_integer (statement, 2, entry->prev);
  ledger_statement_bind_text (statement, 3, header->kind);
  if (header->target != NULL)
    ledger_statement_bind_bytes (statement, 4, header->target, 32);
  ledger_statement_bind_text (statement, 5, entry->title);
  ledger_statement_bind_text (statement, 6, entry->reason);
  ledger_statement_bind_text (statement, 7, header->actor);
  ledger_statement_bind_text (statement, 8, header->desk);
  ledger_statement_bind_integer (statement, 9, header->time);
  ledger_statement_bind_integer (statement, 10, header->zone);
  ledger_statement_bind_bytes (statement, 11, entry->seed, 32);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_log_entry_write_prev (
    LedgerLog *log, gint64 edit, gint64 position, gint64 prev, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "INSERT INTO log_prev (edit, position, prev) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  ledger_statement_bind_integer (statement, 1, position);
  ledger_statement_bind_integer (statement, 2, prev);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_log_entry_write_part (
    LedgerLog *log, gint64 edit, gint64 record, const guint8 digest[32], GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "INSERT INTO log_part (edit, record, digest) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, edit);
  ledger_statement_bind_integer (statement, 1, record);
  ledger_statement_bind_bytes (statement, 2, digest, 32);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_log_entry_write_operation (LedgerLog *log,
                                  gint64 record,
                                  gint64 field,
                                  gint64 edit,
                                  const LedgerValue *value,
                                  GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "INSERT INTO log_operation (record, field, edit, value) VALUES (?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, field);
  ledger_statement_bind_integer (statement, 2, edit);
  ledger_statement_bind_value (statement, 3, value);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_log_entry_write_parent (
    LedgerLog *log, gint64 record, gint64 field, gint64 parent, gint64 edit, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "INSERT INTO log_parent (record, field, parent, edit) VALUES (?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_integer (statement, 1, field);
  ledger_statement_bind_integer (statement, 2, parent);
  ledger_statement_bind_integer (statement, 3, edit);
  return ledger_statement_run (statement, error);
}
