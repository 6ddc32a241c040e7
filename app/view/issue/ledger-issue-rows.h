/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-issue-columns.h"

G_BEGIN_DECLS

/* The issues that the filter lets through, in the order of one column: a GListModel of LedgerIssue.
 * Keys are computed once per sort and compared as integers; every change is one items_changed over
 * the part that differs (DESIGN 5), and before it "rows-coming" or "rows-going" (guint) where there
 * will be more or fewer. After a refresh "rows-changed" names all issues whose facts differ
 * (GHashTable, a set of ids), so that whoever shows them writes them anew and keeps focus and
 * scroll. */
#define LEDGER_TYPE_ISSUE_ROWS (ledger_issue_rows_get_type ())
G_DECLARE_FINAL_TYPE (LedgerIssueRows, ledger_issue_rows, LEDGER, ISSUE_ROWS, GObject)

LedgerIssueRows *ledger_issue_rows_new (LedgerDocument *document, LedgerFilter *filter);
void ledger_issue_rows_sort (LedgerIssueRows *self, LedgerIssueColumn column, gboolean descending);
/* Place of an issue; G_MAXUINT where it is not shown. */
guint ledger_issue_rows_find (LedgerIssueRows *self, const char *issue_id);
/* Of the whole ledger, whatever the filter. */
guint ledger_issue_rows_get_n_all (LedgerIssueRows *self);

G_END_DECLS
