/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* 导入清单: a sub-page; works without a document, then makes the ledger. */
#define LEDGER_TYPE_IMPORT_PAGE (ledger_import_page_get_type ())
G_DECLARE_FINAL_TYPE (LedgerImportPage, ledger_import_page, LEDGER, IMPORT_PAGE, LedgerPage)

/* Starts reading at once, in a job; what cannot be read is said on the page (UI §4). */
void ledger_import_page_load_file (LedgerImportPage *self, GFile *file);
/* A table from the clipboard; either may be NULL. */
void ledger_import_page_load_table (LedgerImportPage *self, const char *text, const char *html);

G_END_DECLS
