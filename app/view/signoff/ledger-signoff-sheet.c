/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-sheet.h"

#include <glib/gi18n-lib.h>

#include "ledger-proof-view.h"
#include "ledger-signoff-act.h"
#include "ledger-signoff-matter.h"

#define SHEET_WIDTH 440
#define LARGE_SHEET_WIDTH 500

struct _LedgerSignoffSheet
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *issue_id;
  guint n_waiting;

  GtkWidget *sheet;
  GtkWidget *matter;
  GtkWidget *act;
  GtkWidget *divider;
  GtkWidget *right;
  GtkWidget *proof;
  GtkWidget *foot;
  GtkWidget *count;
};

static guint signals[LEDGER_N_SIGNOFF_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerSignoffSheet, ledger_signoff_sheet, GTK_TYPE_WIDGET)

/* ⤢: the proof takes everything. */
static void
show_parts (LedgerSignoffSheet *self)
{
  const gboolean whole = ledger_session_get_whole_window (self->session);
  const gboolean shown = !whole && self->issue_id != NULL
                         && ledger_document_get_facts (self->document, self->issue_id) != NULL;

  gtk_widget_set_visible (self->sheet, shown);
  gtk_widget_set_visible (self->divider, shown);
  gtk_widget_set_visible (self->foot, !whole && self->n_waiting > 0);
}

static void
show_issue (LedgerSignoffSheet *self)
{
  const LedgerIssueFacts *facts =
      self->issue_id != NULL ? ledger_document_get_facts (self->document, self->issue_id) : NULL;

  show_parts (self);
  if (facts != NULL)
    ledger_signoff_matter_show (LEDGER_SIGNOFF_MATTER (self->matter), self->session, facts);
  ledger_signoff_act_update (LEDGER_SIGNOFF_ACT (self->act));
}

static void
update_width (LedgerSignoffSheet *self)
{
  const gboolean large = ledger_session_get_large_type (self->session);

  gtk_widget_set_size_request (self->sheet, large ? LARGE_SHEET_WIDTH : SHEET_WIDTH, -1);
}

static void
on_acted (LedgerSignoffSheet *self, const char *issue_id, int step, int decision)
{
  g_signal_emit (self, signals[LEDGER_SIGNOFF_ACTED], 0, issue_id, step, decision);
}

static void
on_located (LedgerSignoffSheet *self)
{
  g_signal_emit (self, signals[LEDGER_SIGNOFF_LOCATED], 0);
}

/* --- life --- */

static void
ledger_signoff_sheet_dispose (GObject *object)
{
  LedgerSignoffSheet *self = LEDGER_SIGNOFF_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SIGNOFF_SHEET);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue_id, g_free);
  G_OBJECT_CLASS (ledger_signoff_sheet_parent_class)->dispose (object);
}

static void
ledger_signoff_sheet_class_init (LedgerSignoffSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_sheet_dispose;
  ledger_signoff_act_add_signals (G_TYPE_FROM_CLASS (klass), signals);
  g_type_ensure (LEDGER_TYPE_SIGNOFF_MATTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, sheet);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, matter);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, divider);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, right);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, foot);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffSheet, count);
}

static void
ledger_signoff_sheet_init (LedgerSignoffSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (LedgerSignoffSheet *self)
{
  LedgerSession *session = self->session;

  g_signal_connect_object (
      self->document, "refreshed", G_CALLBACK (show_issue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::person-id", G_CALLBACK (show_issue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::large-type", G_CALLBACK (update_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::whole-window", G_CALLBACK (show_parts), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ledger_signoff_sheet_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerSignoffSheet *self = g_object_new (LEDGER_TYPE_SIGNOFF_SHEET, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->act = ledger_signoff_act_new (session);
  g_signal_connect_swapped (self->act, "acted", G_CALLBACK (on_acted), self);
  g_signal_connect_swapped (self->act, "located", G_CALLBACK (on_located), self);
  gtk_box_append (GTK_BOX (self->sheet), self->act);
  self->proof = ledger_proof_view_new (document, session);
  gtk_widget_set_vexpand (self->proof, TRUE);
  gtk_widget_set_hexpand (self->proof, TRUE);
  gtk_box_prepend (GTK_BOX (self->right), self->proof);
  update_width (self);
  show_issue (self);
  follow (self);
  return GTK_WIDGET (self);
}

void
ledger_signoff_sheet_set_issue (LedgerSignoffSheet *self, const char *issue_id)
{
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  ledger_signoff_act_set_issue (LEDGER_SIGNOFF_ACT (self->act), issue_id);
  show_issue (self);
  ledger_proof_view_set_issue (LEDGER_PROOF_VIEW (self->proof), issue_id);
}

const char *
ledger_signoff_sheet_get_issue (LedgerSignoffSheet *self)
{
  return self->issue_id;
}

void
ledger_signoff_sheet_set_place (LedgerSignoffSheet *self, guint place, guint n)
{
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "No. %u of %u", "No. %u of %u", n), place + 1, n);

  self->n_waiting = n;
  gtk_label_set_text (GTK_LABEL (self->count), words);
  show_parts (self);
}

void
ledger_signoff_sheet_agree (LedgerSignoffSheet *self)
{
  ledger_signoff_act_agree (LEDGER_SIGNOFF_ACT (self->act));
}

void
ledger_signoff_sheet_return (LedgerSignoffSheet *self)
{
  ledger_signoff_act_return (LEDGER_SIGNOFF_ACT (self->act));
}

void
ledger_signoff_sheet_show_findings (LedgerSignoffSheet *self)
{
  ledger_signoff_act_show_findings (LEDGER_SIGNOFF_ACT (self->act));
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
