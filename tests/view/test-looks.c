/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page as people meet it: small, wide, dark, in high contrast ($ADW_DEBUG_HIGH_CONTRAST) and
 * in 大字. Pictures are kept to be looked at; what a machine can see is checked: no short word is
 * cut and nothing scrolls sideways. */
#include "ledger-claim-page.h"
#include "ledger-evidence.h"
#include "ledger-gantt.h"
#include "ledger-import-page.h"
#include "ledger-page-view.h"
#include "ledger-proof-view.h"
#include "ledger-shortcuts.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"

typedef struct
{
  const char *name;
  int width;
  int height;
  gboolean dark;
  gboolean large;
} Look;

static const Look looks[] = {
  { "narrow", 1024, 700, FALSE, FALSE }, { "middle", 1366, 720, FALSE, FALSE },
  { "wide", 1920, 1032, FALSE, FALSE },  { "dark", 1366, 720, TRUE, FALSE },
  { "large", 1366, 720, FALSE, TRUE },
};

/* A word of a button, a head, a chip: whoever reads half of it guesses. */
#define SHORT 8

/* --- what must not be cut --- */

/* Sheets, charts over time and pages of proof are wider than any window; they scroll. */
static gboolean
may_be_wide (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, LEDGER_TYPE_IMPORT_PAGE) != NULL
         || LEDGER_IS_GANTT (widget) || LEDGER_IS_PAGE_VIEW (widget)
         || LEDGER_IS_PROOF_VIEW (widget);
}

static GtkWidget *
get_scrolled (GtkWidget *window)
{
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window));

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

static void
check_scrolled (GtkWidget *widget, const char *where)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  GtkWidget *child = get_scrolled (widget);

  if (child == NULL || may_be_wide (child))
    return;
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1)
    g_error ("%s: a %s scrolls sideways: %.0f of %.0f",
             where,
             G_OBJECT_TYPE_NAME (child),
             gtk_adjustment_get_page_size (adjustment),
             gtk_adjustment_get_upper (adjustment));
}

static void
check_label (GtkLabel *label, const char *where)
{
  const char *text = gtk_label_get_text (label);

  if (g_utf8_strlen (text, -1) <= SHORT
      && pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    g_error ("%s: “%s” is cut", where, text);
}

/* A child that sticks out of the window is cut by its edge. */
static void
check_inside (GtkWidget *widget, const char *where)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  double x, y;

  if (!gtk_widget_translate_coordinates (widget, root, 0, 0, &x, &y))
    return;
  if (x < -1 || x + gtk_widget_get_width (widget) > gtk_widget_get_width (root) + 1)
    g_error ("%s: “%s” sticks out: %.0f + %d of %d",
             where,
             gtk_button_get_label (GTK_BUTTON (widget)),
             x,
             gtk_widget_get_width (widget),
             gtk_widget_get_width (root));
}

static void
check_whole (GtkWidget *widget, const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_scrolled (widget, where);
  else if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), where);
  else if (GTK_IS_BUTTON (widget)
           && gtk_widget_get_ancestor (widget, LEDGER_TYPE_IMPORT_PAGE) == NULL)
    check_inside (widget, where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_whole (child, where);
}

/* --- the pages --- */

static const Look *
look_of (gconstpointer data)
{
  return data;
}

static void
keep (LedgerWindow *window, const Look *look, const char *page)
{
  const char *contrast = g_getenv ("ADW_DEBUG_HIGH_CONTRAST");
  g_autofree char *name =
      g_strdup_printf ("look-%s-%s", contrast != NULL ? "contrast" : look->name, page);

  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), name);
  check_whole (GTK_WIDGET (window), name);
}

static gboolean
has_ledger (gpointer window)
{
  return ledger_window_get_document (window) != NULL;
}

static LedgerWindow *
open_window (LedgerViewTest *test, const Look *look, const char *path)
{
  LedgerWindow *window = ledger_window_new (test->application, test->settings);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (window), look->width, look->height);
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      ledger_window_open_file (window, file, NULL, NULL);
      ledger_view_test_wait (has_ledger, window);
    }
  ledger_session_set_large_type (ledger_window_get_session (window), look->large);
  gtk_window_present (GTK_WINDOW (window));
  ledger_view_test_settle ();
  return window;
}

static gboolean
is_read (gpointer page)
{
  GtkWidget *stack = ledger_view_test_find (page, GTK_TYPE_STACK, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "reading") != 0;
}

