/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* A problem of the feedback. `text` is the present wording, `original` what was imported and is
 * locked. State, round and light are computed (LOG 6), see ledger-issue-facts.h. */
#define LEDGER_TYPE_ISSUE (ledger_issue_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssue, ledger_issue, LEDGER, ISSUE, LedgerRecord)

/* Places in the column table `ledger_issue_record_type`, in its order. */
enum
{
  LEDGER_ISSUE_HEADING,
  LEDGER_ISSUE_NUMBER,
  LEDGER_ISSUE_RANK,
  LEDGER_ISSUE_TEXT,
  LEDGER_ISSUE_ORIGINAL,
  LEDGER_ISSUE_SHEET_NUMBER,
  LEDGER_ISSUE_SOURCE,
  LEDGER_ISSUE_DEADLINE_CLASS,
  LEDGER_ISSUE_DUE,
  LEDGER_ISSUE_TARGET,
  LEDGER_ISSUE_ROOT_CAUSE,
  LEDGER_ISSUE_GENERALISE_CHECK,
  LEDGER_ISSUE_RESULT,
  LEDGER_ISSUE_VISIBILITY,
  LEDGER_ISSUE_SHEET_PROGRESS,
  LEDGER_ISSUE_REMARK,
  LEDGER_ISSUE_STARTED,
  LEDGER_ISSUE_CONTINUED,
  LEDGER_ISSUE_CLOSED,
  LEDGER_ISSUE_CLOSED_DOCUMENT,
  LEDGER_ISSUE_REOPENED,
  LEDGER_ISSUE_CLOSED_BY, /* the superior office that closed it: 巡察办 */
  /* The last sign-off that counted when the problem rebounded: what does not know it, and itself,
   * belongs to before. */
  LEDGER_ISSUE_REOPENED_OVER,
  LEDGER_ISSUE_N_COLUMNS,
};

extern const LedgerRecordType ledger_issue_record_type;

G_END_DECLS
