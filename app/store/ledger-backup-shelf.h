/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

G_BEGIN_DECLS

/* The copies that the program makes of its own accord (LOG 15): in a folder NAME-备份 beside the
 * ledger, called NAME-WORD-20260305-091500.zgl, of which three of a word are kept. */

/* The folder; it need not be there. */
char *ledger_backup_shelf_dup_folder (const char *path);
/* Makes one verified copy and takes away those of its WORD (for people, part of the name) that are
 * too old. *COPY (out, may be NULL): its path. */
gboolean ledger_backup_shelf_add (LedgerStore *self,
                                  LedgerBackupKind kind,
                                  const char *word,
                                  GDateTime *now,
                                  char **copy,
                                  LedgerProgress *progress,
                                  GCancellable *cancellable,
                                  GError **error);
/* A log copy where there is none of today, a full one where there is none of the last seven days
 * and the disk has more free than twice the file. *N_MADE (out, may be NULL). SELF may be open for
 * reading: a job does this on a connection of its own. */
gboolean ledger_backup_shelf_keep (LedgerStore *self,
                                   GDateTime *now,
                                   guint *n_made,
                                   LedgerProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
