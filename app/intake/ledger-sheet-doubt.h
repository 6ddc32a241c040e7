/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What should be looked at (需核对), all at once; each with what is done unless a person says
 * otherwise. Nothing of it blocks an import. */
typedef enum
{
  LEDGER_DOUBT_DEADLINE, /* proposal: a canonical deadline */
  LEDGER_DOUBT_SPLIT,    /* proposal: the measures apart; declined: one measure */
  LEDGER_DOUBT_NUMBER,   /* a number that stands twice */
  LEDGER_DOUBT_ERROR,    /* #REF!, #N/A … in a cell that is imported */
  LEDGER_DOUBT_HIDDEN,   /* hidden rows or columns are named */
  LEDGER_DOUBT_LEFT_OUT, /* a row that is no problem: 合计, 填报人 … */
  LEDGER_DOUBT_ENCODING,
  LEDGER_DOUBT_PAIR, /* a new row that may be a problem the ledger has */
} LedgerDoubtKind;

typedef struct
{
  LedgerDoubtKind kind;
  guint row;
  guint column;
  char *cell;     /* "E4"; a column "G" or row "12" for hidden ones */
  char *text;     /* the sentence, without the cell's name */
  char *proposal; /* what is taken, editable by answer(); NULL where there is nothing to choose */
} LedgerDoubt;

/* About the cell at (ROW, COLUMN); TEXT is taken. */
LedgerDoubt *ledger_doubt_new (LedgerDoubtKind kind, guint row, guint column, char *text);
LedgerDoubt *ledger_doubt_copy (const LedgerDoubt *doubt);
void ledger_doubt_free (LedgerDoubt *doubt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerDoubt, ledger_doubt_free)

G_END_DECLS
