/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-deadline.h"
#include "ledger-sheet-cells.h"
#include "ledger-sheet-rows.h"
#include "sheet-build.h"

#define ANCHOR "2026-01-10"

typedef struct
{
  LedgerWorkbook *workbook;
  LedgerSheetLayout *layout;
  GHashTable *answers;
  GPtrArray *rows;
  GPtrArray *doubts;
} Read;

static void
read_sheet (Read *self)
{
  const LedgerSheet *sheet = ledger_workbook_get_sheet (self->workbook, 0);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->rows = ledger_sheet_rows_read (sheet,
                                       self->layout,
                                       ledger_day_from_iso (ANCHOR),
                                       self->answers,
                                       &self->doubts,
                                       NULL,
                                       &error);
  g_assert_no_error (error);
}

static void
read_workbook (Read *self, LedgerWorkbook *workbook)
{
  self->workbook = workbook;
  self->layout = ledger_sheet_layout_guess (ledger_workbook_get_sheet (workbook, 0));
  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  read_sheet (self);
}

static void
answer (Read *self, guint row, guint column, const char *text)
{
  const gint64 key = LEDGER_SHEET_CELLS_KEY (row, column);

  g_hash_table_replace (self->answers, g_memdup2 (&key, sizeof key), g_strdup (text));
  read_sheet (self);
}

static void
read_clear (Read *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  ledger_sheet_layout_free (self->layout);
  g_hash_table_unref (self->answers);
  ledger_workbook_unref (self->workbook);
}

