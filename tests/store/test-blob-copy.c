/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-copy.h"

#include "ledger-blob.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <string.h>

/* An evidence of SIZE bytes of FILL; its digest. */
static void
attach (LedgerStore *store, guint8 fill, gsize size, guint8 digest[32])
{
  g_autofree guint8 *data = g_malloc (size);
  memset (data, fill, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info;
  g_assert_true (ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, NULL));
  memcpy (digest, info.digest, 32);
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  g_autoptr (LedgerValue) value = ledger_value_new_bytes (digest, 32);
  ledger_edit_set (edit, "evidence", id, "digest", value);
  fixture_commit (store, edit);
}

/* What the other has and is whole there comes over; what is damaged there stays away, and what is
 * here already is not copied again. */
static void
test_what_is_lacking (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) from = fixture_create (path, "a");
  guint8 shared[32];
  guint8 whole[32];
  guint8 broken[32];
  attach (from, 1, 1000, shared);
  g_clear_object (&from);
  fixture_copy (path, copy);
  from = fixture_open (path, LEDGER_STORE_WRITE);
  attach (from, 2, 3 * 1024 * 1024, whole);
  attach (from, 3, 2000, broken);
  g_clear_object (&from);
  fixture_raw (path, "UPDATE log_chunk SET bytes = zeroblob (2000) WHERE length (bytes) = 2000");

  from = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (LedgerStore) to = fixture_open (copy, LEDGER_STORE_WRITE);
  g_autoptr (GArray) copied = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;
  g_assert_true (ledger_blob_copy_all (to, from, copied, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copied->len, ==, 1);
  g_assert_true (ledger_store_has_blob (to, shared, NULL));
  g_assert_true (ledger_store_has_blob (to, whole, NULL));
  g_assert_false (ledger_store_has_blob (to, broken, NULL));

  /* Unnamed they are leftovers, named they stay. */
  g_assert_true (ledger_blob_copy_name (ledger_store_peek_log (to), copied, &error));
  g_assert_true (ledger_blob_remove_leftovers (ledger_store_peek_log (to), &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (to, "SELECT count(*) FROM log_blob WHERE named = 1"), ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) from = fixture_create (path, "a");
  g_clear_object (&from);
  fixture_copy (path, copy);
  from = fixture_open (path, LEDGER_STORE_WRITE);
  guint8 digest[32];
  attach (from, 2, 3 * 1024 * 1024, digest);
  g_autoptr (LedgerStore) to = fixture_open (copy, LEDGER_STORE_WRITE);
  g_autoptr (GArray) copied = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_blob_copy_all (to, from, copied, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (copied->len, ==, 0);
  g_assert_false (ledger_store_has_blob (to, digest, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob-copy/what-is-lacking", test_what_is_lacking);
  g_test_add_func ("/blob-copy/cancelled", test_cancelled);
  return g_test_run ();
}
