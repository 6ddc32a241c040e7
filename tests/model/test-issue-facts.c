/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-facts.h"

#include <string.h>

/* Every member counts: a difference in any one of them is a difference. */
static void
test_equal (void)
{
  const gsize members[] = {
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.state),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.round),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.incomplete_claim),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.returned),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.reopened),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.contested),
    G_STRUCT_OFFSET (LedgerIssueFacts, light),
    G_STRUCT_OFFSET (LedgerIssueFacts, days),
    G_STRUCT_OFFSET (LedgerIssueFacts, due),
    G_STRUCT_OFFSET (LedgerIssueFacts, n_measures),
    G_STRUCT_OFFSET (LedgerIssueFacts, n_measures_done),
    G_STRUCT_OFFSET (LedgerIssueFacts, n_evidence),
    G_STRUCT_OFFSET (LedgerIssueFacts, n_unfiled),
    G_STRUCT_OFFSET (LedgerIssueFacts, n_measures_without_evidence),
    G_STRUCT_OFFSET (LedgerIssueFacts, changed_since),
    G_STRUCT_OFFSET (LedgerIssueFacts, conflicted),
    G_STRUCT_OFFSET (LedgerIssueFacts, waiting_since),
    G_STRUCT_OFFSET (LedgerIssueFacts, number_key[0]),
    G_STRUCT_OFFSET (LedgerIssueFacts, number_key[1]),
    G_STRUCT_OFFSET (LedgerIssueFacts, heading_order),
    G_STRUCT_OFFSET (LedgerIssueFacts, claim),
  };
  LedgerIssueFacts facts = { 0 };

  g_assert_true (ledger_issue_facts_equal (&facts, &facts));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      LedgerIssueFacts other = facts;
      ((guint8 *)&other)[members[i]] = 1;
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_false (ledger_issue_facts_equal (&facts, &other));
      g_assert_false (ledger_issue_facts_equal (&other, &facts));
    }
}

static void
test_texts (void)
{
  const gsize texts[] = {
    G_STRUCT_OFFSET (LedgerIssueFacts, department),
    G_STRUCT_OFFSET (LedgerIssueFacts, lead_leader),
    G_STRUCT_OFFSET (LedgerIssueFacts, handler),
    G_STRUCT_OFFSET (LedgerIssueFacts, reviewer),
    G_STRUCT_OFFSET (LedgerIssueFacts, responsible_leader),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.last),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.counted[0]),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.counted[1]),
    G_STRUCT_OFFSET (LedgerIssueFacts, workflow.counted[2]),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LedgerIssueFacts facts = { 0 };
      LedgerIssueFacts other = { 0 };
      g_autofree char *same = g_strdup ("张伟");
      G_STRUCT_MEMBER (const char *, &facts, texts[i]) = "张伟";
      g_assert_false (ledger_issue_facts_equal (&facts, &other));
      G_STRUCT_MEMBER (const char *, &other, texts[i]) = same;
      g_assert_true (ledger_issue_facts_equal (&facts, &other));
      G_STRUCT_MEMBER (const char *, &other, texts[i]) = "张炜";
      g_assert_false (ledger_issue_facts_equal (&facts, &other));
    }
}

/* Only rest days are left: the day is said, not a zero. */
static void
test_light_on_a_rest_day (void)
{
  g_autoptr (LedgerIssue) issue = LEDGER_ISSUE (ledger_record_new (LEDGER_TYPE_ISSUE, "a"));
  g_autofree LedgerValue **row = g_new0 (LedgerValue *, ledger_issue_record_type.n_columns);
  LedgerIssueFacts facts = { .issue = issue, .light = LEDGER_LIGHT_NEAR, .days = 0 };

  row[LEDGER_ISSUE_DUE] = ledger_value_new_text ("day 2026-11-28 11月28日");
  ledger_record_load (LEDGER_RECORD (issue), row);
  g_autofree char *words =
      ledger_issue_facts_describe_light (&facts, ledger_day_from_iso ("2026-11-27"));
  g_assert_cmpstr (words, ==, "due on 11月28日, a rest day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue-facts/equal", test_equal);
  g_test_add_func ("/issue-facts/light-on-a-rest-day", test_light_on_a_rest_day);
  g_test_add_func ("/issue-facts/texts", test_texts);
  return g_test_run ();
}
