/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-page.h"

#include "ledger-approval-queue.h"
#include "ledger-approval-rule.h"
#include "ledger-date-entry.h"
#include "ledger-gesture.h"
#include "ledger-id.h"
#include "ledger-issue-details.h"
#include "ledger-page-view.h"
#include "ledger-paper-form.h"
#include "ledger-proof-view.h"
#include "ledger-return-popover.h"
#include "ledger-scan-window.h"
#include "ledger-sidebar.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff-chain.h"
#include "ledger-signoff-dialog.h"
#include "ledger-signoff-sheet.h"
#include "ledger-test-sample.h"
#include "ledger-view-test.h"

static LedgerWindow *
open_sample (LedgerViewTest *test)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");

  return ledger_view_test_open_window (test, path);
}

static const LedgerIssueFacts *
get_facts (LedgerWindow *window, guint i, const char **id)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  *id = ledger_record_get_id (ledger_table_get_record (issues, i));
  return ledger_document_get_facts (document, *id);
}

/* The first issue in STATE; its signer at the awaited step sits down at the keyboard. */
static char *
take_seat (LedgerWindow *window, LedgerState state, LedgerStep step)
{
  LedgerDocument *document = ledger_window_get_document (window);
  const char *id = NULL, *person = NULL;

  for (guint i = 0; person == NULL; i++)
    if (get_facts (window, i, &id)->workflow.state == state)
      person = ledger_approval_get_signer (document, id, step);
  ledger_session_set_person (ledger_window_get_session (window),
                             person,
                             ledger_document_get_name (document, "person", person));
  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_SIGNOFF);
  ledger_view_test_settle ();
  return g_strdup (id);
}

static guint
count_waiting (LedgerWindow *window)
{
  g_autoptr (GPtrArray) items = ledger_approval_list_waiting (
      ledger_window_get_document (window),
      ledger_session_get_person_id (ledger_window_get_session (window)));

  g_assert_cmpuint (
      items->len, ==, ledger_session_count_waiting (ledger_window_get_session (window)));
  return items->len;
}

static LedgerSignoffSheet *
get_sheet (LedgerWindow *window)
{
  GtkWidget *page = GTK_WIDGET (ledger_window_get_page (window));

  return LEDGER_SIGNOFF_SHEET (ledger_view_test_find (page, LEDGER_TYPE_SIGNOFF_SHEET, NULL));
}

static LedgerState
get_state (LedgerWindow *window, const char *id)
{
  return ledger_document_get_facts (ledger_window_get_document (window), id)->workflow.state;
}

/* --- 同意, 撤回 --- */

