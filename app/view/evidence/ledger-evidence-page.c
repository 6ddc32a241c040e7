/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-actions.h"
#include "ledger-evidence-desk.h"
#include "ledger-evidence.h"
#include "ledger-filing-run.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"
#include "ledger-page-bar.h"
#include "ledger-subpage-bar.h"

struct _LedgerEvidencePage
{
  LedgerPage parent_instance;

  char *evidence_id;
  LedgerEvidenceActions *actions;
  LedgerFilingRun *run; /* since the first digit here; NULL: none */
  GtkWidget *bar;
  GtkWidget *menu_button;
  GtkWidget *box;
  GtkWidget *filing; /* the line for 待归入 */
  GtkWidget *scrolled;
  GtkWidget *pages;
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerEvidencePage, ledger_evidence_page, LEDGER_TYPE_PAGE)

static LedgerDocument *
get_document (LedgerEvidencePage *self)
{
  return ledger_page_get_document (LEDGER_PAGE (self));
}

static LedgerSession *
get_session (LedgerEvidencePage *self)
{
  return ledger_page_get_session (LEDGER_PAGE (self));
}

static LedgerRecord *
get_evidence (LedgerEvidencePage *self)
{
  if (self->evidence_id == NULL)
    return NULL;
  return ledger_document_lookup (
      get_document (self), ledger_evidence_record_type.name, self->evidence_id);
}

/* The host knows by its own action or by the signal. */
static void
leave (LedgerEvidencePage *self)
{
  GtkWidget *host = gtk_widget_get_parent (GTK_WIDGET (self));

  g_clear_pointer (&self->run, ledger_filing_run_free);
  ledger_session_set_whole_window (get_session (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
  if (host != NULL)
    gtk_widget_activate_action (host, "page.close-evidence", NULL);
}

/* --- 待归入 --- */

/* The one after the present one; from the top again after the last; NULL: no other. */
static char *
dup_next_unfiled (LedgerEvidencePage *self)
{
  LedgerRecord *evidence = get_evidence (self);
  const char *issue = evidence != NULL ? ledger_record_get_parent_id (evidence) : NULL;
  g_autoptr (GPtrArray) unfiled = ledger_issue_proof_list_unfiled (get_document (self), issue);
  const char *first = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < unfiled->len; i++)
    {
      const char *id = ledger_record_get_id (unfiled->pdata[i]);

      if (g_strcmp0 (id, self->evidence_id) == 0)
        passed = TRUE;
      else if (passed)
        return g_strdup (id);
      else if (first == NULL)
        first = id;
    }
  return g_strdup (first);
}

typedef struct
{
  LedgerEvidencePage *self;
  char *evidence_id;
  char *measure_id;
  char *title; /* of the edit */
  char *next;  /* shown once it is written; NULL: nothing is left */
} Filing;

static void
filing_free (Filing *filing)
{
  g_object_unref (filing->self);
  g_free (filing->evidence_id);
  g_free (filing->measure_id);
  g_free (filing->title);
  g_free (filing->next);
  g_free (filing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)

static void
on_filed (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (Filing) filing = data;
  LedgerEvidencePage *self = filing->self;

  if (!committed)
    return;
  if (self->run == NULL)
    self->run = ledger_filing_run_new ();
  ledger_filing_run_add (self->run, filing->evidence_id, filing->measure_id, filing->title);
  if (filing->next != NULL)
    {
      ledger_session_open_evidence (session, filing->next);
      return;
    }
  ledger_filing_run_tell (self->run, session);
  leave (self);
}

static gboolean
file_to (LedgerEvidencePage *self, guint place, gboolean shared)
{
  LedgerDocument *document = get_document (self);
  LedgerRecord *evidence = get_evidence (self);
  LedgerRecord *measure =
      ledger_issue_proof_get_measure (document, ledger_record_get_parent_id (evidence), place);
  const gboolean unfiled = ledger_issue_proof_is_unfiled (document, evidence);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LedgerEdit *edit;
  Filing *filing;

  if (ledger_document_is_read_only (document) || (!unfiled && !shared))
    return FALSE;
  if (measure == NULL)
    {
      text = g_strdup_printf (_ ("There is no measure %u here"), place);
      ledger_session_toast (get_session (self), text, NULL, NULL, NULL);
      return TRUE;
    }
  text = g_strdup_printf (
      shared && !unfiled ? _ ("Shared with measure %u") : _ ("Filed to measure %u"), place);
  edit = ledger_gesture_file_evidence (
      document, self->evidence_id, ledger_record_get_id (measure), shared, &error);
  filing = g_new0 (Filing, 1);
  filing->self = g_object_ref (self);
  filing->evidence_id = g_strdup (self->evidence_id);
  filing->measure_id = g_strdup (ledger_record_get_id (measure));
  filing->title = edit != NULL ? g_strdup (ledger_edit_get_title (edit)) : NULL;
  filing->next = shared ? g_strdup (self->evidence_id) : dup_next_unfiled (self);
  ledger_session_commit (get_session (self), edit, &error, text, on_filed, filing);
  return TRUE;
}

static gboolean
skip (LedgerEvidencePage *self)
{
  g_autofree char *next = dup_next_unfiled (self);

  if (next != NULL)
    ledger_session_open_evidence (get_session (self), next);
  return next != NULL;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        LedgerEvidencePage *self)
{
  const guint32 character = gdk_keyval_to_unicode (key);

  if (character < '0' || character > '9' || (state & GDK_CONTROL_MASK) != 0
      || get_evidence (self) == NULL)
    return FALSE;
  if (character == '0')
    return skip (self);
  return file_to (self, character - '0', (state & GDK_ALT_MASK) != 0);
}

/* --- what is shown --- */

static void
show_filing (LedgerEvidencePage *self, LedgerRecord *evidence)
{
  LedgerDocument *document = get_document (self);
  const char *issue = ledger_record_get_parent_id (evidence);
  const gboolean unfiled = ledger_issue_proof_is_unfiled (document, evidence);
  g_autoptr (GPtrArray) others = ledger_issue_proof_list_unfiled (document, issue);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u file is not filed yet. Press 1 to 9 for the measure, 0 to skip.",
                   "%u files are not filed yet. Press 1 to 9 for the measure, 0 to skip.",
                   others->len),
      others->len);

  gtk_label_set_text (GTK_LABEL (self->filing), text);
  gtk_widget_set_visible (self->filing, unfiled && !ledger_document_is_read_only (document));
}

