/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schedule-menu.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-editor.h"
#include "ledger-passing-popover.h"

typedef struct
{
  LedgerGantt *gantt; /* borrowed: both go with the page */
  LedgerPage *page;
} Menu;

static const char *
get_issue (Menu *menu)
{
  const guint selected = ledger_gantt_get_selected (menu->gantt);

  return selected != LEDGER_GANTT_NO_ROW
             ? ledger_schedule_rows_get (ledger_gantt_get_rows (menu->gantt), selected)->issue_id
             : NULL;
}

static void
open_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *menu = data;

  if (get_issue (menu) != NULL)
    ledger_session_open_issue (ledger_page_get_session (menu->page), get_issue (menu));
}

static void
return_focus (gpointer data)
{
  gtk_widget_grab_focus (data);
}

/* The issue is selected first: the editor changes what is selected. */
static void
edit_due (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Menu *menu = data;
  const char *ids[] = { get_issue (menu), NULL };
  GdkRectangle area;

  if (ids[0] == NULL)
    return;
  ledger_session_select (ledger_page_get_session (menu->page), ids);
  ledger_gantt_get_row_area (menu->gantt, ledger_gantt_get_selected (menu->gantt), &area);
  ledger_cell_editor_open (GTK_WIDGET (menu->gantt),
                           &area,
                           ledger_page_get_document (menu->page),
                           ledger_page_get_session (menu->page),
                           LEDGER_ISSUE_COLUMN_DUE,
                           return_focus,
                           menu->gantt);
}

static gboolean
show (Menu *menu)
{
  const gboolean read_only = ledger_document_is_read_only (ledger_page_get_document (menu->page));
  g_autoptr (GMenu) items = g_menu_new ();
  GtkWidget *popover;
  GdkRectangle area;

  if (get_issue (menu) == NULL)
    return FALSE;
  ledger_page_enable_action (menu->page, "edit-due", !read_only);
  g_menu_append (items, _ ("Open the problem"), "page.open-row");
  g_menu_append (items, _ ("Change deadline…"), "page.edit-due");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (items));
  ledger_gantt_get_row_area (menu->gantt, ledger_gantt_get_selected (menu->gantt), &area);
  gtk_widget_set_parent (popover, GTK_WIDGET (menu->gantt));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  ledger_passing_popover_attach (GTK_POPOVER (popover));
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
on_press (Menu *menu, int n_press, double x, double y)
{
  const guint row = ledger_gantt_get_row_at (menu->gantt, y);

  if (row == LEDGER_GANTT_NO_ROW)
    return;
  ledger_gantt_select (menu->gantt, row);
  gtk_widget_grab_focus (GTK_WIDGET (menu->gantt));
  show (menu);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return show (data);
}

static void
add_key (GtkShortcutController *keys, const char *key, Menu *menu)
{
  gtk_shortcut_controller_add_shortcut (
      keys,
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                        gtk_callback_action_new (on_key, menu, NULL)));
}

void
ledger_schedule_menu_attach (LedgerGantt *gantt, LedgerPage *page)
{
  const GActionEntry entries[] = { { .name = "open-row", .activate = open_row },
                                   { .name = "edit-due", .activate = edit_due } };
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Menu *menu = g_new0 (Menu, 1);

  menu->gantt = gantt;
  menu->page = page;
  g_object_set_data_full (G_OBJECT (gantt), "schedule-menu", menu, g_free);
  ledger_page_add_actions (page, entries, G_N_ELEMENTS (entries), menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_press), menu);
  gtk_widget_add_controller (GTK_WIDGET (gantt), GTK_EVENT_CONTROLLER (click));
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "Menu", menu);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Shift>F10", menu);
  gtk_widget_add_controller (GTK_WIDGET (gantt), keys);
}
