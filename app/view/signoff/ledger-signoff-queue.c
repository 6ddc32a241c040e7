/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-queue.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-queue.h"
#include "ledger-statistics.h"
#include "ledger-toolkit.h"

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
  ledger_toolkit_set_tooltip (row, text);
  g_object_set_data_full (G_OBJECT (row), "issue-id", g_strdup (item->issue_id), g_free);
  return row;
}

static void
ledger_signoff_queue_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_SIGNOFF_QUEUE);
  G_OBJECT_CLASS (ledger_signoff_queue_parent_class)->dispose (object);
}

static void
ledger_signoff_queue_class_init (LedgerSignoffQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_queue_dispose;
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-signoff-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffQueue, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerSignoffQueue, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ledger_signoff_queue_init (LedgerSignoffQueue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
