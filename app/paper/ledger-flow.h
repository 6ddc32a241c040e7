/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-paper-table.h"
#include "ledger-paragraph.h"

G_BEGIN_DECLS

/* Blocks put one after another and broken into pages; the same drawing for screen, printer and PDF.
 */
typedef struct _LedgerFlow LedgerFlow;

LedgerFlow *ledger_flow_new (const LedgerPaperStyle *style);
void ledger_flow_free (LedgerFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFlow, ledger_flow_free)

void ledger_flow_add_text (LedgerFlow *flow, LedgerTextStyle style, const char *text);
/* Takes nothing: the table is laid out at once. */
void ledger_flow_add_table (LedgerFlow *flow, LedgerPaperTable *table);
void ledger_flow_add_gap (LedgerFlow *flow, double points);
void ledger_flow_add_page_break (LedgerFlow *flow);
/* Anything drawn by the caller: a seal, a signature field, a ruled red line. Takes DATA. */
void ledger_flow_add_drawing (LedgerFlow *flow,
                              double height,
                              LedgerPaperDrawFunc draw,
                              gpointer data,
                              GDestroyNotify destroy);

/* At least 1; computed anew after something was added. */
guint ledger_flow_get_n_pages (LedgerFlow *flow);
/* Draws page INDEX (from 0) with the origin at the paper's upper left corner. */
void ledger_flow_draw_page (LedgerFlow *flow, cairo_t *cr, guint index);

/* The whole as a PDF in memory with TITLE in its information; never NULL. */
GBytes *ledger_flow_to_pdf (LedgerFlow *flow, const char *title);

G_END_DECLS
