/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document.h"

#include "ledger-fixture.h"
#include "ledger-issue.h"

/* A ledger with one issue and its measure; the path. */
static char *
make_ledger (char **issue)
{
  g_autoptr (LedgerDocument) document = fixture_document ();

  *issue = fixture_issue (document, NULL, "问题");
  g_free (fixture_measure (document, *issue, "措施"));
  return g_strdup (ledger_document_get_path (document));
}

static gpointer
run_prepare (gpointer path)
{
  g_autoptr (GError) error = NULL;
  LedgerDocument *document = ledger_document_prepare (path, LEDGER_DOCUMENT_WINDOW, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ledger_document_get_position (document), >, 0);
  ledger_document_load_rest (document);
  return document;
}

static LedgerDocument *
prepare_elsewhere (char *path)
{
  return g_thread_join (g_thread_new ("test", run_prepare, path));
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  ledger_document_commit_finish (LEDGER_DOCUMENT (source), result, &written, &error);
  g_assert_no_error (error);
  g_assert_true (written);
  *(gboolean *)data = TRUE;
}

/* What another thread has read is worked on here like what was opened here. */
static void
test_handed_over (void)
{
  g_autofree char *issue = NULL;
  g_autofree char *path = make_ledger (&issue);
  g_autoptr (LedgerDocument) document = prepare_elsewhere (path);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  ledger_document_settle (document);
  g_assert_false (ledger_document_is_read_only (document));
  g_assert_cmpuint (ledger_document_get_facts (document, issue)->n_measures, ==, 1);
  g_assert_cmpuint (ledger_document_get_children (document, "measure", issue)->len, ==, 1);
  ledger_document_set_actor (document, NULL, "李敏");
  g_autoptr (LedgerEdit) edit =
      ledger_gesture_set (document, "issue", issue, "text", "改了", &error);
  g_assert_no_error (error);
  ledger_document_commit_async (document, edit, NULL, on_committed, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, "改了");
  g_autoptr (LedgerDocument) fresh = fixture_open (path, LEDGER_DOCUMENT_READ);
  fixture_assert_same (document, fresh);
}

static gboolean
look (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static gpointer
run_call (gpointer document)
{
  g_assert_true (ledger_document_call_writer (document, look, NULL, NULL, NULL));
  return NULL;
}

/* Where it was settled, and not where it was prepared, it tells what others wrote. */
static void
test_context (void)
{
  g_autofree char *issue = NULL;
  g_autofree char *path = make_ledger (&issue);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (LedgerDocument) document = prepare_elsewhere (path);

  g_main_context_push_thread_default (context);
  ledger_document_settle (document);
  g_main_context_pop_thread_default (context);
  g_thread_join (g_thread_new ("test", run_call, document));
  g_assert_true (g_main_context_iteration (context, FALSE));
}

/* Nobody wanted it after all: the lock is free again. */
static void
test_given_up (void)
{
  g_autofree char *issue = NULL;
  g_autofree char *path = make_ledger (&issue);

  g_object_unref (prepare_elsewhere (path));
  g_autoptr (LedgerDocument) next = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  g_assert_false (ledger_document_is_read_only (next));
}

/* Whoever reads on a thread can be told that nobody waits for it any more; once the document lives
 * on its thread that is over. */
static void
test_cancelled (void)
{
  g_autofree char *issue = NULL;
  g_autofree char *path = make_ledger (&issue);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_prepare (path, LEDGER_DOCUMENT_READ, cancellable, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ledger_store_check_cancelled (ledger_document_get_store (document), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ledger_document_settle (document);
  g_assert_true (ledger_store_check_cancelled (ledger_document_get_store (document), &error));
  g_assert_no_error (error);

  for (guint mode = 0; mode < 3; mode++)
    {
      g_assert_null (ledger_document_prepare (path, mode, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  g_autoptr (LedgerDocument) next = fixture_open (path, LEDGER_DOCUMENT_SCRIPT);
  g_assert_false (ledger_document_is_read_only (next));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document-opening/handed-over", test_handed_over);
  g_test_add_func ("/document-opening/context", test_context);
  g_test_add_func ("/document-opening/given-up", test_given_up);
  g_test_add_func ("/document-opening/cancelled", test_cancelled);
  return fixture_run ();
}
