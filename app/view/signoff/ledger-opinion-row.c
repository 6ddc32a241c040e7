/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-opinion-row.h"

#include "ledger-approval.h"

struct _LedgerOpinionRow
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *button;
  GtkWidget *entry;
  GtkWidget *usual;
  GtkWidget *choices;
};

G_DEFINE_FINAL_TYPE (LedgerOpinionRow, ledger_opinion_row, GTK_TYPE_WIDGET)

static void
on_chosen (GtkButton *button, LedgerOpinionRow *self)
{
  ledger_opinion_row_set_text (self, gtk_button_get_label (button));
  gtk_popover_popdown (GTK_POPOVER (self->usual));
}

static void
add_choice (LedgerOpinionRow *self, const char *opinion)
{
  GtkWidget *button = gtk_button_new_with_label (opinion);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "menu-row");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (on_chosen), self);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
ledger_opinion_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_OPINION_ROW);
  G_OBJECT_CLASS (ledger_opinion_row_parent_class)->dispose (object);
}

static void
ledger_opinion_row_class_init (LedgerOpinionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_opinion_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-opinion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerOpinionRow, label);
  gtk_widget_class_bind_template_child (widget_class, LedgerOpinionRow, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerOpinionRow, entry);
  gtk_widget_class_bind_template_child (widget_class, LedgerOpinionRow, usual);
  gtk_widget_class_bind_template_child (widget_class, LedgerOpinionRow, choices);
}

static void
ledger_opinion_row_init (LedgerOpinionRow *self)
{
  g_auto (GStrv) opinions = ledger_approval_dup_opinions ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; opinions[i] != NULL; i++)
    add_choice (self, opinions[i]);
}

const char *
ledger_opinion_row_get_text (LedgerOpinionRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
ledger_opinion_row_set_text (LedgerOpinionRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

void
ledger_opinion_row_propose (LedgerOpinionRow *self)
{
  g_auto (GStrv) opinions = ledger_approval_dup_opinions ();

  ledger_opinion_row_set_text (self, opinions[0]);
}
