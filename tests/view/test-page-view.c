/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of proof in the window: keys and wheel, the whole window and back, what a screen reader
 * hears, and its look in every scheme and at every size. */
#include "ledger-drag-test.h"
#include "ledger-evidence-page.h"
#include "ledger-issue-proof.h"
#include "ledger-issue-table.h"
#include "ledger-page-view.h"
#include "ledger-proof-notice.h"
#include "ledger-proof-test.h"

#include <adwaita.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
is_settled (gpointer data)
{
  return ledger_page_view_is_settled (data);
}

static void
open_scene (LedgerViewTest *test, LedgerProofScene *scene)
{
  const char *const names[] = { "pdf/four-pages.pdf", "pdf/needs-password.pdf", NULL };

  ledger_proof_scene_open (test, scene, 1, names);
}

static LedgerPageView *
get_pages (LedgerProofScene *scene)
{
  return LEDGER_PAGE_VIEW (ledger_proof_scene_find (scene, LEDGER_TYPE_PAGE_VIEW, NULL));
}

static void
show (LedgerProofScene *scene, guint place)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (scene->document, scene->issue);

  ledger_session_open_evidence (scene->session, ledger_record_get_id (proof->pdata[place]));
  ledger_view_test_settle ();
  ledger_view_test_wait (is_settled, get_pages (scene));
}

static void
press (LedgerProofScene *scene, const char *keys)
{
  ledger_view_test_key (GTK_WINDOW (scene->window), keys);
  ledger_view_test_settle ();
}

static guint
get_page (LedgerProofScene *scene)
{
  guint file, page, n_pages;

  ledger_page_view_get_current (get_pages (scene), &file, &page, &n_pages);
  return page;
}

static gboolean
has_keyboard (LedgerProofScene *scene)
{
  return gtk_window_get_focus (GTK_WINDOW (scene->window)) == GTK_WIDGET (get_pages (scene));
}

static double
get_top (LedgerProofScene *scene)
{
  return ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (get_pages (scene)));
}

static void
turn_wheel (const char *button)
{
  const char *const arguments[] = { "xdotool", "click", button, NULL };

  ledger_view_test_run_tool (arguments);
}

/* ← → Home End Space PageDown, without a click before them. */
static void
test_keys (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  double top;

  open_scene (test, &scene);
  show (&scene, 0);
  g_assert_true (has_keyboard (&scene));
  g_assert_cmpuint (get_page (&scene), ==, 1);
  press (&scene, "Right");
  g_assert_cmpuint (get_page (&scene), ==, 2);
  press (&scene, "End");
  g_assert_cmpuint (get_page (&scene), ==, 4);
  press (&scene, "Left");
  g_assert_cmpuint (get_page (&scene), ==, 3);
  press (&scene, "Home");
  g_assert_cmpuint (get_page (&scene), ==, 1);
  press (&scene, "space");
  top = get_top (&scene);
  g_assert_cmpfloat (top, >, 0);
  press (&scene, "Next");
  g_assert_cmpfloat (get_top (&scene), >, top);
  press (&scene, "shift+space");
  g_assert_cmpfloat (get_top (&scene), ==, top);
  ledger_proof_scene_close (&scene);
}

