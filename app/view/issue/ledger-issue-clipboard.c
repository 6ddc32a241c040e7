/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-clipboard.h"

#include <glib/gi18n-lib.h>

#include "ledger-issue-columns.h"
#include "ledger-table-copy.h"

static void
copy_cells (LedgerTableCopy *copy, LedgerDocument *document, const LedgerIssueFacts *facts)
{
  char *cells[LEDGER_N_ISSUE_COLUMNS];

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    cells[i] = ledger_issue_column_dup_text ((LedgerIssueColumn)i, document, facts);
  ledger_table_copy_add_row (copy, FALSE, (const char *const *)cells);
  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    g_free (cells[i]);
}

static void
put_on_clipboard (GtkWidget *widget, LedgerTableCopy *copy)
{
  g_autofree char *text = ledger_table_copy_to_text (copy);
  g_autofree char *html = ledger_table_copy_to_html (copy);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  both = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

gboolean
ledger_issue_clipboard_copy (GtkWidget *widget, LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  const char *const *ids = ledger_session_get_selection (session);
  g_autoptr (LedgerTableCopy) copy = ledger_table_copy_new (LEDGER_N_ISSUE_COLUMNS);
  const char *titles[LEDGER_N_ISSUE_COLUMNS];
  g_autofree char *toast = NULL;
  guint n;

  for (guint i = 0; i < LEDGER_N_ISSUE_COLUMNS; i++)
    titles[i] = ledger_issue_column_get_title ((LedgerIssueColumn)i);
  ledger_table_copy_add_row (copy, TRUE, titles);
  for (n = 0; ids[n] != NULL; n++)
    copy_cells (copy, document, ledger_document_get_facts (document, ids[n]));
  if (n == 0)
    return FALSE;
  put_on_clipboard (widget, copy);
  toast = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Copied %u row, can be pasted into a table",
                                        "Copied %u rows, can be pasted into a table",
                                        n),
                           n);
  ledger_session_toast (session, toast, NULL, NULL, NULL);
  return TRUE;
}
