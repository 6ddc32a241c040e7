/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-piece.h"

struct _LedgerPaperPiece
{
  double height;
  gboolean keep;
  gboolean page_break;
  LedgerPaperDrawFunc draw;
  gpointer data;
  GDestroyNotify destroy;
  LedgerPaperPiece *repeated;
};

LedgerPaperPiece *
ledger_paper_piece_new (
    double height, gboolean keep, LedgerPaperDrawFunc draw, gpointer data, GDestroyNotify destroy)
{
  LedgerPaperPiece *piece = g_rc_box_new0 (LedgerPaperPiece);

  piece->height = height;
  piece->keep = keep;
  piece->draw = draw;
  piece->data = data;
  piece->destroy = destroy;
  return piece;
}

LedgerPaperPiece *
ledger_paper_piece_new_break (void)
{
  LedgerPaperPiece *piece = ledger_paper_piece_new (0, FALSE, NULL, NULL, NULL);

  piece->page_break = TRUE;
  return piece;
}

LedgerPaperPiece *
ledger_paper_piece_ref (LedgerPaperPiece *piece)
{
  return g_rc_box_acquire (piece);
}

static void
piece_clear (gpointer data)
{
  LedgerPaperPiece *piece = data;

  g_clear_pointer (&piece->repeated, ledger_paper_piece_unref);
  if (piece->destroy)
    piece->destroy (piece->data);
}

void
ledger_paper_piece_unref (LedgerPaperPiece *piece)
{
  g_rc_box_release_full (piece, piece_clear);
}

double
ledger_paper_piece_get_height (const LedgerPaperPiece *piece)
{
  return piece->height;
}

gboolean
ledger_paper_piece_keeps (const LedgerPaperPiece *piece)
{
  return piece->keep;
}

gboolean
ledger_paper_piece_is_break (const LedgerPaperPiece *piece)
{
  return piece->page_break;
}

void
ledger_paper_piece_draw (LedgerPaperPiece *piece, cairo_t *cr, double x, double y)
{
  if (piece->draw)
    piece->draw (piece->data, cr, x, y);
}

void
ledger_paper_piece_set_repeated (LedgerPaperPiece *piece, LedgerPaperPiece *head)
{
  LedgerPaperPiece *former = piece->repeated;

  piece->repeated = head ? ledger_paper_piece_ref (head) : NULL;
  if (former)
    ledger_paper_piece_unref (former);
}

LedgerPaperPiece *
ledger_paper_piece_get_repeated (const LedgerPaperPiece *piece)
{
  return piece->repeated;
}
