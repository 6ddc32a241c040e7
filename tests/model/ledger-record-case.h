/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-record.h"

G_BEGIN_DECLS

/* What every record promises. NAMES: the column names that are in ledgers already, in their order
 * and for ever, separated by blanks; new ones may follow (LOG 2). Checks also that each column is a
 * property of the right kind, that every reference names a type of the reading and that `id` bears
 * the record's. */
void record_case_check (GType gtype, const char *names);

/* A record with fields: name and text pairs, then NULL; integers are written as texts. */
LedgerRecord *record_case_new (GType gtype, const char *id, ...) G_GNUC_NULL_TERMINATED;
/* Whether each record comes before the next in the type's own order. Takes the records. */
void record_case_sorted (LedgerRecord *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
