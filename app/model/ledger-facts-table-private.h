/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-facts-maker.h"
#include "ledger-facts-table.h"

G_BEGIN_DECLS

/* What computing and adopting share of the table; nobody else includes it. */
typedef struct
{
  LedgerIssueFacts facts; /* first: what is handed out */
  LedgerIssueCounts counts;
  LedgerSignoffList *signoffs; /* NULL: none */
  LedgerIssueNames names;      /* keep what `facts` points to */
  gboolean compared;           /* changed_since is known */
} LedgerFactsEntry;

struct _LedgerFactsTable
{
  LedgerDocument *document; /* not owned */
  GHashTable *entries;      /* issue id to LedgerFactsEntry */
  LedgerFactsMaker *maker;
  GHashTable *conflicts; /* set of issue ids */
  GHashTable *changed;   /* set of issue ids */
  gboolean comparing;
  guint generation; /* grows with everything that is computed */
};

void ledger_facts_entry_free (gpointer entry);
/* The facts of the issue ID differ. */
void ledger_facts_table_note_change (LedgerFactsTable *self, const char *id);

G_END_DECLS
