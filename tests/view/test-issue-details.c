/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-details.h"

#include "ledger-conflict-list.h"
#include "ledger-conflict.h"
#include "ledger-date-entry.h"
#include "ledger-finding-list.h"
#include "ledger-form-popover.h"
#include "ledger-gesture.h"
#include "ledger-inspection.h"
#include "ledger-measure-row.h"
#include "ledger-measure.h"
#include "ledger-merge-test.h"
#include "ledger-section.h"
#include "ledger-signoff.h"
#include "ledger-test-sample.h"
#include "ledger-trace-section.h"
#include "ledger-view-test.h"
#include "ledger-wording-editor.h"

static LedgerWindow *
open_sample (LedgerViewTest *test)
{
  g_autofree char *path = ledger_test_sample_copy (test->folder, "sample.zgl");

  return ledger_view_test_open_issues (test, path);
}

static const LedgerIssueFacts *
get_facts (LedgerWindow *window, const char *issue)
{
  return ledger_document_get_facts (ledger_window_get_document (window), issue);
}

/* The first issue in STATE, changed since it was signed or not, selected. */
static char *
select_issue (LedgerWindow *window, LedgerState state, gboolean changed)
{
  LedgerTable *issues = ledger_document_get_table (ledger_window_get_document (window), "issue");

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));
      const LedgerIssueFacts *facts = get_facts (window, id);

      if (facts->workflow.state != state || facts->changed_since != changed)
        continue;
      ledger_session_open_issue (ledger_window_get_session (window), id);
      ledger_view_test_settle ();
      return g_strdup (id);
    }
  g_assert_not_reached ();
}

static void
activate (LedgerWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (ledger_window_get_page (window)), action, NULL);
  ledger_view_test_settle ();
}

static GtkWidget *
find (LedgerWindow *window, GType type, const char *label)
{
  return ledger_view_test_find (GTK_WIDGET (window), type, label);
}

/* With what lies over the window: popovers are windows of their own. */
static void
keep_screen (const char *name)
{
  const char *folder = g_getenv ("ZHENGGAI_PICTURES");
  g_autofree char *file = g_strconcat (folder != NULL ? folder : "", "/", name, ".png", NULL);
  const char *const arguments[] = { "import", "-window", "root", file, NULL };
  g_autoptr (GSubprocess) process = NULL;

  ledger_view_test_settle ();
  if (folder == NULL)
    return;
  g_mkdir_with_parents (folder, 0700);
  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_subprocess_wait (process, NULL, NULL);
}

/* --- 登记销号, 登记反弹 --- */

static void
click_submit (LedgerWindow *window, const char *label)
{
  GtkWidget *form = find (window, LEDGER_TYPE_FORM_POPOVER, NULL);

  g_assert_nonnull (form);
  g_signal_emit_by_name (ledger_view_test_find (form, GTK_TYPE_BUTTON, label), "clicked");
  ledger_view_test_settle ();
}

static void
check_closing (LedgerWindow *window)
{
  g_autofree char *issue = select_issue (window, LEDGER_STATE_DONE_BY_UNIT, FALSE);
  g_autofree char *closed = NULL;
  GtkWidget *entry;

  activate (window, "page.close-issue");
  entry = find (window, GTK_TYPE_ENTRY, "文件");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "某巡办〔2026〕3号");
  ledger_view_test_check_names (GTK_WIDGET (window));
  keep_screen ("details-closing");
  click_submit (window, "登记销号");
  g_assert_cmpint (get_facts (window, issue)->workflow.state, ==, LEDGER_STATE_CLOSED);
  g_assert_null (find (window, LEDGER_TYPE_FORM_POPOVER, NULL));
  closed = g_strdup_printf (
      "3月10日 %s销号",
      ledger_record_get_text (ledger_document_get_inspection (ledger_window_get_document (window)),
                              LEDGER_INSPECTION_INSPECTION_OFFICE));
  g_assert_nonnull (find (window, GTK_TYPE_LABEL, closed));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-closed");

  /* A rebound asks what was found, and keeps what was typed until it is said. */
  activate (window, "page.reopen-issue");
  click_submit (window, "登记反弹");
  g_assert_cmpint (get_facts (window, issue)->workflow.state, ==, LEDGER_STATE_CLOSED);
  keep_screen ("details-rebound");
  entry = find (window, GTK_TYPE_ENTRY, "发现的情况");
  gtk_editable_set_text (GTK_EDITABLE (entry), "回头看发现又有重复发放");
  click_submit (window, "登记反弹");
  g_assert_true (get_facts (window, issue)->workflow.reopened);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-reopened");
}

