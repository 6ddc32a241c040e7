/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filing.h"
#include "ledger-proof-test.h"

#include "ledger-evidence-attach.h"
#include "ledger-evidence-list.h"
#include "ledger-evidence-page.h"
#include "ledger-evidence-row.h"
#include "ledger-issue-proof.h"
#include "ledger-page-view.h"

typedef struct
{
  char *path;
  char *issue;
  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *page;
  GtkWindow *window;
} Scene;

/* Stands for the window: what is asked for is shown here. */
static void
on_open_evidence (LedgerSession *session, const char *id, Scene *scene)
{
  ledger_evidence_page_show (LEDGER_EVIDENCE_PAGE (scene->page), id);
}

static void
open_scene (LedgerViewTest *test, Scene *scene, const char *const *names, guint place)
{
  g_autoptr (GError) error = NULL;
  LedgerDocument *script;

  scene->path = ledger_view_test_make_ledger (test, "evidence.zgl");
  script = ledger_document_open (scene->path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  scene->issue = ledger_proof_test_find_issue (script, 1);
  ledger_proof_test_add_measures (script, scene->issue, 3);
  if (names != NULL)
    ledger_proof_test_attach (script, scene->issue, place, names);
  ledger_document_close (script);
  g_object_unref (script);
  scene->document = ledger_view_test_open_document (test, scene->path);
  scene->session = ledger_session_new (scene->document, NULL);
  scene->page = g_object_new (
      LEDGER_TYPE_EVIDENCE_PAGE, "document", scene->document, "session", scene->session, NULL);
  g_signal_connect (scene->session, "open-evidence", G_CALLBACK (on_open_evidence), scene);
}

static void
close_scene (Scene *scene)
{
  ledger_view_test_close (scene->window);
  g_signal_handlers_disconnect_by_data (scene->session, scene);
  g_object_unref (scene->session);
  ledger_document_close (scene->document);
  g_object_unref (scene->document);
  g_free (scene->issue);
  g_free (scene->path);
}

static guint
count_unfiled (Scene *scene)
{
  g_autoptr (GPtrArray) unfiled = ledger_issue_proof_list_unfiled (scene->document, scene->issue);

  return unfiled->len;
}

static gboolean
is_idle (gpointer session)
{
  return !ledger_evidence_attach_is_running (session);
}

/* Two scans without a place: a digit files the first and shows the second, 0 skips, a digit files
 * the last and the page asks to be closed. */
static void
test_digits_file (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", "pdf/rotated-90.pdf", NULL };
  Scene scene = { 0 };
  LedgerRecord *first, *second;
  g_autoptr (GPtrArray) unfiled = NULL;

  open_scene (test, &scene, names, 0);
  unfiled = ledger_issue_proof_list_unfiled (scene.document, scene.issue);
  g_assert_cmpuint (unfiled->len, ==, 2);
  first = unfiled->pdata[0];
  second = unfiled->pdata[1];
  scene.window = ledger_view_test_present (test, scene.page);
  ledger_evidence_page_show (LEDGER_EVIDENCE_PAGE (scene.page), ledger_record_get_id (first));
  ledger_page_take_focus (LEDGER_PAGE (scene.page));
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (scene.window, "evidence-page");
  ledger_view_test_key (scene.window, "0");
  g_assert_cmpstr (ledger_evidence_page_get_evidence (LEDGER_EVIDENCE_PAGE (scene.page)),
                   ==,
                   ledger_record_get_id (second));
  ledger_view_test_key (scene.window, "2");
  ledger_view_test_settle ();
  g_assert_cmpuint (count_unfiled (&scene), ==, 1);
  g_autoptr (GPtrArray) measures =
      ledger_filing_list_measures (scene.document, ledger_record_get_id (second));
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpstr (ledger_record_get_id (measures->pdata[0]),
                   ==,
                   ledger_proof_test_get_measure (scene.document, scene.issue, 2));
  g_assert_cmpstr (ledger_evidence_page_get_evidence (LEDGER_EVIDENCE_PAGE (scene.page)),
                   ==,
                   ledger_record_get_id (first));
  ledger_view_test_check_names (scene.page);
  close_scene (&scene);
}

/* Chosen files come in while the window lives on; an equal one is not kept twice, an empty one is
 * told; the list shows what came. */
static void
test_attach_and_list (LedgerViewTest *test, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *ten = ledger_proof_test_write_pdf (test->folder, "ten.pdf", 10);
  g_autofree char *empty = g_build_filename (test->folder, "empty.pdf", NULL);
  const char *const paths[] = { ten, empty };

  open_scene (test, &scene, NULL, 0);
  GtkWidget *list = ledger_evidence_list_new (scene.document, scene.session);
  ledger_evidence_list_set_issue (LEDGER_EVIDENCE_LIST (list), scene.issue);
  scene.window = ledger_view_test_present (test, list);
  g_object_ref_sink (scene.page);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }
  for (guint i = 0; i < 2; i++)
    {
      ledger_evidence_attach_files (list,
                                    scene.session,
                                    scene.issue,
                                    ledger_proof_test_get_measure (scene.document, scene.issue, 1),
                                    G_LIST_MODEL (files));
      ledger_view_test_wait (is_idle, scene.session);
      ledger_view_test_settle ();
      g_assert_cmpuint (ledger_evidence_list_get_n_rows (LEDGER_EVIDENCE_LIST (list)), ==, 1);
      g_assert_nonnull (ledger_session_get_notice (scene.session, NULL));
    }
  ledger_view_test_keep_picture (scene.window, "evidence-list");
  g_assert_nonnull (ledger_view_test_find (list, LEDGER_TYPE_EVIDENCE_ROW, NULL));
  ledger_view_test_check_names (list);
  g_object_unref (scene.page);
  close_scene (&scene);
}

