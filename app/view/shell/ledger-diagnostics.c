/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-diagnostics.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ledger-pdf-diagnostics.h"
#include "ledger-task-queue.h"

static void
append_versions (GString *text)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append_printf (text, "%s %s\n", _ ("Rectification Ledger"), LEDGER_VERSION);
  if (system != NULL)
    g_string_append_printf (text, "%s\n", system);
  g_string_append_printf (text,
                          "GTK %u.%u.%u, libadwaita %u.%u.%u\n",
                          gtk_get_major_version (),
                          gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (),
                          adw_get_minor_version (),
                          adw_get_micro_version ());
}

static void
append_protections (GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;
  g_auto (GStrv) lines = NULL;
  guint32 limits = 0;

  g_string_append_printf (text, "\n%s\n", _ ("Protections of the PDF reader"));
  if (!ledger_pdf_diagnostics_probe (LEDGER_PDF_ROLE_VIEW, &limits, &log, &error))
    {
      g_string_append_printf (text, "%s\n", error->message);
      return;
    }
  lines = ledger_pdf_diagnostics_describe (limits);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  if (log != NULL && *log != '\0')
    g_string_append_printf (text, "\n%s\n%s\n", _ ("It printed"), log);
}

static void
collect_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GString *text = g_string_new (NULL);

  append_versions (text);
  append_protections (text);
  g_task_return_pointer (task, g_string_free (text, FALSE), g_free);
}

static void
close_queue (gpointer queue)
{
  ledger_task_queue_close (queue);
  g_object_unref (queue);
}

void
ledger_diagnostics_collect_async (GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  LedgerTaskQueue *queue = ledger_task_queue_new ("ledger-diagnostics");
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, ledger_diagnostics_collect_async);
  g_object_set_data (G_OBJECT (task), "queue", queue);
  ledger_task_queue_push (queue, task, collect_in_thread);
}

char *
ledger_diagnostics_collect_finish (GAsyncResult *result)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  close_queue (g_object_get_data (G_OBJECT (result), "queue"));
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}
