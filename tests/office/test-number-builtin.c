/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number-builtin.h"

#include "ledger-number-format.h"

/* Which of the numbers without a definition are dates. */
static void
test_dates (void)
{
  for (guint id = 0; id < 200; id++)
    {
      const char *code = ledger_number_builtin_get_code (id);
      g_autoptr (LedgerNumberFormat) format = code != NULL ? ledger_number_format_new (code) : NULL;
      gboolean date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36
                      || (id >= 50 && id <= 54) || id == 57 || id == 58;

      g_assert_cmpint (ledger_number_format_is_date (format), ==, date);
    }
}

/* What Chinese offices see differs from what others do. */
static void
test_chinese (void)
{
  g_assert_null (ledger_number_builtin_get_code (0));
  g_assert_null (ledger_number_builtin_get_code (49));
  g_assert_null (ledger_number_builtin_get_code (164));
  g_assert_cmpstr (ledger_number_builtin_get_code (14), ==, "yyyy/m/d");
  g_assert_cmpstr (ledger_number_builtin_get_code (31), ==, "yyyy\"年\"m\"月\"d\"日\"");
  g_assert_cmpstr (ledger_number_builtin_get_code (58), ==, "m\"月\"d\"日\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-builtin/dates", test_dates);
  g_test_add_func ("/number-builtin/chinese", test_chinese);
  return g_test_run ();
}
