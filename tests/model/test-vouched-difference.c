/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-vouched-difference.h"

#include "ledger-test-office.h"

/* Whatever field is changed at random, exactly the changed ones are told, each once. */
static void
test_random_changes (void)
{
  static const char *const fields[] = {
    "text", "target", "root_cause", "generalise_check", "result"
  };
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (LedgerVouchedLines) before =
          ledger_vouched_lines_collect (office->document, issue);
      guint changed = 0;
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (g_test_rand_int_range (0, 2))
          {
            g_autofree char *value = g_strdup_printf ("第%u轮%u", round, i);
            ledger_test_office_set (office, "issue", issue, fields[i], value);
            changed |= 1u << i;
          }
      g_autoptr (LedgerVouchedLines) now = ledger_vouched_lines_collect (office->document, issue);
      g_autoptr (GPtrArray) differences =
          ledger_vouched_lines_compare (before, now, office->document, issue);
      guint told = 0;
      for (guint i = 0; i < differences->len; i++)
        {
          const LedgerDifference *difference = g_ptr_array_index (differences, i);
          for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
            {
              g_autofree char *value = g_strdup_printf ("第%u轮%u", round, k);
              if (g_strcmp0 (difference->present_value, value) == 0)
                told |= 1u << k;
            }
        }
      g_assert_cmpuint (told, ==, changed);
      g_assert_cmpuint (differences->len, ==, (guint)__builtin_popcount (changed));
    }
}

static void
test_no_conflict_is_not_refused (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *issue = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autoptr (LedgerVouchedLines) lines = ledger_vouched_lines_collect (office->document, issue);
  g_assert_true (ledger_vouched_lines_refuse_conflicts (lines, office->document, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vouched-difference/random", test_random_changes);
  g_test_add_func ("/vouched-difference/no-conflict", test_no_conflict_is_not_refused);
  return g_test_run ();
}
