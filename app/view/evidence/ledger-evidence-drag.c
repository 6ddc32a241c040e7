/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-drag.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "ledger-evidence-reader.h"

#define URI_LIST "text/uri-list"
#define PREFIX "out-"
#define KEPT_SECONDS (24 * 60 * 60)

struct _LedgerEvidenceDrag
{
  GdkContentProvider parent_instance;

  LedgerDocument *document;
  LedgerEvidenceReader *reader;
  GStrv ids;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceDrag, ledger_evidence_drag, GDK_TYPE_CONTENT_PROVIDER)

/* One delivery: file after file into the folder, then their addresses to the stream. */
typedef struct
{
  GOutputStream *stream;
  int io_priority;
  char *folder;
  guint at;
  GFile *file;
  GString *list;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_object (&delivery->stream);
  g_clear_object (&delivery->file);
  g_free (delivery->folder);
  g_string_free (delivery->list, TRUE);
  g_free (delivery);
}

static void deliver_next (GTask *task);

static void
ledger_evidence_drag_finalize (GObject *object)
{
  LedgerEvidenceDrag *self = LEDGER_EVIDENCE_DRAG (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->document);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (ledger_evidence_drag_parent_class)->finalize (object);
}

static GdkContentFormats *
ledger_evidence_drag_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, LEDGER_TYPE_EVIDENCE_IDS);
  gdk_content_formats_builder_add_mime_type (builder, URI_LIST);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static gboolean
ledger_evidence_drag_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  if (!G_VALUE_HOLDS (value, LEDGER_TYPE_EVIDENCE_IDS))
    return GDK_CONTENT_PROVIDER_CLASS (ledger_evidence_drag_parent_class)
        ->get_value (provider, value, error);
  g_value_set_boxed (value, LEDGER_EVIDENCE_DRAG (provider)->ids);
  return TRUE;
}

static void
on_list_written (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_exported (GObject *reader, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Delivery *delivery = g_task_get_task_data (task);

  if (!ledger_evidence_reader_export_finish (LEDGER_EVIDENCE_READER (reader), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_chmod (g_file_peek_path (delivery->file), 0400);
  g_autofree char *uri = g_file_get_uri (delivery->file);
  g_string_append_printf (delivery->list, "%s\r\n", uri);
  delivery->at++;
  deliver_next (g_steal_pointer (&task));
}

/* Takes TASK over. */
static void
deliver_next (GTask *task)
{
  LedgerEvidenceDrag *self = g_task_get_source_object (task);
  Delivery *delivery = g_task_get_task_data (task);
  const char *id = self->ids[delivery->at];
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (id == NULL)
    {
      g_output_stream_write_all_async (delivery->stream,
                                       delivery->list->str,
                                       delivery->list->len,
                                       delivery->io_priority,
                                       g_task_get_cancellable (task),
                                       on_list_written,
                                       task);
      return;
    }
  name = ledger_evidence_reader_dup_name (self->document, id);
  path = g_build_filename (delivery->folder, name, NULL);
  g_clear_object (&delivery->file);
  delivery->file = g_file_new_for_path (path);
  ledger_evidence_reader_export_async (
      self->reader, id, delivery->file, g_task_get_cancellable (task), on_exported, task);
}

static void
remove_copies (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Whoever took a copy has long read it; proof does not lie about outside of the ledger. */
static void
remove_old_copies (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, PREFIX) && g_lstat (path, &status) == 0
          && S_ISDIR (status.st_mode) && status.st_mtime + KEPT_SECONDS < now)
        remove_copies (path);
    }
}

/* Copies lie in the user's cache, each drag in a folder of its own. */
static char *
make_folder (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "zhenggai", NULL);
  g_autofree char *template = g_build_filename (parent, PREFIX "XXXXXX", NULL);

  remove_old_copies (parent);
  if (g_mkdir_with_parents (parent, 0700) == 0 && g_mkdtemp_full (template, 0700) != NULL)
    return g_steal_pointer (&template);
  return g_dir_make_tmp ("zhenggai-XXXXXX", error);
}

static void
ledger_evidence_drag_write (GdkContentProvider *provider,
                            const char *mime_type,
                            GOutputStream *stream,
                            int io_priority,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  Delivery *delivery;

  g_task_set_source_tag (task, ledger_evidence_drag_write);
  if (g_strcmp0 (mime_type, URI_LIST) != 0)
    {
      g_task_return_new_error (
          task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No such format: %s", mime_type);
      return;
    }
  folder = make_folder (&error);
  if (folder == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  delivery = g_new0 (Delivery, 1);
  delivery->stream = g_object_ref (stream);
  delivery->io_priority = io_priority;
  delivery->folder = g_steal_pointer (&folder);
  delivery->list = g_string_new (NULL);
  g_task_set_task_data (task, delivery, delivery_free);
  deliver_next (g_steal_pointer (&task));
}

static gboolean
ledger_evidence_drag_write_finish (GdkContentProvider *provider,
                                   GAsyncResult *result,
                                   GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ledger_evidence_drag_class_init (LedgerEvidenceDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_evidence_drag_finalize;
  provider_class->ref_formats = ledger_evidence_drag_ref_formats;
  provider_class->get_value = ledger_evidence_drag_get_value;
  provider_class->write_mime_type_async = ledger_evidence_drag_write;
  provider_class->write_mime_type_finish = ledger_evidence_drag_write_finish;
}

static void
ledger_evidence_drag_init (LedgerEvidenceDrag *self)
{
}

GdkContentProvider *
ledger_evidence_drag_new (LedgerDocument *document, const char *const *evidence_ids)
{
  LedgerEvidenceDrag *self = g_object_new (LEDGER_TYPE_EVIDENCE_DRAG, NULL);

  self->document = g_object_ref (document);
  self->reader = ledger_evidence_reader_new (document);
  self->ids = g_strdupv ((char **)evidence_ids);
  return GDK_CONTENT_PROVIDER (self);
}
