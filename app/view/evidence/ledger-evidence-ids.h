/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Ids of evidence as a boxed value of a type of its own, so that nothing but our own drops takes
 * them. A pointer to it is a GStrv. */
typedef char *LedgerEvidenceIds;
#define LEDGER_TYPE_EVIDENCE_IDS (ledger_evidence_ids_get_type ())
GType ledger_evidence_ids_get_type (void);

G_END_DECLS
