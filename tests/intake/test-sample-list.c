/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-list.h"

#include "ledger-choice.h"
#include "ledger-error.h"

#define N_STATES (LEDGER_SAMPLE_CONTINUED + 1)

static LedgerSampleList *
read_list (LedgerDay today)
{
  g_autoptr (GError) error = NULL;
  LedgerSampleList *list = ledger_sample_list_read (today, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_rows_are_whole (void)
{
  g_autoptr (LedgerSampleList) list = read_list (ledger_day_new (2026, 3, 10));
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_measures = 0;

  g_assert_cmpuint (list->rows->len, ==, 40);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const LedgerImportIssue *row = g_ptr_array_index (list->rows, i);

      g_assert_cmpuint (row->row, ==, i);
      g_assert_cmpuint (g_strv_length (row->headings), ==, 2);
      g_assert_cmpstr (row->department, !=, "");
      g_assert_cmpstr (row->lead_leader, !=, "");
      g_assert_cmpstr (ledger_choice_find ("issue", "deadline_class", row->deadline_class),
                       ==,
                       row->deadline_class);
      g_assert_cmpuint (row->measures->len, >, 0);
      g_assert_true (g_hash_table_add (texts, row->text));
      n_measures += row->measures->len;
    }
  g_assert_cmpuint (n_measures, ==, 120);
}

static void
test_every_state_is_there (void)
{
  g_autoptr (LedgerSampleList) list = read_list (ledger_day_new (2026, 3, 10));
  guint counts[N_STATES] = { 0 };

  for (guint i = 0; i < list->rows->len; i++)
    {
      g_assert_cmpuint (list->states[i], <, N_STATES);
      counts[list->states[i]]++;
    }
  for (guint i = 0; i < N_STATES; i++)
    g_assert_cmpuint (counts[i], >, 0);
}

static void
test_dates_lie_around_today (void)
{
  LedgerDay today = ledger_day_new (2026, 3, 10);
  g_autoptr (LedgerSampleList) list = read_list (today);
  g_autoptr (LedgerSampleList) later = read_list (today + 100);
  guint n_before = 0;

  for (guint i = 0; i < list->rows->len; i++)
    {
      g_assert_cmpint (later->due[i], ==, list->due[i] + 100);
      n_before += list->due[i] < today;
    }
  g_assert_cmpuint (n_before, >, 0);
  g_assert_cmpuint (n_before, <, list->rows->len);
}

static void
test_missing_list_is_told (void)
{
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_setenv ("ZHENGGAI_DATADIR", "/nowhere", TRUE);
      g_assert_null (ledger_sample_list_read (0, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-list/rows-are-whole", test_rows_are_whole);
  g_test_add_func ("/sample-list/every-state-is-there", test_every_state_is_there);
  g_test_add_func ("/sample-list/dates-lie-around-today", test_dates_lie_around_today);
  g_test_add_func ("/sample-list/missing-list-is-told", test_missing_list_is_told);
  return g_test_run ();
}
