/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-date.h"

G_BEGIN_DECLS

/* A number format of a workbook ("yyyy\"年\"m\"月\"d\"日\"", "0.0%", "000"): tells numbers from
 * dates and shows both as the sheet does. Colours, conditions and widths are left out; what is too
 * odd is shown plainly. Immutable. */
typedef struct _LedgerNumberFormat LedgerNumberFormat;

/* Never fails: a code that makes no sense is the plain format. */
LedgerNumberFormat *ledger_number_format_new (const char *code);
void ledger_number_format_free (LedgerNumberFormat *format);

/* TRUE where days, months or years are shown: the number is a civil day. */
gboolean ledger_number_format_is_date (const LedgerNumberFormat *format);

/* Adds the shown text of NUMBER to TEXT. DAY is its civil day, LEDGER_DAY_NONE where it has none; a
 * date format then shows the number plainly. FORMAT may be NULL, the plain format. */
void ledger_number_format_show (const LedgerNumberFormat *format,
                                double number,
                                LedgerDay day,
                                GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerNumberFormat, ledger_number_format_free)

G_END_DECLS
