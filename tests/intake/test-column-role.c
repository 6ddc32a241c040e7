/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-column-role.h"

/* Heads of lists in use (practice §2.2–2.3). */
static const struct
{
  const char *head;
  const char *role;
} cases[] = {
  { "序号", "number" },
  { "序 号", "number" },
  { "问题序号", "number" },
  { "方面", "heading" },
  { "大类", "heading" },
  { "巡视反馈重点方面", "heading" },
  { "巡视反馈重点内容", "heading" },
  { "问题主要方面", "heading" },
  { "反馈问题", "issue" },
  { "具体问题", "issue" },
  { "巡视反馈具体问题", "issue" },
  { "整改任务", "issue" },
  { "整改目标", "target" },
  { "整改措施", "measure" },
  { "整改举措", "measure" },
  { "整改计划", "measure" },
  { "牵头校领导", "lead_leader" },
  { "牵头领导", "lead_leader" },
  { "责任领导", "responsible_leader" },
  { "责任部门", "department" },
  { "牵头单位", "department" },
  { "责任处室（单位）", "department" },
  { "整体牵头部门/负责人", "department" },
  { "配合部门", "supporting" },
  { "承办人", "handler" },
  { "具体经办人", "handler" },
  { "审核人", "reviewer" },
  { "完成时限", "deadline" },
  { "整改\n时限", "deadline" },
  { "截止日期", "deadline" },
  { "整改类别", "deadline_class" },
  { "上周进度%", "none" },
  { "整改进度%", "progress_percent" },
  { "整改描述", "progress_text" },
  { "进展", "progress_text" },
  { "备注", "remark" },
  { "盖章", "none" },
  { "", "none" },
};

static void
test_heads_in_use (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerColumnRole role = ledger_column_role_guess (cases[i].head, NULL);

      g_test_message ("%s", cases[i].head);
      g_assert_cmpstr (ledger_column_role_get_word (role), ==, cases[i].role);
    }
}

static void
test_every_role_has_words (void)
{
  for (guint role = 0; role < LEDGER_N_ROLES; role++)
    {
      g_assert_nonnull (ledger_column_role_get_word (role));
      g_assert_cmpstr (ledger_column_role_get_name (role), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-role/heads-in-use", test_heads_in_use);
  g_test_add_func ("/column-role/every-role-has-words", test_every_role_has_words);
  return g_test_run ();
}
