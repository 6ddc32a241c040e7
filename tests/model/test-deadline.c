/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ledger-deadline.h"

/* Read on 10 January 2026, a Saturday. */
#define ANCHOR "2026-01-10"

typedef struct
{
  const char *text;
  const char *canonical;
  const char *doubt; /* a piece of the sentence; NULL: nothing doubtful */
} Case;

static const Case days[] = {
  { "2026年3月5日", "day 2026-03-05", NULL },
  { "2026年03月05日", "day 2026-03-05", NULL },
  { "2026年3月5号", "day 2026-03-05", NULL },
  { "2026.3.5", "day 2026-03-05", NULL },
  { "2026.03.05", "day 2026-03-05", NULL },
  { "2026．3．5", "day 2026-03-05", NULL },
  { "２０２６年３月５日", "day 2026-03-05", NULL },
  { "2026/3/5", "day 2026-03-05", NULL },
  { "2026/03/05", "day 2026-03-05", NULL },
  { "2026-3-5", "day 2026-03-05", NULL },
  { "2026-03-05", "day 2026-03-05", NULL },
  { "2026－03－05", "day 2026-03-05", NULL },
  { "2026-03-05 00:00:00", "day 2026-03-05", NULL },
  { "20260305", "day 2026-03-05", NULL },
  { "26.3.5", "day 2026-03-05", NULL },
  { "26年3月5日", "day 2026-03-05", NULL },
  { "2026 年 3 月 5 日", "day 2026-03-05", NULL },
  { "2026年3月5日前", "day 2026-03-05", NULL },
  { "2026年3月5日之前完成", "day 2026-03-05", NULL },
  { "于2026年3月5日前整改到位", "day 2026-03-05", NULL },
  { "截至2026年3月5日（星期四）", "day 2026-03-05", NULL },
  { "二〇二六年三月五日", "day 2026-03-05", NULL },
  { "二○二六年十二月三十一日", "day 2026-12-31", NULL },
  { "二零二六年十月二十日", "day 2026-10-20", NULL },
  { "三月二十五日", "day 2026-03-25", NULL },
  { "3月5日", "day 2026-03-05", NULL },
  { "3月5日前", "day 2026-03-05", NULL },
  { "3.5", "day 2026-03-05", NULL },
  { "3/5", "day 2026-03-05", NULL },
  { "0305", "day 2026-03-05", NULL },
  { "1月10日", "day 2026-01-10", NULL },
  { "1月9日", "day 2027-01-09", "no year" },
  { "12月5日", "day 2026-12-05", "no year" },
  { "明年3月5日", "day 2027-03-05", "counted from" },
  { "2024年2月29日", "day 2024-02-29", NULL },
  { "2026年2月30日", "day 2026-02-28", "no such day" },
  { "2026年4月31日前", "day 2026-04-30", "no such day" },
  { "3-5", "day 2026-03-05", "two ways" },
  { "46086", "day 2026-03-05", "day number" },
  { "2026年1月1日至3月31日", "day 2026-03-31", NULL },
  { "2026年1月1日-15日", "day 2026-01-15", NULL },
  { "2026.1.1-3.31", "day 2026-03-31", NULL },
  { "2026-01-01至2026-03-31", "day 2026-03-31", NULL },
  { "2026/1/1-2026/3/31", "day 2026-03-31", NULL },
  { "2025年12月20日—1月15日", "day 2026-01-15", NULL },
  { "2025年12月20日——次年1月15日", "day 2026-01-15", "counted from" },
  { "2026年3月5日、4月10日", "day 2026-04-10", "several" },
  { "2026年3月5日\n2026年3月5日", "day 2026-03-05", NULL },
  { "30天内", "day 2026-02-09", "counted from" },
  { "3个月内", "day 2026-04-10", "counted from" },
  { "三个月以内完成", "day 2026-04-10", "counted from" },
  { "反馈后两周内", "day 2026-01-24", "counted from" },
  { "一年内", "day 2027-01-10", "counted from" },
  { "半年内", "day 2026-07-10", "counted from" },
  { "下周五", "day 2026-01-16", "counted from" },
};

