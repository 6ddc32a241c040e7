/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table.h"

#include <glib/gi18n-lib.h>

#include "ledger-column-layout.h"
#include "ledger-fact-cell.h"

#define FIRST_ROWS 40
#define LARGE_FACTOR 1.36
#define GROUP "issues"

struct _LedgerIssueTable
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  LedgerIssueRows *rows;
  GtkSliceListModel *slice;
  GtkMultiSelection *selection;
  GtkWidget *scrolled;
  GtkWidget *view;
  LedgerColumnLayout *layout;
  GtkColumnViewColumn *columns[LEDGER_N_ISSUE_COLUMNS];
  GHashTable *bound; /* GtkListItem now shown -> its column */
  LedgerIssueColumn probed;
  LedgerIssueColumn current;
  guint first_selected; /* where the selection was, for when its rows go */
  gboolean one_line;
  gboolean syncing;
  guint fill_source;
};

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

/* --- cells --- */

static void
fill_cell (LedgerIssueTable *self, GtkListItem *item, LedgerIssueColumn column)
{
  LedgerRecord *issue = gtk_list_item_get_item (item);
  const LedgerIssueFacts *facts =
      ledger_document_get_facts (self->document, ledger_record_get_id (issue));
  LedgerFactCell *cell = LEDGER_FACT_CELL (gtk_list_item_get_child (item));

  if (facts == NULL)
    return;
  ledger_fact_cell_set_one_line (cell, self->one_line);
  ledger_issue_column_fill (column, self->document, facts, cell);
}

static LedgerIssueColumn
get_factory_column (gpointer factory)
{
  return (LedgerIssueColumn)GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  GtkWidget *cell = ledger_fact_cell_new ();

  g_object_set_data (G_OBJECT (cell), "item", item);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  const LedgerIssueColumn column = get_factory_column (factory);

  g_hash_table_insert (self->bound, item, GUINT_TO_POINTER (column));
  fill_cell (self, item, column);
}

static void
unbind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
teardown_cell (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerIssueTable *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell != NULL)
    g_object_set_data (G_OBJECT (cell), "item", NULL);
}

/* The rows that a refresh touched are written anew in their places: focus and scroll stay. */
static void
on_rows_changed (LedgerIssueTable *self, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    if (g_hash_table_contains (ids, ledger_record_get_id (gtk_list_item_get_item (item))))
      fill_cell (self, item, (LedgerIssueColumn)GPOINTER_TO_UINT (column));
}

/* The cell of COLUMN in the row of ISSUE_ID, or any of the row's where that column is hidden. */
static GtkWidget *
find_cell (LedgerIssueTable *self, const char *issue_id, LedgerIssueColumn wanted)
{
  GHashTableIter iter;
  gpointer item, column;
  GtkWidget *found = NULL;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    {
      GtkWidget *cell = gtk_list_item_get_child (item);

      if (g_strcmp0 (ledger_record_get_id (gtk_list_item_get_item (item)), issue_id) != 0
          || !gtk_widget_get_mapped (cell))
        continue;
      if (GPOINTER_TO_UINT (column) == wanted)
        return cell;
      found = cell;
    }
  return found;
}

static GtkListItem *
pick_item (LedgerIssueTable *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != self->view)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (LEDGER_IS_FACT_CELL (widget))
        return g_object_get_data (G_OBJECT (widget), "item");
      /* The padding around a cell belongs to it. */
      if (child != NULL && LEDGER_IS_FACT_CELL (child)
          && gtk_widget_get_last_child (widget) == child)
        return g_object_get_data (G_OBJECT (child), "item");
      widget = gtk_widget_get_parent (widget);
    }
  return NULL;
}

const char *
ledger_issue_table_pick (LedgerIssueTable *self, double x, double y)
{
  GtkListItem *item;

  g_return_val_if_fail (LEDGER_IS_ISSUE_TABLE (self), NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->view, x, y, &x, &y);
  item = pick_item (self, x, y);
  return item != NULL ? ledger_record_get_id (gtk_list_item_get_item (item)) : NULL;
}

