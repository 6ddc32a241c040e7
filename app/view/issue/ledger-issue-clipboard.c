/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-clipboard.h"

#include <glib/gi18n-lib.h>

#include "ledger-clipboard-table.h"
#include "ledger-issue-columns.h"

/* The table may come back by Ctrl+V, into this ledger or another: what it says must be read as it
 * was meant. So a deadline stands alone and as it was written, and a head over figures is none that
 * an import knows (措施 would make a measure “0/1”). */
#define N_CELLS (LEDGER_N_ISSUE_COLUMNS + 1)

static void
copy_heads (LedgerTableCopy *copy)
{
  const char *titles[N_CELLS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    titles[i] = ledger_issue_column_get_title ((LedgerIssueColumn)i);
  titles[LEDGER_ISSUE_COLUMN_MEASURES] = C_ ("column", "Carried out");
  titles[LEDGER_N_ISSUE_COLUMNS] = C_ ("column", "Warning");
  ledger_table_copy_add_head (copy, titles);
}

static void
copy_cells (LedgerTableCopy *copy, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  char *cells[N_CELLS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    cells[i] = ledger_issue_column_dup_text ((LedgerIssueColumn)i, document, facts);
  cells[LEDGER_N_ISSUE_COLUMNS] =
      ledger_issue_facts_describe_light (facts, ledger_document_get_today (document));
  ledger_table_copy_add_row (copy, (const char *const *)cells);
  for (guint i = 0; i < N_CELLS; i++)
    g_free (cells[i]);
}

gboolean
ledger_issue_clipboard_copy (GtkWidget *widget, LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const char *const *ids = ledger_session_get_selection (session);
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (N_CELLS);

  copy_heads (copy);
  for (guint n = 0; ids[n] != NULL; n++)
    copy_cells (copy, document, ledger_document_get_facts (document, ids[n]));
  return ledger_clipboard_table_put (widget, session, copy);
}
