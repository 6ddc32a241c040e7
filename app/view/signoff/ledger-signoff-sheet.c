/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-sheet.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-rule.h"
#include "ledger-evidence.h"
#include "ledger-finding-list.h"
#include "ledger-paper-popover.h"
#include "ledger-proof-view.h"
#include "ledger-return-popover.h"
#include "ledger-signoff-matter.h"
#include "ledger-signoff-steps.h"
#include "ledger-signoff-withdrawal.h"

#define SHEET_WIDTH 440
#define LARGE_SHEET_WIDTH 500

struct _LedgerSignoffSheet
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *issue_id;
  LedgerStep step;
  gboolean awaited; /* a step is due at all */
  gboolean busy;    /* an act is being written */

  GtkWidget *sheet;
  GtkWidget *matter;
  GtkWidget *right;
  GtkWidget *proof;
  GtkWidget *foot;
  GtkWidget *findings;
  GtkWidget *message;
  GtkWidget *opinion_row;
  GtkWidget *opinion;
  GtkWidget *turn;
  GtkWidget *return_button;
  GtkWidget *return_popover;
  GtkWidget *paper_button;
  GtkWidget *paper_popover;
  GtkWidget *withdraw;
  GtkWidget *agree;
};

enum
{
  ACTED,
  LOCATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerSignoffSheet, ledger_signoff_sheet, GTK_TYPE_WIDGET)

static const char *
get_signer_name (LedgerDocument *document, const char *issue_id, LedgerStep step)
{
  const char *id = ledger_approval_get_signer (document, issue_id, step);
  const char *name = id != NULL ? ledger_document_get_name (document, "person", id) : NULL;

  return name != NULL ? name : _ ("nobody");
}

/* Who has it now, after an act. */
static const char *
get_awaited_name (LedgerDocument *document, const char *issue_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  LedgerStep step;

  if (facts == NULL || !ledger_state_get_awaited_step (facts->workflow.state, &step))
    return _ ("nobody");
  return get_signer_name (document, issue_id, step);
}

/* --- the act that is due --- */

static gboolean
can_withdraw (LedgerSignoffSheet *self)
{
  LedgerEdit *edit = ledger_approval_withdraw (self->document, self->issue_id, NULL);
  const gboolean possible = edit != NULL;

  if (edit != NULL)
    ledger_edit_unref (edit);
  return possible && !ledger_document_is_read_only (self->document);
}

static void
show_return (LedgerSignoffSheet *self, gboolean mine)
{
  const gboolean possible = mine && self->step != LEDGER_STEP_HANDLER;
  const char *back = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->return_button, possible);
  if (!possible)
    return;
  back = get_signer_name (
      self->document,
      self->issue_id,
      ledger_approval_get_return_step (self->document, self->issue_id, self->step));
  label = g_strdup_printf (_ ("Return to %s…"), back);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->return_button), label);
  ledger_return_popover_set_target (LEDGER_RETURN_POPOVER (self->return_popover), back);
}

static char *
describe_turn (LedgerSignoffSheet *self)
{
  const char *name;

  if (!self->awaited)
    return g_strdup (_ ("Nothing is to be signed here now."));
  name = get_signer_name (self->document, self->issue_id, self->step);
  return g_strdup_printf (_ ("%s is up to %s."), ledger_step_get_name (self->step), name);
}

static void
show_act (LedgerSignoffSheet *self)
{
  const gboolean writable = !ledger_document_is_read_only (self->document);
  const gboolean mine = writable && ledger_signoff_sheet_is_my_turn (self);
  g_autofree char *turn = describe_turn (self);

  gtk_label_set_text (GTK_LABEL (self->turn), turn);
  gtk_widget_set_visible (self->turn, !mine);
  gtk_widget_set_visible (self->opinion_row, mine);
  gtk_widget_set_visible (self->agree, mine);
  gtk_button_set_label (GTK_BUTTON (self->agree),
                        self->step == LEDGER_STEP_HANDLER
                            ? ledger_signoff_steps_get_submit_name (self->document)
                            : _ ("Agree"));
  gtk_widget_set_visible (self->paper_button, writable && self->awaited && !mine);
  gtk_widget_set_visible (self->withdraw, can_withdraw (self));
  show_return (self, mine);
  if (self->awaited)
    ledger_paper_popover_set_step (LEDGER_PAPER_POPOVER (self->paper_popover),
                                   self->step,
                                   get_signer_name (self->document, self->issue_id, self->step));
}

