/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-edit.h"

#define ID "00112233445566778899aabbccddeeff"

static void
test_last_setting_counts (void)
{
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, NULL);
  ledger_edit_set_text (edit, "issue", ID, "text", "一");
  ledger_edit_set_integer (edit, "issue", ID, "weight", 3);
  ledger_edit_set_text (edit, "issue", ID, "text", "二");
  ledger_edit_set_text (edit, "measure", ID, "text", "同号");
  g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 3);
  const LedgerChange *change = ledger_edit_get_change (edit, 0);
  g_assert_cmpstr (change->type, ==, "issue");
  g_assert_cmpstr (change->id, ==, ID);
  g_assert_cmpstr (change->field, ==, "text");
  g_assert_cmpstr (ledger_value_get_text (change->value), ==, "二");
  g_assert_cmpint (ledger_value_get_integer (ledger_edit_get_change (edit, 1)->value), ==, 3);
}

static void
test_deleting_and_keeping (void)
{
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "删除");
  ledger_edit_delete (edit, "issue", ID);
  const LedgerChange *change = ledger_edit_get_change (edit, 0);
  g_assert_cmpstr (change->field, ==, LEDGER_FIELD_DELETED);
  g_assert_cmpint (ledger_value_get_tag (change->value), ==, LEDGER_VALUE_BYTES);
  ledger_edit_keep (edit, "issue", ID);
  g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 1);
  g_assert_cmpint (ledger_value_get_tag (change->value), ==, LEDGER_VALUE_NONE);
}

static void
test_header (void)
{
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_IMPORT, "导入");
  g_assert_cmpint (ledger_edit_get_kind (edit), ==, LEDGER_EDIT_IMPORT);
  g_assert_cmpstr (ledger_edit_get_actor (edit), ==, "");
  g_assert_cmpint (ledger_edit_get_position (edit), ==, -1);
  g_assert_null (ledger_edit_get_reason (edit));
  ledger_edit_set_actor (edit, "李敏", "desk");
  ledger_edit_set_title (edit, ledger_edit_get_title (edit));
  ledger_edit_set_reason (edit, "上级要求");
  ledger_edit_set_position (edit, 7);
  g_autoptr (LedgerEdit) same = ledger_edit_ref (edit);
  g_assert_cmpstr (ledger_edit_get_title (same), ==, "导入");
  g_assert_cmpstr (ledger_edit_get_actor (same), ==, "李敏");
  g_assert_cmpstr (ledger_edit_get_desk (same), ==, "desk");
  g_assert_cmpstr (ledger_edit_get_reason (same), ==, "上级要求");
  g_assert_cmpint (ledger_edit_get_position (same), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/last-setting-counts", test_last_setting_counts);
  g_test_add_func ("/edit/deleting-and-keeping", test_deleting_and_keeping);
  g_test_add_func ("/edit/header", test_header);
  return g_test_run ();
}
