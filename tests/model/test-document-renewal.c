/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-fixture.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

/* With a measure each, more than is read in one go. */
#define MANY 100

typedef struct
{
  LedgerDocument *document;
  char *path;
  char *issue;
  char *measure;
  guint n_called;
} Ground;

static void
set_up (Ground *ground, gconstpointer data)
{
  {
    g_autoptr (LedgerDocument) document = fixture_document ();
    ground->path = g_strdup (ledger_document_get_path (document));
    ground->issue = fixture_issue (document, NULL, "问题");
    ground->measure = fixture_measure (document, ground->issue, "措施");
  }
  ground->document = fixture_open (ground->path, LEDGER_DOCUMENT_WINDOW);
  ledger_document_set_actor (ground->document, NULL, "李敏");
}

static void
tear_down (Ground *ground, gconstpointer data)
{
  g_clear_object (&ground->document);
  g_free (ground->path);
  g_free (ground->issue);
  g_free (ground->measure);
}

/* MANY issues with a measure each, and other words for the one that is there. */
static LedgerEdit *
make_large_edit (Ground *ground)
{
  LedgerEdit *edit = ledger_gesture_new (ground->document, "large");

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *issue = ledger_id_new_random ();
      g_autofree char *measure = ledger_id_new_random ();
      g_autofree char *number = g_strdup_printf ("%u", i + 2);
      ledger_edit_set_text (edit, "issue", issue, "number", number);
      ledger_edit_set_text (edit, "issue", issue, "text", "又一个");
      ledger_edit_set_text (edit, "measure", measure, "issue", issue);
      ledger_edit_set_text (edit, "measure", measure, "text", "措施");
    }
  ledger_edit_set_text (edit, "issue", ground->issue, "text", "改了");
  return edit;
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  Ground *ground = data;
  g_autoptr (GError) error = NULL;
  gboolean written;

  ledger_document_commit_finish (LEDGER_DOCUMENT (source), result, &written, &error);
  g_assert_no_error (error);
  g_assert_true (written);
  ground->n_called++;
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Ground *ground = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = ledger_document_undo_finish (LEDGER_DOCUMENT (source), result, &error);

  g_assert_no_error (error);
  ground->n_called++;
}

static void
commit_large (Ground *ground)
{
  g_autoptr (LedgerEdit) edit = make_large_edit (ground);
  ledger_document_commit_async (ground->document, edit, NULL, on_committed, ground);
}

static void
wait_for (Ground *ground, guint n)
{
  while (ground->n_called < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
check_same (Ground *ground)
{
  g_autoptr (LedgerDocument) fresh = fixture_open (ground->path, LEDGER_DOCUMENT_READ);
  fixture_assert_same (ground->document, fresh);
}

static guint
count (Ground *ground, const char *type)
{
  return ledger_table_get_n_records (ledger_document_get_table (ground->document, type));
}

static void
on_counted (LedgerDocument *document, gpointer data)
{
  (*(guint *)data)++;
}

static void
on_text (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *)data)++;
}

/* Until it is read everything stands as it stood; then all is there, once. */
static void
test_old_state_until_then (Ground *ground, gconstpointer data)
{
  LedgerRecord *issue = ledger_document_lookup (ground->document, "issue", ground->issue);
  const gint64 position = ledger_document_get_position (ground->document);
  guint n_refreshed = 0;
  guint n_notified = 0;

  g_assert_cmpuint (count (ground, "measure"), ==, 1);
  g_signal_connect (ground->document, "refreshed", G_CALLBACK (on_counted), &n_refreshed);
  g_signal_connect (issue, "notify::text", G_CALLBACK (on_text), &n_notified);
  commit_large (ground);
  while (ledger_document_get_position (ground->document) == position)
    {
      g_assert_cmpuint (count (ground, "issue"), ==, 1);
      g_assert_cmpuint (count (ground, "measure"), ==, 1);
      g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, "问题");
      g_assert_cmpuint (n_refreshed + n_notified + ground->n_called, ==, 0);
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for (ground, 1);
  g_assert_cmpuint (n_refreshed, ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (ledger_document_lookup (ground->document, "issue", ground->issue) == issue);
  g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, "改了");
  g_assert_cmpuint (count (ground, "issue"), ==, MANY + 1);
  g_assert_cmpstr (ledger_document_get_undo_title (ground->document), ==, "large");
  check_same (ground);
}

