/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-likeness.h"

/* What offices do to a wording between two lists, and what only looks like it. */
static void
test_compare (void)
{
  const struct
  {
    LedgerImportSide row;
    LedgerImportSide issue;
    guint least, most;
  } cases[] = {
    { { "学习不深入", NULL, NULL }, { "学习不深入", NULL, NULL }, 100, 100 },
    /* punctuation, widths and blanks say nothing */
    { { "学习，不 深入。", NULL, NULL }, { "学习不深入", NULL, NULL }, 100, 100 },
    /* made exact */
    { { "公务接待台账不全，票据附件缺失，2025年共发现5处", NULL, NULL },
      { "公务接待台账不全", NULL, NULL },
      65,
      80 },
    /* a word changed */
    { { "“三会一课”记录不规范、不及时", NULL, NULL },
      { "“三会一课”记录不够规范", NULL, NULL },
      55,
      80 },
    /* the same place counts a little, and only where the wording does */
    { { "议事规则修订不及时", "h1", "3" }, { "议事规则没有及时修订", "h1", "３" }, 45, 80 },
    { { "档案整理滞后", "h1", "3" }, { "公务用车管理松散", "h1", "3" }, 0, 0 },
    { { "党的建设抓得不够实", "h1", NULL }, { "党的创新理论学习不够系统", "h1", NULL }, 0, 34 },
    { { "", "h1", "3" }, { "", "h1", "3" }, 0, 0 },
    { { NULL, NULL, NULL }, { "学习不深入", NULL, NULL }, 0, 0 },
    { { "甲", NULL, NULL }, { "甲", NULL, NULL }, 100, 100 },
    { { "甲", NULL, NULL }, { "乙", NULL, NULL }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint likeness = ledger_import_likeness_compare (&cases[i].row, &cases[i].issue);

      g_test_message ("%s – %s: %u", cases[i].row.text, cases[i].issue.text, likeness);
      g_assert_cmpuint (likeness, >=, cases[i].least);
      g_assert_cmpuint (likeness, <=, cases[i].most);
      g_assert_cmpuint (
          likeness, ==, ledger_import_likeness_compare (&cases[i].issue, &cases[i].row));
    }
}

static void
test_place (void)
{
  const LedgerImportSide row = { "议事规则修订不及时", "h1", "3" };
  const LedgerImportSide places[] = {
    { "议事规则没有及时修订", "h2", "4" },
    { "议事规则没有及时修订", "h1", "4" },
    { "议事规则没有及时修订", "h1", "3" },
  };
  const guint bare = ledger_import_likeness_compare (&row, &places[0]);

  g_assert_cmpuint (ledger_import_likeness_compare (&row, &places[1]), ==, bare + 10);
  g_assert_cmpuint (ledger_import_likeness_compare (&row, &places[2]), ==, bare + 20);
}

/* "row-issue row-issue …", best first. */
static char *
propose (const char *const *rows, const char *const *issues)
{
  const guint n_rows = g_strv_length ((GStrv)rows);
  const guint n_issues = g_strv_length ((GStrv)issues);
  g_autofree LedgerImportSide *left = g_new0 (LedgerImportSide, n_rows + 1);
  g_autofree LedgerImportSide *right = g_new0 (LedgerImportSide, n_issues + 1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < n_rows; i++)
    left[i].text = rows[i];
  for (guint i = 0; i < n_issues; i++)
    right[i].text = issues[i];
  pairs = ledger_import_likeness_propose (left, n_rows, right, n_issues);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LedgerImportLikeness *pair = &g_array_index (pairs, LedgerImportLikeness, i);

      g_string_append_printf (words, "%s%u-%u", i > 0 ? " " : "", pair->row, pair->issue);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_propose (void)
{
  const struct
  {
    const char *rows[4];
    const char *issues[4];
    const char *pairs;
  } cases[] = {
    { { NULL }, { NULL }, "" },
    { { "学习不深入", NULL }, { NULL }, "" },
    { { NULL }, { "学习不深入", NULL }, "" },
    { { "学习不够深入", NULL }, { "档案整理滞后", "学习不深入", NULL }, "0-1" },
    /* the better pair comes first and takes its issue away from the other */
    { { "公务接待台账不全", "公务接待台账不齐全", NULL },
      { "公务接待台账不齐全不规范", NULL },
      "1-0" },
    { { "公务接待台账不全", "公务接待台账不齐全", NULL },
      { "公务接待台账不齐全不规范", "公务接待台账不完全", NULL },
      "1-0 0-1" },
    /* of equals the first on both sides */
    { { "学习不够深入", "学习不够深入", NULL }, { "学习不深入", "学习不深入", NULL }, "0-0 1-1" },
    { { "档案整理滞后", NULL }, { "公务用车管理松散", "选人用人把关不严", NULL }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pairs = propose (cases[i].rows, cases[i].issues);

      g_assert_cmpstr (pairs, ==, cases[i].pairs);
    }
}

/* --- random wordings --- */

static char *
random_wording (void)
{
  static const char *const words[] = { "学习", "不够", "深入", "台账", "档案", "接待", "公务",
                                       "用车", "管理", "松散", "滞后", "把关", "不严", "修订" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = (guint)g_test_rand_int_range (2, 7); n > 0; n--)
    g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GStrv
random_wordings (guint n)
{
  GStrv texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = random_wording ();
  return texts;
}

static void
sides_init (LedgerImportSide *sides, GStrv texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    sides[i] = (LedgerImportSide){ texts[i], i % 3 == 0 ? "h" : NULL, NULL };
}

/* No pair that both sides would rather have than what they got is left out, each side stands once,
 * and what is offered is as like as it says. */
static void
check_pairs (const LedgerImportSide *rows, guint n_rows, const LedgerImportSide *issues, guint n)
{
  g_autoptr (GArray) pairs = ledger_import_likeness_propose (rows, n_rows, issues, n);
  g_autoptr (GArray) again = ledger_import_likeness_propose (rows, n_rows, issues, n);
  g_autofree guint *of_row = g_new0 (guint, n_rows);
  g_autofree guint *of_issue = g_new0 (guint, n);
  guint before = 100;

  g_assert_cmpmem (pairs->data,
                   pairs->len * sizeof (LedgerImportLikeness),
                   again->data,
                   again->len * sizeof (LedgerImportLikeness));
  for (guint i = 0; i < pairs->len; i++)
    {
      const LedgerImportLikeness *pair = &g_array_index (pairs, LedgerImportLikeness, i);

      g_assert_cmpuint (pair->likeness,
                        ==,
                        ledger_import_likeness_compare (&rows[pair->row], &issues[pair->issue]));
      g_assert_cmpuint (pair->likeness, <=, before);
      before = pair->likeness;
      g_assert_cmpuint (of_row[pair->row], ==, 0);
      g_assert_cmpuint (of_issue[pair->issue], ==, 0);
      of_row[pair->row] = of_issue[pair->issue] = pair->likeness;
    }
  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < n; k++)
      {
        const guint likeness = ledger_import_likeness_compare (&rows[i], &issues[k]);

        g_assert_true (likeness < 50 || likeness <= of_row[i] || likeness <= of_issue[k]);
      }
}

static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      const guint n_rows = (guint)g_test_rand_int_range (0, 14);
      const guint n_issues = (guint)g_test_rand_int_range (0, 14);
      g_auto (GStrv) row_texts = random_wordings (n_rows);
      g_auto (GStrv) issue_texts = random_wordings (n_issues);
      g_autofree LedgerImportSide *rows = g_new0 (LedgerImportSide, n_rows + 1);
      g_autofree LedgerImportSide *issues = g_new0 (LedgerImportSide, n_issues + 1);

      sides_init (rows, row_texts);
      sides_init (issues, issue_texts);
      check_pairs (rows, n_rows, issues, n_issues);
    }
}

/* In a list as long as lists get each row still finds its own, told apart from boilerplate. */
static void
test_many (void)
{
  const guint n = 3000;
  g_autofree LedgerImportSide *rows = g_new0 (LedgerImportSide, n);
  g_autofree LedgerImportSide *issues = g_new0 (LedgerImportSide, n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) matter = g_string_new (NULL);

      for (guint k = 0; k < 10; k++)
        g_string_append_unichar (matter, (gunichar)g_test_rand_int_range (0x4e00, 0x5200));
      g_ptr_array_add (texts, g_strdup_printf ("落实%s要求不到位，整改不彻底", matter->str));
      g_ptr_array_add (texts, g_strdup_printf ("落实%s要求有差距", matter->str));
      rows[i].text = g_ptr_array_index (texts, 2 * i);
      issues[n - 1 - i].text = g_ptr_array_index (texts, 2 * i + 1);
    }
  pairs = ledger_import_likeness_propose (rows, n, issues, n);
  g_assert_cmpuint (pairs->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const LedgerImportLikeness *pair = &g_array_index (pairs, LedgerImportLikeness, i);

      g_assert_cmpuint (pair->row + pair->issue, ==, n - 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-likeness/compare", test_compare);
  g_test_add_func ("/import-likeness/place", test_place);
  g_test_add_func ("/import-likeness/propose", test_propose);
  g_test_add_func ("/import-likeness/random", test_random);
  g_test_add_func ("/import-likeness/many", test_many);
  return g_test_run ();
}
