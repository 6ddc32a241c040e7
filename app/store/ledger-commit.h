/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-apply.h"
#include "ledger-edit.h"

G_BEGIN_DECLS

/* One edit into the log and the reading: BEGIN IMMEDIATE … COMMIT (LOG 1, 2, 12). TARGET: 32 bytes,
 * what an undo or redo is about, else NULL. *WRITTEN (may be NULL) is FALSE where nothing remained
 * to be written. HASH (out, may be NULL): 64 hex digits. After a failure the file is as before. */
gboolean ledger_commit_edit (LedgerLog *log,
                             LedgerApply *apply,
                             LedgerEdit *edit,
                             const guint8 *target,
                             gboolean *written,
                             char **hash,
                             GError **error);

/* The first edit of a new file, and the edit that joins OTHER_TIP with the tip of this file: no
 * operations. Inside the caller's transaction, with LOG's tip still this file's own; it becomes the
 * tip. OTHER_TIP 0: the first edit. */
gboolean ledger_commit_bare (LedgerLog *log,
                             LedgerEditKind kind,
                             gint64 other_tip,
                             const char *title,
                             const char *actor,
                             const char *desk,
                             GError **error);

G_END_DECLS
