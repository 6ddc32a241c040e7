/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk imports a list of 40 problems in 8 departments and claims them all. */
#include "ledger-claim-page.h"
#include "ledger-inspection.h"
#include "ledger-journey.h"
#include "ledger-notice-strip.h"

static const char *const handlers[] = {
  "刘洋", "张伟", "孙丽", "吴强", "郑涛", "黄敏", "马超", "徐静",
};

static void
append_cell (GString *line, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  g_string_append_printf (line, "%s\"%s\"", line->len > 0 ? "," : "", escaped);
}

static char *
dup_measures (const char *text)
{
  g_auto (GStrv) measures = g_strsplit (text, "|", -1);
  GString *cell = g_string_new (NULL);

  for (guint i = 0; measures[i] != NULL; i++)
    g_string_append_printf (cell, "%s%u.%s", i > 0 ? "\n" : "", i + 1, measures[i]);
  return g_string_free (cell, FALSE);
}

static void
append_row (GString *list, guint number, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *first = g_strdup_printf ("%u", number);
  g_autofree char *measures = dup_measures (cells[9]);

  append_cell (line, first);
  for (guint i = 0; i < 3; i++)
    append_cell (line, cells[i]);
  append_cell (line, measures);
  append_cell (line, cells[3]);
  append_cell (line, cells[4]);
  append_cell (line, number % 5 == 0 ? "3月底" : "2026年4月10日");
  g_string_append_printf (list, "%s\r\n", line->str);
}

/* The problems of the sample as an office's list: a title, heads, no handlers. */
static GFile *
write_list (LedgerViewTest *test)
{
  g_autofree char *source =
      g_build_filename (g_getenv ("ZHENGGAI_DATADIR"), "sample", "problems.tsv", NULL);
  g_autofree char *path = g_build_filename (test->folder, "整改任务分解表.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;
  g_autoptr (GString) list =
      g_string_new ("某市某局巡察整改任务分解表,,,,,,,\r\n"
                    "序号,方面,大类,问题,整改措施,责任部门,牵头领导,整改时限\r\n");
  g_autoptr (GError) error = NULL;
  guint number = 0;

  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    if (*rows[i] != '\0' && *rows[i] != '#')
      append_row (list, ++number, rows[i]);
  g_assert_cmpuint (number, ==, 40);
  g_file_set_contents (path, list->str, (gssize)list->len, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* What an input method commits arrives as text at once; here it comes from the clipboard. */
static void
enter_name (LedgerWindow *window, const char *name)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), name);
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+v");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
}

static gboolean
is_all_claimed (gpointer document)
{
  for (guint i = 0; i < ledger_journey_count_issues (document); i++)
    if (ledger_journey_get_facts (document, i)->workflow.state == LEDGER_STATE_UNCLAIMED)
      return FALSE;
  return TRUE;
}

/* Each of the 40 is claimed: by the handler of its department, with one reviewer for all. */
static void
check_claims (LedgerDocument *document)
{
  g_autoptr (GHashTable) by_department = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (ledger_journey_count_issues (document), ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      const LedgerIssueFacts *facts = ledger_journey_get_facts (document, i);
      LedgerRecord *claim = LEDGER_RECORD (facts->claim);
      const char *before;

      g_assert_cmpint (facts->workflow.state, ==, LEDGER_STATE_IN_PROGRESS);
      g_assert_nonnull (facts->handler);
      g_assert_true (g_strv_contains (handlers, facts->handler));
      before = g_hash_table_lookup (by_department, facts->department);
      g_assert_true (before == NULL || g_str_equal (before, facts->handler));
      g_hash_table_insert (by_department, (char *)facts->department, (char *)facts->handler);
      g_hash_table_add (used, (char *)facts->handler);
      g_assert_cmpstr (
          ledger_document_get_name (
              document, "person", ledger_record_get_text (claim, LEDGER_CLAIM_REVIEWER)),
          ==,
          "李敏");
      g_assert_nonnull (ledger_record_get_text (claim, LEDGER_CLAIM_LEAD_LEADER));
    }
  g_assert_cmpuint (g_hash_table_size (by_department), ==, G_N_ELEMENTS (handlers));
  g_assert_cmpuint (g_hash_table_size (used), ==, G_N_ELEMENTS (handlers));
}

static void
claim_all (LedgerJourney *journey, LedgerWindow *window)
{
  GtkWidget *strip = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_NOTICE_STRIP, NULL);
  GtkWidget *reviewer;

  ledger_journey_click (strip, "认领");
  g_assert_true (LEDGER_IS_CLAIM_PAGE (ledger_window_get_page (window)));
  ledger_journey_act (journey, window, "认领 in the strip");
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    {
      enter_name (window, handlers[i]);
      ledger_journey_act (journey, window, "a handler");
    }
  reviewer = ledger_view_test_find (
      GTK_WIDGET (ledger_window_get_page (window)), GTK_TYPE_ENTRY, "审核人");
  g_assert_nonnull (reviewer);
  ledger_view_test_click (reviewer);
  enter_name (window, "李敏");
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+d");
  ledger_journey_act (journey, window, "the first reviewer and Ctrl+D");
  ledger_journey_click (ledger_window_get_page (window), "认领40项");
  ledger_view_test_wait (is_all_claimed, ledger_window_get_document (window));
  ledger_journey_act (journey, window, "认领40项");
}

static void
test_claim (LedgerViewTest *test, gconstpointer large)
{
  LedgerJourney *journey = ledger_journey_begin (large != NULL ? "claim-large" : "claim", 14);
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  g_autoptr (GFile) list = write_list (test);
  LedgerRecord *inspection;

  if (large != NULL)
    ledger_view_test_key (GTK_WINDOW (window), "F12");
  ledger_journey_drop_list (window, list);
  ledger_journey_act (journey, window, "drop the list");
  ledger_view_test_click (
      ledger_view_test_find (GTK_WIDGET (ledger_window_get_page (window)), GTK_TYPE_ENTRY, "报送"));
  ledger_view_test_type (GTK_WINDOW (window), "4.20");
  ledger_journey_act (journey, window, "the day of handing in");
  ledger_journey_import (window, "导入40个问题");
  ledger_journey_act (journey, window, "导入40个问题");
  inspection = ledger_document_get_inspection (ledger_window_get_document (window));
  g_assert_cmpint (ledger_record_get_day (inspection, LEDGER_INSPECTION_REPORT_DUE),
                   ==,
                   ledger_day_new (2026, 4, 20));
  claim_all (journey, window);
  check_claims (ledger_window_get_document (window));
  ledger_journey_end (journey, 14);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/claim",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_claim,
              ledger_view_test_tear_down);
  g_test_add ("/journey/claim/large-type",
              LedgerViewTest,
              GINT_TO_POINTER (TRUE),
              ledger_view_test_set_up,
              test_claim,
              ledger_view_test_tear_down);
  return g_test_run ();
}