static const Case months[] = {
  { "2026年3月", "month 2026-03-31", "no day" },
  { "2026年3月份", "month 2026-03-31", "no day" },
  { "2026年3月底", "month 2026-03-31", "no day" },
  { "2026年2月末前", "month 2026-02-28", "no day" },
  { "2026年3月底前", "month 2026-03-31", "no day" },
  { "2026.3", "month 2026-03-31", "no day" },
  { "2026.03", "month 2026-03-31", "no day" },
  { "2026/3", "month 2026-03-31", "no day" },
  { "2026-03", "month 2026-03-31", "no day" },
  { "202603", "month 2026-03-31", "no day" },
  { "二〇二六年三月", "month 2026-03-31", "no day" },
  { "2026年三月底", "month 2026-03-31", "no day" },
  { "3月", "month 2026-03-31", "no day" },
  { "3月底", "month 2026-03-31", "no day" },
  { "3月份", "month 2026-03-31", "no day" },
  { "六月底前", "month 2026-06-30", "no day" },
  { "6月底前", "month 2026-06-30", "no day" },
  { "3月上旬", "month 2026-03-10", "no day" },
  { "3月中旬", "month 2026-03-20", "no day" },
  { "3月下旬", "month 2026-03-31", "no day" },
  { "2026年3月初", "month 2026-03-10", "no day" },
  { "2026年3月中", "month 2026-03-15", "no day" },
  { "2026年1-3月", "month 2026-03-31", "no day" },
  { "2026年1月-3月", "month 2026-03-31", "no day" },
  { "2026年1月至3月底", "month 2026-03-31", "no day" },
  { "2026.1-2026.3", "month 2026-03-31", "no day" },
  { "2026.1-3", "month 2026-03-31", "no day" },
  { "2026-01-2026-03", "month 2026-03-31", "no day" },
  { "3-5月", "month 2026-05-31", "no day" },
  { "三至五月", "month 2026-05-31", "no day" },
  { "2025年12月-2026年3月", "month 2026-03-31", "no day" },
  { "2025年12月至3月", "month 2026-03-31", "no day" },
  { "2026年一季度", "month 2026-03-31", "no day" },
  { "2026年第二季度末", "month 2026-06-30", "no day" },
  { "三季度", "month 2026-09-30", "no year" },
  { "二季度", "month 2026-06-30", "no day" },
  { "2026年上半年", "month 2026-06-30", "no day" },
  { "2026年下半年", "month 2026-12-31", "no day" },
  { "2026年1月、2月", "month 2026-02-28", "several" },
  { "本月底", "month 2026-01-31", "counted from" },
  { "月底前", "month 2026-01-31", "counted from" },
  { "下月底", "month 2026-02-28", "counted from" },
};

static const Case years[] = {
  { "2026年底", "year 2026-12-31", "no month" },
  { "2026年底前", "year 2026-12-31", "no month" },
  { "2026年末", "year 2026-12-31", "no month" },
  { "2026年内", "year 2026-12-31", "no month" },
  { "2026年", "year 2026-12-31", "no month" },
  { "2026年度", "year 2026-12-31", "no month" },
  { "2026", "year 2026-12-31", "no month" },
  { "二〇二六年底", "year 2026-12-31", "no month" },
  { "2026-2027年", "year 2027-12-31", "no month" },
  { "年底", "year 2026-12-31", "counted from" },
  { "今年年底", "year 2026-12-31", "counted from" },
  { "年内完成", "year 2026-12-31", "counted from" },
  { "明年底", "year 2027-12-31", "counted from" },
};

static const Case classes[] = {
  { "立行立改", "immediate -", NULL },
  { "立即整改", "immediate -", NULL },
  { "即知即改", "immediate -", NULL },
  { "立行立改，2026年3月5日前", "immediate 2026-03-05", NULL },
  { "立行立改（3月底前）", "immediate 2026-03-31", "no day" },
  { "长期坚持", "long_term -", NULL },
  { "长期", "long_term -", NULL },
  { "持续推进", "long_term -", NULL },
  { "持续整改", "long_term -", NULL },
  { "坚持常态化", "long_term -", NULL },
  { "常抓不懈", "long_term -", NULL },
  { "立行立改并长期坚持", "long_term -", NULL },
  { "2026年3月底前并长期坚持", "long_term 2026-03-31", "no day" },
  { "2026年3月5日前完成，长期坚持", "long_term 2026-03-05", NULL },
};

