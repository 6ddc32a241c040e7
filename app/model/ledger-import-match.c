/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-match.h"

#include "ledger-measure.h"
#include "ledger-text.h"

typedef struct
{
  LedgerDocument *document;
  LedgerImportHeadings *headings;
  GPtrArray *rows;
  GPtrArray *matches; /* of the rows */
  GHashTable *taken;  /* set of records */
} Matcher;

/* Keys that a record answers to in one pass; NULL: none. Up to two. */
typedef void (*RecordKeys) (Matcher *matcher, LedgerRecord *record, char *keys[2]);
typedef char *(*RowKey) (Matcher *matcher, const LedgerImportIssue *row);

static char *
join_key (const char *heading, const char *number, const char *wording)
{
  g_autofree char *folded = wording ? ledger_text_fold (wording) : NULL;
  g_autofree char *folded_number = number ? ledger_text_fold (number) : NULL;
  return g_strconcat (heading ? heading : "",
                      "\n",
                      folded_number ? folded_number : "",
                      "\n",
                      folded ? folded : "",
                      NULL);
}

static const char *
row_heading (Matcher *matcher, const LedgerImportIssue *row)
{
  return ledger_import_headings_resolve (matcher->headings, (const char *const *)row->headings);
}

/* A path that is not there yet can be nobody's. */
static gboolean
has_unknown_path (Matcher *matcher, const LedgerImportIssue *row)
{
  return row->headings && row->headings[0] && !row_heading (matcher, row);
}

/* --- all three --- */

static void
record_keys_exact (Matcher *matcher, LedgerRecord *record, char *keys[2])
{
  const char *heading = ledger_record_get_text (record, LEDGER_ISSUE_HEADING);
  const char *number = ledger_record_get_text (record, LEDGER_ISSUE_SHEET_NUMBER);
  keys[0] = join_key (heading, number, ledger_record_get_text (record, LEDGER_ISSUE_TEXT));
  keys[1] = join_key (heading, number, ledger_record_get_text (record, LEDGER_ISSUE_ORIGINAL));
}

static char *
row_key_exact (Matcher *matcher, const LedgerImportIssue *row)
{
  return has_unknown_path (matcher, row)
             ? NULL
             : join_key (row_heading (matcher, row), row->number, row->text);
}

/* --- heading and wording --- */

static void
record_keys_wording_here (Matcher *matcher, LedgerRecord *record, char *keys[2])
{
  const char *heading = ledger_record_get_text (record, LEDGER_ISSUE_HEADING);
  keys[0] = join_key (heading, NULL, ledger_record_get_text (record, LEDGER_ISSUE_TEXT));
  keys[1] = join_key (heading, NULL, ledger_record_get_text (record, LEDGER_ISSUE_ORIGINAL));
}

static char *
row_key_wording_here (Matcher *matcher, const LedgerImportIssue *row)
{
  return has_unknown_path (matcher, row) ? NULL
                                         : join_key (row_heading (matcher, row), NULL, row->text);
}

/* --- wording anywhere --- */

static void
record_keys_wording (Matcher *matcher, LedgerRecord *record, char *keys[2])
{
  keys[0] = join_key (NULL, NULL, ledger_record_get_text (record, LEDGER_ISSUE_TEXT));
  keys[1] = join_key (NULL, NULL, ledger_record_get_text (record, LEDGER_ISSUE_ORIGINAL));
}

static void
record_keys_imported (Matcher *matcher, LedgerRecord *record, char *keys[2])
{
  g_autoptr (LedgerValue) last =
      ledger_store_get_last_import (ledger_document_get_store (matcher->document),
                                    "issue",
                                    ledger_record_get_id (record),
                                    "text",
                                    NULL);
  if (last && ledger_value_get_text (last))
    keys[0] = join_key (NULL, NULL, ledger_value_get_text (last));
}

static char *
row_key_wording (Matcher *matcher, const LedgerImportIssue *row)
{
  return join_key (NULL, NULL, row->text);
}

/* --- heading and number --- */

static void
record_keys_number (Matcher *matcher, LedgerRecord *record, char *keys[2])
{
  const char *number = ledger_record_get_text (record, LEDGER_ISSUE_SHEET_NUMBER);
  if (number)
    keys[0] = join_key (ledger_record_get_text (record, LEDGER_ISSUE_HEADING), number, NULL);
}

static char *
row_key_number (Matcher *matcher, const LedgerImportIssue *row)
{
  return !row->number || has_unknown_path (matcher, row)
             ? NULL
             : join_key (row_heading (matcher, row), row->number, NULL);
}

/* --- one pass --- */

static void
offer (GHashTable *offers, char *key, LedgerRecord *record)
{
  if (!key)
    return;
  GQueue *queue = g_hash_table_lookup (offers, key);
  if (queue)
    {
      g_free (key);
      if (g_queue_peek_tail (queue) != record)
        g_queue_push_tail (queue, record);
      return;
    }
  queue = g_queue_new ();
  g_queue_push_tail (queue, record);
  g_hash_table_insert (offers, key, queue);
}