/* --- selection: the session's is the one that counts --- */

static GStrv
list_selected (LedgerIssueTable *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (LedgerRecord) issue =
          g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_strv_builder_add (ids, ledger_record_get_id (issue));
    }
  return g_strv_builder_end (ids);
}

static void
on_selection_changed (LedgerIssueTable *self)
{
  g_auto (GStrv) ids = NULL;

  if (self->syncing)
    return;
  ids = list_selected (self);
  self->syncing = TRUE;
  ledger_session_select (self->session, (const char *const *)ids);
  self->syncing = FALSE;
  if (ids[0] != NULL)
    self->first_selected = ledger_issue_rows_find (self->rows, ids[0]);
}

static void
show_selection (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n);

  if (self->syncing)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const guint position = ledger_issue_rows_find (self->rows, ids[i]);

      if (position < n)
        gtk_bitset_add (selected, position);
    }
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
  self->syncing = FALSE;
  if (ids[0] != NULL && !gtk_bitset_is_empty (selected))
    self->first_selected = gtk_bitset_get_minimum (selected);
}

/* Rows that went leave the selection; where nothing is left of it, the row that stands in its place
 * is taken, so that there is always a next step to be seen. */
static void
keep_selection (LedgerIssueTable *self)
{
  const char *const *ids = ledger_session_get_selection (self->session);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (ledger_issue_rows_find (self->rows, ids[i]) != G_MAXUINT)
      g_strv_builder_add (kept, ids[i]);
  now = g_strv_builder_end (kept);
  if (now[0] == NULL && n > 0)
    {
      g_autoptr (LedgerRecord) issue =
          g_list_model_get_item (G_LIST_MODEL (self->rows), MIN (self->first_selected, n - 1));
      const char *const one[] = { ledger_record_get_id (issue), NULL };

      ledger_session_select (self->session, one);
    }
  else
    ledger_session_select (self->session, (const char *const *)now);
  show_selection (self);
}

/* --- filling --- */

