/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-piece.h"

static void
count (gpointer data)
{
  (*(guint *)data)++;
}

static void
note_place (gpointer data, cairo_t *cr, double x, double y)
{
  g_assert_null (cr);
  *(guint *)data += (guint)(x * 100 + y);
}

static void
test_draws_and_frees_once (void)
{
  guint seen = 0;
  LedgerPaperPiece *piece = ledger_paper_piece_new (10, TRUE, note_place, &seen, count);

  ledger_paper_piece_draw (piece, NULL, 3, 7);
  g_assert_cmpuint (seen, ==, 307);
  ledger_paper_piece_ref (piece);
  ledger_paper_piece_unref (piece);
  g_assert_cmpuint (seen, ==, 307);
  ledger_paper_piece_unref (piece);
  g_assert_cmpuint (seen, ==, 308);
}

static void
test_head_outlives_its_row (void)
{
  guint freed = 0;
  LedgerPaperPiece *head = ledger_paper_piece_new (5, TRUE, NULL, &freed, count);
  LedgerPaperPiece *row = ledger_paper_piece_new (5, FALSE, NULL, NULL, NULL);

  ledger_paper_piece_set_repeated (row, head);
  ledger_paper_piece_unref (head);
  g_assert_cmpuint (freed, ==, 0);
  g_assert_true (ledger_paper_piece_get_repeated (row) == head);
  ledger_paper_piece_unref (row);
  g_assert_cmpuint (freed, ==, 1);
}

static void
test_break_has_no_height (void)
{
  g_autoptr (LedgerPaperPiece) piece = ledger_paper_piece_new_break ();

  g_assert_true (ledger_paper_piece_is_break (piece));
  g_assert_false (ledger_paper_piece_keeps (piece));
  g_assert_cmpfloat (ledger_paper_piece_get_height (piece), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-piece/draws-and-frees-once", test_draws_and_frees_once);
  g_test_add_func ("/paper-piece/head-outlives-its-row", test_head_outlives_its_row);
  g_test_add_func ("/paper-piece/break-has-no-height", test_break_has_no_height);
  return g_test_run ();
}
