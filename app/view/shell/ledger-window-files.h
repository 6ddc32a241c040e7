/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-window.h"

G_BEGIN_DECLS

/* What the window does with files of ledgers: choosing, making, copying, backing up. */
void ledger_window_files_import (LedgerWindow *window); /* choose a list, then the import page */
void ledger_window_files_open (LedgerWindow *window);
void ledger_window_files_new (LedgerWindow *window);
/* Copies the ledger shown (on a stick or share) to 文档/整改台账 and opens the copy. */
void ledger_window_files_copy_here (LedgerWindow *window);
/* Chooses the notice of a year and keeps it for every ledger. */
void ledger_window_files_import_holidays (LedgerWindow *window);
void ledger_window_files_back_up (LedgerWindow *window);

G_END_DECLS
