/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-cells.h"

#include "ledger-sheet-rows.h"
#include "sheet-build.h"

typedef struct
{
  LedgerWorkbook *workbook;
  LedgerSheetLayout *layout;
  LedgerSheetCells cells;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const rows[] = {
    "序号|问题|措施", "1|  台账不全　|补齐台账", "2||#REF!", "|学习不深入|", NULL
  };

  fixture->workbook = ledger_workbook_new ();
  LedgerSheet *sheet = sheet_build_add (fixture->workbook, "表", rows);
  sheet_build_merge (sheet, 1, 1, 2, 1);
  ledger_sheet_seal (sheet);
  fixture->layout = ledger_sheet_layout_guess (sheet);
  fixture->cells.sheet = sheet;
  fixture->cells.layout = fixture->layout;
  fixture->cells.answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  fixture->cells.doubts = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_doubt_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->cells.doubts);
  g_hash_table_unref (fixture->cells.answers);
  ledger_sheet_layout_free (fixture->layout);
  ledger_workbook_unref (fixture->workbook);
}

static void
check (Fixture *fixture, guint row, int column, const char *expected)
{
  g_autofree char *text = ledger_sheet_cells_dup (&fixture->cells, row, column);

  g_assert_cmpstr (text, ==, expected);
}

/* Trimmed; a merged cell holds for each of its rows but begins in one; nothing is NULL. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *role = ledger_sheet_cells_dup_role (&fixture->cells, 1, LEDGER_ROLE_MEASURE);
  g_autofree char *none = ledger_sheet_cells_dup_role (&fixture->cells, 1, LEDGER_ROLE_TARGET);

  check (fixture, 1, 1, "台账不全");
  check (fixture, 2, 1, "台账不全");
  g_assert_true (ledger_sheet_cells_begins (&fixture->cells, 1, 1));
  g_assert_false (ledger_sheet_cells_begins (&fixture->cells, 2, 1));
  g_assert_false (ledger_sheet_cells_begins (&fixture->cells, 1, -1));
  check (fixture, 3, 0, NULL);
  check (fixture, 1, -1, NULL);
  check (fixture, 99, 1, NULL);
  g_assert_cmpstr (role, ==, "补齐台账");
  g_assert_null (none);
  g_assert_cmpuint (fixture->cells.doubts->len, ==, 0);
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  const LedgerDoubt *doubt;

  check (fixture, 2, 2, NULL);
  g_assert_cmpuint (fixture->cells.doubts->len, ==, 1);
  doubt = g_ptr_array_index (fixture->cells.doubts, 0);
  g_assert_cmpint (doubt->kind, ==, LEDGER_DOUBT_ERROR);
  g_assert_cmpstr (doubt->cell, ==, "C3");
}

/* What a person answered stands in place of the cell; “as it stands” is an answer too. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  const gint64 keys[] = { LEDGER_SHEET_CELLS_KEY (2, 2), LEDGER_SHEET_CELLS_KEY (1, 1) };
  const char *answer = "untouched";

  g_assert_false (ledger_sheet_cells_find_answer (&fixture->cells, 2, 2, &answer));
  g_assert_null (answer);
  g_hash_table_insert (
      fixture->cells.answers, g_memdup2 (&keys[0], sizeof keys[0]), g_strdup (" 修订办法 "));
  g_hash_table_insert (fixture->cells.answers, g_memdup2 (&keys[1], sizeof keys[1]), NULL);
  check (fixture, 2, 2, "修订办法");
  check (fixture, 1, 1, "台账不全");
  g_assert_true (ledger_sheet_cells_find_answer (&fixture->cells, 1, 1, &answer));
  g_assert_null (answer);
  g_assert_cmpuint (fixture->cells.doubts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sheet-cells/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/sheet-cells/error", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/sheet-cells/answers", Fixture, NULL, set_up, test_answers, tear_down);
  return g_test_run ();
}
