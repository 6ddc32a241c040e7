/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-evidence.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

static void
assert_number (LedgerDocument *document, const char *type, const char *id, const char *number)
{
  LedgerRecord *record = ledger_document_lookup (document, type, id);
  g_autofree char *shown = ledger_document_dup_number (document, record);

  g_assert_cmpstr (shown, ==, number);
}

/* The one of the two that is shown as the later. */
static const char *
find_later (LedgerDocument *document, const char *one, const char *two)
{
  g_autofree char *shown =
      ledger_document_dup_number (document, ledger_document_lookup (document, "issue", one));

  return g_str_has_suffix (shown, "2") ? two : one;
}

/* 1.2 twice; 1.3 was given and deleted: the next free number is 1.4. */
static void
test_problem (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *heading = fixture_heading (document, NULL, "方面");
  g_autofree char *first = fixture_issue (document, heading, "一");
  g_autofree char *one = fixture_issue (document, heading, "二");
  g_autofree char *two = fixture_issue (document, heading, "三");
  const char *const gone[] = { two, NULL };
  g_autoptr (GError) error = NULL;

  fixture_commit (document, ledger_gesture_delete (document, "issue", gone, NULL));
  g_autofree char *other = fixture_issue (document, heading, "四");
  fixture_put (document, "issue", other, "number", "1.2", NULL);
  const char *later = find_later (document, one, other);
  const char *earlier = later == one ? other : one;

  fixture_commit (document, ledger_gesture_renumber (document, "issue", later, &error));
  g_assert_no_error (error);
  assert_number (document, "issue", later, "1.5");
  assert_number (document, "issue", earlier, "1.2");
  assert_number (document, "issue", first, "1.1");
  g_assert_false (ledger_document_shares_number (document, "issue", earlier));

  /* Offered where two bear it, and nowhere else. */
  g_assert_null (ledger_gesture_renumber (document, "issue", earlier, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "1.2"));
  g_autofree char *title = NULL;
  g_clear_error (&error);
  g_assert_true (ledger_document_undo (document, &title, &error));
  g_assert_no_error (error);
  g_assert_true (ledger_document_shares_number (document, "issue", earlier));
}

/* All that is shown as the later one, in one edit: three of one number part, and proof follows the
 * new number of its problem. */
static void
test_all_at_once (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_auto (GStrv) ids = g_new0 (char *, 4);
  g_auto (GStrv) proofs = g_new0 (char *, 4);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      ids[i] = fixture_issue (document, NULL, "问题");
      g_autofree char *measure = fixture_measure (document, ids[i], "措施");
      proofs[i] = fixture_evidence (document,
                                    ids[i],
                                    measure,
                                    i == 0   ? "甲"
                                    : i == 1 ? "乙"
                                             : "丙");
      if (i == 0)
        continue; /* bears 1, and its proof 1-01 */
      fixture_put (document, "issue", ids[i], "number", "1", NULL);
      fixture_put (document, "evidence", proofs[i], "number", "1-01", NULL);
    }
  g_autoptr (GPtrArray) later = ledger_gesture_list_renumberable (document);
  g_assert_cmpuint (later->len, ==, 4);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);
  for (guint i = 0; i < later->len; i++)
    {
      LedgerRecord *record = later->pdata[i];
      g_assert_true (ledger_gesture_add_renumbering (document,
                                                     edit,
                                                     ledger_record_get_record_type (record)->name,
                                                     ledger_record_get_id (record),
                                                     &error));
      g_assert_no_error (error);
    }
  fixture_commit (document, g_steal_pointer (&edit));
  g_autoptr (GPtrArray) after = ledger_gesture_list_renumberable (document);
  g_assert_cmpuint (after->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      LedgerRecord *issue = ledger_document_lookup (document, "issue", ids[i]);
      LedgerRecord *proof = ledger_document_lookup (document, "evidence", proofs[i]);
      const char *number = ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER);
      const char *given = ledger_record_get_text (proof, LEDGER_EVIDENCE_NUMBER);

      g_test_message ("%s %s", number, given);
      /* 2 and 3 were given before. */
      g_assert_true (g_str_equal (number, "1") || g_str_equal (number, "4")
                     || g_str_equal (number, "5"));
      g_assert_true (g_str_has_prefix (given, number) || g_str_equal (number, "1"));
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-number/problem", test_problem);
  g_test_add_func ("/gesture-number/all-at-once", test_all_at_once);
  return fixture_run ();
}
