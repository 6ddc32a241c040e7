/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue.h"

#include "ledger-number.h"

#include <glib/gi18n-lib.h>

struct _LedgerIssue
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerIssue, ledger_issue, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "heading", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("heading"), "heading" },
  { "number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_SHOWN, N_ ("number") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("problem") },
  { "original", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_WRITE_ONCE, N_ ("original wording") },
  { "sheet_number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("number in the list") },
  { "source", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("source") },
  { "deadline_class", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_COMPARED, N_ ("deadline class") },
  { "due", LEDGER_COLUMN_DEADLINE, LEDGER_COLUMN_COMPARED, N_ ("deadline") },
  { "target", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("target") },
  { "root_cause", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("root cause") },
  { "generalise_check", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("wider check") },
  { "result", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_COMPARED, N_ ("result") },
  { "visibility", LEDGER_COLUMN_CHOICE, LEDGER_COLUMN_PLAIN, N_ ("visibility") },
  { "sheet_progress", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("progress in the list") },
  { "remark", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("remark") },
  { "started", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("started on") },
  { "continued",
    LEDGER_COLUMN_DATE,
    LEDGER_COLUMN_PLAIN,
    N_ ("turned into long-term rectification on") },
  { "closed", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("closed by the superior on") },
  { "closed_document", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("closing document") },
  { "reopened", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("reopened on") },
  { "closed_by", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("closed by") },
  { "reopened_over",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_HIDDEN,
    N_ ("last sign-off before the rebound"),
    "signoff" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_ISSUE_N_COLUMNS);

const LedgerRecordType ledger_issue_record_type = {
  .name = "issue",
  .word = N_ ("problem"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* By number, the unnumbered last. */
static char *
dup_order (LedgerRecord *self)
{
  const char *rank = ledger_record_get_text (self, LEDGER_ISSUE_RANK);
  g_autofree char *number =
      ledger_number_sort_key (ledger_record_get_text (self, LEDGER_ISSUE_NUMBER));
  return g_strconcat (number != NULL ? number : "~", "\x01", rank, NULL);
}

static void
ledger_issue_class_init (LedgerIssueClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_issue_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_issue_init (LedgerIssue *self)
{
}
