/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-proof.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-kept-file.h"
#include "ledger-measure.h"

static int
compare_unfiled_first (gconstpointer a, gconstpointer b, gpointer unfiled)
{
  LedgerRecord *first = *(LedgerRecord *const *)a;
  LedgerRecord *second = *(LedgerRecord *const *)b;
  const gboolean first_unfiled = g_hash_table_contains (unfiled, first);

  if (first_unfiled != g_hash_table_contains (unfiled, second))
    return first_unfiled ? -1 : 1;
  return ledger_record_compare (first, second);
}

static void
add_shared (LedgerDocument *document, LedgerRecord *measure, GPtrArray *list, GHashTable *seen)
{
  const GPtrArray *links = ledger_document_get_children (
      document, ledger_evidence_link_record_type.name, ledger_record_get_id (measure));

  for (guint i = 0; i < links->len; i++)
    {
      LedgerRecord *evidence = ledger_document_lookup (
          document,
          ledger_evidence_record_type.name,
          ledger_record_get_text (links->pdata[i], LEDGER_EVIDENCE_LINK_EVIDENCE));

      if (evidence != NULL && g_hash_table_add (seen, evidence))
        g_ptr_array_add (list, evidence);
    }
}

GPtrArray *
ledger_issue_proof_list (LedgerDocument *document, const char *issue_id)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) unfiled = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) without = ledger_issue_proof_list_unfiled (document, issue_id);
  const GPtrArray *own, *measures;

  if (issue_id == NULL)
    return list;
  own = ledger_document_get_children (document, ledger_evidence_record_type.name, issue_id);
  for (guint i = 0; i < own->len; i++)
    if (g_hash_table_add (seen, own->pdata[i]))
      g_ptr_array_add (list, own->pdata[i]);
  measures = ledger_document_get_children (document, ledger_measure_record_type.name, issue_id);
  for (guint i = 0; i < measures->len; i++)
    add_shared (document, measures->pdata[i], list, seen);
  for (guint i = 0; i < without->len; i++)
    g_hash_table_add (unfiled, without->pdata[i]);
  g_ptr_array_sort_with_data (list, compare_unfiled_first, unfiled);
  return list;
}

GPtrArray *
ledger_issue_proof_list_unfiled (LedgerDocument *document, const char *issue_id)
{
  GPtrArray *list = g_ptr_array_new ();
  const GPtrArray *own;
  g_autoptr (GHashTable) filed = NULL;

  if (issue_id == NULL)
    return list;
  own = ledger_document_get_children (document, ledger_evidence_record_type.name, issue_id);
  if (own->len == 0)
    return list;
  filed = ledger_filing_index (document);
  for (guint i = 0; i < own->len; i++)
    if (!g_hash_table_contains (filed, ledger_record_get_id (own->pdata[i])))
      g_ptr_array_add (list, own->pdata[i]);
  return list;
}

gboolean
ledger_issue_proof_is_unfiled (LedgerDocument *document, LedgerRecord *evidence)
{
  g_autoptr (GPtrArray) measures =
      ledger_filing_list_measures (document, ledger_record_get_id (evidence));

  return measures->len == 0;
}

LedgerRecord *
ledger_issue_proof_get_measure (LedgerDocument *document, const char *issue_id, guint place)
{
  const GPtrArray *measures =
      ledger_document_get_children (document, ledger_measure_record_type.name, issue_id);

  return place >= 1 && place <= measures->len ? measures->pdata[place - 1] : NULL;
}

const char *
ledger_issue_proof_get_title (LedgerRecord *evidence)
{
  const char *title = ledger_record_get_text (evidence, LEDGER_EVIDENCE_TITLE);
  const char *name = ledger_record_get_text (evidence, LEDGER_EVIDENCE_FILE_NAME);

  if (title != NULL && *title != '\0')
    return title;
  return name != NULL ? name : _ ("Untitled");
}

char *
ledger_issue_proof_dup_label (LedgerDocument *document, LedgerRecord *evidence)
{
  g_autofree char *number = ledger_document_dup_number (document, evidence);
  const char *title = ledger_issue_proof_get_title (evidence);

  return number != NULL ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
}

char *
ledger_issue_proof_describe_place (LedgerDocument *document,
                                   const char *issue_id,
                                   const GPtrArray *measures)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (measures == NULL || measures->len == 0)
    return g_strdup (_ ("not filed yet"));
  for (guint i = 0; i < measures->len; i++)
    {
      const char *id = ledger_record_get_id (measures->pdata[i]);

      if (g_strcmp0 (ledger_record_get_parent_id (measures->pdata[i]), issue_id) == 0)
        g_ptr_array_add (
            words,
            g_strdup_printf (_ ("measure %u"), ledger_document_get_measure_place (document, id)));
      else
        g_ptr_array_add (words,
                         ledger_document_dup_label (document, ledger_measure_record_type.name, id));
    }
  g_ptr_array_add (words, NULL);
  /* Translators: between the members of a list */
  return g_strjoinv (C_ ("list", ", "), (char **)words->pdata);
}

const char *
ledger_issue_proof_get_obstacle (LedgerRecord *evidence)
{
  return ledger_kept_file_get_obstacle (evidence);
}
