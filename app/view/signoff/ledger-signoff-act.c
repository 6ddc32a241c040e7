/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-act.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-rule.h"
#include "ledger-evidence.h"
#include "ledger-finding-list.h"
#include "ledger-opinion-row.h"
#include "ledger-paper-form.h"
#include "ledger-return-popover.h"
#include "ledger-scan-keeping.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff-withdrawal.h"
#include "ledger-signoff-words.h"
#include "ledger-toolkit.h"

struct _LedgerSignoffAct
{
  GtkWidget parent_instance;

  LedgerSession *session;
  char *issue_id;
  LedgerStep step;
  gboolean awaited; /* a step is due at all */
  gboolean busy;    /* an act is being written */

  GtkWidget *findings;
  GtkWidget *message;
  GtkWidget *due;
  GtkWidget *turn;
  GtkWidget *opinion;
  GtkWidget *return_button;
  GtkWidget *return_popover;
  GtkWidget *paper_button;
  GtkWidget *paper; /* in the place of `due` while it is filled in */
  GtkWidget *withdraw;
  GtkWidget *agree;
};

static guint signals[LEDGER_N_SIGNOFF_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerSignoffAct, ledger_signoff_act, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerSignoffAct *self)
{
  return ledger_session_get_document (self->session);
}

/* --- what is due --- */

static gboolean
can_withdraw (LedgerSignoffAct *self)
{
  g_autoptr (LedgerEdit) edit =
      ledger_approval_withdraw (get_document (self), self->issue_id, NULL);

  return edit != NULL && !ledger_document_is_read_only (get_document (self));
}

static void
show_return (LedgerSignoffAct *self, gboolean mine)
{
  const gboolean possible = mine && self->step != LEDGER_STEP_HANDLER;
  const char *back;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->return_button, possible);
  if (!possible)
    return;
  back = ledger_signoff_words_get_signer (
      get_document (self),
      self->issue_id,
      ledger_approval_get_return_step (get_document (self), self->issue_id, self->step));
  label = g_strdup_printf (_ ("Return to %s…"), back);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->return_button), label);
  ledger_return_popover_set_target (LEDGER_RETURN_POPOVER (self->return_popover), back);
}

static void
show_paper (LedgerSignoffAct *self, gboolean shown)
{
  gtk_widget_set_visible (self->paper, shown);
  gtk_widget_set_visible (self->due, !shown);
}

static gboolean
is_my_turn (LedgerSignoffAct *self)
{
  return self->awaited
         && ledger_approval_is_my_turn (get_document (self), self->issue_id, self->step);
}

void
ledger_signoff_act_update (LedgerSignoffAct *self)
{
  LedgerDocument *document = get_document (self);
  const LedgerIssueFacts *facts =
      self->issue_id != NULL ? ledger_document_get_facts (document, self->issue_id) : NULL;
  const gboolean writable = !ledger_document_is_read_only (document);
  const LedgerStep before = self->step;
  gboolean mine;
  g_autofree char *turn = NULL;

  self->awaited =
      facts != NULL && ledger_state_get_awaited_step (facts->workflow.state, &self->step);
  if (facts == NULL)
    return;
  mine = writable && is_my_turn (self);
  turn = self->awaited ? ledger_signoff_words_describe_turn (document, self->issue_id, self->step)
                       : g_strdup (_ ("Nothing is to be signed here now."));
  gtk_label_set_text (GTK_LABEL (self->turn), turn);
  gtk_widget_set_visible (self->turn, !mine);
  gtk_widget_set_visible (self->opinion, mine);
  gtk_widget_set_visible (self->agree, mine);
  gtk_button_set_label (GTK_BUTTON (self->agree),
                        self->step == LEDGER_STEP_HANDLER
                            ? ledger_signoff_steps_get_submit_name (document)
                            : _ ("Agree"));
  gtk_widget_set_visible (self->paper_button, writable && self->awaited && !mine);
  gtk_widget_set_visible (self->withdraw, can_withdraw (self));
  show_return (self, mine);
  if (!writable || !self->awaited || mine || self->step != before)
    show_paper (self, FALSE);
}

