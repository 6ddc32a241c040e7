/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-view.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ledger-box.h"
#include "ledger-evidence-link.h"
#include "ledger-issue-proof.h"
#include "ledger-page-bar.h"
#include "ledger-tab-order.h"
#include "ledger-toolkit.h"

/* As many numbers as fit beside the tools; beyond, a list to choose from. */
#define MOST_BUTTONS 6

struct _LedgerProofView
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *issue_id;
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *jumps;
  GtkWidget *choice; /* inside `jumps`, or NULL */
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *pages;
  gboolean following;
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  PROP_ISSUE_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerProofView, ledger_proof_view, GTK_TYPE_WIDGET)

/* --- cited pages --- */

static guint
first_number (const char *text)
{
  const char *digit = text != NULL ? strpbrk (text, "123456789") : NULL;

  return digit != NULL ? (guint)MIN (strtoul (digit, NULL, 10), 100000) : 0;
}

/* The first page that a measure of this issue cites; 1 where none is named. */
static guint
get_cited_page (LedgerProofView *self, const char *evidence_id)
{
  const GPtrArray *measures =
      ledger_document_get_children (self->document, "measure", self->issue_id);

  for (guint i = 0; i < measures->len; i++)
    {
      const GPtrArray *links = ledger_document_get_children (
          self->document, "evidence_link", ledger_record_get_id (measures->pdata[i]));

      for (guint j = 0; j < links->len; j++)
        {
          LedgerRecord *link = links->pdata[j];
          const guint page =
              first_number (ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_PAGES));

          if (page > 0
              && g_strcmp0 (ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_EVIDENCE),
                            evidence_id)
                     == 0)
            return page;
        }
    }
  return 1;
}

static void
jump (LedgerProofView *self, guint file)
{
  LedgerPageView *pages = LEDGER_PAGE_VIEW (self->pages);
  const char *id = ledger_page_view_get_evidence (pages, file);

  if (id != NULL)
    ledger_page_view_go_to (pages, file, get_cited_page (self, id));
}

/* --- the numbers in the bar --- */

static void
on_jump (GtkButton *button, LedgerProofView *self)
{
  jump (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "file")));
  gtk_widget_grab_focus (self->pages);
}

static void
on_chosen (LedgerProofView *self)
{
  if (self->following)
    return;
  jump (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)));
  gtk_widget_grab_focus (self->pages);
}

/* "05" of 1.2.3-05; its place where it has no number yet. */
static char *
dup_short_number (LedgerProofView *self, LedgerRecord *evidence, guint place)
{
  g_autofree char *number = ledger_document_dup_number (self->document, evidence);
  const char *dash = number != NULL ? strrchr (number, '-') : NULL;

  return dash != NULL ? g_strdup (dash + 1) : g_strdup_printf ("(%u)", place);
}

static void
add_button (LedgerProofView *self, LedgerRecord *evidence, guint place)
{
  g_autofree char *text = dup_short_number (self, evidence, place + 1);
  g_autofree char *label = ledger_issue_proof_dup_label (self->document, evidence);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  ledger_toolkit_set_tooltip (button, label);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "file", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", G_CALLBACK (on_jump), self);
  gtk_box_append (GTK_BOX (self->jumps), button);
}

static void
add_choice (LedgerProofView *self, GPtrArray *proof)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < proof->len; i++)
    gtk_string_list_take (names, ledger_issue_proof_dup_label (self->document, proof->pdata[i]));
  self->choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_add_css_class (self->choice, "flat");
  gtk_widget_set_size_request (self->choice, 160, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Evidence"), -1);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self->jumps), self->choice);
}

static void
fill_bar (LedgerProofView *self, GPtrArray *proof)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u file of evidence", "%u files of evidence", proof->len),
      proof->len);

  self->choice = NULL;
  ledger_box_clear (self->jumps);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  if (proof->len > MOST_BUTTONS)
    add_choice (self, proof);
  else
    for (guint i = 0; i < proof->len; i++)
      add_button (self, proof->pdata[i], i);
}

