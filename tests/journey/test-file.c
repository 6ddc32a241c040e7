/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk brings twelve scans, two of them photos, to one problem and files them to its five
 * measures, at 1366×720 and in large type. */
#include "ledger-drag-test.h"
#include "ledger-evidence-page.h"
#include "ledger-evidence.h"
#include "ledger-filing.h"
#include "ledger-issue-header.h"
#include "ledger-issue-page.h"
#include "ledger-issue-proof.h"
#include "ledger-journey.h"
#include "ledger-proof-test.h"

#define N_FILES 12
#define N_MEASURES 5

static const char *const digits[N_FILES] = {
  "1", "1", "2", "2", "3", "3", "3", "4", "4", "5", "5", "5",
};

typedef struct
{
  LedgerWindow *window;
  LedgerDocument *document;
  char *issue;
  guint n_unfiled;
} Scene;

/* The scanner's names say nothing; two are photos from a telephone. */
static char *
make_file (LedgerViewTest *test, guint place)
{
  const gboolean photo = place == 5 || place == 9;
  g_autofree char *name = g_strdup_printf (photo ? "IMG_%03u.jpg" : "扫描件%03u.pdf", place + 1);
  char *path = g_build_filename (test->folder, name, NULL);
  g_autofree char *source = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (photo)
    source =
        g_test_build_filename (G_TEST_DIST,
                               "data",
                               "images",
                               place == 5 ? "exif-orientation-5.jpg" : "exif-orientation-8.jpg",
                               NULL);
  else
    {
      g_autofree char *plain = g_strdup_printf ("scan-%u.pdf", place + 1);

      source = ledger_proof_test_write_pdf (test->folder, plain, 1 + place % 3);
    }
  g_file_get_contents (source, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
  return path;
}

static GStrv
make_files (LedgerViewTest *test)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *path = make_file (test, i);

      g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

static void
open_scene (LedgerViewTest *test, Scene *scene, gboolean large)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "file.zgl");
  g_autoptr (GError) error = NULL;
  LedgerDocument *script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);

  g_assert_no_error (error);
  scene->issue = ledger_proof_test_find_issue (script, 4);
  ledger_proof_test_add_measures (script, scene->issue, N_MEASURES);
  ledger_document_close (script);
  g_object_unref (script);
  scene->window = ledger_view_test_open_window (test, path);
  scene->document = ledger_window_get_document (scene->window);
  if (large)
    ledger_view_test_key (GTK_WINDOW (scene->window), "F12");
  ledger_session_open_issue (ledger_window_get_session (scene->window), scene->issue);
  ledger_view_test_settle ();
  g_assert_true (LEDGER_IS_ISSUE_PAGE (ledger_window_get_page (scene->window)));
}

static guint
count_unfiled (Scene *scene)
{
  g_autoptr (GPtrArray) unfiled = ledger_issue_proof_list_unfiled (scene->document, scene->issue);

  return unfiled->len;
}

static gboolean
is_count_reached (gpointer data)
{
  Scene *scene = data;

  return count_unfiled (scene) == scene->n_unfiled;
}

static void
wait_unfiled (Scene *scene, guint n)
{
  scene->n_unfiled = n;
  ledger_view_test_wait (is_count_reached, scene);
  ledger_view_test_settle ();
}

static LedgerEvidencePage *
get_page (Scene *scene)
{
  GtkWidget *page = ledger_view_test_find (
      GTK_WIDGET (ledger_window_get_page (scene->window)), LEDGER_TYPE_EVIDENCE_PAGE, NULL);

  g_assert_nonnull (page);
  return LEDGER_EVIDENCE_PAGE (page);
}

/* Whoever presses a digit looks at the page of the file that the digit files. */
static void
check_shown (Scene *scene, guint place)
{
  g_autoptr (GPtrArray) unfiled = ledger_issue_proof_list_unfiled (scene->document, scene->issue);
  const char *shown = ledger_evidence_page_get_evidence (get_page (scene));

  g_assert_cmpuint (unfiled->len, ==, N_FILES - place);
  g_assert_cmpstr (shown, ==, ledger_record_get_id (unfiled->pdata[0]));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_page (scene))));
}

