/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text.h"

typedef struct
{
  const char *text, *expected;
} TextCase;

static void
test_fold (void)
{
  static const TextCase cases[] = {
    { "", "" },
    { "党委　理论学习，不深入。", "党委理论学习不深入" },
    { "ＡＢＣ１２３", "abc123" },
    { "“三重一大”（试行）", "三重一大试行" },
    { " a\tB\r\nc\xe2\x80\x8b\xef\xbb\xbf", "abc" },
    { "1.2.4－１", "1241" },
    { "￥3.5亿", "￥35亿" },
    { "《——…·、！？》", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = ledger_text_fold (cases[i].text);
      g_autofree char *twice = ledger_text_fold (folded);
      g_assert_cmpstr (folded, ==, cases[i].expected);
      g_assert_cmpstr (twice, ==, folded);
    }
}

static void
test_trim (void)
{
  static const TextCase cases[] = {
    { "", "" },
    { "　 \n", "" },
    { "　一、 学习\n\n不深入　\r\n", "一、 学习\n\n不深入" },
    { "\xef\xbb\xbf序号", "序号" },
    { "a", "a" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trimmed = ledger_text_trim (cases[i].text);
      g_assert_cmpstr (trimmed, ==, cases[i].expected);
    }
}

static void
test_width (void)
{
  g_assert_cmpuint (ledger_text_width (""), ==, 0);
  g_assert_cmpuint (ledger_text_width ("ab1"), ==, 3);
  g_assert_cmpuint (ledger_text_width ("整改a，"), ==, 7);
  g_assert_cmpuint (ledger_text_width ("e\xcc\x81"), ==, 1);
}

static void
test_ellipsize (void)
{
  g_autofree char *exact = ledger_text_ellipsize ("整改台账", 8);
  g_autofree char *cut = ledger_text_ellipsize ("整改台账", 7);
  g_autofree char *odd = ledger_text_ellipsize ("整改台账", 6);
  g_autofree char *one = ledger_text_ellipsize ("整改台账", 1);
  g_autofree char *none = ledger_text_ellipsize ("整改台账", 0);
  g_assert_cmpstr (exact, ==, "整改台账");
  g_assert_cmpstr (cut, ==, "整改台…");
  g_assert_cmpstr (odd, ==, "整改…");
  g_assert_cmpstr (one, ==, "…");
  g_assert_cmpstr (none, ==, "");

  for (gsize width = 0; width < 20; width++)
    {
      g_autofree char *text = ledger_text_ellipsize ("a整b改c台d账，完", width);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (ledger_text_width (text), <=, width);
    }
}

static void
test_contains (void)
{
  g_assert_true (ledger_text_contains_folded ("党委理论学习", "理论"));
  g_assert_true (ledger_text_contains_folded ("党委", ""));
  g_assert_false (ledger_text_contains_folded ("党委", "理论"));
  g_assert_false (ledger_text_contains_folded (NULL, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/ellipsize", test_ellipsize);
  g_test_add_func ("/text/contains", test_contains);
  return g_test_run ();
}
