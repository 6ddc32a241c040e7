/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-canonical.h"

G_BEGIN_DECLS

/* The sign-offs of one issue as facts for the workflow: their headers only, so that opening a
 * ledger need not keep the texts. */
typedef struct _LedgerSignoffList LedgerSignoffList;

LedgerSignoffList *
ledger_signoff_list_read (LedgerStore *store, const char *issue_id, GError **error);
/* Issue id to LedgerSignoffList*. */
GHashTable *ledger_signoff_list_read_all (LedgerStore *store, GError **error);
void ledger_signoff_list_free (LedgerSignoffList *list);

/* Owned by the list. LIST may be NULL: none. */
const LedgerSignoffFact *ledger_signoff_list_get_facts (LedgerSignoffList *list, guint *n_facts);
/* UTC ms of the sign-off, 0 where it is not in the list. */
gint64 ledger_signoff_list_get_time (LedgerSignoffList *list, const char *id);
/* The text of a sign-off from the reading, or NULL. */
char *ledger_signoff_list_dup_body (LedgerStore *store, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSignoffList, ledger_signoff_list_free)

G_END_DECLS
