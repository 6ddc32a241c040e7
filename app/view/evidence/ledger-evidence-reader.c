/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ledger-digest.h"
#include "ledger-error.h"
#include "ledger-evidence-export.h"
#include "ledger-kept-file.h"
#include "ledger-private-stream.h"
#include "ledger-reading.h"

struct _LedgerEvidenceReader
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerTaskQueue *queue;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceReader, ledger_evidence_reader, G_TYPE_OBJECT)

/* All that the thread needs, copied on the main thread. */
typedef struct
{
  char *ledger;
  char *target; /* path to export to, or NULL */
  guint8 digest[LEDGER_DIGEST_SIZE];
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->ledger);
  g_free (reading->target);
  g_free (reading);
}

static void
ledger_evidence_reader_finalize (GObject *object)
{
  LedgerEvidenceReader *self = LEDGER_EVIDENCE_READER (object);

  ledger_task_queue_close (self->queue);
  g_object_unref (self->queue);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_evidence_reader_parent_class)->finalize (object);
}

static void
ledger_evidence_reader_class_init (LedgerEvidenceReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_evidence_reader_finalize;
}

static void
ledger_evidence_reader_init (LedgerEvidenceReader *self)
{
  self->queue = ledger_task_queue_new ("ledger-evidence");
}

LedgerEvidenceReader *
ledger_evidence_reader_new (LedgerDocument *document)
{
  LedgerEvidenceReader *self = g_object_new (LEDGER_TYPE_EVIDENCE_READER, NULL);

  self->document = g_object_ref (document);
  return self;
}

/* A store of the thread's own, for this one reading: nothing stays open between two of them. */
static LedgerStore *
open_store (const Reading *reading, GError **error)
{
  return ledger_store_open (
      reading->ledger, ledger_reading_get_default (), LEDGER_STORE_READ, error);
}

static int
read_to_private_file (const Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (LedgerStore) store = open_store (reading, error);
  g_autoptr (LedgerPrivateFile) file = store != NULL ? ledger_private_file_new (error) : NULL;
  g_autoptr (GOutputStream) stream = file != NULL ? ledger_private_stream_new (file) : NULL;

  if (stream == NULL
      || !ledger_store_write_blob (store, reading->digest, stream, cancellable, error))
    return -1;
  return ledger_private_file_open_reading (file, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  int fd = read_to_private_file (data, cancellable, &error);

  if (fd < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_int (task, fd);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerStore) store = open_store (reading, &error);

  if (store != NULL
      && ledger_evidence_export_digest (
          store, reading->digest, reading->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
copy_digest (LedgerDocument *document, const char *evidence_id, guint8 *digest, GError **error)
{
  LedgerRecord *record = ledger_kept_file_find (document, evidence_id);

  if (record != NULL && ledger_kept_file_copy_digest (record, digest))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_NOT_FOUND,
               _ ("This evidence is no longer in the ledger. Look in the log."));
  return FALSE;
}

static void
push (LedgerEvidenceReader *self,
      const char *evidence_id,
      char *target,
      LedgerTaskFunc func,
      GTask *task)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GError) error = NULL;

  reading->ledger = g_strdup (ledger_document_get_path (self->document));
  reading->target = target;
  g_task_set_task_data (task, reading, reading_free);
  if (copy_digest (self->document, evidence_id, reading->digest, &error))
    ledger_task_queue_push (self->queue, task, func);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ledger_evidence_reader_open_async (LedgerEvidenceReader *self,
                                   const char *evidence_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, ledger_evidence_reader_open_async);
  /* Cancelled too late, the descriptor must still reach whoever closes it. */
  g_task_set_check_cancellable (task, FALSE);
  push (self, evidence_id, NULL, open_in_thread, task);
}

int
ledger_evidence_reader_open_finish (LedgerEvidenceReader *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  return (int)g_task_propagate_int (G_TASK (result), error);
}

void
ledger_evidence_reader_export_async (LedgerEvidenceReader *self,
                                     const char *evidence_id,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, ledger_evidence_reader_export_async);
  push (self, evidence_id, g_file_get_path (file), export_in_thread, task);
}

gboolean
ledger_evidence_reader_export_finish (LedgerEvidenceReader *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The ending of the original, so that the office's programs open it. */
static const char *
get_ending (LedgerRecord *record)
{
  const char *name = ledger_kept_file_get_file_name (record);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return dot != NULL && dot != name && strlen (dot) <= 8 ? dot : "";
}

char *
ledger_evidence_reader_dup_name (LedgerDocument *document, const char *evidence_id)
{
  LedgerRecord *record = ledger_kept_file_find (document, evidence_id);
  g_autofree char *label = NULL;
  const char *ending;
  char *name;

  if (record == NULL)
    return g_strdup (_ ("evidence"));
  label = ledger_kept_file_dup_label (document, record);
  ending = get_ending (record);
  name = g_str_has_suffix (label, ending) ? g_strdup (label) : g_strconcat (label, ending, NULL);
  return g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_');
}