static void
test_start (LedgerViewTest *test, gconstpointer data)
{
  const Look *look = look_of (data);
  LedgerWindow *window = open_window (test, look, NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "sheets", "02-整改任务分解表.xlsx", NULL);
  g_autoptr (GFile) list = g_file_new_for_path (path);

  keep (window, look, "start");
  ledger_session_import_file (ledger_window_get_session (window), list);
  ledger_view_test_wait (is_read, ledger_window_get_page (window));
  keep (window, look, "import");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* An issue with proof, seen from the table; its first proof. */
static const char *
find_proof (LedgerDocument *document, const char **issue)
{
  LedgerTable *table = ledger_document_get_table (document, "evidence");
  LedgerRecord *evidence = ledger_table_get_record (table, 0);

  *issue = ledger_record_get_text (evidence, LEDGER_EVIDENCE_ISSUE);
  return ledger_record_get_id (evidence);
}

static void
keep_claim (LedgerWindow *window, const Look *look)
{
  LedgerSession *session = ledger_window_get_session (window);
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window), "issue");
  const char *ids[] = { ledger_record_get_id (ledger_table_get_record (issues, 0)),
                        ledger_record_get_id (ledger_table_get_record (issues, 7)),
                        ledger_record_get_id (ledger_table_get_record (issues, 20)),
                        NULL };

  ledger_session_select (session, ids);
  keep (window, look, "issues-many");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.claim-unclaimed", NULL);
  g_assert_true (LEDGER_IS_CLAIM_PAGE (ledger_window_get_page (window)));
  keep (window, look, "claim");
  ledger_session_pop_subpage (session);
}

/* A page is rendered in another process. */
static void
wait_for_page (void)
{
  const gint64 begin = g_get_monotonic_time ();

  while (g_get_monotonic_time () - begin < G_USEC_PER_SEC)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
sit_down (LedgerWindow *window, const char *name)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerRecord *person = ledger_document_find_name (document, "person", name);

  g_assert_nonnull (person);
  ledger_session_set_person (
      ledger_window_get_session (window), ledger_record_get_id (person), NULL);
}

static void
keep_page (LedgerWindow *window, const Look *look, const char *id)
{
  ledger_session_open_page (ledger_window_get_session (window), id);
  keep (window, look, id);
}

static void
test_ledger (LedgerViewTest *test, gconstpointer data)
{
  const Look *look = look_of (data);
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");
  LedgerWindow *window = open_window (test, look, path);
  LedgerSession *session = ledger_window_get_session (window);
  const char *issue;
  const char *proof = find_proof (ledger_window_get_document (window), &issue);
  GtkWindow *keys;

  keep_page (window, look, LEDGER_PAGE_ID_OVERVIEW);
  ledger_session_open_issue (session, issue);
  keep (window, look, "issues");
  ledger_session_open_evidence (session, proof);
  wait_for_page ();
  keep (window, look, "proof");
  keep_page (window, look, LEDGER_PAGE_ID_SCHEDULE);
  ledger_session_open_page (session, LEDGER_PAGE_ID_ISSUES);
  keep_claim (window, look);
  keep_page (window, look, LEDGER_PAGE_ID_HISTORY);
  keep_page (window, look, LEDGER_PAGE_ID_PEOPLE);
  sit_down (window, "周海燕");
  ledger_session_open_page (session, LEDGER_PAGE_ID_SIGNOFF);
  wait_for_page ();
  keep (window, look, LEDGER_PAGE_ID_SIGNOFF);
  keys = ledger_shortcuts_create_window (GTK_WINDOW (window));
  gtk_window_present (keys);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (keys, "look-keys");
  gtk_window_destroy (keys);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *start = g_strdup_printf ("/looks/%s/start", looks[i].name);
      g_autofree char *ledger = g_strdup_printf ("/looks/%s/ledger", looks[i].name);

      /* In high contrast one size is enough. */
      if (g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL && i != 1)
        continue;
      g_test_add (start,
                  LedgerViewTest,
                  &looks[i],
                  ledger_view_test_set_up,
                  test_start,
                  ledger_view_test_tear_down);
      g_test_add (ledger,
                  LedgerViewTest,
                  &looks[i],
                  ledger_view_test_set_up,
                  test_ledger,
                  ledger_view_test_tear_down);
    }
  return g_test_run ();
}
