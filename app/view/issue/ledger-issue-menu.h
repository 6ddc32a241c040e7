/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The context menu of one or several problems (UI 3); its actions are the page's. */
GMenu *ledger_issue_menu_create (LedgerDocument *document);

G_END_DECLS
