/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static guint8 *
make_bytes (gsize size, guint32 seed)
{
  guint8 *data = g_malloc (size + 1);
  for (gsize i = 0; i < size; i++)
    {
      seed = seed * 1664525u + 1013904223u;
      data[i] = (guint8)(seed >> 24);
    }
  return data;
}

static LedgerBlobInfo
stage (LedgerStore *store, const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info = { 0 };
  GError *error = NULL;
  ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, &error);
  g_assert_no_error (error);
  return info;
}

static void
name (LedgerStore *store, const LedgerBlobInfo *info)
{
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info->digest, 32);
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  fixture_commit (store, edit);
}

static gboolean
read_back (
    LedgerStore *store, const LedgerBlobInfo *info, const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  if (!ledger_store_write_blob (store, info->digest, stream, NULL, error))
    return FALSE;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_assert_cmpmem (g_memory_output_stream_get_data (memory),
                   g_memory_output_stream_get_data_size (memory),
                   data,
                   size);
  return TRUE;
}

static void
test_there_and_back (void)
{
  static const gsize sizes[] = { 0, 1, 1048575, 1048576, 1048577, 8388608, 8388609, 20000000 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *data = make_bytes (sizes[i], i);
      GError *error = NULL;
      LedgerBlobInfo info = stage (store, data, sizes[i]);
      g_assert_cmpuint (info.size, ==, sizes[i]);
      g_assert_false (info.already);
      name (store, &info);
      guint64 size = 7;
      g_assert_true (ledger_store_has_blob (store, info.digest, &size));
      g_assert_cmpuint (size, ==, sizes[i]);
      g_assert_true (read_back (store, &info, data, sizes[i], &error));
      g_assert_no_error (error);
      g_assert_true (stage (store, data, sizes[i]).already);
    }
  g_assert_cmpint (
      fixture_count (store, "SELECT count(*) FROM log_blob"), ==, G_N_ELEMENTS (sizes));
  fixture_assert_sound (store);
}

static void
test_leftovers_go (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree guint8 *data = make_bytes (3000000, 1);
  stage (store, data, 3000000);
  data[0] ^= 1;
  LedgerBlobInfo kept = stage (store, data, 3000000);
  name (store, &kept);
  LedgerBlobStager *stager = ledger_blob_stager_new (store);
  g_assert_true (ledger_blob_stager_append (stager, data, 3000000, NULL));
  g_assert_true (ledger_blob_stager_commit (stager, NULL));
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 3);
  fixture_assert_sound (store); /* left over is not damaged */

  /* As after a kill: nobody gives them back. */
  g_assert_true (ledger_store_close (store, NULL));
  ledger_blob_stager_free (stager);
  g_clear_object (&store);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 1);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_chunk"), ==, 3);
  g_assert_true (ledger_store_has_blob (store, kept.digest, NULL));
  fixture_assert_sound (store);
}

/* LOG 15: a bad chunk damages that evidence only, and the same bytes heal it. */
static void
test_damage_and_healing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree guint8 *data = make_bytes (3000000, 1);
  LedgerBlobInfo info = stage (store, data, 3000000);
  name (store, &info);
  g_clear_object (&store);
  fixture_raw (path, "UPDATE log_chunk SET bytes = zeroblob (1048576) WHERE position = 1");

  store = fixture_open (path, LEDGER_STORE_WRITE);
  GError *error = NULL;
  g_assert_false (read_back (store, &info, data, 3000000, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_autoptr (GPtrArray) damages = ledger_store_verify (store, NULL, NULL, NULL);
  g_assert_cmpuint (damages->len, ==, 1);
  g_assert_cmpstr (((LedgerDamage *)damages->pdata[0])->place, ==, "evidence");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "别处照常");

  g_assert_false (stage (store, data, 3000000).already);
  g_assert_true (read_back (store, &info, data, 3000000, &error));
  fixture_assert_sound (store);
}

static gint64
wal_size (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf facts;
  return g_stat (wal, &facts) == 0 ? facts.st_size : 0;
}

/* LOG 11: batches, and readers that hold no snapshot between their short looks. */
static void
test_wal_is_bounded (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (LedgerStore) reader = fixture_open (path, LEDGER_STORE_READ);
  g_autofree guint8 *data = make_bytes (LEDGER_BLOB_BATCH, 3);
  LedgerBlobStager *stager = ledger_blob_stager_new (store);
  gint64 largest = 0;
  for (guint i = 0; i < 12; i++)
    {
      GError *error = NULL;
      gint64 position = ledger_store_get_position (reader);
      g_assert_true (ledger_store_begin_read (reader, &error));
      fixture_count (reader, "SELECT count(*) FROM issue");
      ledger_store_end_read (reader);
      g_assert_true (ledger_blob_stager_append (stager, data, LEDGER_BLOB_BATCH, &error));
      g_assert_true (ledger_blob_stager_commit (stager, &error));
      g_assert_no_error (error);
      /* Other edits go between the batches. */
      g_autofree char *id = fixture_add (store, "a", "issue", NULL, "问题");
      g_assert_cmpint (ledger_store_get_position (reader), ==, position + 1);
      largest = MAX (largest, wal_size (path));
    }
  LedgerBlobInfo info;
  g_assert_true (ledger_blob_stager_finish (stager, &info, NULL));
  ledger_blob_stager_free (stager);
  g_assert_cmpuint (info.size, ==, 12 * (guint64)LEDGER_BLOB_BATCH);
  g_test_message ("largest WAL: %" G_GINT64_FORMAT, largest);
  g_assert_cmpint (largest, <, 3 * LEDGER_BLOB_BATCH);
}

static void
test_cancel_leaves_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree guint8 *data = make_bytes (1000, 3);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, 1000, NULL);
  LedgerBlobInfo info;
  GError *error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_store_stage_blob (store, stream, 0, &info, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (fixture_count (store, "SELECT count(*) FROM log_blob"), ==, 0);

  g_autoptr (LedgerStore) reader = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (GInputStream) again = g_memory_input_stream_new_from_data (data, 1000, NULL);
  g_assert_false (ledger_store_stage_blob (reader, again, 0, &info, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (
      ledger_store_stage_blob (store, again, G_MAXINT64 / 2, &info, NULL, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FULL);
  g_clear_error (&error);
  guint8 unknown[32] = { 0 };
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_assert_false (ledger_store_write_blob (store, unknown, out, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob/there-and-back", test_there_and_back);
  g_test_add_func ("/blob/leftovers-go", test_leftovers_go);
  g_test_add_func ("/blob/damage-and-healing", test_damage_and_healing);
  g_test_add_func ("/blob/wal-is-bounded", test_wal_is_bounded);
  g_test_add_func ("/blob/cancel-leaves-nothing", test_cancel_leaves_nothing);
  return g_test_run ();
}
