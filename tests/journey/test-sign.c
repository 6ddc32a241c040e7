/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leader signs six problems with a look at the proof of each. */
#include "ledger-approval-queue.h"
#include "ledger-approval-rule.h"
#include "ledger-gesture.h"
#include "ledger-journey.h"
#include "ledger-proof-view.h"
#include "ledger-signoff-page.h"
#include "ledger-signoff-sheet.h"

#define N_ITEMS 6
#define LEADER "周海燕"

static void
commit (LedgerDocument *document, LedgerEdit *edit, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (edit);
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
  ledger_edit_unref (edit);
}

static LedgerState
get_state (LedgerDocument *document, const char *id)
{
  return ledger_document_get_facts (document, id)->workflow.state;
}

static void
sit_down (LedgerDocument *document, const char *id, LedgerStep step)
{
  const char *person = ledger_approval_get_signer (document, id, step);

  ledger_document_set_actor (
      document, person, ledger_document_get_name (document, "person", person));
}

static gboolean
is_on_its_way (LedgerDocument *document, const char *id)
{
  const LedgerState state = get_state (document, id);

  return state == LEDGER_STATE_AWAITING_REVIEW || state == LEDGER_STATE_AWAITING_APPROVAL;
}

/* Back to the handler, then to one leader, and up to the leader again. */
static void
bring_to_leader (LedgerDocument *document, const char *id)
{
  const LedgerClaimValues values = { .lead_leader = LEADER, .responsible_leader = LEADER };
  const char *ids[] = { id, NULL };
  GError *error = NULL;
  LedgerEdit *edit;

  while (is_on_its_way (document, id))
    {
      const LedgerStep step = get_state (document, id) == LEDGER_STATE_AWAITING_REVIEW
                                  ? LEDGER_STEP_REVIEWER
                                  : LEDGER_STEP_LEADER;

      sit_down (document, id, step);
      edit = ledger_approval_return (document, id, step, "手续不全", &error);
      commit (document, edit, error);
    }
  edit = ledger_gesture_claim (document, ids, &values, &error);
  commit (document, edit, error);
  for (LedgerStep step = LEDGER_STEP_HANDLER; step < LEDGER_STEP_LEADER; step++)
    {
      sit_down (document, id, step);
      edit = ledger_approval_agree (document, id, step, NULL, &error);
      commit (document, edit, error);
    }
  g_assert_cmpint (get_state (document, id), ==, LEDGER_STATE_AWAITING_APPROVAL);
}

/* The sample with six problems that wait for one leader. */
static char *
make_ledger (LedgerViewTest *test)
{
  char *path = ledger_journey_make_sample (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  LedgerTable *issues;
  guint n = 0;

  g_assert_no_error (error);
  issues = ledger_document_get_table (document, "issue");
  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      g_autofree char *id = g_strdup (ledger_record_get_id (ledger_table_get_record (issues, i)));

      if (is_on_its_way (document, id))
        {
          bring_to_leader (document, id);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, N_ITEMS);
  ledger_document_close (document);
  return path;
}

/* The leader has chosen the name once, on another day. */
static void
choose_name (LedgerViewTest *test, const char *path)
{
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerTable *people = ledger_document_get_table (ledger_window_get_document (window), "person");

  for (guint i = 0; i < ledger_table_get_n_records (people); i++)
    {
      LedgerRecord *person = ledger_table_get_record (people, i);

      if (g_strcmp0 (ledger_document_get_name (ledger_window_get_document (window),
                                               "person",
                                               ledger_record_get_id (person)),
                     LEADER)
          == 0)
        ledger_session_set_person (
            ledger_window_get_session (window), ledger_record_get_id (person), LEADER);
    }
  ledger_view_test_close (GTK_WINDOW (window));
}

static LedgerSignoffSheet *
get_sheet (LedgerWindow *window)
{
  return LEDGER_SIGNOFF_SHEET (ledger_view_test_find (
      GTK_WIDGET (ledger_window_get_page (window)), LEDGER_TYPE_SIGNOFF_SHEET, NULL));
}

typedef struct
{
  LedgerDocument *document;
  const char *id;
} Signed;

static gboolean
is_signed (gpointer data)
{
  const Signed *wanted = data;

  return get_state (wanted->document, wanted->id) == LEDGER_STATE_DONE_BY_UNIT;
}

/* Space goes to the proof without a click before it. */
static void
look (LedgerJourney *journey, LedgerWindow *window)
{
  GtkWidget *proof =
      ledger_view_test_find (GTK_WIDGET (get_sheet (window)), LEDGER_TYPE_PROOF_VIEW, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  /* Designed so that Space goes there at once; where it does not, the click is counted. */
  if (focus == NULL || (focus != proof && !gtk_widget_is_ancestor (focus, proof)))
    {
      ledger_view_test_click (proof);
      ledger_journey_act (journey, window, "a click into the proof");
    }
  ledger_view_test_key (GTK_WINDOW (window), "space");
  ledger_journey_act (journey, window, "Space through the proof");
}

/* DATA: the journey's name; in 大字 the sidebar is folded and everything else the same. */
static void
test_sign (LedgerViewTest *test, gconstpointer data)
{
  const gboolean large = g_str_equal (data, "sign-large");
  g_autofree char *path = make_ledger (test);
  LedgerJourney *journey;
  LedgerWindow *window;
  LedgerDocument *document;

  choose_name (test, path);
  window = ledger_view_test_open_window (test, path);
  document = ledger_window_get_document (window);
  if (large)
    ledger_view_test_key (GTK_WINDOW (window), "F12");
  ledger_view_test_settle ();
  g_assert_cmpint (ledger_session_get_large_type (ledger_window_get_session (window)), ==, large);
  journey = ledger_journey_begin (data, 12);
  g_assert_true (LEDGER_IS_SIGNOFF_PAGE (ledger_window_get_page (window)));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *id = g_strdup (ledger_signoff_sheet_get_issue (get_sheet (window)));
      Signed wanted = { document, id };

      g_assert_cmpint (get_state (document, id), ==, LEDGER_STATE_AWAITING_APPROVAL);
      look (journey, window);
      ledger_journey_click (get_sheet (window), "同意");
      ledger_view_test_wait (is_signed, &wanted);
      ledger_view_test_settle ();
      ledger_journey_act (journey, window, "同意");
    }
  g_assert_cmpuint (ledger_session_count_waiting (ledger_window_get_session (window)), ==, 0);
  ledger_journey_end (journey, 12);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/sign",
              LedgerViewTest,
              "sign",
              ledger_view_test_set_up,
              test_sign,
              ledger_view_test_tear_down);
  g_test_add ("/journey/sign-large",
              LedgerViewTest,
              "sign-large",
              ledger_view_test_set_up,
              test_sign,
              ledger_view_test_tear_down);
  return g_test_run ();
}