static void
say (LedgerSignoffSheet *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
show_issue (LedgerSignoffSheet *self)
{
  const LedgerIssueFacts *facts =
      self->issue_id != NULL ? ledger_document_get_facts (self->document, self->issue_id) : NULL;

  gtk_widget_set_visible (self->sheet,
                          facts != NULL && !ledger_session_get_whole_window (self->session));
  if (facts == NULL)
    return;
  self->awaited = ledger_state_get_awaited_step (facts->workflow.state, &self->step);
  ledger_signoff_matter_show (LEDGER_SIGNOFF_MATTER (self->matter), self->document, facts);
  show_act (self);
}

/* --- acting --- */

/* The first of the usual ones, so that a leader need not type; whoever submits says what he likes.
 */
static void
propose_opinion (LedgerSignoffSheet *self)
{
  g_auto (GStrv) opinions = ledger_approval_dup_opinions ();
  const gboolean agrees = self->awaited && self->step != LEDGER_STEP_HANDLER;

  gtk_editable_set_text (GTK_EDITABLE (self->opinion), agrees ? opinions[0] : "");
}

typedef struct
{
  LedgerSignoffSheet *self;
  char *issue_id;
  LedgerStep step;
  LedgerDecision decision;
} Act;

static void
on_written (LedgerSession *session, gboolean committed, gpointer data)
{
  Act *act = data;
  g_autoptr (LedgerSignoffSheet) self = act->self;

  self->busy = FALSE;
  if (committed && g_strcmp0 (self->issue_id, act->issue_id) == 0)
    propose_opinion (self);
  if (committed)
    g_signal_emit (self, signals[ACTED], 0, act->issue_id, (int)act->step, (int)act->decision);
  g_free (act->issue_id);
  g_free (act);
}

/* Takes EDIT; where it was refused, the sentence stands on the sheet. */
static void
write_act (LedgerSignoffSheet *self,
           LedgerEdit *edit,
           LedgerStep step,
           LedgerDecision decision,
           const GError *error)
{
  Act *act;

  if (edit == NULL)
    {
      say (self, error != NULL ? error->message : NULL);
      return;
    }
  say (self, NULL);
  self->busy = TRUE;
  act = g_new0 (Act, 1);
  act->self = g_object_ref (self);
  act->issue_id = g_strdup (self->issue_id);
  act->step = step;
  act->decision = decision;
  ledger_session_commit (self->session, edit, NULL, NULL, on_written, act);
}

/* TRUE where nothing stands against submitting. */
static gboolean
check_submit (LedgerSignoffSheet *self)
{
  g_autoptr (GPtrArray) findings = ledger_approval_check_submit (self->document, self->issue_id);

  return !ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), findings);
}

void
ledger_signoff_sheet_show_findings (LedgerSignoffSheet *self)
{
  if (self->issue_id != NULL && self->awaited && self->step == LEDGER_STEP_HANDLER)
    check_submit (self);
}

void
ledger_signoff_sheet_agree (LedgerSignoffSheet *self)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (self->busy || !ledger_signoff_sheet_is_my_turn (self))
    return;
  if (self->step == LEDGER_STEP_HANDLER && !check_submit (self))
    return;
  edit = ledger_approval_agree (self->document,
                                self->issue_id,
                                self->step,
                                gtk_editable_get_text (GTK_EDITABLE (self->opinion)),
                                &error);
  write_act (self, edit, self->step, LEDGER_DECISION_AGREE, error);
}

static void
on_returned (LedgerSignoffSheet *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (self->busy || !ledger_signoff_sheet_is_my_turn (self))
    return;
  edit = ledger_approval_return (self->document, self->issue_id, self->step, reason, &error);
  write_act (self, edit, self->step, LEDGER_DECISION_RETURN, error);
}

static void
on_paper (LedgerSignoffSheet *self)
{
  g_autoptr (GError) error = NULL;
  const LedgerPaperSignoff paper =
      ledger_paper_popover_get_paper (LEDGER_PAPER_POPOVER (self->paper_popover));
  LedgerEdit *edit;

  if (self->busy)
    return;
  edit = ledger_approval_enter_paper (self->document, self->issue_id, &paper, &error);
  write_act (self, edit, paper.step, paper.decision, error);
}

