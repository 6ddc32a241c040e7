/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-view-test.h"

#include <glib/gstdio.h>

#include "ledger-locale.h"
#include "ledger-rest.h"
#include "ledger-sheet-import.h"
#include "ledger-sheet-reader.h"

#define SOON_MS 80 /* a timer farther off is no part of what is going on */
#define SHORTEST_LOOK_US 1000
#define LONGEST_LOOK_US 10000
#define PATIENCE_US (10 * G_USEC_PER_SEC)
#define REST_PATIENCE_US (60 * G_USEC_PER_SEC) /* the making of the sample included */

void
ledger_view_test_init (int *argc, char ***argv)
{
  g_setenv ("ZHENGGAI_TODAY", "2026-03-10", TRUE);
  g_setenv ("ZHENGGAI_ALONE", "1", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_disable_setlocale ();
  ledger_locale_init ();
  g_test_init (argc, argv, NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static GtkApplication *
get_application (void)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return GTK_APPLICATION (application);
  application = G_APPLICATION (ledger_application_new ("/nonexistent/settings.ini"));
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* A blinking cursor never lets the main loop come to rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  return GTK_APPLICATION (application);
}

void
ledger_view_test_set_up (LedgerViewTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *settings = NULL;

  test->folder = g_dir_make_tmp ("view-XXXXXX", &error);
  g_assert_no_error (error);
  settings = g_build_filename (test->folder, "settings.ini", NULL);
  test->settings = ledger_settings_open (settings);
  test->application = get_application ();
}

void
ledger_view_test_tear_down (LedgerViewTest *test, gconstpointer data)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (test->application)) != NULL)
    gtk_window_destroy (window);
  ledger_view_test_settle ();
  ledger_settings_free (test->settings);
  remove_folder (test->folder);
  g_free (test->folder);
}

void
ledger_view_test_add (const char *path, void (*test) (LedgerViewTest *test, gconstpointer data))
{
  g_test_add (
      path, LedgerViewTest, NULL, ledger_view_test_set_up, test, ledger_view_test_tear_down);
}

/* --- ledgers --- */

static void
import_sheet (LedgerDocument *document)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "sheets", "02-整改任务分解表.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  LedgerWorkbook *workbook = ledger_sheet_reader_open (path, NULL, NULL, &error);
  g_autoptr (LedgerSheetImport) import = NULL;
  g_autoptr (LedgerImportPlan) plan = NULL;
  g_autoptr (LedgerEdit) edit = NULL;
  GPtrArray *rows;

  g_assert_no_error (error);
  import = ledger_sheet_import_new (workbook);
  ledger_workbook_unref (workbook);
  rows = ledger_sheet_import_read (import, NULL, &error);
  g_assert_no_error (error);
  plan = ledger_import_plan_new (document, rows, &error);
  g_assert_no_error (error);
  edit = ledger_import_plan_make_edit (plan, document, &error);
  g_assert_no_error (error);
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
}

char *
ledger_view_test_make_ledger (LedgerViewTest *test, const char *name)
{
  char *path = g_build_filename (test->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_document_create (path, LEDGER_DOCUMENT_SCRIPT, "某市某局", "李敏", &error);

  g_assert_no_error (error);
  import_sheet (document);
  ledger_document_close (document);
  return path;
}

LedgerDocument *
ledger_view_test_open_document (LedgerViewTest *test, const char *path)
{
  g_autoptr (GError) error = NULL;
  LedgerDocument *document = ledger_document_open (path, LEDGER_DOCUMENT_WINDOW, &error);

  g_assert_no_error (error);
  return document;
}

/* --- windows --- */

static gboolean
has_ledger (gpointer window)
{
  return ledger_window_get_document (window) != NULL;
}

LedgerWindow *
ledger_view_test_open_window (LedgerViewTest *test, const char *path)
{
  LedgerWindow *window = ledger_window_new (test->application, test->settings);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 720);
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      ledger_window_open_file (window, file, NULL, NULL);
      ledger_view_test_wait (has_ledger, window);
    }
  gtk_window_present (GTK_WINDOW (window));
  ledger_view_test_settle ();
  return window;
}

LedgerWindow *
ledger_view_test_open_issues (LedgerViewTest *test, const char *path)
{
  LedgerWindow *window = ledger_view_test_open_window (test, path);

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_ISSUES);
  ledger_view_test_settle ();
  return window;
}

GtkWindow *
ledger_view_test_present (LedgerViewTest *test, GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_application (GTK_WINDOW (window), test->application);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  ledger_view_test_settle ();
  return GTK_WINDOW (window);
}

