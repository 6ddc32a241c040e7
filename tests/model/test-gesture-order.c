/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

/* The measures' texts, one letter each, in their order. */
static char *
order_of (LedgerDocument *document, const char *issue)
{
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < measures->len; i++)
    g_string_append (order, ledger_record_get_text (measures->pdata[i], LEDGER_MEASURE_TEXT));
  return g_string_free (order, FALSE);
}

static void
add_measures (LedgerDocument *document, const char *issue, const char *letters, const char *rank)
{
  for (; *letters != '\0'; letters++)
    {
      char text[] = { *letters, 0 };
      g_autofree char *id = fixture_measure (document, issue, text);
      if (rank != NULL)
        fixture_put (document, "measure", id, "rank", rank, NULL);
    }
}

static void
place (LedgerDocument *document, const char *issue, guint from, guint to)
{
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  const char *id = ledger_record_get_id (measures->pdata[from - 1]);

  fixture_commit (document, ledger_gesture_place_measure (document, id, to, NULL));
}

static void
test_place (void)
{
  static const struct
  {
    guint from;
    guint to;
    const char *expected;
  } cases[] = {
    { 1, 4, "bcda" }, { 4, 1, "abcd" }, { 2, 3, "acbd" }, { 3, 2, "abcd" }, { 2, 9, "acdb" },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  add_measures (document, issue, "abcd", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      place (document, issue, cases[i].from, cases[i].to);
      g_autofree char *order = order_of (document, issue);
      g_assert_cmpstr (order, ==, cases[i].expected);
    }
}

/* Equal ranks, as two PCs may give them, leave no room: the list is ranked anew. */
static void
test_place_among_equals (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  add_measures (document, issue, "abcd", "m");
  g_autofree char *before = order_of (document, issue);
  place (document, issue, 4, 2);
  g_autofree char *after = order_of (document, issue);
  const char expected[] = { before[0], before[3], before[1], before[2], 0 };
  g_assert_cmpstr (after, ==, expected);
}

/* Under another heading a problem keeps its number; undo brings it back. */
static void
test_move_issues (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *first = fixture_heading (document, NULL, "一");
  g_autofree char *second = fixture_heading (document, NULL, "二");
  g_autofree char *issue = fixture_issue (document, first, "问题");
  g_autofree char *other = fixture_issue (document, first, "又一个");
  const char *const ids[] = { issue, other, NULL };
  g_autoptr (GError) error = NULL;

  fixture_commit (document, ledger_gesture_move_issues (document, ids, second, NULL));
  g_assert_cmpuint (ledger_document_get_children (document, "issue", second)->len, ==, 2);
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_NUMBER), ==, "1.1");
  g_assert_true (ledger_document_undo (document, NULL, &error));
  g_assert_cmpuint (ledger_document_get_children (document, "issue", first)->len, ==, 2);

  g_assert_null (ledger_gesture_move_issues (document, ids, issue, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-order/place", test_place);
  g_test_add_func ("/gesture-order/place-among-equals", test_place_among_equals);
  g_test_add_func ("/gesture-order/move-issues", test_move_issues);
  return fixture_run ();
}
