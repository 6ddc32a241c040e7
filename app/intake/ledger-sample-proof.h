/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-sample-list.h"

G_BEGIN_DECLS

/* Typesets proof for measures of the sample that are done and attaches it as a person would, one
 * after the other. */
typedef struct _LedgerSampleProof LedgerSampleProof;

LedgerSampleProof *
ledger_sample_proof_new (LedgerDocument *document, const char *unit, GError **error);
void ledger_sample_proof_free (LedgerSampleProof *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSampleProof, ledger_sample_proof_free)

/* What waits or is done needs its proof; of the work under way a few have some. */
gboolean ledger_sample_proof_is_due (LedgerSampleList *list, guint row);
/* PLACE: of the measure in its issue, from 0. */
gboolean ledger_sample_proof_attach (LedgerSampleProof *self,
                                     const char *issue_id,
                                     const char *measure_id,
                                     guint place,
                                     GError **error);

G_END_DECLS
