/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-import.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ledger-evidence.h"
#include "ledger-fixture.h"

#define LONG 60000

static char *
dup_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "pdf", name, NULL);
}

static void
test_staged_as_inspected (void)
{
  static const struct
  {
    const char *name;
    const char *verdict;
    guint pages;
  } cases[] = {
    { "four-pages.pdf", "usable", 4 },       { "form.pdf", "usable", 1 },
    { "damaged-xref.pdf", "warnings", 1 },   { "truncated.pdf", "damaged", 0 },
    { "needs-password.pdf", "password", 0 },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

  ledger_pdf_intake_set_wall_limit (intake, LONG);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = dup_sample (cases[i].name);
      g_autofree char *bytes = NULL;
      gsize size;
      g_autoptr (LedgerStagedFile) file =
          ledger_evidence_import_stage (document, intake, path, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (file->error, ==, NULL);
      g_assert_cmpstr (file->name, ==, cases[i].name);
      g_assert_cmpstr (file->verdict, ==, cases[i].verdict);
      g_assert_cmpuint (file->pages, ==, cases[i].pages);
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_cmpuint (file->blob.size, ==, size);
      g_assert_false (file->blob.already);
      g_assert_true (
          ledger_store_has_blob (ledger_document_get_store (document), file->blob.digest, NULL));
    }
}

/* A file larger than the disk has room for is refused before a byte of it is read (LOG 11). */
static void
test_no_room (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autofree char *path = fixture_path ("large");
  g_autoptr (GError) error = NULL;
  const off_t huge = (off_t)15 << 40; /* 15 TiB, all of it a hole */
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL, 0600);
  gboolean made = ftruncate (fd, huge) == 0;

  close (fd);
  if (!made || ledger_store_check_space (ledger_document_get_store (document), huge, NULL))
    {
      g_test_skip ("no file of that size here, or a disk of that size");
      return;
    }
  g_autoptr (LedgerStagedFile) file =
      ledger_evidence_import_stage (document, intake, path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file->error);
  g_assert_cmpuint (file->blob.size, ==, 0);
}

static void
test_what_cannot_be_taken (void)
{
  static const char *const names[] = { "empty", "missing", "folder" };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerStagedFile) file = NULL;
      g_autofree char *path = fixture_path (names[i]);
      g_autofree char *base = g_path_get_basename (path);

      if (g_str_equal (names[i], "empty"))
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      if (g_str_equal (names[i], "folder"))
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      file = ledger_evidence_import_stage (document, intake, path, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (file->error);
      g_assert_nonnull (strstr (file->error, base));
    }
}

static void
test_set_goes_on (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "党的领导");
  g_autofree char *issue = fixture_issue (document, heading, "会议记录不完整");
  g_autofree char *measure = fixture_measure (document, issue, "补齐会议记录");
  g_autofree char *good = dup_sample ("four-pages.pdf");
  g_autofree char *missing = fixture_path ("missing");
  const char *const paths[] = { missing, good, NULL };
  const LedgerAttached *lines[2];
  g_autoptr (GPtrArray) attached =
      ledger_evidence_import_files (document, issue, measure, paths, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (attached->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    lines[i] = g_ptr_array_index (attached, i);
  g_assert_nonnull (lines[0]->error);
  g_assert_null (lines[0]->id);
  g_assert_null (lines[1]->error);
  g_assert_null (lines[1]->duplicate_of);
  g_assert_nonnull (lines[1]->number);
  g_assert_nonnull (ledger_document_lookup (document, "evidence", lines[1]->id));
  g_assert_cmpuint (
      ledger_table_get_n_records (ledger_document_get_table (document, "evidence")), ==, 1);
}

static void
test_duplicate_is_told (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "党的领导");
  g_autofree char *issue = fixture_issue (document, heading, "会议记录不完整");
  g_autofree char *measure = fixture_measure (document, issue, "补齐会议记录");
  g_autofree char *path = dup_sample ("form.pdf");
  const char *const paths[] = { path, NULL };
  g_autofree char *number = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) attached =
          ledger_evidence_import_files (document, issue, measure, paths, NULL, NULL, &error);
      const LedgerAttached *line;

      g_assert_no_error (error);
      line = g_ptr_array_index (attached, 0);
      g_assert_cmpstr (line->duplicate_of, ==, number);
      if (i == 0)
        number = g_strdup (line->number);
      g_assert_nonnull (number);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/evidence-import/staged-as-inspected", test_staged_as_inspected);
  g_test_add_func ("/evidence-import/no-room", test_no_room);
  g_test_add_func ("/evidence-import/what-cannot-be-taken", test_what_cannot_be_taken);
  g_test_add_func ("/evidence-import/set-goes-on", test_set_goes_on);
  g_test_add_func ("/evidence-import/duplicate-is-told", test_duplicate_is_told);
  return fixture_run ();
}
