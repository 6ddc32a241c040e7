/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-archive.h"

G_BEGIN_DECLS

/* The relationships of one part: which other parts it names, by id and by kind. */
typedef struct _LedgerXlsxRelations LedgerXlsxRelations;

/* PART may be "" for the package itself. A part without relationships has an empty list. */
LedgerXlsxRelations *ledger_xlsx_relations_read (LedgerArchive *archive,
                                                 const char *part,
                                                 LedgerReadBudget *budget,
                                                 GError **error);
void ledger_xlsx_relations_free (LedgerXlsxRelations *relations);

/* The part that the relationship ID names, if it is of KIND: the last word of its type
 * ("worksheet", the same in the strict and the transitional form); NULL else. */
const char *
ledger_xlsx_relations_find (const LedgerXlsxRelations *relations, const char *id, const char *kind);
/* The first part of that kind; NULL if there is none. */
const char *ledger_xlsx_relations_find_kind (const LedgerXlsxRelations *relations,
                                             const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerXlsxRelations, ledger_xlsx_relations_free)

G_END_DECLS
