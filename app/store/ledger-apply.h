/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"
#include "ledger-rows.h"

G_BEGIN_DECLS

/* Operations → reading. One road for live edit, undo, merge and rebuild (LOG 5): a row is always
 * computed from the heads in the log, never from what the edit said. Only living records have rows.
 */
typedef struct _LedgerApply LedgerApply;

/* LOG must outlive it. */
LedgerApply *ledger_apply_new (LedgerLog *log);
void ledger_apply_free (LedgerApply *self);

/* A field that an edit wrote. */
typedef struct
{
  gint64 record;
  gint64 field;
} LedgerApplyTouch;

/* Brings the reading up to date after operations were added. TOUCHES (LedgerApplyTouch) are put in
 * order; FIRST_NEW is the first record made with them (G_MAXINT64: none), whose rows are made as a
 * whole. Inside a transaction. */
gboolean
ledger_apply_touched (LedgerApply *self, GArray *touches, gint64 first_new, GError **error);

/* Appends ROOT and the records below it that have rows, except those in SKIP, to MEMBERS (gint64).
 * Nothing where ROOT itself has no row. */
gboolean ledger_apply_collect_living (
    LedgerApply *self, gint64 root, GHashTable *skip, GArray *members, GError **error);
/* After the operations that delete ROOTS (a set) are in the log: takes the rows MEMBERS out. */
gboolean
ledger_apply_deleted (LedgerApply *self, GHashTable *roots, GArray *members, GError **error);

/* TOUCHED (a set), by the edits after SINCE, and everything that may have appeared or vanished with
 * a deletion among or above them. */
gboolean ledger_apply_widen (LedgerApply *self, GHashTable *touched, gint64 since, GError **error);

LedgerRows *ledger_apply_get_rows (LedgerApply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerApply, ledger_apply_free)

G_END_DECLS
