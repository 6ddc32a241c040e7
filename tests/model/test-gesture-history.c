/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

/* The newest operation of a field. */
static LedgerOperation *
last_operation (LedgerDocument *document, const char *type, const char *id, const char *field)
{
  g_autoptr (GPtrArray) history =
      ledger_store_get_history (ledger_document_get_store (document), type, id, field, NULL);
  g_assert_cmpuint (history->len, >, 0);
  return g_ptr_array_steal_index (history, 0);
}

static void
restore (LedgerDocument *document, const char *type, const char *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerOperation) operation = last_operation (document, type, id, field);
  LedgerEdit *edit = ledger_gesture_restore (document, operation, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

static void
test_restore (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);

  fixture_put (document, "issue", issue, "target", "先", NULL);
  fixture_put (document, "issue", issue, "target", "后", NULL);
  restore (document, "issue", issue, "target");
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TARGET), ==, "先");
  /* An ordinary edit: it can be undone like any other. */
  g_assert_true (ledger_document_undo (document, NULL, NULL));
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TARGET), ==, "后");

  /* What was empty becomes empty again. */
  fixture_put (document, "issue", issue, "remark", "备注", NULL);
  restore (document, "issue", issue, "remark");
  g_assert_null (ledger_record_get_text (record, LEDGER_ISSUE_REMARK));
}

static void
test_bring_back (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  const char *const ids[] = { issue, NULL };
  g_autoptr (GError) error = NULL;

  fixture_commit (document, ledger_gesture_delete (document, "issue", ids, NULL));
  g_assert_null (ledger_document_lookup (document, "measure", measure));
  restore (document, "issue", issue, LEDGER_FIELD_DELETED);
  g_assert_nonnull (ledger_document_lookup (document, "issue", issue));
  g_assert_nonnull (ledger_document_lookup (document, "measure", measure));
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_measures, ==, 1);

  g_autoptr (LedgerOperation) operation =
      last_operation (document, "issue", issue, LEDGER_FIELD_DELETED);
  g_assert_null (ledger_gesture_restore (document, operation, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

static void
test_refused (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  const char *const ids[] = { issue, NULL };
  g_autoptr (GError) error = NULL;

  /* Nothing was before: that is deleting. */
  g_autoptr (LedgerOperation) text = last_operation (document, "issue", issue, "text");
  g_assert_null (ledger_gesture_restore (document, text, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);

  fixture_put (document, "issue", issue, "original", "原文", NULL);
  g_autoptr (LedgerOperation) original = last_operation (document, "issue", issue, "original");
  g_assert_null (ledger_gesture_restore (document, original, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);

  fixture_put (document, "issue", issue, "target", "目标", NULL);
  g_autoptr (LedgerOperation) target = last_operation (document, "issue", issue, "target");
  fixture_commit (document, ledger_gesture_delete (document, "issue", ids, NULL));
  g_assert_null (ledger_gesture_restore (document, target, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
}

/* Choosing among several heads is shown on two files in test-document-refresh; here what is
 * written.
 */
static void
test_choose (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_autoptr (GError) error = NULL;

  fixture_put (document, "issue", issue, "target", "甲", NULL);
  g_autoptr (LedgerOperation) first = last_operation (document, "issue", issue, "target");
  fixture_put (document, "issue", issue, "target", "乙", NULL);
  LedgerEdit *edit = ledger_gesture_choose (document, first, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TARGET), ==, "甲");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-history/restore", test_restore);
  g_test_add_func ("/gesture-history/bring-back", test_bring_back);
  g_test_add_func ("/gesture-history/refused", test_refused);
  g_test_add_func ("/gesture-history/choose", test_choose);
  return fixture_run ();
}