#define MANY 300

/* So many that the list shows a part first; the button shows the rest, and the pages of all of
 * them make one scroll whose end is reached at once. */
static void
test_many (LedgerViewTest *test, gconstpointer data)
{
  Scene scene = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  LedgerDocument *script;
  GtkWidget *list, *more;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("scan-%03u.pdf", i);
      g_autofree char *path = ledger_proof_test_write_pdf (test->folder, name, 1 + i % 2);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  open_scene (test, &scene, NULL, 0);
  ledger_document_close (scene.document);
  script = ledger_document_open (scene.path, LEDGER_DOCUMENT_SCRIPT, &error);
  g_assert_no_error (error);
  ledger_proof_test_attach_paths (script, scene.issue, 1, (const char *const *)paths);
  ledger_document_close (script);
  g_object_unref (script);
  g_object_ref_sink (scene.page);
  g_clear_object (&scene.page);
  g_signal_handlers_disconnect_by_data (scene.session, &scene);
  g_clear_object (&scene.session);
  g_clear_object (&scene.document);
  scene.document = ledger_view_test_open_document (test, scene.path);
  scene.session = ledger_session_new (scene.document, NULL);
  list = ledger_evidence_list_new (scene.document, scene.session);
  ledger_evidence_list_set_issue (LEDGER_EVIDENCE_LIST (list), scene.issue);
  scene.window = ledger_view_test_present (test, list);
  g_assert_cmpuint (ledger_evidence_list_get_n_rows (LEDGER_EVIDENCE_LIST (list)), ==, MANY);
  more = ledger_view_test_find (list, GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (more);
  g_signal_emit_by_name (more, "clicked");
  ledger_view_test_settle ();
  g_assert_false (gtk_widget_get_visible (more));
  close_scene (&scene);
}

int
main (int argc, char *argv[])
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/evidence-page/digits", test_digits_file);
  ledger_view_test_add ("/evidence-page/attach-and-list", test_attach_and_list);
  ledger_view_test_add ("/evidence-page/many", test_many);
  return g_test_run ();
}
