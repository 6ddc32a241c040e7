/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* A spreadsheet dropped on an issue: most are the list, few are proof. */

/* The one spreadsheet that FILES (of a GdkFileList) are, or NULL: several files are proof, whatever
 * they are. Borrowed. */
GFile *ledger_dropped_list_find (GSList *files);
/* Opens the import page with it, and offers in a toast to make it proof instead, where it was
 * dropped: on MEASURE_ID, or NULL elsewhere on the issue. NEAR: the widget it was dropped on. */
void ledger_dropped_list_open (GtkWidget *near,
                               LedgerSession *session,
                               GFile *file,
                               const char *issue_id,
                               const char *measure_id);

G_END_DECLS
