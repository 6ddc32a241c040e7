/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-field.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-inspection.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

static LedgerValue *
read_text (LedgerDocument *document, const LedgerRecordType *type, guint column, const char *text)
{
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "read");
  return ledger_field_read (document, edit, type, column, text, NULL);
}

static void
expect_text (LedgerDocument *document,
             const LedgerRecordType *type,
             guint column,
             const char *text,
             const char *expected)
{
  g_autoptr (LedgerValue) value = read_text (document, type, column, text);

  g_test_message ("%s: %s", type->columns[column].name, text);
  if (expected == NULL)
    g_assert_null (value);
  else
    g_assert_cmpstr (ledger_value_get_text (value), ==, expected);
}

static void
test_read (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  const LedgerRecordType *issue = &ledger_issue_record_type;
  const LedgerRecordType *measure = &ledger_measure_record_type;

  expect_text (document, issue, LEDGER_ISSUE_TARGET, " 目标　", "目标");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "2026-03-05", "2026-03-05");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "2026.3.5", "2026-03-05");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "2026年2月30日", NULL);
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "3月底", NULL);
  expect_text (document, issue, LEDGER_ISSUE_DUE, "2026年3月底", "month 2026-03-31 2026年3月底");
  expect_text (document, issue, LEDGER_ISSUE_DUE, "不知道", NULL);
  expect_text (document, issue, LEDGER_ISSUE_DEADLINE_CLASS, "long_term", "long_term");
  expect_text (document, issue, LEDGER_ISSUE_DEADLINE_CLASS, "随便", NULL);
  expect_text (document, measure, LEDGER_MEASURE_PHASE, "没有", NULL);

  g_autoptr (LedgerValue) none = read_text (document, issue, LEDGER_ISSUE_TARGET, "　");
  g_assert_cmpint (ledger_value_get_tag (none), ==, LEDGER_VALUE_NONE);
  g_autoptr (LedgerValue) null = read_text (document, issue, LEDGER_ISSUE_TARGET, NULL);
  g_assert_cmpint (ledger_value_get_tag (null), ==, LEDGER_VALUE_NONE);
  static const char *const yes[] = { "是", "true", "YES", "1" };
  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_autoptr (LedgerValue) flag = read_text (document, measure, LEDGER_MEASURE_DONE, yes[i]);
      g_assert_cmpint (ledger_value_get_integer (flag), ==, 1);
    }
  g_assert_null (read_text (document, measure, LEDGER_MEASURE_DONE, "也许"));
}

/* Without a year: a deadline after the feedback, any other date not far from today. */
static void
test_anchor (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const LedgerRecordType *issue = &ledger_issue_record_type;

  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "3月1日", "2026-03-01");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "12月5日", "2025-12-05");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "5月5日", "2026-05-05");
  expect_text (document, issue, LEDGER_ISSUE_CLOSED, "9月5日", NULL);
  expect_text (document, issue, LEDGER_ISSUE_DUE, "4月5日", "day 2026-04-05 4月5日");
  fixture_put (document,
               "inspection",
               ledger_record_get_id (inspection),
               "feedback_date",
               "2026-01-20",
               NULL);
  expect_text (document, issue, LEDGER_ISSUE_DUE, "2月5日", "day 2026-02-05 2月5日");
}

static void
test_learning (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "read");
  g_autoptr (LedgerValue) owner = ledger_field_read (
      document, edit, &ledger_measure_record_type, LEDGER_MEASURE_OWNER, "张伟", NULL);

  g_assert_nonnull (ledger_value_get_text (owner));
  g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 1);
  g_assert_cmpstr (ledger_edit_get_change (edit, 0)->type, ==, "person");
  g_assert_cmpstr (ledger_edit_get_change (edit, 0)->id, ==, ledger_value_get_text (owner));
}

static void
expect_words (LedgerDocument *document,
              const char *type,
              const char *field,
              LedgerValue *value,
              const char *expected)
{
  g_autofree char *words = ledger_field_to_words (document, type, field, value);
  g_assert_cmpstr (words, ==, expected);
  ledger_value_unref (value);
}

static void
test_words (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  fixture_claim (document, issue);
  LedgerRecord *person = ledger_document_find_name (document, "person", "张伟");
  const char *id = ledger_record_get_id (person);

  expect_words (document, "issue", "target", ledger_value_new_text ("目标"), "目标");
  expect_words (document, "issue", "target", ledger_value_new_none (), NULL);
  expect_words (document, "claim", "handler", ledger_value_new_text (id), "张伟");
  expect_words (document, "measure", "issue", ledger_value_new_text (issue), "1");
  expect_words (document, "inspection", "near_days", ledger_value_new_integer (5), "5");
  expect_words (document,
                "evidence",
                "digest",
                ledger_value_new_bytes ("\1\2\3\4\5\6\7\10", 8),
                "010203040506");
  g_autoptr (LedgerValue) date = ledger_value_new_text ("2025-03-05");
  g_autofree char *day = ledger_field_to_words (document, "issue", "closed", date);
  g_autofree char *same =
      ledger_day_to_words (ledger_day_new (2025, 3, 5), ledger_document_get_today (document));
  g_assert_cmpstr (day, ==, same);
  g_autoptr (LedgerValue) word = ledger_value_new_text ("immediate");
  g_autofree char *choice = ledger_field_to_words (document, "issue", "deadline_class", word);
  g_assert_cmpstr (choice, !=, "immediate");
  /* Of a newer program. */
  expect_words (document, "issue", "newer", ledger_value_new_text ("x"), "x");
  expect_words (document, "newer", "text", ledger_value_new_text ("x"), "x");
  g_assert_cmpstr (ledger_field_get_word ("issue", "newer"), ==, "newer");
  g_assert_cmpstr (ledger_field_get_word ("issue", "due"), !=, "due");
  g_assert_cmpstr (ledger_field_get_word ("issue", "deleted"), !=, "deleted");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/field/read", test_read);
  g_test_add_func ("/field/anchor", test_anchor);
  g_test_add_func ("/field/learning", test_learning);
  g_test_add_func ("/field/words", test_words);
  return fixture_run ();
}
