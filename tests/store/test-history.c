/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "store-fixture.h"

static void
test_field (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
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
  g_assert_null (head->reason);
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

/* Why an edit was made stands with each of its operations. */
static void
test_reason (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
  g_autofree char *id = fixture_add (store, "李敏", "issue", NULL, "一");
  g_autoptr (LedgerEdit) edit = fixture_edit ("刘洋");
  ledger_edit_set_reason (edit, "巡察办补充反馈");
  ledger_edit_set_text (edit, "issue", id, "text", "二");
  fixture_commit (store, edit);

  g_autoptr (GPtrArray) history = ledger_store_get_history (store, "issue", id, "text", NULL);
  g_assert_cmpstr (((LedgerOperation *)history->pdata[0])->reason, ==, "巡察办补充反馈");
  g_assert_null (((LedgerOperation *)history->pdata[1])->reason);
}

static void
test_last_import (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
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
  g_autoptr (LedgerStore) store = fixture_create_one (fixture);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/field", test_field);
  g_test_add_func ("/history/reason", test_reason);
  g_test_add_func ("/history/last-import", test_last_import);
  g_test_add_func ("/history/largest-given", test_largest_given);
  return g_test_run ();
}
