/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-column-role.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word; /* found anywhere in the folded head */
  LedgerColumnRole role;
  gboolean weak;
} Synonym;

/* The first that is found decides, so the narrow stand before the wide: 上周进度 before 进度,
 * 问题类别 before 问题, 配合部门 before 部门. */
static const Synonym synonyms[] = {
  { "上周", LEDGER_ROLE_NONE, FALSE },
  { "上期", LEDGER_ROLE_NONE, FALSE },
  { "问题序号", LEDGER_ROLE_NUMBER, FALSE },
  { "问题编号", LEDGER_ROLE_NUMBER, FALSE },
  { "问题类别", LEDGER_ROLE_HEADING, FALSE },
  { "问题分类", LEDGER_ROLE_HEADING, FALSE },
  { "问题类型", LEDGER_ROLE_HEADING, FALSE },
  { "问题方面", LEDGER_ROLE_HEADING, FALSE },
  { "整改类别", LEDGER_ROLE_DEADLINE_CLASS, FALSE },
  { "整改类型", LEDGER_ROLE_DEADLINE_CLASS, FALSE },
  { "时限类别", LEDGER_ROLE_DEADLINE_CLASS, FALSE },
  { "时限分类", LEDGER_ROLE_DEADLINE_CLASS, FALSE },
  { "序号", LEDGER_ROLE_NUMBER, FALSE },
  { "编号", LEDGER_ROLE_NUMBER, FALSE },
  { "方面", LEDGER_ROLE_HEADING, FALSE },
  { "大类", LEDGER_ROLE_HEADING, FALSE },
  { "大项", LEDGER_ROLE_HEADING, FALSE },
  { "重点内容", LEDGER_ROLE_HEADING, FALSE },
  { "类别", LEDGER_ROLE_HEADING, FALSE },
  { "目标", LEDGER_ROLE_TARGET, FALSE },
  { "措施", LEDGER_ROLE_MEASURE, FALSE },
  { "举措", LEDGER_ROLE_MEASURE, FALSE },
  { "整改计划", LEDGER_ROLE_MEASURE, FALSE },
  { "整改办法", LEDGER_ROLE_MEASURE, FALSE },
  { "支撑项", LEDGER_ROLE_MEASURE, FALSE },
  { "整改要求", LEDGER_ROLE_TARGET, FALSE },
  { "配合", LEDGER_ROLE_SUPPORTING, FALSE },
  { "协办", LEDGER_ROLE_SUPPORTING, FALSE },
  { "协助", LEDGER_ROLE_SUPPORTING, FALSE },
  { "参与部门", LEDGER_ROLE_SUPPORTING, FALSE },
  { "参与单位", LEDGER_ROLE_SUPPORTING, FALSE },
  { "审核人", LEDGER_ROLE_REVIEWER, FALSE },
  { "复核人", LEDGER_ROLE_REVIEWER, FALSE },
  { "部门", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "处室", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "科室", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "责任单位", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "牵头单位", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "承办单位", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "主责单位", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "整改单位", LEDGER_ROLE_DEPARTMENT, FALSE },
  { "牵头领导", LEDGER_ROLE_LEAD_LEADER, FALSE },
  { "牵头校领导", LEDGER_ROLE_LEAD_LEADER, FALSE },
  { "牵头局领导", LEDGER_ROLE_LEAD_LEADER, FALSE },
  { "责任领导", LEDGER_ROLE_RESPONSIBLE_LEADER, FALSE },
  { "责任校领导", LEDGER_ROLE_RESPONSIBLE_LEADER, FALSE },
  { "分管领导", LEDGER_ROLE_LEAD_LEADER, TRUE },
  { "领导", LEDGER_ROLE_LEAD_LEADER, TRUE },
  { "牵头人", LEDGER_ROLE_LEAD_LEADER, TRUE },
  { "承办人", LEDGER_ROLE_HANDLER, FALSE },
  { "经办人", LEDGER_ROLE_HANDLER, FALSE },
  { "责任人", LEDGER_ROLE_HANDLER, FALSE },
  { "联络员", LEDGER_ROLE_HANDLER, TRUE },
  { "联系人", LEDGER_ROLE_HANDLER, TRUE },
  { "时限", LEDGER_ROLE_DEADLINE, FALSE },
  { "期限", LEDGER_ROLE_DEADLINE, FALSE },
  { "截止", LEDGER_ROLE_DEADLINE, FALSE },
  { "完成时间", LEDGER_ROLE_DEADLINE, FALSE },
  { "完成日期", LEDGER_ROLE_DEADLINE, FALSE },
  { "整改时间", LEDGER_ROLE_DEADLINE, FALSE },
  { "进度%", LEDGER_ROLE_PROGRESS_PERCENT, FALSE },
  { "进度％", LEDGER_ROLE_PROGRESS_PERCENT, FALSE },
  { "完成率", LEDGER_ROLE_PROGRESS_PERCENT, FALSE },
  { "百分比", LEDGER_ROLE_PROGRESS_PERCENT, FALSE },
  { "进展", LEDGER_ROLE_PROGRESS_TEXT, FALSE },
  { "进度", LEDGER_ROLE_PROGRESS_TEXT, FALSE },
  { "整改描述", LEDGER_ROLE_PROGRESS_TEXT, FALSE },
  { "整改情况", LEDGER_ROLE_PROGRESS_TEXT, FALSE },
  { "完成情况", LEDGER_ROLE_PROGRESS_TEXT, FALSE },
  { "备注", LEDGER_ROLE_REMARK, FALSE },
  { "说明", LEDGER_ROLE_REMARK, TRUE },
  { "问题", LEDGER_ROLE_ISSUE, FALSE },
  { "整改事项", LEDGER_ROLE_ISSUE, FALSE },
  { "反馈意见", LEDGER_ROLE_ISSUE, FALSE },
  { "整改任务", LEDGER_ROLE_ISSUE, TRUE },
  { "任务", LEDGER_ROLE_ISSUE, TRUE },
  { "事项", LEDGER_ROLE_ISSUE, TRUE },
  { "内容", LEDGER_ROLE_HEADING, TRUE },
};

