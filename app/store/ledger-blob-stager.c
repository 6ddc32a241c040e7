/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob.h"
#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-schema.h"
#include "ledger-store-room.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LedgerBlobStager
{
  LedgerStore *store;
  GByteArray *buffer;
  GChecksum *checksum;
  gint64 blob;     /* 0 before the first batch */
  gint64 position; /* of the next chunk */
  guint64 size;
};

LedgerBlobStager *
ledger_blob_stager_new (LedgerStore *store)
{
  LedgerBlobStager *stager = g_new0 (LedgerBlobStager, 1);
  stager->store = g_object_ref (store);
  stager->buffer = g_byte_array_new ();
  stager->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return stager;
}

void
ledger_blob_stager_free (LedgerBlobStager *stager)
{
  if (stager == NULL)
    return;
  /* Given up: what is in the file need not wait for the next opening. */
  if (stager->blob != 0 && ledger_store_is_writable (stager->store))
    ledger_blob_remove (ledger_store_peek_log (stager->store), stager->blob, NULL);
  g_byte_array_unref (stager->buffer);
  g_checksum_free (stager->checksum);
  g_object_unref (stager->store);
  g_free (stager);
}

gboolean
ledger_blob_stager_append (LedgerBlobStager *stager,
                           gconstpointer data,
                           gsize length,
                           GError **error)
{
  if (stager->buffer->len + length > LEDGER_BLOB_BATCH)
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_REFUSED,
                           _ ("Too much of the file was read at once. Nothing was added."));
      return FALSE;
    }
  g_byte_array_append (stager->buffer, data, (guint)length);
  return TRUE;
}

static gboolean
begin_blob (LedgerBlobStager *stager, LedgerLog *log, GError **error)
{
  if (stager->blob != 0)
    return TRUE;
  LedgerStatement *statement =
      ledger_connection_prepare (log->connection, "INSERT INTO log_blob (named) VALUES (0)", error);
  if (statement == NULL || !ledger_statement_run (statement, error))
    return FALSE;
  stager->blob = ledger_connection_last_key (log->connection);
  return TRUE;
}

static gboolean
write_chunk (LedgerBlobStager *stager,
             LedgerLog *log,
             gint64 position,
             const guint8 *data,
             gsize length,
             GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "INSERT INTO log_chunk (blob, position, bytes) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, stager->blob);
  ledger_statement_bind_integer (statement, 1, position);
  ledger_statement_bind_bytes (statement, 2, data, length);
  return ledger_statement_run (statement, error);
}

/* Whole chunks; what is left over waits in the buffer unless LAST. *TAKEN bytes are then in the
 * file. */
static gboolean
write_batch (LedgerBlobStager *stager, LedgerLog *log, gboolean last, gsize *taken, GError **error)
{
  gint64 position = stager->position;
  *taken = 0;
  if (!begin_blob (stager, log, error))
    return FALSE;
  while (stager->buffer->len - *taken >= LEDGER_SCHEMA_CHUNK
         || (last && stager->buffer->len > *taken))
    {
      gsize length = MIN (stager->buffer->len - *taken, LEDGER_SCHEMA_CHUNK);
      if (!write_chunk (stager, log, position++, stager->buffer->data + *taken, length, error))
        return FALSE;
      *taken += length;
    }
  return TRUE;
}

static gboolean
flush (LedgerBlobStager *stager, gboolean last, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (stager->store);
  gint64 blob_before = stager->blob;
  gsize taken = 0;
  if (!ledger_store_check_writable (stager->store, error)
      || !ledger_connection_begin (log->connection, error))
    return FALSE;
  if (!write_batch (stager, log, last, &taken, error)
      || !ledger_connection_commit (log->connection, error))
    {
      ledger_connection_rollback (log->connection);
      stager->blob = blob_before;
      return FALSE;
    }
  g_checksum_update (stager->checksum, stager->buffer->data, (gssize)taken);
  stager->size += taken;
  stager->position += (gint64)((taken + LEDGER_SCHEMA_CHUNK - 1) / LEDGER_SCHEMA_CHUNK);
  if (taken > 0)
    g_byte_array_remove_range (stager->buffer, 0, (guint)taken);
  return TRUE;
}

gboolean
ledger_blob_stager_commit (LedgerBlobStager *stager, GError **error)
{
  return flush (stager, FALSE, error);
}

static gboolean
name_blob (LedgerBlobStager *stager, LedgerLog *log, const guint8 digest[32], GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection, "UPDATE log_blob SET digest = ?, size = ? WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_bytes (statement, 0, digest, 32);
  ledger_statement_bind_integer (statement, 1, (gint64)stager->size);
  ledger_statement_bind_integer (statement, 2, stager->blob);
  return ledger_statement_run (statement, error);
}

static gboolean
run_on_blob (LedgerLog *log, const char *sql, gint64 key, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare (log->connection, sql, error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, key);
  return ledger_statement_run (statement, error);
}

