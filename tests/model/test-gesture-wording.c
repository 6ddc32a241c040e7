/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

static LedgerLogLine *
last_line (LedgerDocument *document)
{
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (document), 0, 1, NULL);
  return g_ptr_array_steal_index (lines, 0);
}

/* What came from a list is changed with a reason only; the original and the reason stay. */
static void
test_imported (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = fixture_issue (document, NULL, "学习不深入");
  LedgerRecord *issue = ledger_document_lookup (document, "issue", id);
  g_autoptr (GError) error = NULL;

  fixture_put (document, "issue", id, "original", "学习不深入", NULL);
  g_assert_true (ledger_gesture_needs_reason (document, id));
  g_assert_null (ledger_gesture_reword (document, id, "学习不够深入", "  ", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  fixture_commit (document,
                  ledger_gesture_reword (document, id, " 学习不够深入 ", "更正错字", NULL));
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, "学习不够深入");
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL), ==, "学习不深入");
  g_autoptr (LedgerLogLine) line = last_line (document);
  g_assert_cmpstr (line->reason, ==, "更正错字");
}

/* One's own words are changed without. */
static void
test_own (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *id = fixture_issue (document, NULL, "学习不深入");
  g_autoptr (GError) error = NULL;

  g_assert_false (ledger_gesture_needs_reason (document, id));
  fixture_commit (document, ledger_gesture_reword (document, id, "学习不够深入", NULL, NULL));
  g_assert_null (ledger_gesture_reword (document, id, " ", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-wording/imported", test_imported);
  g_test_add_func ("/gesture-wording/own", test_own);
  return fixture_run ();
}
