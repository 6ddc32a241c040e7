/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-pairs.h"

#include <glib/gi18n-lib.h>

#include "ledger-text.h"

#define LONGEST 60 /* columns of the other wording; the place in the list shows the rest */

static char *
dup_sentence (const LedgerImportPair *pair)
{
  g_autofree char *line = g_strdup (pair->text != NULL ? pair->text : "");
  g_autofree char *text = NULL;

  g_strdelimit (line, "\n", ' ');
  text = ledger_text_ellipsize (line, LONGEST);
  return g_strdup_printf (_ ("Perhaps the same problem as %s “%s”; taken as a new one."),
                          pair->number != NULL ? pair->number : "",
                          text);
}

GPtrArray *
ledger_sheet_pairs_tell (LedgerImportPlan *plan, const LedgerSheetLayout *layout)
{
  const GPtrArray *pairs = ledger_import_plan_get_pairs (plan);
  const int column = ledger_sheet_layout_find (layout, LEDGER_ROLE_ISSUE, 0);
  GPtrArray *doubts = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_doubt_free);

  for (guint i = 0; i < pairs->len; i++)
    {
      const LedgerImportPair *pair = g_ptr_array_index (pairs, i);

      if (pair->decision == LEDGER_IMPORT_UNDECIDED)
        g_ptr_array_add (
            doubts,
            ledger_doubt_new (
                LEDGER_DOUBT_PAIR, pair->row->row, (guint)MAX (column, 0), dup_sentence (pair)));
    }
  return doubts;
}
