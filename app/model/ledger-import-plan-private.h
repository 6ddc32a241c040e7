/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* What planning and writing an import share. */
struct _LedgerImportPlan
{
  LedgerDocument *document; /* while it is being made */
  GPtrArray *rows;          /* LedgerImportIssue */
  GPtrArray *lines;         /* LedgerImportLine */
  GPtrArray *pairs;         /* LedgerImportPair */
  guint n_absent;           /* issues of the ledger that no row means */
  GHashTable *pair_of;      /* LedgerImportIssue to LedgerImportPair, both borrowed */
};

G_END_DECLS
