/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-import-plan.h"

G_BEGIN_DECLS

/* Which cell of a row belongs to which field, and the three-way comparison of one (LOG 14). */
typedef enum
{
  LEDGER_IMPORT_CELL_TEXT,
  LEDGER_IMPORT_CELL_DEADLINE,
  LEDGER_IMPORT_CELL_PERSON,
  LEDGER_IMPORT_CELL_DEPARTMENT,
} LedgerImportCellKind;

typedef struct
{
  const char *type;
  const char *field;
  LedgerImportCellKind kind;
  gsize offset; /* of the char* in LedgerImportIssue or LedgerImportMeasure */
} LedgerImportCell;

/* The cells of a type: "issue", "claim" (both of an issue's row), "measure". */
const LedgerImportCell *ledger_import_cells_of (const char *type, guint *n);
const LedgerImportCell *ledger_import_cell_find (const char *type, const char *field);
/* The content of CELL in ROW or, for a measure's cell, in MEASURE; NULL where the sheet says
 * nothing. Names for persons and departments, canonical text for deadlines. */
char *ledger_import_cell_dup (const LedgerImportCell *cell,
                              const LedgerImportIssue *row,
                              const LedgerImportMeasure *measure);

/* CONTENT against record ID: UNCHANGED, UPDATED or KEPT; *BEFORE (out): the present value, names
 * for ids. */
LedgerImportFate ledger_import_cell_compare (const LedgerImportCell *cell,
                                             LedgerDocument *document,
                                             const char *id,
                                             const char *content,
                                             char **before);

G_END_DECLS
