/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-log.h"
#include "ledger-progress.h"

G_BEGIN_DECLS

/* Every hash of the log and everything that the hashes lean on (LOG 2, 15): names, records, parts,
 * edits, the shape of the history, parents. Appends a LedgerDamage for each fault; more than a
 * hundred are summed up. BLOBS (out, may be NULL): the digests that operations name, as a set of
 * GBytes. FALSE with ERROR where the check itself failed or was cancelled. */
gboolean ledger_log_check (LedgerLog *log,
                           GPtrArray *damages,
                           GHashTable **blobs,
                           LedgerProgress *progress,
                           GCancellable *cancellable,
                           GError **error);

/* A new list of LedgerDamage, and an addition to it. FORMAT is for people. */
GPtrArray *ledger_log_check_list_new (void);
void ledger_log_check_add (GPtrArray *damages, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* FALSE with LEDGER_ERROR_DAMAGED, saying the first of DAMAGES about the file at PATH; TRUE where
 * the list is empty. */
gboolean ledger_log_check_refuse (GPtrArray *damages, const char *path, GError **error);

G_END_DECLS