/* R23: the refusal stands in the form and names what has changed. */
static void
check_closing_refused (LedgerWindow *window)
{
  g_autofree char *issue = select_issue (window, LEDGER_STATE_DONE_BY_UNIT, TRUE);

  activate (window, "page.close-issue");
  click_submit (window, "登记销号");
  g_assert_nonnull (find (window, LEDGER_TYPE_FORM_POPOVER, NULL));
  g_assert_cmpint (get_facts (window, issue)->workflow.state, ==, LEDGER_STATE_DONE_BY_UNIT);
  keep_screen ("details-closing-refused");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
}

typedef struct
{
  LedgerWindow *window;
  const char *issue;
  LedgerState state;
} Awaited;

static gboolean
is_in_state (gpointer data)
{
  const Awaited *awaited = data;

  return get_facts (awaited->window, awaited->issue)->workflow.state == awaited->state;
}

static void
check_continued (LedgerWindow *window)
{
  g_autofree char *issue = select_issue (window, LEDGER_STATE_IN_PROGRESS, FALSE);

  activate (window, "page.end-continued");
  g_assert_cmpint (get_facts (window, issue)->workflow.state, ==, LEDGER_STATE_IN_PROGRESS);
  activate (window, "page.continue-issue");
  ledger_view_test_wait (is_in_state, &(Awaited){ window, issue, LEDGER_STATE_CONTINUED });
  activate (window, "page.end-continued");
  ledger_view_test_wait (is_in_state, &(Awaited){ window, issue, LEDGER_STATE_IN_PROGRESS });
}

/* --- the wording --- */

static char *
dup_last_reason (LedgerDocument *document)
{
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (document), 0, 1, NULL);

  return g_strdup (((const LedgerLogLine *)g_ptr_array_index (lines, 0))->reason);
}

/* 记录 is unfolded and says WORDS beside a change. */
static void
check_trace (LedgerWindow *window, const char *words, const char *picture)
{
  GtkWidget *trace = find (window, LEDGER_TYPE_TRACE_SECTION, NULL);
  GtkWidget *section = ledger_view_test_find (trace, LEDGER_TYPE_SECTION, NULL);
  GtkWidget *label, *scrolled;
  GtkAdjustment *down;

  ledger_section_set_expanded (LEDGER_SECTION (section), TRUE);
  ledger_view_test_settle ();
  label = ledger_view_test_find (trace, GTK_TYPE_LABEL, words);
  g_assert_nonnull (label);
  scrolled = gtk_widget_get_ancestor (trace, GTK_TYPE_SCROLLED_WINDOW);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  ledger_view_test_keep_picture (GTK_WINDOW (window), picture);
  ledger_section_set_expanded (LEDGER_SECTION (section), FALSE);
}

/* What was returned stands there too, with its reason. */
static void
check_return_traced (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerTable *signoffs = ledger_document_get_table (document, "signoff");

  for (guint i = 0; i < ledger_table_get_n_records (signoffs); i++)
    {
      LedgerRecord *record = ledger_table_get_record (signoffs, i);
      const LedgerSignoffText *text = ledger_signoff_get_header (LEDGER_SIGNOFF (record));
      g_autofree char *reason = g_strdup_printf ("原因：%s", text->opinion);

      if (text->decision != LEDGER_DECISION_RETURN)
        continue;
      ledger_session_open_issue (ledger_window_get_session (window), text->issue_id);
      ledger_view_test_settle ();
      check_trace (window, reason, "details-return-trace");
      return;
    }
  g_assert_not_reached ();
}

