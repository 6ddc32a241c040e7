/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Piles of files as people bring them: some good, some not, some there already; and what can be
 * done with a row. */
#include "ledger-drag-test.h"
#include "ledger-evidence-attach.h"
#include "ledger-evidence-list.h"
#include "ledger-evidence-page.h"
#include "ledger-evidence-row.h"
#include "ledger-evidence.h"
#include "ledger-filing-popover.h"
#include "ledger-filing.h"
#include "ledger-issue-proof.h"
#include "ledger-notice-strip.h"
#include "ledger-page-view.h"
#include "ledger-proof-notice.h"
#include "ledger-proof-test.h"

#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

static gboolean
is_idle (gpointer session)
{
  return !ledger_evidence_attach_is_running (session);
}

static GListModel *
list_files (const char *const *paths)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }
  return G_LIST_MODEL (files);
}

static void
start (LedgerProofScene *scene, guint place, const char *const *paths)
{
  g_autoptr (GListModel) files = list_files (paths);

  ledger_evidence_attach_files (
      GTK_WIDGET (scene->window),
      scene->session,
      scene->issue,
      place > 0 ? ledger_proof_test_get_measure (scene->document, scene->issue, place) : NULL,
      files);
}

static void
attach (LedgerProofScene *scene, guint place, const char *const *paths)
{
  start (scene, place, paths);
  ledger_view_test_wait (is_idle, scene->session);
  ledger_view_test_settle ();
}

static guint
count_proof (LedgerProofScene *scene)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (scene->document, scene->issue);

  return proof->len;
}

static LedgerRecord *
get_proof (LedgerProofScene *scene, guint place)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (scene->document, scene->issue);

  g_assert_cmpuint (place, <, proof->len);
  return proof->pdata[place];
}

static void
check_said (LedgerProofScene *scene, const char *text)
{
  if (ledger_proof_scene_find (scene, GTK_TYPE_LABEL, text) == NULL)
    g_error ("“%s” is not said", text);
}

static void
click (LedgerProofScene *scene, const char *words)
{
  GtkWidget *button = ledger_proof_scene_find (scene, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  ledger_view_test_click (button);
  ledger_view_test_settle ();
}

/* Empty, gone, no file: each has its sentence, the others come in. */
static void
test_some_fail (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autofree char *good = ledger_proof_test_write_pdf (test->folder, "good.pdf", 1);
  g_autofree char *empty = g_build_filename (test->folder, "扫描件3.pdf", NULL);
  g_autofree char *gone = g_build_filename (test->folder, "扫描件4.pdf", NULL);
  const char *const paths[] = { empty, good, gone, NULL };
  const char *const alone[] = { empty, NULL };

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  ledger_proof_scene_open (test, &scene, 2, NULL);
  attach (&scene, 1, alone);
  check_said (&scene, "“扫描件3.pdf”是空文件，未添加。");
  attach (&scene, 1, paths);
  g_assert_cmpuint (count_proof (&scene), ==, 1);
  check_said (&scene, "已添加佐证1.1.1-01");
  check_said (&scene,
              "2个文件未添加。“扫描件3.pdf”是空文件，未添加。“扫描件4."
              "pdf”不能读取，未添加。看看文件是否还在原处。");
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "pile-some-fail");
  ledger_proof_scene_close (&scene);
}

