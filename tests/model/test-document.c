/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-inspection.h"
#include "ledger-issue.h"

static void
test_create (void)
{
  g_autofree char *path = fixture_path ("new");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);
  g_assert_no_error (error);

  LedgerRecord *inspection = ledger_document_get_inspection (document);
  g_assert_nonnull (inspection);
  g_assert_cmpstr (ledger_record_get_text (inspection, LEDGER_INSPECTION_UNIT), ==, "某市某局");
  g_assert_false (ledger_document_is_read_only (document));
  g_assert_cmpstr (ledger_document_get_path (document), ==, path);
  g_assert_cmpstr (ledger_document_get_actor_name (document), ==, "李敏");
  g_assert_cmpint (ledger_document_get_today (document), ==, ledger_day_new (2026, 3, 10));
  /* The round itself is nobody's to take back. */
  g_assert_null (ledger_document_get_undo_title (document));
  g_assert_cmpint (ledger_document_get_saved_at (document), >, 0);

  g_assert_null (ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_reopen (void)
{
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *id = NULL;
  {
    g_autoptr (LedgerDocument) document = fixture_document ();
    path = g_strdup (ledger_document_get_path (document));
    g_autofree char *heading = fixture_heading (document, NULL, "聚焦党的路线");
    id = fixture_issue (document, heading, "学习不够系统");
    before = fixture_dump (document);
  }
  for (int mode = LEDGER_DOCUMENT_WINDOW; mode <= LEDGER_DOCUMENT_READ; mode++)
    {
      g_autoptr (LedgerDocument) document = fixture_open (path, mode);
      g_autofree char *after = fixture_dump (document);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (ledger_document_is_read_only (document), ==, mode == LEDGER_DOCUMENT_READ);
      g_assert_nonnull (ledger_document_lookup (document, "issue", id));
    }
}

static void
test_locked (void)
{
  g_autoptr (LedgerDocument) first = fixture_document ();
  const char *path = ledger_document_get_path (first);
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_LOCKED);
  g_clear_error (&error);

  g_autoptr (LedgerDocument) second = fixture_open (path, LEDGER_DOCUMENT_WINDOW);
  g_assert_true (ledger_document_is_read_only (second));
  g_assert_nonnull (ledger_document_get_holder (second));
  g_autoptr (LedgerEdit) edit = ledger_gesture_add_issue (second, NULL, "问题", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (ledger_document_commit (second, edit, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY);

  /* What the other one writes is seen. */
  g_autofree char *id = fixture_issue (first, NULL, "别人写的");
  g_assert_null (ledger_document_lookup (second, "issue", id));
  g_assert_true (ledger_document_refresh (second, NULL));
  g_assert_nonnull (ledger_document_lookup (second, "issue", id));
}

static void
test_missing (void)
{
  g_autofree char *path = fixture_path ("none");
  g_autoptr (GError) error = NULL;

  for (int mode = LEDGER_DOCUMENT_WINDOW; mode <= LEDGER_DOCUMENT_READ; mode++)
    {
      g_assert_null (ledger_document_open (path, mode, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
}

static void
test_closed (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = fixture_issue (document, NULL, "问题");

  ledger_document_close (document);
  ledger_document_close (document);
  /* What was read stays readable; nothing can be written. */
  g_assert_nonnull (ledger_document_lookup (document, "issue", id));
  g_assert_true (ledger_document_refresh (document, NULL));
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "title");
  ledger_edit_set_text (edit, "issue", id, "text", "其他");
  g_autoptr (GError) error = NULL;
  g_assert_false (ledger_document_commit (document, edit, NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document/create", test_create);
  g_test_add_func ("/document/reopen", test_reopen);
  g_test_add_func ("/document/locked", test_locked);
  g_test_add_func ("/document/missing", test_missing);
  g_test_add_func ("/document/closed", test_closed);
  return fixture_run ();
}
