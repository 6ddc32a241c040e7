/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A ledger in which every content table has rows: two lines of work taken together, a conflict, an
 * undo, a deletion, evidence of two chunks. */
static char *
make_ledger (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *other_path = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *heading = fixture_add (store, "a", "heading", NULL, "聚焦");
  g_autofree char *issue = fixture_add (store, "a", "issue", heading, "问题");
  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "措施");
  fixture_delete (store, "a", "measure", measure);
  g_autofree char *kept = fixture_add (store, "a", "measure", issue, "措施二");
  g_autofree char *signoff = fixture_add (store, "a", "signoff", issue, "同意");

  gsize size = 1024 * 1024 + 100;
  g_autofree guint8 *data = g_malloc (size);
  memset (data, 7, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  LedgerBlobInfo info;
  g_assert_true (ledger_store_stage_blob (store, stream, size, &info, NULL, NULL, NULL));
  g_autofree char *proof = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  g_autoptr (LedgerValue) digest = ledger_value_new_bytes (info.digest, 32);
  ledger_edit_set_reason (edit, "补充佐证");
  ledger_edit_set (edit, "evidence", proof, "digest", digest);
  ledger_edit_set_text (edit, "evidence", proof, "measure", kept);
  ledger_edit_set_integer (edit, "issue", issue, "weight", 3);
  fixture_commit (store, edit);
  g_clear_object (&store);

  fixture_copy (path, other_path);
  store = fixture_open (path, LEDGER_STORE_WRITE);
  g_autoptr (LedgerStore) other = fixture_open (other_path, LEDGER_STORE_WRITE);
  fixture_set (store, "a", "issue", issue, "due", "2026-03-05");
  fixture_set (other, "b", "issue", issue, "due", "2026-03-06");
  fixture_set (other, "b", "issue", issue, "text", "改");
  g_assert_true (ledger_store_undo (other, "b", "b", NULL, NULL));
  g_assert_true (ledger_store_take_in (store, other, "a", "a", NULL, NULL, NULL, NULL));
  fixture_assert_sound (store);
  return g_steal_pointer (&path);
}

/* The first place that verify names, "open" where the file is refused before; NULL where nothing
 * was seen. */
static char *
find_damage (const char *path, char **digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerStore) store =
      ledger_store_open (path, &fixture_reading, LEDGER_STORE_READ, &error);
  if (store == NULL)
    return g_strdup ("open");
  g_autoptr (GPtrArray) damages = ledger_store_verify (store, NULL, NULL, &error);
  if (damages == NULL)
    return g_strdup ("check");
  if (damages->len == 0)
    {
      if (digest != NULL)
        *digest = fixture_digest (store);
      return NULL;
    }
  const LedgerDamage *first = damages->pdata[0];
  g_assert_cmpint (g_utf8_strlen (first->text, -1), >, 10);
  return g_strdup (first->place);
}

static GPtrArray *
list_text (const char *path, const char *sql, const char *name)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *handle = NULL;
  sqlite3_stmt *rows = NULL;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL), ==, SQLITE_OK);
  if (name != NULL)
    sqlite3_bind_text (rows, 1, name, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_ptr_array_add (list, g_strdup ((const char *)sqlite3_column_text (rows, 0)));
  sqlite3_finalize (rows);
  sqlite3_close (handle);
  return list;
}

/* SQL function: the value with one bit changed, of the same kind; a null becomes the second
 * argument. */
