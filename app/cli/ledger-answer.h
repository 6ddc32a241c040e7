/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-completeness.h"
#include "ledger-document.h"
#include "ledger-row.h"

G_BEGIN_DECLS

/* Records as rows of an answer. Every row has `id` and, where it has one, `number`; states, classes
 * and verdicts are stable English words; dates ISO. */
LedgerRow *ledger_answer_heading (LedgerDocument *document, LedgerRecord *heading);
LedgerRow *ledger_answer_issue (LedgerDocument *document, LedgerRecord *issue);
LedgerRow *ledger_answer_measure (LedgerDocument *document, LedgerRecord *measure);
LedgerRow *ledger_answer_phase (LedgerDocument *document, LedgerRecord *phase);
LedgerRow *ledger_answer_evidence (LedgerDocument *document, LedgerRecord *evidence);
LedgerRow *ledger_answer_person (LedgerDocument *document, LedgerRecord *person);
LedgerRow *ledger_answer_department (LedgerDocument *document, LedgerRecord *department);
LedgerRow *ledger_answer_signoff (LedgerDocument *document, LedgerRecord *signoff);
LedgerRow *ledger_answer_edit (const LedgerLogLine *line);
LedgerRow *ledger_answer_conflict (LedgerDocument *document, const LedgerOperation *operation);
LedgerRow *ledger_answer_finding (LedgerDocument *document, const LedgerFinding *finding);

G_END_DECLS