static void
test_agree (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  g_autofree char *any = take_seat (window, LEDGER_STATE_AWAITING_APPROVAL, LEDGER_STEP_LEADER);
  g_autofree char *shown = g_strdup (ledger_signoff_sheet_get_issue (get_sheet (window)));
  const guint n = count_waiting (window);

  g_assert_cmpuint (n, >, 0);
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff");
  ledger_signoff_sheet_focus_proof (get_sheet (window));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  g_assert_cmpint (get_state (window, shown), ==, LEDGER_STATE_DONE_BY_UNIT);
  g_assert_cmpuint (count_waiting (window), ==, n - 1);
  g_assert_cmpstr (ledger_signoff_sheet_get_issue (get_sheet (window)), !=, shown);
  g_assert_true (gtk_widget_activate_action (
      GTK_WIDGET (ledger_window_get_page (window)), "signoff.withdraw", "s", shown));
  ledger_view_test_settle ();
  g_assert_cmpint (get_state (window, shown), ==, LEDGER_STATE_AWAITING_APPROVAL);
  g_assert_cmpuint (count_waiting (window), ==, n);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- 退回 --- */

static void
test_return (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  g_autofree char *any = take_seat (window, LEDGER_STATE_AWAITING_REVIEW, LEDGER_STEP_REVIEWER);
  g_autofree char *shown = g_strdup (ledger_signoff_sheet_get_issue (get_sheet (window)));
  const LedgerIssueFacts *facts =
      ledger_document_get_facts (ledger_window_get_document (window), shown);
  const guint round = facts->workflow.round;
  GtkWidget *popover =
      ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_RETURN_POPOVER, NULL);

  g_assert_nonnull (popover);
  ledger_signoff_sheet_return (get_sheet (window));
  ledger_view_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-return");
  g_signal_emit_by_name (popover, "returned", "佐证不足");
  gtk_popover_popdown (GTK_POPOVER (popover));
  ledger_view_test_settle ();
  facts = ledger_document_get_facts (ledger_window_get_document (window), shown);
  g_assert_cmpint (facts->workflow.state, ==, LEDGER_STATE_IN_PROGRESS);
  g_assert_cmpuint (facts->workflow.round, ==, round + 1);
  g_assert_true (facts->workflow.returned);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- nobody is offered 同意 in another's name --- */

static void
test_other (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerDocument *document = ledger_window_get_document (window);
  GtkWidget *sheet = ledger_signoff_sheet_new (document, session);
  const char *id = NULL;
  GtkWindow *shown;
  guint i = 0;

  while (get_facts (window, i, &id)->workflow.state != LEDGER_STATE_AWAITING_APPROVAL)
    i++;
  ledger_session_set_person (session, NULL, NULL);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (sheet), id);
  shown = ledger_view_test_present (test, sheet);
  ledger_signoff_sheet_agree (LEDGER_SIGNOFF_SHEET (sheet));
  ledger_view_test_settle ();
  g_assert_cmpint (get_state (window, id), ==, LEDGER_STATE_AWAITING_APPROVAL);
  ledger_view_test_keep_picture (shown, "signoff-other");
  ledger_view_test_close (shown);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- 补录纸质签批, with its scan --- */

typedef struct
{
  LedgerDocument *document;
  const char *issue_id;
} Entered;

static gboolean
is_entered (gpointer data)
{
  const Entered *wanted = data;

  return ledger_document_get_facts (wanted->document, wanted->issue_id)->workflow.state
         == LEDGER_STATE_DONE_BY_UNIT;
}

static GtkWindow *
find_scan_window (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (LEDGER_IS_SCAN_WINDOW (one))
        found = one;
    }
  return found;
}

static void
press_button (GtkWidget *root, const char *words)
{
  GtkWidget *button = ledger_view_test_find (root, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  ledger_view_test_click (button);
  ledger_view_test_settle ();
}

/* 李敏 enters what 王建国 signed on paper; the line offers the scan, and the window shows it. */
static void
test_paper (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerRecord *clerk = ledger_document_find_name (document, "person", "李敏");

  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pdf", "grayscale-scan.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *id = NULL;
  GtkWidget *sheet, *form, *line;
  GtkWindow *shown, *scanned;
  LedgerPaperSignoff paper;
  guint i = 0;

  while (get_facts (window, i, &id)->workflow.state != LEDGER_STATE_AWAITING_APPROVAL)
    i++;
  ledger_session_set_person (session, ledger_record_get_id (clerk), "李敏");
  sheet = ledger_signoff_sheet_new (document, session);
  ledger_signoff_sheet_set_issue (LEDGER_SIGNOFF_SHEET (sheet), id);
  shown = ledger_view_test_present (test, sheet);
  gtk_window_set_default_size (shown, 1180, 660);
  ledger_view_test_settle ();
  press_button (sheet, "补录纸质签批…");
  form = ledger_view_test_find (sheet, LEDGER_TYPE_PAPER_FORM, NULL);
  g_assert_true (gtk_widget_get_mapped (form));
  ledger_view_test_check_names (form);
  /* Esc takes the form away, not what is around it. */
  ledger_view_test_key (shown, "Escape");
  g_assert_false (gtk_widget_get_mapped (form));
  press_button (sheet, "补录纸质签批…");
  /* Without the date nothing is written, and it says so. */
  press_button (form, "补录纸质签批");
  g_assert_true (gtk_widget_get_mapped (form));
  ledger_view_test_click (ledger_view_test_find (form, LEDGER_TYPE_DATE_ENTRY, NULL));
  ledger_view_test_type (shown, "3.5");
  ledger_view_test_key (shown, "Tab");
  ledger_view_test_settle ();
  ledger_paper_form_set_scan (LEDGER_PAPER_FORM (form), file);
  paper = ledger_paper_form_get_paper (LEDGER_PAPER_FORM (form));
  g_assert_cmpint (paper.day, ==, ledger_day_new (2026, 3, 5));
  g_assert_nonnull (paper.signer_id);
  ledger_view_test_keep_picture (shown, "signoff-paper-form");
  press_button (form, "补录纸质签批");
  ledger_view_test_wait (is_entered, &(Entered){ document, id });
  ledger_view_test_settle ();
  g_assert_false (gtk_widget_get_mapped (form));
  line = gtk_widget_get_last_child (ledger_view_test_find (sheet, LEDGER_TYPE_SIGNOFF_CHAIN, NULL));
  line = ledger_view_test_find (line, GTK_TYPE_BUTTON, "查看扫描件");
  g_assert_true (gtk_widget_get_mapped (line));
  ledger_view_test_keep_picture (shown, "signoff-paper-line");
  ledger_view_test_click (line);
  ledger_view_test_settle ();
  scanned = find_scan_window ();
  g_assert_nonnull (scanned);
  ledger_view_test_wait ((gboolean (*) (gpointer)) (gpointer)ledger_page_view_is_settled,
                         ledger_view_test_find (GTK_WIDGET (scanned), LEDGER_TYPE_PAGE_VIEW, NULL));
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (scanned, "signoff-paper-scan");
  ledger_view_test_check_names (GTK_WIDGET (scanned));
  ledger_view_test_key (scanned, "Escape");
  ledger_view_test_settle ();
  g_assert_null (find_scan_window ());
  ledger_view_test_close (shown);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a scan that comes later --- */

static gboolean
has_scan (gpointer data)
{
  const Entered *wanted = data;

  return ledger_signed_paper_find (wanted->document, wanted->issue_id) != NULL;
}

static gboolean
has_no_scan (gpointer data)
{
  return !has_scan (data);
}

/* Folds or unfolds a section of the details. */
static void
press_section (LedgerWindow *window, const char *title)
{
  GtkWidget *details = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_DETAILS, NULL);
  GtkWidget *label = ledger_view_test_find (details, GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  ledger_view_test_click (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
  ledger_view_test_settle ();
}

static GtkWidget *
get_last_line (LedgerWindow *window)
{
  GtkWidget *details = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_ISSUE_DETAILS, NULL);

  return gtk_widget_get_last_child (
      ledger_view_test_find (details, LEDGER_TYPE_SIGNOFF_CHAIN, NULL));
}

/* The chooser that stands open: a path typed into it, as a person may. */
static void
choose_file (const char *path)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (!GTK_IS_FILE_CHOOSER_DIALOG (one) || !gtk_widget_get_mapped (GTK_WIDGET (one)))
        continue;
      ledger_view_test_type (one, path);
      ledger_view_test_key (one, "Return");
      return;
    }
  g_assert_not_reached ();
}