static void
on_current (LedgerProofView *self)
{
  guint file, page, n_pages, i = 0;

  ledger_page_view_get_current (LEDGER_PAGE_VIEW (self->pages), &file, &page, &n_pages);
  if (self->choice != NULL)
    {
      self->following = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), file);
      self->following = FALSE;
      return;
    }
  for (GtkWidget *at = gtk_widget_get_first_child (self->jumps); at != NULL;
       at = gtk_widget_get_next_sibling (at), i++)
    if (i == file)
      gtk_widget_add_css_class (at, "shown");
    else
      gtk_widget_remove_css_class (at, "shown");
}

/* --- content --- */

static GStrv
list_ids (GPtrArray *proof)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < proof->len; i++)
    g_strv_builder_add (builder, ledger_record_get_id (proof->pdata[i]));
  return g_strv_builder_end (builder);
}

static void
update (LedgerProofView *self)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (self->document, self->issue_id);
  g_auto (GStrv) ids = list_ids (proof);

  ledger_page_view_set_files (LEDGER_PAGE_VIEW (self->pages), (const char *const *)ids, TRUE);
  fill_bar (self, proof);
  on_current (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), proof->len > 0 ? "pages" : "empty");
  gtk_widget_set_visible (self->bar, proof->len > 0);
}

void
ledger_proof_view_set_issue (LedgerProofView *self, const char *issue_id)
{
  g_return_if_fail (LEDGER_IS_PROOF_VIEW (self));
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  update (self);
  if (issue_id != NULL)
    jump (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ISSUE_ID]);
}

void
ledger_proof_view_zoom (LedgerProofView *self, int step)
{
  ledger_page_view_zoom (LEDGER_PAGE_VIEW (self->pages), step);
}

/* --- life --- */

static gboolean
ledger_proof_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEDGER_PROOF_VIEW (widget)->pages);
}

static void
ledger_proof_view_constructed (GObject *object)
{
  LedgerProofView *self = LEDGER_PROOF_VIEW (object);

  G_OBJECT_CLASS (ledger_proof_view_parent_class)->constructed (object);
  self->pages = ledger_page_view_new (self->document, self->session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->pages);
  gtk_box_append (GTK_BOX (self->bar),
                  ledger_page_bar_new (LEDGER_PAGE_VIEW (self->pages), self->session, TRUE));
  g_signal_connect_swapped (self->pages, "notify::current", G_CALLBACK (on_current), self);
  g_signal_connect_object (
      self->document, "refreshed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
ledger_proof_view_dispose (GObject *object)
{
  LedgerProofView *self = LEDGER_PROOF_VIEW (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  self->pages = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_PROOF_VIEW);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_proof_view_parent_class)->dispose (object);
}

static void
ledger_proof_view_finalize (GObject *object)
{
  g_free (LEDGER_PROOF_VIEW (object)->issue_id);
  G_OBJECT_CLASS (ledger_proof_view_parent_class)->finalize (object);
}

static void
ledger_proof_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerProofView *self = LEDGER_PROOF_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ISSUE_ID:
      g_value_set_string (value, self->issue_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_proof_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LedgerProofView *self = LEDGER_PROOF_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ISSUE_ID:
      ledger_proof_view_set_issue (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_proof_view_class_init (LedgerProofViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = ledger_proof_view_constructed;
  object_class->dispose = ledger_proof_view_dispose;
  object_class->finalize = ledger_proof_view_finalize;
  object_class->get_property = ledger_proof_view_get_property;
  object_class->set_property = ledger_proof_view_set_property;
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, LEDGER_TYPE_DOCUMENT, once);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEDGER_TYPE_SESSION, once);
  props[PROP_ISSUE_ID] =
      g_param_spec_string ("issue-id",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_proof_view_grab_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-proof-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerProofView, bar);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofView, count);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofView, jumps);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofView, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerProofView, scrolled);
  gtk_widget_class_set_css_name (widget_class, "proofview");
}

static void
ledger_proof_view_init (LedgerProofView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_proof_view_new (LedgerDocument *document, LedgerSession *session)
{
  return g_object_new (LEDGER_TYPE_PROOF_VIEW, "document", document, "session", session, NULL);
}
