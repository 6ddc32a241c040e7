/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number-format.h"

#include <string.h>

static char *
show (const char *code, double number, LedgerDay day)
{
  g_autoptr (LedgerNumberFormat) format = ledger_number_format_new (code);
  GString *text = g_string_new (NULL);

  ledger_number_format_show (format, number, day, text);
  return g_string_free (text, FALSE);
}

static void
test_numbers (void)
{
  const struct
  {
    const char *code;
    double number;
    const char *shown;
  } cases[] = {
    { "General", 12, "12" },
    { "General", 0.1 + 0.2, "0.3" },
    { "General", 1e20, "1e+20" },
    { "General", -3.5, "-3.5" },
    { "G/通用格式", 7, "7" },
    { "@", 123456789012345, "123456789012345" },
    { "", 5, "5" },
    { "0", 2.6, "3" },
    { "0.00", 1.5, "1.50" },
    { "000", 7, "007" },
    { "0%", 0.85, "85%" },
    { "0.0%", 0.855, "85.5%" },
    { "#,##0", 1234567, "1,234,567" },
    { "#,##0.00;[Red]-#,##0.00", 1234.5, "1,234.50" },
    { "0.##", 1.5, "1.5" },
    { "0.##", 2, "2" },
    { "#.0", 0.5, ".5" },
    { "#,##0,", 1234567, "1,235" },
    { "0\"个\"", 12, "12个" },
    { "\"第\"0\"条\"", 3, "第3条" },
    { "[$¥-804]#,##0.00", 99, "¥99.00" },
    { "_ * #,##0_ ;_ * -#,##0_ ", 8, "8" },
    { "0.00E+00", 12345, "12345" },
    { "# ?/?", 0.5, "0.5" },
    { "000-0000", 1234567, "1234567" },
    { "0", -4, "-4" },
    { "\"", 4, "4" },
    { "[", 4, "4" },
    { "\\", 4, "4" },
    { "_", 4, "4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].code, cases[i].number, LEDGER_DAY_NONE);
      g_autoptr (LedgerNumberFormat) format = ledger_number_format_new (cases[i].code);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_false (ledger_number_format_is_date (format));
    }
}

static void
test_dates (void)
{
  const struct
  {
    const char *code;
    double fraction;
    const char *shown;
  } cases[] = {
    { "yyyy-mm-dd", 0, "2026-03-05" },
    { "yyyy\"年\"m\"月\"d\"日\"", 0, "2026年3月5日" },
    { "yyyy年m月d日", 0, "2026年3月5日" },
    { "[$-804]yyyy\\年m\\月d\\日;@", 0, "2026年3月5日" },
    { "[DBNum1][$-804]yyyy\"年\"m\"月\"", 0, "2026年3月" },
    { "m\"月\"d\"日\"", 0, "3月5日" },
    { "yy.mm.dd", 0, "26.03.05" },
    { "yyyy/m/d h:mm", 0.5625, "2026/3/5 13:30" },
    { "yyyy-mm-dd hh:mm:ss", 0.25, "2026-03-05 06:00:00" },
    { "h:mm AM/PM", 0.5625, "1:30 下午" },
    { "aaaa", 0, "星期四" },
    { "yyyy-m-d aaa", 0, "2026-3-5 四" },
    { "e/m/d", 0, "2026/3/5" },
    { "mm:ss", 0.5, "00:00" },
    { "[h]:mm:ss", 1.5, "36:00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].code, cases[i].fraction, ledger_day_new (2026, 3, 5));

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Codes at random: nothing but "does not crash and gives a text". */
static void
test_random (void)
{
  const char *pieces[] = { "y",       "m",  "d",    "h", "s",         "0",     "#",
                           "?",       ".",  ",",    "%", "\"",        "[",     "]",
                           "h]",      "$",  "-804", "_", "*",         "\\",    ";",
                           "@",       "E+", "e",    "/", "年",        "AM/PM", "上午/下午",
                           "General", " ",  "a",    "g", "0000000000" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) code = g_string_new (NULL);
      g_autofree char *shown = NULL;

      for (gint n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (code, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      shown = show (code->str,
                    g_test_rand_double_range (-1e7, 1e7),
                    i % 2 == 0 ? LEDGER_DAY_NONE : (LedgerDay)g_test_rand_int_range (0, 40000));
      g_assert_true (g_utf8_validate (shown, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-format/numbers", test_numbers);
  g_test_add_func ("/number-format/dates", test_dates);
  g_test_add_func ("/number-format/random", test_random);
  return g_test_run ();
}
