/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-navigator.h"

#include <glib/gi18n-lib.h>

#include "ledger-heading-cell.h"
#include "ledger-heading-menu.h"
#include "ledger-heading-titles.h"
#include "ledger-heading-tree.h"
#include "ledger-heading.h"
#include "ledger-tab-order.h"

struct _LedgerHeadingNavigator
{
  GtkWidget parent_instance;
  gboolean whole_ledger; /* counts are of all issues */

  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *scrolled;
  GtkWidget *list;
  GListStore *roots; /* LedgerHeadingRow: all, then the uppermost headings */
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  GHashTable *rows; /* heading id -> LedgerHeadingRow, borrowed from the tree */
  LedgerHeadingRow *all;
  LedgerHeadingMenu *menu;
  char *outline; /* ids and depths as the tree shows them, to see whether it is still so */
  gboolean following;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (LedgerHeadingNavigator, ledger_heading_navigator, GTK_TYPE_WIDGET)

/* --- the tree --- */

/* How many headings have a place; those without come after them, and in the order that the facts
 * know so do the problems of headings that are not there: their heading came with no merge yet, or
 * two headings stand under each other (LOG 10). */
static guint
count_placed (LedgerHeadingNavigator *self)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);
  guint n = headings->len;

  while (n > 0
         && ledger_document_get_heading_depth (
                self->document, ledger_record_get_id (g_ptr_array_index (headings, n - 1)))
                == 0)
    n--;
  return n;
}

static gboolean
has_unplaced (LedgerHeadingNavigator *self)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);
  const GPtrArray *issues = ledger_document_list_facts (self->document);
  const guint n_placed = count_placed (self);

  if (n_placed < headings->len)
    return TRUE;
  for (guint i = 0; i < issues->len; i++)
    if (((const LedgerIssueFacts *)g_ptr_array_index (issues, i))->heading_order > n_placed)
      return TRUE;
  return FALSE;
}

static char *
describe_outline (LedgerHeadingNavigator *self)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    {
      const char *id = ledger_record_get_id (g_ptr_array_index (headings, i));

      g_string_append_printf (
          text, "%s%u ", id, ledger_document_get_heading_depth (self->document, id));
    }
  g_string_append_c (text, has_unplaced (self) ? '?' : '.');
  return g_string_free (text, FALSE);
}

/* Rows are put together before the first of them is seen, so that the tree expands each once. */
static void
rebuild_rows (LedgerHeadingNavigator *self)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  LedgerHeadingRow *above[LEDGER_HEADING_MAX_DEPTH + 1] = { NULL };

  g_autoptr (LedgerHeadingRow) unplaced = ledger_heading_row_new (LEDGER_FILTER_UNPLACED);

  g_hash_table_remove_all (self->rows);
  self->all = ledger_heading_row_new (NULL);
  ledger_heading_row_set_title (self->all, C_ ("navigator", "All"));
  g_ptr_array_add (roots, self->all);
  for (guint i = 0; i < headings->len; i++)
    {
      const char *id = ledger_record_get_id (g_ptr_array_index (headings, i));
      const guint depth = ledger_document_get_heading_depth (self->document, id);
      g_autoptr (LedgerHeadingRow) row = ledger_heading_row_new (id);

      g_hash_table_insert (self->rows, g_strdup (id), row);
      if (depth == 0)
        g_list_store_append (ledger_heading_row_get_children (unplaced), row);
      else if (depth > 1 && above[depth - 1] != NULL)
        g_list_store_append (ledger_heading_row_get_children (above[depth - 1]), row);
      else
        g_ptr_array_add (roots, g_object_ref (row));
      if (depth > 0)
        above[depth] = row;
    }
  ledger_heading_row_set_title (unplaced, _ ("To be placed"));
  if (has_unplaced (self))
    {
      g_hash_table_insert (self->rows, g_strdup (LEDGER_FILTER_UNPLACED), unplaced);
      g_ptr_array_add (roots, g_object_ref (unplaced));
    }
  g_list_store_splice (self->roots,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->roots)),
                       roots->pdata,
                       roots->len);
}

static void
update_titles (LedgerHeadingNavigator *self)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);
  g_autoptr (GPtrArray) titles = ledger_heading_titles_list (self->document);

  for (guint i = 0; i < headings->len; i++)
    {
      LedgerHeadingRow *row =
          g_hash_table_lookup (self->rows, ledger_record_get_id (g_ptr_array_index (headings, i)));

      if (row != NULL)
        ledger_heading_row_set_title (row, g_ptr_array_index (titles, i));
    }
}

