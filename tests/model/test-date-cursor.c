/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-date-cursor.h"

#include <string.h>

static void
test_take (void)
{
  const char *const text = "月底前";
  const char *const words[] = { "月", "月底", NULL };
  const char *const others[] = { "年", "日", NULL };
  const char *at = text;

  g_assert_false (ledger_date_take (&at, "底"));
  g_assert_true (at == text);
  g_assert_true (ledger_date_take (&at, "月底"));
  g_assert_cmpstr (at, ==, "前");
  at = text;
  g_assert_false (ledger_date_take_any (&at, others));
  g_assert_true (at == text);
  g_assert_true (ledger_date_take_any (&at, words)); /* the first, not the longest */
  g_assert_cmpstr (at, ==, "底前");
  at = text + strlen (text);
  g_assert_false (ledger_date_take (&at, "前"));
}

static void
test_number (void)
{
  const struct
  {
    const char *text;
    gsize min, max;
    int number; /* -1: none */
    const char *rest;
  } cases[] = {
    { "3月", 1, 2, 3, "月" },
    { "03月", 1, 2, 3, "月" },
    { "123月", 1, 2, -1, "123月" },
    { "2026年", 4, 4, 2026, "年" },
    { "202年", 4, 4, -1, "202年" },
    { "月", 1, 2, -1, "月" },
    { "", 1, 8, -1, "" },
    { "20260305", 8, 8, 20260305, "" },
    { "99999999", 8, 8, 99999999, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = cases[i].text;
      int number = -1;

      g_assert_cmpint (ledger_date_take_number (&at, cases[i].min, cases[i].max, &number),
                       ==,
                       cases[i].number >= 0);
      g_assert_cmpint (number, ==, cases[i].number);
      g_assert_cmpstr (at, ==, cases[i].rest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-cursor/take", test_take);
  g_test_add_func ("/date-cursor/number", test_number);
  return g_test_run ();
}
