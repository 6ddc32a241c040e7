/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-fact-cell.h"
#include "ledger-issue-ids.h"
#include "ledger-toolkit.h"

static void
on_double_click (LedgerIssueTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = ledger_issue_table_pick_item (self, x, y);
  LedgerIssueColumn column;

  if (item == NULL || !g_hash_table_contains (self->bound, item))
    return;
  column = (LedgerIssueColumn)GPOINTER_TO_UINT (g_hash_table_lookup (self->bound, item));
  if (!ledger_issue_column_is_edited (column))
    return;
  self->current = column;
  if (n_press != 2)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ledger_issue_table_emit_edit (self, column);
}

static void
on_secondary_click (LedgerIssueTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = ledger_issue_table_pick_item (self, x, y);

  if (item == NULL)
    return;
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (
        GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), TRUE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* It comes back there when the menu is closed. */
  ledger_issue_table_focus_cell (self, gtk_list_item_get_child (item));
  ledger_toolkit_let_go (self->view, x, y);
  ledger_issue_table_emit_menu (self, x, y);
}

static void
add_click (LedgerIssueTable *self, guint button, GCallback callback)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
on_menu_key (GtkWidget *view, GVariant *args, gpointer data)
{
  LedgerIssueTable *self = data;
  GdkRectangle area;

  if (!ledger_issue_table_get_cell_area (self, LEDGER_ISSUE_COLUMN_TEXT, &area))
    return FALSE;
  ledger_issue_table_emit_menu (self, area.x + 12, area.y + area.height);
  return TRUE;
}

static void
add_menu_keys (LedgerIssueTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (self->view, keys);
}

static void
on_activate (LedgerIssueTable *self)
{
  ledger_issue_table_emit_opened (self);
}

/* --- dragging problems to a heading --- */

static GStrv
list_dragged (LedgerIssueTable *self, GtkListItem *item)
{
  const char *const *selected = ledger_session_get_selection (self->session);
  const char *id = ledger_record_get_id (gtk_list_item_get_item (item));
  const char *const one[] = { id, NULL };

  return g_strdupv ((char **)(g_strv_contains (selected, id) ? selected : one));
}

static GdkContentProvider *
on_drag_prepare (LedgerIssueTable *self, double x, double y, GtkDragSource *source)
{
  GtkListItem *item = ledger_issue_table_pick_item (self, x, y);

  if (item == NULL || ledger_document_is_read_only (self->document))
    return NULL;
  g_strfreev (self->dragged);
  self->dragged = list_dragged (self, item);
  return gdk_content_provider_new_typed (LEDGER_TYPE_ISSUE_IDS, self->dragged);
}

static void
on_drag_begin (LedgerIssueTable *self, GdkDrag *drag)
{
  const guint n = g_strv_length (self->dragged);
  g_autofree char *label = ledger_document_dup_label (self->document, "issue", self->dragged[0]);
  g_autofree char *text =
      n == 1 ? g_strdup (label)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
  GtkWidget *icon = gtk_label_new (text);

  gtk_widget_add_css_class (icon, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
  /* Below the pointer: over it stands what would happen. */
  gdk_drag_set_hotspot (drag, -12, -12);
}

static void
add_drag_source (LedgerIssueTable *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (
      source, "prepare", G_CALLBACK (on_drag_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      source, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (source));
}

void
ledger_issue_table_add_input (LedgerIssueTable *self)
{
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_double_click));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (on_secondary_click));
  add_menu_keys (self);
  add_drag_source (self);
  g_signal_connect_object (
      self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
}
