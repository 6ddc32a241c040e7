/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-ids.h"

G_DEFINE_BOXED_TYPE (LedgerEvidenceIds, ledger_evidence_ids, g_strdupv, g_strfreev)