static void
on_withdraw (LedgerSignoffSheet *self)
{
  ledger_signoff_withdraw (self->session, self->issue_id);
}

void
ledger_signoff_sheet_return (LedgerSignoffSheet *self)
{
  if (gtk_widget_get_visible (self->return_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->return_button));
}

gboolean
ledger_signoff_sheet_is_my_turn (LedgerSignoffSheet *self)
{
  return self->issue_id != NULL && self->awaited
         && ledger_approval_is_my_turn (self->document, self->issue_id, self->step);
}

char *
ledger_signoff_sheet_describe_act (LedgerDocument *document,
                                   const char *issue_id,
                                   LedgerStep step,
                                   LedgerDecision decision)
{
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  g_autofree char *number = issue != NULL ? ledger_document_dup_number (document, issue) : NULL;

  if (decision == LEDGER_DECISION_RETURN)
    return g_strdup_printf (_ ("Returned to %s"), get_awaited_name (document, issue_id));
  switch (step)
    {
    case LEDGER_STEP_HANDLER:
      return g_strdup_printf (ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER)
                                  ? _ ("Submitted, now up to %s to review")
                                  : _ ("Submitted, now up to %s to approve"),
                              get_awaited_name (document, issue_id));
    case LEDGER_STEP_REVIEWER:
      return g_strdup_printf (_ ("Reviewed %s, now up to %s to approve"),
                              number ? number : "",
                              get_signer_name (document, issue_id, LEDGER_STEP_LEADER));
    case LEDGER_STEP_LEADER:
    default:
      return g_strdup_printf (_ ("Approved %s"), number ? number : "");
    }
}

/* --- building --- */

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_usual_opinion (GtkButton *button, LedgerSignoffSheet *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->opinion), gtk_button_get_label (button));
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
}

static GtkWidget *
create_usual_opinions (LedgerSignoffSheet *self)
{
  g_auto (GStrv) opinions = ledger_approval_dup_opinions ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; opinions[i] != NULL; i++)
    {
      GtkWidget *row = gtk_button_new_with_label (opinions[i]);

      gtk_widget_add_css_class (row, "flat");
      gtk_widget_add_css_class (row, "menu-row");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (row)), GTK_ALIGN_START);
      g_signal_connect (row, "clicked", G_CALLBACK (on_usual_opinion), self);
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Usual"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
create_opinion (LedgerSignoffSheet *self)
{
  GtkWidget *label = gtk_label_new (_ ("Opinion"));

  self->opinion_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->opinion = gtk_entry_new ();
  gtk_widget_set_hexpand (self->opinion, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->opinion), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Opinion"), -1);
  gtk_box_append (GTK_BOX (self->opinion_row), label);
  gtk_box_append (GTK_BOX (self->opinion_row), self->opinion);
  gtk_box_append (GTK_BOX (self->opinion_row), create_usual_opinions (self));
  return self->opinion_row;
}

static GtkWidget *
create_popover_button (const char *label, GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  if (label != NULL)
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  return button;
}

static GtkWidget *
create_buttons (LedgerSignoffSheet *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->return_popover = ledger_return_popover_new ();
  self->return_button = create_popover_button (NULL, self->return_popover);
  g_signal_connect_swapped (self->return_popover, "returned", G_CALLBACK (on_returned), self);
  self->paper_popover = ledger_paper_popover_new (self->document);
  self->paper_button =
      create_popover_button (_ ("Enter a signature on paper…"), self->paper_popover);
  g_signal_connect_swapped (self->paper_popover, "entered", G_CALLBACK (on_paper), self);
  self->withdraw = gtk_button_new_with_label (_ ("Withdraw"));
  g_signal_connect_swapped (self->withdraw, "clicked", G_CALLBACK (on_withdraw), self);
  self->agree = gtk_button_new ();
  gtk_widget_add_css_class (self->agree, "suggested-action");
  gtk_widget_set_size_request (self->agree, 140, -1);
  gtk_widget_set_hexpand (self->agree, TRUE);
  gtk_widget_set_halign (self->agree, GTK_ALIGN_END);
  g_signal_connect_swapped (self->agree, "clicked", G_CALLBACK (ledger_signoff_sheet_agree), self);
  gtk_box_append (GTK_BOX (row), self->return_button);
  gtk_box_append (GTK_BOX (row), self->paper_button);
  gtk_box_append (GTK_BOX (row), self->withdraw);
  gtk_box_append (GTK_BOX (row), self->agree);
  return row;
}