/* Ctrl with + - 0 and the wheel; turning; the tools say the same. */
static void
test_sizes (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  guint rotation;

  open_scene (test, &scene);
  show (&scene, 0);
  g_assert_cmpint (ledger_page_view_get_fit (get_pages (&scene)), ==, LEDGER_PAGE_FIT_WIDTH);
  press (&scene, "ctrl+plus");
  g_assert_cmpint (ledger_page_view_get_fit (get_pages (&scene)), ==, LEDGER_PAGE_FIT_NONE);
  g_assert_true (has_keyboard (&scene));
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-larger");
  press (&scene, "ctrl+minus");
  press (&scene, "ctrl+0");
  g_assert_cmpint (ledger_page_view_get_fit (get_pages (&scene)), ==, LEDGER_PAGE_FIT_WIDTH);
  ledger_view_test_point (GTK_WIDGET (get_pages (&scene)), 0.5, 0.5);
  ledger_drag_test_hold ("ctrl", TRUE);
  turn_wheel ("4");
  ledger_drag_test_hold ("ctrl", FALSE);
  g_assert_cmpint (ledger_page_view_get_fit (get_pages (&scene)), ==, LEDGER_PAGE_FIT_NONE);
  ledger_view_test_click (ledger_proof_scene_find (&scene, GTK_TYPE_BUTTON, "旋转"));
  ledger_view_test_settle ();
  g_object_get (get_pages (&scene), "rotation", &rotation, NULL);
  g_assert_cmpuint (rotation, ==, 90);
  g_assert_true (has_keyboard (&scene));
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-turned");
  ledger_proof_scene_close (&scene);
}

/* F11 gives the page the whole window; Esc takes it back, once more the table stands where it was.
 */
static void
test_whole_window (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  int narrow, wide;
  GtkWidget *table, *pages;

  open_scene (test, &scene);
  table = ledger_proof_scene_find (&scene, LEDGER_TYPE_ISSUE_TABLE, NULL);
  show (&scene, 0);
  pages = GTK_WIDGET (get_pages (&scene));
  narrow = gtk_widget_get_width (pages);
  press (&scene, "F11");
  ledger_view_test_wait (is_settled, pages);
  wide = gtk_widget_get_width (pages);
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-whole");
  g_assert_cmpint (wide, >, 1300);
  g_assert_true (has_keyboard (&scene));
  press (&scene, "Escape");
  g_assert_cmpint (gtk_widget_get_width (pages), ==, narrow);
  g_assert_true (gtk_widget_get_mapped (pages));
  press (&scene, "Escape");
  g_assert_false (gtk_widget_get_mapped (pages));
  g_assert_true (gtk_widget_get_mapped (table));
  g_assert_cmpstr (ledger_session_get_selected_issue (scene.session), ==, scene.issue);
  ledger_proof_scene_close (&scene);
}

/* The drawing is heard: which file, which page of how many, or why there is none. */
static void
test_heard (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };

  open_scene (test, &scene);
  show (&scene, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pages (&scene)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.1.1-01 four-pages.pdf，第1页，共4页");
  press (&scene, "End");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pages (&scene)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.1.1-01 four-pages.pdf，第4页，共4页");
  show (&scene, 1);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (get_pages (&scene)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      "1.1.1-02 needs-password.pdf 设有打开密码，已原样保存，不能预览。");
  ledger_proof_scene_close (&scene);
}

/* The processes that read for this one. */
static GArray *
list_workers (void)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GPid));
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *text = NULL;
      const char *end;
      int parent = 0;

      if (!g_ascii_isdigit (*name) || !g_file_get_contents (path, &text, NULL, NULL)
          || strstr (text, "(zhenggai-pdf-wo") == NULL)
        continue;
      end = strrchr (text, ')');
      if (end != NULL && sscanf (end, ") %*c %d", &parent) == 1 && parent == getpid ())
        {
          const GPid pid = (GPid)g_ascii_strtoll (name, NULL, 10);

          g_array_append_val (found, pid);
        }
    }
  return found;
}

/* A worker that dies in mid-page costs that page: a sentence, 重试, 导出原件; a second try draws
 * it. */
