/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* One file of proof. 待归入 (no number yet) while no measure links to it; the number 1.2.3-05 is
 * given once. `verdict`: usable, warnings, password, damaged, unsupported, limit; `pages` 0 where
 * unknown. */
#define LEDGER_TYPE_EVIDENCE (ledger_evidence_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidence, ledger_evidence, LEDGER, EVIDENCE, LedgerRecord)

/* Places in the column table `ledger_evidence_record_type`, in its order. */
enum
{
  LEDGER_EVIDENCE_ISSUE,
  LEDGER_EVIDENCE_NUMBER,
  LEDGER_EVIDENCE_DIGEST,
  LEDGER_EVIDENCE_SIZE,
  LEDGER_EVIDENCE_FILE_NAME,
  LEDGER_EVIDENCE_MEDIA_TYPE,
  LEDGER_EVIDENCE_PAGES,
  LEDGER_EVIDENCE_VERDICT,
  LEDGER_EVIDENCE_KIND,
  LEDGER_EVIDENCE_TITLE,
  LEDGER_EVIDENCE_DOCUMENT_NUMBER,
  LEDGER_EVIDENCE_DOCUMENT_DATE,
  LEDGER_EVIDENCE_ADDED_ON,
  LEDGER_EVIDENCE_ADDED_BY,
  LEDGER_EVIDENCE_RANK,
  LEDGER_EVIDENCE_N_COLUMNS,
};

extern const LedgerRecordType ledger_evidence_record_type;

G_END_DECLS
