/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-inspection.h"

#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_INSPECTION,
                     "unit name tier inspection_group inspection_office feedback_date receipt_date "
                     "plan_due report_due level_names near_days light_scheme counting_basis "
                     "signoff_steps same_person_allowed sample");
}

/* There is one. */
static void
test_order (void)
{
  record_case_sorted (record_case_new (LEDGER_TYPE_INSPECTION, "a", NULL),
                      record_case_new (LEDGER_TYPE_INSPECTION, "b", NULL),
                      NULL);
}

static void
test_near_days (void)
{
  static const struct
  {
    const char *set;
    guint days;
  } cases[] = {
    { "1", 1 }, { "7", 7 }, { "999", 999 }, { "0", 5 }, { "-3", 5 }, { "1000", 5 },
  };

  g_assert_cmpuint (ledger_inspection_get_near_days (NULL), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LedgerRecord) inspection =
          record_case_new (LEDGER_TYPE_INSPECTION, "a", "near_days", cases[i].set, NULL);

      g_assert_cmpuint (ledger_inspection_get_near_days (inspection), ==, cases[i].days);
    }
}

static void
test_sample (void)
{
  g_autoptr (LedgerRecord) sample =
      record_case_new (LEDGER_TYPE_INSPECTION, "a", "sample", "1", NULL);
  g_autoptr (LedgerRecord) real = record_case_new (LEDGER_TYPE_INSPECTION, "a", NULL);

  g_assert_true (ledger_inspection_is_sample (sample));
  g_assert_false (ledger_inspection_is_sample (real));
  g_assert_false (ledger_inspection_is_sample (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection/columns", test_columns);
  g_test_add_func ("/inspection/order", test_order);
  g_test_add_func ("/inspection/near-days", test_near_days);
  g_test_add_func ("/inspection/sample", test_sample);
  return g_test_run ();
}
