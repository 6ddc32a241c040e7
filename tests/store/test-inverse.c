/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-inverse.h"

#include "ledger-error.h"
#include "store-fixture.h"

#include <string.h>

static LedgerEdit *
make (LedgerStore *store, gint64 edit, GError **error)
{
  gboolean own = FALSE;
  g_assert_true (ledger_store_enter_read (store, &own, NULL));
  LedgerEdit *inverse = ledger_inverse_make (store, edit, LEDGER_EDIT_UNDO, error);
  ledger_store_leave_read (store, own);
  return inverse;
}

static void
test_values_and_tombstones (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  gint64 added = ledger_store_get_position (store);
  GError *error = NULL;
  {
    g_autoptr (LedgerEdit) inverse = make (store, added, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ledger_edit_get_n_changes (inverse), ==, 1); /* the tombstone alone */
    g_assert_cmpstr (ledger_edit_get_change (inverse, 0)->field, ==, "deleted");
  }
  g_autoptr (LedgerEdit) edit = fixture_edit ("a");
  ledger_edit_set_text (edit, "issue", issue, "text", "二");
  ledger_edit_set_text (edit, "issue", issue, "due", "2026-03-05");
  fixture_commit (store, edit);
  g_autoptr (LedgerEdit) inverse = make (store, ledger_store_get_position (store), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger_edit_get_n_changes (inverse), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LedgerChange *change = ledger_edit_get_change (inverse, i);
      const char *before = g_str_equal (change->field, "text") ? "一" : NULL;
      g_assert_cmpstr (ledger_value_get_text (change->value), ==, before);
    }
}

/* Each reason names the record that stands on it (LOG 8). */
static void
test_reasons_name_the_record (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "甲问题");
  gint64 added = ledger_store_get_position (store);
  GError *error = NULL;
  fixture_set (store, "刘洋", "issue", issue, "due", "2026-03-05");
  g_assert_null (make (store, added, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "甲问题"));
  g_assert_nonnull (strstr (error->message, "刘洋"));
  g_clear_error (&error);

  g_autofree char *measure = fixture_add (store, "a", "measure", issue, "乙措施");
  gint64 made = ledger_store_get_position (store);
  g_autofree char *proof = fixture_add (store, "b", "evidence", measure, "丙佐证");
  g_assert_null (make (store, made, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "乙措施"));
  g_assert_nonnull (strstr (error->message, "丙佐证"));
  g_clear_error (&error);
}

static void
test_what_lasts_stays (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  g_autoptr (LedgerStore) store = fixture_create (path, "a");
  g_autofree char *issue = fixture_add (store, "a", "issue", NULL, "一");
  g_autofree char *signoff = fixture_add (store, "a", "signoff", issue, "同意");
  GError *error = NULL;
  g_assert_false (ledger_store_undo (store, "a", "a", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "sign-off"));
  g_clear_error (&error);
  g_assert_true (fixture_has (store, "signoff", signoff));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inverse/values-and-tombstones", test_values_and_tombstones);
  g_test_add_func ("/inverse/reasons-name-the-record", test_reasons_name_the_record);
  g_test_add_func ("/inverse/what-lasts-stays", test_what_lasts_stays);
  return g_test_run ();
}
