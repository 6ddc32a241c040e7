/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What a block becomes when its width is known: a row that is never cut by the end of a page (a
 * line of text, a row of a table). Drawn the same on screen, printer and PDF. */
typedef struct _LedgerPaperPiece LedgerPaperPiece;

typedef void (*LedgerPaperDrawFunc) (gpointer data, cairo_t *cr, double x, double y);

/* Takes DATA. KEEP: must not be the last on its page (headings, heads of tables). */
LedgerPaperPiece *ledger_paper_piece_new (
    double height, gboolean keep, LedgerPaperDrawFunc draw, gpointer data, GDestroyNotify destroy);
/* Ends the page; has no height. */
LedgerPaperPiece *ledger_paper_piece_new_break (void);
LedgerPaperPiece *ledger_paper_piece_ref (LedgerPaperPiece *piece);
void ledger_paper_piece_unref (LedgerPaperPiece *piece);

double ledger_paper_piece_get_height (const LedgerPaperPiece *piece);
gboolean ledger_paper_piece_keeps (const LedgerPaperPiece *piece);
gboolean ledger_paper_piece_is_break (const LedgerPaperPiece *piece);
void ledger_paper_piece_draw (LedgerPaperPiece *piece, cairo_t *cr, double x, double y);

/* The piece that is drawn again at the top of the next page when PIECE is the first there: the head
 * of its table. May be NULL. PIECE keeps its own reference. */
void ledger_paper_piece_set_repeated (LedgerPaperPiece *piece, LedgerPaperPiece *head);
LedgerPaperPiece *ledger_paper_piece_get_repeated (const LedgerPaperPiece *piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPaperPiece, ledger_paper_piece_unref)

G_END_DECLS