static const struct
{
  const char *word;
  const char *name;
} roles[LEDGER_N_ROLES] = {
  [LEDGER_ROLE_NONE] = { "none", NC_ ("column", "not imported") },
  [LEDGER_ROLE_NUMBER] = { "number", NC_ ("column", "number in the list") },
  [LEDGER_ROLE_HEADING] = { "heading", NC_ ("column", "heading") },
  [LEDGER_ROLE_ISSUE] = { "issue", NC_ ("column", "problem") },
  [LEDGER_ROLE_TARGET] = { "target", NC_ ("column", "target") },
  [LEDGER_ROLE_MEASURE] = { "measure", NC_ ("column", "measure") },
  [LEDGER_ROLE_LEAD_LEADER] = { "lead_leader", NC_ ("column", "lead leader") },
  [LEDGER_ROLE_RESPONSIBLE_LEADER] = { "responsible_leader", NC_ ("column", "responsible leader") },
  [LEDGER_ROLE_DEPARTMENT] = { "department", NC_ ("column", "responsible department") },
  [LEDGER_ROLE_SUPPORTING] = { "supporting", NC_ ("column", "supporting departments") },
  [LEDGER_ROLE_HANDLER] = { "handler", NC_ ("column", "handler") },
  [LEDGER_ROLE_REVIEWER] = { "reviewer", NC_ ("column", "reviewer") },
  [LEDGER_ROLE_DEADLINE] = { "deadline", NC_ ("column", "deadline") },
  [LEDGER_ROLE_DEADLINE_CLASS] = { "deadline_class", NC_ ("column", "deadline class") },
  [LEDGER_ROLE_PROGRESS_PERCENT] = { "progress_percent", NC_ ("column", "progress in percent") },
  [LEDGER_ROLE_PROGRESS_TEXT] = { "progress_text", NC_ ("column", "progress") },
  [LEDGER_ROLE_REMARK] = { "remark", NC_ ("column", "remark") },
};

LedgerColumnRole
ledger_column_role_guess (const char *head, gboolean *weak)
{
  /* Heads are broken into lines and spread by blanks (序 号); folding would drop the per cent sign.
   */
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = head; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strstr (plain->str, synonyms[i].word))
      {
        if (weak)
          *weak = synonyms[i].weak;
        return synonyms[i].role;
      }
  return LEDGER_ROLE_NONE;
}

const char *
ledger_column_role_get_word (LedgerColumnRole role)
{
  return roles[role].word;
}

const char *
ledger_column_role_get_name (LedgerColumnRole role)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", roles[role].name);
}
