/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-markup.h"
#include "ledger-number-format.h"

G_BEGIN_DECLS

/* What a cell's style number says about its number format; the rest of a style is not read. */
typedef struct _LedgerXlsxStyles LedgerXlsxStyles;

/* PART may be NULL: all cells are then plain. */
LedgerXlsxStyles *ledger_xlsx_styles_read (LedgerArchive *archive,
                                           const char *part,
                                           LedgerReadBudget *budget,
                                           GError **error);
void ledger_xlsx_styles_free (LedgerXlsxStyles *styles);

/* NULL for the plain format and for a style that there is not. */
const LedgerNumberFormat *ledger_xlsx_styles_get (const LedgerXlsxStyles *styles, guint style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerXlsxStyles, ledger_xlsx_styles_free)

G_END_DECLS
