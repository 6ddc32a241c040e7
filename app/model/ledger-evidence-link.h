/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* One proof of one measure, with the pages that prove it; id derived from both (LOG 9). */
#define LEDGER_TYPE_EVIDENCE_LINK (ledger_evidence_link_get_type ())
G_DECLARE_FINAL_TYPE (LedgerEvidenceLink, ledger_evidence_link, LEDGER, EVIDENCE_LINK, LedgerRecord)

/* Places in the column table `ledger_evidence_link_record_type`, in its order. */
enum
{
  LEDGER_EVIDENCE_LINK_MEASURE,
  LEDGER_EVIDENCE_LINK_EVIDENCE,
  LEDGER_EVIDENCE_LINK_PAGES,
  LEDGER_EVIDENCE_LINK_SHARED,
  LEDGER_EVIDENCE_LINK_N_COLUMNS,
};

extern const LedgerRecordType ledger_evidence_link_record_type;

G_END_DECLS
