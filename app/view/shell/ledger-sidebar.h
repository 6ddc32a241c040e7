/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page-registry.h"

G_BEGIN_DECLS

/* The sidebar's two halves: pages above, below them the navigator of the page shown; the person at
 * the keyboard at the foot. A leader's sidebar holds four pages, the rest under 更多. A click on a
 * page activates "win.page". */
#define LEDGER_TYPE_SIDEBAR (ledger_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSidebar, ledger_sidebar, LEDGER, SIDEBAR, GtkWidget)

/* SESSION with a document. */
void ledger_sidebar_set_session (LedgerSidebar *self, LedgerSession *session);
/* Marks the page and shows its navigator (or NULL). */
void ledger_sidebar_show_page (LedgerSidebar *self, const char *page_id, GtkWidget *navigator);
/* The id of the NUMBER-th page (from 1) as it stands in the sidebar, or NULL. */
const char *ledger_sidebar_get_page (LedgerSidebar *self, guint number);
/* Opens the list of people at the foot. */
void ledger_sidebar_choose_person (LedgerSidebar *self);
GtkWidget *ledger_sidebar_get_pages (LedgerSidebar *self); /* for the F6 ring */
GtkWidget *ledger_sidebar_get_navigator (LedgerSidebar *self);

G_END_DECLS
