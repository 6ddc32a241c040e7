/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-new-edit.h"

#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

#define ISSUE "00112233445566778899aabbccddeeff"

typedef struct
{
  Fixture *fixture;
  LedgerStore *store;
  LedgerLog *log;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->fixture = fixture_new ();
  g_autofree char *path = fixture_path (place->fixture, "a.zgl");
  place->store = fixture_create (path, "desk");
  place->log = ledger_store_peek_log (place->store);
}

static void
tear_down (Place *place, gconstpointer data)
{
  ledger_store_close (place->store, NULL);
  g_object_unref (place->store);
  fixture_free (place->fixture);
}

static LedgerLogHeader
make_header (LedgerLog *log)
{
  LedgerLogHeader header = {
    .kind = "edit", .prevs = log->tip_hash, .n_prevs = 1, .desk = "desk", .actor = "李敏"
  };
  ledger_new_edit_stamp (log, &header);
  g_assert_cmpint (header.time, >, G_GINT64_CONSTANT (1577836800000)); /* milliseconds */
  return header;
}

/* The hash is that of the title's part and the record's, in this order; every seed is new. */
static void
test_hash (Place *place, gconstpointer data)
{
  g_auto (LedgerNewEdit) made = { 0 };
  g_auto (LedgerNewEdit) other = { 0 };
  g_autoptr (LedgerValue) value = ledger_value_new_text ("学习不够深入");
  LedgerLogOperation operation = { .field = "text", .value = value };
  guint8 parts[64];
  guint8 hash[32];

  g_assert_true (ledger_new_edit_init (&made, place->log, NULL));
  g_assert_true (ledger_new_edit_init (&other, place->log, NULL));
  g_assert_cmpint (memcmp (made.seed, other.seed, sizeof made.seed), !=, 0);
  g_assert_cmpint (made.key, ==, place->log->tip + 1);

  LedgerLogHeader header = make_header (place->log);
  ledger_new_edit_add_title (&made, "修改问题", "核对");
  ledger_new_edit_add_part (&made, 7, "issue", ISSUE, &operation, 1);
  ledger_new_edit_hash (&made, &header);

  ledger_log_hash_title (place->log, made.seed, "修改问题", "核对", parts);
  ledger_log_hash_part (place->log, made.seed, "issue", ISSUE, &operation, 1, parts + 32);
  ledger_log_hash_edit (place->log, &header, parts, 2, hash);
  g_assert_cmpmem (made.hash, 32, hash, 32);
  g_assert_cmpuint (made.records->len, ==, 1);
}

/* An edit of nothing but a title, written by hand, is one that verify finds whole. */
static void
test_rows (Place *place, gconstpointer data)
{
  g_auto (LedgerNewEdit) made = { 0 };
  LedgerLogHeader header = make_header (place->log);
  gint64 before = place->log->tip;

  g_assert_true (ledger_new_edit_init (&made, place->log, NULL));
  g_assert_true (ledger_connection_begin (place->log->connection, NULL));
  g_assert_true (ledger_new_edit_write_header (&made, &header, "修改问题", NULL, NULL));
  ledger_new_edit_add_title (&made, "修改问题", NULL);
  ledger_new_edit_hash (&made, &header);
  g_assert_true (ledger_new_edit_write_parts (&made, NULL));
  g_assert_true (ledger_new_edit_update_hash (&made, NULL));
  g_assert_true (ledger_connection_commit (place->log->connection, NULL));
  ledger_new_edit_become_tip (&made);

  g_assert_cmpint (place->log->tip, ==, before + 1);
  g_assert_true (ledger_log_read_tip (place->log, NULL));
  g_assert_cmpint (place->log->tip, ==, before + 1);
  g_assert_cmpmem (place->log->tip_hash, 32, made.hash, 32);
  fixture_assert_sound (place->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/new-edit/hash", Place, NULL, set_up, test_hash, tear_down);
  g_test_add ("/store/new-edit/rows", Place, NULL, set_up, test_rows, tear_down);
  return g_test_run ();
}
