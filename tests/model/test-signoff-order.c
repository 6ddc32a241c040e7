/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-order.h"

#include <string.h>

static const char *const none[] = { NULL };

static char *
sequence_of (const LedgerSignoffFact *facts, guint n)
{
  g_autoptr (LedgerSignoffOrder) order = ledger_signoff_order_new (facts, n);
  g_autoptr (GArray) sequence = ledger_signoff_order_dup_sequence (order);
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < sequence->len; i++)
    g_string_append (ids, facts[g_array_index (sequence, guint, i)].id);
  return g_string_free (ids, FALSE);
}

static void
test_what_was_seen_comes_first (void)
{
  const char *const saw_a[] = { "a", NULL };
  const char *const saw_b[] = { "b", NULL };
  const LedgerSignoffFact facts[] = {
    { "c", LEDGER_STEP_LEADER, LEDGER_DECISION_RETURN, saw_b, 1, NULL },
    { "b", LEDGER_STEP_REVIEWER, LEDGER_DECISION_AGREE, saw_a, 2, NULL },
    { "a", LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, none, 3, NULL },
  };
  g_autoptr (LedgerSignoffOrder) order = ledger_signoff_order_new (facts, 3);
  g_assert_true (ledger_signoff_order_knows (order, 0, 2)); /* through b */
  g_assert_false (ledger_signoff_order_knows (order, 2, 0));
  g_assert_false (ledger_signoff_order_has_circle (order));
  g_autofree char *ids = sequence_of (facts, 3);
  g_assert_cmpstr (ids, ==, "abc");
}

static void
test_strangers (void)
{
  const LedgerSignoffFact facts[] = {
    { "d", LEDGER_STEP_HANDLER, LEDGER_DECISION_DELEGATE, none, 0, NULL },
    { "a", LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, none, 1, NULL },
    { "w", LEDGER_STEP_HANDLER, LEDGER_DECISION_WITHDRAW, none, 2, NULL },
    { "s", LEDGER_STEP_LEADER, LEDGER_DECISION_RETURN, none, 3, NULL },
    { "r", LEDGER_STEP_REVIEWER, LEDGER_DECISION_RETURN, none, 4, NULL },
    { "q", LEDGER_STEP_REVIEWER, LEDGER_DECISION_RETURN, none, 4, NULL },
  };
  g_autofree char *ids = sequence_of (facts, G_N_ELEMENTS (facts));
  g_assert_cmpstr (ids, ==, "qrswad");
}

static void
test_circle (void)
{
  const char *const saw_a[] = { "a", NULL };
  const char *const saw_b[] = { "b", "unknown", NULL };
  const LedgerSignoffFact facts[] = {
    { "a", LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, saw_b, 1, NULL },
    { "b", LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, saw_a, 2, NULL },
    { "c", LEDGER_STEP_HANDLER, LEDGER_DECISION_AGREE, none, 3, NULL },
  };
  g_autoptr (LedgerSignoffOrder) order = ledger_signoff_order_new (facts, 3);
  g_assert_true (ledger_signoff_order_has_circle (order));
  g_autofree char *ids = sequence_of (facts, 3);
  g_assert_cmpstr (ids, ==, "c");
}

/* A long history stays fast: every act saw all before it. */
static void
test_long_history (void)
{
  enum
  {
    N = 200
  };
  g_autofree LedgerSignoffFact *facts = g_new0 (LedgerSignoffFact, N);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) expected = g_string_new (NULL);
  for (guint i = 0; i < N; i++)
    {
      char *id = g_strdup_printf ("%03u ", i);
      const char **seen = g_new0 (const char *, 2);
      g_ptr_array_add (owned, id);
      g_ptr_array_add (owned, seen);
      seen[0] = i ? facts[i - 1].id : NULL;
      facts[i] = (LedgerSignoffFact){ id,   LEDGER_STEP_REVIEWER, (LedgerDecision)(i % 3),
                                      seen, -(gint64)i,           NULL };
      g_string_append (expected, id);
    }
  g_autofree char *ids = sequence_of (facts, N);
  g_assert_cmpstr (ids, ==, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signoff-order/seen-first", test_what_was_seen_comes_first);
  g_test_add_func ("/signoff-order/strangers", test_strangers);
  g_test_add_func ("/signoff-order/circle", test_circle);
  g_test_add_func ("/signoff-order/long", test_long_history);
  return g_test_run ();
}
