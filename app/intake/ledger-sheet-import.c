/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-import.h"

#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-sheet-cells.h"
#include "ledger-sheet-rows.h"
#include "ledger-sheet-title.h"

struct _LedgerSheetImport
{
  LedgerWorkbook *workbook;
  const LedgerSheet *sheet;
  LedgerSheetLayout *layout;
  LedgerDay anchor;
  GHashTable *answers; /* (row << 16 | column) to text or NULL */
  GPtrArray *rows;     /* what was read last, or NULL */
  GPtrArray *doubts;
};

static void
forget_reading (LedgerSheetImport *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
}

static void
take_sheet (LedgerSheetImport *self, const LedgerSheet *sheet)
{
  self->sheet = sheet;
  g_clear_pointer (&self->layout, ledger_sheet_layout_free);
  self->layout = ledger_sheet_layout_guess (sheet);
  g_hash_table_remove_all (self->answers);
  forget_reading (self);
}

static const LedgerSheet *
find_best_sheet (LedgerWorkbook *workbook)
{
  const LedgerSheet *best = NULL;
  guint best_score = 0;

  for (guint pass = 0; pass < 2 && best_score == 0; pass++)
    for (guint i = 0; i < ledger_workbook_get_n_sheets (workbook); i++)
      {
        const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, i);
        g_autoptr (LedgerSheetLayout) layout = NULL;

        if (ledger_sheet_is_hidden (sheet) != (pass == 1))
          continue;
        layout = ledger_sheet_layout_guess (sheet);
        if (best && ledger_sheet_layout_score (layout) <= best_score)
          continue;
        best_score = ledger_sheet_layout_score (layout);
        best = sheet;
      }
  return best;
}

LedgerSheetImport *
ledger_sheet_import_new (LedgerWorkbook *workbook)
{
  LedgerSheetImport *self = g_new0 (LedgerSheetImport, 1);

  self->workbook = ledger_workbook_ref (workbook);
  self->anchor = LEDGER_DAY_NONE;
  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  take_sheet (self, find_best_sheet (workbook));
  return self;
}

void
ledger_sheet_import_free (LedgerSheetImport *self)
{
  forget_reading (self);
  g_clear_pointer (&self->layout, ledger_sheet_layout_free);
  g_hash_table_unref (self->answers);
  ledger_workbook_unref (self->workbook);
  g_free (self);
}

LedgerWorkbook *
ledger_sheet_import_get_workbook (LedgerSheetImport *self)
{
  return self->workbook;
}

const LedgerSheet *
ledger_sheet_import_get_sheet (LedgerSheetImport *self)
{
  return self->sheet;
}

gboolean
ledger_sheet_import_choose_sheet (LedgerSheetImport *self, const char *name, GError **error)
{
  const LedgerSheet *sheet = ledger_workbook_find_sheet (self->workbook, name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (sheet)
    {
      take_sheet (self, sheet);
      return TRUE;
    }
  for (guint i = 0; i < ledger_workbook_get_n_sheets (self->workbook); i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? "、" : "",
                            ledger_sheet_get_name (ledger_workbook_get_sheet (self->workbook, i)));
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_NOT_FOUND,
               _ ("The file has no sheet “%s”. Its sheets are: %s."),
               name,
               names->str);
  return FALSE;
}

const LedgerSheetLayout *
ledger_sheet_import_get_layout (LedgerSheetImport *self)
{
  return self->layout;
}

void
ledger_sheet_import_set_head_row (LedgerSheetImport *self, guint row)
{
  ledger_sheet_layout_free (self->layout);
  self->layout = ledger_sheet_layout_guess_at (self->sheet, row);
  forget_reading (self);
}

void
ledger_sheet_import_set_role (LedgerSheetImport *self, guint column, LedgerColumnRole role)
{
  g_return_if_fail (column < self->layout->n_columns);

  /* Headings are many; of every other role there is one column. */
  for (guint i = 0; role != LEDGER_ROLE_HEADING && i < self->layout->n_columns; i++)
    if (self->layout->roles[i] == role)
      self->layout->roles[i] = LEDGER_ROLE_NONE;
  self->layout->roles[column] = role;
  forget_reading (self);
}