/* Each file came to the measure whose digit was pressed, numbered in the order of filing; the
 * photos are kept and say why they are not shown. */
static void
check_filed (Scene *scene)
{
  const GPtrArray *measures =
      ledger_document_get_children (scene->document, "measure", scene->issue);
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (scene->document, scene->issue);
  guint n_kept_only = 0;

  g_assert_cmpuint (measures->len, ==, N_MEASURES);
  g_assert_cmpuint (proof->len, ==, N_FILES);
  for (guint i = 0; i < N_FILES; i++)
    {
      LedgerRecord *evidence = proof->pdata[i];
      g_autoptr (GPtrArray) filed =
          ledger_filing_list_measures (scene->document, ledger_record_get_id (evidence));
      g_autofree char *number = ledger_document_dup_number (scene->document, evidence);
      g_autofree char *ending = g_strdup_printf ("-%02u", i + 1);

      g_assert_cmpuint (filed->len, ==, 1);
      g_assert_true (filed->pdata[0] == measures->pdata[*digits[i] - '1']);
      g_assert_true (g_str_has_suffix (number, ending));
      n_kept_only += ledger_issue_proof_get_obstacle (evidence) != NULL;
    }
  g_assert_cmpuint (n_kept_only, ==, 2);
}

static gboolean
is_table_back (Scene *scene)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (get_page (scene)));
}

/* One line tells all of it, and its button takes all of it back; that is no action of the journey.
 */
static void
check_way_back (Scene *scene)
{
  GtkWidget *window = GTK_WIDGET (scene->window);

  g_assert_nonnull (ledger_view_test_find (window, GTK_TYPE_LABEL, "12件已归入5条措施"));
  ledger_journey_click (window, "撤销");
  wait_unfiled (scene, N_FILES);
  g_assert_nonnull (ledger_view_test_find (window, GTK_TYPE_LABEL, "已撤销，12件回到待归入"));
}

static void
test_file (LedgerViewTest *test, gconstpointer large)
{
  Scene scene = { 0 };
  LedgerJourney *journey = ledger_journey_begin (large != NULL ? "file-large" : "file", 13);
  g_auto (GStrv) paths = make_files (test);
  GtkWidget *header;

  open_scene (test, &scene, large != NULL);
  header = ledger_view_test_find (GTK_WIDGET (scene.window), LEDGER_TYPE_ISSUE_HEADER, NULL);
  g_assert_nonnull (header);
  ledger_drag_test_keep_screen (large != NULL ? "journey-file-large-00" : "journey-file-00");
  ledger_drag_test_drop_files (test, header, (const char *const *)paths);
  wait_unfiled (&scene, N_FILES);
  ledger_journey_act (journey, scene.window, "choose twelve files and drop them on the problem");
  for (guint i = 0; i < N_FILES; i++)
    {
      check_shown (&scene, i);
      ledger_view_test_key (GTK_WINDOW (scene.window), digits[i]);
      wait_unfiled (&scene, N_FILES - 1 - i);
      ledger_journey_act (journey, scene.window, "look at the page, press the measure's digit");
    }
  check_filed (&scene);
  g_assert_true (is_table_back (&scene));
  check_way_back (&scene);
  ledger_journey_end (journey, 13);
  ledger_view_test_close (GTK_WINDOW (scene.window));
  g_free (scene.issue);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  g_test_add ("/journey/file",
              LedgerViewTest,
              NULL,
              ledger_view_test_set_up,
              test_file,
              ledger_view_test_tear_down);
  g_test_add ("/journey/file/large-type",
              LedgerViewTest,
              GINT_TO_POINTER (1),
              ledger_view_test_set_up,
              test_file,
              ledger_view_test_tear_down);
  return g_test_run ();
}
