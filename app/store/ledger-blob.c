/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob.h"

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-schema.h"
#include "ledger-store-room.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chunks per transaction when bytes are removed: what is freed is overwritten with zeros, so each
 * costs its size in the -wal. */
#define REMOVED_AT_ONCE 8

gint64
ledger_blob_find (LedgerLog *log, const guint8 digest[32], guint64 *size, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT key, size FROM log_blob WHERE digest = ?", error);
  if (statement == NULL)
    return -1;
  ledger_statement_bind_bytes (statement, 0, digest, 32);
  GError *failure = NULL;
  gint64 key = 0;
  if (ledger_statement_step (statement, &failure))
    {
      key = ledger_statement_get_integer (statement, 0);
      if (size != NULL)
        *size = (guint64)ledger_statement_get_integer (statement, 1);
      ledger_statement_reset (statement);
    }
  return ledger_error_pass (failure, error) ? key : -1;
}

gboolean
ledger_blob_read_chunk (
    LedgerLog *log, gint64 blob, gint64 position, GBytes **bytes, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "SELECT bytes FROM log_chunk WHERE blob = ? AND position = ?", error);
  *bytes = NULL;
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, blob);
  ledger_statement_bind_integer (statement, 1, position);
  GError *failure = NULL;
  if (ledger_statement_step (statement, &failure))
    {
      gsize length = 0;
      gconstpointer data = ledger_statement_get_bytes (statement, 0, &length);
      *bytes = g_bytes_new (data, length);
      ledger_statement_reset (statement);
    }
  return ledger_error_pass (failure, error);
}

