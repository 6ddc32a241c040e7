/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-queue.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-queue.h"
#include "ledger-statistics.h"

struct _LedgerSignoffQueue
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerSignoffQueue, ledger_signoff_queue, GTK_TYPE_WIDGET)

static const char *
get_issue (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "issue-id");
}

static void
on_activated (LedgerSignoffQueue *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_issue (row));
}

static GtkWidget *
create_row (LedgerDocument *document, const LedgerApprovalItem *item)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, item->issue_id);
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const guint days = ledger_statistics_get_waiting_days (document, facts);
  const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);
  g_autofree char *number = ledger_document_dup_number (document, issue);
  g_autofree char *words = g_strdup_printf ("%s %s", number ? number : "", text ? text : "");
  g_autofree char *waited =
      days == 0 ? g_strdup (_ ("came today"))
                : g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE, "%u working day", "%u working days", days), days);
  g_autofree char *caption = g_strdup_printf ("%s %s", ledger_step_get_name (item->step), waited);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_label_new (words);
  GtkWidget *below = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_widget_add_css_class (head, "numeric");
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "numeric");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), below);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, text);
  g_object_set_data_full (G_OBJECT (row), "issue-id", g_strdup (item->issue_id), g_free);
  return row;
}

static void
ledger_signoff_queue_dispose (GObject *object)
{
  g_clear_pointer (&LEDGER_SIGNOFF_QUEUE (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_signoff_queue_parent_class)->dispose (object);
}

static void
ledger_signoff_queue_class_init (LedgerSignoffQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_queue_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen",
                                  LEDGER_TYPE_SIGNOFF_QUEUE,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
}

static void
ledger_signoff_queue_init (LedgerSignoffQueue *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Waiting for me"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ledger_signoff_queue_new (void)
{
  return g_object_new (LEDGER_TYPE_SIGNOFF_QUEUE, NULL);
}

void
ledger_signoff_queue_show (LedgerSignoffQueue *self, LedgerDocument *document, GPtrArray *items)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         create_row (document, g_ptr_array_index (items, i)));
}

void
ledger_signoff_queue_select (LedgerSignoffQueue *self, const char *issue_id)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_strcmp0 (get_issue (row), issue_id) == 0)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}
