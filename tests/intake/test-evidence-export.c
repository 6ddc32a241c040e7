/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-export.h"

#include <glib/gstdio.h>

#include "ledger-error.h"
#include "ledger-evidence-import.h"
#include "ledger-fixture.h"

static void
test_bytes_come_back (void)
{
  static const char *const names[] = { "four-pages.pdf", "truncated.pdf", "cmyk-image.pdf" };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "党的领导");
  g_autofree char *issue = fixture_issue (document, heading, "会议记录不完整");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pdf", names[i], NULL);
      g_autofree char *target = fixture_path ("export");
      const char *const paths[] = { path, NULL };
      g_autoptr (GPtrArray) attached =
          ledger_evidence_import_files (document, issue, NULL, paths, NULL, NULL, &error);
      const LedgerAttached *line;
      g_autofree char *given = NULL;
      g_autofree char *written = NULL;
      gsize n_given, n_written;
      GStatBuf status;

      g_assert_no_error (error);
      line = g_ptr_array_index (attached, 0);
      ledger_evidence_export (ledger_document_get_store (document),
                              ledger_document_lookup (document, "evidence", line->id),
                              target,
                              NULL,
                              &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &given, &n_given, NULL));
      g_assert_true (g_file_get_contents (target, &written, &n_written, NULL));
      g_assert_cmpmem (written, n_written, given, n_given);
      g_assert_cmpint (g_stat (target, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

/* The ledger's own name as the target would be the end of everything in it. */
static void
test_never_over_the_ledger (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_document ();
  const guint8 digest[32] = { 1, 2, 3 };

  g_assert_false (ledger_evidence_export_digest (ledger_document_get_store (document),
                                                 digest,
                                                 ledger_document_get_path (document),
                                                 NULL,
                                                 &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

static void
test_unknown_bytes_keep_former_file (void)
{
  static const char former[] = "what stood there";
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *target = fixture_path ("export");
  g_autofree char *text = NULL;
  const guint8 digest[32] = { 1, 2, 3 };

  g_assert_true (g_file_set_contents (target, former, -1, NULL));
  g_assert_false (ledger_evidence_export_digest (
      ledger_document_get_store (document), digest, target, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, LEDGER_ERROR);
  g_file_get_contents (target, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, former);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *folder = fixture_path ("missing");
  g_autofree char *target = g_build_filename (folder, "proof.pdf", NULL);
  guint8 digest[32];

  fixture_stage (document, "content", digest);
  g_assert_false (ledger_evidence_export_digest (
      ledger_document_get_store (document), digest, target, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/evidence-export/bytes-come-back", test_bytes_come_back);
  g_test_add_func ("/evidence-export/never-over-the-ledger", test_never_over_the_ledger);
  g_test_add_func ("/evidence-export/unknown-bytes-keep-former-file",
                   test_unknown_bytes_keep_former_file);
  g_test_add_func ("/evidence-export/no-folder", test_no_folder);
  return fixture_run ();
}
