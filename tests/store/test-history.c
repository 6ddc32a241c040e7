/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "store-fixture.h"

static LedgerStore *
open_one (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  return fixture_create (path, "李敏");
}

static void
test_field (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = open_one (fixture);
  g_autofree char *id = fixture_add (store, "李敏", "issue", NULL, "一");
  fixture_set (store, "刘洋", "issue", id, "text", "二");
  GError *error = NULL;

  g_autoptr (GPtrArray) heads = ledger_store_get_heads (store, "issue", id, "text", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (heads->len, ==, 1);
  const LedgerOperation *head = heads->pdata[0];
  g_assert_cmpstr (ledger_value_get_text (head->value), ==, "二");
  g_assert_cmpstr (ledger_value_get_text (head->before), ==, "一");
  g_assert_cmpstr (head->actor, ==, "刘洋");
  g_assert_cmpstr (head->field, ==, "text");
  g_assert_cmpstr (head->id, ==, id);
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  g_assert_cmpstr (head->edit, ==, tip);

  g_autoptr (GPtrArray) history = ledger_store_get_history (store, "issue", id, "text", &error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_null (((LedgerOperation *)history->pdata[1])->before);

  g_autoptr (GPtrArray) none = ledger_store_get_heads (store, "issue", id, "due", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  g_autoptr (GPtrArray) operations = ledger_store_get_operations (store, tip, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (operations->len, ==, 1);
}

static void
test_last_import (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = open_one (fixture);
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
  GError *error = NULL;
  g_assert_null (ledger_store_get_last_import (store, "issue", id, "text", &error));
  g_assert_no_error (error);
  g_autoptr (LedgerEdit) import = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入");
  ledger_edit_set_text (import, "issue", id, "text", "来自表格");
  fixture_commit (store, import);
  fixture_set (store, "a", "issue", id, "text", "手改");
  g_autoptr (LedgerValue) value = ledger_store_get_last_import (store, "issue", id, "text", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ledger_value_get_text (value), ==, "来自表格");
}

static void
test_largest_given (void)
{
  static const struct
  {
    const char *prefix;
    gint64 largest;
  } cases[] = { { "", 7 }, { "1.", 4 }, { "1.2.", 12 }, { "1.2.3-", 5 }, { "9.", 0 } };
  static const char *const numbers[] = { "7", "1.1", "1.4", "1.2.3", "1.2.12", "1.2.3-05", "x" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = open_one (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
      fixture_set (store, "a", "issue", id, "number", numbers[i]);
      fixture_delete (store, "a", "issue", id); /* the deleted count */
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;
      gint64 largest =
          ledger_store_largest_given (store, "issue", "number", cases[i].prefix, &error);
      g_assert_no_error (error);
      g_assert_cmpint (largest, ==, cases[i].largest);
    }
}

static void
test_log (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = open_one (fixture);
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
  const LedgerLogLine *second = lines->pdata[1];
  g_autoptr (GPtrArray) rest = ledger_store_get_log (store, second->key, 10, &error);
  g_assert_cmpuint (rest->len, ==, 1);
}

static void
test_states (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = open_one (fixture);
  g_autofree char *first = ledger_store_dup_tip (store, NULL);
  g_autofree char *id = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *second = ledger_store_dup_tip (store, NULL);
  fixture_set (store, "a", "issue", id, "text", "二");
  g_autofree char *third = ledger_store_dup_tip (store, NULL);
  GError *error = NULL;

  g_assert_null (ledger_store_get_value_at (store, first, "issue", id, "text", &error));
  g_assert_no_error (error);
  g_autoptr (LedgerValue) then =
      ledger_store_get_value_at (store, second, "issue", id, "text", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ledger_value_get_text (then), ==, "一");
  g_autoptr (LedgerValue) now =
      ledger_store_get_value_at (store, third, "issue", id, "text", &error);
  g_assert_cmpstr (ledger_value_get_text (now), ==, "二");

  g_autofree char *latest = ledger_store_dup_tip_at_time (store, G_MAXINT64, &error);
  g_assert_cmpstr (latest, ==, third);
  g_assert_null (ledger_store_dup_tip_at_time (store, 0, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/field", test_field);
  g_test_add_func ("/history/last-import", test_last_import);
  g_test_add_func ("/history/largest-given", test_largest_given);
  g_test_add_func ("/history/log", test_log);
  g_test_add_func ("/history/states", test_states);
  return g_test_run ();
}
