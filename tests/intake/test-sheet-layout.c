/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-layout.h"
#include "sheet-build.h"

static char *
dup_roles (const LedgerSheetLayout *layout)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "", ledger_column_role_get_word (layout->roles[i]));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const struct
{
  const char *rows[5];
  guint first_head_row;
  guint n_head_rows;
  const char *roles;
} cases[] = {
  { { "序号|问题|整改措施|整改时限|责任部门", "1|学习不深入|开展研讨|3月底|办公室" },
    0,
    1,
    "number issue measure deadline department" },
  /* Title rows, one of them naming a problem. */
  { { "某市某局问题整改清单", "单位：某市某局", "序号|方面|具体问题|牵头领导", "1|甲|乙|丙" },
    2,
    1,
    "number heading issue lead_leader" },
  /* Two columns of problems: the first is the heading of the second. */
  { { "序号|突出问题|具体问题", "1|甲|乙" }, 0, 1, "number heading issue" },
  /* A task is a problem only where no other is. */
  { { "序号|整改任务|整改措施", "1|甲|乙" }, 0, 1, "number issue measure" },
  { { "序号|整改任务|具体问题", "1|甲|乙" }, 0, 1, "number none issue" },
  /* 责任领导 alone leads; beside a lead leader it answers. */
  { { "问题|责任领导|时限", "甲|乙|3月底" }, 0, 1, "issue lead_leader deadline" },
  { { "问题|牵头领导|责任领导", "甲|乙|丙" }, 0, 1, "issue lead_leader responsible_leader" },
  /* Progress of last week is another column. */
  { { "问题|上周进度%|整改进度%|整改描述", "甲|0|10|在办" },
    0,
    1,
    "issue none progress_percent progress_text" },
  /* Three levels of headings, and none. */
  { { "方面|大类|重点内容|问题", "甲|乙|丙|丁" }, 0, 1, "heading heading heading issue" },
  { { "问题", "甲" }, 0, 1, "issue" },
  /* No heads at all. */
  { { "甲|乙", "丙|丁" }, 0, 0, "none none" },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerWorkbook) workbook = sheet_build_new (cases[i].rows);
      g_autoptr (LedgerSheetLayout) layout =
          ledger_sheet_layout_guess (ledger_workbook_get_sheet (workbook, 0));
      g_autofree char *roles = dup_roles (layout);

      g_test_message ("case %u: %s", (guint)i, cases[i].rows[0]);
      g_assert_cmpstr (roles, ==, cases[i].roles);
      g_assert_cmpuint (layout->n_head_rows, ==, cases[i].n_head_rows);
      if (cases[i].n_head_rows > 0)
        g_assert_cmpuint (layout->first_head_row, ==, cases[i].first_head_row);
    }
}

/* A group over two columns makes heads of two rows; its words stand before theirs. */
static void
test_two_rows (void)
{
  const char *const rows[] = { "序号|反馈问题||整改措施", "|方面|具体问题|", "1|甲|乙|丙", NULL };
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = sheet_build_add (workbook, "清单", rows);
  g_autoptr (LedgerSheetLayout) layout = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *head = NULL;

  sheet_build_merge (sheet, 0, 0, 1, 0);
  sheet_build_merge (sheet, 0, 1, 0, 2);
  sheet_build_merge (sheet, 0, 3, 1, 3);
  ledger_sheet_seal (sheet);
  layout = ledger_sheet_layout_guess (sheet);
  roles = dup_roles (layout);
  g_assert_cmpuint (layout->n_head_rows, ==, 2);
  g_assert_cmpstr (roles, ==, "number heading issue measure");
  head = ledger_sheet_layout_dup_head (layout, sheet, 2);
  g_assert_cmpstr (head, ==, "反馈问题 · 具体问题");
}

/* A hidden column is matched by a person only. */
static void
test_hidden (void)
{
  const char *const rows[] = { "问题|整改措施|备注", "甲|乙|丙", NULL };
  g_autoptr (LedgerWorkbook) workbook = ledger_workbook_new ();
  LedgerSheet *sheet = sheet_build_add (workbook, "清单", rows);
  g_autoptr (LedgerSheetLayout) layout = NULL;
  g_autofree char *roles = NULL;

  ledger_sheet_hide_columns (sheet, 2, 2);
  ledger_sheet_seal (sheet);
  layout = ledger_sheet_layout_guess (sheet);
  roles = dup_roles (layout);
  g_assert_cmpstr (roles, ==, "issue measure none");
}

/* The row that a person clicked decides, even a worse one; a copy is the same. */
static void
test_guess_at (void)
{
  const char *const rows[] = { "问题|措施|时限", "具体问题|甲|乙", "丙|丁|3月底", NULL };
  g_autoptr (LedgerWorkbook) workbook = sheet_build_new (rows);
  g_autoptr (LedgerSheetLayout) layout =
      ledger_sheet_layout_guess_at (ledger_workbook_get_sheet (workbook, 0), 1);
  g_autoptr (LedgerSheetLayout) copy = ledger_sheet_layout_copy (layout);
  g_autofree char *roles = dup_roles (layout);
  g_autofree char *copied = dup_roles (copy);

  g_assert_cmpuint (layout->first_head_row, ==, 1);
  g_assert_cmpstr (roles, ==, "issue none none");
  g_assert_cmpstr (copied, ==, roles);
  g_assert_cmpuint (ledger_sheet_layout_score (layout), ==, 1);
}

static void
test_file (void)
{
  g_autoptr (LedgerWorkbook) workbook = sheet_build_open ("02-整改任务分解表.xlsx");
  g_autoptr (LedgerSheetLayout) layout =
      ledger_sheet_layout_guess (ledger_workbook_get_sheet (workbook, 0));

  g_assert_cmpuint (layout->first_head_row, ==, 1);
  g_assert_cmpuint (layout->n_head_rows, ==, 2);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_HEADING, 0), ==, 1);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_HEADING, 1), ==, 2);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_HEADING, 2), ==, -1);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_ISSUE, 0), ==, 3);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_MEASURE, 0), ==, 5);
  g_assert_cmpint (ledger_sheet_layout_find (layout, LEDGER_ROLE_DEADLINE, 0), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-layout/guess", test_guess);
  g_test_add_func ("/sheet-layout/two-rows", test_two_rows);
  g_test_add_func ("/sheet-layout/hidden", test_hidden);
  g_test_add_func ("/sheet-layout/guess-at", test_guess_at);
  g_test_add_func ("/sheet-layout/file", test_file);
  return g_test_run ();
}
