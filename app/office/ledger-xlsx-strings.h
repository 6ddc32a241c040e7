/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-markup.h"
#include "ledger-workbook.h"

G_BEGIN_DECLS

/* The shared texts of an xlsx workbook. Rich runs are joined, phonetic guides left out. */
typedef struct _LedgerXlsxStrings LedgerXlsxStrings;

/* The texts live in WORKBOOK. PART may be NULL: a workbook need not have one. */
LedgerXlsxStrings *ledger_xlsx_strings_read (LedgerArchive *archive,
                                             const char *part,
                                             LedgerWorkbook *workbook,
                                             LedgerReadBudget *budget,
                                             GError **error);
void ledger_xlsx_strings_free (LedgerXlsxStrings *strings);

/* NULL where there is no such text. */
const char *
ledger_xlsx_strings_get (const LedgerXlsxStrings *strings, guint64 index, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerXlsxStrings, ledger_xlsx_strings_free)

G_END_DECLS
