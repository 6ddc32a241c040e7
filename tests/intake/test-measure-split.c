/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-split.h"

static const struct
{
  const char *text;
  const char *parts; /* joined by | */
} cases[] = {
  { "", "" },
  { " \n ", "" },
  { "制定年度学习计划", "制定年度学习计划" },
  { "1.制定年度学习计划", "制定年度学习计划" },
  { "1.制定学习计划。2.开展专题研讨。3.建立督学制度。",
    "制定学习计划。|开展专题研讨。|建立督学制度。" },
  { "1、制定学习计划；\n2、开展专题研讨；", "制定学习计划；|开展专题研讨；" },
  { "（1）制定学习计划\n（2）开展专题研讨", "制定学习计划|开展专题研讨" },
  { "①制定学习计划\n②开展专题研讨\n③印发通报", "制定学习计划|开展专题研讨|印发通报" },
  { "（1）制定学习计划（2）开展专题研讨", "制定学习计划|开展专题研讨" },
  { "①制定学习计划②开展专题研讨③印发通报", "制定学习计划|开展专题研讨|印发通报" },
  { "（1）按第（2）项要求制定学习计划", "按第（2）项要求制定学习计划" },
  { "对照附件（1）和（2）整改", "对照附件（1）和（2）整改" },
  { "1.按附件2、附件3整改", "按附件2、附件3整改" },
  { "一是制定学习计划；二是开展专题研讨。", "制定学习计划；|开展专题研讨。" },
  { "制定年度学习计划\n每季度开展一次专题研讨", "制定年度学习计划|每季度开展一次专题研讨" },
  { "2026年底前清退3.5万元。2.5万元另行处理", "2026年底前清退3.5万元。2.5万元另行处理" },
  { "修订2019年办法，1.2万元", "修订2019年办法，1.2万元" },
  { "涉及：《工作条例》；涉及：《议事规则》", "涉及：《工作条例》；涉及：《议事规则》" },
  { "以下措施：\n1.制定学习计划\n2.开展专题研讨", "以下措施：|制定学习计划|开展专题研讨" },
  { "每月通报一次学习情\n况", "每月通报一次学习情况" },
};

static void
test_cells_of_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = ledger_measure_split (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", parts);

      g_assert_cmpstr (joined, ==, cases[i].parts);
    }
}

/* Numbering that was put on comes off again, whatever the number of measures. */
static void
test_numbered_comes_back (void)
{
  for (guint n = 2; n <= 15; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 1; i <= n; i++)
        g_string_append_printf (text, "%s%u.第%u项工作按计划推进", i > 1 ? "\n" : "", i, i);
      g_auto (GStrv) parts = ledger_measure_split (text->str);
      g_assert_cmpuint (g_strv_length (parts), ==, n);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *expected = g_strdup_printf ("第%u项工作按计划推进", i + 1);
          g_assert_cmpstr (parts[i], ==, expected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-split/cells-of-lists", test_cells_of_lists);
  g_test_add_func ("/measure-split/numbered-comes-back", test_numbered_comes_back);
  return g_test_run ();
}
