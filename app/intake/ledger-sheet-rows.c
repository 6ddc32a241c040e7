/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-rows.h"

#include <glib/gi18n-lib.h>

#include "ledger-cell-address.h"
#include "ledger-sheet-cells.h"
#include "ledger-sheet-issue.h"

#define DEEPEST 8

/* Dates without a year are read as lying after the earliest dated cell less this many days: plans
 * begin before their first deadline. */
#define BEFORE_FIRST_DEADLINE 60

typedef struct
{
  LedgerSheetCells cells;
  LedgerDay anchor;
  GPtrArray *rows;
  GHashTable *numbers;        /* number to the row where it stood first, plus one */
  char *headings[DEEPEST];    /* the present ones, filled down */
  LedgerImportIssue *current; /* the last of rows, or NULL */
} Reading;

static void
set_heading (Reading *self, guint level, char *text)
{
  if (g_strcmp0 (self->headings[level], text) == 0)
    {
      g_free (text);
      return;
    }
  for (guint i = level; i < DEEPEST; i++)
    g_clear_pointer (&self->headings[i], g_free);
  self->headings[level] = text;
}

/* Fills the headings down: a blank cell continues the one above, a new upper heading ends the lower
 * ones. */
static void
read_headings (Reading *self, guint row)
{
  for (guint level = 0; level < DEEPEST; level++)
    {
      int column = ledger_sheet_layout_find (self->cells.layout, LEDGER_ROLE_HEADING, level);
      char *text = ledger_sheet_cells_dup (&self->cells, row, column);

      if (text)
        set_heading (self, level, text);
    }
}

static GStrv
dup_headings (Reading *self)
{
  g_autoptr (GStrvBuilder) path = g_strv_builder_new ();

  for (guint level = 0; level < DEEPEST; level++)
    if (self->headings[level])
      g_strv_builder_add (path, self->headings[level]);
  return g_strv_builder_end (path);
}

static void
check_number (Reading *self, guint row, int column, const char *number)
{
  guint before;

  if (!number)
    return;
  before = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, number));
  if (before == 0)
    {
      g_hash_table_insert (self->numbers, g_strdup (number), GUINT_TO_POINTER (row + 1));
      return;
    }
  g_autofree char *first = ledger_cell_address_new (before - 1, column);
  ledger_sheet_cells_doubt (
      &self->cells,
      LEDGER_DOUBT_NUMBER,
      row,
      column,
      g_strdup_printf (
          _ ("The number %s stands in %s too; they are numbered in order."), number, first));
}

static void
begin_issue (Reading *self, guint row, char *text)
{
  LedgerImportIssue *issue = g_new0 (LedgerImportIssue, 1);
  int column = ledger_sheet_layout_find (self->cells.layout, LEDGER_ROLE_NUMBER, 0);

  issue->row = row;
  issue->text = text;
  issue->headings = dup_headings (self);
  issue->number = ledger_sheet_cells_dup (&self->cells, row, column);
  issue->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  check_number (self, row, column, issue->number);
  g_ptr_array_add (self->rows, issue);
  self->current = issue;
}

/* Some offices write the problem again in every row of its measures instead of merging: same
 * number, same words. */
static gboolean
continues_issue (Reading *self, guint row, const char *text)
{
  g_autofree char *number = NULL;

  if (!self->current || !text || !g_str_equal (self->current->text, text))
    return FALSE;
  number = ledger_sheet_cells_dup_role (&self->cells, row, LEDGER_ROLE_NUMBER);
  return g_strcmp0 (number, self->current->number) == 0;
}

/* 合计, 填报人：… below the list, or a line of remarks: nothing but one short run of cells without
 * a problem. */
static gboolean
is_left_out (Reading *self, guint row, const char *issue_text)
{
  static const char *const words[] = { "合计", "总计", "小计", "填报人", "填表人", "审核人",
                                       "制表", "注：", "注:",  "说明：", "备注：", "联系人" };
  guint n_cells;
  const LedgerCell *cells = ledger_sheet_get_row (self->cells.sheet, row, &n_cells);

  if (n_cells == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (cells[0].text, words[i]))
      return TRUE;
  return issue_text == NULL && self->current == NULL;
}

