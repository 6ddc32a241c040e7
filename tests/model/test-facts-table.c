/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-table.h"

#include "ledger-fixture.h"

static const LedgerIssueFacts *
facts_of (LedgerDocument *document, const char *issue)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue);
  g_assert_nonnull (facts);
  return facts;
}

static void
set (
    LedgerDocument *document, const char *type, const char *id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set (document, type, id, field, text, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

static void
test_light (void)
{
  static const struct
  {
    const char *due;
    LedgerLight light;
  } cases[] = {
    { "2026-03-09", LEDGER_LIGHT_OVERDUE }, { "2026-03-10", LEDGER_LIGHT_TODAY },
    { "2026-03-12", LEDGER_LIGHT_NEAR },    { "2026-05-29", LEDGER_LIGHT_ON_TIME },
    { "长期坚持", LEDGER_LIGHT_LONG_TERM }, { "", LEDGER_LIGHT_UNDATED },
  };
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set (document, "issue", issue, "due", cases[i].due);
      g_assert_cmpint (facts_of (document, issue)->light, ==, cases[i].light);
    }
  /* The number of days that count as near is the round's. */
  set (document, "issue", issue, "due", "2026-03-16");
  g_assert_cmpint (facts_of (document, issue)->light, ==, LEDGER_LIGHT_NEAR);
  g_assert_cmpint (facts_of (document, issue)->days, ==, 4);
  set (document,
       "inspection",
       ledger_record_get_id (ledger_document_get_inspection (document)),
       "near_days",
       "2");
  g_assert_cmpint (facts_of (document, issue)->light, ==, LEDGER_LIGHT_ON_TIME);
}

static void
sign (LedgerDocument *document,
      const char *issue,
      LedgerStep step,
      LedgerDecision decision,
      const char *signer,
      gint64 time)
{
  g_free (fixture_sign (document, issue, step, decision, signer, time));
}

/* The whole way of an issue, as facts see it. */
static void
test_states (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  const gint64 day = 86400000;
  const gint64 noon = 1772424000000; /* 2026-03-02 04:00 UTC */

  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  fixture_claim (document, issue);
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_CLAIMED);
  g_autofree char *measure = fixture_measure (document, issue, "措施");
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_cmpint (facts_of (document, issue)->waiting_since, ==, LEDGER_DAY_NONE);

  sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", noon);
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_AWAITING_REVIEW);
  g_assert_cmpint (facts_of (document, issue)->waiting_since, ==, ledger_day_new (2026, 3, 2));
  sign (document, issue, LEDGER_STEP_REVIEWER, LEDGER_DECISION_RETURN, "李敏", noon + day);
  g_assert_cmpuint (facts_of (document, issue)->workflow.round, ==, 2);
  g_assert_true (facts_of (document, issue)->workflow.returned);
  sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", noon + 2 * day);
  sign (document, issue, LEDGER_STEP_REVIEWER, LEDGER_DECISION_AGREE, "李敏", noon + 3 * day);
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_AWAITING_APPROVAL);
  g_assert_cmpint (facts_of (document, issue)->waiting_since, ==, ledger_day_new (2026, 3, 5));
  set (document, "issue", issue, "due", "2026-03-06");
  g_assert_cmpint (facts_of (document, issue)->light, ==, LEDGER_LIGHT_OVERDUE);
  sign (document, issue, LEDGER_STEP_LEADER, LEDGER_DECISION_AGREE, "王建国", noon + 4 * day);
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_DONE_BY_UNIT);
  /* Done is not late. */
  g_assert_cmpint (facts_of (document, issue)->light, ==, LEDGER_LIGHT_DONE);
  set (document, "issue", issue, "closed", "2026-03-08");
  g_assert_cmpint (facts_of (document, issue)->workflow.state, ==, LEDGER_STATE_CLOSED);
}

/* Sign, change, undo: valid again (LOG 7). */
static void
test_changed_since (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  fixture_claim (document, issue);
  g_autofree char *measure = fixture_measure (document, issue, "措施");

  set (document, "issue", issue, "target", "目标");
  g_assert_false (facts_of (document, issue)->changed_since);
  sign (document, issue, LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, "张伟", 1772424000000);
  g_assert_false (facts_of (document, issue)->changed_since);
  set (document, "issue", issue, "target", "别的目标");
  g_assert_true (facts_of (document, issue)->changed_since);
  g_assert_true (ledger_document_undo (document, NULL, NULL));
  g_assert_false (facts_of (document, issue)->changed_since);

  /* Another measure, a renamed person, a remark. */
  g_autofree char *second = fixture_measure (document, issue, "又一条");
  g_assert_true (facts_of (document, issue)->changed_since);
  g_assert_true (ledger_document_undo (document, NULL, NULL));
  g_assert_false (facts_of (document, issue)->changed_since);
  LedgerRecord *person = ledger_document_find_name (document, "person", "张伟");
  set (document, "person", ledger_record_get_id (person), "name", "张炜");
  g_assert_false (facts_of (document, issue)->changed_since);
  set (document, "issue", issue, "remark", "备注");
  g_assert_false (facts_of (document, issue)->changed_since);
  set (document, "measure", measure, "text", "改过的措施");
  g_assert_true (facts_of (document, issue)->changed_since);

  /* A reopened ledger says the same. */
  g_autoptr (LedgerDocument) fresh =
      fixture_open (ledger_document_get_path (document), LEDGER_DOCUMENT_READ);
  g_assert_true (facts_of (fresh, issue)->changed_since);
  fixture_assert_same (document, fresh);
}

static void
test_names (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  fixture_claim (document, issue);
  g_assert_cmpstr (facts_of (document, issue)->department, ==, "办公室");
  g_assert_cmpstr (facts_of (document, issue)->handler, ==, "张伟");
  g_assert_cmpstr (facts_of (document, issue)->reviewer, ==, "李敏");
  g_assert_cmpstr (facts_of (document, issue)->responsible_leader, ==, "王建国");
  LedgerRecord *person = ledger_document_find_name (document, "person", "张伟");
  g_autofree char *id = g_strdup (ledger_record_get_id (person));
  const char *const ids[] = { id, NULL };
  fixture_commit (document, ledger_gesture_delete (document, "person", ids, NULL));
  g_assert_true (g_str_has_prefix (facts_of (document, issue)->handler, "张伟"));
  g_assert_cmpstr (facts_of (document, issue)->handler, !=, "张伟");
  g_assert_true (ledger_document_undo (document, NULL, NULL));
  g_assert_cmpstr (facts_of (document, issue)->handler, ==, "张伟");
}

static void
test_order (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_heading (document, NULL, "一");
  g_autofree char *two = fixture_heading (document, NULL, "二");
  g_autofree char *in_two = fixture_issue (document, two, "问题");
  g_autofree char *nowhere = fixture_issue (document, NULL, "问题");

  g_assert_cmpuint (facts_of (document, in_two)->heading_order, ==, 2);
  g_assert_cmpuint (facts_of (document, nowhere)->heading_order, ==, 0);
  g_assert_cmphex (facts_of (document, in_two)->number_key[0], ==, 0x0002000100000000);
  /* A heading that comes between moves what stands below it. */
  g_autofree char *between = fixture_heading (document, one, "一之一");
  g_assert_cmpuint (facts_of (document, in_two)->heading_order, ==, 3);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/facts-table/light", test_light);
  g_test_add_func ("/facts-table/states", test_states);
  g_test_add_func ("/facts-table/changed-since", test_changed_since);
  g_test_add_func ("/facts-table/names", test_names);
  g_test_add_func ("/facts-table/order", test_order);
  return fixture_run ();
}
