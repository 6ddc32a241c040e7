/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-copy.h"

#include "ledger-blob-list.h"
#include "ledger-blob.h"
#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
copy_chunks (LedgerBlobStager *stager,
             LedgerLog *from,
             gint64 blob,
             GCancellable *cancellable,
             GError **error)
{
  for (gint64 position = 0;; position++)
    {
      g_autoptr (GBytes) bytes = NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !ledger_blob_read_chunk (from, blob, position, &bytes, error))
        return FALSE;
      if (bytes == NULL)
        return TRUE;
      if (!ledger_blob_stager_append (
              stager, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
          || (position % 7 == 6 && !ledger_blob_stager_commit (stager, error)))
        return FALSE;
    }
}

static gboolean
load_named (LedgerBlobCopy *self, LedgerLog *log, GError **error)
{
  GError *failure = NULL;
  LedgerStatement *rows = ledger_connection_prepare (
      log->connection,
      "SELECT value FROM log_operation WHERE typeof (value) = 'blob' AND length (value) = 32",
      error);
  if (rows == NULL)
    return FALSE;
  self->named =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  while (ledger_statement_step (rows, &failure))
    {
      gsize length = 0;
      gconstpointer digest = ledger_statement_get_bytes (rows, 0, &length);
      g_hash_table_add (self->named, g_bytes_new (digest, length));
    }
  return ledger_error_pass (failure, error);
}

/* New bytes, or those of evidence that came without them, as in a log copy. */
static gboolean
count_row (LedgerBlobCopy *self, LedgerLog *log, const guint8 digest[32], GError **error)
{
  if (self->named == NULL && !load_named (self, log, error))
    return FALSE;
  g_autoptr (GBytes) key = g_bytes_new_static (digest, 32);
  if (g_hash_table_contains (self->named, key))
    self->n_healed++;
  else
    self->n_added++;
  return TRUE;
}

static gboolean
copy_bytes (LedgerStore *to,
            LedgerLog *from,
            const LedgerBlobLine *blob,
            GCancellable *cancellable,
            GError **error)
{
  LedgerBlobInfo info;
  g_autoptr (LedgerBlobStager) stager = ledger_blob_stager_new (to);
  if (!copy_chunks (stager, from, blob->key, cancellable, error)
      || !ledger_blob_stager_finish (stager, &info, error))
    return FALSE;
  if (memcmp (info.digest, blob->digest, sizeof info.digest) == 0)
    return TRUE;
  /* Whole a moment ago. What was staged is a leftover under a digest of its own. */
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_DAMAGED,
                       _ ("The other copy changed while its evidence was read. Nothing was taken "
                          "in. Close it everywhere and try again."));
  return FALSE;
}

/* 1 where the bytes are wanted here, 0 where they are here and whole, -1 on error. *KNOWN: the row
 * that has them here, or 0. */
static int
is_wanted (LedgerLog *log,
           const guint8 digest[32],
           gint64 *known,
           GCancellable *cancellable,
           GError **error)
{
  guint64 size = 0;
  gboolean intact = FALSE;
  *known = ledger_blob_find (log, digest, &size, error);
  if (*known < 0
      || (*known > 0
          && !ledger_blob_is_intact (log, *known, digest, size, &intact, cancellable, error)))
    return -1;
  return !intact;
}

static gboolean
copy_blob (LedgerBlobCopy *self,
           LedgerStore *to,
           LedgerLog *from,
           const LedgerBlobLine *blob,
           GCancellable *cancellable,
           GError **error)
{
  LedgerLog *log = ledger_store_peek_log (to);
  gboolean intact = FALSE;
  gint64 known = 0;
  if (blob->named != 1 || !blob->has_digest)
    return TRUE; /* being staged there, or damaged */
  int wanted = is_wanted (log, blob->digest, &known, cancellable, error);
  if (wanted <= 0)
    return wanted == 0;
  if (!ledger_blob_is_intact (
          from, blob->key, blob->digest, (guint64)blob->size, &intact, cancellable, error))
    return FALSE;
  if (!intact)
    return TRUE;
  if (!copy_bytes (to, from, blob, cancellable, error))
    return FALSE;
  if (known > 0)
    {
      self->n_healed++;
      return TRUE;
    }
  known = ledger_blob_find (log, blob->digest, NULL, error);
  if (known <= 0)
    return FALSE;
  g_array_append_val (self->rows, known);
  return count_row (self, log, blob->digest, error);
}

gboolean
ledger_blob_copy_all (LedgerBlobCopy *self,
                      LedgerStore *to,
                      LedgerStore *from,
                      LedgerProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  LedgerLog *log = ledger_store_peek_log (from);
  g_autoptr (GArray) blobs = ledger_blob_list_read (log, error);
  if (blobs == NULL)
    return FALSE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < blobs->len; i++)
    {
      if (!copy_blob (self, to, log, &g_array_index (blobs, LedgerBlobLine, i), cancellable, error))
        return FALSE;
      ledger_progress_report (progress, i + 1, blobs->len);
    }
  return TRUE;
}

gboolean
ledger_blob_copy_name (LedgerBlobCopy *self, LedgerLog *log, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LedgerStatement *statement = ledger_connection_prepare (
          log->connection, "UPDATE log_blob SET named = 1 WHERE key = ?", error);
      if (statement == NULL)
        return FALSE;
      ledger_statement_bind_integer (statement, 0, g_array_index (self->rows, gint64, i));
      if (!ledger_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

void
ledger_blob_copy_give_back (LedgerBlobCopy *self, LedgerLog *log)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    ledger_blob_remove (log, g_array_index (self->rows, gint64, i), NULL);
}

void
ledger_blob_copy_clear (LedgerBlobCopy *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
}
