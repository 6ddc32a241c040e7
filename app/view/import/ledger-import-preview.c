/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-preview.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-address.h"
#include "ledger-column-layout.h"
#include "ledger-import-filling.h"
#include "ledger-import-heads.h"
#include "ledger-import-sheet-cell.h"
#include "ledger-toolkit.h"

#define MOST_COLUMNS 40 /* of the sheet; a list has a dozen */
#define NUMBER_WIDTH 52
#define CONTEXT_ROWS 20 /* shown above a row that is brought into sight */
#define COLUMN_KEY "sheet-column"

struct _LedgerImportPreview
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;

  LedgerImportStudy *study;
  GtkWidget *view;
  GtkSingleSelection *selection;
  GtkSliceListModel *slice;
  GtkStringList *rows; /* one string for each row shown; only its place counts */
  guint first;         /* the sheet's row that is shown first */

  LedgerWorkbook *workbook; /* of the sheet shown */
  const LedgerSheet *sheet; /* what the columns were made for, or NULL */
  LedgerSheetLayout *layout;
  GHashTable *bound; /* GtkListItem that shows a cell now */
  gint64 selected;   /* what pack_place() makes of row and column, or -1 */
};

G_DEFINE_FINAL_TYPE (LedgerImportPreview, ledger_import_preview, GTK_TYPE_WIDGET)

static gint64
pack_place (guint row, guint column)
{
  return ((gint64)row << 16) | column;
}

/* --- cells --- */

static void
show_cell (LedgerImportPreview *self, GtkListItem *item)
{
  const guint row = self->first + gtk_list_item_get_position (item);
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), COLUMN_KEY));
  const LedgerImportSheetCell cell = {
    .sheet = self->sheet,
    .layout = self->layout,
    .row = row,
    .column = column,
    .doubtful = ledger_import_study_find_doubt (self->study, row, column) != NULL,
    .chosen = self->selected == pack_place (row, column),
  };

  if (column < self->layout->n_columns)
    ledger_import_sheet_cell_show (&cell, LEDGER_FACT_CELL (gtk_list_item_get_child (item)));
}

static void
show_bound (LedgerImportPreview *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_cell (self, item);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, LedgerImportPreview *self)
{
  GtkWidget *cell = ledger_fact_cell_new ();

  gtk_list_item_set_child (item, cell);
  g_object_set_data (
      G_OBJECT (item), COLUMN_KEY, g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, LedgerImportPreview *self)
{
  g_hash_table_add (self->bound, item);
  show_cell (self, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, LedgerImportPreview *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
on_number_clicked (GtkButton *button, GtkListItem *item)
{
  LedgerImportPreview *self = LEDGER_IMPORT_PREVIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (button), LEDGER_TYPE_IMPORT_PREVIEW));

  ledger_import_study_set_head_row (self->study, self->first + gtk_list_item_get_position (item));
}

static void
on_number_setup (GtkListItemFactory *factory, GtkListItem *item, LedgerImportPreview *self)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "sheet-row");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  ledger_toolkit_set_tooltip (button, _ ("Take this row as the heads"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_number_clicked), item);
  gtk_list_item_set_child (item, button);
}

static void
on_number_bind (GtkListItemFactory *factory, GtkListItem *item, LedgerImportPreview *self)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  g_autofree char *number =
      g_strdup_printf ("%u", self->first + gtk_list_item_get_position (item) + 1);
  g_autofree char *name = g_strdup_printf (_ ("Take row %s as the heads"), number);

  gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- columns --- */

static int
width_of_role (LedgerColumnRole role)
{
  switch (role)
    {
    case LEDGER_ROLE_NUMBER:
      return 72;
    case LEDGER_ROLE_ISSUE:
    case LEDGER_ROLE_MEASURE:
      return 216;
    case LEDGER_ROLE_HEADING:
      return 124;
    case LEDGER_ROLE_TARGET:
    case LEDGER_ROLE_PROGRESS_TEXT:
      return 150;
    default:
      return 112;
    }
}

static void
add_number_column (LedgerImportPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ ("Row"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_number_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_number_bind), self);
  gtk_column_view_column_set_fixed_width (column, NUMBER_WIDTH);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static void
add_sheet_column (LedgerImportPreview *self, guint index)
{
  const LedgerColumnRole role = self->layout->roles[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = ledger_import_heads_dup_title (self->layout, index);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  g_autoptr (GMenuModel) menu = ledger_import_heads_create_menu (index);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width_of_role (role));
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* Takes the width that the sheet leaves: a list narrower than its place has an edge of its own. */
static void
add_filling_column (LedgerImportPreview *self)
{
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (NULL, gtk_signal_list_item_factory_new ());

  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* FALSE: there is none. */
static gboolean
remove_column (LedgerImportPreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

  if (column == NULL)
    return FALSE;
  gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->view), column);
  return TRUE;
}

static void
remove_columns (LedgerImportPreview *self)
{
  while (remove_column (self))
    continue;
  g_hash_table_remove_all (self->bound);
}

static void
build_columns (LedgerImportPreview *self)
{
  remove_columns (self);
  add_number_column (self);
  for (guint i = 0; i < MIN (self->layout->n_columns, MOST_COLUMNS); i++)
    add_sheet_column (self, i);
  add_filling_column (self);
  ledger_import_heads_add_actions (self->view, self->study);
  ledger_import_heads_attach (GTK_COLUMN_VIEW (self->view), self->study, 1);
}