static const Case unread[] = {
  { "", "none -", NULL },
  { "  　", "none -", NULL },
  { "/", "none -", NULL },
  { "—", "none -", NULL },
  { "无", "none -", NULL },
  { "待定", "none -", NULL },
  { "已完成", "none -", "No date" },
  { "尽快", "none -", "No date" },
  { "13月5日", "none -", "No date" },
  { "完成率3.5%", "none -", "No date" },
  { "15个工作日内", "none -", "working days" },
  { "按上级要求", "none -", "No date" },
  { "12345678", "none -", "No date" },
};

/* The canonical text is the expected beginning and then the words as written, trimmed. */
static void
check_case (const Case *c)
{
  g_autofree char *doubt = NULL;
  LedgerDay anchor = ledger_day_from_iso (ANCHOR);
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_parse (c->text, anchor, &doubt);
  g_autofree char *canonical = ledger_deadline_to_canonical (deadline);
  g_autofree char *expected = deadline->words[0]
                                  ? g_strconcat (c->canonical, " ", deadline->words, NULL)
                                  : g_strdup (c->canonical);
  if (strcmp (canonical, expected) || !c->doubt != !doubt || (doubt && !strstr (doubt, c->doubt)))
    {
      g_test_message ("“%s” gave “%s”, doubt: %s", c->text, canonical, doubt ? doubt : "none");
      g_test_fail ();
    }
  if (deadline->words[0])
    g_assert_nonnull (strstr (c->text, deadline->words));
  g_autoptr (LedgerDeadline) again = ledger_deadline_from_canonical (canonical);
  g_assert_nonnull (again);
  g_assert_cmpint (again->precision, ==, deadline->precision);
  g_assert_cmpint (again->day, ==, deadline->day);
  g_assert_cmpstr (again->words, ==, deadline->words);
}

#define CHECK_ALL(cases)                                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                 \
  check_case (&cases[i])

static void
test_days (void)
{
  CHECK_ALL (days);
}

static void
test_months (void)
{
  CHECK_ALL (months);
}

static void
test_years (void)
{
  CHECK_ALL (years);
}

static void
test_classes (void)
{
  CHECK_ALL (classes);
}

static void
test_unread (void)
{
  CHECK_ALL (unread);
}

/* Every day of four years, written in every usual way, is read back. */
static void
test_every_day (void)
{
  LedgerDay anchor = ledger_day_new (2024, 1, 1);
  for (LedgerDay day = anchor; day < ledger_day_new (2028, 1, 1); day++)
    {
      int y, m, d;
      ledger_day_split (day, &y, &m, &d);
      const char *const formats[] = {
        "%d年%d月%d日",   "%d.%d.%d",     "%d/%d/%d",
        "%d-%d-%d",       "%04d%02d%02d", "%d年%02d月%02d日前",
        "%04d-%02d-%02d", "%d。%d。%d",   "自2023年1月1日至%d年%d月%d日"
      };
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
          g_autofree char *text = g_strdup_printf (formats[i], y, m, d);
#pragma GCC diagnostic pop
          g_autofree char *doubt = NULL;
          g_autoptr (LedgerDeadline) deadline = ledger_deadline_parse (text, anchor, &doubt);
          g_assert_cmpint (deadline->day, ==, day);
          g_assert_cmpint (deadline->precision, ==, LEDGER_PRECISION_DAY);
          g_assert_null (doubt);
        }
    }
}

/* A date without a year is never before the anchor and never a year or more after it. */
static void
test_year_is_nearest_after_anchor (void)
{
  for (int a = 0; a < 731; a += 13)
    for (int m = 1; m <= 12; m++)
      {
        LedgerDay anchor = ledger_day_new (2025, 1, 1) + a;
        g_autofree char *text = g_strdup_printf ("%d月15日", m);
        g_autoptr (LedgerDeadline) deadline = ledger_deadline_parse (text, anchor, NULL);
        g_assert_cmpint (deadline->day, >=, anchor);
        g_assert_cmpint (deadline->day, <=, anchor + 366);
      }
}

static void
test_without_anchor (void)
{
  g_autofree char *doubt = NULL;
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_parse ("3月5日", LEDGER_DAY_NONE, &doubt);
  g_assert_cmpint (deadline->day, ==, LEDGER_DAY_NONE);
  g_assert_nonnull (strstr (doubt, "whole date"));
  g_autoptr (LedgerDeadline) whole = ledger_deadline_parse ("2026.3.5", LEDGER_DAY_NONE, NULL);
  g_assert_cmpint (whole->day, ==, ledger_day_new (2026, 3, 5));
}