static void
update (LedgerEvidencePage *self)
{
  LedgerRecord *evidence = get_evidence (self);
  g_autofree char *label = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (evidence == NULL)
    {
      gtk_widget_set_visible (self->filing, FALSE);
      if (self->evidence_id != NULL)
        leave (self);
      return;
    }
  label = ledger_issue_proof_dup_label (get_document (self), evidence);
  ledger_subpage_bar_set_title (LEDGER_SUBPAGE_BAR (self->bar), label);
  ledger_page_set_title (LEDGER_PAGE (self), label);
  show_filing (self, evidence);
  ledger_evidence_actions_set_issue (self->actions, ledger_record_get_parent_id (evidence));
  menu = ledger_evidence_actions_create_menu (self->actions);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
}

/* The list beside marks what is seen here. */
static void
tell_shown (LedgerEvidencePage *self)
{
  ledger_evidence_desk_set_shown (ledger_evidence_desk_get (get_session (self)),
                                  gtk_widget_get_mapped (GTK_WIDGET (self)) ? self->evidence_id
                                                                            : NULL);
}

void
ledger_evidence_page_show (LedgerEvidencePage *self, const char *evidence_id)
{
  const char *ids[] = { evidence_id, NULL };

  g_return_if_fail (LEDGER_IS_EVIDENCE_PAGE (self));
  if (g_strcmp0 (self->evidence_id, evidence_id) != 0)
    {
      g_free (self->evidence_id);
      self->evidence_id = g_strdup (evidence_id);
    }
  ledger_page_view_set_files (LEDGER_PAGE_VIEW (self->pages), ids, FALSE);
  ledger_evidence_actions_set_evidence (self->actions, ids);
  tell_shown (self);
  update (self);
}

const char *
ledger_evidence_page_get_evidence (LedgerEvidencePage *self)
{
  return self->evidence_id;
}

/* --- actions --- */

static void
do_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_view_zoom (LEDGER_PAGE_VIEW (LEDGER_EVIDENCE_PAGE (data)->pages), 1);
}

static void
do_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_view_zoom (LEDGER_PAGE_VIEW (LEDGER_EVIDENCE_PAGE (data)->pages), -1);
}

static void
do_zoom_reset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_view_zoom (LEDGER_PAGE_VIEW (LEDGER_EVIDENCE_PAGE (data)->pages), 0);
}

