/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pinyin.h"

typedef struct
{
  const char *text, *initials;
} InitialsCase;

/* The first and last character of every letter's stretch among them. */
static void
test_initials (void)
{
  static const InitialsCase cases[] = {
    { "", "" },
    { "张伟", "zw" },
    { "市纪委监委机关", "sjwjwjg" },
    { "第1科ＡBc", "d1kabc" },
    { "王（大）明", "wdm" },
    { "啊澳芭怖擦错搭堕蛾贰发咐噶过", "aabbccddeeffgg" },
    { "哈祸击骏喀阔垃络妈穆拿诺哦沤", "hhjjkkllmmnnoo" },
    { "啪瀑期群然弱撒所塌唾挖误昔迅压孕匝座", "ppqqrrssttwwxxyyzz" },
    { "單", "" }, /* not in GB 2312 */
    { "𠮷", "" }, /* four bytes */
    { "鑫", "" }, /* level 2 */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = ledger_pinyin_initials (cases[i].text);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_surnames (void)
{
  static const InitialsCase cases[] = {
    { "单小明", "sxm" },
    { "解放", "xf" },
    { "查良", "zl" },
    { "翟明", "zm" },
    { "仇和", "qh" },
    { "区正", "oz" },
    { "覃丽", "ql" },
    { "曾伟", "zw" },
    { "闫军", "yj" },
    { "李单", "ld" },
    { "调查", "dc" },
    { "单位内部管理", "dwnbgl" },
    { "解决问题不力", "jjwtbl" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = ledger_pinyin_initials (cases[i].text);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
test_sort_key (void)
{
  /* As a clerk would write the list. */
  static const char *const sorted[] = {
    "1号线",  "Ａ组", "b组",  "阿明", "陈静", "陈伟", "褚明", "李伟", "李伟明", "覃丽", "邱明",
    "单小明", "王芳", "闫军", "杨明", "曾伟", "张伟", "赵明", "甪明", "鑫明",   "𠮷明",
  };
  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *before = ledger_pinyin_sort_key (sorted[i - 1]);
      g_autofree char *after = ledger_pinyin_sort_key (sorted[i]);
      g_test_message ("%s %s", sorted[i - 1], sorted[i]);
      g_assert_cmpstr (before, <, after);
      g_assert_true (g_str_is_ascii (after));
    }
}

static void
test_matches (void)
{
  static const char *const yes[][2] = {
    { "张伟", "zw" },
    { "张伟", "ZW" },
    { "张伟", "伟" },
    { "张伟", "" },
    { "张伟", "w" },
    { "市纪委办公室", "bgs" },
    { "单位", "dw" },
    { "单位", "sw" },
    { "覃丽", "tl" },
    { "覃丽", "ql" },
    { "第1科", "1k" },
    { "王（大）明", "wdm" },
    { "“三重一大”", "三重一大" },
  };
  static const char *const no[][2] = {
    { "张伟", "wz" }, { "张伟", "zww" }, { "张伟", "张w" }, { "", "z" }, { "鑫", "x" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (ledger_pinyin_matches (yes[i][0], yes[i][1]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (ledger_pinyin_matches (no[i][0], no[i][1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pinyin/initials", test_initials);
  g_test_add_func ("/pinyin/surnames", test_surnames);
  g_test_add_func ("/pinyin/sort-key", test_sort_key);
  g_test_add_func ("/pinyin/matches", test_matches);
  return g_test_run ();
}