static void
test_wording (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_issues (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  const char *issue = ledger_session_get_selected_issue (ledger_window_get_session (window));
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  g_autofree char *before = g_strdup (ledger_record_get_text (record, LEDGER_ISSUE_TEXT));
  g_autofree char *after = g_strconcat (before, "，制度执行不严。", NULL);
  g_autofree char *reason = NULL;
  GtkWidget *editor, *words, *toggle;

  activate (window, "page.edit-wording");
  editor = find (window, LEDGER_TYPE_WORDING_EDITOR, NULL);
  words = find (window, GTK_TYPE_TEXT_VIEW, "问题表述");
  g_assert_nonnull (words);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (words)), after, -1);
  g_signal_emit_by_name (ledger_view_test_find (editor, GTK_TYPE_BUTTON, "修改表述"), "clicked");
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, before);
  g_assert_true (gtk_widget_get_mapped (editor));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-wording-refused");

  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_ENTRY, "修改原因")),
                         "巡察办3月9日补充反馈");
  ledger_view_test_key (GTK_WINDOW (window), "Return");
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_TEXT), ==, after);
  g_assert_cmpstr (ledger_record_get_text (record, LEDGER_ISSUE_ORIGINAL), ==, before);
  g_assert_false (gtk_widget_get_mapped (editor));
  reason = dup_last_reason (document);
  g_assert_cmpstr (reason, ==, "巡察办3月9日补充反馈");
  toggle = find (window, GTK_TYPE_TOGGLE_BUTTON, "清单原文");
  if (toggle == NULL)
    toggle =
        gtk_widget_get_ancestor (find (window, GTK_TYPE_LABEL, "清单原文"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-wording-original");
  check_trace (window, "原因：巡察办3月9日补充反馈", "details-wording-trace");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- 提交审核 --- */

static guint
count_buttons (GtkWidget *widget, const char *label)
{
  guint n =
      GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, label);
  return n;
}

/* Each measure that is not done and each without proof has its line, and 定位 lands on it. */
static void
check_submit (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *issue = select_issue (window, LEDGER_STATE_IN_PROGRESS, FALSE);
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  const LedgerIssueFacts *facts = get_facts (window, issue);
  const guint expected =
      facts->n_measures - facts->n_measures_done + facts->n_measures_without_evidence;
  GtkWidget *findings, *row, *focus;

  g_assert_cmpuint (facts->n_measures - facts->n_measures_done, >, 0);
  activate (window, "page.submit");
  findings = find (window, LEDGER_TYPE_FINDING_LIST, NULL);
  g_assert_true (gtk_widget_get_mapped (findings));
  g_assert_cmpuint (count_buttons (findings, "定位"), ==, expected);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-submit-refused");
  g_signal_emit_by_name (ledger_view_test_find (findings, GTK_TYPE_BUTTON, "定位"), "clicked");
  ledger_view_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (window));
  row = gtk_widget_get_ancestor (focus, LEDGER_TYPE_MEASURE_ROW);
  g_assert_nonnull (row);
  for (guint i = 0; i < measures->len; i++)
    if (g_strcmp0 (ledger_record_get_id (measures->pdata[i]),
                   ledger_measure_row_get_measure (LEDGER_MEASURE_ROW (row)))
        == 0)
      g_assert_cmpint (ledger_record_get_integer (measures->pdata[i], LEDGER_MEASURE_DONE), ==, 0);
}

/* One window for all: the sample takes its time to open. */
static void
test_sample (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);

  check_return_traced (window);
  check_submit (window);
  check_continued (window);
  check_closing_refused (window);
  check_closing (window);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- after a merge --- */

/* The first issue with several measures. */
static const char *
find_with_measures (LedgerDocument *document)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      if (ledger_document_get_children (document, "measure", id)->len > 1)
        return id;
    }
  g_assert_not_reached ();
}

static const char *
find_last (LedgerDocument *document)
{
  LedgerTable *issues = ledger_document_get_table (document, "issue");

  return ledger_record_get_id (
      ledger_table_get_record (issues, ledger_table_get_n_records (issues) - 1));
}

