/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-light-label.h"

struct _LedgerLightLabel
{
  GtkWidget parent_instance;
  GtkWidget *symbol;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (LedgerLightLabel, ledger_light_label, GTK_TYPE_WIDGET)

static void
ledger_light_label_dispose (GObject *object)
{
  LedgerLightLabel *self = LEDGER_LIGHT_LABEL (object);

  g_clear_pointer (&self->symbol, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_light_label_parent_class)->dispose (object);
}

static void
ledger_light_label_class_init (LedgerLightLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_light_label_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lightlabel");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ledger_light_label_init (LedgerLightLabel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->symbol = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->symbol, "symbol");
  gtk_widget_set_parent (self->symbol, GTK_WIDGET (self));
  self->words = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

GtkWidget *
ledger_light_label_new (void)
{
  return g_object_new (LEDGER_TYPE_LIGHT_LABEL, NULL);
}

void
ledger_light_label_set_chip (LedgerLightLabel *self,
                             const char *symbol,
                             const char *words,
                             LedgerTint tint)
{
  gtk_label_set_text (GTK_LABEL (self->symbol), symbol != NULL ? symbol : "");
  gtk_widget_set_visible (self->symbol, symbol != NULL);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  ledger_tint_apply (tint, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
ledger_light_label_set_light (LedgerLightLabel *self, LedgerLight light, const char *words)
{
  ledger_light_label_set_chip (self,
                               ledger_light_get_symbol (light),
                               words != NULL ? words : ledger_light_get_name (light),
                               ledger_tint_of_light (light));
}
