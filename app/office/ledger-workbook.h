/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sheet.h"

G_BEGIN_DECLS

/* What was read from one file or one paste: its sheets in the file's order, and the memory of all
 * their texts. Counted atomically; once read it does not change and may cross threads. */
typedef struct _LedgerWorkbook LedgerWorkbook;

LedgerWorkbook *ledger_workbook_ref (LedgerWorkbook *workbook);
void ledger_workbook_unref (LedgerWorkbook *workbook);

guint ledger_workbook_get_n_sheets (const LedgerWorkbook *workbook);
const LedgerSheet *ledger_workbook_get_sheet (const LedgerWorkbook *workbook, guint index);
/* By its exact name; NULL if there is none. */
const LedgerSheet *ledger_workbook_find_sheet (const LedgerWorkbook *workbook, const char *name);

/* The encoding a text file was read in ("UTF-8", "GB18030", "UTF-16LE" …); NULL for other sources.
 */
const char *ledger_workbook_get_encoding (const LedgerWorkbook *workbook);
/* TRUE where the encoding is a guess that a person should look at. */
gboolean ledger_workbook_is_doubtful (const LedgerWorkbook *workbook);

/* For readers alone. */
LedgerWorkbook *ledger_workbook_new (void);
LedgerSheet *
ledger_workbook_add_sheet (LedgerWorkbook *workbook, const char *name, gboolean hidden);
void
ledger_workbook_set_encoding (LedgerWorkbook *workbook, const char *encoding, gboolean doubtful);
/* A copy of LENGTH bytes that lives as long as the workbook. */
const char *ledger_workbook_keep (LedgerWorkbook *workbook, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerWorkbook, ledger_workbook_unref)

G_END_DECLS