static void
do_rotate (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_view_rotate (LEDGER_PAGE_VIEW (LEDGER_EVIDENCE_PAGE (data)->pages));
}

static void
do_whole_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSession *session = get_session (data);

  ledger_session_set_whole_window (session, !ledger_session_get_whole_window (session));
}

static void
do_close (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  leave (data);
}

/* --- of the page --- */

static void
take_focus (LedgerPage *page)
{
  gtk_widget_grab_focus (LEDGER_EVIDENCE_PAGE (page)->pages);
}

static gboolean
step_back (LedgerPage *page)
{
  LedgerSession *session = ledger_page_get_session (page);

  if (!ledger_session_get_whole_window (session))
    return FALSE;
  ledger_session_set_whole_window (session, FALSE);
  return TRUE;
}

static void
reveal_evidence (LedgerPage *page, const char *evidence_id)
{
  ledger_evidence_page_show (LEDGER_EVIDENCE_PAGE (page), evidence_id);
}

/* --- building --- */

static void
build_bar (LedgerEvidencePage *self)
{
  GtkWidget *tools =
      ledger_page_bar_new (LEDGER_PAGE_VIEW (self->pages), get_session (self), FALSE);

  self->bar = ledger_subpage_bar_new (NULL, "page.close-evidence");
  ledger_subpage_bar_append_end (LEDGER_SUBPAGE_BAR (self->bar), tools);
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done with this evidence"),
                                  -1);
  ledger_subpage_bar_append_end (LEDGER_SUBPAGE_BAR (self->bar), self->menu_button);
}

static void
add_keys (LedgerEvidencePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->pages, keys);
}

static void
ledger_evidence_page_constructed (GObject *object)
{
  LedgerEvidencePage *self = LEDGER_EVIDENCE_PAGE (object);
  const GActionEntry entries[] = {
    { "zoom-in", do_zoom_in, NULL, NULL, NULL, { 0 } },
    { "zoom-out", do_zoom_out, NULL, NULL, NULL, { 0 } },
    { "zoom-reset", do_zoom_reset, NULL, NULL, NULL, { 0 } },
    { "rotate", do_rotate, NULL, NULL, NULL, { 0 } },
    { "whole-window", do_whole_window, NULL, NULL, NULL, { 0 } },
    { "close-evidence", do_close, NULL, NULL, NULL, { 0 } },
  };

  G_OBJECT_CLASS (ledger_evidence_page_parent_class)->constructed (object);
  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
  self->actions =
      ledger_evidence_actions_new (GTK_WIDGET (self), get_document (self), get_session (self));
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "evidence", ledger_evidence_actions_get_group (self->actions));
  self->pages = ledger_page_view_new (get_document (self), get_session (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->pages);
  add_keys (self);
  build_bar (self);
  gtk_box_prepend (GTK_BOX (self->box), self->bar);
  g_signal_connect_object (
      get_document (self), "refreshed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
ledger_evidence_page_map (GtkWidget *widget)
{
  LedgerEvidencePage *self = LEDGER_EVIDENCE_PAGE (widget);

  GTK_WIDGET_CLASS (ledger_evidence_page_parent_class)->map (widget);
  ledger_evidence_desk_join (ledger_evidence_desk_get (get_session (self)), widget);
  tell_shown (self);
}

static void
ledger_evidence_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ledger_evidence_page_parent_class)->unmap (widget);
  tell_shown (LEDGER_EVIDENCE_PAGE (widget));
}

static void
ledger_evidence_page_dispose (GObject *object)
{
  LedgerEvidencePage *self = LEDGER_EVIDENCE_PAGE (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "evidence", NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (ledger_evidence_page_parent_class)->dispose (object);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->run, ledger_filing_run_free);
  g_clear_pointer (&self->evidence_id, g_free);
}

static void
ledger_evidence_page_class_init (LedgerEvidencePageClass *klass)
{
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_evidence_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_evidence_page_dispose;
  widget_class->map = ledger_evidence_page_map;
  widget_class->unmap = ledger_evidence_page_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidencePage, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidencePage, filing);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidencePage, scrolled);
  page_class->ready = TRUE;
  page_class->take_focus = take_focus;
  page_class->step_back = step_back;
  page_class->reveal_evidence = reveal_evidence;
  signals[CLOSED] = g_signal_new (
      "closed", LEDGER_TYPE_EVIDENCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_evidence_page_init (LedgerEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Evidence"));
}
