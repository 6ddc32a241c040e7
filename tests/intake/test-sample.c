/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-completeness.h"
#include "ledger-document.h"
#include "ledger-evidence.h"
#include "ledger-fixture.h"
#include "ledger-inspection.h"
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

/* Nothing is fed back, planned or handed in on a rest day. */
static void
test_days_of_the_round (void)
{
  static const guint columns[] = {
    LEDGER_INSPECTION_FEEDBACK_DATE,
    LEDGER_INSPECTION_RECEIPT_DATE,
    LEDGER_INSPECTION_PLAN_DUE,
    LEDGER_INSPECTION_REPORT_DUE,
  };
  LedgerCalendar *calendar = ledger_document_get_calendar (document);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_true (ledger_calendar_is_working (
        calendar, ledger_record_get_day (ledger_document_get_inspection (document), columns[i])));
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
      /* Entered on the day that the paper bears, not on that of the making. */
      g_assert_cmpint (ledger_record_get_day (evidence, LEDGER_EVIDENCE_ADDED_ON),
                       ==,
                       ledger_record_get_day (evidence, LEDGER_EVIDENCE_DOCUMENT_DATE));
    }
}

/* 操作记录 as an office leaves it: each edit later than the one before, in the hours of a working
 * day, over the weeks of the round up to yesterday; and a signature is as old as its edit. */
static void
test_times_of_an_office (void)
{
  LedgerStore *store = ledger_document_get_store (document);
  LedgerCalendar *calendar = ledger_document_get_calendar (document);
  const LedgerDay today = ledger_document_get_today (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = ledger_store_get_log (store, 0, 10000, &error);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) actors = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 after = G_MAXINT64;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const LedgerLogLine *line = g_ptr_array_index (lines, i);
      const LedgerDay day = ledger_day_of_time (line->time);
      const int minute = (int)((line->time - ledger_day_to_time (day, 0)) / 60000);

      g_assert_cmpint (line->offset, ==, LEDGER_OFFICE_ZONE);

      g_assert_cmpint (line->time, <, after);
      after = line->time;
      g_assert_false (line->doubtful);
      g_assert_true (ledger_calendar_is_working (calendar, day));
      g_assert_cmpint (day, <, today);
      g_assert_cmpint (day, >, today - 60);
      g_assert_cmpint (minute, >=, 8 * 60 + 30);
      g_assert_cmpint (minute, <, 18 * 60);
      g_hash_table_add (days, GINT_TO_POINTER (day));
      g_hash_table_add (actors, line->actor);
    }
  g_test_message ("%u edits on %u days", lines->len, g_hash_table_size (days));
  g_assert_cmpuint (g_hash_table_size (days), >=, 12);
  g_assert_cmpuint (g_hash_table_size (actors), >=, 8);
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
  g_test_add_func ("/sample/days-of-the-round", test_days_of_the_round);
  g_test_add_func ("/sample/every-state-is-there", test_every_state_is_there);
  g_test_add_func ("/sample/every-proof-can-be-read", test_every_proof_can_be_read);
  g_test_add_func ("/sample/times-of-an-office", test_times_of_an_office);
  g_test_add_func ("/sample/existing-file-is-kept", test_existing_file_is_kept);
  g_test_add_func ("/sample/is-known-by-itself", test_is_known_by_itself);
  result = fixture_run ();
  g_clear_object (&document);
  return result;
}
