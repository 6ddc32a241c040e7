/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ledger-completeness.h"
#include "ledger-document.h"
#include "ledger-evidence.h"
#include "ledger-sample.h"
#include "ledger-statistics.h"

typedef struct
{
  char *folder;
  char *path;
  LedgerDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("sample-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "示例.zgl", NULL);
  ledger_sample_make (fixture->path, &error);
  g_assert_no_error (error);
  fixture->document = ledger_document_open (fixture->path, LEDGER_DOCUMENT_READ, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);

  g_clear_object (&fixture->document);
  g_unlink (fixture->path);
  g_unlink (lock);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count (Fixture *fixture, const char *type)
{
  return ledger_table_get_n_records (ledger_document_get_table (fixture->document, type));
}

static void
test_holds_a_bureau (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture, "issue"), ==, 40);
  g_assert_cmpuint (count (fixture, "measure"), ==, 120);
  g_assert_cmpuint (count (fixture, "department"), ==, 8);
  g_assert_cmpuint (count (fixture, "person"), >=, 20);
  g_assert_cmpuint (count (fixture, "phase"), ==, 3);
  g_assert_cmpuint (count (fixture, "evidence"), >=, 30);
  g_assert_cmpuint (count (fixture, "evidence"), <=, 60);
}

static void
test_every_state_is_there (Fixture *fixture, gconstpointer data)
{
  static const LedgerFigure figures[] = {
    LEDGER_FIGURE_UNCLAIMED,         LEDGER_FIGURE_IN_PROGRESS, LEDGER_FIGURE_AWAITING_REVIEW,
    LEDGER_FIGURE_AWAITING_APPROVAL, LEDGER_FIGURE_DONE,        LEDGER_FIGURE_CLOSED,
    LEDGER_FIGURE_OVERDUE,           LEDGER_FIGURE_NEAR,        LEDGER_FIGURE_RETURNED,
    LEDGER_FIGURE_CHANGED,
  };
  LedgerCounts counts = ledger_counts_of_all (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_test_message ("%s: %u", ledger_figure_get_word (figures[i]), counts.figures[figures[i]]);
      g_assert_cmpuint (counts.figures[figures[i]], >, 0);
    }
  g_assert_cmpuint (counts.figures[LEDGER_FIGURE_CHANGED], ==, 1);
  g_assert_cmpuint (counts.figures[LEDGER_FIGURE_RETURNED], ==, 1);
}

static void
test_every_proof_can_be_read (Fixture *fixture, gconstpointer data)
{
  LedgerTable *table = ledger_document_get_table (fixture->document, "evidence");

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *evidence = ledger_table_get_record (table, i);

      g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_VERDICT), ==, "usable");
      g_assert_cmpint (ledger_record_get_integer (evidence, LEDGER_EVIDENCE_PAGES), >=, 1);
      g_assert_nonnull (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER));
    }
}

static void
test_existing_file_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ledger_sample_make (fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/holds-a-bureau", Fixture, NULL, set_up, test_holds_a_bureau, tear_down);
  g_test_add (
      "/sample/every-state-is-there", Fixture, NULL, set_up, test_every_state_is_there, tear_down);
  g_test_add ("/sample/every-proof-can-be-read",
              Fixture,
              NULL,
              set_up,
              test_every_proof_can_be_read,
              tear_down);
  g_test_add ("/sample/existing-file-is-kept",
              Fixture,
              NULL,
              set_up,
              test_existing_file_is_kept,
              tear_down);
  return g_test_run ();
}
