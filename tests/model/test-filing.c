/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filing.h"

#include "ledger-evidence.h"
#include "ledger-fixture.h"
#include "ledger-gesture.h"

static void
file (LedgerDocument *document, const char *evidence, const char *measure)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_file_evidence (document, evidence, measure, TRUE, &error);

  g_assert_no_error (error);
  fixture_commit (document, edit);
}

/* Whatever the order of filing, the measures are told as they stand in the ledger; and what is
 * asked for one and for all is the same. */
static void
test_order_of_the_ledger (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *issue = fixture_issue (document, NULL, "问题");

      for (guint j = 0; j < 4; j++)
        g_ptr_array_add (measures, fixture_measure (document, issue, "措施"));
    }
  const char *home = ledger_record_get_parent_id (
      ledger_document_lookup (document, "measure", measures->pdata[4]));
  g_autofree char *evidence = fixture_evidence (document, home, NULL, "会议纪要");
  g_autofree char *unfiled = fixture_evidence (document, home, NULL, "待归入");

  for (guint i = 0; i < measures->len; i++)
    file (document, evidence, measures->pdata[(i * 5 + 7) % measures->len]);
  g_autoptr (GPtrArray) list = ledger_filing_list_measures (document, evidence);
  g_autoptr (GPtrArray) none = ledger_filing_list_measures (document, unfiled);
  g_autoptr (GHashTable) index = ledger_filing_index (document);
  const GPtrArray *same = g_hash_table_lookup (index, evidence);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (g_hash_table_contains (index, unfiled));
  g_assert_cmpuint (list->len, ==, measures->len);
  g_assert_cmpuint (same->len, ==, measures->len);
  for (guint i = 0; i < measures->len; i++)
    {
      g_assert_cmpstr (ledger_record_get_id (list->pdata[i]), ==, measures->pdata[i]);
      g_assert_true (same->pdata[i] == list->pdata[i]);
    }
}

/* The first proof of a measure is the one with the lowest number, whatever its link is called. */
static void
test_proof_by_number (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("扫描件%u", i);
      g_autofree char *evidence = fixture_evidence (document, issue, measure, name);
    }
  g_autoptr (GPtrArray) links = ledger_filing_list_links (document, measure);
  g_assert_cmpuint (links->len, ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *number = g_strdup_printf ("1-%02u", i + 1);
      LedgerRecord *evidence = ledger_filing_get_evidence (document, links->pdata[i]);

      g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER), ==, number);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/filing/order-of-the-ledger", test_order_of_the_ledger);
  g_test_add_func ("/filing/proof-by-number", test_proof_by_number);
  return fixture_run ();
}
