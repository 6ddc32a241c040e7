/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-drop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-file-name.h"
#include "ledger-table-paste.h"

void
ledger_window_drop_open (LedgerWindow *window, GFile *file)
{
  if (ledger_file_name_is_sheet (file))
    ledger_session_import_file (ledger_window_get_session (window), file);
  else
    ledger_window_open_file (window, file, NULL, NULL);
}

static gboolean
take_files (LedgerWindow *window, GListModel *files)
{
  LedgerSession *session = ledger_window_get_session (window);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);

  if (first == NULL || ledger_window_is_waiting (window))
    return FALSE;
  if (g_list_model_get_n_items (files) == 1 && ledger_file_name_is_sheet (first))
    ledger_session_import_file (session, first);
  else if (g_list_model_get_n_items (files) == 1 && ledger_file_name_is_ledger (first))
    ledger_session_open_ledger (session, first, NULL, NULL);
  else
    return ledger_page_take_files (ledger_window_get_page (window), files);
  return TRUE;
}

static GListModel *
list_files (const GValue *value)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    g_list_store_append (files, at->data);
  return G_LIST_MODEL (files);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, LedgerWindow *window)
{
  g_autoptr (GListModel) files = list_files (value);

  return take_files (window, files);
}

void
ledger_window_drop_attach (LedgerWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/* --- clipboard --- */

typedef struct
{
  LedgerWindow *window;
  char *html;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->window);
  g_free (paste->html);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
on_files_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GListModel) files = value != NULL ? list_files (value) : NULL;

  if (files != NULL)
    take_files (paste->window, files);
}

/* One line without a tab is no table: whoever pressed Ctrl+V meant a text field. */
static gboolean
is_table (const char *text, const char *html)
{
  return html != NULL || (text != NULL && (strchr (text, '\t') != NULL));
}

static void
on_text_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  LedgerSession *session = ledger_window_get_session (paste->window);

  if (is_table (text, paste->html))
    ledger_session_import_table (session, text, paste->html);
  else
    ledger_session_toast (session, _ ("There is no table on the clipboard"), NULL, NULL, NULL);
}

static void
on_html_read (GObject *stream, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL);

  if (size > 0)
    {
      g_autoptr (GBytes) bytes =
          g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      if (ledger_table_paste_has_table (html, strlen (html)))
        paste->html = g_utf8_make_valid (html, -1);
    }
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (paste->window)), NULL, on_text_read, paste);
}

static void
on_html_offered (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GInputStream) input =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (input == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (clipboard), NULL, on_text_read, data);
      return;
    }
  g_output_stream_splice_async (memory,
                                input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT,
                                NULL,
                                on_html_read,
                                data);
}

void
ledger_window_paste (LedgerWindow *window)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *types[] = { "text/html", NULL };
  Paste *paste = g_new0 (Paste, 1);

  paste->window = g_object_ref (window);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (
        clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files_read, paste);
  else if (gdk_content_formats_contain_mime_type (formats, "text/html"))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_html_offered, paste);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, paste);
}