/* The same bytes again, under another name, for another measure: offered as 共用, kept once. */
static void
test_same_again (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autofree char *one = ledger_proof_test_write_pdf (test->folder, "one.pdf", 1);
  g_autofree char *two = ledger_proof_test_write_pdf (test->folder, "two.pdf", 1);
  g_autofree char *again = g_build_filename (test->folder, "again.pdf", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (one);
  g_autoptr (GFile) copy = g_file_new_for_path (again);
  const char *const first[] = { one, NULL };
  const char *const second[] = { again, NULL };
  const char *const both[] = { again, two, NULL };
  g_autoptr (GPtrArray) measures = NULL;

  g_assert_true (g_file_copy (source, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  ledger_proof_scene_open (test, &scene, 2, NULL);
  attach (&scene, 1, first);
  attach (&scene, 2, second);
  g_assert_cmpuint (count_proof (&scene), ==, 1);
  check_said (&scene, "此件已用于1.1.1-01，没有重复保存。");
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "pile-same-again");
  click (&scene, "归入本措施，标为共用");
  measures =
      ledger_filing_list_measures (scene.document, ledger_record_get_id (get_proof (&scene, 0)));
  g_assert_cmpuint (measures->len, ==, 2);
  /* Beside a new one, both are told: the toast has the way back, the strip the offer. */
  attach (&scene, 2, both);
  g_assert_cmpuint (count_proof (&scene), ==, 2);
  check_said (&scene, "已添加佐证1.1.1-02");
  check_said (&scene, "此件已用于1.1.1-01，没有重复保存。");
  ledger_proof_scene_close (&scene);
}

static GtkWidget *
focus_row (LedgerProofScene *scene)
{
  GtkWidget *row = ledger_proof_scene_find (scene, LEDGER_TYPE_EVIDENCE_ROW, NULL);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  ledger_view_test_settle ();
  return row;
}

/* What the menu offers, in the order of UI §3. */
static void
check_menu (LedgerProofScene *scene)
{
  const char *const words[] = {
    "查看", "归入其他措施…", "题名和日期…", "导出原件…", "移出此措施", "删除",
  };

  focus_row (scene);
  ledger_view_test_key (GTK_WINDOW (scene->window), "Menu");
  ledger_view_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    check_said (scene, words[i]);
  ledger_view_test_key (GTK_WINDOW (scene->window), "Escape");
  ledger_view_test_settle ();
}

/* The list holds the four measures of 1.1.2 once the entry has waited for more letters. */
static gboolean
is_narrowed (gpointer popover)
{
  GtkWidget *list = ledger_view_test_find (popover, GTK_TYPE_LIST_VIEW, NULL);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  return g_list_model_get_n_items (model) == 4;
}

/* The twin of dragging to another issue: a few letters, Enter. */
static void
check_refile (LedgerProofScene *scene)
{
  GtkWindow *window = GTK_WINDOW (scene->window);
  LedgerRecord *other = ledger_document_find (scene->document, "measure", "1.1.2/2", NULL);

  g_assert_nonnull (other);
  focus_row (scene);
  ledger_view_test_key (window, "Menu");
  ledger_view_test_settle ();
  ledger_view_test_key (window, "Down");
  ledger_view_test_key (window, "Return");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_proof_scene_find (scene, GTK_TYPE_SEARCH_ENTRY, "查找措施"));
  ledger_view_test_type (window, "1.1.2");
  ledger_view_test_wait (is_narrowed,
                         ledger_proof_scene_find (scene, LEDGER_TYPE_FILING_POPOVER, NULL));
  ledger_drag_test_keep_screen ("pile-refile");
  ledger_view_test_key (window, "Down");
  ledger_view_test_key (window, "Return");
  ledger_view_test_settle ();
  g_assert_cmpuint (
      ledger_document_get_children (scene->document, "evidence_link", ledger_record_get_id (other))
          ->len,
      ==,
      1);
  g_assert_cmpuint (count_proof (scene), ==, 0);
  check_said (scene, "1件已归入1.1.2措施2");
  click (scene, "撤销");
  g_assert_cmpuint (count_proof (scene), ==, 1);
}

/* Digits and Alt with digits on a row, Delete and the way back, F2, Enter and Esc. */
static void
test_row (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autofree char *one = ledger_proof_test_write_pdf (test->folder, "one.pdf", 1);
  const char *const paths[] = { one, NULL };
  GtkWindow *window;
  g_autoptr (GPtrArray) after_digit = NULL, after_alt = NULL;

  ledger_proof_scene_open (test, &scene, 2, NULL);
  window = GTK_WINDOW (scene.window);
  attach (&scene, 0, paths);
  ledger_view_test_key (window, "Escape");
  focus_row (&scene);
  ledger_view_test_key (window, "2");
  ledger_view_test_settle ();
  after_digit =
      ledger_filing_list_measures (scene.document, ledger_record_get_id (get_proof (&scene, 0)));
  g_assert_cmpuint (after_digit->len, ==, 1);
  focus_row (&scene);
  ledger_view_test_key (window, "alt+1");
  ledger_view_test_settle ();
  after_alt =
      ledger_filing_list_measures (scene.document, ledger_record_get_id (get_proof (&scene, 0)));
  g_assert_cmpuint (after_alt->len, ==, 2);
  check_menu (&scene);
  check_refile (&scene);
  focus_row (&scene);
  ledger_view_test_key (window, "F2");
  ledger_view_test_settle ();
  g_assert_nonnull (ledger_proof_scene_find (&scene, GTK_TYPE_ENTRY, "题名"));
  ledger_view_test_type (window, "plan");
  ledger_view_test_key (window, "Return");
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_issue_proof_get_title (get_proof (&scene, 0)), ==, "plan");
  focus_row (&scene);
  ledger_view_test_key (window, "Delete");
  ledger_view_test_settle ();
  g_assert_cmpuint (count_proof (&scene), ==, 0);
  click (&scene, "撤销");
  g_assert_cmpuint (count_proof (&scene), ==, 1);
  ledger_proof_scene_close (&scene);
}

