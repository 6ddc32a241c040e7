/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-finding.h"

/* All but the sentence is copied; the sentence is taken. */
static void
test_owns (void)
{
  char rule[] = "R05", field[] = "due";
  char *text = g_strdup ("尚未填写整改时限。");
  g_autoptr (LedgerFinding) finding =
      ledger_finding_new (rule, TRUE, "issue", "0123456789abcdef0123456789abcdef", field, text);

  rule[0] = field[0] = '?';
  g_assert_cmpstr (finding->rule, ==, "R05");
  g_assert_true (finding->blocking);
  g_assert_cmpstr (finding->type, ==, "issue");
  g_assert_cmpstr (finding->id, ==, "0123456789abcdef0123456789abcdef");
  g_assert_cmpstr (finding->field, ==, "due");
  g_assert_true (finding->text == text);
}

static void
test_whole_record (void)
{
  g_autoptr (LedgerFinding) finding =
      ledger_finding_new ("R10", FALSE, "measure", "0", NULL, g_strdup ("措施没有佐证。"));

  g_assert_null (finding->field);
  g_assert_false (finding->blocking);
  ledger_finding_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/owns", test_owns);
  g_test_add_func ("/finding/whole-record", test_whole_record);
  return g_test_run ();
}
