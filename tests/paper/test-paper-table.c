/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "ledger-paper-table.h"

#define MOST 300.0

static GPtrArray *
lay_out (LedgerPaperTable *table)
{
  LedgerPaperStyle paper = ledger_paper_style_document ();
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_paper_piece_unref);

  pango_cairo_context_set_resolution (context, 72);
  ledger_paper_table_append (table, pieces, context, &paper, 400, MOST);
  g_object_unref (context);
  return pieces;
}

static LedgerPaperTable *
new_table (void)
{
  static const double shares[] = { 1, 3 };
  static const char *const head[] = { "序号", "问题" };
  LedgerPaperTable *table = ledger_paper_table_new (2, shares);

  ledger_paper_table_set_head (table, head);
  return table;
}

static void
test_rows_repeat_the_head (void)
{
  g_autoptr (LedgerPaperTable) table = new_table ();
  const char *const row[] = { "1", "学习不够系统" };

  ledger_paper_table_add_row (table, row);
  ledger_paper_table_add_row (table, row);
  g_autoptr (GPtrArray) pieces = lay_out (table);
  g_assert_cmpuint (pieces->len, ==, 3);
  g_assert_true (ledger_paper_piece_keeps (g_ptr_array_index (pieces, 0)));
  g_assert_null (ledger_paper_piece_get_repeated (g_ptr_array_index (pieces, 0)));
  for (guint i = 1; i < pieces->len; i++)
    g_assert_true (ledger_paper_piece_get_repeated (g_ptr_array_index (pieces, i))
                   == g_ptr_array_index (pieces, 0));
}

/* 2,000 characters in a cell must neither be cut off nor stick out of the page. */
static void
test_long_cell_is_cut_between_lines (void)
{
  g_autoptr (LedgerPaperTable) table = new_table ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "改");
  const char *const row[] = { NULL, text->str };
  ledger_paper_table_add_row (table, row);
  g_autoptr (GPtrArray) pieces = lay_out (table);
  double sum = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      double height = ledger_paper_piece_get_height (g_ptr_array_index (pieces, i));
      g_assert_cmpfloat (height, <=, MOST);
      sum += i > 0 ? height : 0;
    }
  g_assert_cmpuint (pieces->len, >, 3);
  g_assert_cmpfloat (sum, >=, 2000 / 25 * 17);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-table/rows-repeat-the-head", test_rows_repeat_the_head);
  g_test_add_func ("/paper-table/long-cell-is-cut-between-lines",
                   test_long_cell_is_cut_between_lines);
  return g_test_run ();
}
