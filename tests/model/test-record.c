/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-record.h"

#include "ledger-evidence.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-record-case.h"

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  GString *names = data;
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
load (LedgerRecord *record, guint column, LedgerValue *value, gboolean differs)
{
  g_autofree LedgerValue **values =
      g_new0 (LedgerValue *, ledger_record_get_record_type (record)->n_columns);
  values[column] = value;
  g_assert_cmpint (ledger_record_load (record, values), ==, differs);
  g_assert_null (values[column]);
}

static void
test_notify_what_differs (void)
{
  g_autoptr (LedgerRecord) record =
      record_case_new (LEDGER_TYPE_ISSUE, "a", "text", "原文", "sheet_number", "7", NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_signal_connect (record, "notify", G_CALLBACK (count), names);

  /* Two go, one comes. */
  load (record, LEDGER_ISSUE_GENERALISE_CHECK, ledger_value_new_text ("已查"), TRUE);
  g_assert_nonnull (strstr (names->str, "text "));
  g_assert_nonnull (strstr (names->str, "sheet-number "));
  g_assert_nonnull (strstr (names->str, "generalise-check "));
  g_assert_cmpuint (names->len, ==, strlen ("text sheet-number generalise-check "));
  g_string_set_size (names, 0);
  load (record, LEDGER_ISSUE_GENERALISE_CHECK, ledger_value_new_text ("已查"), FALSE);
  g_assert_cmpstr (names->str, ==, "");
  load (record, LEDGER_ISSUE_GENERALISE_CHECK, ledger_value_new_none (), TRUE);
  load (record, LEDGER_ISSUE_GENERALISE_CHECK, NULL, FALSE);
}

static void
test_kinds (void)
{
  g_autoptr (LedgerRecord) measure = record_case_new (LEDGER_TYPE_MEASURE,
                                                      "a",
                                                      "done",
                                                      "1",
                                                      "start",
                                                      "2026-02-01",
                                                      "due",
                                                      "month 2026-03-31 3月底",
                                                      "issue",
                                                      "xy",
                                                      NULL);
  gboolean done = FALSE;
  g_autofree char *start = NULL;
  char *text = (char *)"before";

  g_object_get (measure, "done", &done, "start", &start, "text", &text, NULL);
  g_assert_true (done);
  g_assert_cmpstr (start, ==, "2026-02-01");
  g_assert_null (text);
  g_assert_cmpint (ledger_record_get_integer (measure, LEDGER_MEASURE_DONE), ==, 1);
  g_assert_cmpint (
      ledger_record_get_day (measure, LEDGER_MEASURE_START), ==, ledger_day_new (2026, 2, 1));
  g_assert_cmpint (
      ledger_record_get_day (measure, LEDGER_MEASURE_DUE), ==, ledger_day_new (2026, 3, 31));
  g_assert_cmpint (
      ledger_record_get_day (measure, LEDGER_MEASURE_FINISHED_ON), ==, LEDGER_DAY_NONE);
  g_assert_cmpstr (ledger_record_get_parent_id (measure), ==, "xy");
  g_assert_null (ledger_record_get_text (measure, LEDGER_MEASURE_DONE));
}

static void
test_digest (void)
{
  g_autoptr (LedgerRecord) evidence = record_case_new (LEDGER_TYPE_EVIDENCE, "a", NULL);
  g_autofree char *digest = NULL;
  guint8 bytes[32] = { 0xab, 0xcd };

  load (evidence, LEDGER_EVIDENCE_DIGEST, ledger_value_new_bytes (bytes, sizeof bytes), TRUE);
  g_object_get (evidence, "digest", &digest, NULL);
  g_assert_cmpuint (strlen (digest), ==, 64);
  g_assert_true (g_str_has_prefix (digest, "abcd0000"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/notify-what-differs", test_notify_what_differs);
  g_test_add_func ("/record/kinds", test_kinds);
  g_test_add_func ("/record/digest", test_digest);
  return g_test_run ();
}
