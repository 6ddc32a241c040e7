/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

G_BEGIN_DECLS

/* What hangs on an issue, counted by the database, so that opening a ledger need not load measures
 * and proof. */
typedef struct
{
  guint n_measures;
  guint n_measures_done;
  guint n_measures_without_evidence;
  guint n_evidence; /* of the issue, and shared proof linked to its measures */
  guint n_unfiled;  /* linked to no measure */
} LedgerIssueCounts;

/* Zeros for an issue on which nothing hangs. Both fail only where the store does. */
gboolean ledger_issue_counts_read (LedgerStore *store,
                                   const char *issue_id,
                                   LedgerIssueCounts *counts,
                                   GError **error);
/* A table of issue id to LedgerIssueCounts*; issues on which nothing hangs are not in it. */
GHashTable *ledger_issue_counts_read_all (LedgerStore *store, GError **error);

G_END_DECLS
