/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* A pile that is filed piece by piece, a digit each: every piece is an edit of its own, and at the
 * end one line tells all of it (12件已归入3条措施) with one way back. */
typedef struct _LedgerFilingRun LedgerFilingRun;

LedgerFilingRun *ledger_filing_run_new (void);
void ledger_filing_run_free (LedgerFilingRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerFilingRun, ledger_filing_run_free)

/* One piece was filed to a measure by the edit of this title. */
void ledger_filing_run_add (LedgerFilingRun *self,
                            const char *evidence_id,
                            const char *measure_id,
                            const char *title);
/* Says what still stands of the run, with 撤销 for all of it; FALSE where that is one piece at most
 * and its own toast was enough. */
gboolean ledger_filing_run_tell (LedgerFilingRun *self, LedgerSession *session);

/* Undoes the edits of these titles, the last first, as long as they are the next that 撤销 would
 * take back. */
void ledger_filing_run_take_back (LedgerSession *session, const char *const *titles);

G_END_DECLS
