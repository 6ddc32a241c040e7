/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-copy.h"

#include "ledger-blob-list.h"
#include "ledger-blob.h"
#include "ledger-error.h"

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
copy_blob (LedgerStore *to,
           LedgerLog *from,
           const LedgerBlobLine *blob,
           GArray *copied,
           GCancellable *cancellable,
           GError **error)
{
  LedgerLog *log = ledger_store_peek_log (to);
  LedgerBlobInfo info;
  gboolean intact = FALSE;
  if (blob->named != 1 || !blob->has_digest)
    return TRUE; /* being staged there, or damaged */
  gint64 known = ledger_blob_find (log, blob->digest, NULL, error);
  if (known != 0)
    return known > 0;
  if (!ledger_blob_check (
          from, blob->key, blob->digest, (guint64)blob->size, &intact, cancellable, error))
    return FALSE;
  if (!intact)
    return TRUE;

  g_autoptr (LedgerBlobStager) stager = ledger_blob_stager_new (to);
  if (!copy_chunks (stager, from, blob->key, cancellable, error)
      || !ledger_blob_stager_finish (stager, &info, error))
    return FALSE;
  known = ledger_blob_find (log, blob->digest, NULL, error);
  if (known > 0)
    g_array_append_val (copied, known);
  return known >= 0;
}

gboolean
ledger_blob_copy_all (LedgerStore *to,
                      LedgerStore *from,
                      GArray *copied,
                      LedgerProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  LedgerLog *log = ledger_store_peek_log (from);
  g_autoptr (GArray) blobs = ledger_blob_list_read (log, error);
  if (blobs == NULL)
    return FALSE;
  for (guint i = 0; i < blobs->len; i++)
    {
      if (!copy_blob (
              to, log, &g_array_index (blobs, LedgerBlobLine, i), copied, cancellable, error))
        return FALSE;
      ledger_progress_report (progress, i + 1, blobs->len);
    }
  return TRUE;
}

gboolean
ledger_blob_copy_name (LedgerLog *log, GArray *copied, GError **error)
{
  for (guint i = 0; i < copied->len; i++)
    {
      LedgerStatement *statement = ledger_connection_prepare (
          log->connection, "UPDATE log_blob SET named = 1 WHERE key = ?", error);
      if (statement == NULL)
        return FALSE;
      ledger_statement_bind_integer (statement, 0, g_array_index (copied, gint64, i));
      if (!ledger_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
