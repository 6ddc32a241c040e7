/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-people-navigator.h"

#include <glib/gi18n-lib.h>

struct _LedgerPeopleNavigator
{
  GtkWidget parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LedgerPeopleNavigator, ledger_people_navigator, GTK_TYPE_WIDGET)

static void
on_activated (LedgerPeopleNavigator *self, GtkListBoxRow *row)
{
  g_autoptr (GtkWidget) group = g_weak_ref_get (g_object_get_data (G_OBJECT (row), "group"));
  GtkWidget *viewport = group != NULL ? gtk_widget_get_ancestor (group, GTK_TYPE_VIEWPORT) : NULL;
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_point_t at;

  if (content == NULL
      || !gtk_widget_compute_point (group, content, &GRAPHENE_POINT_INIT (0, 0), &at))
    return;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), at.y);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
}

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
ledger_people_navigator_dispose (GObject *object)
{
  g_clear_pointer (&LEDGER_PEOPLE_NAVIGATOR (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_people_navigator_parent_class)->dispose (object);
}

static void
ledger_people_navigator_class_init (LedgerPeopleNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_people_navigator_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ledger_people_navigator_init (LedgerPeopleNavigator *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Groups of settings"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
ledger_people_navigator_new (void)
{
  return g_object_new (LEDGER_TYPE_PEOPLE_NAVIGATOR, NULL);
}

void
ledger_people_navigator_add (LedgerPeopleNavigator *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (adw_preferences_group_get_title (group));
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_weak_ref_init (weak, group);
  g_object_set_data_full (G_OBJECT (row), "group", weak, free_weak);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}
