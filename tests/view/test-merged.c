/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two PCs left to be decided: about people, headings and proof, each in its place. */
#include "ledger-conflict-list.h"
#include "ledger-decision-group.h"
#include "ledger-drag-test.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence-list.h"
#include "ledger-evidence-row.h"
#include "ledger-evidence.h"
#include "ledger-heading-navigator.h"
#include "ledger-heading-test.h"
#include "ledger-heading.h"
#include "ledger-inspection.h"
#include "ledger-merge-test.h"
#include "ledger-people-page.h"
#include "ledger-person.h"
#include "ledger-proof-test.h"

static const char *
find_named (LedgerDocument *document, const char *type, const char *name)
{
  LedgerRecord *record = ledger_document_find_name (document, type, name);

  g_assert_nonnull (record);
  return ledger_record_get_id (record);
}

/* The button in the row of DECISIONS that says SENTENCE. */
static void
decide (GtkWidget *decisions, const char *sentence, const char *button)
{
  GtkWidget *label = ledger_view_test_find (decisions, GTK_TYPE_LABEL, sentence);

  if (label == NULL)
    g_error ("nothing says “%s”", sentence);
  ledger_view_test_click (
      ledger_view_test_find (gtk_widget_get_parent (label), GTK_TYPE_BUTTON, button));
  ledger_view_test_settle ();
}

/* --- 人员与设置 --- */

static char *
make_people (LedgerViewTest *test)
{
  LedgerMergeTest *merge =
      ledger_merge_test_begin (test, ledger_view_test_make_ledger (test, "a.zgl"));
  LedgerRecord *round = ledger_document_get_inspection (merge->ours);
  LedgerTable *people = ledger_document_get_table (merge->ours, "person");
  LedgerTable *offices = ledger_document_get_table (merge->ours, "department");
  const char *person = ledger_record_get_id (ledger_table_get_record (people, 0));
  const char *other = ledger_record_get_id (ledger_table_get_record (people, 1));
  const char *office = ledger_record_get_id (ledger_table_get_record (offices, 0));
  const char *inspection = ledger_record_get_id (round);

  ledger_merge_test_set (merge->ours, "person", person, "name", "赵立");
  ledger_merge_test_set (merge->ours, "person", person, "post", "副局长");
  ledger_merge_test_set (merge->theirs, "person", person, "name", "赵立");
  ledger_merge_test_set (merge->theirs, "person", person, "post", "一级调研员");
  ledger_merge_test_set (merge->ours, "person", other, "name", "孙丽");
  ledger_merge_test_delete (merge->theirs, "person", other);
  ledger_merge_test_set (merge->theirs, "department", office, "name", "机关纪委");
  ledger_merge_test_delete (merge->ours, "department", office);
  ledger_merge_test_set (merge->ours, "inspection", inspection, "report_due", "2026-04-20");
  ledger_merge_test_set (merge->theirs, "inspection", inspection, "report_due", "2026-04-30");
  return ledger_merge_test_end (merge);
}

static void
test_people (LedgerViewTest *test, gconstpointer data)
{
  g_autofree char *path = make_people (test);
  LedgerWindow *window = ledger_view_test_open_window (test, path);
  LedgerDocument *document = ledger_window_get_document (window);
  LedgerRecord *round = ledger_document_get_inspection (document);
  LedgerRecord *person = ledger_document_find_name (document, "person", "赵立");
  g_autofree char *other = g_strdup (find_named (document, "person", "孙丽"));
  g_autofree char *office = g_strdup (find_named (document, "department", "机关纪委"));
  GtkWidget *group;

  ledger_session_open_page (ledger_window_get_session (window), LEDGER_PAGE_ID_PEOPLE);
  ledger_view_test_settle ();
  group = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_DECISION_GROUP, NULL);
  g_assert_true (gtk_widget_get_mapped (group));
  ledger_view_test_check_names (GTK_WIDGET (window));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-people");
  decide (
      group, "本轮巡察 某市某局 报送日期有两个值：4月20日（李敏）、4月30日（刘洋）。", "用后者");
  g_assert_cmpint (ledger_record_get_day (round, LEDGER_INSPECTION_REPORT_DUE),
                   ==,
                   ledger_day_new (2026, 4, 30));
  decide (group, "人员 赵立 职务有两个值：副局长（李敏）、一级调研员（刘洋）。", "用前者");
  g_assert_cmpstr (ledger_record_get_text (person, LEDGER_PERSON_POST), ==, "副局长");
  decide (group, "人员 孙丽被刘洋删除，之后又有改动。", "保留");
  g_assert_false (ledger_record_is_contested (ledger_document_lookup (document, "person", other)));
  decide (group, "部门 机关纪委被李敏删除，之后又有改动。", "仍然删除");
  g_assert_null (ledger_document_lookup (document, "department", office));
  g_assert_false (gtk_widget_get_mapped (group));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-people-decided");
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- the menu of a heading --- */

/* What a menu was opened on does not go on looking pressed. */
static void
check_let_go (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_assert_false (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_ACTIVE);
}

