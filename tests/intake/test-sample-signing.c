/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sample-signing.h"

#include <glib/gstdio.h>

#include "ledger-fixture.h"
#include "ledger-sample-list.h"
#include "ledger-signoff.h"
#include "ledger-test-sample.h"

/* A copy of the one that the build made. */
static LedgerDocument *document;
static LedgerSampleList *list;

/* The facts of the issue that ROW of the list became. */
static const LedgerIssueFacts *
find_facts (guint row)
{
  const LedgerImportIssue *issue = g_ptr_array_index (list->rows, row);
  LedgerTable *table = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      if (g_strcmp0 (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), issue->text) == 0)
        return ledger_document_get_facts (document, ledger_record_get_id (record));
    }
  g_assert_not_reached ();
}

/* One line per LedgerSampleState. Who has a handler and measures is under way by LOG 6. */
static const struct
{
  LedgerState state;
  guint n_signoffs;
  guint round;
  gboolean changed;
} expected[] = {
  [LEDGER_SAMPLE_UNCLAIMED] = { LEDGER_STATE_UNCLAIMED, 0, 1, FALSE },
  [LEDGER_SAMPLE_CLAIMED] = { LEDGER_STATE_IN_PROGRESS, 0, 1, FALSE },
  [LEDGER_SAMPLE_NO_HANDLER] = { LEDGER_STATE_CLAIMED, 0, 1, FALSE },
  [LEDGER_SAMPLE_PROGRESS] = { LEDGER_STATE_IN_PROGRESS, 0, 1, FALSE },
  [LEDGER_SAMPLE_REVIEW] = { LEDGER_STATE_AWAITING_REVIEW, 1, 1, FALSE },
  [LEDGER_SAMPLE_RETURNED] = { LEDGER_STATE_IN_PROGRESS, 2, 2, FALSE },
  [LEDGER_SAMPLE_APPROVAL] = { LEDGER_STATE_AWAITING_APPROVAL, 2, 1, FALSE },
  [LEDGER_SAMPLE_DONE] = { LEDGER_STATE_DONE_BY_UNIT, 3, 1, FALSE },
  [LEDGER_SAMPLE_CLOSED] = { LEDGER_STATE_CLOSED, 3, 1, FALSE },
  [LEDGER_SAMPLE_CHANGED] = { LEDGER_STATE_DONE_BY_UNIT, 3, 1, TRUE },
  [LEDGER_SAMPLE_CONTINUED] = { LEDGER_STATE_CONTINUED, 0, 1, FALSE },
};

static void
test_states_are_reached (void)
{
  for (guint row = 0; row < list->rows->len; row++)
    {
      const LedgerIssueFacts *facts = find_facts (row);
      LedgerSampleState state = list->states[row];
      const GPtrArray *signoffs = ledger_document_get_children (
          document, "signoff", ledger_record_get_id (LEDGER_RECORD (facts->issue)));

      g_test_message ("row %u", row + 1);
      g_assert_cmpstr (ledger_state_get_word (facts->workflow.state),
                       ==,
                       ledger_state_get_word (expected[state].state));
      g_assert_cmpuint (signoffs->len, ==, expected[state].n_signoffs);
      g_assert_cmpuint (facts->workflow.round, ==, expected[state].round);
      g_assert_cmpint (facts->workflow.returned, ==, state == LEDGER_SAMPLE_RETURNED);
      g_assert_cmpint (facts->changed_since, ==, expected[state].changed);
      g_assert_cmpint (facts->workflow.incomplete_claim, ==, state == LEDGER_SAMPLE_NO_HANDLER);
      g_assert_false (facts->workflow.contested);
    }
}

static void
test_signed_by_those_who_claimed (void)
{
  LedgerTable *table = ledger_document_get_table (document, "signoff");

  g_assert_cmpuint (ledger_table_get_n_records (table), >, 0);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      const LedgerSignoffText *header =
          ledger_signoff_get_header (LEDGER_SIGNOFF (ledger_table_get_record (table, i)));
      const LedgerIssueFacts *facts = ledger_document_get_facts (document, header->issue_id);
      const char *const names[] = { [LEDGER_STEP_HANDLER] = facts->handler,
                                    [LEDGER_STEP_REVIEWER] = facts->reviewer,
                                    [LEDGER_STEP_LEADER] = facts->responsible_leader };

      g_assert_nonnull (header->signer_name);
      g_assert_cmpstr (header->signer_name, ==, names[header->step]);
      g_assert_cmpuint (header->previous ? g_strv_length (header->previous) : 0,
                        <=,
                        expected[LEDGER_SAMPLE_DONE].n_signoffs - 1);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL;
  int result;

  fixture_init (&argc, &argv);
  folder = fixture_path ("sample");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = ledger_test_sample_copy (folder, "sample.zgl");
  document = fixture_open (path, LEDGER_DOCUMENT_READ);
  list = ledger_sample_list_read (ledger_document_get_today (document), &error);
  g_assert_no_error (error);
  g_test_add_func ("/sample-signing/states-are-reached", test_states_are_reached);
  g_test_add_func ("/sample-signing/signed-by-those-who-claimed", test_signed_by_those_who_claimed);
  result = fixture_run ();
  ledger_sample_list_free (list);
  g_clear_object (&document);
  return result;
}
