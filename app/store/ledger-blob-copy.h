/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store-room.h"

G_BEGIN_DECLS

/* Bytes of evidence from one file to another that lacks them or has them damaged (LOG 15). What is
 * damaged in the first stays there, whatever it is in the second. Zeroed before use. */
typedef struct
{
  guint n_added;
  guint n_healed;    /* were damaged or missing, though operations here name them */
  GArray *rows;      /* gint64: keys of new rows that are not marked as named yet */
  GHashTable *named; /* set of GBytes: digests that operations here name; NULL until asked for */
} LedgerBlobCopy;

void ledger_blob_copy_clear (LedgerBlobCopy *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LedgerBlobCopy, ledger_blob_copy_clear)

/* From FROM to TO, in staged batches, each checked against its digest before. Damaged bytes here
 * are healed at once: a digest says all about them, whatever becomes of the rest. */
gboolean ledger_blob_copy_all (LedgerBlobCopy *self,
                               LedgerStore *to,
                               LedgerStore *from,
                               LedgerProgress *progress,
                               GCancellable *cancellable,
                               GError **error);
/* Marks the new rows as named, inside a transaction. */
gboolean ledger_blob_copy_name (LedgerBlobCopy *self, LedgerLog *log, GError **error);
/* Gives them back where nothing is going to name them. */
void ledger_blob_copy_give_back (LedgerBlobCopy *self, LedgerLog *log);

G_END_DECLS
