/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-import.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"

/* Read in pieces that keep cancelling quick; the stager gathers them into its batches. */
#define PIECE (1024 * 1024)

void
ledger_staged_file_free (LedgerStagedFile *file)
{
  g_free (file->path);
  g_free (file->name);
  g_free (file->media_type);
  g_free (file->error);
  g_free (file);
}

void
ledger_attached_free (LedgerAttached *attached)
{
  g_free (attached->path);
  g_free (attached->id);
  g_free (attached->number);
  g_free (attached->sha256);
  g_free (attached->verdict);
  g_free (attached->duplicate_of);
  g_free (attached->error);
  g_free (attached);
}

/* The stager lives on the writer's thread; each step is one short call there, so that a leader's
 * 同意 waits for one batch at most. */
typedef struct
{
  LedgerBlobStager *stager;
  const guint8 *data;
  gsize length;
  LedgerBlobInfo info;
} Staging;

static gboolean
staging_begin (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Staging *staging = data;

  if (!store)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_READ_ONLY,
                   _ ("The ledger is open for reading only; no evidence can be added."));
      return FALSE;
    }
  staging->stager = ledger_blob_stager_new (store);
  return TRUE;
}

static gboolean
staging_commit (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ledger_blob_stager_commit (((Staging *)data)->stager, error);
}

static gboolean
staging_finish (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Staging *staging = data;

  return ledger_blob_stager_finish (staging->stager, &staging->info, error);
}

static gboolean
staging_end (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_clear_pointer (&((Staging *)data)->stager, ledger_blob_stager_free);
  return TRUE;
}

static gboolean
stage_bytes (LedgerDocument *document,
             Staging *staging,
             GInputStream *stream,
             guint64 size,
             LedgerProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  guint64 n_read = 0;
  gsize buffered = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE, cancellable, error)) > 0)
    {
      if (buffered + n > LEDGER_BLOB_BATCH)
        {
          if (!ledger_document_call_writer (document, staging_commit, staging, cancellable, error))
            return FALSE;
          buffered = 0;
        }
      if (!ledger_blob_stager_append (staging->stager, piece, n, error))
        return FALSE;
      buffered += n;
      n_read += n;
      ledger_progress_report (progress, n_read, size);
    }
  return n == 0
         && ledger_document_call_writer (document, staging_finish, staging, cancellable, error);
}

static gboolean
stage_stream (LedgerDocument *document,
              LedgerStagedFile *file,
              GInputStream *stream,
              guint64 size,
              LedgerProgress *progress,
              GCancellable *cancellable,
              GError **error)
{
  Staging staging = { 0 };
  gboolean done;

  if (!ledger_document_call_writer (document, staging_begin, &staging, cancellable, error))
    return FALSE;
  done = stage_bytes (document, &staging, stream, size, progress, cancellable, error);
  ledger_document_call_writer (document, staging_end, &staging, NULL, NULL);
  file->blob = staging.info;
  return done;
}

static char *
guess_media_type (int fd, const char *name)
{
  guint8 start[4096];
  gssize n = pread (fd, start, sizeof start, 0);
  g_autofree char *type = g_content_type_guess (name, start, MAX (n, 0), NULL);

  return g_content_type_get_mime_type (type);
}

/* Opens what a person chose: a plain file with content. */
static int
open_evidence (const char *path, const char *name, guint64 *size, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &status) < 0)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_FAILED,
                 _ ("“%s” cannot be read and was not added. Check that it is still there."),
                 name);
  else if (!S_ISREG (status.st_mode))
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_UNSUPPORTED,
                 _ ("“%s” is no file and was not added. Choose the files in it."),
                 name);
  else if (status.st_size == 0)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_INVALID,
                 _ ("“%s” is an empty file and was not added."),
                 name);
  else
    {
      *size = status.st_size;
      return fd;
    }
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
stage_file (LedgerDocument *document,
            LedgerPdfIntake *intake,
            LedgerStagedFile *file,
            LedgerProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  guint64 size = 0;
  LedgerPdfInspection inspection = { 0 };
  int fd = open_evidence (file->path, file->name, &size, error);

  if (fd < 0)
    return FALSE;
  /* The stream owns FD from here on. */
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, TRUE);
  if (!ledger_store_check_space (ledger_document_get_store (document), size, error))
    return FALSE;
  file->media_type = guess_media_type (fd, file->name);
  if (!ledger_pdf_intake_inspect (intake, fd, &inspection, cancellable, error))
    return FALSE;
  file->verdict =
      ledger_pdf_verdict_to_name (ledger_pdf_verdict_for_name (inspection.verdict, file->name));
  file->pages = inspection.pages;
  /* The worker read through the same open file and left its position somewhere. */
  if (lseek (fd, 0, SEEK_SET) < 0)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_UNSUPPORTED,
                   _ ("“%s” is no file and was not added. Choose the files in it."),
                   file->name);
      return FALSE;
    }
  return stage_stream (document, file, stream, size, progress, cancellable, error);
}