/* Nothing that can stand in a cell makes the reader fail or hang. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "2026",
                                        "年",
                                        "3",
                                        "月",
                                        "底",
                                        "-",
                                        ".",
                                        "至",
                                        "第",
                                        "一",
                                        "十",
                                        "个",
                                        "内",
                                        "季度",
                                        " ",
                                        "/",
                                        "周",
                                        "本",
                                        "半年",
                                        "日",
                                        "9",
                                        "12",
                                        "99999999999999999999" };
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int n = g_test_rand_int_range (0, 10); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (pieces))]);
      g_autoptr (LedgerDeadline) deadline =
          ledger_deadline_parse (text->str, ledger_day_new (2026, 1, 10), NULL);
      g_autofree char *canonical = ledger_deadline_to_canonical (deadline);
      g_autoptr (LedgerDeadline) again = ledger_deadline_from_canonical (canonical);
      g_assert_nonnull (again);
      g_assert_cmpint (again->day, ==, deadline->day);
    }
}

static void
test_not_canonical (void)
{
  static const char *const texts[] = { "",
                                       "day",
                                       "day ",
                                       "day -",
                                       "Day 2026-03-05",
                                       "none 2026-03-05",
                                       "day 2026-3-5",
                                       "day 2026-02-30 x",
                                       "day 2026-03-05 ",
                                       "2026-03-05" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (ledger_deadline_from_canonical (texts[i]));
  g_assert_null (ledger_deadline_from_canonical (NULL));
  g_assert_cmpint (
      ledger_deadline_day_of_canonical ("day 2026-03-05 3.5"), ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpint (ledger_deadline_day_of_canonical ("x"), ==, LEDGER_DAY_NONE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *canonical;
    const char *words;
  } cases[] = {
    { "day 2026-03-05 2026.3.5", "3月5日" },
    { "day 2027-03-05 2027.3.5", "2027年3月5日" },
    { "month 2026-03-31 3月底", "3月31日 (3月底)" },
    { "immediate - 立行立改", "立行立改" },
    { "immediate -", "at once" },
    { "long_term - 长期坚持", "长期坚持" },
    { "long_term 2026-06-30 6月底，长期坚持", "6月30日 (6月底，长期坚持)" },
    { "none -", "open" },
    { "none - 待定", "open" },
    { "none - 尽快", "open (尽快)" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical (cases[i].canonical);
      g_autofree char *words = ledger_deadline_to_words (deadline, ledger_day_new (2026, 1, 10));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_entry (void)
{
  static const struct
  {
    const char *canonical;
    const char *entry;
  } cases[] = {
    { "day 2026-12-20 2026-12-20", "2026年12月20日" },
    { "day 2026-03-05", "2026年3月5日" },
    { "day 2026-03-05 2026.3.5", "2026.3.5" },
    { "day 2026-11-04 11月4日前", "11月4日前" },
    { "month 2026-03-31 3月底", "3月底" },
    { "immediate - 立行立改", "立行立改" },
    { "none - 2026-12-20或更晚", "2026-12-20或更晚" },
    { "none -", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical (cases[i].canonical);
      g_autofree char *entry = ledger_deadline_to_entry (deadline);
      g_autoptr (LedgerDeadline) again =
          ledger_deadline_parse (entry, ledger_day_new (2026, 1, 10), NULL);
      g_assert_cmpstr (entry, ==, cases[i].entry);
      if (deadline->precision == LEDGER_PRECISION_DAY)
        g_assert_cmpint (again->day, ==, deadline->day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deadline/days", test_days);
  g_test_add_func ("/deadline/months", test_months);
  g_test_add_func ("/deadline/years", test_years);
  g_test_add_func ("/deadline/classes", test_classes);
  g_test_add_func ("/deadline/unread", test_unread);
  g_test_add_func ("/deadline/every-day", test_every_day);
  g_test_add_func ("/deadline/nearest-year", test_year_is_nearest_after_anchor);
  g_test_add_func ("/deadline/without-anchor", test_without_anchor);
  g_test_add_func ("/deadline/noise", test_noise);
  g_test_add_func ("/deadline/not-canonical", test_not_canonical);
  g_test_add_func ("/deadline/words", test_words);
  g_test_add_func ("/deadline/entry", test_entry);
  return g_test_run ();
}