static const LedgerImportIssue *
issue_at (Read *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static const LedgerDoubt *
doubt_at (Read *self, guint index)
{
  return g_ptr_array_index (self->doubts, index);
}

/* What was read, in one line: headings/number:text(measures;…) | … */
static char *
dup_all (Read *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LedgerImportIssue *issue = issue_at (self, i);
      g_autofree char *path = g_strjoinv (">", issue->headings);

      g_string_append_printf (all,
                              "%s%s/%s:%s(",
                              i > 0 ? " | " : "",
                              path,
                              issue->number != NULL ? issue->number : "",
                              issue->text);
      for (guint k = 0; k < issue->measures->len; k++)
        g_string_append_printf (
            all,
            "%s%s",
            k > 0 ? ";" : "",
            ((LedgerImportMeasure *)g_ptr_array_index (issue->measures, k))->text);
      g_string_append_c (all, ')');
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static const struct
{
  const char *rows[8];
  const char *all;
} cases[] = {
  /* Blank cells continue the heading above; a new upper one ends the lower. */
  { { "方面|大类|序号|问题|措施",
      "甲|子|1|问题一|措施一",
      "||2|问题二|措施二",
      "乙||3|问题三|措施三" },
    "甲>子/1:问题一(措施一) | 甲>子/2:问题二(措施二) | 乙/3:问题三(措施三)" },
  /* An issue over several rows of measures: blank, or written again in each row. */
  { { "序号|问题|措施", "1|问题一|措施一", "||措施二", "2|问题二|措施三" },
    "/1:问题一(措施一;措施二) | /2:问题二(措施三)" },
  { { "序号|问题|措施", "1|问题一|措施一", "1|问题一|措施二", "2|问题一|措施三" },
    "/1:问题一(措施一;措施二) | /2:问题一(措施三)" },
  /* Three levels and none. */
  { { "方面|大类|重点内容|问题", "甲|乙|丙|问题一", "|||问题二", "||丁|问题三" },
    "甲>乙>丙/:问题一() | 甲>乙>丙/:问题二() | 甲>乙>丁/:问题三()" },
  { { "问题|措施", "问题一|措施一" }, "/:问题一(措施一)" },
  /* What stands below the list is none of it. */
  { { "序号|问题|措施", "1|问题一|措施一", "合计|1|", "填报人：张三|| " }, "/1:问题一(措施一)" },
  /* Several measures in a cell. */
  { { "序号|问题|措施", "1|问题一|1.制定计划。2.开展研讨。" }, "/1:问题一(制定计划。;开展研讨。)" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Read read = { 0 };
      g_autofree char *all = NULL;

      read_workbook (&read, sheet_build_new (cases[i].rows));
      all = dup_all (&read);
      g_test_message ("case %u", (guint)i);
      g_assert_cmpstr (all, ==, cases[i].all);
      read_clear (&read);
    }
}

/* What is merged is filled down; a merged cell of measures counts once. */
static void
test_merged (void)
{
  const char *const rows[] = { "方面|序号|问题|措施|时限",
                               "甲|1|问题一|措施一|@2026-03-05",
                               "|||措施二|",
                               "|2|问题二|措施三|",
                               NULL };
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = sheet_build_add (workbook, "清单", rows);
  Read read = { 0 };
  g_autofree char *all = NULL;

  sheet_build_merge (sheet, 1, 0, 3, 0);
  sheet_build_merge (sheet, 1, 1, 2, 1);
  sheet_build_merge (sheet, 1, 2, 2, 2);
  sheet_build_merge (sheet, 1, 4, 2, 4);
  ledger_sheet_seal (sheet);
  read_workbook (&read, g_steal_pointer (&workbook));
  all = dup_all (&read);
  g_assert_cmpstr (all, ==, "甲/1:问题一(措施一;措施二) | 甲/2:问题二(措施三)");
  g_assert_cmpint (ledger_deadline_day_of_canonical (issue_at (&read, 0)->deadline),
                   ==,
                   ledger_day_new (2026, 3, 5));
  g_assert_null (issue_at (&read, 1)->deadline);
  read_clear (&read);
}

static void
test_number_twice (void)
{
  const char *const rows[] = { "序号|问题", "12|问题一", "13|问题二", "12|问题三", NULL };
  Read read = { 0 };

  read_workbook (&read, sheet_build_new (rows));
  g_assert_cmpuint (read.rows->len, ==, 3);
  g_assert_cmpuint (read.doubts->len, ==, 1);
  g_assert_cmpint (doubt_at (&read, 0)->kind, ==, LEDGER_DOUBT_NUMBER);
  g_assert_cmpstr (doubt_at (&read, 0)->cell, ==, "A4");
  g_assert_nonnull (strstr (doubt_at (&read, 0)->text, "A2"));
  read_clear (&read);
}

static void
test_error_cell (void)
{
  const char *const rows[] = { "序号|问题|措施", "1|问题一|#REF!", NULL };
  Read read = { 0 };

  read_workbook (&read, sheet_build_new (rows));
  g_assert_cmpuint (issue_at (&read, 0)->measures->len, ==, 0);
  g_assert_cmpuint (read.doubts->len, ==, 1);
  g_assert_cmpint (doubt_at (&read, 0)->kind, ==, LEDGER_DOUBT_ERROR);
  g_assert_cmpstr (doubt_at (&read, 0)->cell, ==, "C2");
  answer (&read, 1, 2, "补齐台账");
  g_assert_cmpuint (issue_at (&read, 0)->measures->len, ==, 1);
  g_assert_cmpuint (read.doubts->len, ==, 0);
  read_clear (&read);
}

/* A person's word on taking apart: as it stands, or other words. */
static void
test_answers (void)
{
  const char *const rows[] = { "问题|措施|时限", "问题一|1.制定计划。2.开展研讨。|3月底", NULL };
  Read read = { 0 };

  read_workbook (&read, sheet_build_new (rows));
  g_assert_cmpuint (read.doubts->len, ==, 2);
  g_assert_cmpuint (issue_at (&read, 0)->measures->len, ==, 2);
  answer (&read, 1, 1, NULL);
  g_assert_cmpuint (issue_at (&read, 0)->measures->len, ==, 1);
  g_assert_cmpuint (read.doubts->len, ==, 1);
  g_assert_cmpint (doubt_at (&read, 0)->kind, ==, LEDGER_DOUBT_DEADLINE);
  g_assert_cmpstr (doubt_at (&read, 0)->proposal, ==, "2026-03-31");
  answer (&read, 1, 2, "2026-04-02");
  g_assert_cmpuint (read.doubts->len, ==, 0);
  g_assert_cmpint (ledger_deadline_day_of_canonical (issue_at (&read, 0)->deadline),
                   ==,
                   ledger_day_new (2026, 4, 2));
  read_clear (&read);
}

static void
test_claim_columns (void)
{
  const char *const rows[] = { "问题|责任部门/负责人|配合部门|整改类别|时限",
                               "问题一|办公室/张伟|人事科、财务科|立行立改|",
                               "问题二|财务科||长期坚持|",
                               NULL };
  Read read = { 0 };

  read_workbook (&read, sheet_build_new (rows));
  g_assert_cmpstr (issue_at (&read, 0)->department, ==, "办公室");
  g_assert_cmpstr (issue_at (&read, 0)->handler, ==, "张伟");
  g_assert_cmpuint (g_strv_length (issue_at (&read, 0)->supporting), ==, 2);
  g_assert_cmpstr (issue_at (&read, 0)->supporting[1], ==, "财务科");
  g_assert_cmpstr (issue_at (&read, 0)->deadline_class, ==, "immediate");
  g_assert_cmpstr (issue_at (&read, 1)->department, ==, "财务科");
  g_assert_null (issue_at (&read, 1)->handler);
  g_assert_cmpstr (issue_at (&read, 1)->deadline_class, ==, "long_term");
  read_clear (&read);
}

static void
test_cancelled (void)
{
  const char *const rows[] = { "问题", "问题一", NULL };
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
  g_autoptr (LedgerSheetLayout) layout = ledger_sheet_layout_guess (sheet);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) doubts = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ledger_sheet_rows_read (
      sheet, layout, LEDGER_DAY_NONE, answers, &doubts, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-rows/cases", test_cases);
  g_test_add_func ("/sheet-rows/merged", test_merged);
  g_test_add_func ("/sheet-rows/number-twice", test_number_twice);
  g_test_add_func ("/sheet-rows/error-cell", test_error_cell);
  g_test_add_func ("/sheet-rows/answers", test_answers);
  g_test_add_func ("/sheet-rows/claim-columns", test_claim_columns);
  g_test_add_func ("/sheet-rows/cancelled", test_cancelled);
  return g_test_run ();
}