LedgerStagedFile *
ledger_evidence_import_stage (LedgerDocument *document,
                              LedgerPdfIntake *intake,
                              const char *path,
                              LedgerProgress *progress,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (LedgerStagedFile) file = g_new0 (LedgerStagedFile, 1);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) why = NULL;

  file->path = g_strdup (path);
  /* A name from a stick may be in any encoding; what is kept is text. */
  file->name = g_filename_display_name (base);
  if (stage_file (document, intake, file, progress, cancellable, &why))
    return g_steal_pointer (&file);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  /* What the system says of a stick that was pulled out helps nobody. */
  file->error = why->domain == LEDGER_ERROR
                    ? g_strdup (why->message)
                    : g_strdup_printf (
                        _ ("“%s” could not be read to its end and was not added. Look after the "
                           "disk or stick, then add it again."),
                        file->name);
  return g_steal_pointer (&file);
}

/* The evidence that has these bytes already, its number or id; NULL where none has. */
static char *
dup_duplicate (LedgerDocument *document, const guint8 *digest)
{
  LedgerTable *table = ledger_document_get_table (document, "evidence");

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *evidence = ledger_table_get_record (table, i);
      gsize length = 0;
      gconstpointer data = ledger_value_get_data (
          ledger_record_get_value (evidence, LEDGER_EVIDENCE_DIGEST), &length);
      const char *number = ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER);

      if (data && length == LEDGER_DIGEST_SIZE && memcmp (data, digest, length) == 0)
        return g_strdup (number ? number : ledger_record_get_id (evidence));
    }
  return NULL;
}

static LedgerAttached *
attached_new (const LedgerStagedFile *file)
{
  LedgerAttached *attached = g_new0 (LedgerAttached, 1);

  attached->path = g_strdup (file->path);
  attached->error = g_strdup (file->error);
  attached->verdict = g_strdup (file->verdict);
  attached->pages = file->pages;
  if (!file->error)
    attached->sha256 = ledger_hex_encode (file->blob.digest, LEDGER_DIGEST_SIZE);
  return attached;
}

static gboolean
add_file (LedgerDocument *document,
          LedgerEdit *edit,
          const char *issue_id,
          const char *measure_id,
          const LedgerStagedFile *file,
          LedgerAttached *attached,
          GError **error)
{
  LedgerEvidenceValues values = {
    .digest = file->blob.digest,
    .size = file->blob.size,
    .file_name = file->name,
    .media_type = file->media_type,
    .verdict = file->verdict,
    .pages = file->pages,
  };

  attached->duplicate_of = dup_duplicate (document, file->blob.digest);
  return ledger_gesture_add_evidence (
      document, edit, issue_id, measure_id, &values, &attached->id, error);
}

LedgerEdit *
ledger_evidence_import_make_edit (LedgerDocument *document,
                                  const char *issue_id,
                                  const char *measure_id,
                                  GPtrArray *staged,
                                  GPtrArray **attached,
                                  GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Add evidence"));
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_attached_free);
  guint n_added = 0;

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  for (guint i = 0; i < staged->len; i++)
    {
      const LedgerStagedFile *file = g_ptr_array_index (staged, i);
      LedgerAttached *line = attached_new (file);

      g_ptr_array_add (lines, line);
      if (file->error)
        continue;
      if (!add_file (document, edit, issue_id, measure_id, file, line, error))
        return NULL;
      n_added++;
    }
  if (n_added > 1)
    {
      g_autofree char *title = g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE, "Add %u file of evidence", "Add %u files of evidence", n_added),
          n_added);
      ledger_edit_set_title (edit, title);
    }
  *attached = g_steal_pointer (&lines);
  return n_added > 0 ? g_steal_pointer (&edit) : NULL;
}

static void
fill_numbers (LedgerDocument *document, GPtrArray *attached)
{
  for (guint i = 0; i < attached->len; i++)
    {
      LedgerAttached *line = g_ptr_array_index (attached, i);
      LedgerRecord *evidence =
          line->id ? ledger_document_lookup (document, "evidence", line->id) : NULL;

      if (evidence)
        line->number = g_strdup (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER));
    }
}

GPtrArray *
ledger_evidence_import_files (LedgerDocument *document,
                              const char *issue_id,
                              const char *measure_id,
                              const char *const *paths,
                              LedgerProgress *progress,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (GPtrArray) staged =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_staged_file_free);
  g_autoptr (GPtrArray) attached = NULL;
  g_autoptr (GError) why = NULL;

  for (guint i = 0; paths[i]; i++)
    {
      LedgerStagedFile *file =
          ledger_evidence_import_stage (document, intake, paths[i], progress, cancellable, error);
      if (!file)
        return NULL;
      g_ptr_array_add (staged, file);
    }

  g_autoptr (LedgerEdit) edit =
      ledger_evidence_import_make_edit (document, issue_id, measure_id, staged, &attached, &why);
  if (why || (edit && !ledger_document_commit (document, edit, NULL, &why)))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  fill_numbers (document, attached);
  return g_steal_pointer (&attached);
}
