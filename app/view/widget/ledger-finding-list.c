/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-finding-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"

struct _LedgerFindingList
{
  GtkWidget parent_instance;
  GtkWidget *title;
  GtkWidget *scrolled;
  GtkWidget *list;
};

enum
{
  LOCATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerFindingList, ledger_finding_list, GTK_TYPE_WIDGET)

static void
ledger_finding_list_dispose (GObject *object)
{
  LedgerFindingList *self = LEDGER_FINDING_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_FINDING_LIST);
  G_OBJECT_CLASS (ledger_finding_list_parent_class)->dispose (object);
}

static void
ledger_finding_list_class_init (LedgerFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_finding_list_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerFindingList, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerFindingList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerFindingList, list);
  gtk_widget_class_set_css_name (widget_class, "findinglist");
  signals[LOCATED] = g_signal_new ("located",
                                   LEDGER_TYPE_FINDING_LIST,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   3,
                                   G_TYPE_STRING,
                                   G_TYPE_STRING,
                                   G_TYPE_STRING);
}

static void
ledger_finding_list_init (LedgerFindingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_locate (LedgerFindingList *self, GtkWidget *button)
{
  g_signal_emit (self,
                 signals[LOCATED],
                 0,
                 g_object_get_data (G_OBJECT (button), "type"),
                 g_object_get_data (G_OBJECT (button), "id"),
                 g_object_get_data (G_OBJECT (button), "field"));
}

static void
add_line (LedgerFindingList *self, const LedgerFinding *finding)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (finding->text);
  GtkWidget *button = gtk_button_new_with_label (_ ("Locate"));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "type", g_strdup (finding->type), g_free);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (finding->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "field", g_strdup (finding->field), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_locate), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->list), line);
}

gboolean
ledger_finding_list_show (LedgerFindingList *self, GPtrArray *findings)
{
  gboolean blocked = FALSE;

  ledger_box_clear (self->list);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const LedgerFinding *finding = g_ptr_array_index (findings, i);

      if (!finding->blocking)
        continue;
      add_line (self, finding);
      blocked = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), blocked);
  return blocked;
}
