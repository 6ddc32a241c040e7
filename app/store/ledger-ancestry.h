/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* Which edit is an ancestor of which (LOG 1). Edits lie on chains; only where a chain forks or
 * joins is noted how far each other chain is known, so that a year of edits with some merges stays
 * small. */
typedef struct _LedgerAncestry LedgerAncestry;

/* The whole log. Tolerates a damaged one: a prev that is missing or not smaller counts as none. */
LedgerAncestry *ledger_ancestry_load (LedgerLog *log, GError **error);
void ledger_ancestry_free (LedgerAncestry *self);
/* An edit contains itself. FALSE for unknown keys. */
gboolean ledger_ancestry_contains (LedgerAncestry *self, gint64 edit, gint64 ancestor);
/* How many edits nobody names as prev: 1 in a sound file. */
guint ledger_ancestry_get_n_tips (LedgerAncestry *self);
/* The largest key when it was loaded. */
gint64 ledger_ancestry_get_position (LedgerAncestry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerAncestry, ledger_ancestry_free)

G_END_DECLS
