/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pthread.h>

#include "ledger-error.h"
#include "ledger-fixture.h"
#include "ledger-issue.h"

/* A window's document, driven by the main loop. */
static LedgerDocument *
window (char **issue)
{
  g_autofree char *path = NULL;
  {
    g_autoptr (LedgerDocument) document = fixture_document ();
    path = g_strdup (ledger_document_get_path (document));
    *issue = fixture_issue (document, NULL, "问题");
  }
  LedgerDocument *document = fixture_open (path, LEDGER_DOCUMENT_WINDOW);
  ledger_document_set_actor (document, NULL, "李敏");
  return document;
}

typedef struct
{
  LedgerDocument *document;
  const char *issue;
  const char *expected; /* shown when the callback comes */
  guint n_called;
  GError *error;
  gboolean written;
  char *title;
} Call;

static void
call_clear (Call *call)
{
  g_clear_error (&call->error);
  g_clear_pointer (&call->title, g_free);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  call->n_called++;
  ledger_document_commit_finish (LEDGER_DOCUMENT (source), result, &call->written, &call->error);
  LedgerRecord *issue = ledger_document_lookup (call->document, "issue", call->issue);
  if (call->expected != NULL)
    g_assert_cmpstr (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT), ==, call->expected);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  call->n_called++;
  call->title = ledger_document_undo_finish (LEDGER_DOCUMENT (source), result, &call->error);
}

static void
wait_for (Call *call, guint n)
{
  while (call->n_called < n)
    g_main_context_iteration (NULL, TRUE);
}

static LedgerEdit *
change (LedgerDocument *document, const char *issue, const char *text)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set (document, "issue", issue, "text", text, &error);
  g_assert_no_error (error);
  return edit;
}

static void
test_commit (void)
{
  g_autofree char *issue = NULL;
  g_autoptr (LedgerDocument) document = window (&issue);
  Call call = { document, issue, "第一次" };

  g_autoptr (LedgerEdit) edit = change (document, issue, "第一次");
  gint64 position = ledger_document_get_position (document);
  ledger_document_commit_async (document, edit, NULL, on_committed, &call);
  /* Nothing happens behind the window's back. */
  g_assert_cmpint (ledger_document_get_position (document), ==, position);
  wait_for (&call, 1);
  g_assert_no_error (call.error);
  g_assert_true (call.written);
  g_assert_cmpint (ledger_document_get_position (document), >, position);
  g_assert_cmpstr (ledger_document_get_undo_title (document), ==, ledger_edit_get_title (edit));

  /* What changes nothing is not written and is no error. */
  ledger_document_commit_async (document, edit, NULL, on_committed, &call);
  wait_for (&call, 2);
  g_assert_no_error (call.error);
  g_assert_false (call.written);

  /* The same edit at once. */
  g_autoptr (LedgerEdit) second = change (document, issue, "第二次");
  g_assert_true (ledger_document_commit (document, second, &call.written, &call.error));
  g_assert_true (call.written);
  call_clear (&call);
}

static void
test_undo (void)
{
  g_autofree char *issue = NULL;
  g_autoptr (LedgerDocument) document = window (&issue);
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_autoptr (LedgerEdit) edit = change (document, issue, "改了");
  Call call = { document, issue, NULL };

  g_assert_true (ledger_document_commit (document, edit, NULL, NULL));
  ledger_document_undo_async (document, on_undone, &call);
  wait_for (&call, 1);
  g_assert_no_error (call.error);
  g_assert_cmpstr (call.title, ==, ledger_edit_get_title (edit));
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, "问题");
  g_assert_cmpstr (ledger_document_get_redo_title (document), ==, ledger_edit_get_title (edit));
  call_clear (&call);

  ledger_document_redo_async (document, on_undone, &call);
  wait_for (&call, 2);
  g_assert_no_error (call.error);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, "改了");
  g_assert_null (ledger_document_get_redo_title (document));
  call_clear (&call);

  /* Redone is nothing more to redo. */
  ledger_document_redo_async (document, on_undone, &call);
  wait_for (&call, 3);
  g_assert_error (call.error, LEDGER_ERROR, LEDGER_ERROR_NOT_FOUND);
  call_clear (&call);
}

static void
test_stale_form (void)
{
  g_autofree char *issue = NULL;
  g_autoptr (LedgerDocument) document = window (&issue);
  Call call = { document, issue, "先到的" };
  g_autoptr (LedgerEdit) late = change (document, issue, "表单里的");
  g_autoptr (LedgerEdit) first = change (document, issue, "先到的");

  ledger_edit_set_position (late, ledger_document_get_position (document));
  g_assert_true (ledger_document_commit (document, first, NULL, NULL));
  ledger_document_commit_async (document, late, NULL, on_committed, &call);
  wait_for (&call, 1);
  g_assert_error (call.error, LEDGER_ERROR, LEDGER_ERROR_STALE);
  call_clear (&call);
}

