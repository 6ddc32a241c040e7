/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-outcome-view.h"

#include <glib/gi18n-lib.h>

#include "ledger-deadline.h"
#include "ledger-fact-cell.h"

#define STEP 18 /* a level deeper */
#define KIND_KEY "kind"

typedef enum
{
  COLUMN_TICK,
  COLUMN_FATE,
  COLUMN_TEXT,
  COLUMN_FIELD,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_DEPARTMENT,
  COLUMN_DEADLINE,
  N_COLUMNS,
} ColumnKind;

struct _LedgerImportOutcomeView
{
  GtkWidget parent_instance;
  LedgerImportOutcome *outcome;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* of the view */
  int widths[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (LedgerImportOutcomeView, ledger_import_outcome_view, GTK_TYPE_WIDGET)

static char *
dup_deadline (const LedgerImportLine *line)
{
  const char *canonical = NULL;
  g_autoptr (LedgerDeadline) deadline = NULL;

  if (line == NULL)
    return NULL;
  canonical = line->measure != NULL ? line->measure->deadline : line->issue->deadline;
  deadline = canonical != NULL ? ledger_deadline_from_canonical (canonical) : NULL;
  return deadline != NULL ? ledger_deadline_to_words (deadline, LEDGER_DAY_NONE) : NULL;
}

static char *
dup_text (LedgerImportOutcomeRow *row, ColumnKind kind)
{
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (row);

  switch (kind)
    {
    case COLUMN_FATE:
      return line != NULL ? g_strdup (ledger_import_fate_get_name (line->fate)) : NULL;
    case COLUMN_FIELD:
      return ledger_import_outcome_row_dup_field (row);
    case COLUMN_BEFORE:
      return ledger_import_outcome_row_dup_before (row);
    case COLUMN_AFTER:
      return ledger_import_outcome_row_dup_after (row);
    case COLUMN_DEPARTMENT:
      return line != NULL && line->measure == NULL ? g_strdup (line->issue->department) : NULL;
    case COLUMN_DEADLINE:
      return dup_deadline (line);
    case COLUMN_TICK:
    case COLUMN_TEXT:
    default:
      return g_strdup (ledger_import_outcome_row_get_text (row));
    }
}

/* --- cells --- */

static void
on_ticked (GtkCheckButton *check, GParamSpec *pspec, GtkListItem *item)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (
      gtk_widget_get_ancestor (GTK_WIDGET (check), LEDGER_TYPE_IMPORT_OUTCOME_VIEW));

  if (self != NULL)
    ledger_import_outcome_choose (
        self->outcome, gtk_list_item_get_position (item), gtk_check_button_get_active (check));
}

static void
bind_tick (GtkListItem *item, LedgerImportOutcomeRow *row)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  const LedgerImportLine *line = ledger_import_outcome_row_get_line (row);
  g_autofree char *name =
      g_strdup_printf (_ ("Import “%s”"), ledger_import_outcome_row_get_text (row));

  g_signal_handlers_block_by_func (check, on_ticked, item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ledger_import_outcome_row_get_chosen (row));
  g_signal_handlers_unblock_by_func (check, on_ticked, item);
  gtk_widget_set_visible (check, line != NULL && line->fate != LEDGER_IMPORT_UNCHANGED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_text (GtkListItem *item, LedgerImportOutcomeRow *row)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  gtk_widget_set_margin_start (cell, (int)(STEP * ledger_import_outcome_row_get_depth (row)));
  if (ledger_import_outcome_row_get_line (row) == NULL)
    gtk_widget_add_css_class (cell, "heading");
  else
    gtk_widget_remove_css_class (cell, "heading");
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  const ColumnKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), KIND_KEY));
  GtkWidget *child = kind == COLUMN_TICK ? gtk_check_button_new () : ledger_fact_cell_new ();

  if (kind == COLUMN_TICK)
    g_signal_connect (child, "notify::active", G_CALLBACK (on_ticked), item);
  else
    ledger_fact_cell_set_one_line (LEDGER_FACT_CELL (child), TRUE);
  gtk_list_item_set_child (item, child);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const ColumnKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), KIND_KEY));
  LedgerImportOutcomeRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (kind == COLUMN_TICK)
    {
      bind_tick (item, row);
      return;
    }
  text = dup_text (row, kind);
  if (text != NULL)
    g_strdelimit (text, "\n", ' ');
  ledger_fact_cell_set_facts (
      LEDGER_FACT_CELL (gtk_list_item_get_child (item)), text, NULL, NULL, LEDGER_TINT_NONE);
  if (kind == COLUMN_TEXT)
    bind_text (item, row);
}

static void
add_column (LedgerImportOutcomeView *self, ColumnKind kind, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), KIND_KEY, GUINT_TO_POINTER (kind));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, kind != COLUMN_TICK);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  self->columns[kind] = column;
  self->widths[kind] = width;
}

/* --- the widget --- */

static void
ledger_import_outcome_view_dispose (GObject *object)
{
  LedgerImportOutcomeView *self = LEDGER_IMPORT_OUTCOME_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (ledger_import_outcome_view_parent_class)->dispose (object);
}

static void
ledger_import_outcome_view_class_init (LedgerImportOutcomeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_import_outcome_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ledger_import_outcome_view_init (LedgerImportOutcomeView *self)
{
  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The list as it will be imported"),
                                  -1);
  add_column (self, COLUMN_TICK, "", 40);
  add_column (self, COLUMN_FATE, C_ ("import", "Result"), 64);
  add_column (self, COLUMN_TEXT, C_ ("import", "Problem, measure"), 0);
  add_column (self, COLUMN_FIELD, C_ ("import", "Field"), 92);
  add_column (self, COLUMN_BEFORE, C_ ("import", "Now"), 150);
  add_column (self, COLUMN_AFTER, C_ ("import", "In the list"), 150);
  add_column (self, COLUMN_DEPARTMENT, C_ ("import", "Department"), 130);
  add_column (self, COLUMN_DEADLINE, C_ ("import", "Deadline"), 120);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
ledger_import_outcome_view_new (LedgerImportOutcome *outcome)
{
  LedgerImportOutcomeView *self = g_object_new (LEDGER_TYPE_IMPORT_OUTCOME_VIEW, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->outcome = g_object_ref (outcome);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (outcome))));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
  return GTK_WIDGET (self);
}

void
ledger_import_outcome_view_set_first (LedgerImportOutcomeView *self, gboolean first)
{
  for (guint i = COLUMN_FATE; i < N_COLUMNS; i++)
    {
      const gboolean shown = (i == COLUMN_DEPARTMENT || i == COLUMN_DEADLINE) == first;

      if (i == COLUMN_TEXT)
        continue;
      /* The toolkit takes the width of a hidden column from the others. */
      gtk_column_view_column_set_fixed_width (self->columns[i], shown ? self->widths[i] : 0);
      gtk_column_view_column_set_visible (self->columns[i], shown);
    }
}
