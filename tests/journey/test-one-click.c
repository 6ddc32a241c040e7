/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of one click, down once and up once: a PDF is dropped on the section 佐证. Each step
 * names the function that does it and checks that it was done, so that whoever wants to know the
 * house can walk along here with the sources open. */
#include "ledger-digest.h"
#include "ledger-drag-test.h"
#include "ledger-evidence-attach.h"
#include "ledger-evidence-export.h"
#include "ledger-evidence-list.h"
#include "ledger-evidence-row.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"
#include "ledger-issue-rows.h"
#include "ledger-issue-table.h"
#include "ledger-journey.h"
#include "ledger-pdf-verdict.h"
#include "ledger-proof-section.h"
#include "ledger-proof-test.h"

#define N_PAGES 12

/* What the layers tell while the file goes down and the line comes up. */
typedef struct
{
  LedgerWindow *window;
  LedgerDocument *document;
  char *issue;
  char *path;

  GPtrArray *notices;    /* char*: what the strip said, in order */
  guint n_refreshed;     /* LedgerDocument::refreshed */
  guint n_came, n_went;  /* rows of the table of evidence */
  GPtrArray *touched;    /* char*: issues whose facts differ */
  guint n_rows_redrawn;  /* of 问题台账 */
  guint n_rows_resorted; /* items_changed of more than one row */
} Life;

/* --- listening --- */

static void
on_notice (LedgerSession *session, Life *life)
{
  const LedgerNotice *notice = ledger_session_get_notice (session, NULL);

  if (notice != NULL && notice->text != NULL)
    g_ptr_array_add (life->notices, g_strdup (notice->text));
}

static void
on_refreshed (LedgerDocument *document, Life *life)
{
  life->n_refreshed++;
}

static void
on_issue_changed (LedgerDocument *document, const char *id, Life *life)
{
  g_ptr_array_add (life->touched, g_strdup (id));
}

static void
on_evidence_changed (GListModel *table, guint at, guint removed, guint added, Life *life)
{
  life->n_came += added;
  life->n_went += removed;
}

static void
on_rows_changed (LedgerIssueRows *rows, GHashTable *ids, Life *life)
{
  life->n_rows_redrawn += g_hash_table_size (ids);
}

static void
on_row_items_changed (GListModel *rows, guint at, guint removed, guint added, Life *life)
{
  if (removed > 1 || added > 1)
    life->n_rows_resorted++;
}

static GtkWidget *
find (Life *life, GType type)
{
  GtkWidget *found = ledger_view_test_find (GTK_WIDGET (life->window), type, NULL);

  g_assert_nonnull (found);
  return found;
}

static LedgerIssueRows *
get_rows (Life *life)
{
  return ledger_issue_table_get_rows (LEDGER_ISSUE_TABLE (find (life, LEDGER_TYPE_ISSUE_TABLE)));
}

static void
listen (Life *life)
{
  LedgerSession *session = ledger_window_get_session (life->window);

  life->notices = g_ptr_array_new_with_free_func (g_free);
  life->touched = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (session, "notice-changed", G_CALLBACK (on_notice), life);
  g_signal_connect (life->document, "refreshed", G_CALLBACK (on_refreshed), life);
  g_signal_connect (life->document, "issue-changed", G_CALLBACK (on_issue_changed), life);
  g_signal_connect (ledger_document_get_table (life->document, "evidence"),
                    "items-changed",
                    G_CALLBACK (on_evidence_changed),
                    life);
  g_signal_connect (get_rows (life), "rows-changed", G_CALLBACK (on_rows_changed), life);
  g_signal_connect (get_rows (life), "items-changed", G_CALLBACK (on_row_items_changed), life);
}

static void
stop_listening (Life *life)
{
  g_signal_handlers_disconnect_by_data (ledger_window_get_session (life->window), life);
  g_signal_handlers_disconnect_by_data (life->document, life);
  g_signal_handlers_disconnect_by_data (ledger_document_get_table (life->document, "evidence"),
                                        life);
  g_signal_handlers_disconnect_by_data (get_rows (life), life);
  g_ptr_array_unref (life->notices);
  g_ptr_array_unref (life->touched);
}

/* --- before --- */

static void
commit (LedgerDocument *document, LedgerEdit *edit, GError *error)
{
  g_assert_no_error (error);
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
  ledger_edit_unref (edit);
}

