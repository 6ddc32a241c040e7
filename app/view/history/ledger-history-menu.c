/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-menu.h"

#include <glib/gi18n-lib.h>

#include "ledger-history-line.h"
#include "ledger-toolkit.h"

struct _LedgerHistoryMenu
{
  GObject parent_instance;

  GtkWidget *list;    /* borrowed; NULL once it is gone */
  GtkWidget *popover; /* of the list */
  LedgerHistoryRow *row;
};

enum
{
  PROP_ROW = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerHistoryMenu, ledger_history_menu, G_TYPE_OBJECT)

/* --- opening --- */

static void
set_row (LedgerHistoryMenu *self, LedgerHistoryRow *row)
{
  g_set_object (&self->row, row);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

static gboolean
popup (LedgerHistoryMenu *self, LedgerHistoryLine *line, const GdkRectangle *at)
{
  LedgerHistoryRow *row = line != NULL ? ledger_history_line_get_row (line) : NULL;

  if (row == NULL || ledger_history_row_get_line (row) == NULL)
    return FALSE;
  set_row (self, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, LedgerHistoryMenu *self)
{
  GtkWidget *under = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *line =
      under != NULL ? gtk_widget_get_ancestor (under, LEDGER_TYPE_HISTORY_LINE) : NULL;

  ledger_toolkit_let_go (self->list, x, y);
  if (line != NULL
      && popup (self, LEDGER_HISTORY_LINE (line), &(GdkRectangle){ (int)x, (int)y, 1, 1 }))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The line in which the keyboard is, or that of the row that has it. */
static GtkWidget *
find_line (GtkWidget *widget)
{
  GtkWidget *found =
      widget != NULL ? gtk_widget_get_ancestor (widget, LEDGER_TYPE_HISTORY_LINE) : NULL;

  if (found != NULL || widget == NULL)
    return found;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LEDGER_IS_HISTORY_LINE (child))
      return child;
  return NULL;
}

static gboolean
on_key (GtkWidget *list, GVariant *arguments, gpointer data)
{
  LedgerHistoryMenu *self = data;
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *line = root != NULL ? find_line (gtk_root_get_focus (root)) : NULL;
  double x, y;

  if (line == NULL || !gtk_widget_is_ancestor (line, list)
      || !gtk_widget_translate_coordinates (line, list, 60, gtk_widget_get_height (line), &x, &y))
    return FALSE;
  return popup (self, LEDGER_HISTORY_LINE (line), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}

/* --- life --- */

static void
on_list_gone (LedgerHistoryMenu *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->list = NULL;
}

static void
ledger_history_menu_dispose (GObject *object)
{
  LedgerHistoryMenu *self = LEDGER_HISTORY_MENU (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (ledger_history_menu_parent_class)->dispose (object);
}

static void
ledger_history_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROW)
    g_value_set_object (value, LEDGER_HISTORY_MENU (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_history_menu_class_init (LedgerHistoryMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_history_menu_dispose;
  G_OBJECT_CLASS (klass)->get_property = ledger_history_menu_get_property;
  props[PROP_ROW] = g_param_spec_object (
      "row", NULL, NULL, LEDGER_TYPE_HISTORY_ROW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
ledger_history_menu_init (LedgerHistoryMenu *self)
{
}

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Restore"), "page.restore-line");
  g_menu_append (menu, _ ("This problem only"), "page.only-issue");
  g_menu_append (menu, _ ("Copy"), "page.copy-line");
  return G_MENU_MODEL (menu);
}

static void
add_controllers (LedgerHistoryMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const guint accelerators[][2] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (accelerators[i][0], accelerators[i][1]),
                          gtk_callback_action_new (on_key, g_object_ref (self), g_object_unref)));
  gtk_widget_add_controller (self->list, keys);
}

LedgerHistoryMenu *
ledger_history_menu_new (GtkWidget *list)
{
  LedgerHistoryMenu *self = g_object_new (LEDGER_TYPE_HISTORY_MENU, NULL);
  g_autoptr (GMenuModel) model = create_model ();

  self->list = list;
  self->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, list);
  g_signal_connect_object (list, "destroy", G_CALLBACK (on_list_gone), self, G_CONNECT_SWAPPED);
  add_controllers (self);
  return self;
}

LedgerHistoryRow *
ledger_history_menu_get_row (LedgerHistoryMenu *self)
{
  return self->row;
}