/* What cannot wait, and what is written meanwhile, is shown all the same. */
static void
test_meanwhile (Ground *ground, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  commit_large (ground);
  g_autofree char *at_once = fixture_issue (ground->document, NULL, "同时");
  g_assert_nonnull (ledger_document_get_facts (ground->document, at_once));
  g_assert_cmpuint (count (ground, "issue"), ==, MANY + 2);
  check_same (ground);
  wait_for (ground, 1);

  commit_large (ground);
  g_autoptr (LedgerEdit) small =
      ledger_gesture_set (ground->document, "measure", ground->measure, "text", "另一条", &error);
  g_assert_no_error (error);
  ledger_document_commit_async (ground->document, small, NULL, on_committed, ground);
  wait_for (ground, 3);
  LedgerRecord *measure = ledger_document_lookup (ground->document, "measure", ground->measure);
  g_assert_cmpstr (ledger_record_get_text (measure, LEDGER_MEASURE_TEXT), ==, "另一条");
  g_assert_cmpuint (count (ground, "issue"), ==, 2 * MANY + 2);
  check_same (ground);
}

/* Thousands of rows that go, with what hangs on them, and come again. */
static void
test_undo_and_redo (Ground *ground, gconstpointer data)
{
  commit_large (ground);
  wait_for (ground, 1);
  ledger_document_undo_async (ground->document, on_undone, ground);
  wait_for (ground, 2);
  g_assert_cmpuint (count (ground, "issue"), ==, 1);
  g_assert_cmpuint (count (ground, "measure"), ==, 1);
  g_assert_cmpstr (ledger_document_get_redo_title (ground->document), ==, "large");
  check_same (ground);
  ledger_document_redo_async (ground->document, on_undone, ground);
  wait_for (ground, 3);
  g_assert_cmpuint (count (ground, "measure"), ==, MANY + 1);
  check_same (ground);
}

/* One record is touched, and hundreds go with it and come again. */
static void
test_heading_with_many (Ground *ground, gconstpointer data)
{
  g_autofree char *heading = fixture_heading (ground->document, NULL, "方面");
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (ground->document, "many");
  g_autoptr (GError) error = NULL;
  const char *const headings[] = { heading, NULL };
  const gint64 position = ledger_document_get_position (ground->document);

  for (guint i = 0; i < 2 * MANY; i++)
    {
      g_autofree char *issue = ledger_id_new_random ();
      ledger_edit_set_text (edit, "issue", issue, "heading", heading);
      ledger_edit_set_text (edit, "issue", issue, "text", "问题");
    }
  ledger_document_commit_async (ground->document, edit, NULL, on_committed, ground);
  wait_for (ground, 1);
  g_assert_cmpint (ledger_document_get_position (ground->document), >, position);
  g_assert_cmpuint (count (ground, "issue"), ==, 2 * MANY + 1);

  g_autoptr (LedgerEdit) gone =
      ledger_gesture_delete (ground->document, "heading", headings, &error);
  g_assert_no_error (error);
  ledger_document_commit_async (ground->document, gone, NULL, on_committed, ground);
  while (!ground->document->renewal)
    {
      g_assert_cmpuint (count (ground, "issue"), ==, 2 * MANY + 1);
      g_main_context_iteration (NULL, TRUE);
    }
  wait_for (ground, 2);
  g_assert_cmpuint (count (ground, "issue"), ==, 1);
  check_same (ground);

  ledger_document_undo_async (ground->document, on_undone, ground);
  while (!ground->document->renewal)
    g_main_context_iteration (NULL, TRUE);
  wait_for (ground, 3);
  g_assert_cmpuint (count (ground, "issue"), ==, 2 * MANY + 1);
  check_same (ground);
}

/* Whoever closes does not wait for what nobody will see. */
static void
test_closed_meanwhile (Ground *ground, gconstpointer data)
{
  commit_large (ground);
  while (!ground->document->renewal)
    g_main_context_iteration (NULL, TRUE);
  ledger_document_close (ground->document);
  wait_for (ground, 1);
  /* The last turns of the thread's tasks. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&ground->document);
  ground->document = fixture_open (ground->path, LEDGER_DOCUMENT_SCRIPT);
  g_assert_cmpuint (count (ground, "issue"), ==, MANY + 1);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Ground *ground, gconstpointer data);
  } tests[] = {
    { "/document-renewal/old-state-until-then", test_old_state_until_then },
    { "/document-renewal/meanwhile", test_meanwhile },
    { "/document-renewal/undo-and-redo", test_undo_and_redo },
    { "/document-renewal/heading-with-many", test_heading_with_many },
    { "/document-renewal/closed-meanwhile", test_closed_meanwhile },
  };

  fixture_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, set_up, tests[i].test, tear_down);
  return fixture_run ();
}
