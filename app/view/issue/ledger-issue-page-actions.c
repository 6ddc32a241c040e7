/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-page-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-page.h"
#include "ledger-closing-form.h"
#include "ledger-evidence-attach.h"
#include "ledger-gesture.h"
#include "ledger-heading-form.h"
#include "ledger-issue-details.h"
#include "ledger-issue-filter-bar.h"
#include "ledger-issue-proof.h"
#include "ledger-issue-table.h"

static LedgerDocument *
get_document (gpointer page)
{
  return ledger_page_get_document (page);
}

static LedgerSession *
get_session (gpointer page)
{
  return ledger_page_get_session (page);
}

static void
on_select_all (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_table_select_all (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (data)->table));
}

static void
on_toggle_filter (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  GtkRevealer *revealer = GTK_REVEALER (self->filter_revealer);

  if (!gtk_revealer_get_reveal_child (revealer))
    {
      gtk_revealer_set_reveal_child (revealer, TRUE);
      ledger_issue_filter_bar_find (LEDGER_ISSUE_FILTER_BAR (self->filter_bar));
    }
  else if (!ledger_filter_is_empty (ledger_session_get_filter (get_session (self))))
    ledger_filter_clear (ledger_session_get_filter (get_session (self)));
  else
    gtk_revealer_set_reveal_child (revealer, FALSE);
}

static void
on_clear_filter (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_filter_clear (ledger_session_get_filter (get_session (data)));
  gtk_widget_grab_focus (LEDGER_ISSUE_PAGE (data)->table);
}

static void
on_toggle_details (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  gtk_widget_set_visible (self->details, !gtk_widget_get_visible (self->details));
}

static void
on_one_line (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  ledger_issue_table_set_one_line (LEDGER_ISSUE_TABLE (LEDGER_ISSUE_PAGE (data)->table),
                                   g_str_equal (g_variant_get_string (value, NULL), "one"));
}

static void
on_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_page_copy (data);
}

static void
on_save_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;

  ledger_issue_details_save_claim (LEDGER_ISSUE_DETAILS (self->details));
  ledger_issue_table_focus_selected (LEDGER_ISSUE_TABLE (self->table));
}

static void
on_cancel_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_details_cancel_claim (LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details));
}

/* 认领 in the header and in the strip: all that wait, or those selected. */
static void
on_claim_many (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerSession *session = get_session (data);

  ledger_session_push_subpage (
      session,
      g_object_new (
          LEDGER_TYPE_CLAIM_PAGE, "document", get_document (data), "session", session, NULL));
}

static void
on_claim (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  LedgerSession *session = get_session (self);

  if (ledger_session_get_n_selected (session) > 1)
    on_claim_many (action, target, data);
  else
    ledger_issue_details_start_claim (LEDGER_ISSUE_DETAILS (self->details));
}

static void
on_add_measure (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_details_start_measure (LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details));
}

static void
on_submit (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *id = ledger_session_get_selected_issue (get_session (self));

  if (id != NULL && ledger_issue_details_check (LEDGER_ISSUE_DETAILS (self->details)))
    ledger_session_open_signoff (get_session (self), id);
}

static void
on_sign (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_session_open_signoff (get_session (data), id);
}

static void
on_delete (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  const guint n = ledger_session_get_n_selected (get_session (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Deleted %u problem", "Deleted %u problems", n), n);

  if (n == 0)
    return;
  ledger_session_commit (get_session (self),
                         ledger_gesture_delete (get_document (self), "issue", ids, &error),
                         &error,
                         toast,
                         NULL,
                         NULL);
}

static void
on_only_department (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  const LedgerIssueFacts *facts =
      ids[0] != NULL ? ledger_document_get_facts (get_document (self), ids[0]) : NULL;

  if (facts == NULL || facts->claim == NULL)
    return;
  ledger_filter_set_department (
      ledger_session_get_filter (get_session (self)),
      ledger_record_get_text (LEDGER_RECORD (facts->claim), LEDGER_CLAIM_DEPARTMENT));
}

/* --- evidence --- */

static void
on_add_evidence (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_evidence_attach_choose (GTK_WIDGET (data), get_session (data), id, NULL);
}

static void
on_add_evidence_to (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_evidence_attach_choose (
        GTK_WIDGET (data), get_session (data), id, g_variant_get_string (target, NULL));
}

/* The first of 待归入 is shown; a digit files it. */
static void
on_file_evidence (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerSession *session = ledger_page_get_session (data);
  const char *id = ledger_session_get_selected_issue (session);
  g_autoptr (GPtrArray) unfiled =
      ledger_issue_proof_list_unfiled (ledger_page_get_document (data), id);

  if (unfiled->len > 0)
    ledger_session_open_evidence (session, ledger_record_get_id (unfiled->pdata[0]));
}

static void
on_whole_window (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerSession *session = get_session (data);

  ledger_session_set_whole_window (session, !ledger_session_get_whole_window (session));
}

static void
on_close_evidence (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_page_step_back (data);
}

/* --- what the superior did, and what became of it --- */

static void
on_close_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssueDetails *details = LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details);
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_closing_form_open (
        ledger_issue_details_get_next_button (details), get_session (data), id);
}

static void
on_reopen_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssueDetails *details = LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details);
  const char *id = ledger_session_get_selected_issue (get_session (data));

  if (id != NULL)
    ledger_closing_form_open_rebound (
        ledger_issue_details_get_menu_button (details), get_session (data), id);
}

