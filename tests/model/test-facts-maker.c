/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-maker.h"

#include "ledger-fixture.h"

typedef struct
{
  LedgerDocument *document;
  char *issue;
  LedgerFactsMaker *maker;
  LedgerIssueNames names;
  LedgerIssueFacts facts;
} Ground;

static void
set_up (Ground *ground, gconstpointer data)
{
  g_autofree char *heading = NULL;

  ground->document = fixture_document ();
  heading = fixture_heading (ground->document, NULL, "方面");
  ground->issue = fixture_issue (ground->document, heading, "问题");
  ground->maker = ledger_facts_maker_new (ground->document);
}

static void
forget (Ground *ground)
{
  ledger_issue_names_clear (&ground->names);
  g_clear_object (&ground->facts.issue);
  g_clear_object (&ground->facts.claim);
  ground->facts = (LedgerIssueFacts){ 0 };
}

static void
tear_down (Ground *ground, gconstpointer data)
{
  forget (ground);
  ledger_facts_maker_free (ground->maker);
  g_free (ground->issue);
  ledger_document_close (ground->document);
  g_object_unref (ground->document);
}

static const LedgerIssueFacts *
make (Ground *ground, const LedgerIssueCounts *counts, LedgerSignoffList *signoffs)
{
  forget (ground);
  ground->facts.issue = g_object_ref (
      LEDGER_ISSUE (ledger_document_lookup (ground->document, "issue", ground->issue)));
  ledger_facts_maker_make (ground->maker, counts, signoffs, &ground->names, &ground->facts);
  return &ground->facts;
}

/* What the database counted is taken over, and measures alone put work in hand. */
static void
test_counts (Ground *ground, gconstpointer data)
{
  const LedgerIssueCounts counts = {
    .n_measures = 3,
    .n_measures_done = 2,
    .n_measures_without_evidence = 1,
    .n_evidence = 5,
    .n_unfiled = 4,
  };
  const LedgerIssueFacts *facts;

  ledger_facts_maker_renew (ground->maker);
  facts = make (ground, &counts, NULL);
  g_assert_cmpuint (facts->n_measures, ==, 3);
  g_assert_cmpuint (facts->n_measures_done, ==, 2);
  g_assert_cmpuint (facts->n_measures_without_evidence, ==, 1);
  g_assert_cmpuint (facts->n_evidence, ==, 5);
  g_assert_cmpuint (facts->n_unfiled, ==, 4);
  g_assert_cmpint (facts->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  fixture_claim (ground->document, ground->issue);
  ledger_facts_maker_renew (ground->maker);
  facts = make (ground, &counts, NULL);
  g_assert_cmpint (facts->workflow.state, ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_cmpint (facts->waiting_since, ==, LEDGER_DAY_NONE);
  g_assert_cmpuint (facts->heading_order, ==, 1);
  g_assert_cmphex (facts->number_key[0], ==, 0x0001000100000000);
}

/* Whom an imported list names has claimed nothing before somebody says so. */
static void
test_named_is_not_claimed (Ground *ground, gconstpointer data)
{
  const LedgerIssueCounts counts = { 0 };

  fixture_claim (ground->document, ground->issue);
  ledger_facts_maker_renew (ground->maker);
  g_assert_cmpint (make (ground, &counts, NULL)->workflow.state, ==, LEDGER_STATE_CLAIMED);
  fixture_put (ground->document, "claim", ground->issue, "claimed_on", "", NULL);
  ledger_facts_maker_renew (ground->maker);
  g_assert_cmpint (make (ground, &counts, NULL)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  g_assert_cmpstr (ground->facts.department, ==, "办公室");
}

/* Names and lights are those of the last `renew`. */
static void
test_renew (Ground *ground, gconstpointer data)
{
  const LedgerIssueCounts counts = { 0 };
  LedgerRecord *department;

  fixture_claim (ground->document, ground->issue);
  fixture_commit (
      ground->document,
      ledger_gesture_set (ground->document, "issue", ground->issue, "due", "2026-03-09", NULL));
  ledger_facts_maker_renew (ground->maker);
  g_assert_cmpstr (make (ground, &counts, NULL)->department, ==, "办公室");
  g_assert_cmpint (ground->facts.light, ==, LEDGER_LIGHT_OVERDUE);
  g_assert_cmpint (ground->facts.due, ==, ledger_day_new (2026, 3, 9));
  department = ledger_document_find_name (ground->document, "department", "办公室");
  fixture_put (
      ground->document, "department", ledger_record_get_id (department), "name", "综合科", NULL);
  g_assert_cmpstr (make (ground, &counts, NULL)->department, ==, "办公室");
  ledger_facts_maker_renew (ground->maker);
  g_assert_cmpstr (make (ground, &counts, NULL)->department, ==, "综合科");
}

/* Who is asked to sign decides the state of every issue, therefore `renew` tells. */
static void
test_steps (Ground *ground, gconstpointer data)
{
  const LedgerIssueCounts counts = { .n_measures = 1 };
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (ground->document));
  g_autofree char *measure = fixture_measure (ground->document, ground->issue, "措施");
  g_autoptr (LedgerSignoffList) signoffs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_claim (ground->document, ground->issue);
  g_free (fixture_sign (ground->document,
                        ground->issue,
                        LEDGER_STEP_HANDLER,
                        LEDGER_DECISION_AGREE,
                        "张伟",
                        1772424000000));
  signoffs = ledger_signoff_list_read (
      ledger_document_get_store (ground->document), ground->issue, &error);
  g_assert_no_error (error);
  g_assert_false (ledger_facts_maker_renew (ground->maker));
  g_assert_cmpint (
      make (ground, &counts, signoffs)->workflow.state, ==, LEDGER_STATE_AWAITING_REVIEW);
  g_assert_cmpint (ground->facts.waiting_since, ==, ledger_day_new (2026, 3, 2));
  fixture_put (ground->document, "inspection", inspection, "signoff_steps", "handler leader", NULL);
  g_assert_true (ledger_facts_maker_renew (ground->maker));
  g_assert_false (ledger_facts_maker_renew (ground->maker));
  g_assert_cmpint (
      make (ground, &counts, signoffs)->workflow.state, ==, LEDGER_STATE_AWAITING_APPROVAL);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/facts-maker/" name, Ground, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  ADD ("counts", test_counts);
  ADD ("named-is-not-claimed", test_named_is_not_claimed);
  ADD ("renew", test_renew);
  ADD ("steps", test_steps);
  return fixture_run ();
}
