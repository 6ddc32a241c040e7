/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-words.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *simple;
  } cases[] = {
    { "", "" },
    { "２０２６年３月", "2026年3月" },
    { "二〇二六年三月", "2026年3月" },
    { "二○二六年十二月三十一日", "2026年12月31日" },
    { "十月", "10月" },
    { "二十日", "20日" },
    { "廿五日", "25日" },
    { "第一季度", "第1季度" },
    { "两个月内", "2个月内" },
    { "2026 年 3 月", "2026年3月" },
    { "2026-03-05 00:00:00", "2026-03-05 00:00:00" },
    { "1月—3月", "1月-3月" },
    { "1月——3月", "1月-3月" },
    { "1月～3月", "1月-3月" },
    { "2026。3。5", "2026.3.5" },
    /* Names and other words keep their numerals. */
    { "下周一", "下周一" },
    { "星期三", "星期三" },
    { "业务一科", "业务一科" },
    { "三会一课", "三会一课" },
    { "　3月底　", "3月底" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *simple = ledger_date_words_simplify (cases[i].text);
      g_assert_cmpstr (simple, ==, cases[i].simple);
    }
}

/* Simplifying what is simple changes nothing. */
static void
test_idempotent (void)
{
  static const char *const pieces[] = { "二", "〇", "十", "年", "月", "日", " ",
                                        "　", "—",  "3",  "１", "第", "周", "底" };
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (pieces))]);
      g_autofree char *once = ledger_date_words_simplify (text->str);
      g_autofree char *twice = ledger_date_words_simplify (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (twice, ==, once);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/cases", test_cases);
  g_test_add_func ("/date-words/idempotent", test_idempotent);
  return g_test_run ();
}
