/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The proof of one issue as people see it: its own evidence and what measures of it share from
 * other issues. For the main thread; nothing here is kept past the next refresh. */

/* LedgerRecord* (evidence, borrowed): 待归入 first, then by number. Never NULL; ISSUE_ID NULL gives
 * none. */
GPtrArray *ledger_issue_proof_list (LedgerDocument *document, const char *issue_id);
/* The evidence of ISSUE_ID that no measure links to, in the order in which they came. */
GPtrArray *ledger_issue_proof_list_unfiled (LedgerDocument *document, const char *issue_id);
/* Whether no measure at all links to EVIDENCE (待归入). */
gboolean ledger_issue_proof_is_unfiled (LedgerDocument *document, LedgerRecord *evidence);
/* The measure at PLACE (from 1) of ISSUE_ID, or NULL. */
LedgerRecord *
ledger_issue_proof_get_measure (LedgerDocument *document, const char *issue_id, guint place);

/* "学习计划", else the file's name. */
const char *ledger_issue_proof_get_title (LedgerRecord *evidence);
/* "1.2.3-05 学习计划"; without a number the title alone. */
char *ledger_issue_proof_dup_label (LedgerDocument *document, LedgerRecord *evidence);
/* Where MEASURES are (NULL: none), seen from ISSUE_ID: "措施1、措施3"; "1.2.4措施1" in another
 * issue; "待归入". */
char *ledger_issue_proof_describe_place (LedgerDocument *document,
                                         const char *issue_id,
                                         const GPtrArray *measures);
/* Why it cannot be shown, from what the inspection found; NULL where it can. Translated, static. */
const char *ledger_issue_proof_get_obstacle (LedgerRecord *evidence);

G_END_DECLS
