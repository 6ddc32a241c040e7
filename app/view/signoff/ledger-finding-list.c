/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-finding-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-completeness.h"
#include "ledger-evidence.h"

struct _LedgerFindingList
{
  GtkWidget parent_instance;

  LedgerSession *session;
  char *issue_id;
};

enum
{
  LOCATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerFindingList, ledger_finding_list, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

static void
on_locate (GtkButton *button, LedgerFindingList *self)
{
  const char *evidence = g_object_get_data (G_OBJECT (button), "evidence");

  if (evidence != NULL)
    ledger_session_open_evidence (self->session, evidence);
  else
    ledger_session_open_issue (self->session, self->issue_id);
  g_signal_emit (self, signals[LOCATED], 0);
}

static void
append_finding (LedgerFindingList *self, const LedgerFinding *finding)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (finding->text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Locate"));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding->text, -1);
  if (g_strcmp0 (finding->type, ledger_evidence_record_type.name) == 0)
    g_object_set_data_full (G_OBJECT (button), "evidence", g_strdup (finding->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_locate), self);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
ledger_finding_list_dispose (GObject *object)
{
  LedgerFindingList *self = LEDGER_FINDING_LIST (object);

  clear (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->issue_id, g_free);
  G_OBJECT_CLASS (ledger_finding_list_parent_class)->dispose (object);
}

static void
ledger_finding_list_class_init (LedgerFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_finding_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findinglist");
  signals[LOCATED] = g_signal_new (
      "located", LEDGER_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_finding_list_init (LedgerFindingList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ledger_finding_list_new (LedgerSession *session)
{
  LedgerFindingList *self = g_object_new (LEDGER_TYPE_FINDING_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ledger_finding_list_show (LedgerFindingList *self, GPtrArray *findings, const char *issue_id)
{
  const gboolean any = findings != NULL && findings->len > 0;
  GtkWidget *title;

  clear (GTK_WIDGET (self));
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (!any)
    return;
  title = gtk_label_new (_ ("It cannot be submitted yet:"));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  for (guint i = 0; i < findings->len; i++)
    append_finding (self, g_ptr_array_index (findings, i));
}
