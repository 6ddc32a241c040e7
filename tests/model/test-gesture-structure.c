/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-note.h"

static void
expect_number (LedgerDocument *document, const char *type, const char *id, const char *number)
{
  g_autofree char *found =
      ledger_document_dup_number (document, ledger_document_lookup (document, type, id));
  g_assert_cmpstr (found, ==, number);
}

static void
delete_one (LedgerDocument *document, const char *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  const char *const ids[] = { id, NULL };
  LedgerEdit *edit = ledger_gesture_delete (document, type, ids, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

/* Largest given plus one, the deleted counted; headings and issues share one row of numbers. */
static void
test_numbers (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_heading (document, NULL, "一");
  g_autofree char *two = fixture_heading (document, NULL, "二");
  g_autofree char *free_issue = fixture_issue (document, NULL, "没有标题");
  g_autofree char *below = fixture_heading (document, one, "一之一");
  g_autofree char *first = fixture_issue (document, below, "问题");
  g_autofree char *second = fixture_issue (document, below, "问题");

  expect_number (document, "heading", one, "1");
  expect_number (document, "heading", two, "2");
  expect_number (document, "issue", free_issue, "3");
  expect_number (document, "heading", below, "1.1");
  expect_number (document, "issue", first, "1.1.1");
  expect_number (document, "issue", second, "1.1.2");

  delete_one (document, "issue", second);
  g_autofree char *third = fixture_issue (document, below, "问题");
  expect_number (document, "issue", third, "1.1.3");
  /* 1.1.3 lies under 1.1, not under 1. */
  g_autofree char *beside = fixture_issue (document, one, "直接在一下面");
  expect_number (document, "issue", beside, "1.2");
  /* Moved, it keeps its number. */
  fixture_commit (document, ledger_gesture_set (document, "issue", third, "heading", two, NULL));
  expect_number (document, "issue", third, "1.1.3");
}

static void
test_refused (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  char *deepest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ledger_gesture_add_issue (document, NULL, "　", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_add_issue (document, issue, "问题", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_add_measure (document, issue, "", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  for (guint i = 0; i < 4; i++)
    {
      char *next = fixture_heading (document, deepest, "标题");
      g_free (deepest);
      deepest = next;
    }
  g_assert_null (ledger_gesture_add_heading (document, deepest, "第五层", NULL, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_free (deepest);
}

/* "一二三" of the measures in their order. */
static char *
order_of (LedgerDocument *document, const char *issue)
{
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < measures->len; i++)
    g_string_append (out, ledger_record_get_text (measures->pdata[i], LEDGER_MEASURE_TEXT));
  return g_string_free (out, FALSE);
}

/* Random steps against a list of letters. */
static void
test_move (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (GString) expected = g_string_new ("abcdef");
  for (guint i = 0; i < expected->len; i++)
    {
      char text[] = { expected->str[i], 0 };
      g_free (fixture_measure (document, issue, text));
    }

  for (guint step = 0; step < 150; step++)
    {
      guint from = (guint)g_test_rand_int_range (0, (gint)expected->len);
      int delta = g_test_rand_bit () ? 1 : -1;
      const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
      g_autoptr (GError) error = NULL;
      LedgerEdit *edit = ledger_gesture_move_measure (
          document, ledger_record_get_id (measures->pdata[from]), delta, &error);
      if ((delta < 0 && from == 0) || (delta > 0 && from + 1 == expected->len))
        {
          g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      fixture_commit (document, edit);
      guint to = (guint)((int)from + delta);
      char letter = expected->str[from];
      expected->str[from] = expected->str[to];
      expected->str[to] = letter;
      g_autofree char *found = order_of (document, issue);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

/* Equal ranks, as two PCs may give them, are spread anew. */
static void
test_move_among_equals (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  for (guint i = 0; i < 4; i++)
    {
      char text[] = { (char)('a' + i), 0 };
      g_autofree char *id = fixture_measure (document, issue, text);
      fixture_put (document, "measure", id, "rank", i % 2 == 0 ? "m" : NULL, NULL);
    }
  g_autofree char *before = order_of (document, issue);
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  LedgerEdit *edit =
      ledger_gesture_move_measure (document, ledger_record_get_id (measures->pdata[1]), 1, NULL);
  fixture_commit (document, edit);
  g_autofree char *after = order_of (document, issue);
  char expected[] = { before[0], before[2], before[1], before[3], 0 };
  g_assert_cmpstr (after, ==, expected);
}

static void
test_finish_measure (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autofree char *id = fixture_measure (document, issue, "措施");
  LedgerRecord *measure = ledger_document_lookup (document, "measure", id);

  fixture_commit (document, ledger_gesture_finish_measure (document, id, TRUE, NULL));
  g_assert_cmpint (ledger_record_get_integer (measure, LEDGER_MEASURE_DONE), ==, 1);
  g_assert_cmpstr (ledger_record_get_text (measure, LEDGER_MEASURE_FINISHED_ON), ==, "2026-03-10");
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_measures_done, ==, 1);
  fixture_commit (document, ledger_gesture_finish_measure (document, id, FALSE, NULL));
  g_assert_cmpint (ledger_record_get_integer (measure, LEDGER_MEASURE_DONE), ==, 0);
  g_assert_null (ledger_record_get_text (measure, LEDGER_MEASURE_FINISHED_ON));
  /* A day entered by hand stays. */
  fixture_put (document, "measure", id, "finished_on", "2026-03-01", NULL);
  fixture_commit (document, ledger_gesture_finish_measure (document, id, TRUE, NULL));
  g_assert_cmpstr (ledger_record_get_text (measure, LEDGER_MEASURE_FINISHED_ON), ==, "2026-03-01");
}

static void
test_notes (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_commit (document, ledger_gesture_add_note (document, issue, NULL, "先", &first, &error));
  fixture_commit (document, ledger_gesture_add_note (document, issue, NULL, "后", &second, &error));
  const GPtrArray *notes = ledger_document_get_children (document, "note", issue);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpstr (ledger_record_get_id (notes->pdata[0]), ==, first);
  g_assert_cmpstr (
      ledger_record_get_text (notes->pdata[0], LEDGER_NOTE_NOTED_ON), ==, "2026-03-10");
  g_assert_cmpstr (ledger_record_get_text (notes->pdata[0], LEDGER_NOTE_NOTED_BY), ==, "李敏");

  g_autofree char *other = fixture_issue (document, NULL, "又一个问题");
  const char *const ids[] = { issue, other, NULL };
  fixture_commit (document, ledger_gesture_add_note_to_many (document, ids, "同", &error));
  g_assert_cmpuint (ledger_document_get_children (document, "note", issue)->len, ==, 3);
  g_assert_cmpuint (ledger_document_get_children (document, "note", other)->len, ==, 1);
  g_assert_cmpstr (ledger_document_get_undo_title (document), ==, "Add progress to 2 items");
  g_assert_null (ledger_gesture_add_note_to_many (document, ids, " ", &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
}

static void
test_delete (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  g_autofree char *issue = fixture_issue (document, heading, "问题");
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_autofree char *evidence = fixture_evidence (document, issue, measure, "纪要");
  g_autoptr (GError) error = NULL;

  delete_one (document, "evidence", evidence);
  g_assert_cmpuint (ledger_document_get_children (document, "evidence_link", measure)->len, ==, 0);
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_evidence, ==, 0);
  g_assert_true (ledger_document_undo (document, NULL, &error));
  g_assert_cmpuint (ledger_document_get_children (document, "evidence_link", measure)->len, ==, 1);

  const char *const gone[] = { "0123456789abcdef0123456789abcdef", NULL };
  g_assert_null (ledger_gesture_delete (document, "issue", gone, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* What somebody signed stays, and what it stands under. */
  fixture_claim (document, issue);
  g_free (fixture_sign (
      document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", 1773100000000));
  const char *const issues[] = { issue, NULL };
  const char *const headings[] = { heading, NULL };
  g_assert_null (ledger_gesture_delete (document, "issue", issues, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ledger_gesture_delete (document, "heading", headings, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-structure/numbers", test_numbers);
  g_test_add_func ("/gesture-structure/refused", test_refused);
  g_test_add_func ("/gesture-structure/move", test_move);
  g_test_add_func ("/gesture-structure/move-among-equals", test_move_among_equals);
  g_test_add_func ("/gesture-structure/finish-measure", test_finish_measure);
  g_test_add_func ("/gesture-structure/notes", test_notes);
  g_test_add_func ("/gesture-structure/delete", test_delete);
  return fixture_run ();
}