static gboolean
fill_up (gpointer data)
{
  LedgerIssueTable *self = data;

  self->fill_source = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  show_selection (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LedgerIssueTable *self = LEDGER_ISSUE_TABLE (widget);

  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_up, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_rows_items_changed (LedgerIssueTable *self)
{
  keep_selection (self);
  g_signal_emit (self, signals[ROWS_UPDATED], 0);
}

/* --- sorting --- */

/* The column view tells nobody by which column it sorts (4.10 does): its sorter is asked to compare
 * two things, and the first column asked answers "smaller". */
static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  LedgerIssueTable *self = g_object_get_data (G_OBJECT (column), "table");

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    if (self->columns[i] == column && self->probed == LEDGER_N_ISSUE_COLUMNS)
      self->probed = (LedgerIssueColumn)i;
  return -1;
}

static void
on_sorter_changed (LedgerIssueTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  gboolean descending;

  self->probed = LEDGER_N_ISSUE_COLUMNS;
  descending = gtk_sorter_compare (sorter, self->rows, self->slice) == GTK_ORDERING_LARGER;
  if (self->probed == LEDGER_N_ISSUE_COLUMNS)
    {
      self->probed = LEDGER_ISSUE_COLUMN_NUMBER;
      descending = FALSE;
    }
  ledger_issue_rows_sort (self->rows, self->probed, descending);
  if (settings == NULL)
    return;
  ledger_settings_set_text (settings, GROUP, "sort", ledger_issue_column_get_key (self->probed));
  ledger_settings_set_integer (settings, GROUP, "descending", descending);
}

static void
sort_by (LedgerIssueTable *self, LedgerIssueColumn column, gboolean descending)
{
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view),
                                  self->columns[column],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
restore_sort (LedgerIssueTable *self)
{
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  g_autofree char *key =
      settings != NULL ? ledger_settings_get_text (settings, GROUP, "sort") : NULL;
  const LedgerIssueColumn column = ledger_issue_column_from_key (key);

  if (column == LEDGER_N_ISSUE_COLUMNS)
    sort_by (self, LEDGER_ISSUE_COLUMN_NUMBER, FALSE);
  else
    sort_by (self, column, ledger_settings_get_integer (settings, GROUP, "descending", 0) != 0);
}

/* --- columns --- */

static void
fit_columns (LedgerIssueTable *self)
{
  const LedgerSizeClass size = ledger_session_get_size_class (self->session);
  const gboolean large = ledger_session_get_large_type (self->session);
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  const int kind = large ? 100 : (int)size;

  /* What people chose stays until the window becomes another one. */
  if (settings != NULL && ledger_settings_get_integer (settings, GROUP, "fitted", -1) == kind)
    return;
  if (settings != NULL)
    ledger_settings_set_integer (settings, GROUP, "fitted", kind);
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    {
      const int width = ledger_issue_column_get_width ((LedgerIssueColumn)i);

      /* Shown before its width is set: hidden columns have none. */
      gtk_column_view_column_set_visible (self->columns[i], TRUE);
      if (width > 0)
        gtk_column_view_column_set_fixed_width (self->columns[i],
                                                large ? (int)(width * LARGE_FACTOR) : width);
      gtk_column_view_column_set_visible (
          self->columns[i], ledger_issue_column_is_shown ((LedgerIssueColumn)i, size, large));
    }
}

static GMenuModel *
create_header_menu (LedgerIssueColumn column)
{
  const char *key = ledger_issue_column_get_key (column);
  g_autofree char *ascending = g_strdup_printf ("table.sort-ascending::%s", key);
  g_autofree char *descending = g_strdup_printf ("table.sort-descending::%s", key);
  g_autofree char *hide = g_strdup_printf ("table.hide::%s", key);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Ascending"), ascending);
  g_menu_append (menu, _ ("Descending"), descending);
  if (column != LEDGER_ISSUE_COLUMN_TEXT)
    g_menu_append (menu, _ ("Hide this column"), hide);
  return G_MENU_MODEL (menu);
}

static void
add_column (LedgerIssueTable *self, LedgerIssueColumn id)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GMenuModel) menu = create_header_menu (id);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (id));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cell), self);
  column = gtk_column_view_column_new (ledger_issue_column_get_title (id), factory);
  g_object_set_data (G_OBJECT (column), "table", self);
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  self->columns[id] = column;
  ledger_column_layout_append (
      self->layout,
      ledger_issue_column_get_key (id),
      column,
      ledger_issue_column_get_width (id),
      ledger_issue_column_is_shown (id, ledger_session_get_size_class (self->session), FALSE));
}

static void
on_sort_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  const LedgerIssueColumn column =
      ledger_issue_column_from_key (g_variant_get_string (target, NULL));

  if (column != LEDGER_N_ISSUE_COLUMNS)
    sort_by (data, column, g_str_has_suffix (g_action_get_name (G_ACTION (action)), "descending"));
}

static void
on_hide_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_column_layout_set_shown (
      LEDGER_ISSUE_TABLE (data)->layout, g_variant_get_string (target, NULL), FALSE);
}

static const GActionEntry actions[] = {
  { "sort-ascending", on_sort_action, "s" },
  { "sort-descending", on_sort_action, "s" },
  { "hide", on_hide_action, "s" },
};

/* --- pointer and keys --- */

static void
on_double_click (LedgerIssueTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = pick_item (self, x, y);
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
  g_signal_emit (self, signals[EDIT], 0, (guint)column);
}

static void
on_secondary_click (LedgerIssueTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = pick_item (self, x, y);

  if (item == NULL)
    return;
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (
        GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), TRUE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, x, y);
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
  g_signal_emit (self, signals[MENU], 0, (double)area.x + 12, (double)area.y + area.height);
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
  g_signal_emit (self, signals[OPENED], 0);
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

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (
          gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), self);
      gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), NULL);
    }
  self->view = NULL;
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
  G_OBJECT_CLASS (ledger_issue_table_parent_class)->finalize (object);
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
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

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
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (group));
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_double_click));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (on_secondary_click));
  add_menu_keys (self);
  g_signal_connect_object (
      self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
}

