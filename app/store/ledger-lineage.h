/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"

G_BEGIN_DECLS

/* Who belongs to whom and which deletions hold, computed from the operations of the whole log (LOG
 * 10). A pure function of their set: the shown values of parent columns make a forest with, after a
 * merge, perhaps circles, which end every walk at the record where it began.
 *
 * A deletion's value is a digest over what was seen: zgl-deleted-1, then for every head of the
 * record (its field "deleted" left out) and of all its living descendants a line "head" with "hash
 * type id field", sorted bytewise; in place of the hash stands "self" for operations of the
 * deleting edit itself, whose hash is not known yet. A record is deleted while no head of its field
 * "deleted" is none and one of them equals the digest as it would be now. */
typedef struct _LedgerLineage LedgerLineage;

/* Reads all parents and deletions: one pass over the operations. */
LedgerLineage *ledger_lineage_load (LedgerLog *log, GError **error);
void ledger_lineage_free (LedgerLineage *self);

/* FALSE where nothing in the log was ever deleted: then everything lives, no load is needed. */
gboolean ledger_lineage_any_deleted (LedgerLog *log, gboolean *any, GError **error);

/* Neither deleted nor below something deleted. */
gboolean
ledger_lineage_is_living (LedgerLineage *self, gint64 record, gboolean *living, GError **error);
/* Adds RECORD and everything below it, living or not, to SET (gint64 keys of the hash's own). */
void ledger_lineage_collect (LedgerLineage *self, gint64 record, GHashTable *set);

/* The digest for MEMBERS (gint64): ROOT and its living descendants, as seen by EDIT. */
gboolean ledger_lineage_digest (
    LedgerLog *log, gint64 root, GArray *members, gint64 edit, guint8 digest[32], GError **error);

/* A set of keys. */
GHashTable *ledger_lineage_set_new (void);
gboolean ledger_lineage_set_add (GHashTable *set, gint64 key);
gboolean ledger_lineage_set_has (GHashTable *set, gint64 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLineage, ledger_lineage_free)

G_END_DECLS
