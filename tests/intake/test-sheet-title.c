/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-title.h"

#include "sheet-build.h"

static void
test_unit_of (void)
{
  const struct
  {
    const char *title;
    const char *unit;
  } cases[] = {
    { "某市某局巡察整改任务分解表", "某市某局" },
    { "2026年某市某局巡察整改任务分解表", "某市某局" },
    { "2026年度某市某局巡察整改任务分解表", "某市某局" },
    { "２０２６年某市某局巡察整改任务分解表", "某市某局" },
    { "二〇二六年某市某局巡察整改任务分解表", "某市某局" },
    { "二○二六年某市某局巡察整改任务分解表", "某市某局" },
    { "（2026年）某市某局巡察整改任务分解表", "某市某局" },
    { "2026 年 某市某局巡察整改台账", "某市某局" },
    { "某市某局2026年巡察整改任务分解表", "某市某局" },
    { "某市某局（2026年）巡察整改任务分解表", "某市某局" },
    { "某市某局2026年度落实市委巡察反馈意见整改台账", "某市某局" },
    { "附件1：某市某局巡察整改任务分解表", "某市某局" },
    { "附件 某市某局党组巡察整改清单", "某市某局" },
    { "中共某市某局党组关于落实市委第三巡察组反馈意见的整改方案", "某市某局" },
    { "中共某市某局委员会巡察整改任务分解表", "某市某局" },
    { "中共某市卫生健康委员会党组巡察整改任务分解表", "某市卫生健康委员会" },
    { "某市卫生健康委员会巡察整改任务分解表", "某市卫生健康委员会" },
    { "某市某局十四届市委第三轮巡察反馈问题整改清单", "某市某局" },
    { "市委第三巡察组反馈问题清单", NULL },
    { "2026年市委巡察组反馈问题清单", NULL },
    { "巡察整改任务分解表", NULL },
    { "2026年巡察整改任务分解表", NULL },
    { "附件2", NULL },
    { "某市某局问题清单", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unit = ledger_sheet_title_dup_unit_of (cases[i].title);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (unit, ==, cases[i].unit);
    }
}

/* A label counts before a title, with a colon only, in one cell or two, in any of the rows. */
static void
test_unit (void)
{
  const struct
  {
    const char *rows[4];
    const char *unit;
  } cases[] = {
    { { "巡察整改任务分解表", "单位：某市某局  日期：2026年3月5日", NULL }, "某市某局" },
    { { "巡察整改任务分解表", "填报单位（盖章）：某市某局　　填报人：李敏", NULL }, "某市某局" },
    { { "巡察整改任务分解表", "填报单位:|某市某局", NULL }, "某市某局" },
    { { "某县某局巡察整改任务分解表", "单位：某市某局", NULL }, "某市某局" },
    { { "各责任单位整改任务分解表", NULL }, NULL },
    { { "附件1", "2026年某市某局巡察整改任务分解表", NULL }, "某市某局" },
    { { "附件1", "|填报单位：", NULL }, NULL },
    { { NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerWorkbook) workbook = sheet_build_new (cases[i].rows);
      const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
      g_autofree char *unit = ledger_sheet_title_dup_unit (sheet, ledger_sheet_get_n_rows (sheet));

      g_test_message ("%s", cases[i].rows[0]);
      g_assert_cmpstr (unit, ==, cases[i].unit);
    }
}

static void
test_feedback_date (void)
{
  const struct
  {
    const char *rows[3];
    const char *day;
  } cases[] = {
    { { "巡察整改任务分解表", "反馈时间：2026年1月10日 单位：某市某局", NULL }, "2026-01-10" },
    { { "反馈日期：|@2026-01-10", NULL }, "2026-01-10" },
    { { "反馈日期：2026.1.10", NULL }, "2026-01-10" },
    { { "反馈时间：1月底", NULL }, NULL },
    { { "巡察反馈时间安排表", NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerWorkbook) workbook = sheet_build_new (cases[i].rows);
      const LedgerSheet *sheet = ledger_workbook_get_sheet (workbook, 0);
      const LedgerDay day =
          ledger_sheet_title_find_feedback_date (sheet, ledger_sheet_get_n_rows (sheet));

      g_test_message ("%s", cases[i].rows[0]);
      g_assert_cmpint (
          day, ==, cases[i].day != NULL ? ledger_day_from_iso (cases[i].day) : LEDGER_DAY_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-title/unit-of", test_unit_of);
  g_test_add_func ("/sheet-title/unit", test_unit);
  g_test_add_func ("/sheet-title/feedback-date", test_feedback_date);
  return g_test_run ();
}