static void
build_model (LedgerIssueTable *self)
{
  self->rows = ledger_issue_rows_new (self->document, ledger_session_get_filter (self->session));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), 0, FIRST_ROWS);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->slice)));
  /* After the list models, which saw the change before. */
  g_signal_connect_object (
      self->rows, "items-changed", G_CALLBACK (on_rows_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->rows, "rows-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (
      self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
}

GtkWidget *
ledger_issue_table_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerIssueTable *self = g_object_new (LEDGER_TYPE_ISSUE_TABLE, NULL);
  LedgerSettings *settings = ledger_session_get_settings (session);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->one_line =
      settings != NULL && ledger_settings_get_integer (settings, GROUP, "one-line", 0) != 0;
  self->layout =
      ledger_column_layout_attach (GTK_COLUMN_VIEW (self->view), settings, "columns-issues");
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    add_column (self, (LedgerIssueColumn)i);
  ledger_column_layout_restore (self->layout);
  fit_columns (self);
  build_model (self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)),
                           "changed",
                           G_CALLBACK (on_sorter_changed),
                           self,
                           G_CONNECT_SWAPPED);
  restore_sort (self);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (
      session, "notify::selection", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::size-class", G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::large-type", G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_frame, NULL, NULL);
  keep_selection (self);
  return GTK_WIDGET (self);
}

LedgerIssueRows *
ledger_issue_table_get_rows (LedgerIssueTable *self)
{
  return self->rows;
}

GMenuModel *
ledger_issue_table_create_columns_menu (LedgerIssueTable *self, GActionMap *group)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    {
      const char *key = ledger_issue_column_get_key ((LedgerIssueColumn)i);
      g_autofree char *name = g_strconcat ("column-", key, NULL);
      g_autofree char *detailed = g_strconcat ("page.", name, NULL);
      g_autoptr (GPropertyAction) action =
          g_property_action_new (name, self->columns[i], "visible");

      if (i == LEDGER_ISSUE_COLUMN_TEXT)
        continue;
      g_action_map_add_action (group, G_ACTION (action));
      g_menu_append (menu, ledger_issue_column_get_title ((LedgerIssueColumn)i), detailed);
    }
  return G_MENU_MODEL (menu);
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
    ledger_settings_set_integer (settings, GROUP, "one-line", one_line);
}

gboolean
ledger_issue_table_get_one_line (LedgerIssueTable *self)
{
  return self->one_line;
}

void
ledger_issue_table_select_all (LedgerIssueTable *self)
{
  if (self->fill_source != 0)
    g_clear_handle_id (&self->fill_source, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* Not the view but the row: the view would give the keyboard to the row that had it last. A table
 * that another page has covered meanwhile leaves the keyboard there. */
static gboolean
focus_row (gpointer data)
{
  LedgerIssueTable *self = data;
  const char *const *ids = ledger_session_get_selection (self->session);
  GtkWidget *row = ids[0] != NULL ? find_cell (self, ids[0], LEDGER_ISSUE_COLUMN_NUMBER) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  while (row != NULL && row != self->view && !gtk_widget_get_focusable (row))
    row = gtk_widget_get_parent (row);
  gtk_widget_grab_focus (row != NULL ? row : self->view);
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

gboolean
ledger_issue_table_reveal (LedgerIssueTable *self, const char *issue_id)
{
  const guint position = ledger_issue_rows_find (self->rows, issue_id);
  const char *const ids[] = { issue_id, NULL };

  if (position == G_MAXUINT)
    return FALSE;
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
  GtkWidget *cell = ids[0] != NULL ? find_cell (self, ids[0], column) : NULL;
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
