/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page-view.h"

G_BEGIN_DECLS

/* The tools over pages: 第3/12页, 适宽▾, －, ＋, 旋转, ⤢. They work on one page view; ⤢ asks the
 * session for the whole window. */
#define LEDGER_TYPE_PAGE_BAR (ledger_page_bar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPageBar, ledger_page_bar, LEDGER, PAGE_BAR, GtkWidget)

/* BRIEF leaves out －, ＋ and 旋转 (they have keys); SESSION NULL leaves out ⤢. */
GtkWidget *ledger_page_bar_new (LedgerPageView *view, LedgerSession *session, gboolean brief);

G_END_DECLS
