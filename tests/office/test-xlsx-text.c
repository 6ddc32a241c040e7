/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-text.h"

static void
test_cases (void)
{
  const struct
  {
    const char *written;
    const char *seen;
  } cases[] = {
    { "普通文字", "普通文字" },     { "上_x000D_\n下", "上\n下" }, { "上_x000D_下", "上\n下" },
    { "上_x000A_下", "上\n下" },    { "上\r\n下\r", "上\n下\n" },  { "_x6574_改", "整改" },
    { "_x005F_x000D_", "_x000D_" }, { "_xD83D__xDE00_", "😀" },     { "_xD83D_x", "\uFFFDx" },
    { "_xDE00_", "\uFFFD" },        { "_x0000__x0007_留", "留" },  { "_x00_", "_x00_" },
    { "_xZZZZ_", "_xZZZZ_" },       { "尾_x000", "尾_x000" },      { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].written);

      ledger_xlsx_text_settle (text);
      g_assert_cmpstr (text->str, ==, cases[i].seen);
      g_assert_true (g_utf8_validate (text->str, (gssize)text->len, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-text/cases", test_cases);
  return g_test_run ();
}
