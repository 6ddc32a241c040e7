/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-answer.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-invocation.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

typedef LedgerRow *(*Answer) (LedgerDocument *, LedgerRecord *);

static GPtrArray *
rows_of (LedgerDocument *document, const GPtrArray *records, Answer answer)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, answer (document, g_ptr_array_index (records, i)));
  return rows;
}

static GPtrArray *
rows_of_children (LedgerDocument *document, const char *type, const char *parent, Answer answer)
{
  return rows_of (document, ledger_document_get_children (document, type, parent), answer);
}

static LedgerRow *
answer_note (LedgerDocument *document, LedgerRecord *note)
{
  LedgerRow *row = ledger_row_new ();
  const LedgerRecordType *type = ledger_record_get_record_type (note);

  ledger_row_put_text (row, "id", ledger_record_get_id (note));
  for (guint i = 0; i < type->n_columns; i++)
    if (!(type->columns[i].flags & LEDGER_COLUMN_PARENT))
      ledger_row_put_text (row, type->columns[i].name, ledger_record_get_text (note, i));
  return row;
}

static LedgerRow *
answer_link (LedgerDocument *document, LedgerRecord *link)
{
  LedgerRow *row = ledger_answer_evidence (document, ledger_filing_get_evidence (document, link));

  ledger_row_put_text (row, "cited", ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_PAGES));
  ledger_row_put_boolean (
      row, "shared", ledger_record_get_integer (link, LEDGER_EVIDENCE_LINK_SHARED) != 0);
  return row;
}

static LedgerRow *
answer_whole (LedgerDocument *document, LedgerRecord *record)
{
  const char *id = ledger_record_get_id (record);
  LedgerRow *row;

  if (LEDGER_IS_EVIDENCE (record))
    return ledger_answer_evidence (document, record);
  if (LEDGER_IS_MEASURE (record))
    {
      g_autoptr (GPtrArray) links = ledger_filing_list_links (document, id);

      row = ledger_answer_measure (document, record);
      ledger_row_take_rows (row, "evidence_rows", rows_of (document, links, answer_link));
      return row;
    }
  row = ledger_answer_issue (document, record);
  ledger_row_take_rows (
      row, "measure_rows", rows_of_children (document, "measure", id, ledger_answer_measure));
  ledger_row_take_rows (
      row, "evidence_rows", rows_of_children (document, "evidence", id, ledger_answer_evidence));
  ledger_row_take_rows (
      row, "signoffs", rows_of_children (document, "signoff", id, ledger_answer_signoff));
  ledger_row_take_rows (row, "notes", rows_of_children (document, "note", id, answer_note));
  return row;
}

static void
say_children (LedgerInvocation *invocation, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = ledger_row_to_line (g_ptr_array_index (rows, i));
      ledger_invocation_say (invocation, "  %s", line);
    }
}

static void
say_whole (LedgerInvocation *invocation, LedgerDocument *document, LedgerRecord *record)
{
  g_autoptr (LedgerRow) row = answer_whole (document, record);
  g_autofree char *line = ledger_row_to_line (row);
  const char *id = ledger_record_get_id (record);

  ledger_invocation_say (invocation, "%s", line);
  if (!LEDGER_IS_ISSUE (record))
    return;
  g_autoptr (GPtrArray) measures =
      rows_of_children (document, "measure", id, ledger_answer_measure);
  g_autoptr (GPtrArray) evidence =
      rows_of_children (document, "evidence", id, ledger_answer_evidence);
  g_autoptr (GPtrArray) signoffs =
      rows_of_children (document, "signoff", id, ledger_answer_signoff);
  say_children (invocation, measures);
  say_children (invocation, evidence);
  say_children (invocation, signoffs);
}

gboolean
ledger_command_show (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  LedgerRecord *record = document ? ledger_document_find (
                             document, NULL, ledger_invocation_get_argument (invocation, 1), error)
                                  : NULL;

  if (!record)
    return FALSE;
  if (json)
    {
      g_autoptr (LedgerRow) row = answer_whole (document, record);
      ledger_row_write (row, json, NULL);
    }
  else
    say_whole (invocation, document, record);
  return TRUE;
}
