/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-doubt.h"

#include "ledger-cell-address.h"

LedgerDoubt *
ledger_doubt_new (LedgerDoubtKind kind, guint row, guint column, char *text)
{
  LedgerDoubt *doubt = g_new0 (LedgerDoubt, 1);

  doubt->kind = kind;
  doubt->row = row;
  doubt->column = column;
  doubt->cell = ledger_cell_address_new (row, column);
  doubt->text = text;
  return doubt;
}

LedgerDoubt *
ledger_doubt_copy (const LedgerDoubt *doubt)
{
  LedgerDoubt *copy = g_memdup2 (doubt, sizeof *doubt);

  copy->cell = g_strdup (doubt->cell);
  copy->text = g_strdup (doubt->text);
  copy->proposal = g_strdup (doubt->proposal);
  return copy;
}

void
ledger_doubt_free (LedgerDoubt *doubt)
{
  g_free (doubt->cell);
  g_free (doubt->text);
  g_free (doubt->proposal);
  g_free (doubt);
}
