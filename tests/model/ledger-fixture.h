/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-gesture.h"

G_BEGIN_DECLS

/* A folder of its own for the test program and ledgers in it. `fixture_init` stands first in main:
 * settings then lie in the folder as well, and today is 2026-03-10. */
void fixture_init (int *argc, char ***argv);
int fixture_run (void);
/* A path in the folder that nothing bears yet. */
char *fixture_path (const char *name);

/* A new ledger in SCRIPT mode, actor 李敏. */
LedgerDocument *fixture_document (void);
LedgerDocument *fixture_open (const char *path, LedgerDocumentMode mode);
/* Commits EDIT (takes it), which must be written. */
void fixture_commit (LedgerDocument *document, LedgerEdit *edit);
/* The same as one record's fields: pairs of field and text, then NULL. */
void fixture_put (LedgerDocument *document, const char *type, const char *id, ...)
    G_GNUC_NULL_TERMINATED;
/* Gestures whose success is taken for granted. */
char *fixture_heading (LedgerDocument *document, const char *parent, const char *text);
char *fixture_issue (LedgerDocument *document, const char *heading, const char *text);
char *fixture_measure (LedgerDocument *document, const char *issue, const char *text);
/* Stages CONTENT and attaches it; MEASURE may be NULL. */
char *fixture_evidence (LedgerDocument *document,
                        const char *issue,
                        const char *measure,
                        const char *content);
void fixture_stage (LedgerDocument *document, const char *content, guint8 digest[32]);

/* Claims the issue: 办公室, 王建国, handler 张伟, reviewer 李敏. */
void fixture_claim (LedgerDocument *document, const char *issue);
/* A sign-off over the issue as it is, by SIGNER (a name), at TIME (UTC ms); its id. */
char *fixture_sign (LedgerDocument *document,
                    const char *issue,
                    LedgerStep step,
                    LedgerDecision decision,
                    const char *signer,
                    gint64 time);

/* A copy of the file, opened in SCRIPT mode: another PC's. */
LedgerDocument *fixture_copy (LedgerDocument *document);
/* Takes the whole log of OTHER in. */
void fixture_take_in (LedgerDocument *document, LedgerDocument *other);

/* Every loaded table and all facts as text, for comparing documents. */
char *fixture_dump (LedgerDocument *document);
/* Fails with the first line that differs. */
void fixture_assert_same (LedgerDocument *document, LedgerDocument *other);

G_END_DECLS
