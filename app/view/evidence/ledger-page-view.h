/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-page-layout.h"
#include "ledger-scroll-area.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* The pages of one or several pieces of proof as one vertical scroll (a GtkScrollable for a
 * GtkScrolledWindow): drawn by workers, shown as they come, white in dark mode too. A file or page
 * that cannot be shown has its sentence in its place, with 重试 and 导出原件…. Files are opened
 * when they come near and given back when they are far.
 *
 * Keys, with the focus: Space, Page Down and back with Shift+Space, Page Up: a screen; ↑ ↓ a step;
 * ← → a page; Home, End; Ctrl with wheel, ＋, －, 0: zoom.
 *
 * Properties (notify): "document", "session" (construct-only), "fit", "rotation", and "current",
 * which notifies when another page or file stands in the upper part. */
#define LEDGER_TYPE_PAGE_VIEW (ledger_page_view_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPageView, ledger_page_view, LEDGER, PAGE_VIEW, LedgerScrollArea)

GtkWidget *ledger_page_view_new (LedgerDocument *document, LedgerSession *session);

/* The files in their order; those that were there before are kept as they are. DIVIDERS: a line
 * with its name before each. */
void ledger_page_view_set_files (LedgerPageView *self,
                                 const char *const *evidence_ids,
                                 gboolean dividers);
guint ledger_page_view_get_n_files (LedgerPageView *self);
const char *ledger_page_view_get_evidence (LedgerPageView *self, guint file);

/* The evidence now in the upper part, NULL where there is none; *PAGE from 1 and *N_PAGES are 0
 * where it cannot be shown. */
const char *
ledger_page_view_get_current (LedgerPageView *self, guint *file, guint *page, guint *n_pages);
/* PAGE from 1. */
void ledger_page_view_go_to (LedgerPageView *self, guint file, guint page);

void ledger_page_view_set_fit (LedgerPageView *self, LedgerPageFit fit);
LedgerPageFit ledger_page_view_get_fit (LedgerPageView *self);
/* +1, -1: larger, smaller by a fifth; 0: fit the width. */
void ledger_page_view_zoom (LedgerPageView *self, int step);
/* A quarter clockwise, of all pages shown. */
void ledger_page_view_rotate (LedgerPageView *self);
/* Whether everything in sight has been drawn or has failed; for tests. */
gboolean ledger_page_view_is_settled (LedgerPageView *self);

G_END_DECLS
