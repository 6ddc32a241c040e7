/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text-difference.h"

/* “一[-二-][+三+]四” */
static char *
describe (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const LedgerTextPart *part = parts->pdata[i];
      g_string_append_printf (text,
                              part->change == LEDGER_TEXT_KEPT      ? "%s"
                              : part->change == LEDGER_TEXT_REMOVED ? "[-%s-]"
                                                                    : "[+%s+]",
                              part->text);
    }
  return g_string_free (text, FALSE);
}

/* The text before (ADDED left out) or after (REMOVED left out). */
static char *
join (GPtrArray *parts, LedgerTextChange without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const LedgerTextPart *part = parts->pdata[i];
      if (part->change != without)
        g_string_append (text, part->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "学习不深入", "学习不深入", "学习不深入" },
    { "学习不深入", "学习不够深入", "学习不[+够+]深入" },
    { "以会代学，研讨少", "研讨少", "[-以会代学，-]研讨少" },
    { "会议记录不完整", "会议纪要不完整", "会议[-记录-][+纪要+]不完整" },
    { "甲乙丙丁", "甲丙丁戊", "甲[-乙-]丙丁[+戊+]" },
    { "", "新", "[+新+]" },
    { "旧", NULL, "[-旧-]" },
    { NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) parts = ledger_text_difference (cases[i].before, cases[i].after);
      g_autofree char *found = describe (parts);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static char *
random_text (guint longest)
{
  static const char *const characters[] = { "一", "二", "三", "，", "a", "𠀀" };
  GString *text = g_string_new (NULL);

  for (guint n = (guint)g_test_rand_int_range (0, (gint)longest); n > 0; n--)
    g_string_append (text, characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);
  return g_string_free (text, FALSE);
}

/* Whatever the texts are, both can be read from the parts, and the parts alternate. */
static void
test_any (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *before = random_text (40);
      g_autofree char *after = random_text (40);
      g_autoptr (GPtrArray) parts = ledger_text_difference (before, after);
      g_autofree char *one = join (parts, LEDGER_TEXT_ADDED);
      g_autofree char *other = join (parts, LEDGER_TEXT_REMOVED);

      g_assert_cmpstr (one, ==, before);
      g_assert_cmpstr (other, ==, after);
      for (guint k = 1; k < parts->len; k++)
        g_assert_cmpint (((const LedgerTextPart *)parts->pdata[k])->change,
                         !=,
                         ((const LedgerTextPart *)parts->pdata[k - 1])->change);
    }
}

/* Too long to be compared by characters. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    {
      g_string_append (before, "旧");
      g_string_append (after, "新");
    }
  g_autoptr (GPtrArray) parts = ledger_text_difference (before->str, after->str);
  g_assert_cmpuint (parts->len, ==, 2);
  g_autofree char *one = join (parts, LEDGER_TEXT_ADDED);
  g_assert_cmpstr (one, ==, before->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-difference/cases", test_cases);
  g_test_add_func ("/text-difference/any", test_any);
  g_test_add_func ("/text-difference/long", test_long);
  return g_test_run ();
}