static void
flip (sqlite3_context *call, int n_values, sqlite3_value **values)
{
  g_autofree guint8 *bytes = NULL;
  gsize length = (gsize)sqlite3_value_bytes (values[0]);
  switch (sqlite3_value_type (values[0]))
    {
    case SQLITE_INTEGER:
      sqlite3_result_int64 (call, sqlite3_value_int64 (values[0]) ^ 1);
      return;
    case SQLITE_NULL:
      sqlite3_result_value (call, values[1]);
      return;
    default:
      break;
    }
  gboolean text = sqlite3_value_type (values[0]) == SQLITE_TEXT;
  bytes = g_malloc0 (length + 1);
  if (length > 0)
    memcpy (bytes, sqlite3_value_blob (values[0]), length);
  bytes[length > 0 ? length - 1 : 0] ^= 1;
  if (text)
    sqlite3_result_text (call, length > 0 ? (char *)bytes : "a", -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_blob (call, bytes, (int)MAX (length, 1), SQLITE_TRANSIENT);
}

static gboolean
update (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_create_function (handle, "flip", 2, SQLITE_UTF8, NULL, flip, NULL, NULL);
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);
  int changed = sqlite3_changes (handle);
  sqlite3_close (handle);
  return code == SQLITE_OK && changed == 1;
}

static const char *
key_of (const char *table)
{
  return g_str_equal (table, "log_prev")        ? "edit, position"
         : g_str_equal (table, "log_part")      ? "edit, record"
         : g_str_equal (table, "log_operation") ? "record, field, edit"
         : g_str_equal (table, "log_parent")    ? "record, field, parent, edit"
         : g_str_equal (table, "log_chunk")     ? "blob, position"
                                                : "rowid";
}

/* Changes one value of the first or last row by one bit, whatever kind it is; where a key stands in
 * the way, to another key. */
static gboolean
flip_value (const char *path, const char *table, const char *column, gboolean last)
{
  static const char *const formulas[][2] = {
    { "flip (", ", 1)" }, { "flip (", ", 'x')" }, { "flip (", ", x'01')" }, { "", " + 1000003" }
  };
  const char *key = key_of (table);
  g_auto (GStrv) parts = g_strsplit (key, ", ", -1);
  g_autofree char *descending = g_strjoinv (" DESC, ", parts);
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s\"%s\"%s WHERE (%s) = "
                                              "(SELECT %s FROM \"%s\" ORDER BY %s %s LIMIT 1)",
                                              table,
                                              column,
                                              formulas[i][0],
                                              column,
                                              formulas[i][1],
                                              key,
                                              key,
                                              table,
                                              last ? descending : key,
                                              last ? "DESC" : "");
      if (update (path, sql))
        return TRUE;
    }
  return FALSE;
}

/* LOG 15: every column of every table of the file. */
static void
test_every_column (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_ledger (fixture);
  g_autofree char *copy = fixture_path (fixture, "copy.zgl");
  g_autoptr (GPtrArray) tables =
      list_text (path,
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                 "AND name <> 'reading' ORDER BY 1",
                 NULL);
  guint n_flips = 0;
  g_assert_cmpuint (tables->len, ==, 9 + fixture_reading.n_types);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      g_autoptr (GPtrArray) columns =
          list_text (path, "SELECT name FROM pragma_table_info (?)", table);
      g_autofree char *count_sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
      g_autoptr (GPtrArray) counts = list_text (path, count_sql, NULL);
      if (g_str_has_prefix (table, "log_"))
        g_assert_cmpstr (counts->pdata[0], !=, "0");
      for (guint j = 0; j < 2 * columns->len && !g_str_equal (counts->pdata[0], "0"); j++)
        {
          const char *column = columns->pdata[j / 2];
          fixture_copy (path, copy);
          if (!flip_value (copy, table, column, j % 2))
            {
              g_test_message ("%s.%s could not be changed", table, column);
              g_test_fail ();
              continue;
            }
          g_autofree char *place = find_damage (copy, NULL);
          n_flips++;
          g_test_message ("%s.%s: %s", table, column, place != NULL ? place : "NOT SEEN");
          if (place == NULL)
            g_test_fail ();
          else if (!g_str_has_prefix (table, "log_"))
            g_assert_cmpstr (place, ==, "reading");
          else
            g_assert_cmpstr (place, !=, "reading");
        }
    }
  g_assert_cmpuint (n_flips, >, 80);
}