void
ledger_sheet_import_set_anchor (LedgerSheetImport *self, LedgerDay anchor)
{
  self->anchor = anchor;
  forget_reading (self);
}

void
ledger_sheet_import_answer (LedgerSheetImport *self, guint row, guint column, const char *answer)
{
  gint64 *key = g_new (gint64, 1);

  *key = LEDGER_SHEET_CELLS_KEY (row, column);
  g_hash_table_replace (self->answers, key, g_strdup (answer));
  forget_reading (self);
}

static gboolean
read_again (LedgerSheetImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) doubts = NULL;

  if (self->rows)
    return TRUE;
  if (ledger_sheet_get_n_rows (self->sheet) == 0)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is an empty sheet. Choose another sheet or another list."),
                   ledger_sheet_get_name (self->sheet));
      return FALSE;
    }
  if (ledger_sheet_layout_find (self->layout, LEDGER_ROLE_ISSUE, 0) < 0)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("No heads were recognised. Click the row of the heads, or choose for each "
                      "column what it stands for."));
      return FALSE;
    }
  self->rows = ledger_sheet_rows_read (
      self->sheet, self->layout, self->anchor, self->answers, &doubts, cancellable, error);
  if (!self->rows)
    return FALSE;
  if (ledger_workbook_is_doubtful (self->workbook))
    {
      LedgerDoubt *doubt = ledger_doubt_new (
          LEDGER_DOUBT_ENCODING,
          0,
          0,
          g_strdup_printf (_ ("The characters were read as %s. See whether they are right."),
                           ledger_workbook_get_encoding (self->workbook)));

      g_ptr_array_insert (doubts, 0, doubt);
    }
  self->doubts = g_steal_pointer (&doubts);
  return TRUE;
}

const GPtrArray *
ledger_sheet_import_get_doubts (LedgerSheetImport *self)
{
  if (!read_again (self, NULL, NULL) && !self->doubts)
    self->doubts = g_ptr_array_new ();
  return self->doubts;
}

GPtrArray *
ledger_sheet_import_read (LedgerSheetImport *self, GCancellable *cancellable, GError **error)
{
  if (!read_again (self, cancellable, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("There is no problem below the heads of “%s”. Choose another sheet or the "
                      "row of the heads."),
                   ledger_sheet_get_name (self->sheet));
      return NULL;
    }
  return g_ptr_array_ref (self->rows);
}

static void
count_name (GHashTable *names, const char *name)
{
  if (name && *name)
    g_hash_table_add (names, (gpointer)name);
}

static guint
count_headings (GPtrArray *rows)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const LedgerImportIssue *issue = g_ptr_array_index (rows, i);
      g_autoptr (GString) path = g_string_new (NULL);

      for (guint k = 0; issue->headings && issue->headings[k]; k++)
        {
          g_string_append_printf (path, "%s\n", issue->headings[k]);
          g_hash_table_add (paths, g_strdup (path->str));
        }
    }
  return g_hash_table_size (paths);
}

LedgerSheetCounts
ledger_sheet_import_count (GPtrArray *rows)
{
  LedgerSheetCounts counts = { .headings = count_headings (rows), .issues = rows->len };
  g_autoptr (GHashTable) departments = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const LedgerImportIssue *issue = g_ptr_array_index (rows, i);

      counts.measures += issue->measures->len;
      count_name (departments, issue->department);
      for (guint k = 0; issue->supporting && issue->supporting[k]; k++)
        count_name (departments, issue->supporting[k]);
      count_name (people, issue->lead_leader);
      count_name (people, issue->responsible_leader);
      count_name (people, issue->handler);
      count_name (people, issue->reviewer);
      for (guint k = 0; k < issue->measures->len; k++)
        count_name (people, ((LedgerImportMeasure *)g_ptr_array_index (issue->measures, k))->owner);
    }
  counts.departments = g_hash_table_size (departments);
  counts.people = g_hash_table_size (people);
  return counts;
}

char *
ledger_sheet_import_dup_unit (LedgerSheetImport *self)
{
  return ledger_sheet_title_dup_unit (self->sheet, self->layout->first_head_row);
}

LedgerDay
ledger_sheet_import_find_feedback_date (LedgerSheetImport *self)
{
  return ledger_sheet_title_find_feedback_date (self->sheet, self->layout->first_head_row);
}
