/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

#include <glib/gi18n-lib.h>

#include "ledger-fact-cell.h"
#include "ledger-tab-order.h"

enum
{
  EDIT,
  OPENED,
  MENU,
  ROWS_UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerIssueTable, ledger_issue_table, GTK_TYPE_WIDGET)

static void
on_rows_items_changed (LedgerIssueTable *self)
{
  ledger_issue_table_keep_selection (self);
  g_signal_emit (self, signals[ROWS_UPDATED], 0);
}

/* --- life --- */

static gboolean
ledger_issue_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEDGER_ISSUE_TABLE (widget)->view);
}

static void
ledger_issue_table_dispose (GObject *object)
{
  LedgerIssueTable *self = LEDGER_ISSUE_TABLE (object);

  ledger_issue_table_stop_filling (self);
  g_clear_handle_id (&self->top_source, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (
          gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), self);
      gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
    }
  self->view = NULL;
  g_clear_pointer (&self->columns_menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_issue_table_parent_class)->dispose (object);
}

static void
ledger_issue_table_finalize (GObject *object)
{
  g_hash_table_unref (LEDGER_ISSUE_TABLE (object)->bound);
  g_strfreev (LEDGER_ISSUE_TABLE (object)->dragged);
  G_OBJECT_CLASS (ledger_issue_table_parent_class)->finalize (object);
}

void
ledger_issue_table_emit_edit (LedgerIssueTable *self, LedgerIssueColumn column)
{
  g_signal_emit (self, signals[EDIT], 0, (guint)column);
}

void
ledger_issue_table_emit_opened (LedgerIssueTable *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

void
ledger_issue_table_emit_menu (LedgerIssueTable *self, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static guint
add_signal (const char *name, guint n_params, GType a, GType b)
{
  return g_signal_new (name,
                       LEDGER_TYPE_ISSUE_TABLE,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       a,
                       b);
}

static void
ledger_issue_table_class_init (LedgerIssueTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_issue_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_issue_table_finalize;
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_issue_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "issuetable");
  signals[EDIT] = add_signal ("edit", 1, G_TYPE_UINT, G_TYPE_NONE);
  signals[OPENED] = add_signal ("opened", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[MENU] = add_signal ("menu", 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ROWS_UPDATED] = add_signal ("rows-updated", 0, G_TYPE_NONE, G_TYPE_NONE);
}

static void
ledger_issue_table_init (LedgerIssueTable *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->current = LEDGER_ISSUE_COLUMN_DUE;
  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Problems"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  ledger_issue_table_add_input (self);
}

static void
build_model (LedgerIssueTable *self)
{
  self->rows = ledger_issue_rows_new (self->document, ledger_session_get_filter (self->session));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), 0, 0);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  ledger_issue_table_begin_filling (self);
  /* After the list models, which saw the change before. */
  g_signal_connect_object (
      self->rows, "items-changed", G_CALLBACK (on_rows_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows,
                           "rows-changed",
                           G_CALLBACK (ledger_issue_table_fill_cells),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (
      self->selection, "selection-changed", G_CALLBACK (ledger_issue_table_take_selection), self);
}

GtkWidget *
ledger_issue_table_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerIssueTable *self = g_object_new (LEDGER_TYPE_ISSUE_TABLE, NULL);
  LedgerSettings *settings = ledger_session_get_settings (session);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->one_line =
      settings != NULL
      && ledger_settings_get_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "one-line", 0) != 0;
  build_model (self);
  ledger_issue_table_add_columns (self);
  ledger_issue_table_restore_sort (self);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (session,
                           "notify::selection",
                           G_CALLBACK (ledger_issue_table_show_selection),
                           self,
                           G_CONNECT_SWAPPED);
  ledger_issue_table_keep_selection (self);
  return GTK_WIDGET (self);
}

LedgerIssueRows *
ledger_issue_table_get_rows (LedgerIssueTable *self)
{
  return self->rows;
}