/* What 王建国 signed on paper, entered without its scan; the id of the sign-off. */
static char *
enter_paper (LedgerWindow *window, const char **issue)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerRecord *clerk = ledger_document_find_name (document, "person", "李敏");
  g_autoptr (GError) error = NULL;
  guint i = 0;

  while (get_facts (window, i, issue)->workflow.state != LEDGER_STATE_AWAITING_APPROVAL)
    i++;
  ledger_session_set_person (
      ledger_window_get_session (window), ledger_record_get_id (clerk), "李敏");
  const LedgerPaperSignoff paper = {
    .step = LEDGER_STEP_LEADER,
    .decision = LEDGER_DECISION_AGREE,
    .signer_id = ledger_approval_get_signer (document, *issue, LEDGER_STEP_LEADER),
    .day = ledger_day_new (2026, 3, 5),
  };
  g_autoptr (LedgerEdit) edit = ledger_approval_enter_paper (document, *issue, &paper, &error);
  g_assert_no_error (error);
  ledger_document_commit (document, edit, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (
      ledger_document_get_facts (document, *issue)->workflow.counted[LEDGER_STEP_LEADER]);
}

/* In the details: added to the line of the paper, looked at, removed, brought back. */
static void
test_scan_later (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pdf", "grayscale-scan.pdf", NULL);
  const char *issue;
  g_autofree char *signoff = enter_paper (window, &issue);
  Entered paper = { document, signoff };

  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  press_section (window, "佐证");
  press_section (window, "措施");
  press_section (window, "签批");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-scan-lacking");
  press_button (get_last_line (window), "补扫描件…");
  choose_file (path);
  ledger_view_test_wait (has_scan, &paper);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-scan-later");
  press_button (get_last_line (window), "查看扫描件");
  g_assert_nonnull (find_scan_window ());
  ledger_view_test_key (find_scan_window (), "Escape");
  press_button (get_last_line (window), "移除扫描件");
  ledger_view_test_wait (has_no_scan, &paper);
  ledger_view_test_settle ();
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+z");
  ledger_view_test_wait (has_scan, &paper);
  ledger_view_test_key (GTK_WINDOW (window), "F12");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-scan-large");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a leader's sidebar --- */

static float
get_left (GtkWidget *label, GtkWidget *sidebar)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (label, sidebar, &bounds));
  return bounds.origin.x;
}

