/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-paper.h"

#include "ledger-flow.h"

static int
year_of (LedgerDay day)
{
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  return year;
}

/* 《党组会议议事规则》 of a measure, without its marks; NULL where it names none. */
static char *
dup_rule_title (const char *measure)
{
  const char *begin = strstr (measure, "《");
  const char *end = begin ? strstr (begin, "》") : NULL;

  return end ? g_strndup (begin + strlen ("《"), end - begin - strlen ("《")) : NULL;
}

LedgerSamplePaper
ledger_sample_paper_for (const char *measure)
{
  static const char *const counted[] = { "清退", "补缴", "逐笔", "逐件", "逐卷",
                                         "核查", "登记", "台账", "退回", "清查" };

  if (strstr (measure, "《"))
    return LEDGER_SAMPLE_RULE;
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (strstr (measure, counted[i]))
      return LEDGER_SAMPLE_VOUCHERS;
  return LEDGER_SAMPLE_MINUTES;
}

char *
ledger_sample_paper_dup_name (LedgerSamplePaper paper, const LedgerSampleMatter *matter)
{
  g_autofree char *rule = dup_rule_title (matter->measure);

  switch (paper)
    {
    case LEDGER_SAMPLE_RULE:
      return g_strdup_printf ("关于印发《%s》的通知.pdf", rule ? rule : "整改工作办法");
    case LEDGER_SAMPLE_VOUCHERS:
      return g_strdup_printf (
          "%s核查登记表（%d-%02u）.pdf", matter->department, year_of (matter->day), matter->number);
    case LEDGER_SAMPLE_MINUTES:
    case LEDGER_SAMPLE_N_PAPERS:
    default:
      return g_strdup_printf ("会议纪要〔%d〕%u号.pdf", year_of (matter->day), matter->number);
    }
}

static void add_text (LedgerFlow *flow, LedgerTextStyle style, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
add_text (LedgerFlow *flow, LedgerTextStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ledger_flow_add_text (flow, style, text);
}

static void
add_signature (LedgerFlow *flow, const LedgerSampleMatter *matter, const char *office)
{
  g_autofree char *day = ledger_day_to_words (matter->day, LEDGER_DAY_NONE);

  ledger_flow_add_gap (flow, 28);
  add_text (flow, LEDGER_TEXT_RIGHT, "%s%s", matter->unit, office);
  add_text (flow, LEDGER_TEXT_RIGHT, "%s", day);
}

static void
set_minutes (LedgerFlow *flow, const LedgerSampleMatter *matter)
{
  g_autofree char *day = ledger_day_to_words (matter->day, LEDGER_DAY_NONE);

  add_text (flow, LEDGER_TEXT_TITLE, "%s会议纪要", matter->unit);
  add_text (flow, LEDGER_TEXT_CENTRE, "〔%d〕%u号", year_of (matter->day), matter->number);
  ledger_flow_add_gap (flow, 28);
  add_text (flow,
            LEDGER_TEXT_BODY,
            "%s，%s同志主持召开会议，专题研究巡察反馈问题整改工作。现将会议议定事项纪要如下。",
            day,
            matter->leader);
  add_text (flow, LEDGER_TEXT_HEADING_1, "一、关于反馈问题");
  add_text (
      flow,
      LEDGER_TEXT_BODY,
      "会议通报了巡察反馈问题：%s会议认为，反馈意见实事求是、切中要害，要照单全收、深刻反思。",
      matter->subject);
  add_text (flow, LEDGER_TEXT_HEADING_1, "二、关于整改措施");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "会议议定：%s。由%s牵头，%s承办，每周报告进展，按时限要求完成。",
            matter->measure,
            matter->department,
            matter->handler);
  add_text (flow, LEDGER_TEXT_HEADING_2, "（一）压实责任");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "牵头领导对整改质量负总责，责任部门逐项建立台账，做到完成一项、核实一项、归档一项。");
  add_text (flow, LEDGER_TEXT_HEADING_2, "（二）举一反三");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "对同类问题开展自查，能够立即解决的立即解决，需要建章立制的明确时间，防止问题反弹。");
  add_text (flow, LEDGER_TEXT_FLUSH, "出席：%s、班子成员", matter->leader);
  add_text (flow, LEDGER_TEXT_FLUSH, "列席：%s负责人、%s", matter->department, matter->handler);
  add_signature (flow, matter, "办公室");
}