/* --- counts --- */

typedef struct
{
  guint done;
  guint all;
} Count;

static void
add_count (Count *sum, const Count *count)
{
  sum->done += count->done;
  sum->all += count->all;
}

/* By the order of the headings, from 1; before them the problems without a heading, after them
 * those whose heading is not there. */
static Count *
count_by_order (LedgerHeadingNavigator *self, guint n_headings)
{
  LedgerFilter *filter = ledger_session_get_filter (self->session);
  const GPtrArray *issues = ledger_document_list_facts (self->document);
  Count *counts = g_new0 (Count, n_headings + 2);

  for (guint i = 0; i < issues->len; i++)
    {
      const LedgerIssueFacts *facts = g_ptr_array_index (issues, i);
      Count *count = &counts[MIN (facts->heading_order, n_headings + 1)];

      if (!self->whole_ledger && !ledger_filter_matches_but_heading (filter, facts))
        continue;
      count->all++;
      count->done += ledger_figure_counts (LEDGER_FIGURE_DONE, facts) ? 1 : 0;
    }
  return counts;
}

/* In preorder the children come after their heading: added up from the end. */
static void
add_up (LedgerHeadingNavigator *self, Count *counts, guint n_placed)
{
  const GPtrArray *headings = ledger_document_get_headings (self->document);

  for (guint order = headings->len; order > 0; order--)
    {
      LedgerRecord *heading = g_ptr_array_index (headings, order - 1);
      const guint above = ledger_document_get_heading_order (
          self->document, ledger_record_get_text (heading, LEDGER_HEADING_PARENT));
      LedgerHeadingRow *row = g_hash_table_lookup (self->rows, ledger_record_get_id (heading));

      if (row != NULL)
        ledger_heading_row_set_counts (row, counts[order].done, counts[order].all);
      if (order <= n_placed && above > 0)
        add_count (&counts[above], &counts[order]);
    }
}

static void
update_counts (LedgerHeadingNavigator *self)
{
  const guint n = ledger_document_get_headings (self->document)->len;
  const guint n_placed = count_placed (self);
  g_autofree Count *counts = count_by_order (self, n);
  LedgerHeadingRow *row = g_hash_table_lookup (self->rows, LEDGER_FILTER_UNPLACED);
  Count whole = { 0, 0 };
  Count unplaced = { 0, 0 };

  for (guint order = 0; order < n + 2; order++)
    {
      add_count (&whole, &counts[order]);
      if (order > n_placed)
        add_count (&unplaced, &counts[order]);
    }
  add_up (self, counts, n_placed);
  ledger_heading_row_set_counts (self->all, whole.done, whole.all);
  if (row != NULL)
    ledger_heading_row_set_counts (row, unplaced.done, unplaced.all);
}

/* --- the chosen heading is the filter's --- */

static LedgerHeadingRow *
get_row (LedgerHeadingNavigator *self, guint position)
{
  g_autoptr (GtkTreeListRow) tree_row =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (LedgerHeadingRow) row =
      tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;

  return row; /* the tree keeps it */
}

static void
follow_filter (LedgerHeadingNavigator *self)
{
  const char *heading = ledger_filter_get_heading (ledger_session_get_filter (self->session));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint found = 0;

  for (guint i = 0; i < n && heading != NULL; i++)
    if (g_strcmp0 (ledger_heading_row_get_heading (get_row (self, i)), heading) == 0)
      found = i;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
}

static void
on_selected (LedgerHeadingNavigator *self)
{
  LedgerHeadingRow *row = get_row (self, gtk_single_selection_get_selected (self->selection));

  if (!self->following && row != NULL)
    ledger_filter_set_heading (ledger_session_get_filter (self->session),
                               ledger_heading_row_get_heading (row));
}

static gboolean
update (gpointer data)
{
  LedgerHeadingNavigator *self = data;
  g_autofree char *outline = describe_outline (self);

  self->update_source = 0;
  if (g_strcmp0 (outline, self->outline) != 0)
    {
      g_free (self->outline);
      self->outline = g_steal_pointer (&outline);
      self->following = TRUE;
      rebuild_rows (self);
      self->following = FALSE;
    }
  update_titles (self);
  update_counts (self);
  follow_filter (self);
  return G_SOURCE_REMOVE;
}

