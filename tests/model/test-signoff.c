/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff.h"

#include "ledger-canonical.h"
#include "ledger-record-case.h"

static void
test_columns (void)
{
  record_case_check (LEDGER_TYPE_SIGNOFF, "issue body scan scan_name scan_pages scan_verdict");
}

static LedgerRecord *
signed_at (const char *id, gint64 time)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  g_autofree char *body =
      g_strdup_printf ("zgtz-signoff-1\nissue:2:xy\nstep:7:handler\ndecision:5:agree\n"
                       "signer-name:6:李敏\npaper:1:0\ntime:%u:%s\n",
                       (guint)strlen (digits),
                       digits);
  return record_case_new (LEDGER_TYPE_SIGNOFF, id, "issue", "xy", "body", body, NULL);
}

static void
test_header (void)
{
  g_autoptr (LedgerRecord) signoff = signed_at ("a", 1700000000000);
  const LedgerSignoffText *header = ledger_signoff_get_header (LEDGER_SIGNOFF (signoff));

  g_assert_nonnull (header);
  g_assert_cmpstr (header->signer_name, ==, "李敏");
  g_assert_cmpint (header->step, ==, LEDGER_STEP_HANDLER);
  g_assert_cmpint (header->time, ==, 1700000000000);

  g_autoptr (LedgerRecord) broken =
      record_case_new (LEDGER_TYPE_SIGNOFF, "b", "body", "no sign-off", NULL);
  g_assert_null (ledger_signoff_get_header (LEDGER_SIGNOFF (broken)));
}

/* By the time that was claimed. */
static void
test_order (void)
{
  record_case_sorted (
      signed_at ("b", 999), signed_at ("a", 1000), signed_at ("c", 1700000000000), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signoff/columns", test_columns);
  g_test_add_func ("/signoff/order", test_order);
  g_test_add_func ("/signoff/header", test_header);
  return g_test_run ();
}
