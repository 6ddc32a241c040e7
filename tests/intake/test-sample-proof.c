/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-proof.h"

#include <glib/gstdio.h>

#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-fixture.h"
#include "ledger-measure.h"
#include "ledger-sample-paper.h"
#include "ledger-test-sample.h"

/* A copy of the one that the build made. */
static LedgerDocument *document;
static LedgerSampleList *list;

/* The facts of the issue that ROW of the list became. */
static const LedgerIssueFacts *
find_facts (guint row)
{
  const LedgerImportIssue *issue = g_ptr_array_index (list->rows, row);
  LedgerTable *table = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      if (g_strcmp0 (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), issue->text) == 0)
        return ledger_document_get_facts (document, ledger_record_get_id (record));
    }
  g_assert_not_reached ();
}

static gboolean
is_proven (guint row)
{
  return list->states[row] >= LEDGER_SAMPLE_REVIEW
         || (list->states[row] == LEDGER_SAMPLE_PROGRESS && row % 5 == 0);
}

static void
check_measure (LedgerRecord *measure, gboolean proven, gboolean has_own)
{
  static const char *const kinds[] = { "minutes", "rule", "voucher" };
  const GPtrArray *links =
      ledger_document_get_children (document, "evidence_link", ledger_record_get_id (measure));
  const char *text = ledger_record_get_text (measure, LEDGER_MEASURE_TEXT);
  LedgerRecord *evidence;

  g_assert_cmpuint (links->len, ==, proven ? 1 : 0);
  if (!proven || !has_own)
    return;
  evidence = ledger_document_lookup (
      document,
      "evidence",
      ledger_record_get_text (links->pdata[0], LEDGER_EVIDENCE_LINK_EVIDENCE));
  g_assert_nonnull (evidence);
  g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_KIND),
                   ==,
                   kinds[ledger_sample_paper_for (text)]);
}

static void
test_done_measures_have_proof (void)
{
  for (guint row = 0; row < list->rows->len; row++)
    {
      const LedgerIssueFacts *facts = find_facts (row);
      const GPtrArray *measures = ledger_document_get_children (
          document, "measure", ledger_record_get_id (LEDGER_RECORD (facts->issue)));
      guint n_done = 0;

      for (guint i = 0; i < measures->len; i++)
        {
          gboolean done = ledger_record_get_integer (measures->pdata[i], LEDGER_MEASURE_DONE) != 0;

          check_measure (measures->pdata[i], done && is_proven (row), i < 2);
          n_done += done;
        }
      g_assert_cmpuint (facts->n_evidence, ==, is_proven (row) ? MIN (n_done, 2) : 0);
      g_assert_cmpuint (facts->n_unfiled, ==, 0);
    }
}

static void
test_bytes_are_in_the_ledger (void)
{
  LedgerTable *table = ledger_document_get_table (document, "evidence");

  g_assert_cmpuint (ledger_table_get_n_records (table), >, 0);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *evidence = ledger_table_get_record (table, i);
      gsize length = 0;
      guint64 size = 0;
      const guint8 *digest = ledger_value_get_data (
          ledger_record_get_value (evidence, LEDGER_EVIDENCE_DIGEST), &length);

      g_assert_cmpuint (length, ==, 32);
      g_assert_true (ledger_store_has_blob (ledger_document_get_store (document), digest, &size));
      g_assert_cmpint (ledger_record_get_integer (evidence, LEDGER_EVIDENCE_SIZE), ==, size);
      g_assert_nonnull (ledger_record_get_text (evidence, LEDGER_EVIDENCE_TITLE));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL;
  int result;

  fixture_init (&argc, &argv);
  folder = fixture_path ("sample");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = ledger_test_sample_copy (folder, "sample.zgl");
  document = fixture_open (path, LEDGER_DOCUMENT_READ);
  list = ledger_sample_list_read (ledger_document_get_today (document), &error);
  g_assert_no_error (error);
  g_test_add_func ("/sample-proof/done-measures-have-proof", test_done_measures_have_proof);
  g_test_add_func ("/sample-proof/bytes-are-in-the-ledger", test_bytes_are_in_the_ledger);
  result = fixture_run ();
  ledger_sample_list_free (list);
  g_clear_object (&document);
  return result;
}
