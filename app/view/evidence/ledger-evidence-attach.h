/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* Files become evidence in the window: read, inspected and staged on the ledger's queue for jobs,
 * told in the strip with 取消, then one edit, one toast with [撤销]. What is there already is not
 * added again; what cannot be taken is told by its own sentence while the others go on.
 *
 * NEAR is any widget in the window: its window carries the actions of the strip and the toast, and
 * is the parent of the file chooser. MEASURE_ID NULL: the files become 待归入, and the first one is
 * opened. Nothing here blocks. */

/* FILES: GListModel of GFile (what a drop, a chooser or the clipboard gave). Where the ledger is
 * read-only, a toast says so. */
void ledger_evidence_attach_files (GtkWidget *near,
                                   LedgerSession *session,
                                   const char *issue_id,
                                   const char *measure_id,
                                   GListModel *files);
/* Ctrl+E: asks for files first. */
void ledger_evidence_attach_choose (GtkWidget *near,
                                    LedgerSession *session,
                                    const char *issue_id,
                                    const char *measure_id);
/* Whether files are being added to this session's ledger now. */
gboolean ledger_evidence_attach_is_running (LedgerSession *session);

G_END_DECLS
