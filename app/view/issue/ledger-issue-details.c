/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-details.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-section.h"
#include "ledger-conflict-list.h"
#include "ledger-evidence-drop.h"
#include "ledger-field-section.h"
#include "ledger-finding-list.h"
#include "ledger-issue-header.h"
#include "ledger-issue-next.h"
#include "ledger-measure-section.h"
#include "ledger-note-section.h"
#include "ledger-proof-section.h"
#include "ledger-signoff-section.h"
#include "ledger-tab-order.h"
#include "ledger-trace-section.h"

enum
{
  SECTION_CLAIM,
  SECTION_MEASURES,
  SECTION_PROOF,
  SECTION_NOTES,
  SECTION_SIGNOFFS,
  SECTION_FIELDS,
  SECTION_TRACE,
  N_SECTIONS,
};

struct _LedgerIssueDetails
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *stack; /* "one", "many", "none" */
  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *header;
  GtkWidget *conflicts;
  LedgerIssueSection *sections[N_SECTIONS];
  GtkWidget *findings;
  GtkWidget *closing;
  GtkWidget *next;
  GtkWidget *many;
  char *shown; /* issue id */
  const char *next_action;
};

enum
{
  NEXT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerIssueDetails, ledger_issue_details, GTK_TYPE_WIDGET)

/* --- the next step --- */

static gboolean
is_claiming (LedgerIssueDetails *self)
{
  return ledger_section_get_expanded (
      ledger_issue_section_get_frame (self->sections[SECTION_CLAIM]));
}

static void
show_next (LedgerIssueDetails *self, const LedgerIssueFacts *facts)
{
  LedgerIssueNext next = { NULL, NULL };
  g_autofree char *closing = NULL;

  if (facts != NULL)
    {
      next = ledger_issue_next_of (self->document, facts);
      closing =
          ledger_issue_next_describe_closing (facts, ledger_document_get_today (self->document));
    }
  if (facts != NULL && facts->workflow.state == LEDGER_STATE_UNCLAIMED && is_claiming (self))
    next = (LedgerIssueNext){ C_ ("button", "Claim"), "page.save-claim" };
  gtk_label_set_text (GTK_LABEL (self->closing), closing != NULL ? closing : "");
  gtk_widget_set_visible (self->next, next.label != NULL);
  if (next.label != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->next), next.label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), next.action);
    }
  self->next_action = next.action;
  g_signal_emit (self, signals[NEXT_CHANGED], 0);
}

/* --- what is shown --- */

static void
show_one (LedgerIssueDetails *self, const LedgerIssueFacts *facts)
{
  const char *id = ledger_record_get_id (LEDGER_RECORD (facts->issue));
  const gboolean another = g_strcmp0 (self->shown, id) != 0;

  if (another)
    {
      g_free (self->shown);
      self->shown = g_strdup (id);
      ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), NULL);
      ledger_evidence_drop_attach (self->scrolled, self->session, id, NULL);
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
    }
  ledger_issue_header_show (LEDGER_ISSUE_HEADER (self->header), facts);
  ledger_conflict_list_show (LEDGER_CONFLICT_LIST (self->conflicts), id);
  for (guint i = 0; i < N_SECTIONS; i++)
    ledger_issue_section_set_issue (self->sections[i], id);
  show_next (self, facts);
}

static void
show_many (LedgerIssueDetails *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item selected", "%u items selected", n), n);

  gtk_label_set_text (GTK_LABEL (self->many), text);
  show_next (self, NULL);
}

static void
update (LedgerIssueDetails *self)
{
  const guint n = ledger_session_get_n_selected (self->session);
  const char *id = ledger_session_get_selected_issue (self->session);
  const LedgerIssueFacts *facts =
      id != NULL ? ledger_document_get_facts (self->document, id) : NULL;

  if (facts != NULL)
    show_one (self, facts);
  else
    show_many (self, n);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    facts != NULL ? "one"
                                    : n > 1       ? "many"
                                                  : "none");
}

/* --- building --- */

static void
locate_in_issue (LedgerIssueDetails *self, const char *field)
{
  if (field == NULL)
    ledger_issue_details_start_measure (self);
  else if (g_str_equal (field, "text"))
    ledger_issue_details_edit_wording (self);
  else
    ledger_field_section_locate (LEDGER_FIELD_SECTION (self->sections[SECTION_FIELDS]), field);
}

/* 定位: what a finding is about. FIELD may be NULL. */
static void
on_located (LedgerIssueDetails *self, const char *type, const char *id, const char *field)
{
  if (ledger_conflict_list_locate (LEDGER_CONFLICT_LIST (self->conflicts), id, field))
    return;
  if (g_strcmp0 (type, "measure") == 0)
    ledger_measure_section_show (LEDGER_MEASURE_SECTION (self->sections[SECTION_MEASURES]), id);
  else if (g_strcmp0 (type, "claim") == 0)
    ledger_claim_section_locate (LEDGER_CLAIM_SECTION (self->sections[SECTION_CLAIM]), field);
  else if (g_strcmp0 (type, "evidence") == 0 || g_strcmp0 (type, "evidence_link") == 0)
    ledger_proof_section_locate (LEDGER_PROOF_SECTION (self->sections[SECTION_PROOF]), id);
  else
    locate_in_issue (self, field);
}

