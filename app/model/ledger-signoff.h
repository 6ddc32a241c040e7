/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-canonical.h"

G_BEGIN_DECLS

/* One act of the chain 承办 → 审核 → 签批: a single write-once text (LOG 7), read through
 * ledger-canonical.h. 撤回, delegation and revocation are further records.
 *
 * Beside the text of a signature on paper stands, where it was at hand, the scan of that paper:
 * bytes by their digest, the file's own name, its pages and what the inspection found. They are
 * columns of the record and not lines of the text: builders of texts are added, never edited, and a
 * text speaks of the matter, not of the paper. Nothing is lost by that: both are written once, by
 * the same edit, into the same part, so that the edit's hash holds scan and text together; the
 * store takes only a digest whose bytes are complete, never collects them, and `verify` reads them.
 * A program that does not know the columns keeps them in its log and reads the same text. */
#define LEDGER_TYPE_SIGNOFF (ledger_signoff_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoff, ledger_signoff, LEDGER, SIGNOFF, LedgerRecord)

/* Places in the column table `ledger_signoff_record_type`, in its order. */
enum
{
  LEDGER_SIGNOFF_ISSUE,
  LEDGER_SIGNOFF_BODY,
  LEDGER_SIGNOFF_SCAN,
  LEDGER_SIGNOFF_SCAN_NAME,
  LEDGER_SIGNOFF_SCAN_PAGES,
  LEDGER_SIGNOFF_SCAN_VERDICT,
  LEDGER_SIGNOFF_N_COLUMNS,
};

/* The header of the text, or NULL where the text is none (a finding of verify). */
const LedgerSignoffText *ledger_signoff_get_header (LedgerSignoff *self);
/* Whether the signed paper itself is kept. */
gboolean ledger_signoff_has_scan (LedgerSignoff *self);

extern const LedgerRecordType ledger_signoff_record_type;

G_END_DECLS
