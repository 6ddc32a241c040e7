/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-heads.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-address.h"
#include "ledger-passing-popover.h"

#define COLUMN_KEY "view-column"
#define ACTION "column-%u"

/* Where there are several headings each says its level. */
static char *
dup_role_name (const LedgerSheetLayout *layout, guint column)
{
  const char *name = ledger_column_role_get_name (layout->roles[column]);
  guint level = 1;

  if (layout->roles[column] != LEDGER_ROLE_HEADING
      || ledger_sheet_layout_find (layout, LEDGER_ROLE_HEADING, 1) < 0)
    return g_strdup (name);
  for (guint i = 0; i < column; i++)
    level += layout->roles[i] == LEDGER_ROLE_HEADING;
  return g_strdup_printf (_ ("%s, level %u"), name, level);
}

char *
ledger_import_heads_dup_title (const LedgerSheetLayout *layout, guint column)
{
  g_autofree char *letter = ledger_cell_address_column (column);
  g_autofree char *name = dup_role_name (layout, column);

  return g_strdup_printf ("%s %s ▾", letter, name);
}

GMenuModel *
ledger_import_heads_create_menu (guint column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) roles = g_menu_new ();
  g_autofree char *action = g_strdup_printf ("heads." ACTION, column);

  for (guint role = 0; role < LEDGER_N_ROLES; role++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (ledger_column_role_get_name (role), NULL);

      g_menu_item_set_action_and_target (item, action, "s", ledger_column_role_get_word (role));
      g_menu_append_item (roles, item);
    }
  g_menu_append_section (menu, _ ("Stands for"), G_MENU_MODEL (roles));
  return G_MENU_MODEL (menu);
}

static void
on_role_chosen (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *word = g_variant_get_string (target, NULL);
  const char *number = g_action_get_name (G_ACTION (action)) + strlen ("column-");

  for (guint role = 0; role < LEDGER_N_ROLES; role++)
    if (g_str_equal (ledger_column_role_get_word (role), word))
      ledger_import_study_set_role (data, (guint)g_ascii_strtoull (number, NULL, 10), role);
}

void
ledger_import_heads_add_actions (GtkWidget *view, LedgerImportStudy *study)
{
  const LedgerSheetLayout *layout = ledger_import_study_get_layout (study);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf (ACTION, i);
      const char *word = ledger_column_role_get_word (layout->roles[i]);
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (word));

      g_signal_connect (action, "activate", G_CALLBACK (on_role_chosen), study);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (view, "heads", G_ACTION_GROUP (group));
}

/* --- opening --- */

static void
open_menu (GtkWidget *title)
{
  GtkColumnViewColumn *column = g_object_get_data (G_OBJECT (title), COLUMN_KEY);
  GMenuModel *menu = gtk_column_view_column_get_header_menu (column);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, title);
  ledger_passing_popover_attach (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Newer toolkits claim a press on a head for sorting, which there is none of here. */
static void
on_pressed (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *title)
{
  open_menu (title);
}

static gboolean
on_open_key (GtkWidget *title, GVariant *args, gpointer data)
{
  open_menu (title);
  return TRUE;
}

static void
attach_to_title (GtkWidget *title, GtkColumnViewColumn *column)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const char *const triggers[] = { "Return", "space", "<Alt>Down" };

  g_object_set_data_full (G_OBJECT (title), COLUMN_KEY, g_object_ref (column), g_object_unref);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  g_signal_connect (click, "released", G_CALLBACK (on_released), title);
  gtk_widget_add_controller (title, GTK_EVENT_CONTROLLER (click));
  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                          gtk_callback_action_new (on_open_key, NULL, NULL)));
  gtk_widget_add_controller (title, keys);
  gtk_widget_set_focusable (title, TRUE);
}

static void
show_role (GtkWidget *title, GtkColumnViewColumn *column, gboolean imported)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (title),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_column_view_column_get_title (column),
                                  -1);
  if (imported)
    gtk_widget_remove_css_class (title, "dim-label");
  else
    gtk_widget_add_css_class (title, "dim-label");
}

void
ledger_import_heads_attach (GtkColumnView *view, LedgerImportStudy *study, guint first)
{
  const LedgerSheetLayout *layout = ledger_import_study_get_layout (study);
  GListModel *columns = gtk_column_view_get_columns (view);
  /* The heads are the children of the view's first child, in the order of the columns. */
  GtkWidget *heads = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = gtk_widget_get_first_child (heads);

  /* The toolkit keeps the keyboard out of them. */
  gtk_widget_set_can_focus (heads, TRUE);
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (i < first || column == NULL || i - first >= layout->n_columns)
        continue;
      if (g_object_get_data (G_OBJECT (title), COLUMN_KEY) == NULL)
        attach_to_title (title, column);
      show_role (title, column, layout->roles[i - first] != LEDGER_ROLE_NONE);
    }
}
