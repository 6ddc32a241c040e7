/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-evidence-import.h"
#include "ledger-session.h"

G_BEGIN_DECLS

/* A chosen scan goes into the ledger's chunks on the queue for jobs, before the edit that names it
 * is made (LOG 11): nothing waits, and the strip says so meanwhile. What is staged and not named
 * by an edit is cleared away when the ledger is next opened.
 *
 * DONE gets the staged file, borrowed: where its `error` is set, that is the sentence. */
typedef void (*LedgerScanKept) (const LedgerStagedFile *file, gpointer data);
void
ledger_scan_keeping_start (LedgerSession *session, GFile *scan, LedgerScanKept done, gpointer data);

G_END_DECLS