static guint
count_pages (GtkWidget *sidebar)
{
  GtkListBox *pages = GTK_LIST_BOX (ledger_sidebar_get_pages (LEDGER_SIDEBAR (sidebar)));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (pages, (int)n) != NULL)
    n++;
  return n;
}

/* Four pages, and 更多 below them in line with their names; it brings the rest and goes. */
static void
test_leader_sidebar (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  g_autofree char *any = take_seat (window, LEDGER_STATE_AWAITING_APPROVAL, LEDGER_STEP_LEADER);
  GtkWidget *sidebar = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_SIDEBAR, NULL);
  GtkWidget *more = ledger_view_test_find (sidebar, GTK_TYPE_LABEL, "更多");
  GtkWidget *last = ledger_view_test_find (sidebar, GTK_TYPE_LABEL, "阶段计划");

  g_assert_cmpuint (count_pages (sidebar), ==, 4);
  g_assert_cmpfloat_with_epsilon (get_left (more, sidebar), get_left (last, sidebar), 1);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-sidebar");
  ledger_view_test_click (more);
  g_assert_cmpuint (count_pages (sidebar), ==, 6);
  g_assert_false (gtk_widget_get_mapped (more));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-sidebar-more");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Nobody known is at the keyboard: the page's blue button lists the people, and whoever types
 * there is looked for. */
static void
test_choose_person (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);

  ledger_session_open_page (session, LEDGER_PAGE_ID_SIGNOFF);
  ledger_view_test_settle ();
  g_assert_null (ledger_session_get_person_id (session));
  ledger_view_test_key (GTK_WINDOW (window), "ctrl+Return");
  ledger_view_test_settle ();
  ledger_view_test_key (GTK_WINDOW (window), "w");
  ledger_view_test_key (GTK_WINDOW (window), "j");
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-choose-person");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_session_get_person_name (session), ==, "王建国");
  g_assert_nonnull (ledger_session_get_person_id (session));
  g_assert_cmpuint (count_waiting (window), >, 0);
  /* The keyboard is in the proof: Space scrolls it, and presses nothing. */
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, LEDGER_TYPE_PROOF_VIEW));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the queue by keys; large type --- */

/* All that waits for any leader waits for the one at the keyboard. */
static void
take_all (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerSession *session = ledger_window_get_session (window);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const LedgerClaimValues values = { .lead_leader = ledger_session_get_person_name (session) };
  const guint n = ledger_table_get_n_records (ledger_document_get_table (document, "issue"));
  g_autoptr (GError) error = NULL;
  const char *id;

  for (guint i = 0; i < n; i++)
    if (get_facts (window, i, &id)->workflow.state == LEDGER_STATE_AWAITING_APPROVAL)
      g_ptr_array_add (ids, (gpointer)id);
  g_ptr_array_add (ids, NULL);
  ledger_session_commit (
      session,
      ledger_gesture_claim (document, (const char *const *)ids->pdata, &values, &error),
      &error,
      NULL,
      NULL,
      NULL);
  ledger_view_test_settle ();
}

static const char *
get_item (GPtrArray *items, guint place)
{
  return ((LedgerApprovalItem *)g_ptr_array_index (items, place))->issue_id;
}

static void
press (LedgerWindow *window, const char *key, const char *expected)
{
  ledger_view_test_key (GTK_WINDOW (window), key);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_signoff_sheet_get_issue (get_sheet (window)), ==, expected);
}