typedef gboolean (*ChunkFunc) (GBytes *bytes,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/* Hands over the chunks one by one, each read on its own: no snapshot is held in between. */
static gboolean
foreach_chunk (LedgerLog *log,
               gint64 blob,
               guint8 digest[32],
               guint64 *size,
               ChunkFunc func,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize digest_size = 32;
  *size = 0;
  for (gint64 position = 0;; position++)
    {
      g_autoptr (GBytes) bytes = NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !ledger_blob_read_chunk (log, blob, position, &bytes, error))
        return FALSE;
      if (bytes == NULL)
        break;
      g_checksum_update (
          checksum, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
      *size += g_bytes_get_size (bytes);
      if (func != NULL && !func (bytes, data, cancellable, error))
        return FALSE;
    }
  g_checksum_get_digest (checksum, digest, &digest_size);
  return TRUE;
}

gboolean
ledger_blob_is_intact (LedgerLog *log,
                       gint64 blob,
                       const guint8 digest[32],
                       guint64 size,
                       gboolean *intact,
                       GCancellable *cancellable,
                       GError **error)
{
  guint8 found[32];
  guint64 length = 0;
  GError *failure = NULL;
  *intact = FALSE;
  if (!foreach_chunk (log, blob, found, &length, NULL, NULL, cancellable, &failure))
    {
      if (!g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
        return ledger_error_pass (failure, error);
      g_error_free (failure);
      return TRUE;
    }
  *intact = length == size && memcmp (found, digest, 32) == 0;
  return TRUE;
}

/* --- removing --- */

static gboolean
remove_some_chunks (LedgerLog *log, gint64 blob, gint64 *removed, GError **error)
{
  if (!ledger_connection_begin (log->connection, error))
    return FALSE;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "DELETE FROM log_chunk WHERE blob = ?1 AND position IN "
      "(SELECT position FROM log_chunk WHERE blob = ?1 ORDER BY position DESC LIMIT ?2)",
      error);
  if (statement != NULL)
    {
      ledger_statement_bind_integer (statement, 0, blob);
      ledger_statement_bind_integer (statement, 1, REMOVED_AT_ONCE);
    }
  if (statement == NULL || !ledger_statement_run (statement, error))
    {
      ledger_connection_rollback (log->connection);
      return FALSE;
    }
  *removed = ledger_connection_changes (log->connection);
  return ledger_connection_commit (log->connection, error);
}

static gboolean
remove_blob (LedgerLog *log, gint64 blob, GError **error)
{
  gint64 removed = 0;
  do
    if (!remove_some_chunks (log, blob, &removed, error))
      return FALSE;
  while (removed == REMOVED_AT_ONCE);

  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "DELETE FROM log_blob WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, blob);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_blob_remove (LedgerLog *log, gint64 blob, GError **error)
{
  GError *failure = NULL;
  if (remove_blob (log, blob, &failure)
      || !g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_FULL))
    return ledger_error_pass (failure, error);
  /* Zeros over what is freed need room in the -wal that a full disk does not have. */
  g_error_free (failure);
  ledger_connection_execute (log->connection, "PRAGMA secure_delete=FAST", NULL);
  gboolean fine = remove_blob (log, blob, error);
  ledger_connection_execute (log->connection, "PRAGMA secure_delete=ON", NULL);
  return fine;
}

/* Appends the keys that SQL selects to KEYS. */
static gboolean
list_staged (LedgerLog *log, const char *sql, GArray *keys, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (log->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 key = ledger_statement_get_integer (statement, 0);
      g_array_append_val (keys, key);
    }
  return ledger_error_pass (failure, error);
}

/* Bytes attached again after an exchange without evidence are named by an operation of old. */
static gboolean
mark_named (LedgerLog *log, GError **error)
{
  return ledger_connection_execute (
      log->connection,
      "UPDATE log_blob SET named = 1 WHERE named = 0 AND digest IS NOT NULL "
      "AND EXISTS (SELECT 1 FROM log_operation o WHERE o.value = log_blob.digest)",
      error);
}

gboolean
ledger_blob_remove_leftovers (LedgerLog *log, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!list_staged (log, "SELECT key FROM log_blob WHERE named = 0", keys, error))
    return FALSE;
  if (keys->len == 0)
    return TRUE;

  g_array_set_size (keys, 0);
  if (!mark_named (log, error)
      || !list_staged (log, "SELECT key FROM log_blob WHERE named = 0", keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!ledger_blob_remove (log, g_array_index (keys, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- for the floors above --- */

gboolean
ledger_store_has_blob (LedgerStore *self, const guint8 digest[32], guint64 *size)
{
  return ledger_blob_find (ledger_store_peek_log (self), digest, size, NULL) > 0;
}

static gboolean
write_chunk (GBytes *bytes, gpointer data, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  gsize size = 0;
  gconstpointer start = g_bytes_get_data (bytes, &size);
  if (g_output_stream_write_all (data, start, size, NULL, cancellable, &failure))
    return TRUE;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  gboolean full = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_set_error (
      error,
      LEDGER_ERROR,
      full ? LEDGER_ERROR_FULL : LEDGER_ERROR_FAILED,
      _ ("The evidence could not be written out (%s). Choose another place and try again."),
      failure->message);
  g_error_free (failure);
  return FALSE;
}

gboolean
ledger_store_write_blob (LedgerStore *self,
                         const guint8 digest[32],
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  guint64 size = 0;
  guint64 written = 0;
  guint8 found[32];
  gint64 blob = ledger_blob_find (log, digest, &size, error);
  if (blob < 0)
    return FALSE;
  if (blob == 0)
    {
      g_set_error_literal (
          error,
          LEDGER_ERROR,
          LEDGER_ERROR_NOT_FOUND,
          _ ("The bytes of this evidence are not in the ledger. Add the file again, "
             "or take it from a backup."));
      return FALSE;
    }
  if (!foreach_chunk (log, blob, found, &written, write_chunk, stream, cancellable, error))
    return FALSE;
  if (written == size && memcmp (found, digest, 32) == 0)
    return TRUE;
  g_set_error_literal (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_DAMAGED,
      _ ("The original of this evidence is damaged in the ledger. Add the same file "
         "again, or take it from a backup."));
  return FALSE;
}