static void
test_worker_dies (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  g_autoptr (GArray) workers = NULL;
  GtkWidget *notice;
  const char *text;

  open_scene (test, &scene);
  show (&scene, 0);
  workers = list_workers ();
  g_assert_cmpuint (workers->len, >=, 1);
  for (guint i = 0; i < workers->len; i++)
    kill (g_array_index (workers, GPid, i), SIGKILL);
  press (&scene, "End");
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-worker-died");
  notice = ledger_proof_scene_find (&scene, LEDGER_TYPE_PROOF_NOTICE, NULL);
  g_assert_nonnull (notice);
  text = ledger_proof_notice_get_text (LEDGER_PROOF_NOTICE (notice));
  g_assert_cmpstr (text, ==, "第4页不能显示。");
  g_assert_nonnull (ledger_view_test_find (notice, GTK_TYPE_BUTTON, "导出原件…"));
  ledger_view_test_click (ledger_view_test_find (notice, GTK_TYPE_BUTTON, "重试"));
  ledger_view_test_settle ();
  ledger_view_test_wait (is_settled, get_pages (&scene));
  g_assert_null (ledger_proof_scene_find (&scene, LEDGER_TYPE_PROOF_NOTICE, NULL));
  g_assert_true (has_keyboard (&scene));
  ledger_proof_scene_close (&scene);
}

/* The colour at a point of the picture that the window shows. */
static guint32
get_colour (GtkWindow *window, int x, int y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const int width = gdk_paintable_get_intrinsic_width (paintable);
  const int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize)width * height);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  gdk_texture_download (texture, (guchar *)pixels, (gsize)width * 4);
  return pixels[y * width + x] & 0xffffff;
}

/* Paper stays white in the dark; the window around it does not. */
static void
test_looks (LedgerViewTest *test, gconstpointer data)
{
  LedgerProofScene scene = { 0 };
  AdwStyleManager *style = adw_style_manager_get_default ();
  double x, y;

  open_scene (test, &scene);
  show (&scene, 0);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  ledger_view_test_settle ();
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-dark");
  gtk_widget_translate_coordinates (
      GTK_WIDGET (get_pages (&scene)), GTK_WIDGET (scene.window), 40, 40, &x, &y);
  g_assert_cmphex (get_colour (GTK_WINDOW (scene.window), (int)x, (int)y), ==, 0xffffff);
  gtk_widget_translate_coordinates (
      GTK_WIDGET (get_pages (&scene)), GTK_WIDGET (scene.window), 3, 40, &x, &y);
  g_assert_cmphex (get_colour (GTK_WINDOW (scene.window), (int)x, (int)y) & 0xff, <, 0x80);
  show (&scene, 1);
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-dark-notice");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  show (&scene, 0);
  press (&scene, "F12");
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-large-type");
  press (&scene, "F12");
  gtk_window_set_default_size (GTK_WINDOW (scene.window), 1024, 700);
  ledger_view_test_settle ();
  ledger_view_test_wait (is_settled, get_pages (&scene));
  ledger_view_test_keep_picture (GTK_WINDOW (scene.window), "page-1024");
  ledger_proof_scene_close (&scene);
}

static GtkWindow *
find_about (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_ABOUT_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
is_diagnosed (gpointer window)
{
  const char *text = adw_about_window_get_debug_info (window);

  return text != NULL && *text != '\0';
}

/* 关于 › 诊断 tells which protections of the reader are in force here. */
static void
test_diagnostics (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = ledger_view_test_open_window (test, NULL);
  GtkWindow *about;
  const char *text;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.about", NULL);
  ledger_view_test_settle ();
  about = find_about ();
  g_assert_true (ADW_IS_ABOUT_WINDOW (about));
  ledger_view_test_wait (is_diagnosed, about);
  text = adw_about_window_get_debug_info (ADW_ABOUT_WINDOW (about));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "PDF"));
  g_assert_nonnull (strstr (text, "不能写文件"));
  ledger_view_test_keep_picture (about, "about");
  gtk_window_destroy (about);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/page-view/keys", test_keys);
  ledger_view_test_add ("/page-view/sizes", test_sizes);
  ledger_view_test_add ("/page-view/whole-window", test_whole_window);
  ledger_view_test_add ("/page-view/heard", test_heard);
  ledger_view_test_add ("/page-view/worker-dies", test_worker_dies);
  ledger_view_test_add ("/page-view/looks", test_looks);
  ledger_view_test_add ("/page-view/diagnostics", test_diagnostics);
  return g_test_run ();
}
