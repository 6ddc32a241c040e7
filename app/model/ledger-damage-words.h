/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* A fault that the check found, in the office's words. The store knows records and fields by the
 * log's names only; with the ledger at hand a fault of the tables says 问题1.2.3的“整改措施”.
 * DOCUMENT may be NULL, for a ledger that could not be opened: the sentence is then the store's. */
char *ledger_damage_words_describe (LedgerDocument *document, const LedgerDamage *damage);
/* Table, row and field for whoever looks into the file; NULL where it is about none. */
char *ledger_damage_words_dup_row (const LedgerDamage *damage);

G_END_DECLS
