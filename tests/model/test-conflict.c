/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-conflict.h"

#include "ledger-fixture.h"
#include "ledger-issue.h"

/* Two copies of one ledger with an issue that has one measure. */
typedef struct
{
  LedgerDocument *ours;
  LedgerDocument *theirs;
  char *issue;
  char *measure;
} Pair;

static void
pair_init (Pair *pair)
{
  LedgerDocument *first = fixture_document ();
  g_autofree char *path = g_strdup (ledger_document_get_path (first));

  pair->issue = fixture_issue (first, NULL, "问题");
  pair->measure = fixture_measure (first, pair->issue, "措施");
  ledger_document_close (first);
  pair->theirs = fixture_copy (first);
  g_object_unref (first);
  pair->ours = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  ledger_document_set_actor (pair->ours, NULL, "李敏");
  ledger_document_set_actor (pair->theirs, NULL, "刘洋");
}

static void
pair_clear (Pair *pair)
{
  g_object_unref (pair->ours);
  g_object_unref (pair->theirs);
  g_free (pair->issue);
  g_free (pair->measure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static void
assert_value (LedgerDocument *document,
              const LedgerConflict *conflict,
              const char *author,
              const char *value)
{
  gboolean found = FALSE;

  for (guint i = 0; i < conflict->heads->len; i++)
    {
      g_autofree char *words = ledger_conflict_dup_value (document, conflict, i);

      if (g_strcmp0 (ledger_conflict_get_author (conflict, i), author) != 0)
        continue;
      found = TRUE;
      g_assert_cmpstr (words, ==, value);
    }
  g_assert_true (found);
}

static void
assert_subject (LedgerDocument *document,
                const LedgerConflict *conflict,
                const char *issue,
                const char *expected)
{
  g_autofree char *subject = ledger_conflict_dup_subject (document, conflict, issue);

  g_assert_cmpstr (subject, ==, expected);
}

static void
test_values (void)
{
  g_auto (Pair) pair;
  pair_init (&pair);
  g_autoptr (GPtrArray) none = ledger_conflict_find_in_issue (pair.ours, pair.issue);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_put (pair.ours, "issue", pair.issue, "due", "day 2026-03-05 3月5日", NULL);
  fixture_put (pair.theirs, "issue", pair.issue, "due", "day 2026-03-06 3月6日", NULL);
  fixture_put (pair.ours, "measure", pair.measure, "text", "甲", "rank", "c", NULL);
  fixture_put (pair.theirs, "measure", pair.measure, "text", "乙", "rank", "d", NULL);
  fixture_put (pair.ours, "issue", pair.issue, "remark", "同", NULL);
  fixture_put (pair.theirs, "issue", pair.issue, "remark", "同", NULL);
  fixture_take_in (pair.ours, pair.theirs);

  g_autoptr (GPtrArray) conflicts = ledger_conflict_find_in_issue (pair.ours, pair.issue);
  g_assert_cmpuint (conflicts->len, ==, 3);
  assert_subject (pair.ours, conflicts->pdata[0], pair.issue, "deadline");
  assert_value (pair.ours, conflicts->pdata[0], "李敏", "3月5日");
  assert_value (pair.ours, conflicts->pdata[0], "刘洋", "3月6日");
  assert_subject (pair.ours, conflicts->pdata[1], pair.issue, "Measure 1 order");
  assert_value (pair.ours, conflicts->pdata[1], "刘洋", NULL);
  assert_subject (pair.ours, conflicts->pdata[2], pair.issue, "Measure 1");

  /* Chosen, it is one value, and that is not undone: one chooses again. */
  const LedgerConflict *due = conflicts->pdata[0];
  const LedgerOperation *chosen = due->heads->pdata[0];
  fixture_commit (pair.ours, ledger_gesture_choose (pair.ours, chosen, NULL));
  g_autoptr (GPtrArray) left = ledger_conflict_find_in_issue (pair.ours, pair.issue);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_nonnull (ledger_document_get_undo_reason (pair.ours));
  g_assert_cmpstr (ledger_record_get_text (ledger_document_lookup (pair.ours, "issue", pair.issue),
                                           LEDGER_ISSUE_DUE),
                   ==,
                   ledger_value_get_text (chosen->value));
}

static void
test_deletion (void)
{
  g_auto (Pair) pair;
  pair_init (&pair);
  const char *const ids[] = { pair.measure, NULL };

  fixture_commit (pair.theirs, ledger_gesture_delete (pair.theirs, "measure", ids, NULL));
  fixture_put (pair.ours, "measure", pair.measure, "text", "又改", NULL);
  fixture_take_in (pair.ours, pair.theirs);
  g_autoptr (GPtrArray) conflicts = ledger_conflict_find_in_issue (pair.ours, pair.issue);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_true (ledger_conflict_is_deletion (conflicts->pdata[0]));
  assert_subject (pair.ours, conflicts->pdata[0], pair.issue, "Measure 1");
  g_assert_cmpstr (ledger_conflict_get_author (conflicts->pdata[0], 0), ==, "刘洋");

  fixture_commit (pair.ours, ledger_gesture_keep (pair.ours, "measure", pair.measure, NULL));
  g_autoptr (GPtrArray) kept = ledger_conflict_find_in_record (pair.ours, "measure", pair.measure);
  g_assert_cmpuint (kept->len, ==, 0);
  g_assert_nonnull (ledger_document_lookup (pair.ours, "measure", pair.measure));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/conflict/values", test_values);
  g_test_add_func ("/conflict/deletion", test_deletion);
  return fixture_run ();
}