void
ledger_view_test_close (GtkWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (window);
  ledger_view_test_settle ();
  g_assert_null (left);
}

/* --- time --- */

/* Frames to be painted and what the window puts off for a moment are timers of its main loop. */
static gboolean
is_timer_near (void)
{
  GMainContext *context = g_main_context_default ();
  int priority, timeout;

  if (g_main_context_prepare (context, &priority))
    return TRUE;
  g_main_context_query (context, G_MAXINT, &timeout, NULL, 0);
  return timeout >= 0 && timeout < SOON_MS;
}

void
ledger_view_test_settle (void)
{
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (LedgerRest) rest = ledger_rest_new (gdk_display_get_default ());
  gint64 pause = SHORTEST_LOOK_US;

  g_assert_true (g_main_context_acquire (NULL));
  for (;;)
    {
      gboolean moved = FALSE;

      g_assert_cmpint (g_get_monotonic_time () - begin, <, REST_PATIENCE_US);
      while (g_main_context_iteration (NULL, FALSE)
             && g_get_monotonic_time () - begin < REST_PATIENCE_US)
        moved = TRUE;
      if (ledger_rest_check (rest) && !moved && !is_timer_near ())
        break;
      /* Work that takes long is looked at more rarely: looking takes time from it. */
      pause = moved ? SHORTEST_LOOK_US : MIN (pause * 5 / 4, LONGEST_LOOK_US);
      g_usleep (pause);
    }
  g_main_context_release (NULL);
}

void
ledger_view_test_wait (gboolean (*condition) (gpointer data), gpointer data)
{
  const gint64 begin = g_get_monotonic_time ();

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time () - begin, <, PATIENCE_US);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (SHORTEST_LOOK_US);
    }
}

/* --- pictures --- */

static void
keep_picture (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("ZHENGGAI_PICTURES");
  GdkPaintable *paintable;
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL, *path = NULL;

  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable,
                          snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  g_object_unref (paintable);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_nonnull (texture);
  if (folder == NULL)
    return;
  g_mkdir_with_parents (folder, 0700);
  file = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
ledger_view_test_keep_picture (GtkWindow *window, const char *name)
{
  ledger_view_test_settle ();
  keep_picture (window, name);
}

void
ledger_view_test_keep_moving_picture (GtkWindow *window, const char *name)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  keep_picture (window, name);
}

/* --- looking --- */

static const char *
words_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

GtkWidget *
ledger_view_test_find (GtkWidget *root, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (label == NULL || g_strcmp0 (words_of (root), label) == 0
          || gtk_test_accessible_check_property (
                 GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, label)
                 == NULL))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ledger_view_test_find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_input (GtkWidget *widget)
{
  const GType types[] = { GTK_TYPE_ENTRY,       GTK_TYPE_SEARCH_ENTRY, GTK_TYPE_TEXT_VIEW,
                          GTK_TYPE_SPIN_BUTTON, GTK_TYPE_DROP_DOWN,    GTK_TYPE_SWITCH,
                          GTK_TYPE_BUTTON,      GTK_TYPE_CHECK_BUTTON };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  const char *words = words_of (widget);

  if (words != NULL && *words != '\0')
    return TRUE;
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  /* A button with a label inside is named by it. */
  return GTK_IS_BUTTON (widget) && ledger_view_test_find (widget, GTK_TYPE_LABEL, NULL) != NULL;
}

/* Parts that belong to a widget of the toolkit: the one around them is named. */
static gboolean
is_part (GtkWidget *widget)
{
  const GType owners[] = { GTK_TYPE_WINDOW_CONTROLS, GTK_TYPE_CALENDAR,    GTK_TYPE_SPIN_BUTTON,
                           GTK_TYPE_DROP_DOWN,       GTK_TYPE_MENU_BUTTON, ADW_TYPE_ENTRY_ROW,
                           GTK_TYPE_SCROLLBAR,       GTK_TYPE_POPOVER_MENU };

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      GtkWidget *owner = gtk_widget_get_ancestor (widget, owners[i]);

      if (owner != NULL && owner != widget)
        return TRUE;
    }
  /* A toast's own cross, which newer libraries name by a tooltip only. */
  return g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), "AdwToastWidget");
}

void
ledger_view_test_check_names (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (is_input (root) && !is_part (root) && !is_named (root))
    g_error ("a %s in a %s has no accessible name",
             G_OBJECT_TYPE_NAME (root),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ledger_view_test_check_names (child);
}
