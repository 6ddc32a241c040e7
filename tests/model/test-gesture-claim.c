/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture.h"

#include "ledger-claim.h"
#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-support.h"

static const char *
claim_text (LedgerDocument *document, const char *issue, guint column)
{
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue);
  g_assert_nonnull (claim);
  return ledger_record_get_text (claim, column);
}

static void
claim (LedgerDocument *document, const char *issue, const LedgerClaimValues *values)
{
  g_autoptr (GError) error = NULL;
  const char *const ids[] = { issue, NULL };
  LedgerEdit *edit = ledger_gesture_claim (document, ids, values, &error);
  g_assert_no_error (error);
  fixture_commit (document, edit);
}

static void
test_claim (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerClaimValues values = { .department = "办公室", .lead_leader = "王建国" };

  g_assert_cmpint (
      ledger_document_get_facts (document, issue)->workflow.state, ==, LEDGER_STATE_UNCLAIMED);
  claim (document, issue, &values);
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue);
  g_assert_cmpint (facts->workflow.state, ==, LEDGER_STATE_CLAIMED);
  g_assert_true (facts->workflow.incomplete_claim);
  g_assert_cmpstr (facts->department, ==, "办公室");
  g_assert_cmpstr (facts->lead_leader, ==, "王建国");
  g_assert_cmpstr (facts->responsible_leader, ==, "王建国");
  g_assert_null (facts->handler);
  g_assert_cmpstr (claim_text (document, issue, LEDGER_CLAIM_CLAIMED_ON), ==, "2026-03-10");

  /* What is NULL stays, "" goes; the first day stays the first day. */
  g_setenv ("ZHENGGAI_TODAY", "2026-03-12", TRUE);
  LedgerClaimValues more = { .handler = "张伟", .responsible_leader = "赵立" };
  claim (document, issue, &more);
  facts = ledger_document_get_facts (document, issue);
  g_assert_cmpstr (facts->department, ==, "办公室");
  g_assert_cmpstr (facts->handler, ==, "张伟");
  g_assert_cmpstr (facts->responsible_leader, ==, "赵立");
  g_assert_false (facts->workflow.incomplete_claim);
  LedgerClaimValues less = { .handler = "" };
  claim (document, issue, &less);
  g_assert_null (ledger_document_get_facts (document, issue)->handler);
  g_assert_cmpstr (claim_text (document, issue, LEDGER_CLAIM_CLAIMED_ON), ==, "2026-03-10");
  g_setenv ("ZHENGGAI_TODAY", "2026-03-10", TRUE);
}

static void
test_by_whom (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  LedgerEdit *edit = ledger_gesture_new (document, "person");
  g_autofree char *person = ledger_gesture_learn_person (document, edit, "李敏");
  LedgerClaimValues values = { .department = "办公室", .lead_leader = "王建国" };

  fixture_commit (document, edit);
  ledger_document_set_actor (document, person, "李敏");
  claim (document, issue, &values);
  g_assert_cmpstr (claim_text (document, issue, LEDGER_CLAIM_CLAIMED_BY), ==, person);
}

static void
test_refused (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");
  const LedgerClaimValues incomplete[] = {
    { .department = "办公室" },
    { .lead_leader = "王建国" },
    { .department = "", .lead_leader = "王建国" },
    { .handler = "张伟" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (incomplete); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);
      g_assert_false (ledger_gesture_add_claim (document, edit, issue, &incomplete[i], &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
      g_assert_cmpuint (ledger_edit_get_n_changes (edit), ==, 0);
    }
  g_autoptr (GError) error = NULL;
  const char *const ids[] = { "0123456789abcdef0123456789abcdef", NULL };
  LedgerClaimValues values = { .department = "办公室", .lead_leader = "王建国" };
  g_assert_null (ledger_gesture_claim (document, ids, &values, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "人事科 财务科" of the issue, in the order of their names' bytes. */
static char *
supporting (LedgerDocument *document, const char *issue)
{
  const GPtrArray *children = ledger_document_get_children (document, "support", issue);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (names,
                     (gpointer)ledger_document_get_name (
                         document,
                         "department",
                         ledger_record_get_text (children->pdata[i], LEDGER_SUPPORT_DEPARTMENT)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static void
set_supporting (LedgerDocument *document, const char *issue, const char *const *names)
{
  LedgerClaimValues values = { .department = "办公室",
                               .lead_leader = "王建国",
                               .supporting = names };
  claim (document, issue, &values);
}

static void
test_supporting (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *issue = fixture_issue (document, NULL, "问题");

  set_supporting (document, issue, (const char *const[]){ "人事科", "财务科", "人事科", NULL });
  g_autofree char *two = supporting (document, issue);
  g_assert_cmpstr (two, ==, "人事科 财务科");
  LedgerRecord *kept = ledger_document_get_children (document, "support", issue)->pdata[0];
  g_autofree char *kept_id = g_strdup (ledger_record_get_id (kept));

  set_supporting (document, issue, (const char *const[]){ NULL });
  g_autofree char *none = supporting (document, issue);
  g_assert_cmpstr (none, ==, "");

  /* The same link comes back as the same record. */
  set_supporting (document, issue, (const char *const[]){ "人事科", "财务科", NULL });
  g_autofree char *again = supporting (document, issue);
  g_assert_cmpstr (again, ==, "人事科 财务科");
  g_assert_nonnull (ledger_document_lookup (document, "support", kept_id));
}

static void
test_many (void)
{
  g_autoptr (LedgerDocument) document = fixture_document ();
  g_autofree char *one = fixture_issue (document, NULL, "一");
  g_autofree char *two = fixture_issue (document, NULL, "二");
  const char *const ids[] = { one, two, NULL };
  LedgerClaimValues values = { .department = "办公室", .lead_leader = "王建国" };
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_claim (document, ids, &values, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strchr (ledger_edit_get_title (edit), '2'));
  fixture_commit (document, edit);
  g_assert_cmpstr (ledger_document_get_facts (document, one)->department, ==, "办公室");
  g_assert_cmpstr (ledger_document_get_facts (document, two)->department, ==, "办公室");

  /* One step back for all of them. */
  g_assert_true (ledger_document_undo (document, NULL, &error));
  g_assert_null (ledger_document_lookup (document, "claim", one));
  g_assert_null (ledger_document_lookup (document, "claim", two));
  /* And claimed once more after that. */
  claim (document, one, &values);
  g_assert_cmpstr (ledger_document_get_facts (document, one)->department, ==, "办公室");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/gesture-claim/claim", test_claim);
  g_test_add_func ("/gesture-claim/by-whom", test_by_whom);
  g_test_add_func ("/gesture-claim/refused", test_refused);
  g_test_add_func ("/gesture-claim/supporting", test_supporting);
  g_test_add_func ("/gesture-claim/many", test_many);
  return fixture_run ();
}
