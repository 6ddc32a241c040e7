/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office asks who is late, and takes the list to the meeting. */
#include <string.h>

#include "ledger-journey.h"
#include "ledger-overview-page.h"
#include "ledger-statistics.h"

typedef struct
{
  char *text;
  gboolean ready;
} Pasted;

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Pasted *pasted = data;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  pasted->ready = TRUE;
}

static gboolean
is_ready (gpointer pasted)
{
  return ((Pasted *)pasted)->ready;
}

/* Another program's paste: the text flavour of what is on the clipboard. */
static char *
paste (LedgerWindow *window)
{
  Pasted pasted = { NULL, FALSE };

  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_text, &pasted);
  ledger_view_test_wait (is_ready, &pasted);
  return pasted.text;
}

/* One row a late issue and the heads; each late issue is there with its whole wording. */
static void
check_rows (LedgerDocument *document, const char *text)
{
  const guint n = ledger_journey_count_issues (document);
  guint n_late = 0, n_lines = 0;

  g_assert_nonnull (text);
  for (guint i = 0; i < n; i++)
    {
      const LedgerIssueFacts *facts = ledger_journey_get_facts (document, i);
      const char *wording =
          ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_TEXT);
      const gboolean late = ledger_figure_counts (LEDGER_FIGURE_OVERDUE, facts);

      g_assert_true ((strstr (text, wording) != NULL) == late);
      n_late += late;
    }
  g_assert_cmpuint (n_late, >, 0);
  for (const char *at = text; *at != '\0'; at++)
    n_lines += *at == '\n';
  n_lines += !g_str_has_suffix (text, "\n");
  g_assert_cmpuint (n_lines, ==, n_late + 1);
}

static void
test_late (LedgerViewTest *test, gconstpointer large)
{
  g_autofree char *path = ledger_journey_make_sample (test);
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerJourney *journey = ledger_journey_begin (large != NULL ? "late-large" : "late", 4);
  const LedgerCounts counts = ledger_counts_of_all (document);
  g_autofree char *figure = g_strdup_printf ("%s %u",
                                             ledger_figure_get_name (LEDGER_FIGURE_OVERDUE),
                                             counts.figures[LEDGER_FIGURE_OVERDUE]);
  g_autofree char *text = NULL;

  g_assert_true (LEDGER_IS_OVERVIEW_PAGE (ledger_window_get_page (window)));
  if (large != NULL)
    ledger_view_test_key (GTK_WINDOW (window), "F12");
  ledger_view_test_keep_picture (GTK_WINDOW (window),
                                 large != NULL ? "journey-late-large-00" : "journey-late-00");
  ledger_journey_click (ledger_window_get_page (window), figure);
  ledger_journey_act (journey, window, "the figure 逾期");
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+a");
  g_assert_cmpuint (ledger_session_get_n_selected (ledger_window_get_session (window)),
                    ==,
                    counts.figures[LEDGER_FIGURE_OVERDUE]);
  ledger_journey_act (journey, window, "Ctrl+A");
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+c");
  ledger_journey_act (journey, window, "Ctrl+C");
  text = paste (window);
  ledger_journey_act (journey, NULL, "paste elsewhere");
  check_rows (document, text);
  ledger_journey_end (journey, 4);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/late",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_late,
              ledger_view_test_tear_down);
  g_test_add ("/journey/late/large-type",
              LedgerViewTest,
              GINT_TO_POINTER (TRUE),
              ledger_view_test_set_up,
              test_late,
              ledger_view_test_tear_down);
  return g_test_run ();
}