static void
read_row (Reading *self, guint row)
{
  int column = ledger_sheet_layout_find (self->cells.layout, LEDGER_ROLE_ISSUE, 0);
  g_autofree char *text = NULL;
  guint n_cells;

  ledger_sheet_get_row (self->cells.sheet, row, &n_cells);
  if (n_cells == 0)
    return;
  if (ledger_sheet_cells_begins (&self->cells, row, column))
    text = ledger_sheet_cells_dup (&self->cells, row, column);
  if (is_left_out (self, row, text))
    {
      ledger_sheet_cells_doubt (&self->cells,
                                LEDGER_DOUBT_LEFT_OUT,
                                row,
                                0,
                                g_strdup (_ ("This row is no problem and is not imported.")));
      return;
    }
  read_headings (self, row);
  if (text && !continues_issue (self, row, text))
    begin_issue (self, row, g_steal_pointer (&text));
  if (self->current)
    ledger_sheet_issue_read (&self->cells, row, self->anchor, self->current);
}

static void
tell_hidden (Reading *self)
{
  guint n_rows = ledger_sheet_count_hidden_rows (self->cells.sheet);

  for (guint i = 0; i < self->cells.layout->n_columns; i++)
    {
      LedgerDoubt *doubt;

      if (!ledger_sheet_column_is_hidden (self->cells.sheet, i))
        continue;
      doubt = ledger_sheet_cells_doubt (
          &self->cells,
          LEDGER_DOUBT_HIDDEN,
          self->cells.layout->first_head_row,
          i,
          g_strdup (_ ("This column is hidden in the sheet; it is not imported unless "
                       "you choose what it stands for.")));
      g_free (doubt->cell);
      doubt->cell = ledger_cell_address_column (i);
    }
  if (n_rows == 0)
    return;
  for (guint row = 0; row < ledger_sheet_get_n_rows (self->cells.sheet); row++)
    if (ledger_sheet_row_is_hidden (self->cells.sheet, row))
      {
        LedgerDoubt *doubt = ledger_sheet_cells_doubt (
            &self->cells,
            LEDGER_DOUBT_HIDDEN,
            row,
            0,
            g_strdup (_ ("This row is hidden in the sheet; it is imported all the same.")));
        g_free (doubt->cell);
        doubt->cell = g_strdup_printf ("%u", row + 1);
      }
}

/* The earliest real date of the deadline column shows the round's year. */
static LedgerDay
guess_anchor (const LedgerSheet *sheet, const LedgerSheetLayout *layout)
{
  int column = ledger_sheet_layout_find (layout, LEDGER_ROLE_DEADLINE, 0);
  LedgerDay first = LEDGER_DAY_NONE;

  for (guint row = 0; column >= 0 && row < ledger_sheet_get_n_rows (sheet); row++)
    {
      const LedgerCell *cell = ledger_sheet_get_cell (sheet, row, column);
      LedgerDay day = cell && cell->kind == LEDGER_CELL_DATE ? cell->day : LEDGER_DAY_NONE;

      if (day != LEDGER_DAY_NONE && (first == LEDGER_DAY_NONE || day < first))
        first = day;
    }
  return (first == LEDGER_DAY_NONE ? ledger_day_today () : first) - BEFORE_FIRST_DEADLINE;
}

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < DEEPEST; i++)
    g_free (self->headings[i]);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->cells.deadlines);
}

GPtrArray *
ledger_sheet_rows_read (const LedgerSheet *sheet,
                        const LedgerSheetLayout *layout,
                        LedgerDay anchor,
                        GHashTable *answers,
                        GPtrArray **doubts,
                        GCancellable *cancellable,
                        GError **error)
{
  Reading self = { .cells = { sheet, layout, answers, NULL, NULL } };
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_doubt_free);
  gboolean cancelled = FALSE;

  self.anchor = anchor != LEDGER_DAY_NONE ? anchor : guess_anchor (sheet, layout);
  self.rows = rows;
  self.cells.doubts = found;
  self.cells.deadlines =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)ledger_deadline_free);
  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tell_hidden (&self);
  for (guint row = layout->first_head_row + layout->n_head_rows;
       row < ledger_sheet_get_n_rows (sheet) && !cancelled;
       row++)
    {
      read_row (&self, row);
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  reading_clear (&self);
  if (cancelled)
    return NULL;
  ledger_sheet_issue_drop_repeated (rows);
  *doubts = g_steal_pointer (&found);
  return g_steal_pointer (&rows);
}
