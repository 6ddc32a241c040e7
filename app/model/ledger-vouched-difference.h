/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-canonical.h"
#include "ledger-vouched-lines.h"

G_BEGIN_DECLS

/* Compared lines of a stored text against those of now, as differences in words for people: a field
 * with old and new value, a measure or proof that came or went as one difference, a field that now
 * has several values with all of them. Elements LedgerDifference*; never NULL. */
GPtrArray *ledger_vouched_lines_compare (LedgerVouchedLines *before,
                                         LedgerVouchedLines *now,
                                         LedgerDocument *document,
                                         const char *issue_id);
/* FALSE with LEDGER_ERROR_REFUSED and a sentence naming the first field with several values. */
gboolean ledger_vouched_lines_refuse_conflicts (LedgerVouchedLines *lines,
                                                LedgerDocument *document,
                                                GError **error);

G_END_DECLS
