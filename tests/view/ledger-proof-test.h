/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-view-test.h"

G_BEGIN_DECLS

/* A ledger with proof, for the tests of its widgets. */

/* The id of the first issue with at least N measures. */
char *ledger_proof_test_find_issue (LedgerDocument *document, guint n_measures);
/* The id of its measure at PLACE (from 1). */
const char *
ledger_proof_test_get_measure (LedgerDocument *document, const char *issue_id, guint place);
/* Adds measures so that ISSUE_ID has N; closes nothing. DOCUMENT is in SCRIPT mode. */
void
ledger_proof_test_add_measures (LedgerDocument *document, const char *issue_id, guint n_measures);
/* Attaches files of tests/data (NULL-terminated "pdf/a.pdf") to PLACE, 0: 待归入. SCRIPT mode. */
void ledger_proof_test_attach (LedgerDocument *document,
                               const char *issue_id,
                               guint place,
                               const char *const *names);
/* A file of N pages, each saying its number, at FOLDER/NAME; the pages of a PDF written by hand. */
char *ledger_proof_test_write_pdf (const char *folder, const char *name, guint n_pages);
/* Attaches files by their whole path. */
void ledger_proof_test_attach_paths (LedgerDocument *document,
                                     const char *issue_id,
                                     guint place,
                                     const char *const *paths);

/* A window on an issue that is selected in 问题台账. */
typedef struct
{
  LedgerWindow *window;
  LedgerDocument *document;
  LedgerSession *session;
  char *issue;
} LedgerProofScene;

/* The issue has N measures, the first of them files of tests/data (NAMES, may be NULL). */
void ledger_proof_scene_open (LedgerViewTest *test,
                              LedgerProofScene *scene,
                              guint n_measures,
                              const char *const *names);
void ledger_proof_scene_close (LedgerProofScene *scene);
/* A widget in the window, as ledger_view_test_find(). */
GtkWidget *ledger_proof_scene_find (LedgerProofScene *scene, GType type, const char *words);

G_END_DECLS
