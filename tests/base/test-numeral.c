/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-numeral.h"

#include <string.h>

static void
test_chinese (void)
{
  static const struct
  {
    guint number;
    const char *expected;
  } cases[] = {
    { 1, "一" },
    { 10, "十" },
    { 11, "十一" },
    { 20, "二十" },
    { 99, "九十九" },
    { 100, "一百" },
    { 103, "一百零三" },
    { 110, "一百一十" },
    { 112, "一百一十二" },
    { 1000, "一千" },
    { 1001, "一千零一" },
    { 1010, "一千零一十" },
    { 1100, "一千一百" },
    { 2026, "二千零二十六" },
    { 9999, "九千九百九十九" },
    { 0, "0" },
    { 10000, "10000" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ledger_numeral_to_chinese (cases[i].number);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

typedef struct
{
  const char *text;
  LedgerNumeralStyle style;
  guint number;
  const char *mark; /* the numbering itself */
} ParseCase;

static void
test_parse (void)
{
  static const ParseCase cases[] = {
    { "一、学习不深入", LEDGER_NUMERAL_CHINESE, 1, "一、" },
    { "十二．其他", LEDGER_NUMERAL_CHINESE, 12, "十二．" },
    { "（一）党的领导", LEDGER_NUMERAL_CHINESE_PARENTHESES, 1, "（一）" },
    { "(二十一)党的建设", LEDGER_NUMERAL_CHINESE_PARENTHESES, 21, "(二十一)" },
    { "1.学习", LEDGER_NUMERAL_ARABIC, 1, "1." },
    { "1. 学习", LEDGER_NUMERAL_ARABIC, 1, "1." },
    { "12、学习", LEDGER_NUMERAL_ARABIC, 12, "12、" },
    { "１２．学习", LEDGER_NUMERAL_ARABIC, 12, "１２．" },
    { "（1）学习", LEDGER_NUMERAL_ARABIC_PARENTHESES, 1, "（1）" },
    { "(３)学习", LEDGER_NUMERAL_ARABIC_PARENTHESES, 3, "(３)" },
    { "1）学习", LEDGER_NUMERAL_ARABIC_PARENTHESES, 1, "1）" },
    { "①学习", LEDGER_NUMERAL_CIRCLED, 1, "①" },
    { "㊿学习", LEDGER_NUMERAL_CIRCLED, 50, "㊿" },
    { "3.", LEDGER_NUMERAL_ARABIC, 3, "3." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint number = 0;
      gsize length = 0;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ledger_numeral_parse (cases[i].text, &number, &length), ==, cases[i].style);
      g_assert_cmpuint (number, ==, cases[i].number);
      g_assert_cmpuint (length, ==, strlen (cases[i].mark));
    }
}

static void
test_no_numbering (void)
{
  static const char *const texts[] = {
    "",         "2026年以来",   "3.5亿元",      "3．5亿元",
    "2026.3.5", "2026、2027年", "一些单位",     "一是学习",
    "十五十、", "二〇二六、",   "（二〇二六）", "（2026）3号",
    "（一",     "（）",         "()",           "1",
    "一",       "0.",           "（学习）",     "十",
    " 1.",      "第一，",       "一百十、",     "1.2.4 学习",
    "三大攻坚", "、一",         "．",           "1234567890123456789012、",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint number = 9;
      gsize length = 9;
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (ledger_numeral_parse (texts[i], &number, &length), ==, LEDGER_NUMERAL_NONE);
      g_assert_cmpuint (number, ==, 0);
      g_assert_cmpuint (length, ==, 0);
    }
}

/* The mark of NUMBER as office papers write it. */
static char *
dup_mark (LedgerNumeralStyle style, guint number)
{
  static const char circled[] =
      "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
  g_autofree char *chinese = ledger_numeral_to_chinese (number);

  switch (style)
    {
    case LEDGER_NUMERAL_CHINESE:
      return g_strdup_printf ("%s、", chinese);
    case LEDGER_NUMERAL_CHINESE_PARENTHESES:
      return g_strdup_printf ("（%s）", chinese);
    case LEDGER_NUMERAL_ARABIC:
      return g_strdup_printf ("%u.", number);
    case LEDGER_NUMERAL_ARABIC_PARENTHESES:
      return g_strdup_printf ("（%u）", number);
    default:
      return g_utf8_substring (circled, number - 1, number);
    }
}

/* What is written is read back, for every style as far as it goes. */
static void
test_round_trip (void)
{
  static const guint last[] = { 0, 9999, 9999, 999, 999, 50 };
  for (int style = LEDGER_NUMERAL_CHINESE; style <= LEDGER_NUMERAL_CIRCLED; style++)
    for (guint i = 1; i <= last[style]; i++)
      {
        guint number = 0;
        gsize length = 0;
        g_autofree char *mark = dup_mark (style, i);
        g_autofree char *text = g_strconcat (mark, "学习", NULL);
        g_assert_cmpint (ledger_numeral_parse (text, &number, &length), ==, style);
        g_assert_cmpuint (number, ==, i);
        g_assert_cmpuint (length, ==, strlen (mark));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numeral/chinese", test_chinese);
  g_test_add_func ("/numeral/parse", test_parse);
  g_test_add_func ("/numeral/no-numbering", test_no_numbering);
  g_test_add_func ("/numeral/round-trip", test_round_trip);
  return g_test_run ();
}
