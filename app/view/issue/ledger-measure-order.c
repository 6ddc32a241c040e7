/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-order.h"

#include <glib/gi18n-lib.h>

#include "ledger-drop-hint.h"
#include "ledger-gesture.h"
#include "ledger-measure-id.h"

#define ORDER_KEY "ledger-measure-order"

/* Lives with its row. */
typedef struct
{
  GtkWidget *row;
  LedgerSession *session;
  char *measure;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->session);
  g_free (order->measure);
  g_free (order);
}

static LedgerDocument *
get_document (Order *order)
{
  return ledger_session_get_document (order->session);
}

/* --- dragging --- */

static GdkContentProvider *
on_prepare (Order *order, double x, double y)
{
  if (ledger_document_is_read_only (get_document (order)))
    return NULL;
  return gdk_content_provider_new_typed (LEDGER_TYPE_MEASURE_ID, order->measure);
}

static void
on_drag_begin (Order *order, GdkDrag *drag)
{
  g_autofree char *label =
      ledger_document_dup_label (get_document (order), "measure", order->measure);
  GtkWidget *icon = gtk_label_new (label);

  gtk_widget_add_css_class (icon, "drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
  /* Below the pointer: over it stands what would happen. */
  gdk_drag_set_hotspot (drag, -12, -12);
}

/* --- dropping --- */

/* Where DRAGGED comes to stand when it is dropped at Y of this row; 0: it stays where it is. */
static guint
find_place (Order *order, const char *dragged, double y)
{
  const guint here = ledger_document_get_measure_place (get_document (order), order->measure);
  const guint from = ledger_document_get_measure_place (get_document (order), dragged);
  const gboolean behind = y > gtk_widget_get_height (order->row) / 2.0;
  guint place = behind ? here + 1 : here;

  if (from < place)
    place--;
  return place == from ? 0 : place;
}

static GdkDragAction
hover (Order *order, GtkDropTarget *target, double y)
{
  const GValue *value = gtk_drop_target_get_value (target);
  const char *dragged = value != NULL ? g_value_get_boxed (value) : NULL;
  const guint place = dragged != NULL ? find_place (order, dragged, y) : 0;
  g_autofree char *text = NULL;

  if (dragged == NULL)
    return GDK_ACTION_MOVE;
  text = place == 0 ? g_strdup (_ ("It stays where it is"))
                    : g_strdup_printf (_ ("Becomes measure %u"), place);
  ledger_drop_hint_show (order->row, text, place != 0);
  return place != 0 ? GDK_ACTION_MOVE : 0;
}

static GdkDragAction
on_enter (Order *order, double x, double y, GtkDropTarget *target)
{
  return hover (order, target, y);
}

static GdkDragAction
on_motion (Order *order, double x, double y, GtkDropTarget *target)
{
  return hover (order, target, y);
}

static void
on_leave (Order *order)
{
  ledger_drop_hint_hide (order->row);
}

static gboolean
on_drop (Order *order, const GValue *value, double x, double y)
{
  const char *dragged = g_value_get_boxed (value);
  const guint place = find_place (order, dragged, y);
  g_autoptr (GError) error = NULL;

  ledger_drop_hint_hide (order->row);
  if (place == 0)
    return FALSE;
  ledger_session_commit (
      order->session,
      ledger_gesture_place_measure (get_document (order), dragged, place, &error),
      &error,
      _ ("Order of measures changed"),
      NULL,
      NULL);
  return TRUE;
}

static Order *
install (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LEDGER_TYPE_MEASURE_ID, GDK_ACTION_MOVE);
  Order *order = g_new0 (Order, 1);

  order->row = row;
  g_object_set_data_full (G_OBJECT (row), ORDER_KEY, order, order_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), order);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), order);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_enter), order);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion), order);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), order);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), order);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return order;
}

void
ledger_measure_order_attach (GtkWidget *row, LedgerSession *session, const char *measure_id)
{
  Order *order = g_object_get_data (G_OBJECT (row), ORDER_KEY);

  if (order == NULL)
    order = install (row);
  g_set_object (&order->session, session);
  g_free (order->measure);
  order->measure = g_strdup (measure_id);
}