/* The row just staged takes over the digest of a damaged one, and whether operations name it. What
 * is left of that one is then like any leftover of staging. */
static gboolean
take_place (LedgerBlobStager *stager,
            LedgerLog *log,
            gint64 damaged,
            const guint8 digest[32],
            GError **error)
{
  if (!ledger_connection_begin (log->connection, error))
    return FALSE;
  LedgerStatement *statement = ledger_connection_prepare (
      log->connection,
      "UPDATE log_blob SET named = (SELECT named FROM log_blob WHERE key = ?2) WHERE key = ?1",
      error);
  if (statement != NULL)
    {
      ledger_statement_bind_integer (statement, 0, stager->blob);
      ledger_statement_bind_integer (statement, 1, damaged);
    }
  if (statement != NULL && ledger_statement_run (statement, error)
      && run_on_blob (log,
                      "UPDATE log_blob SET digest = NULL, size = NULL, named = 0 WHERE key = ?",
                      damaged,
                      error)
      && name_blob (stager, log, digest, error))
    return ledger_connection_commit (log->connection, error);
  ledger_connection_rollback (log->connection);
  return FALSE;
}

/* SIZE is what the row of KNOWN says. */
static gboolean
settle_known (LedgerBlobStager *stager,
              LedgerLog *log,
              gint64 known,
              guint64 size,
              LedgerBlobInfo *info,
              GError **error)
{
  gboolean intact = FALSE;
  if (!ledger_blob_is_intact (log, known, info->digest, size, &intact, NULL, error))
    return FALSE;
  info->already = intact;
  if (intact)
    return ledger_blob_remove (log, stager->blob, error);
  if (!take_place (stager, log, known, info->digest, error))
    return FALSE;
  stager->blob = 0;
  return ledger_blob_remove (log, known, error);
}

gboolean
ledger_blob_stager_finish (LedgerBlobStager *stager, LedgerBlobInfo *info, GError **error)
{
  LedgerLog *log = ledger_store_peek_log (stager->store);
  LedgerBlobInfo made = { 0 };
  gsize length = sizeof made.digest;
  if (!flush (stager, TRUE, error))
    return FALSE;
  g_checksum_get_digest (stager->checksum, made.digest, &length);
  made.size = stager->size;

  guint64 size = 0;
  gint64 known = ledger_blob_find (log, made.digest, &size, error);
  if (known < 0)
    return FALSE;
  if (!(known > 0 ? settle_known (stager, log, known, size, &made, error)
                  : name_blob (stager, log, made.digest, error)))
    return FALSE;
  stager->blob = 0;
  *info = made;
  return TRUE;
}

/* --- in one call --- */

gboolean
ledger_store_check_space (LedgerStore *store, guint64 size_hint, GError **error)
{
  if (size_hint == 0)
    return TRUE;
  g_autofree char *folder = g_path_get_dirname (ledger_store_get_path (store));
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) facts =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  if (facts == NULL || !g_file_info_has_attribute (facts, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  /* The bytes, one batch in the WAL, and room for the page tree. */
  guint64 needed = size_hint + size_hint / 64 + 2 * LEDGER_BLOB_BATCH;
  if (g_file_info_get_attribute_uint64 (facts, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >= needed)
    return TRUE;
  g_autofree char *words = g_format_size (needed);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_FULL,
               _ ("The disk has no room for this file: %s are needed. Nothing was added. Free some "
                  "space and try again."),
               words);
  return FALSE;
}

static gboolean
set_unreadable (GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == LEDGER_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_FAILED,
      _ ("The file cannot be read (%s). Nothing was added. Check that it is still there and "
         "try again."),
      cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
stage_all (LedgerBlobStager *stager,
           GInputStream *stream,
           guint64 size_hint,
           LedgerProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree guint8 *piece = g_malloc (LEDGER_SCHEMA_CHUNK);
  guint64 done = 0;
  for (;;)
    {
      GError *failure = NULL;
      gsize length = 0;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!g_input_stream_read_all (
              stream, piece, LEDGER_SCHEMA_CHUNK, &length, cancellable, &failure))
        return set_unreadable (failure, error);
      if (length == 0)
        return TRUE;
      if (!ledger_blob_stager_append (stager, piece, length, error))
        return FALSE;
      done += length;
      if (done % LEDGER_BLOB_BATCH == 0 && !ledger_blob_stager_commit (stager, error))
        return FALSE;
      ledger_progress_report (progress, done, size_hint);
    }
}

gboolean
ledger_store_stage_blob (LedgerStore *self,
                         GInputStream *stream,
                         guint64 size_hint,
                         LedgerBlobInfo *info,
                         LedgerProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LedgerBlobStager) stager = ledger_blob_stager_new (self);
  if (!ledger_store_check_writable (self, error)
      || !ledger_store_check_space (self, size_hint, error))
    return FALSE;
  return stage_all (stager, stream, size_hint, progress, cancellable, error)
         && ledger_blob_stager_finish (stager, info, error);
}
