/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* What comes from outside as a whole: files dropped on the window where no page took them, and the
 * clipboard (UI §3). A table or spreadsheet goes to the import page, a ledger is opened, other
 * files are offered to the page shown. */
void ledger_window_drop_attach (LedgerWindow *window);
void ledger_window_paste (LedgerWindow *window);
/* Opens FILE as what its name says: a list goes to the import page, anything else is a ledger. For
 * whoever meant “open”. */
void ledger_window_drop_open (LedgerWindow *window, GFile *file);

G_END_DECLS