static void
set_continued (LedgerIssuePage *self, gboolean continued, const char *toast)
{
  const char *id = ledger_session_get_selected_issue (get_session (self));
  g_autoptr (GError) error = NULL;

  if (id != NULL)
    ledger_session_commit (
        get_session (self),
        ledger_gesture_continue_issue (get_document (self), id, continued, &error),
        &error,
        toast,
        NULL,
        NULL);
}

static void
on_continue_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_continued (data, TRUE, _ ("Turned into long-term rectification"));
}

static void
on_end_continued (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_continued (data, FALSE, _ ("Long-term rectification ended"));
}

/* After a merge two problems may bear one number; the one chosen gets the next that is free. */
static void
on_renumber (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id = ledger_session_get_selected_issue (get_session (data));
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_renumber (get_document (data), "issue", id, &error);
  const char *toast = edit != NULL ? ledger_edit_get_title (edit) : NULL;

  ledger_session_commit (get_session (data), edit, &error, toast, NULL, NULL);
}

static void
on_edit_wording (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_issue_details_edit_wording (LEDGER_ISSUE_DETAILS (LEDGER_ISSUE_PAGE (data)->details));
}

/* Under the heading of the selected problem, or the one that is chosen. */
static void
on_add_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssuePage *self = data;
  const char *const *ids = ledger_session_get_selection (get_session (self));
  LedgerRecord *issue =
      ids[0] != NULL ? ledger_document_lookup (get_document (self), "issue", ids[0]) : NULL;
  const char *heading =
      issue != NULL ? ledger_record_get_text (issue, LEDGER_ISSUE_HEADING)
                    : ledger_filter_get_heading (ledger_session_get_filter (get_session (self)));
  GtkWidget *button = gtk_widget_get_mapped (self->add_first) ? self->add_first : self->add_more;

  ledger_heading_form_add_issue (button, NULL, get_session (self), heading);
}

static const GActionEntry actions[] = {
  { "add-issue", on_add_issue },
  { "add-evidence", on_add_evidence },
  { "add-evidence-to", on_add_evidence_to, "s" },
  { "file-evidence", on_file_evidence },
  { "close-evidence", on_close_evidence },
  { "whole-window", on_whole_window },
  { "close-issue", on_close_issue },
  { "reopen-issue", on_reopen_issue },
  { "continue-issue", on_continue_issue },
  { "end-continued", on_end_continued },
  { "renumber", on_renumber },
  { "edit-wording", on_edit_wording },
  { "select-all", on_select_all },
  { "toggle-filter", on_toggle_filter },
  { "clear-filter", on_clear_filter },
  { "toggle-details", on_toggle_details },
  { "row-height", NULL, "s", "'two'", on_one_line },
  { "copy", on_copy },
  { "claim", on_claim },
  { "claim-many", on_claim_many },
  { "save-claim", on_save_claim },
  { "cancel-claim", on_cancel_claim },
  { "add-measure", on_add_measure },
  { "submit", on_submit },
  { "sign", on_sign },
  { "delete", on_delete },
  { "only-department", on_only_department },
};

static gboolean
is_anything_unclaimed (LedgerDocument *document)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const LedgerIssueFacts *facts = ledger_document_get_facts (
          document, ledger_record_get_id (ledger_table_get_record (issues, i)));

      if (facts != NULL && facts->workflow.state == LEDGER_STATE_UNCLAIMED)
        return TRUE;
    }
  return FALSE;
}

/* One can be claimed anew; of several those that nobody has claimed. */
static gboolean
may_claim (LedgerIssuePage *self)
{
  const char *const *ids = ledger_session_get_selection (get_session (self));

  if (ids[0] == NULL || ids[1] == NULL)
    return ids[0] != NULL;
  for (; *ids != NULL; ids++)
    {
      const LedgerIssueFacts *facts = ledger_document_get_facts (get_document (self), *ids);

      if (facts != NULL && facts->workflow.state == LEDGER_STATE_UNCLAIMED)
        return TRUE;
    }
  return FALSE;
}

/* What the one selected problem is at now; of several each edit tells. */
void
ledger_issue_page_enable_actions (LedgerIssuePage *self)
{
  const char *id = ledger_session_get_selected_issue (get_session (self));
  const LedgerIssueFacts *facts =
      id != NULL ? ledger_document_get_facts (get_document (self), id) : NULL;
  const LedgerState state = facts != NULL ? facts->workflow.state : LEDGER_STATE_UNCLAIMED;
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "submit", state == LEDGER_STATE_IN_PROGRESS || state == LEDGER_STATE_CONTINUED },
    { "reopen-issue", state == LEDGER_STATE_CLOSED },
    { "continue-issue", facts != NULL && ledger_gesture_may_continue (facts) },
    { "end-continued", state == LEDGER_STATE_CONTINUED },
    { "renumber", id != NULL && ledger_document_shares_number (get_document (self), "issue", id) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    ledger_page_enable_action (
        LEDGER_PAGE (self), states[i].name, facts != NULL && states[i].enabled);
  ledger_page_enable_action (LEDGER_PAGE (self), "claim", may_claim (self));
}

void
ledger_issue_page_enable_claiming (LedgerIssuePage *self)
{
  ledger_page_enable_action (
      LEDGER_PAGE (self), "claim-many", is_anything_unclaimed (get_document (self)));
}

void
ledger_issue_page_add_actions (LedgerIssuePage *self)
{
  GActionMap *group = ledger_page_get_actions (LEDGER_PAGE (self));

  ledger_page_add_actions (LEDGER_PAGE (self), actions, G_N_ELEMENTS (actions), self);
  ledger_issue_page_add_cell_actions (self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (group, "whole-window")),
                               FALSE);
}