static gboolean
has_open_rows (Matcher *matcher)
{
  return g_ptr_array_find (matcher->matches, NULL, NULL);
}

static LedgerRecord *
take_offer (Matcher *matcher, GHashTable *offers, const char *key)
{
  GQueue *queue = key ? g_hash_table_lookup (offers, key) : NULL;
  while (queue && !g_queue_is_empty (queue))
    {
      LedgerRecord *record = g_queue_pop_head (queue);
      if (g_hash_table_add (matcher->taken, record))
        return record;
    }
  return NULL;
}

static void
run_pass (Matcher *matcher, RecordKeys record_keys, RowKey row_key)
{
  LedgerTable *issues = ledger_document_get_table (matcher->document, "issue");
  guint n = ledger_table_get_n_records (issues);
  g_autoptr (GHashTable) offers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);
  if (!has_open_rows (matcher) || g_hash_table_size (matcher->taken) == n)
    return;
  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *record = ledger_table_get_record (issues, i);
      char *keys[2] = { NULL, NULL };
      if (g_hash_table_contains (matcher->taken, record))
        continue;
      record_keys (matcher, record, keys);
      offer (offers, keys[0], record);
      offer (offers, keys[1], record);
    }
  for (guint i = 0; i < matcher->rows->len; i++)
    if (!matcher->matches->pdata[i])
      {
        g_autofree char *key = row_key (matcher, g_ptr_array_index (matcher->rows, i));
        matcher->matches->pdata[i] = take_offer (matcher, offers, key);
      }
}

GPtrArray *
ledger_import_match_issues (LedgerDocument *document,
                            LedgerImportHeadings *headings,
                            GPtrArray *rows)
{
  static const struct
  {
    RecordKeys record_keys;
    RowKey row_key;
  } passes[] = {
    { record_keys_exact, row_key_exact },     { record_keys_wording_here, row_key_wording_here },
    { record_keys_wording, row_key_wording }, { record_keys_imported, row_key_wording },
    { record_keys_number, row_key_number },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *matches = g_ptr_array_new ();
  g_ptr_array_set_size (matches, (int)rows->len);
  Matcher matcher = { document, headings, rows, matches, taken };
  for (guint i = 0; document && i < G_N_ELEMENTS (passes); i++)
    run_pass (&matcher, passes[i].record_keys, passes[i].row_key);
  return matches;
}

/* --- measures --- */

static char *
dup_imported_wording (LedgerDocument *document, LedgerRecord *measure)
{
  g_autoptr (LedgerValue) last = ledger_store_get_last_import (ledger_document_get_store (document),
                                                               "measure",
                                                               ledger_record_get_id (measure),
                                                               "text",
                                                               NULL);
  const char *text = last ? ledger_value_get_text (last) : NULL;
  return text ? ledger_text_fold (text) : NULL;
}

static gboolean
has_wording (LedgerDocument *document, LedgerRecord *measure, const char *folded, gboolean imported)
{
  const char *text = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT);
  g_autofree char *own =
      imported ? dup_imported_wording (document, measure) : ledger_text_fold (text ? text : "");
  return g_strcmp0 (own, folded) == 0;
}

static void
match_measures_by_wording (LedgerDocument *document,
                           const LedgerImportIssue *row,
                           GPtrArray *left,
                           GPtrArray *matches,
                           gboolean imported)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const LedgerImportMeasure *measure = g_ptr_array_index (row->measures, i);
      g_autofree char *folded = ledger_text_fold (measure->text ? measure->text : "");
      for (guint k = 0; !matches->pdata[i] && k < left->len; k++)
        if (has_wording (document, left->pdata[k], folded, imported))
          matches->pdata[i] = g_ptr_array_remove_index (left, k);
    }
}

static void
match_measures_in_order (LedgerDocument *document, GPtrArray *left, GPtrArray *matches)
{
  guint k = 0;
  for (guint i = 0; i < matches->len; i++)
    for (; !matches->pdata[i] && k < left->len; k++)
      {
        g_autofree char *imported = dup_imported_wording (document, left->pdata[k]);
        if (imported) /* what a person added here is nobody else's */
          matches->pdata[i] = left->pdata[k];
      }
}

GPtrArray *
ledger_import_match_measures (LedgerDocument *document,
                              LedgerRecord *issue,
                              const LedgerImportIssue *row)
{
  GPtrArray *matches = g_ptr_array_new ();
  g_ptr_array_set_size (matches, row->measures ? (int)row->measures->len : 0);
  if (!document || !issue)
    return matches;
  const GPtrArray *measures =
      ledger_document_get_children (document, "measure", ledger_record_get_id (issue));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  for (guint i = 0; i < measures->len; i++)
    g_ptr_array_add (left, g_ptr_array_index (measures, i));
  match_measures_by_wording (document, row, left, matches, FALSE);
  if (g_ptr_array_find (matches, NULL, NULL) && left->len > 0)
    match_measures_by_wording (document, row, left, matches, TRUE);
  if (g_ptr_array_find (matches, NULL, NULL) && left->len > 0)
    match_measures_in_order (document, left, matches);
  return matches;
}
