/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-xlsx-strings.h"
#include "ledger-xlsx-styles.h"

G_BEGIN_DECLS

/* What all sheets of one xlsx workbook share. */
typedef struct
{
  LedgerWorkbook *workbook;
  const LedgerXlsxStrings *strings;
  const LedgerXlsxStyles *styles;
  gboolean from_1904; /* days are counted from 1904-01-01 */
} LedgerXlsxBook;

/* Reads the worksheet PART into SHEET and seals it. */
gboolean ledger_xlsx_sheet_read (LedgerArchive *archive,
                                 const char *part,
                                 const LedgerXlsxBook *book,
                                 LedgerSheet *sheet,
                                 LedgerReadBudget *budget,
                                 GError **error);

/* The civil day of a serial number; LEDGER_DAY_NONE for 1900-02-29, which the count of 1900 has and
 * no calendar, and for what is before the first or behind the last day. */
LedgerDay ledger_xlsx_sheet_day (double serial, gboolean from_1904);

G_END_DECLS
