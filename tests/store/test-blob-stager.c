/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* However the bytes come, the digest and the chunks are the same. */
static void
test_pieces (void)
{
  static const gsize pieces[] = { 1000, 65536, 1048576, 3000001 };
  const gsize size = 5000000;
  g_autofree guint8 *data = g_malloc (size);
  LedgerBlobInfo first = { 0 };
  for (gsize i = 0; i < size; i++)
    data[i] = (guint8)(i * 31 / 7);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = fixture_path (fixture, "a.zgl");
      g_autoptr (LedgerStore) store = fixture_create (path, "a");
      g_autoptr (LedgerBlobStager) stager = ledger_blob_stager_new (store);
      LedgerBlobInfo info = { 0 };
      for (gsize at = 0; at < size; at += pieces[i])
        {
          g_assert_true (
              ledger_blob_stager_append (stager, data + at, MIN (pieces[i], size - at), NULL));
          if (at / pieces[i] % 2)
            g_assert_true (ledger_blob_stager_commit (stager, NULL));
        }
      g_assert_true (ledger_blob_stager_finish (stager, &info, NULL));
      g_assert_cmpuint (info.size, ==, size);
      if (i == 0)
        first = info;
      g_assert_cmpmem (info.digest, 32, first.digest, 32);
      g_assert_cmpint (fixture_count (store,
                                      "SELECT count(*) FROM log_chunk WHERE length (bytes) = "
                                      "CASE position WHEN 4 THEN 805696 ELSE 1048576 END"),
                       ==,
                       5);
      fixture_assert_sound (store);
    }
}

static void
test_too_much_at_once (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (LedgerBlobStager) stager = ledger_blob_stager_new (store);
  g_autofree guint8 *data = g_malloc0 (LEDGER_BLOB_BATCH);
  GError *error = NULL;
  g_assert_true (ledger_blob_stager_append (stager, data, LEDGER_BLOB_BATCH, &error));
  g_assert_false (ledger_blob_stager_append (stager, data, 1, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (ledger_blob_stager_commit (stager, &error));
  g_assert_true (ledger_blob_stager_append (stager, data, 1, &error));
  g_assert_no_error (error);
}

/* N_BATCHES full batches; FALSE at the first that does not fit. */
static gboolean
append_batches (LedgerBlobStager *stager, guint n_batches, GError **error)
{
  g_autofree guint8 *data = g_malloc (LEDGER_BLOB_BATCH);
  for (guint i = 0; i < n_batches; i++)
    {
      memset (data, (int)i, LEDGER_BLOB_BATCH);
      g_assert_true (ledger_blob_stager_append (stager, data, LEDGER_BLOB_BATCH, NULL));
      if (!ledger_blob_stager_commit (stager, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_given_up (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  LedgerBlobStager *stager = ledger_blob_stager_new (store);
  g_assert_true (append_batches (stager, 2, NULL));
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_chunk"), ==, 16);
  ledger_blob_stager_free (stager);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_chunk"), ==, 0);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 0);

  /* The store may be closed by then. */
  stager = ledger_blob_stager_new (store);
  g_assert_true (append_batches (stager, 1, NULL));
  g_assert_true (ledger_store_close (store, NULL));
  ledger_blob_stager_free (stager);
}

/* The largest file a process may write stands in for a full disk. */
static void
set_largest_file (rlim_t size)
{
  struct rlimit limit;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* What did not fit gives its room back while the disk is still full: a smaller file goes in. */
static void
test_full_disk (void)
{
  for (rlim_t mebibytes = 12; mebibytes <= 45; mebibytes += 11)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = fixture_path (fixture, "a.zgl");
      g_autoptr (LedgerStore) store = fixture_create (path, "a");
      LedgerBlobStager *stager = ledger_blob_stager_new (store);
      LedgerBlobInfo info;
      GError *error = NULL;
      set_largest_file (mebibytes * 1024 * 1024);
      g_assert_false (append_batches (stager, 20, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FULL);
      g_clear_error (&error);
      ledger_blob_stager_free (stager);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_chunk"), ==, 0);
      g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 0);

      stager = ledger_blob_stager_new (store);
      g_assert_true (ledger_blob_stager_append (stager, "佐证", strlen ("佐证"), &error));
      g_assert_true (ledger_blob_stager_finish (stager, &info, &error));
      g_assert_no_error (error);
      ledger_blob_stager_free (stager);
      set_largest_file (RLIM_INFINITY);
      g_assert_true (ledger_store_has_blob (store, info.digest, NULL));
      fixture_assert_sound (store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob-stager/pieces", test_pieces);
  g_test_add_func ("/blob-stager/too-much-at-once", test_too_much_at_once);
  g_test_add_func ("/blob-stager/given-up", test_given_up);
  g_test_add_func ("/blob-stager/full-disk", test_full_disk);
  return g_test_run ();
}
