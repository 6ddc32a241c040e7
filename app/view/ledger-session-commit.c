/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-session.h"

void
ledger_session_toast_undo (LedgerSession *self, const char *text)
{
  ledger_session_toast (self, text, _ ("Undo"), "win.undo", NULL);
}

void
ledger_session_show_error (LedgerSession *self, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ledger_session_toast (self, error->message, NULL, NULL, NULL);
}

typedef struct
{
  LedgerSession *self;
  char *toast;
  LedgerSessionDone done;
  gpointer data;
} Commit;

static void
commit_free (Commit *commit)
{
  g_object_unref (commit->self);
  g_free (commit->toast);
  g_free (commit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Commit, commit_free)

static void
on_committed (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (Commit) commit = data;
  g_autoptr (GError) error = NULL;
  gboolean written = FALSE;
  const gboolean committed =
      ledger_document_commit_finish (LEDGER_DOCUMENT (document), result, &written, &error);

  if (!committed)
    ledger_session_show_error (commit->self, error);
  else if (written && commit->toast != NULL)
    ledger_session_toast_undo (commit->self, commit->toast);
  if (commit->done != NULL)
    commit->done (commit->self, committed, commit->data);
}

void
ledger_session_commit (LedgerSession *self,
                       LedgerEdit *edit,
                       GError **error,
                       const char *toast,
                       LedgerSessionDone done,
                       gpointer data)
{
  Commit *commit;

  if (edit == NULL)
    {
      if (error != NULL)
        ledger_session_show_error (self, *error);
      g_clear_error (error);
      if (done != NULL)
        done (self, FALSE, data);
      return;
    }
  commit = g_new0 (Commit, 1);
  commit->self = g_object_ref (self);
  commit->toast = g_strdup (toast);
  commit->done = done;
  commit->data = data;
  ledger_document_commit_async (
      ledger_session_get_document (self), edit, NULL, on_committed, commit);
  ledger_edit_unref (edit);
}