static void
say (LedgerSignoffAct *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

/* A leader need not type; whoever submits says what he likes. */
static void
propose_opinion (LedgerSignoffAct *self)
{
  if (self->awaited && self->step != LEDGER_STEP_HANDLER)
    ledger_opinion_row_propose (LEDGER_OPINION_ROW (self->opinion));
  else
    ledger_opinion_row_set_text (LEDGER_OPINION_ROW (self->opinion), NULL);
}

/* --- acting --- */

typedef struct
{
  LedgerSignoffAct *self;
  char *issue_id;
  LedgerStep step;
  LedgerDecision decision;
} Written;

static void
on_written (LedgerSession *session, gboolean committed, gpointer data)
{
  Written *act = data;
  g_autoptr (LedgerSignoffAct) self = act->self;

  self->busy = FALSE;
  if (committed && g_strcmp0 (self->issue_id, act->issue_id) == 0)
    {
      show_paper (self, FALSE);
      propose_opinion (self);
    }
  if (committed)
    g_signal_emit (
        self, signals[LEDGER_SIGNOFF_ACTED], 0, act->issue_id, (int)act->step, (int)act->decision);
  g_free (act->issue_id);
  g_free (act);
}

/* Takes EDIT; where it was refused, the sentence stands here. */
static void
write_act (LedgerSignoffAct *self,
           LedgerEdit *edit,
           LedgerStep step,
           LedgerDecision decision,
           const GError *error)
{
  Written *act;

  if (edit == NULL)
    {
      say (self, error != NULL ? error->message : NULL);
      return;
    }
  say (self, NULL);
  self->busy = TRUE;
  act = g_new0 (Written, 1);
  act->self = g_object_ref (self);
  act->issue_id = g_strdup (self->issue_id);
  act->step = step;
  act->decision = decision;
  ledger_session_commit (self->session, edit, NULL, NULL, on_written, act);
}

/* TRUE where nothing stands against submitting. */
static gboolean
check_submit (LedgerSignoffAct *self)
{
  g_autoptr (GPtrArray) findings =
      ledger_approval_check_submit (get_document (self), self->issue_id);

  return !ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), findings);
}

void
ledger_signoff_act_show_findings (LedgerSignoffAct *self)
{
  if (self->awaited && self->step == LEDGER_STEP_HANDLER)
    check_submit (self);
}

void
ledger_signoff_act_agree (LedgerSignoffAct *self)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (self->busy || !is_my_turn (self))
    return;
  if (self->step == LEDGER_STEP_HANDLER && !check_submit (self))
    return;
  edit = ledger_approval_agree (get_document (self),
                                self->issue_id,
                                self->step,
                                ledger_opinion_row_get_text (LEDGER_OPINION_ROW (self->opinion)),
                                &error);
  write_act (self, edit, self->step, LEDGER_DECISION_AGREE, error);
}

void
ledger_signoff_act_return (LedgerSignoffAct *self)
{
  if (gtk_widget_get_visible (self->return_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->return_button));
}

static void
on_returned (LedgerSignoffAct *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (self->busy || !is_my_turn (self))
    return;
  edit = ledger_approval_return (get_document (self), self->issue_id, self->step, reason, &error);
  write_act (self, edit, self->step, LEDGER_DECISION_RETURN, error);
}

static void
on_withdraw (LedgerSignoffAct *self)
{
  ledger_signoff_withdraw (self->session, self->issue_id);
}

static void
on_located (LedgerSignoffAct *self, const char *type, const char *id, const char *field)
{
  if (g_strcmp0 (type, ledger_evidence_record_type.name) == 0)
    ledger_session_open_evidence (self->session, id);
  else
    ledger_session_open_issue (self->session, self->issue_id);
  g_signal_emit (self, signals[LEDGER_SIGNOFF_LOCATED], 0);
}

/* --- 补录纸质签批 --- */

static void
on_open_paper (LedgerSignoffAct *self)
{
  say (self, NULL);
  show_paper (self, TRUE);
  ledger_paper_form_begin (
      LEDGER_PAPER_FORM (self->paper),
      self->step,
      ledger_signoff_words_get_signer (get_document (self), self->issue_id, self->step));
}

static void
on_cancel_paper (LedgerSignoffAct *self)
{
  say (self, NULL);
  show_paper (self, FALSE);
  gtk_widget_grab_focus (self->paper_button);
}

/* Esc: the form goes first, the window around it only by the next one. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LedgerSignoffAct *self = LEDGER_SIGNOFF_ACT (widget);

  if (!gtk_widget_get_visible (self->paper))
    return FALSE;
  on_cancel_paper (self);
  return TRUE;
}

/* SCAN: staged bytes, or NULL. */
static void
write_paper (LedgerSignoffAct *self, const LedgerStagedFile *scan)
{
  LedgerPaperSignoff paper = ledger_paper_form_get_paper (LEDGER_PAPER_FORM (self->paper));
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (scan != NULL)
    {
      paper.scan = scan->blob.digest;
      paper.scan_name = scan->name;
      paper.scan_pages = scan->pages;
      paper.scan_verdict = scan->verdict;
    }
  edit = ledger_approval_enter_paper (get_document (self), self->issue_id, &paper, &error);
  write_act (self, edit, paper.step, paper.decision, error);
}