static GType
section_type (guint section)
{
  const GType types[N_SECTIONS] = {
    [SECTION_CLAIM] = LEDGER_TYPE_CLAIM_SECTION,
    [SECTION_MEASURES] = LEDGER_TYPE_MEASURE_SECTION,
    [SECTION_PROOF] = LEDGER_TYPE_PROOF_SECTION,
    [SECTION_NOTES] = LEDGER_TYPE_NOTE_SECTION,
    [SECTION_SIGNOFFS] = LEDGER_TYPE_SIGNOFF_SECTION,
    [SECTION_FIELDS] = LEDGER_TYPE_FIELD_SECTION,
    [SECTION_TRACE] = LEDGER_TYPE_TRACE_SECTION,
  };

  return types[section];
}

/* Its button becomes the one that saves. */
static void
on_claim_folded (LedgerIssueDetails *self)
{
  if (self->shown != NULL)
    show_next (self, ledger_document_get_facts (self->document, self->shown));
}

static void
build (LedgerIssueDetails *self)
{
  GtkBox *content = GTK_BOX (self->content);

  self->header = ledger_issue_header_new (self->session);
  self->conflicts = ledger_conflict_list_new (self->session);
  gtk_box_append (content, self->header);
  gtk_box_append (content, self->conflicts);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->sections[i] = g_object_new (
          section_type (i), "document", self->document, "session", self->session, NULL);
      gtk_box_append (content, GTK_WIDGET (self->sections[i]));
    }
  g_signal_connect_object (ledger_issue_section_get_frame (self->sections[SECTION_CLAIM]),
                           "notify::expanded",
                           G_CALLBACK (on_claim_folded),
                           self,
                           G_CONNECT_SWAPPED);
  ledger_issue_section_set_expanded (self->sections[SECTION_MEASURES], TRUE);
  ledger_issue_section_set_expanded (self->sections[SECTION_PROOF], TRUE);
}

/* --- life --- */

static void
ledger_issue_details_dispose (GObject *object)
{
  LedgerIssueDetails *self = LEDGER_ISSUE_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_ISSUE_DETAILS);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_issue_details_parent_class)->dispose (object);
}

static void
ledger_issue_details_finalize (GObject *object)
{
  g_free (LEDGER_ISSUE_DETAILS (object)->shown);
  G_OBJECT_CLASS (ledger_issue_details_parent_class)->finalize (object);
}

static gboolean
ledger_issue_details_grab_focus (GtkWidget *widget)
{
  LedgerIssueDetails *self = LEDGER_ISSUE_DETAILS (widget);

  if (gtk_widget_get_mapped (self->next) && gtk_widget_get_sensitive (self->next))
    return gtk_widget_grab_focus (self->next);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
ledger_issue_details_class_init (LedgerIssueDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_issue_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_issue_details_finalize;
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_issue_details_grab_focus;
  g_type_ensure (LEDGER_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-issue-details.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, content);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, findings);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, closing);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, next);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueDetails, many);
  gtk_widget_class_bind_template_callback (widget_class, on_located);
  gtk_widget_class_set_css_name (widget_class, "issuedetails");
  signals[NEXT_CHANGED] = g_signal_new ("next-changed",
                                        LEDGER_TYPE_ISSUE_DETAILS,
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);
}

static void
ledger_issue_details_init (LedgerIssueDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_issue_details_new (LedgerDocument *document, LedgerSession *session, GMenuModel *menu)
{
  LedgerIssueDetails *self = g_object_new (LEDGER_TYPE_ISSUE_DETAILS, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  build (self);
  ledger_issue_header_set_menu (LEDGER_ISSUE_HEADER (self->header), menu);
  g_signal_connect_object (
      session, "notify::selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "refreshed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

const char *
ledger_issue_details_get_next (LedgerIssueDetails *self)
{
  return self->next_action;
}

GtkWidget *
ledger_issue_details_get_next_button (LedgerIssueDetails *self)
{
  return self->next;
}

GtkWidget *
ledger_issue_details_get_menu_button (LedgerIssueDetails *self)
{
  return ledger_issue_header_get_menu_button (LEDGER_ISSUE_HEADER (self->header));
}

void
ledger_issue_details_start_claim (LedgerIssueDetails *self)
{
  ledger_claim_section_start (LEDGER_CLAIM_SECTION (self->sections[SECTION_CLAIM]));
}

void
ledger_issue_details_save_claim (LedgerIssueDetails *self)
{
  ledger_claim_section_save (LEDGER_CLAIM_SECTION (self->sections[SECTION_CLAIM]));
}

void
ledger_issue_details_cancel_claim (LedgerIssueDetails *self)
{
  ledger_claim_section_cancel (LEDGER_CLAIM_SECTION (self->sections[SECTION_CLAIM]));
}

void
ledger_issue_details_start_measure (LedgerIssueDetails *self)
{
  ledger_measure_section_start (LEDGER_MEASURE_SECTION (self->sections[SECTION_MEASURES]));
}

void
ledger_issue_details_start_note (LedgerIssueDetails *self)
{
  ledger_note_section_start (LEDGER_NOTE_SECTION (self->sections[SECTION_NOTES]));
}

void
ledger_issue_details_edit_wording (LedgerIssueDetails *self)
{
  ledger_issue_header_edit_wording (LEDGER_ISSUE_HEADER (self->header));
}

gboolean
ledger_issue_details_check (LedgerIssueDetails *self)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (self->shown == NULL)
    return FALSE;
  findings = ledger_completeness_check_issue (self->document, self->shown);
  return !ledger_finding_list_show (LEDGER_FINDING_LIST (self->findings), findings);
}
