/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-blob-list.h"

#include "ledger-id.h"
#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

/* One that an edit names, one whose staging was broken off, one whose digest is damaged. */
static void
test_lines (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("proof", 5, NULL);
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  LedgerBlobInfo info;
  g_assert_true (ledger_store_stage_blob (store, stream, 5, &info, NULL, NULL, NULL));
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info.digest, 32);
  ledger_edit_set (edit, "evidence", id, "digest", digest);
  fixture_commit (store, edit);
  g_clear_object (&store);
  fixture_raw (path,
               "INSERT INTO log_blob (key, named) VALUES (7, 0);"
               "INSERT INTO log_blob (key, digest, size, named) VALUES (8, x'0102', 3, 1)");

  store = fixture_open (path, LEDGER_STORE_READ);
  GError *error = NULL;
  g_autoptr (GArray) lines = ledger_blob_list_read (ledger_store_peek_log (store), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 3);
  const LedgerBlobLine *line = &g_array_index (lines, LedgerBlobLine, 0);
  g_assert_true (line[0].has_digest);
  g_assert_cmpmem (line[0].digest, 32, info.digest, 32);
  g_assert_cmpint (line[0].size, ==, 5);
  g_assert_cmpint (line[0].named, ==, 1);
  g_assert_cmpint (line[1].key, ==, 7);
  g_assert_false (line[1].has_digest);
  g_assert_cmpint (line[1].named, ==, 0);
  g_assert_false (line[2].has_digest);
  g_assert_cmpint (line[2].named, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blob-list/lines", test_lines);
  return g_test_run ();
}