static GtkWidget *
find_shown_row (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (LEDGER_IS_EVIDENCE_ROW (widget) && gtk_widget_has_css_class (widget, "shown"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown_row (child);
  return found;
}

/* The file that is seen at the left is marked at the right, and seen there. */
static void
check_followed (LedgerProofScene *scene)
{
  GtkWidget *page = ledger_proof_scene_find (scene, LEDGER_TYPE_EVIDENCE_PAGE, NULL);
  GtkWidget *row = find_shown_row (GTK_WIDGET (scene->window));
  GtkWidget *pane;
  graphene_rect_t at;

  g_assert_nonnull (row);
  g_assert_cmpstr (ledger_evidence_row_get_evidence (LEDGER_EVIDENCE_ROW (row)),
                   ==,
                   ledger_evidence_page_get_evidence (LEDGER_EVIDENCE_PAGE (page)));
  pane = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (row, pane, &at));
  g_assert_cmpfloat (at.origin.y, >=, 0);
  g_assert_cmpfloat (at.origin.y + at.size.height, <=, gtk_widget_get_height (pane));
}

#define PILE 14

/* A pile below many measures is filed by digits, one of it skipped: the details follow. */
static void
test_details_follow (LedgerViewTest *test, gconstpointer data)
{
  static const char *const digits[] = { "1", "9", "0", "2", "0", "0", "3" };
  LedgerProofScene scene = { 0 };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  GtkWindow *window;

  for (guint i = 0; i < PILE; i++)
    {
      g_autofree char *name = g_strdup_printf ("scan-%02u.pdf", i + 1);
      g_autofree char *path = ledger_proof_test_write_pdf (test->folder, name, 1 + i);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  ledger_proof_scene_open (test, &scene, 9, NULL);
  window = GTK_WINDOW (scene.window);
  attach (&scene, 0, (const char *const *)paths);
  check_followed (&scene);
  ledger_view_test_keep_picture (window, "pile-first");
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      ledger_view_test_key (window, digits[i]);
      ledger_view_test_settle ();
      check_followed (&scene);
    }
  ledger_view_test_keep_picture (window, "pile-followed");
  ledger_proof_scene_close (&scene);
}

static gboolean
on_tick (gpointer passed)
{
  *(gboolean *)passed = TRUE;
  return G_SOURCE_REMOVE;
}

/* What else waits in the main loop comes first, as it would for a person who moves the pointer. */
static void
run_a_little (void)
{
  gboolean passed = FALSE;

  g_timeout_add (5, on_tick, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

/* What this thread has worked, whoever else wants the processor. */
static gint64
get_own_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* A heavy file goes in on its thread: the window lives on, says how far it is and can be told to
 * stop; then nothing was added. */
static void
test_cancel (LedgerViewTest *test, gconstpointer data)
{
  const char *size = g_getenv ("ZHENGGAI_ATTACH_MB");
  const gsize length = (size != NULL ? g_ascii_strtoull (size, NULL, 10) : 24) * 1024 * 1024;
  LedgerProofScene scene = { 0 };
  g_autofree char *path = g_build_filename (test->folder, "big.mp4", NULL);
  const char *const paths[] = { path, NULL };
  gint64 last, longest = 0, worked, hardest = 0;

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  g_assert_cmpint (truncate (path, (off_t)length), ==, 0);
  ledger_proof_scene_open (test, &scene, 2, NULL);
  start (&scene, 1, paths);
  run_a_little ();
  g_assert_true (ledger_evidence_attach_is_running (scene.session));
  if (size != NULL)
    ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "pile-progress");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene.window), "attach.cancel", NULL));
  ledger_view_test_wait (is_idle, scene.session);
  ledger_view_test_settle ();
  g_assert_cmpuint (count_proof (&scene), ==, 0);
  check_said (&scene, "已取消，没有添加");
  start (&scene, 1, paths);
  while (ledger_evidence_attach_is_running (scene.session))
    {
      last = g_get_monotonic_time ();
      worked = get_own_time ();
      run_a_little ();
      longest = MAX (longest, g_get_monotonic_time () - last);
      hardest = MAX (hardest, get_own_time () - worked);
    }
  ledger_view_test_settle ();
  g_test_message ("%zu MB: the window answered every %.1f ms at worst, its own work %.1f ms",
                  length >> 20,
                  longest / 1000.0,
                  hardest / 1000.0);
  g_assert_cmpuint (count_proof (&scene), ==, 1);
  ledger_proof_scene_close (&scene);
}