/* Two PCs wrote deadline, wording, handler and a measure differently; one deleted a measure that
 * the other went on with. */
static char *
make_merged (LedgerViewTest *test)
{
  LedgerMergeTest *merge =
      ledger_merge_test_begin (test, ledger_view_test_make_ledger (test, "a.zgl"));
  LedgerDocument *ours = merge->ours;
  LedgerDocument *theirs = merge->theirs;
  const char *issue = find_with_measures (ours);
  const GPtrArray *measures = ledger_document_get_children (ours, "measure", issue);
  const char *measure = ledger_record_get_id (measures->pdata[0]);
  const char *deleted = ledger_record_get_id (measures->pdata[1]);
  const char *given_up = find_last (ours);

  ledger_merge_test_set (ours, "issue", issue, "due", "2026-03-05");
  ledger_merge_test_set (theirs, "issue", issue, "due", "2026-03-06");
  ledger_merge_test_set (ours, "claim", issue, "handler", "张伟");
  ledger_merge_test_set (theirs, "claim", issue, "handler", "刘洋");
  ledger_merge_test_set (
      ours, "measure", measure, "text", "制定党组理论学习中心组年度学习计划，明确每季度学习专题");
  ledger_merge_test_set (
      theirs, "measure", measure, "text", "制定党组理论学习中心组年度学习计划，每月安排一个专题");
  ledger_merge_test_set (ours, "measure", deleted, "text", "每季度开展专题研讨");
  ledger_merge_test_delete (theirs, "measure", deleted);
  ledger_merge_test_set (ours, "issue", given_up, "target", "接着整改");
  ledger_merge_test_delete (theirs, "issue", given_up);
  return ledger_merge_test_end (merge);
}

static guint
count_conflicts (LedgerWindow *window, const char *issue)
{
  g_autoptr (GPtrArray) conflicts =
      ledger_conflict_find_in_issue (ledger_window_get_document (window), issue);

  return conflicts->len;
}

static void
click (LedgerWindow *window, const char *label)
{
  GtkWidget *list = find (window, LEDGER_TYPE_CONFLICT_LIST, NULL);

  g_signal_emit_by_name (ledger_view_test_find (list, GTK_TYPE_BUTTON, label), "clicked");
  ledger_view_test_settle ();
}