/* A claimed issue with a measure and no proof, shown in the details. */
static void
open_life (LedgerViewTest *test, Life *life)
{
  const LedgerClaimValues values = {
    .department = "办公室", .lead_leader = "王建国", .handler = "张伟", .reviewer = "李敏"
  };
  g_autofree char *path = ledger_view_test_make_ledger (test, "click.zgl");
  GError *error = NULL;
  g_autoptr (LedgerDocument) script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);
  const char *ids[] = { NULL, NULL };
  LedgerEdit *edit;

  g_assert_no_error (error);
  life->issue = ledger_proof_test_find_issue (script, 1);
  ids[0] = life->issue;
  edit = ledger_gesture_claim (script, ids, &values, &error);
  commit (script, edit, error);
  ledger_document_close (script);
  life->path = ledger_proof_test_write_pdf (test->folder, "minutes.pdf", N_PAGES);
  life->window = ledger_view_test_open_window (test, path);
  life->document = ledger_window_get_document (life->window);
  ledger_session_open_issue (ledger_window_get_session (life->window), life->issue);
  ledger_view_test_settle ();
}

static gint64
get_newest (Life *life)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (life->document), 0, 1, &error);

  g_assert_no_error (error);
  return ((LedgerLogLine *)lines->pdata[0])->key;
}

static gboolean
is_blue (GtkWidget *widget, const char *words)
{
  GtkWidget *button = ledger_view_test_find (widget, GTK_TYPE_BUTTON, words);

  return button != NULL && gtk_widget_has_css_class (button, "suggested-action")
         && gtk_widget_get_mapped (button);
}

static void
say (const char *floor, const char *function, const char *what)
{
  g_test_message ("%-7s %s: %s", floor, function, what);
}

/* --- down --- */

/* view/evidence: the section's GtkDropTarget (ledger_evidence_drop_attach) calls
 * ledger_evidence_attach_files, which hands the paths to ledger_task_queue_push and returns. */
static void
drop (LedgerViewTest *test, Life *life)
{
  const char *const paths[] = { life->path, NULL };
  GtkWindow *files = ledger_drag_test_open_files (test, paths);
  LedgerSession *session = ledger_window_get_session (life->window);

  ledger_drag_test_lift (GTK_WIDGET (files));
  ledger_drag_test_hover (find (life, LEDGER_TYPE_PROOF_SECTION));
  g_assert_false (ledger_evidence_attach_is_running (session));
  ledger_drag_test_drop ();
  gtk_window_destroy (files);
  say ("view", "ledger_evidence_attach_files", "the drop became a job");
}

static gboolean
is_told (gpointer data)
{
  Life *life = data;

  return !ledger_evidence_attach_is_running (ledger_window_get_session (life->window))
         && life->n_refreshed > 0;
}

static gboolean
was_said (Life *life, const char *text)
{
  for (guint i = 0; i < life->notices->len; i++)
    if (g_strrstr (life->notices->pdata[i], text) != NULL)
      return TRUE;
  return FALSE;
}

/* ledger-jobs: stage_in_thread says its place in LedgerProgress; the strip shows it with 取消. */
static void
check_job (Life *life)
{
  g_assert_true (was_said (life, "1/1"));
  say ("base", "ledger_progress_say", life->notices->pdata[0]);
}

static LedgerRecord *
get_evidence (Life *life)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (life->document, life->issue);

  g_assert_cmpuint (proof->len, ==, 1);
  return proof->pdata[0];
}

/* pdf: ledger_pdf_intake_inspect starts the worker, which alone can know the number of pages: this
 * process holds no parser. */
static void
check_inspected (Life *life)
{
  LedgerRecord *evidence = get_evidence (life);

  g_assert_cmpint (ledger_record_get_integer (evidence, LEDGER_EVIDENCE_PAGES), ==, N_PAGES);
  g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_VERDICT),
                   ==,
                   ledger_pdf_verdict_to_name (LEDGER_PDF_VERDICT_USABLE));
  say ("pdf", "ledger_pdf_intake_inspect", "12 pages, usable");
}

/* base and store: ledger_blob_stager_append hashes what it keeps, batch by batch on the writer's
 * thread (ledger_document_call_writer); the bytes come back by their digest as they went in. */
