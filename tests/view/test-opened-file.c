/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-opened-file.h"

#include <glib/gstdio.h>

#include "ledger-error.h"
#include "ledger-test-sample.h"

typedef struct
{
  char *folder;
  char *path; /* of a small ledger */
} Ground;

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up (Ground *ground, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = NULL;

  ground->folder = g_dir_make_tmp ("opened-XXXXXX", NULL);
  ground->path = g_build_filename (ground->folder, "a.zgl", NULL);
  document =
      ledger_document_create (ground->path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);
  g_assert_no_error (error);
  ledger_document_close (document);
}

static void
tear_down (Ground *ground, gconstpointer data)
{
  remove_folder (ground->folder);
  g_free (ground->folder);
  g_free (ground->path);
}

static gboolean
can_be_written (const char *path)
{
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, NULL);

  return document != NULL;
}

static gpointer
run (gpointer path)
{
  return ledger_opened_file_read (path, LEDGER_OPENING_FILE, NULL);
}

static LedgerOpenedFile *
read_elsewhere (const char *path)
{
  return g_thread_join (g_thread_new ("test", run, (gpointer)path));
}

/* Read on one thread, used on another; where nobody takes it nothing stays locked. */
static void
test_ledger (Ground *ground, gconstpointer data)
{
  LedgerOpenedFile *opened = read_elsewhere (ground->path);

  g_assert_no_error (opened->error);
  g_assert_cmpstr (opened->path, ==, ground->path);
  g_assert_null (opened->why);
  g_assert_null (opened->folder);
  ledger_document_settle (opened->document);
  g_assert_false (ledger_document_is_read_only (opened->document));
  g_assert_nonnull (ledger_document_get_inspection (opened->document));
  g_assert_false (can_be_written (ground->path));
  ledger_opened_file_free (opened);
  g_assert_true (can_be_written (ground->path));

  ledger_opened_file_free (read_elsewhere (ground->path));
  g_assert_true (can_be_written (ground->path));
}

/* What is shown is a copy, which goes with its folder; the file itself is nobody's. */
static void
test_sample (Ground *ground, gconstpointer data)
{
  g_autofree char *path = ledger_test_sample_copy (ground->folder, "sample.zgl");
  LedgerOpenedFile *opened = read_elsewhere (path);
  g_autofree char *folder = g_strdup (opened->folder);

  g_assert_no_error (opened->error);
  g_assert_nonnull (folder);
  g_assert_true (g_str_has_prefix (opened->path, folder));
  g_assert_cmpstr (ledger_document_get_path (opened->document), ==, opened->path);
  g_assert_true (can_be_written (path));
  ledger_opened_file_free (opened);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  opened = ledger_opened_file_read (path, LEDGER_OPENING_IN_PLACE, NULL);
  g_assert_cmpstr (ledger_document_get_path (opened->document), ==, path);
  g_assert_null (opened->folder);
  ledger_opened_file_free (opened);
}

static void
test_no_ledger (Ground *ground, gconstpointer data)
{
  g_autofree char *other = g_build_filename (ground->folder, "b.zgl", NULL);
  g_autofree char *missing = g_build_filename (ground->folder, "c.zgl", NULL);
  LedgerOpenedFile *opened;

  g_assert_true (g_file_set_contents (other, "no ledger", -1, NULL));
  opened = read_elsewhere (other);
  g_assert_nonnull (opened->error);
  g_assert_null (opened->document);
  ledger_opened_file_free (opened);

  opened = read_elsewhere (missing);
  g_assert_error (opened->error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_assert_null (opened->document);
  ledger_opened_file_free (opened);
}

static void
spoil (const char *path, gsize from, gsize n, char byte)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + from, byte, MIN (n, size - from));
  g_assert_true (g_file_set_contents (path, bytes, (gssize)size, NULL));
}

