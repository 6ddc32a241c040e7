/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-issue.h"

#include "sheet-build.h"

/* The rows of one issue below the heads, read one after another. */
static LedgerImportIssue *
read_issue (const char *const *rows, guint *n_doubts)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
  g_autoptr (LedgerSheetLayout) layout = ledger_sheet_layout_guess (sheet);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_doubt_free);
  LedgerSheetCells cells = { sheet, layout, answers, doubts };
  LedgerImportIssue *issue = g_new0 (LedgerImportIssue, 1);

  issue->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_measure_free);
  for (guint row = 1; row < ledger_sheet_get_n_rows (sheet); row++)
    ledger_sheet_issue_read (&cells, row, ledger_day_new (2026, 1, 10), issue);
  *n_doubts = doubts->len;
  return issue;
}

static char *
dup_measures (const LedgerImportIssue *issue)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < issue->measures->len; i++)
    {
      const LedgerImportMeasure *measure = g_ptr_array_index (issue->measures, i);

      g_string_append_printf (words, "%s%s", i > 0 ? ";" : "", measure->text);
      if (measure->deadline != NULL)
        g_string_append_printf (words, "(%s)", measure->deadline);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_rows (void)
{
  const struct
  {
    const char *rows[4];
    const char *deadline;
    const char *deadline_class;
    const char *measures;
    guint doubts;
  } cases[] = {
    { { "问题|措施|时限", "甲|制定办法|2026年3月5日" },
      "day 2026-03-05 2026年3月5日",
      "time_limited",
      "制定办法(day 2026-03-05 2026年3月5日)",
      0 },
    /* the issue is done when its last measure is */
    { { "问题|措施|时限", "甲|制定办法|2026年3月5日", "|检查|2026年4月5日" },
      "day 2026-04-05 2026年4月5日",
      "time_limited",
      "制定办法(day 2026-03-05 2026年3月5日);检查(day 2026-04-05 2026年4月5日)",
      0 },
    { { "问题|措施|时限", "甲|制定办法|2026年4月5日", "|检查|2026年3月5日" },
      "day 2026-04-05 2026年4月5日",
      "time_limited",
      "制定办法(day 2026-04-05 2026年4月5日);检查(day 2026-03-05 2026年3月5日)",
      0 },
    /* what has no day does not take one away, and what has one decides the class */
    { { "问题|措施|时限", "甲|制定办法|2026年4月5日", "|检查|长期坚持" },
      "day 2026-04-05 2026年4月5日",
      "time_limited",
      NULL,
      0 },
    { { "问题|措施|时限", "甲|1.制定办法。2.开展检查。|立行立改" }, NULL, "immediate", NULL, 1 },
    { { "问题|措施|时限", "甲||3月底" }, NULL, "time_limited", "", 1 },
    { { "问题|整改类别|时限", "甲|长期坚持|2026年3月5日" }, NULL, "long_term", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_doubts;
      LedgerImportIssue *issue = read_issue (cases[i].rows, &n_doubts);
      g_autofree char *measures = dup_measures (issue);

      g_test_message ("case %u: %s", i, cases[i].rows[1]);
      if (cases[i].deadline != NULL)
        g_assert_cmpstr (issue->deadline, ==, cases[i].deadline);
      g_assert_cmpstr (issue->deadline_class, ==, cases[i].deadline_class);
      if (cases[i].measures != NULL)
        g_assert_cmpstr (measures, ==, cases[i].measures);
      g_assert_cmpuint (n_doubts, ==, cases[i].doubts);
      ledger_import_issue_free (issue);
    }
}

/* A later row fills what the first left blank and changes nothing of it. */
static void
test_fields (void)
{
  const char *const rows[] = { "问题|责任部门/负责人|配合部门|牵头领导|备注",
                               "甲|办公室/张伟|财务科、人事科|王建国|",
                               "|人事科|审计科|刘洋|已报",
                               NULL };
  guint n_doubts;
  LedgerImportIssue *issue = read_issue (rows, &n_doubts);

  g_assert_cmpstr (issue->department, ==, "办公室");
  g_assert_cmpstr (issue->handler, ==, "张伟");
  g_assert_cmpuint (g_strv_length (issue->supporting), ==, 2);
  g_assert_cmpstr (issue->supporting[1], ==, "人事科");
  g_assert_cmpstr (issue->lead_leader, ==, "王建国");
  g_assert_cmpstr (issue->remark, ==, "已报");
  g_assert_cmpuint (n_doubts, ==, 0);
  ledger_import_issue_free (issue);
}

static void
test_drop_repeated (void)
{
  const char *const same[] = { "问题|措施|时限", "甲|制定办法|2026年3月5日", NULL };
  const char *const two[] = {
    "问题|措施|时限", "甲|制定办法|2026年3月5日", "|检查|2026年4月5日", NULL
  };
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_import_issue_free);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_doubts;

  g_ptr_array_add (rows, read_issue (same, &n_doubts));
  g_ptr_array_add (rows, read_issue (two, &n_doubts));
  ledger_sheet_issue_drop_repeated (rows);
  first = dup_measures (g_ptr_array_index (rows, 0));
  second = dup_measures (g_ptr_array_index (rows, 1));
  g_assert_cmpstr (first, ==, "制定办法");
  g_assert_cmpstr (
      second, ==, "制定办法(day 2026-03-05 2026年3月5日);检查(day 2026-04-05 2026年4月5日)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-issue/rows", test_rows);
  g_test_add_func ("/sheet-issue/fields", test_fields);
  g_test_add_func ("/sheet-issue/drop-repeated", test_drop_repeated);
  return g_test_run ();
}
