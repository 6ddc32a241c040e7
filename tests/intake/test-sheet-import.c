/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-sheet-import.h"
#include "sheet-build.h"

static const struct
{
  const char *file;
  LedgerSheetCounts counts; /* departments and people 0: not looked at */
} files[] = {
  { "01-反馈问题清单.xlsx", { 6, 17, 0, 0, 0 } },
  { "02-整改任务分解表.xlsx", { 6, 12, 50, 0, 0 } },
};

static LedgerSheetImport *
open_file (const char *name)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_build_open (name);

  return ledger_sheet_import_new (workbook);
}

static GPtrArray *
read_all (LedgerSheetImport *import)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ledger_sheet_import_read (import, NULL, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (LedgerSheetImport) import = open_file (files[i].file);
      g_autoptr (GPtrArray) rows = read_all (import);
      const LedgerSheetCounts counts = ledger_sheet_import_count (rows);

      g_assert_cmpuint (counts.headings, ==, files[i].counts.headings);
      g_assert_cmpuint (counts.issues, ==, files[i].counts.issues);
      g_assert_cmpuint (counts.measures, ==, files[i].counts.measures);
    }
}

/* Every filled cell of the column of measures is a measure: nothing of the sheet is lost. */
static void
test_every_measure (void)
{
  g_autoptr (LedgerSheetImport) import = open_file ("02-整改任务分解表.xlsx");
  const LedgerSheet *sheet = ledger_sheet_import_get_sheet (import);
  const LedgerSheetLayout *layout = ledger_sheet_import_get_layout (import);
  g_autoptr (GPtrArray) rows = read_all (import);
  guint filled = 0, read = 0;

  for (guint row = layout->first_head_row + layout->n_head_rows;
       row < ledger_sheet_get_n_rows (sheet);
       row++)
    filled += ledger_sheet_get_cell (sheet, row, 5) != NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const LedgerImportIssue *issue = g_ptr_array_index (rows, i);

      for (guint k = 0; k < issue->measures->len; k++)
        {
          const LedgerImportMeasure *measure = g_ptr_array_index (issue->measures, k);
          const char *cell = ledger_sheet_get_shown_text (sheet, measure->row, 5);

          g_assert_nonnull (strstr (cell, measure->text));
          read++;
        }
    }
  g_assert_cmpuint (read, ==, filled);
}

/* The weekly list comes from an old system in its own encoding. */
static void
test_weekly (void)
{
  g_autoptr (LedgerSheetImport) import = open_file ("03-整改清单-周更.csv");
  g_autoptr (GPtrArray) rows = read_all (import);
  const LedgerImportIssue *first = g_ptr_array_index (rows, 0);
  const LedgerImportIssue *second = g_ptr_array_index (rows, 1);

  g_assert_cmpstr (
      ledger_workbook_get_encoding (ledger_sheet_import_get_workbook (import)), ==, "GB18030");
  g_assert_cmpstr (first->text, ==, "抓好班子自身建设");
  g_assert_cmpuint (g_strv_length (first->headings), ==, 2);
  g_assert_cmpstr (second->progress_percent, ==, "50");
  g_assert_cmpstr (second->department, ==, "机关党委");
}

