/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-scan-keeping.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LedgerSession *session;
  char *path;
  LedgerScanKept done;
  gpointer data;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  g_object_unref (keeping->session);
  g_free (keeping->path);
  g_free (keeping);
}

static void
keep_in_thread (GTask *task, gpointer document, gpointer data, GCancellable *cancellable)
{
  const Keeping *keeping = data;
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (LedgerProgress) progress = ledger_progress_new ();
  LedgerStagedFile *file =
      ledger_evidence_import_stage (document, intake, keeping->path, progress, cancellable, NULL);

  g_task_return_pointer (task, file, (GDestroyNotify)ledger_staged_file_free);
}

static void
tell (Keeping *keeping, const LedgerStagedFile *file)
{
  ledger_session_set_notice (keeping->session, LEDGER_NOTICE_PAGE, NULL, NULL, NULL, NULL);
  keeping->done (file, keeping->data);
  keeping_free (keeping);
}

static void
on_kept (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerStagedFile) file = g_task_propagate_pointer (G_TASK (result), NULL);

  tell (data, file);
}

void
ledger_scan_keeping_start (LedgerSession *session, GFile *scan, LedgerScanKept done, gpointer data)
{
  LedgerDocument *document = ledger_session_get_document (session);
  Keeping *keeping = g_new0 (Keeping, 1);
  g_autoptr (GTask) task = g_task_new (document, NULL, on_kept, keeping);

  keeping->session = g_object_ref (session);
  keeping->path = g_strdup (g_file_peek_path (scan));
  keeping->done = done;
  keeping->data = data;
  if (keeping->path == NULL)
    {
      g_autofree char *name = g_file_get_basename (scan);
      LedgerStagedFile nowhere = {
        .error =
            g_strdup_printf (_ ("“%s” does not lie on this computer. Save it here first."), name),
      };

      tell (keeping, &nowhere);
      g_free (nowhere.error);
      return;
    }
  ledger_session_set_notice (
      session, LEDGER_NOTICE_PAGE, _ ("Keeping the scan…"), NULL, NULL, NULL);
  g_task_set_source_tag (task, ledger_scan_keeping_start);
  g_task_set_task_data (task, keeping, NULL);
  ledger_task_queue_push (ledger_document_get_jobs (document), task, keep_in_thread);
}
