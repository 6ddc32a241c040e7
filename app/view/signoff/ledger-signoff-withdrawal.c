/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-withdrawal.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval.h"
#include "ledger-signoff.h"

typedef struct
{
  char *issue_id;
} Withdrawal;

static void
on_withdrawn (LedgerSession *session, gboolean committed, gpointer data)
{
  Withdrawal *withdrawal = data;
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerRecord *issue = ledger_document_lookup (document, "issue", withdrawal->issue_id);
  g_autofree char *number = issue != NULL ? ledger_document_dup_number (document, issue) : NULL;

  if (committed)
    {
      g_autofree char *text = g_strdup_printf (_ ("Withdrawn: %s"), number ? number : "");

      ledger_session_toast (session, text, NULL, NULL, NULL);
    }
  g_free (withdrawal->issue_id);
  g_free (withdrawal);
}

void
ledger_signoff_withdraw (LedgerSession *session, const char *issue_id)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_approval_withdraw (ledger_session_get_document (session), issue_id, &error);
  Withdrawal *withdrawal;

  if (edit == NULL)
    {
      ledger_session_show_error (session, error);
      return;
    }
  withdrawal = g_new0 (Withdrawal, 1);
  withdrawal->issue_id = g_strdup (issue_id);
  ledger_session_commit (session, edit, NULL, NULL, on_withdrawn, withdrawal);
}

static void
do_withdraw (GSimpleAction *action, GVariant *parameter, gpointer session)
{
  ledger_signoff_withdraw (session, g_variant_get_string (parameter, NULL));
}

void
ledger_signoff_toast (GtkWidget *root,
                      LedgerSession *session,
                      const char *text,
                      const char *issue_id)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("withdraw", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (action, "activate", G_CALLBACK (do_withdraw), session, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (root, "signoff", G_ACTION_GROUP (group));
  ledger_session_toast (
      session, text, _ ("Withdraw"), "signoff.withdraw", g_variant_new_string (issue_id));
}

static const LedgerSignoffText *
find_last (LedgerDocument *document)
{
  LedgerTable *signoffs = ledger_document_get_table (document, ledger_signoff_record_type.name);
  const LedgerSignoffText *last = NULL;

  for (guint i = 0; i < ledger_table_get_n_records (signoffs); i++)
    {
      const LedgerSignoffText *text =
          ledger_signoff_get_header (LEDGER_SIGNOFF (ledger_table_get_record (signoffs, i)));

      if (text != NULL && (last == NULL || text->time > last->time))
        last = text;
    }
  return last;
}

gboolean
ledger_signoff_toast_last (GtkWidget *root, LedgerSession *session, const char *text)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const LedgerSignoffText *last = find_last (document);
  g_autoptr (LedgerEdit) edit = NULL;

  /* What was withdrawn is not taken back by another withdrawal. */
  if (last != NULL && last->decision != LEDGER_DECISION_WITHDRAW)
    edit = ledger_approval_withdraw (document, last->issue_id, NULL);
  if (edit != NULL)
    ledger_signoff_toast (root, session, text, last->issue_id);
  return edit != NULL;
}
