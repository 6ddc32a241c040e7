/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The scan of a signature on paper that came after the signature was entered. Where it is at hand
 * at once it stands in the sign-off itself (ledger-signoff.h); but a sign-off is written once, and
 * whatever is written on it later is a finding (LOG 7). So what comes later is a record of its own
 * that names the sign-off: told in 操作记录 as what it is, undone and removed like anything else,
 * and no part of what was signed. */
#define LEDGER_TYPE_SIGNED_PAPER (ledger_signed_paper_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignedPaper, ledger_signed_paper, LEDGER, SIGNED_PAPER, LedgerRecord)

/* Places in the column table `ledger_signed_paper_record_type`, in its order. */
enum
{
  LEDGER_SIGNED_PAPER_SIGNOFF,
  LEDGER_SIGNED_PAPER_SCAN,
  LEDGER_SIGNED_PAPER_SCAN_NAME,
  LEDGER_SIGNED_PAPER_SCAN_PAGES,
  LEDGER_SIGNED_PAPER_SCAN_VERDICT,
  LEDGER_SIGNED_PAPER_N_COLUMNS,
};

extern const LedgerRecordType ledger_signed_paper_record_type;

/* The one that was added to a sign-off, borrowed; NULL: none. After a merge there may be several:
 * the first by id. */
LedgerRecord *ledger_signed_paper_find (LedgerDocument *document, const char *signoff_id);

G_END_DECLS