static void
test_rows_gone_and_added (void)
{
  static const char *const damages[] = {
    "DELETE FROM log_edit WHERE key = 3",
    "DELETE FROM log_edit WHERE key = (SELECT max (key) FROM log_edit)",
    "DELETE FROM log_prev",
    "DELETE FROM log_part WHERE edit = 3 AND record > 0",
    "DELETE FROM log_part WHERE edit = 3 AND record = 0",
    "DELETE FROM log_operation WHERE edit = 3",
    "DELETE FROM log_operation WHERE record = 1 AND edit = 2",
    "DELETE FROM log_parent",
    "DELETE FROM log_record WHERE key = 1",
    "DELETE FROM log_name WHERE key = 1",
    "DELETE FROM log_blob",
    "DELETE FROM log_chunk WHERE position = 1",
    "DELETE FROM log_chunk",
    "DELETE FROM issue",
    "INSERT INTO issue (record, id) VALUES (999, 'x')",
    "INSERT INTO log_name (text) VALUES ('more')",
    "INSERT INTO log_record (type, id) VALUES (1, randomblob (16))",
    "INSERT INTO log_chunk (blob, position, bytes) VALUES (1, 2, x'00')",
    "INSERT INTO log_chunk (blob, position, bytes) VALUES (1, 3, x'00')",
    "INSERT INTO log_part VALUES (3, 999, zeroblob (32))",
    "INSERT INTO log_operation VALUES (1, 1, 999, 'x')",
    "CREATE TABLE stranger (a)",
    "DROP TABLE measure",
    "DROP TABLE log_prev",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_ledger (fixture);
  g_autofree char *copy = fixture_path (fixture, "copy.zgl");
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      fixture_copy (path, copy);
      sqlite3 *handle = NULL;
      sqlite3_open (copy, &handle);
      int code = sqlite3_exec (handle, damages[i], NULL, NULL, NULL);
      int changed = sqlite3_total_changes (handle);
      sqlite3_close (handle);
      g_assert_cmpint (code, ==, SQLITE_OK);
      if (g_str_has_prefix (damages[i], "DELETE") || g_str_has_prefix (damages[i], "INSERT"))
        g_assert_cmpint (changed, >, 0);
      g_autofree char *place = find_damage (copy, NULL);
      g_test_message ("%s: %s", damages[i], place != NULL ? place : "NOT SEEN");
      if (place == NULL)
        g_test_fail ();
    }
}

/* Any byte of the file: either it is reported, or nothing that the ledger says has changed. */
static void
test_random_bytes (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_ledger (fixture);
  g_autofree char *copy = fixture_path (fixture, "copy.zgl");
  g_autofree char *data = NULL;
  g_autofree char *before = NULL;
  gsize length = 0;
  guint n_seen = 0;
  g_assert_null (find_damage (path, &before));
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint i = 0; i < 120; i++)
    {
      gsize at = (gsize)g_test_rand_int_range (0, (gint32)length);
      guint8 bit = (guint8)(1 << g_test_rand_int_range (0, 8));
      data[at] = (char)(data[at] ^ bit);
      g_assert_true (g_file_set_contents (copy, data, (gssize)length, NULL));
      data[at] = (char)(data[at] ^ bit);
      g_autofree char *after = NULL;
      g_autofree char *place = find_damage (copy, &after);
      n_seen += place != NULL;
      if (place == NULL)
        g_assert_cmpstr (before, ==, after);
    }
  g_assert_cmpuint (n_seen, >, 60); /* most of the file is evidence and pages in use */
}

static void
test_cancel (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = make_ledger (fixture);
  g_autoptr (LedgerStore) store = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  GError *error = NULL;
  g_assert_null (ledger_store_verify (store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  fixture_assert_sound (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/integrity/every-column", test_every_column);
  g_test_add_func ("/integrity/rows-gone-and-added", test_rows_gone_and_added);
  g_test_add_func ("/integrity/random-bytes", test_random_bytes);
  g_test_add_func ("/integrity/cancel", test_cancel);
  return g_test_run ();
}
