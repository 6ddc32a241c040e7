/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-canonical.h"

G_BEGIN_DECLS

/* One act of the chain 承办 → 审核 → 签批: a single write-once text (LOG 7), read through
 * ledger-canonical.h. 撤回, delegation and revocation are further records. */
#define LEDGER_TYPE_SIGNOFF (ledger_signoff_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoff, ledger_signoff, LEDGER, SIGNOFF, LedgerRecord)

/* Places in the column table `ledger_signoff_record_type`, in its order. */
enum
{
  LEDGER_SIGNOFF_ISSUE,
  LEDGER_SIGNOFF_BODY,
  LEDGER_SIGNOFF_N_COLUMNS,
};

/* The header of the text, or NULL where the text is none (a finding of verify). */
const LedgerSignoffText *ledger_signoff_get_header (LedgerSignoff *self);

extern const LedgerRecordType ledger_signoff_record_type;

G_END_DECLS
