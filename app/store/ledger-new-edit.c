/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-new-edit.h"

#include "ledger-date.h"
#include "ledger-error.h"
#include "ledger-log-entry.h"

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
ledger_new_edit_stamp (LedgerLog *log, LedgerLogHeader *header)
{
  if (log->clock != NULL)
    {
      header->time = log->clock (log->clock_data);
      header->zone = LEDGER_OFFICE_ZONE;
      return;
    }
  header->time = g_get_real_time () / 1000;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (header->time / 1000);
  header->zone = now != NULL ? (int)(g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE) : 0;
}

void
ledger_new_edit_hash (LedgerNewEdit *self, const LedgerLogHeader *header)
{
  ledger_log_hash_edit (self->log, header, self->parts->data, self->parts->len / 32, self->hash);
}

/* --- rows --- */

gboolean
ledger_new_edit_write_parts (LedgerNewEdit *self, GError **error)
{
  if (!ledger_log_entry_write_part (self->log, self->key, 0, self->parts->data, error))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    if (!ledger_log_entry_write_part (self->log,
                                      self->key,
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
  const LedgerLogEntry entry = { .key = self->key,
                                 .prev = self->log->tip,
                                 .hash = self->hash,
                                 .seed = self->seed,
                                 .header = header,
                                 .title = title,
                                 .reason = reason };
  return ledger_log_entry_write_edit (self->log, &entry, error);
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

void
ledger_new_edit_become_tip (LedgerNewEdit *self)
{
  self->log->tip = self->key;
  memcpy (self->log->tip_hash, self->hash, 32);
}
