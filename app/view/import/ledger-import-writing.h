/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* How a plan gets into a ledger. Both work in a job of JOBS: 10,000 problems take a moment. PLAN is
 * borrowed until the callback; nobody may change its lines meanwhile. */

/* What the page asks beside the list; written by the same edit. */
typedef struct
{
  const char *unit;        /* or NULL */
  LedgerDay report_due;    /* or LEDGER_DAY_NONE */
  LedgerDay feedback_date; /* or LEDGER_DAY_NONE */
  const char *actor;       /* who is at the keyboard */
} LedgerImportRound;

/* Makes a ledger in FOLDER, named after unit and year (a number behind it where the name is taken),
 * enters the actor among its people and imports there: one edit. Nothing is left where that fails.
 */
void ledger_import_writing_make_ledger (LedgerTaskQueue *jobs,
                                        LedgerImportPlan *plan,
                                        const LedgerImportRound *round,
                                        const char *folder,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
/* The ledger made, or NULL. *DOCUMENT (out): it, open as a window has it; NULL where that needs to
 * be asked for as of any other file. */
GFile *ledger_import_writing_make_ledger_finish (GAsyncResult *result,
                                                 LedgerDocument **document,
                                                 GError **error);

/* The edit that imports into the ledger at PATH, to be committed by the caller; it is refused as
 * STALE where the ledger changed meanwhile. */
void ledger_import_writing_make_edit (LedgerTaskQueue *jobs,
                                      LedgerImportPlan *plan,
                                      const LedgerImportRound *round,
                                      const char *path,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
LedgerEdit *ledger_import_writing_make_edit_finish (GAsyncResult *result, GError **error);

/* "某市某局2026年": no character that file systems refuse. UNIT may be NULL. */
char *ledger_import_writing_dup_name (const char *unit, int year);

G_END_DECLS