/* The best sheet is chosen; another by name, none by a wrong one. */
static void
test_sheets (void)
{
  const char *const cover[] = { "某市某局", "巡察整改", NULL };
  const char *const list[] = { "序号|问题|措施", "1|问题一|措施一", NULL };
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  g_autoptr (LedgerSheetImport) import = NULL;
  g_autoptr (GError) error = NULL;

  ledger_sheet_seal (sheet_build_add (workbook, "封面", cover));
  ledger_sheet_seal (sheet_build_add (workbook, "清单", list));
  import = ledger_sheet_import_new (workbook);
  g_assert_cmpstr (ledger_sheet_get_name (ledger_sheet_import_get_sheet (import)), ==, "清单");
  g_assert_true (ledger_sheet_import_choose_sheet (import, "封面", NULL));
  g_assert_null (ledger_sheet_import_read (import, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ledger_sheet_import_choose_sheet (import, "附件", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "封面、清单"));
}

/* Wrong guesses are mended by the row of the heads and by roles; of each role but headings there is
 * one column. */
static void
test_mending (void)
{
  const char *const rows[] = {
    "甲|乙", "公务接待超标准|补齐台账", "档案整理不及时|清理归档", NULL
  };
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  g_autoptr (LedgerSheetImport) import = ledger_sheet_import_new (workbook);
  g_autoptr (GPtrArray) read = NULL;

  g_assert_null (ledger_sheet_import_read (import, NULL, NULL));
  g_assert_cmpuint (ledger_sheet_import_get_doubts (import)->len, ==, 0);
  ledger_sheet_import_set_head_row (import, 0);
  ledger_sheet_import_set_role (import, 1, LEDGER_ROLE_ISSUE);
  ledger_sheet_import_set_role (import, 0, LEDGER_ROLE_ISSUE);
  g_assert_cmpint (ledger_sheet_import_get_layout (import)->roles[1], ==, LEDGER_ROLE_NONE);
  ledger_sheet_import_set_role (import, 1, LEDGER_ROLE_MEASURE);
  read = read_all (import);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_cmpuint (ledger_sheet_import_count (read).measures, ==, 2);
}

static void
test_empty_list (void)
{
  const char *const rows[] = { "序号|问题", NULL };
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  g_autoptr (LedgerSheetImport) import = ledger_sheet_import_new (workbook);
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_sheet_import_read (import, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

/* Of an empty sheet no row can be clicked. */
static void
test_empty (void)
{
  const char *const rows[] = { NULL };
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  g_autoptr (LedgerSheetImport) import = ledger_sheet_import_new (workbook);
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_sheet_import_read (import, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "empty"));
  g_assert_cmpuint (ledger_sheet_import_get_doubts (import)->len, ==, 0);
}

static const struct
{
  const char *rows[4];
  const char *unit;
  const char *feedback;
} titles[] = {
  { { "某市某局巡察整改任务分解表", "序号|问题", "1|甲" }, "某市某局", NULL },
  { { "单位：某县某局  反馈时间：2026年1月8日", "序号|问题", "1|甲" }, "某县某局", "2026-01-08" },
  { { "巡察整改任务分解表", "序号|问题", "1|甲" }, NULL, NULL },
  { { "市委第一巡察组反馈问题清单", "序号|问题", "1|甲" }, NULL, NULL },
  { { "序号|问题", "1|甲" }, NULL, NULL },
};

static void
test_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (LedgerWorkbook) workbook = sheet_build_new (titles[i].rows);
      g_autoptr (LedgerSheetImport) import = ledger_sheet_import_new (workbook);
      g_autofree char *unit = ledger_sheet_import_dup_unit (import);
      const LedgerDay feedback = ledger_sheet_import_find_feedback_date (import);

      g_assert_cmpstr (unit, ==, titles[i].unit);
      g_assert_cmpint (feedback,
                       ==,
                       titles[i].feedback != NULL ? ledger_day_from_iso (titles[i].feedback)
                                                  : LEDGER_DAY_NONE);
    }
}

/* What is hidden is told: a column is left out, a row is not. */
static void
test_hidden (void)
{
  const char *const rows[] = { "问题|备注", "问题一|甲", "问题二|乙", NULL };
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = sheet_build_add (workbook, "清单", rows);
  g_autoptr (LedgerSheetImport) import = NULL;
  g_autoptr (GPtrArray) read = NULL;
  const GPtrArray *doubts;

  ledger_sheet_hide_columns (sheet, 1, 1);
  ledger_sheet_hide_rows (sheet, 2, 2);
  ledger_sheet_seal (sheet);
  import = ledger_sheet_import_new (workbook);
  read = read_all (import);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_null (((LedgerImportIssue *)g_ptr_array_index (read, 0))->remark);
  doubts = ledger_sheet_import_get_doubts (import);
  g_assert_cmpuint (doubts->len, ==, 2);
  g_assert_cmpstr (((LedgerDoubt *)g_ptr_array_index (doubts, 0))->cell, ==, "B");
  g_assert_cmpstr (((LedgerDoubt *)g_ptr_array_index (doubts, 1))->cell, ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-import/files", test_files);
  g_test_add_func ("/sheet-import/every-measure", test_every_measure);
  g_test_add_func ("/sheet-import/weekly", test_weekly);
  g_test_add_func ("/sheet-import/sheets", test_sheets);
  g_test_add_func ("/sheet-import/mending", test_mending);
  g_test_add_func ("/sheet-import/empty-list", test_empty_list);
  g_test_add_func ("/sheet-import/titles", test_titles);
  g_test_add_func ("/sheet-import/empty", test_empty);
  g_test_add_func ("/sheet-import/hidden", test_hidden);
  return g_test_run ();
}
