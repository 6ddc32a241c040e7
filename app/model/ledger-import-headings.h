/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The headings that an import finds in the ledger, by present wording or by the wording that an
 * earlier import wrote, so that a heading renamed by hand is found again. */
typedef struct _LedgerImportHeadings LedgerImportHeadings;

/* DOCUMENT may be NULL: none. */
LedgerImportHeadings *ledger_import_headings_new (LedgerDocument *document);
void ledger_import_headings_free (LedgerImportHeadings *headings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerImportHeadings, ledger_import_headings_free)

/* The heading of one level under PARENT_ID (NULL: the top), or NULL. */
const char *ledger_import_headings_find (LedgerImportHeadings *headings,
                                         const char *parent_id,
                                         const char *text);
/* The last heading of a whole path; NULL where the path is empty or not wholly there. */
const char *ledger_import_headings_resolve (LedgerImportHeadings *headings,
                                            const char *const *path);
/* Remembers a heading that the edit under way makes; takes a copy of ID, which it returns. */
const char *ledger_import_headings_add (LedgerImportHeadings *headings,
                                        const char *parent_id,
                                        const char *text,
                                        const char *id);

G_END_DECLS