/* The version of the file's own making: the 64th byte (SQLite's user_version). */
static void
test_newer (Ground *ground, gconstpointer data)
{
  LedgerOpenedFile *opened;

  spoil (ground->path, 63, 1, 99);
  opened = read_elsewhere (ground->path);
  g_assert_no_error (opened->error);
  g_assert_nonnull (opened->why);
  g_assert_true (ledger_document_is_read_only (opened->document));
  ledger_opened_file_free (opened);
}

static void
test_damaged (Ground *ground, gconstpointer data)
{
  LedgerOpenedFile *opened;

  spoil (ground->path, 8192, G_MAXSIZE, 0x5a);
  opened = read_elsewhere (ground->path);
  g_assert_error (opened->error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_assert_null (opened->document);
  g_assert_false (opened->readable);
  ledger_opened_file_free (opened);
}

static void
test_cancelled (Ground *ground, gconstpointer data)
{
  g_autofree char *sample = ledger_test_sample_copy (ground->folder, "sample.zgl");
  const char *const paths[] = { ground->path, sample };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (LedgerOpenedFile) opened =
          ledger_opened_file_read (paths[i], LEDGER_OPENING_FILE, cancellable);

      g_assert_error (opened->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (opened->document);
      g_assert_true (can_be_written (paths[i]));
    }
}

/* Nothing is put over what is there, and of a copy that failed nothing stays. */
static void
test_copy (Ground *ground, gconstpointer data)
{
  g_autofree char *to = g_build_filename (ground->folder, "b.zgl", NULL);
  g_autofree char *missing = g_build_filename (ground->folder, "c.zgl", NULL);
  g_autofree char *nowhere = g_build_filename (ground->folder, "d.zgl", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf facts;

  g_assert_true (ledger_opened_file_copy (ground->path, to, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (to, &facts), ==, 0);
  g_assert_cmpint (facts.st_mode & 0777, ==, 0600);
  g_assert_true (can_be_written (to));
  g_assert_false (ledger_opened_file_copy (missing, nowhere, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "c.zgl"));
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (ledger_opened_file_copy (missing, to, NULL, &error));
  g_clear_error (&error);
  g_assert_false (ledger_opened_file_copy (ground->path, to, NULL, &error));
  g_assert_true (can_be_written (to));
}

/* Begun by whoever is named; where nobody waits for it any more it is not there. */
static void
test_create (Ground *ground, gconstpointer data)
{
  g_autofree char *path = g_build_filename (ground->folder, "b.zgl", NULL);
  g_autofree char *other = g_build_filename (ground->folder, "c.zgl", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (LedgerOpenedFile) opened = ledger_opened_file_create (path, "李敏", NULL);

    g_assert_no_error (opened->error);
    g_assert_nonnull (opened->document);
    g_assert_false (ledger_document_is_read_only (opened->document));
    lines = ledger_store_get_log (ledger_document_get_store (opened->document), 0, 10, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (lines->len, >, 0);
    g_assert_cmpstr (((const LedgerLogLine *)lines->pdata[0])->actor, ==, "李敏");
  }
  {
    g_autoptr (LedgerOpenedFile) opened = ledger_opened_file_create (path, "李敏", NULL);

    g_assert_error (opened->error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
    g_assert_null (opened->document);
    g_assert_true (can_be_written (path));
  }
  {
    g_autoptr (LedgerOpenedFile) opened = NULL;

    g_cancellable_cancel (cancelled);
    opened = ledger_opened_file_create (other, "李敏", cancelled);
    g_assert_error (opened->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Ground *ground, gconstpointer data);
  } tests[] = {
    { "/opened-file/ledger", test_ledger },       { "/opened-file/sample", test_sample },
    { "/opened-file/no-ledger", test_no_ledger }, { "/opened-file/newer", test_newer },
    { "/opened-file/damaged", test_damaged },     { "/opened-file/cancelled", test_cancelled },
    { "/opened-file/copy", test_copy },           { "/opened-file/create", test_create },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
