/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-new-edit.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

gboolean
ledger_new_edit_init (LedgerNewEdit *self, LedgerLog *log, GError **error)
{
  memset (self, 0, sizeof *self);
  self->log = log;
  self->parts = g_byte_array_new ();
  self->records = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->key = log->tip + 1;
  if (getrandom (self->seed, sizeof self->seed, 0) == sizeof self->seed)
    return TRUE;
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_FAILED,
      _ ("This computer gives no random numbers. Nothing was saved. Restart it and "
         "try again."));
  return FALSE;
}

void
ledger_new_edit_clear (LedgerNewEdit *self)
{
  g_clear_pointer (&self->parts, g_byte_array_unref);
  g_clear_pointer (&self->records, g_array_unref);
}

/* --- hashes --- */

void
ledger_new_edit_add_title (LedgerNewEdit *self, const char *title, const char *reason)
{
  guint8 digest[32];
  ledger_log_hash_title (self->log, self->seed, title, reason, digest);
  g_byte_array_append (self->parts, digest, sizeof digest);
}

void
ledger_new_edit_add_part (LedgerNewEdit *self,
                          gint64 record,
                          const char *type,
                          const char *id,
                          const LedgerLogOperation *operations,
                          guint n_operations)
{
  guint8 digest[32];
  ledger_log_hash_part (self->log, self->seed, type, id, operations, n_operations, digest);
  g_byte_array_append (self->parts, digest, sizeof digest);
  g_array_append_val (self->records, record);
}

void
ledger_new_edit_stamp (LedgerLogHeader *header)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  header->time = g_get_real_time () / 1000;
  header->zone = now != NULL ? (int)(g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE) : 0;
}

void
ledger_new_edit_hash (LedgerNewEdit *self, const LedgerLogHeader *header)
{
  ledger_log_hash_edit (self->log, header, self->parts->data, self->parts->len / 32, self->hash);
}

/* --- rows --- */

static gboolean
write_part (LedgerNewEdit *self, gint64 record, const guint8 *digest, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection, "INSERT INTO log_part (edit, record, digest) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, self->key);
  ledger_statement_bind_integer (statement, 1, record);
  ledger_statement_bind_bytes (statement, 2, digest, 32);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_new_edit_write_parts (LedgerNewEdit *self, GError **error)
{
  if (!write_part (self, 0, self->parts->data, error))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    if (!write_part (self,
                     g_array_index (self->records, gint64, i),
                     self->parts->data + 32 * ((gsize)i + 1),
                     error))
      return FALSE;
  return TRUE;
}

gboolean
ledger_new_edit_write_header (LedgerNewEdit *self,
                              const LedgerLogHeader *header,
                              const char *title,
                              const char *reason,
                              GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare (self->log->connection,
                                 "INSERT INTO log_edit (key, hash, prev, kind, target, title, "
                                 "reason, actor, desk, time, zone, "
                                 "seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, self->key);
  ledger_statement_bind_bytes (statement, 1, self->hash, 32);
  if (self->log->tip > 0)
    ledger_statement_bind_integer (statement, 2, self->log->tip);
  ledger_statement_bind_text (statement, 3, header->kind);
  if (header->target != NULL)
    ledger_statement_bind_bytes (statement, 4, header->target, 32);
  ledger_statement_bind_text (statement, 5, title);
  ledger_statement_bind_text (statement, 6, reason);
  ledger_statement_bind_text (statement, 7, header->actor);
  ledger_statement_bind_text (statement, 8, header->desk);
  ledger_statement_bind_integer (statement, 9, header->time);
  ledger_statement_bind_integer (statement, 10, header->zone);
  ledger_statement_bind_bytes (statement, 11, self->seed, 32);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_new_edit_update_hash (LedgerNewEdit *self, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection, "UPDATE log_edit SET hash = ? WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_bytes (statement, 0, self->hash, 32);
  ledger_statement_bind_integer (statement, 1, self->key);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_new_edit_write_other_prev (LedgerNewEdit *self, gint64 other, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      self->log->connection, "INSERT INTO log_prev (edit, position, prev) VALUES (?, 1, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, self->key);
  ledger_statement_bind_integer (statement, 1, other);
  return ledger_statement_run (statement, error);
}

void
ledger_new_edit_become_tip (LedgerNewEdit *self)
{
  self->log->tip = self->key;
  memcpy (self->log->tip_hash, self->hash, 32);
}
