/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-audit-trail.h"

#include "ledger-error.h"
#include "ledger-id.h"
#include "store-fixture.h"

static void
test_pages (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
  g_autoptr (LedgerEdit) edit = fixture_edit ("刘洋");
  ledger_edit_set_title (edit, "修改整改时限");
  ledger_edit_set_reason (edit, "上级要求");
  ledger_edit_set_text (edit, "issue", id, "due", "2026-03-05");
  fixture_commit (store, edit);

  GError *error = NULL;
  g_autoptr (GPtrArray) lines = ledger_store_get_log (store, 0, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  const LedgerLogLine *newest = lines->pdata[0];
  g_assert_cmpstr (newest->title, ==, "修改整改时限");
  g_assert_cmpstr (newest->reason, ==, "上级要求");
  g_assert_cmpstr (newest->actor, ==, "刘洋");
  g_assert_cmpstr (newest->kind, ==, "edit");
  g_assert_cmpuint (newest->n_parts, ==, 1);
  g_assert_false (newest->doubtful);
  g_assert_cmpint (ledger_store_get_last_time (store), ==, newest->time);
  const LedgerLogLine *second = lines->pdata[1];
  g_autoptr (GPtrArray) rest = ledger_store_get_log (store, second->key, 10, &error);
  g_assert_cmpuint (rest->len, ==, 1);
}

/* What a refresh asks first, against the pages of the trail. */
static void
test_since (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  gint64 begin = ledger_store_get_position (store);
  g_autoptr (LedgerEdit) edit = fixture_edit ("刘洋");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = ledger_id_new_random ();
      ledger_edit_set_text (edit, "issue", id, "text", "一");
    }
  fixture_commit (store, edit);
  gint64 middle = ledger_store_get_position (store);
  g_autofree char *one = fixture_add (store, "a", "issue", NULL, "二");
  fixture_set (store, "a", "issue", one, "text", "三");
  gint64 end = ledger_store_get_position (store);

  for (guint limit = 0; limit < 10; limit++)
    {
      g_assert_cmpint (ledger_store_has_touched_more (store, begin, limit), ==, limit < 7);
      g_assert_cmpint (ledger_store_has_touched_more (store, middle, limit), ==, limit < 2);
      g_assert_false (ledger_store_has_touched_more (store, end, limit));
    }
  g_assert_false (ledger_store_has_merged_since (store, begin));
}

/* 时间存疑 (LOG 1): earlier than what it was made on, or more than a day after now. */
static void
test_doubtful_time (void)
{
  static const struct
  {
    const char *sql;
    gboolean doubtful;
  } cases[] = {
    { "UPDATE log_edit SET time = time WHERE key = 3", FALSE },
    { "UPDATE log_edit SET time = (SELECT time FROM log_edit WHERE key = 2) WHERE key = 3", FALSE },
    { "UPDATE log_edit SET time = (SELECT time FROM log_edit WHERE key = 2) - 1 WHERE key = 3",
      TRUE },
    { "UPDATE log_edit SET time = time + 23 * 60 * 60 * 1000 WHERE key = 3", FALSE },
    { "UPDATE log_edit SET time = time + 25 * 60 * 60 * 1000 WHERE key = 3", TRUE },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  {
    g_autoptr (LedgerStore) store = fixture_create (path, "a");
    g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
    fixture_set (store, "a", "issue", issue, "text", "二");
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_damage (path, copy, cases[i].sql);
      g_autoptr (LedgerStore) store = fixture_open (copy, LEDGER_STORE_READ);
      GError *error = NULL;
      g_autoptr (LedgerLogLine) line =
          ledger_audit_trail_read_line (ledger_store_peek_log (store), 3, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpint (line->doubtful, ==, cases[i].doubtful);
    }
}

/* A joining edit is measured by both lines of work that it joins. */
static void
test_doubtful_merge (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autofree char *copy = fixture_path (fixture, "b.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autoptr (LedgerStore) other = fixture_fork (&store, copy);
  fixture_set (store, "a", "issue", issue, "text", "二");
  fixture_set (other, "b", "issue", issue, "due", "2026-03-05");
  g_assert_true (ledger_store_take_in (store, other, "a", "a", NULL, NULL, NULL, NULL));
  gint64 merge = ledger_store_get_position (store);
  g_assert_true (ledger_store_has_merged_since (store, merge - 1));
  g_assert_false (ledger_store_has_merged_since (store, merge));
  g_clear_object (&store);
  fixture_raw (path,
               "UPDATE log_edit SET time = time + 60000 WHERE key = "
               "(SELECT prev FROM log_prev)");
  store = fixture_open (path, LEDGER_STORE_READ);
  g_autoptr (LedgerLogLine) line =
      ledger_audit_trail_read_line (ledger_store_peek_log (store), merge, NULL);
  g_assert_cmpstr (line->kind, ==, "merge");
  g_assert_true (line->doubtful);
}

static void
test_no_such_edit (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  GError *error = NULL;
  g_assert_null (ledger_audit_trail_read_line (ledger_store_peek_log (store), 99, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-trail/pages", test_pages);
  g_test_add_func ("/audit-trail/since", test_since);
  g_test_add_func ("/audit-trail/doubtful-time", test_doubtful_time);
  g_test_add_func ("/audit-trail/doubtful-merge", test_doubtful_merge);
  g_test_add_func ("/audit-trail/no-such-edit", test_no_such_edit);
  return g_test_run ();
}
