/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-workflow.h"

G_BEGIN_DECLS

/* Signatures of the sample, by the people of the claim. TIME stands in the text that is signed: the
 * sample lies around its own today, which is another day than the clock's in tests. */
gboolean ledger_sample_agree (
    LedgerDocument *document, const char *issue_id, LedgerStep step, gint64 time, GError **error);
/* By the reviewer. */
gboolean
ledger_sample_return (LedgerDocument *document, const char *issue_id, gint64 time, GError **error);

G_END_DECLS
