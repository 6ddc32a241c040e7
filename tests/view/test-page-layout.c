/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-layout.h"

/* A reader's pane of 678 × 560, as at 1366 × 720. */
static const LedgerPageFrame pane = {
  .width = 678,
  .height = 560,
  .fit = LEDGER_PAGE_FIT_WIDTH,
  .scale = 1,
  .divider = 36,
  .notice = 150,
};

static LedgerPageLayout *
make_random (const LedgerPageFrame *frame, guint n_files)
{
  LedgerPageLayout *layout = ledger_page_layout_new (frame);

  for (guint i = 0; i < n_files; i++)
    {
      const int n = g_test_rand_int_range (0, 12);

      ledger_page_layout_begin_file (layout);
      if (n == 0)
        ledger_page_layout_add_notice (layout);
      for (int page = 0; page < n; page++)
        ledger_page_layout_add_page (
            layout, g_test_rand_double_range (1, 3000), g_test_rand_double_range (1, 3000));
    }
  return layout;
}

/* Whatever the pages: they follow one another without touching, within the width, each in its
 * file's order; every height finds the block that a search through all of them finds. */
static void
test_properties (void)
{
  for (guint turn = 0; turn < 60; turn++)
    {
      LedgerPageFrame frame = pane;
      frame.fit = (LedgerPageFit)(turn % 3);
      frame.rotation = turn % 4 * 90;
      frame.scale = g_test_rand_double_range (0.01, 10);
      g_autoptr (LedgerPageLayout) layout = make_random (&frame, 1 + turn % 30);
      const guint n = ledger_page_layout_get_n (layout);
      const double height = ledger_page_layout_get_height (layout);
      const double at = g_test_rand_double_range (0, height);
      guint expected = n;
      double end = 0;

      for (guint i = 0; i < n; i++)
        {
          const LedgerPageBlock *block = ledger_page_layout_get (layout, i);

          g_assert_cmpfloat (block->y, >, end);
          g_assert_cmpfloat (block->x, >=, 0);
          g_assert_cmpfloat (block->x + block->width, <=, ledger_page_layout_get_width (layout));
          end = block->y + block->height;
          if (expected == n && end > at)
            expected = i;
          if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
            g_assert_true (ledger_page_layout_find_page (layout, block->file, block->page)
                           == block);
        }
      g_assert_cmpfloat (height, >, end);
      g_assert_cmpuint (ledger_page_layout_find (layout, at), ==, expected);
    }
}

/* A4 takes 660 of 678 pixels; lying, it keeps the width; turned back it is as it was. */
static void
test_fit (void)
{
  const struct
  {
    LedgerPageFit fit;
    guint rotation;
    double width, height;
  } cases[] = {
    { LEDGER_PAGE_FIT_WIDTH, 0, 660, 933 },   { LEDGER_PAGE_FIT_WIDTH, 90, 660, 466 },
    { LEDGER_PAGE_FIT_WIDTH, 180, 660, 933 }, { LEDGER_PAGE_FIT_PAGE, 0, 383, 542 },
    { LEDGER_PAGE_FIT_PAGE, 270, 660, 466 },  { LEDGER_PAGE_FIT_NONE, 0, 595, 841 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerPageFrame frame = pane;
      frame.fit = cases[i].fit;
      frame.rotation = cases[i].rotation;
      g_autoptr (LedgerPageLayout) layout = ledger_page_layout_new (&frame);
      const LedgerPageBlock *block;

      ledger_page_layout_begin_file (layout);
      ledger_page_layout_add_page (layout, 595.28, 841.89);
      block = ledger_page_layout_get (layout, 1);
      g_assert_cmpfloat_with_epsilon (block->width, cases[i].width, 1);
      g_assert_cmpfloat_with_epsilon (block->height, cases[i].height, 1);
    }
}

/* A file that cannot be shown is found by any of its pages; one that is not there is not. */
static void
test_notice (void)
{
  g_autoptr (LedgerPageLayout) layout = ledger_page_layout_new (&pane);

  ledger_page_layout_begin_file (layout);
  ledger_page_layout_add_notice (layout);
  g_assert_cmpint (ledger_page_layout_find_page (layout, 0, 7)->kind, ==, LEDGER_PAGE_BLOCK_NOTICE);
  g_assert_null (ledger_page_layout_find_page (layout, 1, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/properties", test_properties);
  g_test_add_func ("/page-layout/fit", test_fit);
  g_test_add_func ("/page-layout/notice", test_notice);
  return g_test_run ();
}
