/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-clipboard.h"

#include "ledger-clipboard-table.h"
#include "ledger-issue-columns.h"

static void
copy_cells (LedgerTableCopy *copy, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  char *cells[LEDGER_N_ISSUE_COLUMNS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    cells[i] = ledger_issue_column_dup_text ((LedgerIssueColumn)i, document, facts);
  ledger_table_copy_add_row (copy, (const char *const *)cells);
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    g_free (cells[i]);
}

gboolean
ledger_issue_clipboard_copy (GtkWidget *widget, LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const char *const *ids = ledger_session_get_selection (session);
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (LEDGER_N_ISSUE_COLUMNS);
  const char *titles[LEDGER_N_ISSUE_COLUMNS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    titles[i] = ledger_issue_column_get_title ((LedgerIssueColumn)i);
  ledger_table_copy_add_head (copy, titles);
  for (guint n = 0; ids[n] != NULL; n++)
    copy_cells (copy, document, ledger_document_get_facts (document, ids[n]));
  return ledger_clipboard_table_put (widget, session, copy);
}
