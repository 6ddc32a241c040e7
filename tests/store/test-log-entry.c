/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-entry.h"

#include "ledger-store-room.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  Fixture *fixture;
  LedgerStore *store;
  LedgerLog *log;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;
  place->fixture = fixture_new ();
  path = fixture_path (place->fixture, "a.zgl");
  place->store = fixture_create (path, "desk");
  place->log = ledger_store_peek_log (place->store);
  g_assert_true (ledger_connection_begin (place->log->connection, NULL));
}

static void
tear_down (Place *place, gconstpointer data)
{
  ledger_connection_rollback (place->log->connection);
  g_object_unref (place->store);
  fixture_free (place->fixture);
}

/* The one row that SQL gives, column by column with | between them; bytes as hex digits. */
static void
assert_row (Place *place, const char *sql, const char *expected)
{
  GError *error = NULL;
  LedgerStatement *row = ledger_connection_prepare_generated (place->log->connection, sql, &error);
  g_assert_no_error (error);
  g_assert_true (ledger_statement_step (row, &error));
  g_assert_cmpstr (ledger_statement_get_text (row, 0), ==, expected);
  ledger_statement_reset (row);
}

static void
write_edit (Place *place, gint64 key, gint64 prev, const guint8 *target, const char *reason)
{
  GError *error = NULL;
  guint8 hash[32];
  guint8 seed[32];
  memset (hash, (int)key, sizeof hash);
  memset (seed, 0xee, sizeof seed);
  const LedgerLogHeader header = { .kind = "undo",
                                   .target = target,
                                   .desk = "desk",
                                   .actor = "李敏",
                                   .time = 1772000000123,
                                   .zone = 480 };
  const LedgerLogEntry entry = { .key = key,
                                 .prev = prev,
                                 .hash = hash,
                                 .seed = seed,
                                 .header = &header,
                                 .title = "撤销",
                                 .reason = reason };
  g_assert_true (ledger_log_entry_write_edit (place->log, &entry, &error));
  g_assert_no_error (error);
}

/* Every column where it belongs, and what is not said is null: each is in a hash. */
static void
test_edit (Place *place, gconstpointer data)
{
  guint8 target[32];
  memset (target, 0xab, sizeof target);
  write_edit (place, 7, 1, target, "核对");
  assert_row (place,
              "SELECT prev || '|' || kind || '|' || title || '|' || reason || '|' || actor || '|' "
              "|| desk || '|' || time || '|' || zone FROM log_edit WHERE key = 7",
              "1|undo|撤销|核对|李敏|desk|1772000000123|480");
  assert_row (place,
              "SELECT substr (hex (hash), 63) || substr (hex (target), 63) || "
              "substr (hex (seed), 63) || length (hash) || length (target) || length (seed) "
              "FROM log_edit WHERE key = 7",
              "07ABEE323232");
  write_edit (place, 8, 0, NULL, NULL);
  assert_row (place,
              "SELECT typeof (prev) || typeof (target) || typeof (reason) FROM log_edit "
              "WHERE key = 8",
              "nullnullnull");
}

static void
test_what_belongs_to_it (Place *place, gconstpointer data)
{
  GError *error = NULL;
  guint8 digest[32];
  g_autoptr (LedgerValue) value = ledger_value_new_integer (5);
  memset (digest, 0xcd, sizeof digest);
  write_edit (place, 7, 1, NULL, NULL);
  g_assert_true (ledger_log_entry_write_prev (place->log, 7, 1, 2, &error));
  g_assert_true (ledger_log_entry_write_part (place->log, 7, 3, digest, &error));
  g_assert_true (ledger_log_entry_write_operation (place->log, 3, 4, 7, value, &error));
  g_assert_true (ledger_log_entry_write_parent (place->log, 3, 4, 2, 7, &error));
  g_assert_no_error (error);
  assert_row (
      place, "SELECT edit || '|' || position || '|' || prev FROM log_prev WHERE edit = 7", "7|1|2");
  assert_row (place,
              "SELECT edit || '|' || record || '|' || substr (hex (digest), 63) FROM log_part "
              "WHERE edit = 7",
              "7|3|CD");
  assert_row (place,
              "SELECT record || '|' || field || '|' || edit || '|' || value FROM log_operation "
              "WHERE edit = 7",
              "3|4|7|5");
  assert_row (place,
              "SELECT record || '|' || field || '|' || parent || '|' || edit FROM log_parent "
              "WHERE edit = 7",
              "3|4|2|7");
}

#define ADD(name, func) g_test_add (name, Place, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/log-entry/edit", test_edit);
  ADD ("/log-entry/what-belongs-to-it", test_what_belongs_to_it);
  return g_test_run ();
}
