/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filing.h"

#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

static int
compare_measures (gconstpointer a, gconstpointer b, gpointer data)
{
  LedgerRecord *first = *(LedgerRecord *const *)a;
  LedgerRecord *second = *(LedgerRecord *const *)b;
  LedgerRecord *issue = ledger_document_lookup (
      data, ledger_issue_record_type.name, ledger_record_get_parent_id (first));
  LedgerRecord *other = ledger_document_lookup (
      data, ledger_issue_record_type.name, ledger_record_get_parent_id (second));
  const int order = issue != NULL && other != NULL ? ledger_record_compare (issue, other) : 0;

  return order != 0 ? order : ledger_record_compare (first, second);
}

/* The measure at the other end of a link, if both ends are there. */
static LedgerRecord *
get_measure (LedgerDocument *document, LedgerRecord *link)
{
  const char *id = ledger_record_get_parent_id (link);

  return id != NULL ? ledger_document_lookup (document, ledger_measure_record_type.name, id) : NULL;
}

GPtrArray *
ledger_filing_list_measures (LedgerDocument *document, const char *evidence_id)
{
  LedgerTable *links = ledger_document_get_table (document, ledger_evidence_link_record_type.name);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ledger_table_get_n_records (links); i++)
    {
      LedgerRecord *link = ledger_table_get_record (links, i);
      const char *evidence = ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_EVIDENCE);
      LedgerRecord *measure =
          g_strcmp0 (evidence, evidence_id) == 0 ? get_measure (document, link) : NULL;

      if (measure != NULL)
        g_ptr_array_add (list, measure);
    }
  g_ptr_array_sort_with_data (list, compare_measures, document);
  return list;
}

GHashTable *
ledger_filing_index (LedgerDocument *document)
{
  LedgerTable *links = ledger_document_get_table (document, ledger_evidence_link_record_type.name);
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  GHashTableIter iter;
  gpointer measures;

  for (guint i = 0; i < ledger_table_get_n_records (links); i++)
    {
      LedgerRecord *link = ledger_table_get_record (links, i);
      const char *evidence = ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_EVIDENCE);
      LedgerRecord *measure = get_measure (document, link);

      if (evidence == NULL || measure == NULL)
        continue;
      measures = g_hash_table_lookup (index, evidence);
      if (measures == NULL)
        g_hash_table_insert (index, g_strdup (evidence), measures = g_ptr_array_new ());
      g_ptr_array_add (measures, measure);
    }
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &measures))
    g_ptr_array_sort_with_data (measures, compare_measures, document);
  return index;
}

LedgerRecord *
ledger_filing_get_evidence (LedgerDocument *document, LedgerRecord *link)
{
  const char *id = ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_EVIDENCE);

  return id != NULL ? ledger_document_lookup (document, ledger_evidence_record_type.name, id)
                    : NULL;
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  return ledger_record_compare (ledger_filing_get_evidence (data, *(LedgerRecord *const *)a),
                                ledger_filing_get_evidence (data, *(LedgerRecord *const *)b));
}

GPtrArray *
ledger_filing_list_links (LedgerDocument *document, const char *measure_id)
{
  const GPtrArray *links =
      ledger_document_get_children (document, ledger_evidence_link_record_type.name, measure_id);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (ledger_filing_get_evidence (document, links->pdata[i]) != NULL)
      g_ptr_array_add (list, links->pdata[i]);
  g_ptr_array_sort_with_data (list, compare_links, document);
  return list;
}
