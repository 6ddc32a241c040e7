/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-completeness.h"
#include "ledger-document.h"
#include "ledger-evidence.h"
#include "ledger-fixture.h"
#include "ledger-sample.h"
#include "ledger-statistics.h"

/* Made once in main: it takes long. */
static LedgerDocument *document;

static guint
count (const char *type)
{
  return ledger_table_get_n_records (ledger_document_get_table (document, type));
}

static void
test_holds_a_bureau (void)
{
  g_assert_cmpuint (count ("issue"), ==, 40);
  g_assert_cmpuint (count ("measure"), ==, 120);
  g_assert_cmpuint (count ("department"), ==, 8);
  g_assert_cmpuint (count ("person"), >=, 20);
  g_assert_cmpuint (count ("phase"), ==, 3);
  g_assert_cmpuint (count ("evidence"), >=, 30);
  g_assert_cmpuint (count ("evidence"), <=, 60);
}

static void
test_every_state_is_there (void)
{
  static const LedgerFigure figures[] = {
    LEDGER_FIGURE_UNCLAIMED,         LEDGER_FIGURE_IN_PROGRESS, LEDGER_FIGURE_AWAITING_REVIEW,
    LEDGER_FIGURE_AWAITING_APPROVAL, LEDGER_FIGURE_DONE,        LEDGER_FIGURE_CLOSED,
    LEDGER_FIGURE_OVERDUE,           LEDGER_FIGURE_NEAR,        LEDGER_FIGURE_RETURNED,
    LEDGER_FIGURE_CHANGED,
  };
  LedgerCounts counts = ledger_counts_of_all (document);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_test_message ("%s: %u", ledger_figure_get_word (figures[i]), counts.figures[figures[i]]);
      g_assert_cmpuint (counts.figures[figures[i]], >, 0);
    }
  g_assert_cmpuint (counts.figures[LEDGER_FIGURE_CHANGED], ==, 1);
  g_assert_cmpuint (counts.figures[LEDGER_FIGURE_RETURNED], ==, 1);
}

static void
test_every_proof_can_be_read (void)
{
  LedgerTable *table = ledger_document_get_table (document, "evidence");

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *evidence = ledger_table_get_record (table, i);

      g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_VERDICT), ==, "usable");
      g_assert_cmpint (ledger_record_get_integer (evidence, LEDGER_EVIDENCE_PAGES), >=, 1);
      g_assert_nonnull (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER));
    }
}

static void
test_existing_file_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  const char *path = ledger_document_get_path (document);

  g_assert_false (ledger_sample_make (path, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_is_known_by_itself (void)
{
  g_autofree char *path = fixture_path ("other");
  g_autofree char *missing = fixture_path ("missing");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) other =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);

  g_assert_no_error (error);
  ledger_document_close (other);
  g_assert_true (ledger_sample_is_at (ledger_document_get_path (document)));
  g_assert_false (ledger_sample_is_at (path));
  g_assert_false (ledger_sample_is_at (missing));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  fixture_init (&argc, &argv);
  path = fixture_path ("sample");
  ledger_sample_make (path, &error);
  g_assert_no_error (error);
  document = fixture_open (path, LEDGER_DOCUMENT_READ);
  g_test_add_func ("/sample/holds-a-bureau", test_holds_a_bureau);
  g_test_add_func ("/sample/every-state-is-there", test_every_state_is_there);
  g_test_add_func ("/sample/every-proof-can-be-read", test_every_proof_can_be_read);
  g_test_add_func ("/sample/existing-file-is-kept", test_existing_file_is_kept);
  g_test_add_func ("/sample/is-known-by-itself", test_is_known_by_itself);
  result = fixture_run ();
  g_clear_object (&document);
  return result;
}