/* The writer is held up until the window was seen to say so. With locks that the thread sanitizer
 * knows. */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t cond;
  gboolean held;
  gboolean go;
  LedgerDocument *document;
} Gate;

static gboolean
hold (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  pthread_mutex_lock (&gate->mutex);
  gate->held = TRUE;
  pthread_cond_broadcast (&gate->cond);
  while (!gate->go)
    pthread_cond_wait (&gate->cond, &gate->mutex);
  pthread_mutex_unlock (&gate->mutex);
  return TRUE;
}

static gpointer
hold_writer (gpointer data)
{
  Gate *gate = data;
  g_assert_true (ledger_document_call_writer (gate->document, hold, gate, NULL, NULL));
  return NULL;
}

static void
on_busy (LedgerDocument *document, GParamSpec *pspec, gpointer data)
{
  Gate *gate = data;

  if (!ledger_document_is_busy (document))
    return;
  pthread_mutex_lock (&gate->mutex);
  gate->go = TRUE;
  pthread_cond_broadcast (&gate->cond);
  pthread_mutex_unlock (&gate->mutex);
}

static void
test_busy (void)
{
  g_autofree char *issue = NULL;
  g_autoptr (LedgerDocument) document = window (&issue);
  g_autoptr (LedgerEdit) edit = change (document, issue, "慢慢来");
  Call call = { document, issue, "慢慢来" };
  Gate gate = { .document = document };
  pthread_mutex_init (&gate.mutex, NULL);
  pthread_cond_init (&gate.cond, NULL);

  g_signal_connect (document, "notify::busy", G_CALLBACK (on_busy), &gate);
  GThread *thread = g_thread_new ("holder", hold_writer, &gate);
  pthread_mutex_lock (&gate.mutex);
  while (!gate.held)
    pthread_cond_wait (&gate.cond, &gate.mutex);
  pthread_mutex_unlock (&gate.mutex);
  ledger_document_commit_async (document, edit, NULL, on_committed, &call);
  g_assert_false (ledger_document_is_busy (document));
  wait_for (&call, 1);
  g_thread_join (thread);
  g_assert_no_error (call.error);
  g_assert_true (gate.go);
  g_assert_false (ledger_document_is_busy (document));
  g_signal_handlers_disconnect_by_data (document, &gate);
  pthread_mutex_destroy (&gate.mutex);
  pthread_cond_destroy (&gate.cond);
}

static gboolean
write_beside (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ledger_store_commit (store, data, NULL, NULL, error);
}

static void
on_refreshed (LedgerDocument *document, gpointer data)
{
  guint *n = data;
  (*n)++;
}

/* What a job wrote through the writer is shown without anybody asking. */
static void
test_call_writer (void)
{
  g_autofree char *issue = NULL;
  g_autoptr (LedgerDocument) document = window (&issue);
  g_autoptr (LedgerEdit) edit = change (document, issue, "任务写的");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (document, "refreshed", G_CALLBACK (on_refreshed), &n);
  g_assert_true (ledger_document_call_writer (document, write_beside, edit, NULL, &error));
  g_assert_no_error (error);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, "任务写的");
}

/* Edits under way when the window closes are kept. */
static void
test_close_while_writing (void)
{
  g_autofree char *issue = NULL;
  LedgerDocument *document = window (&issue);
  g_autofree char *path = g_strdup (ledger_document_get_path (document));
  Call call = { document, issue, NULL };

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("第%u次", i + 1);
      g_autoptr (LedgerEdit) edit = change (document, issue, text);
      ledger_document_commit_async (document, edit, NULL, on_committed, &call);
    }
  ledger_document_close (document);
  wait_for (&call, 10);
  g_assert_no_error (call.error);
  g_object_unref (document);

  g_autoptr (LedgerDocument) again = fixture_open (path, LEDGER_DOCUMENT_READ);
  LedgerRecord *record = ledger_document_lookup (again, "issue", issue);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, "第10次");
  call_clear (&call);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/document-writing/commit", test_commit);
  g_test_add_func ("/document-writing/undo", test_undo);
  g_test_add_func ("/document-writing/stale-form", test_stale_form);
  g_test_add_func ("/document-writing/busy", test_busy);
  g_test_add_func ("/document-writing/call-writer", test_call_writer);
  g_test_add_func ("/document-writing/close-while-writing", test_close_while_writing);
  return fixture_run ();
}