static void
check_staged (LedgerViewTest *test, Life *life)
{
  g_autofree char *out = g_build_filename (test->folder, "out.pdf", NULL);
  g_autofree char *before = NULL, *after = NULL;
  guint8 digest[LEDGER_DIGEST_SIZE];
  gsize length, n;
  gconstpointer kept = ledger_value_get_data (
      ledger_record_get_value (get_evidence (life), LEDGER_EVIDENCE_DIGEST), &n);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (life->path, &before, &length, &error);
  g_assert_no_error (error);
  ledger_digest_of_data (before, length, digest);
  g_assert_cmpmem (kept, n, digest, sizeof digest);
  ledger_evidence_export_digest (
      ledger_document_get_store (life->document), digest, out, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (out, &after, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (before, length, after, n);
  say ("store", "ledger_blob_stager_append", "the chunks give the same bytes");
}

/* model: ledger_gesture_add_evidence makes one edit that names the digest and no byte of the file;
 * store: ledger_store_commit writes it, in one transaction. */
static void
check_edit (Life *life, gint64 newest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (life->document), 0, 2, &error);
  const LedgerLogLine *line, *before;

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  before = lines->pdata[1];
  g_assert_cmpint (before->key, ==, newest);
  g_assert_true (g_str_has_prefix (line->title, "添加佐证"));
  g_assert_cmpuint (line->n_parts, ==, 1);
  say ("model", "ledger_gesture_add_evidence", line->title);
}

/* --- up --- */

/* model: ledger_document_refresh reads one row of evidence and one of the issue's facts again. */
static void
check_refreshed (Life *life)
{
  g_assert_cmpuint (life->n_refreshed, ==, 1);
  g_assert_cmpuint (life->n_came, ==, 1);
  g_assert_cmpuint (life->n_went, ==, 0);
  g_assert_cmpuint (life->touched->len, ==, 1);
  g_assert_cmpstr (life->touched->pdata[0], ==, life->issue);
  g_assert_cmpuint (life->n_rows_redrawn, ==, 1);
  g_assert_cmpuint (life->n_rows_resorted, ==, 0);
  say ("model", "ledger_document_refresh", "one row came, one issue differs");
}

/* view: the list has a line, the button at the foot names the next step, 撤销 takes it all back. */
static void
check_window (Life *life)
{
  LedgerEvidenceList *list = LEDGER_EVIDENCE_LIST (find (life, LEDGER_TYPE_EVIDENCE_LIST));
  GtkWidget *window = GTK_WIDGET (life->window);
  GtkWidget *row = find (life, LEDGER_TYPE_EVIDENCE_ROW);

  g_assert_cmpuint (ledger_evidence_list_get_n_rows (list), ==, 1);
  g_assert_cmpstr (ledger_evidence_row_get_evidence (LEDGER_EVIDENCE_ROW (row)),
                   ==,
                   ledger_record_get_id (get_evidence (life)));
  say ("view", "ledger_evidence_list", "the list gained a line");
  g_assert_true (is_blue (window, "归入佐证"));
  g_assert_false (is_blue (window, "提交审核"));
  say ("view", "ledger_issue_next_of", "归入佐证 in the place of 提交审核");
  g_assert_nonnull (ledger_view_test_find (window, GTK_TYPE_LABEL, "已添加佐证minutes.pdf"));
  g_assert_nonnull (ledger_view_test_find (window, GTK_TYPE_BUTTON, "撤销"));
  say ("view", "ledger_session_toast_undo", "撤销 is offered");
}

static gboolean
is_gone (gpointer data)
{
  Life *life = data;
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (life->document, life->issue);

  return proof->len == 0;
}

static void
check_way_back (Life *life)
{
  GtkWidget *window = GTK_WIDGET (life->window);

  ledger_journey_click (window, "撤销");
  ledger_view_test_wait (is_gone, life);
  ledger_view_test_settle ();
  g_assert_cmpuint (ledger_evidence_list_get_n_rows (
                        LEDGER_EVIDENCE_LIST (find (life, LEDGER_TYPE_EVIDENCE_LIST))),
                    ==,
                    0);
  g_assert_true (is_blue (window, "提交审核"));
  say ("store", "ledger_undo_make", "one click takes the one edit back");
}

static void
test_one_click (LedgerViewTest *test, gconstpointer data)
{
  Life life = { 0 };
  gint64 newest;

  open_life (test, &life);
  ledger_view_test_keep_picture (GTK_WINDOW (life.window), "one-click-before");
  g_assert_true (is_blue (GTK_WIDGET (life.window), "提交审核"));
  listen (&life);
  newest = get_newest (&life);
  drop (test, &life);
  ledger_view_test_wait (is_told, &life);
  ledger_view_test_settle ();
  check_job (&life);
  check_inspected (&life);
  check_staged (test, &life);
  check_edit (&life, newest);
  check_refreshed (&life);
  check_window (&life);
  ledger_view_test_keep_picture (GTK_WINDOW (life.window), "one-click");
  check_way_back (&life);
  stop_listening (&life);
  ledger_view_test_close (GTK_WINDOW (life.window));
  g_free (life.issue);
  g_free (life.path);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/one-click",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_one_click,
              ledger_view_test_tear_down);
  return g_test_run ();
}
