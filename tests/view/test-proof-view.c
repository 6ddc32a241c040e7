/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-test.h"

#include "ledger-evidence.h"
#include "ledger-issue-proof.h"
#include "ledger-page-view.h"
#include "ledger-pdf-verdict.h"
#include "ledger-proof-notice.h"
#include "ledger-proof-view.h"

/* All kinds in one issue: each either shows its pages or says its sentence, none of them ends or
 * stops the program. */
static const char *const samples[] = {
  "pdf/four-pages.pdf",   "pdf/rotated-90.pdf",     "pdf/needs-password.pdf", "pdf/damaged-1.pdf",
  "pdf/damaged-xref.pdf", "pdf/grayscale-scan.pdf", "pdf/truncated.pdf",      NULL,
};

typedef struct
{
  LedgerDocument *document;
  LedgerSession *session;
  char *issue;
} Scene;

static void
open_scene (LedgerViewTest *test, Scene *scene, const char *path)
{
  scene->document = ledger_view_test_open_document (test, path);
  scene->session = ledger_session_new (scene->document, NULL);
}

static void
close_scene (Scene *scene)
{
  g_object_unref (scene->session);
  ledger_document_close (scene->document);
  g_object_unref (scene->document);
  g_free (scene->issue);
}

static char *
make_ledger (LedgerViewTest *test, char **issue, const char *const *names)
{
  char *path = ledger_view_test_make_ledger (test, "proof.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);

  g_assert_no_error (error);
  *issue = ledger_proof_test_find_issue (document, 1);
  ledger_proof_test_attach (document, *issue, 1, names);
  ledger_document_close (document);
  return path;
}

static LedgerPageView *
get_pages (GtkWidget *view)
{
  return LEDGER_PAGE_VIEW (ledger_view_test_find (view, LEDGER_TYPE_PAGE_VIEW, NULL));
}

static gboolean
is_settled (gpointer data)
{
  return ledger_page_view_is_settled (data);
}

static LedgerPdfVerdict
get_verdict (LedgerDocument *document, const char *id)
{
  LedgerPdfVerdict verdict = LEDGER_PDF_VERDICT_EMPTY;
  LedgerRecord *evidence = ledger_document_lookup (document, "evidence", id);

  g_assert_true (ledger_pdf_verdict_from_name (
      ledger_record_get_text (evidence, LEDGER_EVIDENCE_VERDICT), &verdict));
  return verdict;
}

/* Goes from file to file: what can be shown has a picture, what cannot has the verdict's sentence.
 */
static void
test_every_kind (LedgerViewTest *test, gconstpointer data)
{
  Scene scene = { 0 };
  g_autofree char *path = make_ledger (test, &scene.issue, samples);
  guint n_sentences = 0;

  open_scene (test, &scene, path);
  GtkWidget *view = ledger_proof_view_new (scene.document, scene.session);
  GtkWindow *window = ledger_view_test_present (test, view);
  LedgerPageView *pages = get_pages (view);
  ledger_proof_view_set_issue (LEDGER_PROOF_VIEW (view), scene.issue);
  g_assert_cmpuint (ledger_page_view_get_n_files (pages), ==, G_N_ELEMENTS (samples) - 1);
  for (guint i = 0; i < ledger_page_view_get_n_files (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("proof-view-%u", i);
      const char *id = ledger_page_view_get_evidence (pages, i);
      const LedgerPdfVerdict verdict = get_verdict (scene.document, id);
      GtkWidget *notice;

      ledger_page_view_go_to (pages, i, 1);
      ledger_view_test_settle ();
      ledger_view_test_wait (is_settled, pages);
      ledger_view_test_keep_picture (window, name);
      if (ledger_pdf_verdict_is_shown (verdict))
        continue;
      notice = ledger_view_test_find (view, LEDGER_TYPE_PROOF_NOTICE, NULL);
      g_assert_nonnull (notice);
      n_sentences++;
    }
  g_assert_cmpuint (n_sentences, >=, 2);
  ledger_view_test_check_names (view);
  ledger_view_test_close (window);
  close_scene (&scene);
}

/* Space goes by screens through every page to the end of the last file, and back. */
static void
test_space_leads_through (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", "pdf/rotated-90.pdf", NULL };
  Scene scene = { 0 };
  g_autofree char *path = make_ledger (test, &scene.issue, names);
  guint file = 0, page = 0, n_pages = 0, screens = 0;

  open_scene (test, &scene, path);
  GtkWidget *view = ledger_proof_view_new (scene.document, scene.session);
  GtkWindow *window = ledger_view_test_present (test, view);
  LedgerPageView *pages = get_pages (view);
  ledger_proof_view_set_issue (LEDGER_PROOF_VIEW (view), scene.issue);
  gtk_widget_grab_focus (view);
  ledger_view_test_settle ();
  ledger_view_test_wait (is_settled, pages);
  ledger_page_view_get_current (pages, &file, &page, &n_pages);
  g_assert_cmpuint (file, ==, 0);
  g_assert_cmpuint (page, ==, 1);
  g_assert_cmpuint (n_pages, ==, 4);
  while (file == 0 && screens++ < 40)
    {
      ledger_view_test_key (window, "space");
      ledger_view_test_settle ();
      ledger_page_view_get_current (pages, &file, &page, &n_pages);
    }
  g_test_message ("at file %u page %u screens %u", file, page, screens);
  g_assert_cmpuint (file, ==, 1);
  g_assert_cmpuint (screens, >, 4);
  ledger_view_test_wait (is_settled, pages);
  ledger_view_test_key (window, "Home");
  ledger_view_test_settle ();
  ledger_page_view_get_current (pages, &file, &page, &n_pages);
  g_assert_cmpuint (file, ==, 0);
  g_assert_cmpuint (page, ==, 1);
  ledger_view_test_close (window);
  close_scene (&scene);
}

int
main (int argc, char *argv[])
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/proof-view/every-kind",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_every_kind,
              ledger_view_test_tear_down);
  g_test_add ("/proof-view/space",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_space_leads_through,
              ledger_view_test_tear_down);
  return g_test_run ();
}
