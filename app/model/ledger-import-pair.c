/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-pair.h"

#include "ledger-import-likeness.h"

static void
pair_free (LedgerImportPair *pair)
{
  g_free (pair->id);
  g_free (pair->number);
  g_free (pair->text);
  g_free (pair);
}

/* Rows that nobody matched; *SIDES (out) with one for each. */
static GPtrArray *
find_open_rows (LedgerImportHeadings *headings, GPtrArray *rows, GPtrArray *matches, GArray *sides)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      LedgerImportIssue *row = g_ptr_array_index (rows, i);
      const char *const *path = (const char *const *)row->headings;
      const LedgerImportSide side = {
        row->text,
        path != NULL ? ledger_import_headings_resolve (headings, path) : NULL,
        row->number,
      };

      if (matches->pdata[i] != NULL)
        continue;
      g_ptr_array_add (open, row);
      g_array_append_val (sides, side);
    }
  return open;
}

static GPtrArray *
find_open_issues (LedgerDocument *document, GPtrArray *matches, GArray *sides)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");
  const guint n = ledger_table_get_n_records (issues);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < matches->len; i++)
    if (matches->pdata[i] != NULL)
      g_hash_table_add (taken, matches->pdata[i]);
  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *issue = ledger_table_get_record (issues, i);
      const LedgerImportSide side = {
        ledger_record_get_text (issue, LEDGER_ISSUE_TEXT),
        ledger_record_get_text (issue, LEDGER_ISSUE_HEADING),
        ledger_record_get_text (issue, LEDGER_ISSUE_SHEET_NUMBER),
      };

      if (g_hash_table_contains (taken, issue))
        continue;
      g_ptr_array_add (open, issue);
      g_array_append_val (sides, side);
    }
  return open;
}

static LedgerImportDecision
find_decision (GHashTable *decisions, const LedgerImportPair *pair)
{
  const char *said =
      decisions != NULL ? g_hash_table_lookup (decisions, GUINT_TO_POINTER (pair->row->row)) : NULL;

  if (said == NULL)
    return LEDGER_IMPORT_UNDECIDED;
  if (*said == '\0')
    return LEDGER_IMPORT_AS_NEW;
  /* Said of another issue, before the row was read otherwise: it is open again. */
  return g_str_equal (said, pair->id) ? LEDGER_IMPORT_AS_CHANGE : LEDGER_IMPORT_UNDECIDED;
}

static LedgerImportPair *
pair_new (const LedgerImportIssue *row, LedgerRecord *issue, guint likeness, GHashTable *decisions)
{
  LedgerImportPair *pair = g_new0 (LedgerImportPair, 1);

  pair->row = row;
  pair->id = g_strdup (ledger_record_get_id (issue));
  pair->number = g_strdup (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER));
  pair->text = g_strdup (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT));
  pair->likeness = likeness;
  pair->decision = find_decision (decisions, pair);
  return pair;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const LedgerImportPair *first = *(LedgerImportPair *const *)a;
  const LedgerImportPair *second = *(LedgerImportPair *const *)b;

  return first->row->row < second->row->row ? -1 : first->row->row > second->row->row;
}

GPtrArray *
ledger_import_pairs_find (LedgerDocument *document,
                          LedgerImportHeadings *headings,
                          GPtrArray *rows,
                          GPtrArray *matches,
                          GHashTable *decisions)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)pair_free);
  g_autoptr (GArray) row_sides = g_array_new (FALSE, FALSE, sizeof (LedgerImportSide));
  g_autoptr (GArray) issue_sides = g_array_new (FALSE, FALSE, sizeof (LedgerImportSide));
  g_autoptr (GPtrArray) open_rows = NULL;
  g_autoptr (GPtrArray) open_issues = NULL;
  g_autoptr (GArray) found = NULL;

  if (document == NULL || !g_ptr_array_find (matches, NULL, NULL))
    return pairs;
  open_rows = find_open_rows (headings, rows, matches, row_sides);
  open_issues = find_open_issues (document, matches, issue_sides);
  found = ledger_import_likeness_propose ((const LedgerImportSide *)row_sides->data,
                                          row_sides->len,
                                          (const LedgerImportSide *)issue_sides->data,
                                          issue_sides->len);
  for (guint i = 0; i < found->len; i++)
    {
      const LedgerImportLikeness *pair = &g_array_index (found, LedgerImportLikeness, i);

      g_ptr_array_add (pairs,
                       pair_new (open_rows->pdata[pair->row],
                                 open_issues->pdata[pair->issue],
                                 pair->likeness,
                                 decisions));
    }
  g_ptr_array_sort (pairs, compare_rows);
  return pairs;
}