static void
show_rows_from (LedgerImportPreview *self, guint first)
{
  const guint n_rows = self->sheet != NULL ? ledger_sheet_get_n_rows (self->sheet) : 0;
  const guint n = n_rows > first ? MIN (n_rows - first, LEDGER_IMPORT_PREVIEW_ROWS) : 0;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  self->first = first;
  ledger_import_filling_begin (self->slice, self->view);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, "");
  strings = g_strv_builder_end (names);
  gtk_string_list_splice (self->rows,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          (const char *const *)strings);
}

/* The columns stay; only what they stand for is another. */
static void
show_roles (LedgerImportPreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  for (guint i = 0; i < MIN (self->layout->n_columns, MOST_COLUMNS); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *title = ledger_import_heads_dup_title (self->layout, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        continue;
      gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_fixed_width (column, width_of_role (self->layout->roles[i]));
    }
  ledger_import_heads_add_actions (self->view, self->study);
  ledger_import_heads_attach (GTK_COLUMN_VIEW (self->view), self->study, 1);
  show_bound (self);
}

static void
show_nothing (LedgerImportPreview *self)
{
  self->sheet = NULL;
  show_rows_from (self, 0);
  g_clear_pointer (&self->workbook, ledger_workbook_unref);
}

static void
show_sheet (LedgerImportPreview *self, const LedgerSheet *sheet)
{
  show_nothing (self);
  self->selected = -1;
  build_columns (self);
  self->workbook = ledger_workbook_ref (ledger_import_study_get_workbook (self->study));
  self->sheet = sheet;
  show_rows_from (self, 0);
}

static void
on_study_changed (LedgerImportPreview *self)
{
  const LedgerSheet *sheet;

  if (ledger_import_study_get_state (self->study) != LEDGER_STUDY_READY)
    {
      show_nothing (self);
      return;
    }
  sheet = ledger_import_study_get_sheet (self->study);
  g_clear_pointer (&self->layout, ledger_sheet_layout_free);
  self->layout = ledger_sheet_layout_copy (ledger_import_study_get_layout (self->study));
  if (sheet == self->sheet)
    show_roles (self);
  else
    show_sheet (self, sheet);
}

/* Where no heads were recognised a click on their row tells which it is. */
static void
on_activate (LedgerImportPreview *self, guint position)
{
  if (ledger_import_study_get_state (self->study) == LEDGER_STUDY_READY
      && self->layout->n_head_rows == 0)
    ledger_import_study_set_head_row (self->study, self->first + position);
}

/* --- the widget --- */

static void
on_selected (LedgerImportPreview *self)
{
  const guint at = gtk_single_selection_get_selected (self->selection);

  if (self->layout != NULL && self->layout->n_head_rows == 0 && at != GTK_INVALID_LIST_POSITION
      && gtk_widget_get_focus_child (self->view) != NULL)
    on_activate (self, at);
}

static void
ledger_import_preview_dispose (GObject *object)
{
  LedgerImportPreview *self = LEDGER_IMPORT_PREVIEW (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->study);
  g_clear_pointer (&self->layout, ledger_sheet_layout_free);
  g_clear_pointer (&self->workbook, ledger_workbook_unref);
  g_clear_pointer (&self->bound, g_hash_table_unref);
  G_OBJECT_CLASS (ledger_import_preview_parent_class)->dispose (object);
}

static void
ledger_import_preview_class_init (LedgerImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_preview_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportPreview, view);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportPreview, selection);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportPreview, slice);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportPreview, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
ledger_import_preview_init (LedgerImportPreview *self)
{
  self->selected = -1;
  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_preview_set_study (LedgerImportPreview *self, LedgerImportStudy *study)
{
  g_assert (self->study == NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "changed", G_CALLBACK (on_study_changed), self);
  g_signal_connect_swapped (study, "accepted", G_CALLBACK (show_bound), self);
}

void
ledger_import_preview_select (LedgerImportPreview *self, guint row, guint column)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (self->sheet == NULL)
    return;
  self->selected = pack_place (row, column);
  if (row < self->first || row >= self->first + n)
    show_rows_from (self, row > CONTEXT_ROWS ? row - CONTEXT_ROWS : 0);
  ledger_import_filling_finish (self->slice);
  gtk_single_selection_set_selected (self->selection, row - self->first);
  ledger_list_scroll_to (self->view, row - self->first);
  show_bound (self);
}

char *
ledger_import_preview_dup_hidden (LedgerImportPreview *self)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; self->sheet != NULL && i < self->layout->n_columns; i++)
    if (ledger_sheet_column_is_hidden (self->sheet, i)
        && self->layout->roles[i] == LEDGER_ROLE_NONE)
      {
        g_autofree char *letter = ledger_cell_address_column (i);

        g_string_append_printf (letters, "%s%s", letters->len > 0 ? "、" : "", letter);
      }
  return letters->len > 0 ? g_strdup_printf (_ ("hidden column %s (not imported)"), letters->str)
                          : NULL;
}

char *
ledger_import_preview_dup_extent (LedgerImportPreview *self)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const guint n_rows = self->sheet != NULL ? ledger_sheet_get_n_rows (self->sheet) : 0;

  if (n_rows <= shown)
    return NULL;
  return g_strdup_printf (_ ("rows %u–%u of %u"), self->first + 1, self->first + shown, n_rows);
}

gboolean
ledger_import_preview_wind_down (LedgerImportPreview *self)
{
  g_signal_handlers_disconnect_by_data (self->study, self);
  return remove_column (self);
}
