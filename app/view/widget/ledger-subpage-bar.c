/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-subpage-bar.h"

#include <glib/gi18n-lib.h>

struct _LedgerSubpageBar
{
  GtkWidget parent_instance;
  GtkWidget *back;
  GtkWidget *title;
  GtkWidget *middle;
  GtkWidget *end;
};

static void ledger_subpage_bar_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerSubpageBar,
                               ledger_subpage_bar,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ledger_subpage_bar_buildable_init))

static void
ledger_subpage_bar_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  LedgerSubpageBar *self = LEDGER_SUBPAGE_BAR (buildable);

  if (g_strcmp0 (type, "end") == 0)
    ledger_subpage_bar_append_end (self, GTK_WIDGET (child));
  else
    gtk_box_append (GTK_BOX (self->middle), GTK_WIDGET (child));
}

static void
ledger_subpage_bar_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ledger_subpage_bar_add_child;
}

static void
ledger_subpage_bar_dispose (GObject *object)
{
  LedgerSubpageBar *self = LEDGER_SUBPAGE_BAR (object);

  g_clear_pointer (&self->back, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->middle, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_subpage_bar_parent_class)->dispose (object);
}

static void
ledger_subpage_bar_class_init (LedgerSubpageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_subpage_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "subpagebar");
}

static GtkWidget *
add_box (LedgerSubpageBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

static void
ledger_subpage_bar_init (LedgerSubpageBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->back = gtk_button_new_with_label (_ ("‹ Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.pop-subpage");
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_valign (self->back, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->middle = add_box (self);
  gtk_widget_set_hexpand (self->middle, TRUE);
  self->end = add_box (self);
}

GtkWidget *
ledger_subpage_bar_new (const char *title, const char *back_action)
{
  LedgerSubpageBar *self = g_object_new (LEDGER_TYPE_SUBPAGE_BAR, NULL);

  ledger_subpage_bar_set_title (self, title);
  if (back_action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->back), back_action);
  return GTK_WIDGET (self);
}

void
ledger_subpage_bar_set_title (LedgerSubpageBar *self, const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
}

void
ledger_subpage_bar_append_end (LedgerSubpageBar *self, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (self->end), child);
}