static void
test_queue (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerSession *session = ledger_window_get_session (window);
  g_autofree char *any = take_seat (window, LEDGER_STATE_AWAITING_APPROVAL, LEDGER_STEP_LEADER);
  g_autoptr (GPtrArray) items = NULL;

  take_all (window);
  g_assert_cmpuint (count_waiting (window), >=, 3);
  items = ledger_approval_list_waiting (ledger_window_get_document (window),
                                        ledger_session_get_person_id (session));
  ledger_page_reveal (ledger_window_get_page (window), get_item (items, 0));
  ledger_view_test_settle ();
  press (window, "n", get_item (items, 1));
  press (window, "n", get_item (items, 2));
  press (window, "p", get_item (items, 1));
  press (window, "p", get_item (items, 0));
  press (window, "p", get_item (items, 0));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-queue");
  ledger_view_test_key (GTK_WINDOW (window), "F11");
  ledger_view_test_settle ();
  g_assert_true (ledger_session_get_whole_window (session));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-whole");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  ledger_view_test_settle ();
  g_assert_false (ledger_session_get_whole_window (session));
  ledger_session_set_large_type (session, TRUE);
  ledger_view_test_settle ();
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-large");
  ledger_session_set_large_type (session, FALSE);
  ledger_session_set_person (session, NULL, NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_page_get_primary_action (LEDGER_PAGE (ledger_window_get_page (window))),
                   ==,
                   "win.choose-person");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- a problem of 2,000 characters with 30 measures; a later change is named --- */

static void
commit_edit (LedgerWindow *window, LedgerEdit *edit, GError *error)
{
  g_assert_no_error (error);
  ledger_session_commit (ledger_window_get_session (window), edit, NULL, NULL, NULL, NULL);
  ledger_view_test_settle ();
}

static void
test_long (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *any = take_seat (window, LEDGER_STATE_AWAITING_APPROVAL, LEDGER_STEP_LEADER);
  g_autofree char *shown = g_strdup (ledger_signoff_sheet_get_issue (get_sheet (window)));
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, "加长");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (words, "第%u处问题突出；", i % 10);
  ledger_edit_set_text (edit, "issue", shown, "text", words->str);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = ledger_id_new_random ();
      g_autofree char *text = g_strdup_printf ("第%u条措施，明确责任、时限和检查办法", i + 1);

      ledger_edit_set_text (edit, "measure", id, "issue", shown);
      ledger_edit_set_text (edit, "measure", id, "text", text);
    }
  commit_edit (window, ledger_edit_ref (edit), NULL);
  g_assert_cmpstr (ledger_signoff_sheet_get_issue (get_sheet (window)), ==, shown);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-long");
  /* R23: what changed is named, and 同意 is refused on the sheet. */
  ledger_signoff_sheet_agree (get_sheet (window));
  ledger_view_test_settle ();
  g_assert_cmpint (get_state (window, shown), ==, LEDGER_STATE_AWAITING_APPROVAL);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "signoff-changed");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the dialog: an issue that is not complete is not submitted, and says why --- */

static GtkWindow *
find_dialog (LedgerWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (one) == GTK_WINDOW (window))
        found = one;
    }
  return found;
}

static void
test_dialog (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  g_autofree char *id = take_seat (window, LEDGER_STATE_IN_PROGRESS, LEDGER_STEP_HANDLER);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autoptr (GPtrArray) findings = ledger_approval_check_submit (document, id);
  GtkWindow *dialog;
  GtkWidget *sheet;

  g_assert_cmpuint (findings->len, >, 0);
  ledger_session_open_signoff (ledger_window_get_session (window), id);
  ledger_view_test_settle ();
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  sheet = ledger_view_test_find (GTK_WIDGET (dialog), LEDGER_TYPE_SIGNOFF_SHEET, NULL);
  ledger_signoff_sheet_agree (LEDGER_SIGNOFF_SHEET (sheet));
  ledger_view_test_settle ();
  g_assert_cmpint (get_state (window, id), ==, LEDGER_STATE_IN_PROGRESS);
  ledger_view_test_keep_picture (dialog, "signoff-dialog");
  gtk_window_close (dialog);
  ledger_view_test_settle ();
  g_assert_null (find_dialog (window));
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/signoff-page/agree", test_agree);
  ledger_view_test_add ("/signoff-page/return", test_return);
  ledger_view_test_add ("/signoff-page/other", test_other);
  ledger_view_test_add ("/signoff-page/paper", test_paper);
  ledger_view_test_add ("/signoff-page/scan-later", test_scan_later);
  ledger_view_test_add ("/signoff-page/leader-sidebar", test_leader_sidebar);
  ledger_view_test_add ("/signoff-page/choose-person", test_choose_person);
  ledger_view_test_add ("/signoff-page/queue", test_queue);
  ledger_view_test_add ("/signoff-page/long", test_long);
  ledger_view_test_add ("/signoff-page/dialog", test_dialog);
  return g_test_run ();
}