static void
test_conflicts (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = make_merged (test);
  LedgerWindow *window = ledger_view_test_open_issues (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  const char *issue = find_with_measures (document);
  LedgerRecord *record = ledger_document_lookup (document, "issue", issue);
  GtkWidget *list = find (window, LEDGER_TYPE_CONFLICT_LIST, NULL);

  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  g_assert_true (gtk_widget_get_mapped (list));
  g_assert_cmpuint (count_conflicts (window, issue), ==, 4);
  g_assert_nonnull (ledger_view_test_find (
      list, GTK_TYPE_LABEL, "整改时限有两个值：3月5日（李敏）、3月6日（刘洋）。"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-conflicts");

  click (window, "用前者");
  g_assert_cmpint (
      ledger_record_get_day (record, LEDGER_ISSUE_DUE), ==, ledger_day_new (2026, 3, 5));
  g_assert_cmpuint (count_conflicts (window, issue), ==, 3);
  g_assert_nonnull (ledger_document_get_undo_reason (document));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-conflicts-chosen");
  click (window, "用后者");
  g_assert_cmpstr (get_facts (window, issue)->handler, ==, "刘洋");
  click (window, "用后者");
  click (window, "保留");
  g_assert_cmpuint (count_conflicts (window, issue), ==, 0);
  g_assert_false (gtk_widget_get_mapped (list));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* A whole problem that one gave up and the other went on with: it stays until somebody decides. */
static void
test_given_up (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = make_merged (test);
  LedgerWindow *window = ledger_view_test_open_issues (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *issue = g_strdup (find_last (document));

  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  g_assert_nonnull (find (window, GTK_TYPE_LABEL, "本问题被刘洋删除，之后又有改动。"));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-given-up");
  click (window, "仍然删除");
  g_assert_null (ledger_document_lookup (document, "issue", issue));
  ledger_view_test_close (GTK_WINDOW (window));
}

static gboolean
is_renumber_enabled (LedgerWindow *window)
{
  GActionMap *actions = ledger_page_get_actions (ledger_window_get_page (window));

  return g_action_get_enabled (g_action_map_lookup_action (actions, "renumber"));
}

/* Two problems of one number, as after a merge: another number is offered for these two only, named
 * in the toast, and taken back with 撤销. */
static void
test_renumber (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  LedgerWindow *window = ledger_view_test_open_issues (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerRecord *record = ledger_document_find (document, "issue", "1.1.1", NULL);
  g_autofree char *issue = g_strdup (ledger_record_get_id (record));
  g_autofree char *number = NULL;

  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  g_assert_false (is_renumber_enabled (window));
  ledger_session_commit (ledger_window_get_session (window),
                         ledger_gesture_set (document, "issue", issue, "number", "1.1.2", NULL),
                         NULL,
                         NULL,
                         NULL,
                         NULL);
  ledger_view_test_settle ();
  g_assert_true (is_renumber_enabled (window));
  ledger_view_test_key (GTK_WINDOW (window), "shift+F10");
  keep_screen ("details-renumber-menu");
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  activate (window, "page.renumber");
  record = ledger_document_lookup (document, "issue", issue);
  number = ledger_document_dup_number (document, record);
  g_assert_true (g_str_has_prefix (number, "1.1."));
  g_assert_false (g_str_has_prefix (number, "1.1.2"));
  g_assert_false (is_renumber_enabled (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "details-renumbered");
  activate (window, "win.undo");
  g_assert_true (is_renumber_enabled (window));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the rows of measures --- */

/* The rows stand in the order of the measures, each with its text. */
static void
check_rows (LedgerWindow *window, const char *issue)
{
  LedgerDocument *document = ledger_window_get_document (window);
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue);
  GtkWidget *list = gtk_widget_get_parent (
      ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_MEASURE_ROW, NULL));

  for (guint i = 0; i < measures->len; i++)
    {
      LedgerRecord *measure = measures->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)i);

      g_assert_cmpstr (ledger_measure_row_get_measure (LEDGER_MEASURE_ROW (row)),
                       ==,
                       ledger_record_get_id (measure));
      g_assert_nonnull (ledger_view_test_find (
          GTK_WIDGET (row), GTK_TYPE_LABEL, ledger_record_get_text (measure, LEDGER_MEASURE_TEXT)));
    }
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)measures->len));
}

/* The rows of one issue are used for the next, but not one in which something is written. */
static void
test_rows_again (LedgerViewTest *test, gconstpointer data)
{
  LedgerWindow *window = open_sample (test);
  g_autofree char *one = select_issue (window, LEDGER_STATE_IN_PROGRESS, FALSE);
  GtkWidget *row = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_MEASURE_ROW, NULL);

  check_rows (window, one);
  g_autofree char *other = select_issue (window, LEDGER_STATE_AWAITING_REVIEW, FALSE);
  g_assert_cmpstr (one, !=, other);
  check_rows (window, other);
  g_assert_true (ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_MEASURE_ROW, NULL) == row);
  ledger_measure_row_edit (LEDGER_MEASURE_ROW (row));
  ledger_view_test_settle ();
  g_autofree char *again = select_issue (window, LEDGER_STATE_IN_PROGRESS, FALSE);
  check_rows (window, again);
  g_assert_true (ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_MEASURE_ROW, NULL) != row);
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/issue-details/sample", test_sample);
  ledger_view_test_add ("/issue-details/wording", test_wording);
  ledger_view_test_add ("/issue-details/conflicts", test_conflicts);
  ledger_view_test_add ("/issue-details/given-up", test_given_up);
  ledger_view_test_add ("/issue-details/renumber", test_renumber);
  ledger_view_test_add ("/issue-details/rows-again", test_rows_again);
  return g_test_run ();
}