static void
on_located (LedgerSignoffSheet *self, const char *type, const char *id, const char *field)
{
  if (g_strcmp0 (type, ledger_evidence_record_type.name) == 0)
    ledger_session_open_evidence (self->session, id);
  else
    ledger_session_open_issue (self->session, self->issue_id);
  g_signal_emit (self, signals[LOCATED], 0);
}

static GtkWidget *
create_act (LedgerSignoffSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->findings = ledger_finding_list_new ();
  g_signal_connect_swapped (self->findings, "located", G_CALLBACK (on_located), self);
  self->message = create_label ("error-message");
  gtk_widget_set_visible (self->message, FALSE);
  self->turn = create_label (NULL);
  gtk_box_append (GTK_BOX (box), self->findings);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->turn);
  gtk_box_append (GTK_BOX (box), create_opinion (self));
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  return box;
}

static void
update_width (LedgerSignoffSheet *self)
{
  gtk_widget_set_size_request (self->sheet,
                               ledger_session_get_large_type (self->session) ? LARGE_SHEET_WIDTH
                                                                             : SHEET_WIDTH,
                               -1);
}

/* ⤢: the proof takes everything. */
static void
on_whole_window (LedgerSignoffSheet *self)
{
  const gboolean whole = ledger_session_get_whole_window (self->session);

  gtk_widget_set_visible (self->sheet, !whole && self->issue_id != NULL);
  if (self->foot != NULL)
    gtk_widget_set_visible (self->foot, !whole);
}

static void
build (LedgerSignoffSheet *self)
{
  self->sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->sheet, FALSE);
  self->matter = ledger_signoff_matter_new ();
  gtk_box_append (GTK_BOX (self->sheet), self->matter);
  gtk_box_append (GTK_BOX (self->sheet), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->sheet), create_act (self));
  gtk_widget_set_parent (self->sheet, GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL), GTK_WIDGET (self));
  self->right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->right, TRUE);
  self->proof = ledger_proof_view_new (self->document, self->session);
  gtk_widget_set_vexpand (self->proof, TRUE);
  gtk_widget_set_hexpand (self->proof, TRUE);
  gtk_box_append (GTK_BOX (self->right), self->proof);
  gtk_widget_set_parent (self->right, GTK_WIDGET (self));
  update_width (self);
}

static void
ledger_signoff_sheet_dispose (GObject *object)
{
  LedgerSignoffSheet *self = LEDGER_SIGNOFF_SHEET (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_sheet_parent_class)->dispose (object);
}

static void
ledger_signoff_sheet_class_init (LedgerSignoffSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[ACTED] = g_signal_new ("acted",
                                 LEDGER_TYPE_SIGNOFF_SHEET,
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
  signals[LOCATED] = g_signal_new (
      "located", LEDGER_TYPE_SIGNOFF_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_signoff_sheet_init (LedgerSignoffSheet *self)
{
}

GtkWidget *
ledger_signoff_sheet_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerSignoffSheet *self = g_object_new (LEDGER_TYPE_SIGNOFF_SHEET, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  build (self);
  show_issue (self);
  g_signal_connect_object (document, "refreshed", G_CALLBACK (show_issue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::person-id", G_CALLBACK (show_issue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::large-type", G_CALLBACK (update_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::whole-window", G_CALLBACK (on_whole_window), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ledger_signoff_sheet_set_issue (LedgerSignoffSheet *self, const char *issue_id)
{
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  say (self, NULL);
  ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), NULL);
  show_issue (self);
  propose_opinion (self);
  ledger_proof_view_set_issue (LEDGER_PROOF_VIEW (self->proof), issue_id);
}

const char *
ledger_signoff_sheet_get_issue (LedgerSignoffSheet *self)
{
  return self->issue_id;
}

void
ledger_signoff_sheet_set_foot (LedgerSignoffSheet *self, GtkWidget *foot)
{
  self->foot = foot;
  gtk_box_append (GTK_BOX (self->right), foot);
}

void
ledger_signoff_sheet_focus_proof (LedgerSignoffSheet *self)
{
  gtk_widget_grab_focus (self->proof);
}

void
ledger_signoff_sheet_zoom (LedgerSignoffSheet *self, int step)
{
  ledger_proof_view_zoom (LEDGER_PROOF_VIEW (self->proof), step);
}
