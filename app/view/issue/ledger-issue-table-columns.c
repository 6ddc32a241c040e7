/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-table-private.h"

#include <glib/gi18n-lib.h>

#define LARGE_FACTOR 1.36

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
  ledger_settings_set_text (
      settings, LEDGER_ISSUE_TABLE_GROUP, "sort", ledger_issue_column_get_key (self->probed));
  ledger_settings_set_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "descending", descending);
}

static void
sort_by (LedgerIssueTable *self, LedgerIssueColumn column, gboolean descending)
{
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view),
                                  self->columns[column],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void
ledger_issue_table_restore_sort (LedgerIssueTable *self)
{
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  g_autofree char *key = settings != NULL
                             ? ledger_settings_get_text (settings, LEDGER_ISSUE_TABLE_GROUP, "sort")
                             : NULL;
  const LedgerIssueColumn column = ledger_issue_column_from_key (key);

  if (column == LEDGER_N_ISSUE_COLUMNS)
    sort_by (self, LEDGER_ISSUE_COLUMN_NUMBER, FALSE);
  else
    sort_by (self,
             column,
             ledger_settings_get_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "descending", 0)
                 != 0);
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
  if (settings != NULL
      && ledger_settings_get_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "fitted", -1) == kind)
    return;
  if (settings != NULL)
    ledger_settings_set_integer (settings, LEDGER_ISSUE_TABLE_GROUP, "fitted", kind);
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
  g_menu_append (menu, _ ("Columns…"), "table.columns");
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
  ledger_issue_table_add_cells (self, factory);
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

/* 列…: the same list as at the foot, over the title whose menu was open. */
static void
on_columns_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerIssueTable *self = data;

  if (self->columns_menu == NULL)
    return;
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->columns_menu),
      &(GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self)) - 48, 28, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->columns_menu));
}

static const GActionEntry actions[] = {
  { "sort-ascending", on_sort_action, "s" },
  { "sort-descending", on_sort_action, "s" },
  { "hide", on_hide_action, "s" },
  { "columns", on_columns_action },
};

void
ledger_issue_table_add_columns (LedgerIssueTable *self)
{
  LedgerSettings *settings = ledger_session_get_settings (self->session);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (group));
  self->layout =
      ledger_column_layout_attach (GTK_COLUMN_VIEW (self->view), settings, "columns-issues");
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    add_column (self, (LedgerIssueColumn)i);
  ledger_column_layout_restore (self->layout);
  fit_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)),
                           "changed",
                           G_CALLBACK (on_sorter_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "notify::size-class", G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "notify::large-type", G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
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
  self->columns_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->columns_menu), FALSE);
  gtk_widget_set_parent (self->columns_menu, GTK_WIDGET (self));
  return G_MENU_MODEL (menu);
}