/* The menu of WIDGET, which hangs below ROOT; the entry that says so, NULL: not offered. */
static GtkWidget *
open_menu (GtkWidget *widget, GtkWidget *root, const char *entry)
{
  static const char *const press[] = { "xdotool", "click", "3", NULL };
  GtkWidget *label;

  ledger_view_test_point (widget, 0.3, 0.5);
  ledger_view_test_run_tool (press);
  label = ledger_view_test_find (root, GTK_TYPE_LABEL, entry);
  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

static void
choose (LedgerWindow *window, const char *heading, const char *entry)
{
  GtkWidget *navigator = ledger_page_get_navigator (ledger_window_get_page (window));
  GtkWidget *label =
      open_menu (ledger_heading_test_find_cell (navigator, heading), navigator, entry);

  g_assert_nonnull (label);
  ledger_view_test_click (label);
  ledger_view_test_settle ();
}

static void
test_heading (LedgerViewTest *test, gconstpointer data)
{
  LedgerMergeTest *merge =
      ledger_merge_test_begin (test, ledger_view_test_make_ledger (test, "a.zgl"));
  const GPtrArray *headings = ledger_document_get_headings (merge->ours);
  g_autofree char *kept = g_strdup (ledger_record_get_id (headings->pdata[1]));
  g_autofree char *gone = g_strdup (ledger_record_get_id (headings->pdata[2]));
  g_autofree char *path = NULL;
  LedgerWindow *window;
  LedgerDocument *document;

  ledger_merge_test_set (merge->ours, "heading", kept, "text", "聚焦主责主业");
  ledger_merge_test_delete (merge->theirs, "heading", kept);
  ledger_merge_test_set (merge->ours, "heading", gone, "text", "落实责任制");
  ledger_merge_test_delete (merge->theirs, "heading", gone);
  path = ledger_merge_test_end (merge);
  window = ledger_view_test_open_issues (test, path);
  document = ledger_window_get_document (window);
  g_assert_true (ledger_record_is_contested (ledger_document_lookup (document, "heading", kept)));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-headings");
  choose (window, kept, "保留");
  g_assert_false (ledger_record_is_contested (ledger_document_lookup (document, "heading", kept)));
  choose (window, gone, "仍然删除");
  g_assert_null (ledger_document_lookup (document, "heading", gone));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- numbers that stand twice --- */

/* Two headings of one number: the menu of either offers another one; of the others it does not. */
static void
test_heading_number (LedgerViewTest *test, gconstpointer data)
{
  LedgerMergeTest *merge =
      ledger_merge_test_begin (test, ledger_view_test_make_ledger (test, "a.zgl"));
  const GPtrArray *headings = ledger_document_get_headings (merge->ours);
  LedgerRecord *bearer = headings->pdata[1];
  g_autofree char *number = g_strdup (ledger_record_get_text (bearer, LEDGER_HEADING_NUMBER));
  g_autofree char *later = g_strdup (ledger_record_get_id (headings->pdata[2]));
  g_autofree char *again = g_strconcat (number, "·重", NULL);
  g_autofree char *path = NULL;
  LedgerWindow *window;
  LedgerDocument *document;
  GtkWidget *navigator, *cell, *first, *label;
  LedgerRecord *heading;

  ledger_merge_test_set (merge->theirs, "heading", later, "number", number);
  path = ledger_merge_test_end (merge);
  window = ledger_view_test_open_issues (test, path);
  document = ledger_window_get_document (window);
  navigator = ledger_page_get_navigator (ledger_window_get_page (window));
  cell = ledger_heading_test_find_cell (navigator, later);
  g_assert_true (g_str_has_prefix (
      ledger_heading_row_get_title (ledger_heading_cell_get_row (LEDGER_HEADING_CELL (cell))),
      again));
  first = ledger_heading_test_find_cell (
      navigator, ledger_record_get_id (ledger_document_get_headings (document)->pdata[0]));
  g_assert_null (open_menu (first, navigator, "重新编号"));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  check_let_go (first);
  label = open_menu (cell, navigator, "重新编号");
  g_assert_nonnull (label);
  ledger_drag_test_keep_screen ("merged-heading-number");
  ledger_view_test_click (label);
  ledger_view_test_settle ();
  heading = ledger_document_lookup (document, "heading", later);
  g_assert_false (ledger_document_shares_number (document, "heading", later));
  g_assert_cmpstr (ledger_record_get_text (heading, LEDGER_HEADING_NUMBER), !=, number);
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-heading-renumbered");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (heading, LEDGER_HEADING_NUMBER), ==, number);
  ledger_view_test_close (GTK_WINDOW (window));
}

/* --- proof and links --- */

static char *
make_proof (LedgerViewTest *test, char **issue, const char *const *names)
{
  char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) script = ledger_document_open (path, LEDGER_DOCUMENT_SCRIPT, &error);

  g_assert_no_error (error);
  *issue = ledger_proof_test_find_issue (script, 1);
  ledger_proof_test_attach (script, *issue, 1, names);
  ledger_document_close (script);
  return path;
}

static LedgerRecord *
get_link (LedgerDocument *document, const char *issue)
{
  return ledger_document_get_children (
             document, "evidence_link", ledger_proof_test_get_measure (document, issue, 1))
      ->pdata[0];
}

/* The row of the proof that is shown with that number. */
static GtkWidget *
find_row (GtkWidget *widget, const char *number)
{
  GtkWidget *found = NULL;

  if (LEDGER_IS_EVIDENCE_ROW (widget))
    {
      LedgerDocument *document =
          ledger_window_get_document (LEDGER_WINDOW (gtk_widget_get_root (widget)));
      g_autofree char *shown = ledger_document_dup_number (
          document,
          ledger_document_lookup (document,
                                  "evidence",
                                  ledger_evidence_row_get_evidence (LEDGER_EVIDENCE_ROW (widget))));

      return g_strcmp0 (shown, number) == 0 ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, number);
  return found;
}

static void
test_proof (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", NULL };
  g_autofree char *issue = NULL;
  LedgerMergeTest *merge = ledger_merge_test_begin (test, make_proof (test, &issue, names));
  LedgerRecord *evidence = ledger_document_get_children (merge->ours, "evidence", issue)->pdata[0];
  g_autofree char *proof = g_strdup (ledger_record_get_id (evidence));
  g_autofree char *link = g_strdup (ledger_record_get_id (get_link (merge->ours, issue)));
  g_autofree char *path = NULL;
  LedgerWindow *window;
  LedgerDocument *document;
  GtkWidget *list;

  ledger_merge_test_set (merge->ours, "evidence", proof, "title", "学习计划");
  ledger_merge_test_set (merge->theirs, "evidence", proof, "title", "年度学习计划");
  ledger_merge_test_set (merge->ours, "evidence_link", link, "pages", "1-2");
  ledger_merge_test_set (merge->theirs, "evidence_link", link, "pages", "3-4");
  path = ledger_merge_test_end (merge);
  window = ledger_view_test_open_window (test, path);
  document = ledger_window_get_document (window);
  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  list = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_CONFLICT_LIST, NULL);
  g_assert_true (gtk_widget_get_mapped (list));
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-proof");
  decide (list, "佐证 1.1.1-01 题名有两个值：学习计划（李敏）、年度学习计划（刘洋）。", "用后者");
  evidence = ledger_document_lookup (document, "evidence", proof);
  g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_TITLE), ==, "年度学习计划");
  decide (list, "佐证归入 1.1.1措施1 页码范围有两个值：1-2（李敏）、3-4（刘洋）。", "用前者");
  g_assert_cmpstr (
      ledger_record_get_text (get_link (document, issue), LEDGER_EVIDENCE_LINK_PAGES), ==, "1-2");
  g_assert_false (gtk_widget_get_mapped (list));
  ledger_view_test_close (GTK_WINDOW (window));
}

