/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-people-navigator.h"

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
  /* The keyboard first: its row scrolls itself into view, and the title would be out of it. */
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), at.y);
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
  gtk_widget_dispose_template (GTK_WIDGET (object), LEDGER_TYPE_PEOPLE_NAVIGATOR);
  G_OBJECT_CLASS (ledger_people_navigator_parent_class)->dispose (object);
}

static void
ledger_people_navigator_class_init (LedgerPeopleNavigatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_people_navigator_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/people/ledger-people-navigator.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPeopleNavigator, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
ledger_people_navigator_init (LedgerPeopleNavigator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_object_bind_property (group, "visible", row, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}