static const struct
{
  const char *name;
  const char *sentence; /* NULL: pages are shown */
} foreign[] = {
  { "pdf/damaged-1.pdf", "文件已损坏，不能显示；已原样保存，可重新扫描后替换。" },
  { "pdf/damaged-xref.pdf", NULL },
  { "pdf/truncated.pdf", "文件已损坏，不能显示；已原样保存，可重新扫描后替换。" },
  { "pdf/needs-password.pdf", "设有打开密码，已原样保存，不能预览。" },
  { "pdf/cmyk-image.pdf", NULL },
  { "pdf/form.pdf", NULL },
  { "pdf/grayscale-scan.pdf", NULL },
  { "pdf/outline.pdf", NULL },
  { "pdf/rotated-90.pdf", NULL },
  { "pdf/with-attachment.pdf", NULL },
  { "images/exif-orientation-5.jpg", "这种文件不能预览；已原样保存，可导出原件查看。" },
};

static gboolean
is_settled (gpointer view)
{
  return ledger_page_view_is_settled (view);
}

/* Each of the samples, opened in the window: its pages or its sentence, never the end or a halt. */
static void
test_foreign (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };

  ledger_proof_scene_open (test, &scene, 2, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", foreign[i].name, NULL);
      g_autofree char *picture = g_strdup_printf ("foreign-%02u", i);
      const char *const paths[] = { path, NULL };
      GtkWidget *notice;

      attach (&scene, 1, paths);
      g_assert_cmpuint (count_proof (&scene), ==, i + 1);
      ledger_session_open_evidence (scene.session, ledger_record_get_id (get_proof (&scene, i)));
      ledger_view_test_settle ();
      ledger_view_test_wait (is_settled,
                             ledger_proof_scene_find (&scene, LEDGER_TYPE_PAGE_VIEW, NULL));
      ledger_view_test_keep_picture (GTK_WINDOW (scene.window), picture);
      notice = ledger_proof_scene_find (&scene, LEDGER_TYPE_PROOF_NOTICE, NULL);
      g_assert_true ((notice != NULL) == (foreign[i].sentence != NULL));
      if (notice != NULL)
        g_assert_cmpstr (
            ledger_proof_notice_get_text (LEDGER_PROOF_NOTICE (notice)), ==, foreign[i].sentence);
    }
  ledger_proof_scene_close (&scene);
}

int
main (int argc, char *argv[])
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/evidence-pile/some-fail", test_some_fail);
  ledger_view_test_add ("/evidence-pile/same-again", test_same_again);
  ledger_view_test_add ("/evidence-pile/row", test_row);
  ledger_view_test_add ("/evidence-pile/details-follow", test_details_follow);
  ledger_view_test_add ("/evidence-pile/cancel", test_cancel);
  ledger_view_test_add ("/evidence-pile/foreign", test_foreign);
  return g_test_run ();
}
