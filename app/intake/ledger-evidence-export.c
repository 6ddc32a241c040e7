/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-export.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-place.h"

/* GIO writes a private file beside and renames it when the stream is closed; a stream that is
 * dropped without closing leaves the target as it was. */
static gboolean
write_replacing (LedgerStore *store,
                 const guint8 *digest,
                 GFile *target,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GCancellable) abandon = g_cancellable_new ();
  gboolean existed = g_file_query_exists (target, NULL);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (target,
                      NULL,
                      FALSE,
                      G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                      cancellable,
                      error);

  if (!stream)
    return FALSE;
  if (ledger_store_write_blob (store, digest, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
  /* Where there was nothing to keep GIO wrote in place. */
  if (!existed)
    g_file_delete (target, NULL, NULL);
  return FALSE;
}

/* GIO's own sentences name the path once more. */
static const char *
reason_of (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("there is no such folder");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("that is a folder");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you may not write there");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("the disk is full");
  return error->message;
}

gboolean
ledger_evidence_export_digest (LedgerStore *store,
                               const guint8 digest[32],
                               const char *path,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;

  if (!ledger_place_check_target (ledger_store_get_path (store), path, error))
    return FALSE;
  if (write_replacing (store, digest, target, cancellable, &why))
    return TRUE;
  if (why->domain == LEDGER_ERROR || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&why));
  else
    g_set_error (error,
                 LEDGER_ERROR,
                 g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? LEDGER_ERROR_FULL
                                                                        : LEDGER_ERROR_FAILED,
                 _ ("“%s” could not be written: %s. Choose another place."),
                 path,
                 reason_of (why));
  return FALSE;
}

gboolean
ledger_evidence_export (LedgerStore *store,
                        LedgerRecord *evidence,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  gsize length = 0;
  const guint8 *digest =
      ledger_value_get_data (ledger_record_get_value (evidence, LEDGER_EVIDENCE_DIGEST), &length);

  if (digest && length == 32)
    return ledger_evidence_export_digest (store, digest, path, cancellable, error);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_DAMAGED,
               _ ("The evidence names no file. Look for its entry in the log."));
  return FALSE;
}