void
ledger_issue_table_set_one_line (LedgerIssueTable *self, gboolean one_line)
{
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  GHashTableIter iter;
  gpointer item;

  if (self->one_line == one_line)
    return;
  self->one_line = one_line;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    ledger_fact_cell_set_one_line (LEDGER_FACT_CELL (gtk_list_item_get_child (item)), one_line);
  if (settings != NULL)
    ledger_settings_set_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "one-line", one_line);
}

void
ledger_issue_table_select_all (LedgerIssueTable *self)
{
  ledger_issue_table_stop_filling (self);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* Not the view but the row: the view would give the keyboard to the row that had it last. */
void
ledger_issue_table_focus_cell (LedgerIssueTable *self, GtkWidget *cell)
{
  while (cell != NULL && cell != self->view && !gtk_widget_get_focusable (cell))
    cell = gtk_widget_get_parent (cell);
  gtk_widget_grab_focus (cell != NULL ? cell : self->view);
}

void
ledger_issue_table_focus_row (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);

  ledger_issue_table_focus_cell (
      self,
      ids[0] != NULL ? ledger_issue_table_find_cell (self, ids[0], LEDGER_ISSUE_COLUMN_NUMBER)
                     : NULL);
}

static GtkAdjustment *
get_down (LedgerIssueTable *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* The list takes its place from the value only where that changes; else it would go, at its next
 * layout, where it was told to scroll before. */
static void
put_top (LedgerIssueTable *self)
{
  GtkAdjustment *down = get_down (self);

  if (gtk_adjustment_get_value (down) == self->wanted_top)
    gtk_adjustment_set_value (down, self->wanted_top > 0 ? self->wanted_top - 1 : 1);
  gtk_adjustment_set_value (down, self->wanted_top);
}

/* A table that another page has covered meanwhile leaves the keyboard there. The row that gets it
 * scrolls itself into view, even where another place is wanted. */
static gboolean
focus_row (gpointer data)
{
  LedgerIssueTable *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ledger_issue_table_focus_row (self);
  if (self->top_source != 0)
    put_top (self);
  return G_SOURCE_REMOVE;
}

void
ledger_issue_table_focus_selected (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  const guint position = ids[0] != NULL ? ledger_issue_rows_find (self->rows, ids[0]) : G_MAXUINT;

  if (position != G_MAXUINT)
    ledger_list_scroll_to (self->view, position);
  g_idle_add_full (
      G_PRIORITY_DEFAULT_IDLE, focus_row, g_object_ref (self), (GDestroyNotify)g_object_unref);
}

double
ledger_issue_table_get_top (LedgerIssueTable *self)
{
  return gtk_adjustment_get_value (get_down (self));
}

static gboolean
scroll_to_top (gpointer data)
{
  LedgerIssueTable *self = data;

  self->top_source = 0;
  put_top (self);
  return G_SOURCE_REMOVE;
}

/* At once, so that no other place is seen first; again when the row has got the keyboard, and when
 * the table has come to rest. */
void
ledger_issue_table_set_top (LedgerIssueTable *self, double top)
{
  self->wanted_top = top;
  put_top (self);
  if (self->top_source == 0)
    self->top_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_top, self, NULL);
}

gboolean
ledger_issue_table_reveal (LedgerIssueTable *self, const char *issue_id)
{
  const guint position = ledger_issue_rows_find (self->rows, issue_id);
  const char *const ids[] = { issue_id, NULL };

  if (position == G_MAXUINT)
    return FALSE;
  g_clear_handle_id (&self->top_source, g_source_remove);
  if (position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  ledger_session_select (self->session, ids);
  ledger_list_scroll_to (self->view, position);
  return TRUE;
}

gboolean
ledger_issue_table_get_cell_area (LedgerIssueTable *self,
                                  LedgerIssueColumn column,
                                  GdkRectangle *area)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  GtkWidget *cell = ids[0] != NULL ? ledger_issue_table_find_cell (self, ids[0], column) : NULL;
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return FALSE;
  *area = (GdkRectangle){
    (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height
  };
  return area->y + area->height > 0 && area->y < gtk_widget_get_height (GTK_WIDGET (self));
}

LedgerIssueColumn
ledger_issue_table_get_current_column (LedgerIssueTable *self)
{
  return self->current;
}
