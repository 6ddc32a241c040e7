/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-heading-tree.h"
#include "ledger-invocation.h"

typedef LedgerRow *(*AnswerFunc) (LedgerDocument *document, LedgerRecord *record);

static const struct
{
  const char *word;
  const char *type;
  AnswerFunc answer;
} record_lists[] = {
  { "headings", "heading", ledger_answer_heading },
  { "issues", "issue", ledger_answer_issue },
  { "measures", "measure", ledger_answer_measure },
  { "phases", "phase", ledger_answer_phase },
  { "evidence", "evidence", ledger_answer_evidence },
  { "people", "person", ledger_answer_person },
  { "departments", "department", ledger_answer_department },
  { "signoffs", "signoff", ledger_answer_signoff },
};

/* The whole log: the audit trail is asked for as a whole or not at all. */
#define EVERY_EDIT G_MAXINT32

static GPtrArray *
records_of_table (LedgerDocument *document, const char *type)
{
  LedgerTable *table = ledger_document_get_table (document, type);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    g_ptr_array_add (records, ledger_table_get_record (table, i));
  return records;
}

/* Upper headings before lower ones, as the sidebar shows them; the unplaced last. */
static GPtrArray *
records_of_headings (LedgerDocument *document)
{
  g_autoptr (LedgerHeadingTree) tree =
      ledger_heading_tree_new (ledger_document_get_table (document, "heading"));
  const GPtrArray *headings = ledger_heading_tree_get_headings (tree);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < headings->len; i++)
    g_ptr_array_add (records, g_ptr_array_index (headings, i));
  return records;
}

/* 1.1.1/1, 1.1.1/2 …; those whose issue is not there come last. */
static GPtrArray *
records_of_measures (LedgerDocument *document)
{
  g_autoptr (GPtrArray) issues = records_of_table (document, "issue");
  g_autoptr (GPtrArray) all = records_of_table (document, "measure");
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < issues->len; i++)
    {
      const GPtrArray *children = ledger_document_get_children (
          document, "measure", ledger_record_get_id (g_ptr_array_index (issues, i)));
      for (guint j = 0; j < children->len; j++)
        g_ptr_array_add (records, g_ptr_array_index (children, j));
    }
  for (guint i = 0; i < all->len; i++)
    {
      LedgerRecord *measure = g_ptr_array_index (all, i);
      const char *issue = ledger_record_get_parent_id (measure);
      if (!issue || !ledger_document_lookup (document, "issue", issue))
        g_ptr_array_add (records, measure);
    }
  return records;
}

static GPtrArray *
rows_of_records (LedgerDocument *document, const char *type, AnswerFunc answer)
{
  g_autoptr (GPtrArray) records = g_str_equal (type, "heading") ? records_of_headings (document)
                                  : g_str_equal (type, "measure")
                                      ? records_of_measures (document)
                                      : records_of_table (document, type);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, answer (document, g_ptr_array_index (records, i)));
  return rows;
}

static GPtrArray *
rows_of_edits (LedgerDocument *document, GError **error)
{
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (document), 0, EVERY_EDIT, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; lines && i < lines->len; i++)
    g_ptr_array_add (rows, ledger_answer_edit (g_ptr_array_index (lines, i)));
  return lines ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
rows_of_conflicts (LedgerDocument *document, GError **error)
{
  g_autoptr (GPtrArray) conflicts =
      ledger_store_get_conflicts (ledger_document_get_store (document), error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; conflicts && i < conflicts->len; i++)
    g_ptr_array_add (rows, ledger_answer_conflict (document, g_ptr_array_index (conflicts, i)));
  return conflicts ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
rows_of_findings (LedgerDocument *document)
{
  g_autoptr (GPtrArray) findings = ledger_completeness_check_all (document);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rows, ledger_answer_finding (document, g_ptr_array_index (findings, i)));
  return rows;
}

static GPtrArray *
collect (LedgerInvocation *invocation, LedgerDocument *document, GError **error)
{
  const char *what = ledger_invocation_get_argument (invocation, 1);

  for (guint i = 0; i < G_N_ELEMENTS (record_lists); i++)
    if (g_str_equal (record_lists[i].word, what))
      return rows_of_records (document, record_lists[i].type, record_lists[i].answer);
  if (g_str_equal (what, "edits"))
    return rows_of_edits (document, error);
  if (g_str_equal (what, "conflicts"))
    return rows_of_conflicts (document, error);
  if (g_str_equal (what, "findings"))
    return rows_of_findings (document);
  g_autofree char *message =
      g_strdup_printf (_ ("“%s” cannot be listed; see “zhenggai-cli help list”."), what);
  ledger_invocation_fail_usage (invocation, error, message);
  return NULL;
}

gboolean
ledger_command_list (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  g_autoptr (GPtrArray) rows = document ? collect (invocation, document, error) : NULL;

  if (!rows)
    return FALSE;
  if (json)
    ledger_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      LedgerRow *row = g_ptr_array_index (rows, i);
      g_autofree char *line = json ? NULL : ledger_row_to_line (row);

      if (json)
        ledger_row_write (row, json, NULL);
      else
        ledger_invocation_say (invocation, "%s", line);
    }
  if (json)
    ledger_json_writer_end_array (json);
  return TRUE;
}
