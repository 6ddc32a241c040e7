/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How like a row of a list is to an issue that the ledger has, and which of them to offer as pairs
 * (LOG 14). Pure: no ledger, no order of a hash table in the result. */

/* One side of a pair; all texts borrowed. */
typedef struct
{
  const char *text;
  const char *heading; /* the same string for the same heading, or NULL */
  const char *number;  /* as the list writes it, or NULL */
} LedgerImportSide;

typedef struct
{
  guint row;      /* index among the rows */
  guint issue;    /* index among the issues */
  guint likeness; /* per cent */
} LedgerImportLikeness;

/* 0 to 100: the share of pairs of neighbouring characters that the folded wordings have in common,
 * of both and of the shorter one (a wording grows when it is made exact), and a little more for the
 * same heading and the same number. Symmetric. */
guint ledger_import_likeness_compare (const LedgerImportSide *a, const LedgerImportSide *b);

/* The pairs worth a person's look, best first, then in the order of the rows; each side stands in
 * at most one. Only the likest issues of each row are looked at closely, by what not hundreds
 * of others say too: 10,000 rows against 10,000 issues stay a matter of a moment. Elements
 * LedgerImportLikeness. */
GArray *ledger_import_likeness_propose (const LedgerImportSide *rows,
                                        guint n_rows,
                                        const LedgerImportSide *issues,
                                        guint n_issues);

G_END_DECLS