/* After the table's frame, which is what people wait for. */
static void
queue_update (LedgerHeadingNavigator *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, update, self, NULL);
}

/* --- rows --- */

static void
open_menu (LedgerHeadingNavigator *self, GtkWidget *cell, const char *heading)
{
  graphene_rect_t bounds;
  GdkRectangle area = { 12, 12, 1, 1 };

  if (cell != NULL && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    area = (GdkRectangle){
      (int)bounds.origin.x + 24, (int)(bounds.origin.y + bounds.size.height), 1, 1
    };
  ledger_heading_menu_open (self->menu, heading, &area);
}

static void
on_cell_menu (LedgerHeadingNavigator *self, LedgerHeadingCell *cell)
{
  LedgerHeadingRow *row = ledger_heading_cell_get_row (cell);

  if (row != NULL)
    open_menu (self, GTK_WIDGET (cell), ledger_heading_row_get_heading (row));
}

static void
setup_row (LedgerHeadingNavigator *self, GtkListItem *item)
{
  GtkWidget *cell = ledger_heading_cell_new (self->session);

  g_signal_connect_object (cell, "menu", G_CALLBACK (on_cell_menu), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_row (LedgerHeadingNavigator *self, GtkListItem *item)
{
  ledger_heading_cell_set_list_row (LEDGER_HEADING_CELL (gtk_list_item_get_child (item)),
                                    gtk_list_item_get_item (item));
}

static void
unbind_row (LedgerHeadingNavigator *self, GtkListItem *item)
{
  ledger_heading_cell_set_list_row (LEDGER_HEADING_CELL (gtk_list_item_get_child (item)), NULL);
}

/* Menu, Shift+F10: of the row with the keyboard, which is the chosen one. */
static gboolean
on_menu_key (GtkWidget *list, GVariant *args, gpointer data)
{
  LedgerHeadingNavigator *self = data;
  LedgerHeadingRow *row = get_row (self, gtk_single_selection_get_selected (self->selection));

  if (row == NULL)
    return FALSE;
  open_menu (self, gtk_widget_get_focus_child (list), ledger_heading_row_get_heading (row));
  return TRUE;
}

static void
add_menu_keys (LedgerHeadingNavigator *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (self->list, keys);
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  GListStore *children = ledger_heading_row_get_children (item);

  if (g_list_model_get_n_items (G_LIST_MODEL (children)) == 0)
    return NULL;
  return G_LIST_MODEL (g_object_ref (children));
}

/* --- life --- */

static void
ledger_heading_navigator_dispose (GObject *object)
{
  LedgerHeadingNavigator *self = LEDGER_HEADING_NAVIGATOR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->menu, ledger_heading_menu_free);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->roots);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_heading_navigator_parent_class)->dispose (object);
}

static void
ledger_heading_navigator_finalize (GObject *object)
{
  LedgerHeadingNavigator *self = LEDGER_HEADING_NAVIGATOR (object);

  g_hash_table_unref (self->rows);
  g_free (self->outline);
  G_OBJECT_CLASS (ledger_heading_navigator_parent_class)->finalize (object);
}

static gboolean
ledger_heading_navigator_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEDGER_HEADING_NAVIGATOR (widget)->list);
}

static void
ledger_heading_navigator_class_init (LedgerHeadingNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_heading_navigator_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_heading_navigator_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  GTK_WIDGET_CLASS (klass)->focus = ledger_tab_order_through;
  GTK_WIDGET_CLASS (klass)->grab_focus = ledger_heading_navigator_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "headingnavigator");
}

static void
ledger_heading_navigator_init (LedgerHeadingNavigator *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->roots = g_list_store_new (LEDGER_TYPE_HEADING_ROW);
  self->tree = gtk_tree_list_model_new (
      G_LIST_MODEL (g_object_ref (self->roots)), FALSE, TRUE, create_children, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->tree));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headings"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_menu_keys (self);
}

GtkWidget *
ledger_heading_navigator_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerHeadingNavigator *self = g_object_new (LEDGER_TYPE_HEADING_NAVIGATOR, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->menu = ledger_heading_menu_new (GTK_WIDGET (self), session);
  g_signal_connect_object (
      document, "refreshed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ledger_session_get_filter (session),
                           "changed",
                           G_CALLBACK (queue_update),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
ledger_heading_navigator_set_whole (LedgerHeadingNavigator *self, gboolean whole)
{
  self->whole_ledger = whole;
  update_counts (self);
}