/* Two proofs of one number, as when both PCs attached one: offered for either, in its menu. */
static void
test_proof_number (LedgerViewTest *test, gconstpointer data)
{
  const char *const names[] = { "pdf/four-pages.pdf", "pdf/form.pdf", "pdf/outline.pdf", NULL };
  g_autofree char *issue = NULL;
  LedgerMergeTest *merge = ledger_merge_test_begin (test, make_proof (test, &issue, names));
  const GPtrArray *proof = ledger_document_get_children (merge->ours, "evidence", issue);
  g_autofree char *later = g_strdup (ledger_record_get_id (proof->pdata[1]));
  g_autofree char *path = NULL;
  LedgerWindow *window;
  LedgerDocument *document;
  GtkWidget *list, *label;
  LedgerRecord *evidence;

  ledger_merge_test_set (merge->theirs, "evidence", later, "number", "1.1.1-01");
  path = ledger_merge_test_end (merge);
  window = ledger_view_test_open_window (test, path);
  document = ledger_window_get_document (window);
  ledger_session_open_issue (ledger_window_get_session (window), issue);
  ledger_view_test_settle ();
  list = ledger_view_test_find (GTK_WIDGET (window), LEDGER_TYPE_EVIDENCE_LIST, NULL);
  g_assert_null (open_menu (find_row (list, "1.1.1-03"), list, "重新编号"));
  ledger_view_test_key (GTK_WINDOW (window), "Escape");
  label = open_menu (find_row (list, "1.1.1-01·重"), list, "重新编号");
  g_assert_nonnull (label);
  ledger_drag_test_keep_screen ("merged-proof-number");
  ledger_view_test_click (label);
  ledger_view_test_settle ();
  evidence = ledger_document_lookup (document, "evidence", later);
  g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER), ==, "1.1.1-04");
  ledger_view_test_keep_picture (GTK_WINDOW (window), "merged-proof-renumbered");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ledger_view_test_settle ();
  g_assert_cmpstr (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER), ==, "1.1.1-01");
  ledger_view_test_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_add ("/merged/people", test_people);
  ledger_view_test_add ("/merged/heading", test_heading);
  ledger_view_test_add ("/merged/heading-number", test_heading_number);
  ledger_view_test_add ("/merged/proof", test_proof);
  ledger_view_test_add ("/merged/proof-number", test_proof_number);
  return g_test_run ();
}