static void
set_rule (LedgerFlow *flow, const LedgerSampleMatter *matter)
{
  g_autofree char *found = dup_rule_title (matter->measure);
  const char *rule = found ? found : "整改工作办法";

  add_text (flow, LEDGER_TEXT_TITLE, "%s关于印发《%s》的通知", matter->unit, rule);
  add_text (flow, LEDGER_TEXT_CENTRE, "某局发〔%d〕%u号", year_of (matter->day), matter->number);
  ledger_flow_add_gap (flow, 28);
  add_text (flow, LEDGER_TEXT_FLUSH, "局机关各科室、直属各单位：");
  add_text (
      flow, LEDGER_TEXT_BODY, "《%s》已经局党组会议审议通过，现印发给你们，请认真贯彻执行。", rule);
  add_signature (flow, matter, "");
  ledger_flow_add_page_break (flow);
  add_text (flow, LEDGER_TEXT_TITLE, "%s", rule);
  ledger_flow_add_gap (flow, 14);
  add_text (flow, LEDGER_TEXT_HEADING_1, "第一章　总则");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "第一条　为落实巡察反馈意见，针对“%s”的问题，规范有关工作，结合本局实际，制定本办法。",
            matter->subject);
  add_text (flow, LEDGER_TEXT_BODY, "第二条　本办法适用于局机关各科室和直属单位。");
  add_text (flow, LEDGER_TEXT_HEADING_1, "第二章　职责和程序");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "第三条　%s为牵头部门，负责组织实施、日常管理和监督检查；其他科室按职责分工配合。",
            matter->department);
  add_text (flow,
            LEDGER_TEXT_BODY,
            "第四条　有关事项由承办人提出意见，部门负责人审核，分管领导审批；重大事项提交党组会议集"
            "体研究。");
  add_text (
      flow, LEDGER_TEXT_BODY, "第五条　办理过程中形成的材料应当及时收集，一事一档，年底移交归档。");
  add_text (flow, LEDGER_TEXT_HEADING_1, "第三章　附则");
  add_text (flow,
            LEDGER_TEXT_BODY,
            "第六条　本办法自印发之日起施行，原有规定与本办法不一致的，以本办法为准。");
}

/* A register is kept on working days: DAY, or the Friday before. */
static LedgerDay
on_a_weekday (LedgerDay day)
{
  int weekday = ledger_day_weekday (day);

  return weekday > 5 ? day - (weekday - 5) : day;
}

static void
set_vouchers (LedgerFlow *flow, const LedgerSampleMatter *matter)
{
  static const double shares[] = { 1, 2, 2, 4, 2.4, 1.8 };
  static const char *const head[] = {
    "序号", "日期", "核查对象", "核查内容", "核查结果", "核查人"
  };
  static const char *const checks[] = { "调阅原始材料和审批单",
                                        "与经办人逐项核对",
                                        "比对台账登记与实际情况",
                                        "向相关科室核实",
                                        "复核签字和审批手续" };
  static const char *const results[] = { "与登记一致", "手续已补齐", "属实，已处理", "与登记一致",
                                         "已整改",     "与登记一致", "材料已归档" };
  g_autoptr (LedgerPaperTable) table = ledger_paper_table_new (G_N_ELEMENTS (head), shares);

  add_text (flow, LEDGER_TEXT_TITLE, "%s核查登记表", matter->department);
  add_text (flow, LEDGER_TEXT_CENTRE, "（%d年第%u号）", year_of (matter->day), matter->number);
  ledger_flow_add_gap (flow, 14);
  add_text (flow, LEDGER_TEXT_FLUSH, "核查事项：%s。", matter->measure);
  ledger_flow_add_gap (flow, 7);
  ledger_paper_table_set_head (table, head);
  for (guint i = 0; i < 18; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      /* Three a day, up to the day of the paper. */
      g_autofree char *day =
          ledger_day_to_words (on_a_weekday (matter->day - 8 + (LedgerDay)i / 3), matter->day);
      g_autofree char *object = g_strdup_printf ("第%u件", i + 1);
      const char *const row[] = { number,
                                  day,
                                  object,
                                  checks[(i * 2 + matter->number) % G_N_ELEMENTS (checks)],
                                  results[(i * 3 + matter->number) % G_N_ELEMENTS (results)],
                                  matter->handler };

      ledger_paper_table_add_row (table, row);
    }
  ledger_flow_add_table (flow, table);
  add_signature (flow, matter, matter->department);
}

GBytes *
ledger_sample_paper_set (LedgerSamplePaper paper, const LedgerSampleMatter *matter)
{
  LedgerPaperStyle style = ledger_paper_style_document ();
  g_autoptr (LedgerFlow) flow = ledger_flow_new (&style);
  g_autofree char *title = ledger_sample_paper_dup_name (paper, matter);

  if (paper == LEDGER_SAMPLE_RULE)
    set_rule (flow, matter);
  else if (paper == LEDGER_SAMPLE_VOUCHERS)
    set_vouchers (flow, matter);
  else
    set_minutes (flow, matter);
  return ledger_flow_to_pdf (flow, title);
}
