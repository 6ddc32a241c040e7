/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filter.h"

#include "ledger-gesture.h"
#include "ledger-view-test.h"

typedef struct
{
  LedgerDocument *document;
  LedgerFilter *filter;
  guint changes;
} Ground;

static void
on_changed (GtkFilter *filter, GtkFilterChange change, Ground *ground)
{
  ground->changes++;
}

static void
open_ground (LedgerViewTest *test, Ground *ground)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GError) error = NULL;

  ground->document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  ground->filter = ledger_filter_new (ground->document);
  g_signal_connect (ground->filter, "changed", G_CALLBACK (on_changed), ground);
}

static void
close_ground (Ground *ground)
{
  g_assert_finalize_object (ground->filter);
  ledger_document_close (ground->document);
  g_assert_finalize_object (ground->document);
}

static guint
count (Ground *ground)
{
  LedgerTable *issues = ledger_document_get_table (ground->document, "issue");
  guint n = 0;

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    if (gtk_filter_match (GTK_FILTER (ground->filter), ledger_table_get_record (issues, i)))
      n++;
  return n;
}

/* Headings with what lies below them: the top ones together hold every issue once. */
static void
test_headings (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };
  LedgerTable *headings;
  guint sum = 0;

  open_ground (test, &ground);
  g_assert_cmpuint (count (&ground), ==, 12);
  headings = ledger_document_get_table (ground.document, "heading");
  g_assert_cmpuint (ledger_table_get_n_records (headings), >, 0);
  for (guint i = 0; i < ledger_table_get_n_records (headings); i++)
    {
      LedgerRecord *heading = ledger_table_get_record (headings, i);

      if (ledger_record_get_parent_id (heading) != NULL)
        continue;
      ledger_filter_set_heading (ground.filter, ledger_record_get_id (heading));
      g_assert_cmpuint (count (&ground), >, 0);
      sum += count (&ground);
    }
  g_assert_cmpuint (sum, ==, 12);
  close_ground (&ground);
}

/* Each condition narrows, is told once, and is said in words. */
static void
test_conditions (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };
  g_autofree char *words = NULL;

  open_ground (test, &ground);
  g_assert_null (ledger_filter_describe (ground.filter));
  ledger_filter_set_states (ground.filter, 1u << LEDGER_STATE_UNCLAIMED);
  g_assert_cmpuint (ground.changes, ==, 1);
  g_assert_cmpuint (count (&ground), ==, 12);
  ledger_filter_set_states (ground.filter, 1u << LEDGER_STATE_UNCLAIMED);
  g_assert_cmpuint (ground.changes, ==, 1);
  ledger_filter_set_states (ground.filter, 1u << LEDGER_STATE_CLOSED);
  g_assert_cmpuint (count (&ground), ==, 0);
  ledger_filter_set_states (ground.filter, 0);
  ledger_filter_set_figure (ground.filter, LEDGER_FIGURE_OVERDUE);
  ledger_filter_set_search (ground.filter, "  学习 ");
  g_assert_cmpstr (ledger_filter_get_search (ground.filter), ==, "学习");
  words = ledger_filter_describe (ground.filter);
  g_assert_nonnull (strstr (words, ledger_figure_get_name (LEDGER_FIGURE_OVERDUE)));
  g_assert_nonnull (strstr (words, "学习"));
  ledger_filter_clear (ground.filter);
  g_assert_true (ledger_filter_is_empty (ground.filter));
  g_assert_cmpuint (count (&ground), ==, 12);
  close_ground (&ground);
}

/* What is found by text agrees with a plain search through the wording. */
static void
test_search (LedgerViewTest *test, gconstpointer data)
{
  const char *const words[] = { "学习", "制度", "不到位", "没有这样的字" };
  Ground ground = { 0 };
  LedgerTable *issues;

  open_ground (test, &ground);
  issues = ledger_document_get_table (ground.document, "issue");
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    {
      ledger_filter_set_search (ground.filter, words[w]);
      for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
        {
          LedgerRecord *issue = ledger_table_get_record (issues, i);
          const char *text = ledger_record_get_text (issue, LEDGER_ISSUE_TEXT);

          if (strstr (text, words[w]) != NULL)
            g_assert_true (gtk_filter_match (GTK_FILTER (ground.filter), issue));
        }
    }
  g_assert_cmpuint (count (&ground), ==, 0);
  ledger_filter_set_search (
      ground.filter,
      ledger_record_get_text (ledger_table_get_record (issues, 0), LEDGER_ISSUE_NUMBER));
  g_assert_cmpuint (count (&ground), >=, 1);
  close_ground (&ground);
}

/* An edit that changes what is searched is seen at once: nothing stale is kept. */
static void
test_refresh (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };
  LedgerTable *issues;
  const char *id;
  g_autoptr (LedgerEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  open_ground (test, &ground);
  issues = ledger_document_get_table (ground.document, "issue");
  id = ledger_record_get_id (ledger_table_get_record (issues, 0));
  ledger_filter_set_search (ground.filter, "全新的说法");
  g_assert_cmpuint (count (&ground), ==, 0);
  edit = ledger_gesture_set (ground.document, "issue", id, "text", "这是全新的说法", &error);
  g_assert_no_error (error);
  ledger_document_commit (ground.document, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (&ground), ==, 1);
  close_ground (&ground);
}

/* Every condition comes back from the back list. */
static void
test_restore (LedgerViewTest *test, gconstpointer data)
{
  Ground ground = { 0 };
  g_autoptr (GVariant) saved = NULL;
  LedgerDay from, until;

  open_ground (test, &ground);
  ledger_filter_set_states (ground.filter, 5);
  ledger_filter_set_figure (ground.filter, LEDGER_FIGURE_NEAR);
  ledger_filter_set_due (ground.filter, 20000, 20006);
  ledger_filter_set_search (ground.filter, "学习");
  ledger_filter_set_department (ground.filter, "d");
  ledger_filter_set_leader (ground.filter, "p");
  ledger_filter_set_heading (ground.filter, "h");
  saved = g_variant_ref_sink (ledger_filter_save (ground.filter));
  ledger_filter_clear (ground.filter);
  ground.changes = 0;
  ledger_filter_restore (ground.filter, saved);
  g_assert_cmpuint (ground.changes, ==, 1);
  g_assert_cmpuint (ledger_filter_get_states (ground.filter), ==, 5);
  g_assert_cmpint (ledger_filter_get_figure (ground.filter), ==, LEDGER_FIGURE_NEAR);
  ledger_filter_get_due (ground.filter, &from, &until);
  g_assert_cmpint (from, ==, 20000);
  g_assert_cmpint (until, ==, 20006);
  g_assert_cmpstr (ledger_filter_get_search (ground.filter), ==, "学习");
  g_assert_cmpstr (ledger_filter_get_department (ground.filter), ==, "d");
  g_assert_cmpstr (ledger_filter_get_leader (ground.filter), ==, "p");
  g_assert_cmpstr (ledger_filter_get_heading (ground.filter), ==, "h");
  close_ground (&ground);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/filter/headings", test_headings);
  ledger_view_test_add ("/filter/conditions", test_conditions);
  ledger_view_test_add ("/filter/search", test_search);
  ledger_view_test_add ("/filter/refresh", test_refresh);
  ledger_view_test_add ("/filter/restore", test_restore);
  return g_test_run ();
}
