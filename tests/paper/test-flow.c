/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-flow.h"

static LedgerFlow *
new_flow (void)
{
  LedgerPaperStyle style = ledger_paper_style_document ();

  return ledger_flow_new (&style);
}

static void
add_lines (LedgerFlow *flow, guint n)
{
  for (guint i = 0; i < n; i++)
    ledger_flow_add_text (flow, LEDGER_TEXT_BODY, "会议传达学习有关精神。");
}

static void
test_pages_hold_22_lines (void)
{
  static const struct
  {
    guint lines;
    guint pages;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 22, 1 }, { 23, 2 }, { 44, 2 }, { 45, 3 }, { 220, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerFlow) flow = new_flow ();
      add_lines (flow, cases[i].lines);
      g_assert_cmpuint (ledger_flow_get_n_pages (flow), ==, cases[i].pages);
    }
}

/* A heading on line 22 goes over with what it heads. */
static void
test_heading_is_not_left_behind (void)
{
  g_autoptr (LedgerFlow) flow = new_flow ();

  add_lines (flow, 21);
  ledger_flow_add_text (flow, LEDGER_TEXT_HEADING_1, "一、总体情况");
  add_lines (flow, 22);
  /* 21 lines, then heading and 21 lines, then one. */
  g_assert_cmpuint (ledger_flow_get_n_pages (flow), ==, 3);
}

static void
test_only_headings_still_end (void)
{
  g_autoptr (LedgerFlow) flow = new_flow ();

  for (guint i = 0; i < 50; i++)
    ledger_flow_add_text (flow, LEDGER_TEXT_HEADING_1, "一、");
  g_assert_cmpuint (ledger_flow_get_n_pages (flow), ==, 3);
}

static void
test_break_begins_a_page (void)
{
  g_autoptr (LedgerFlow) flow = new_flow ();

  add_lines (flow, 2);
  ledger_flow_add_page_break (flow);
  add_lines (flow, 2);
  g_assert_cmpuint (ledger_flow_get_n_pages (flow), ==, 2);
}

static void
note_call (gpointer data, cairo_t *cr, double x, double y)
{
  (*(guint *)data)++;
}

static void
test_pdf_draws_every_page_once (void)
{
  g_autoptr (LedgerFlow) flow = new_flow ();
  guint calls = 0;

  for (guint i = 0; i < 3; i++)
    {
      ledger_flow_add_drawing (flow, 400, note_call, &calls, NULL);
      add_lines (flow, 10);
    }
  g_autoptr (GBytes) pdf = ledger_flow_to_pdf (flow, "会议纪要");
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  /* 22 lines a page: 400 points are 14.3 lines; 30 lines and 1,200 points need four pages. */
  g_assert_cmpuint (ledger_flow_get_n_pages (flow), ==, 4);
  g_assert_cmpuint (calls, ==, 3);
  g_assert_cmpuint (size, >, 1000);
  g_assert_true (g_str_has_prefix (data, "%PDF-1."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/pages-hold-22-lines", test_pages_hold_22_lines);
  g_test_add_func ("/flow/heading-is-not-left-behind", test_heading_is_not_left_behind);
  g_test_add_func ("/flow/only-headings-still-end", test_only_headings_still_end);
  g_test_add_func ("/flow/break-begins-a-page", test_break_begins_a_page);
  g_test_add_func ("/flow/pdf-draws-every-page-once", test_pdf_draws_every_page_once);
  return g_test_run ();
}