/* The form as it was when its button was pressed. */
typedef struct
{
  LedgerSignoffAct *self;
  char *issue_id;
} Scanned;

static void
on_scan_kept (const LedgerStagedFile *scan, gpointer data)
{
  Scanned *scanned = data;
  g_autoptr (LedgerSignoffAct) self = scanned->self;
  const gboolean same = g_strcmp0 (self->issue_id, scanned->issue_id) == 0;

  self->busy = FALSE;
  gtk_widget_set_sensitive (self->paper, TRUE);
  if (same && scan->error != NULL)
    say (self, scan->error);
  else if (same && gtk_widget_get_visible (self->paper))
    write_paper (self, scan);
  g_free (scanned->issue_id);
  g_free (scanned);
}

/* What is wrong is said before a large scan is read. */
static gboolean
check_paper (LedgerSignoffAct *self)
{
  const LedgerPaperSignoff paper = ledger_paper_form_get_paper (LEDGER_PAPER_FORM (self->paper));
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerEdit) edit =
      ledger_approval_enter_paper (get_document (self), self->issue_id, &paper, &error);

  say (self, error != NULL ? error->message : NULL);
  return edit != NULL;
}

static void
on_paper (LedgerSignoffAct *self)
{
  GFile *file = ledger_paper_form_get_scan (LEDGER_PAPER_FORM (self->paper));
  Scanned *scanned;

  if (self->busy || !check_paper (self))
    return;
  if (file == NULL)
    {
      write_paper (self, NULL);
      return;
    }
  scanned = g_new0 (Scanned, 1);
  scanned->self = g_object_ref (self);
  scanned->issue_id = g_strdup (self->issue_id);
  self->busy = TRUE;
  ledger_toolkit_leave_focus (self->paper);
  gtk_widget_set_sensitive (self->paper, FALSE);
  ledger_scan_keeping_start (self->session, file, on_scan_kept, scanned);
}

/* --- life --- */

static void
ledger_signoff_act_dispose (GObject *object)
{
  LedgerSignoffAct *self = LEDGER_SIGNOFF_ACT (object);

  g_clear_pointer (&self->paper, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SIGNOFF_ACT);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_act_parent_class)->dispose (object);
}

void
ledger_signoff_act_add_signals (GType type, guint ids[LEDGER_N_SIGNOFF_SIGNALS])
{
  ids[LEDGER_SIGNOFF_ACTED] = g_signal_new ("acted",
                                            type,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            3,
                                            G_TYPE_STRING,
                                            G_TYPE_INT,
                                            G_TYPE_INT);
  ids[LEDGER_SIGNOFF_LOCATED] =
      g_signal_new ("located", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_signoff_act_class_init (LedgerSignoffActClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_act_dispose;
  ledger_signoff_act_add_signals (G_TYPE_FROM_CLASS (klass), signals);
  g_type_ensure (LEDGER_TYPE_FINDING_LIST);
  g_type_ensure (LEDGER_TYPE_OPINION_ROW);
  g_type_ensure (LEDGER_TYPE_RETURN_POPOVER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-act.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, findings);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, message);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, due);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, turn);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, opinion);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, return_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, return_popover);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, paper_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, withdraw);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffAct, agree);
  gtk_widget_class_bind_template_callback (widget_class, on_located);
  gtk_widget_class_bind_template_callback (widget_class, on_returned);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_open_paper);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw);
  gtk_widget_class_bind_template_callback (widget_class, ledger_signoff_act_agree);
}

static void
ledger_signoff_act_init (LedgerSignoffAct *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_signoff_act_new (LedgerSession *session)
{
  LedgerSignoffAct *self = g_object_new (LEDGER_TYPE_SIGNOFF_ACT, NULL);

  self->session = g_object_ref (session);
  self->paper = ledger_paper_form_new (ledger_session_get_document (session));
  gtk_widget_set_visible (self->paper, FALSE);
  gtk_widget_set_parent (self->paper, GTK_WIDGET (self));
  g_signal_connect_swapped (self->paper, "entered", G_CALLBACK (on_paper), self);
  g_signal_connect_swapped (self->paper, "cancelled", G_CALLBACK (on_cancel_paper), self);
  return GTK_WIDGET (self);
}

void
ledger_signoff_act_set_issue (LedgerSignoffAct *self, const char *issue_id)
{
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  say (self, NULL);
  ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), NULL);
  show_paper (self, FALSE);
  ledger_signoff_act_update (self);
  propose_opinion (self);
}
