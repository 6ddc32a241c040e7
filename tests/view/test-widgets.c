/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-page.h"
#include "ledger-column-layout.h"
#include "ledger-date-entry.h"
#include "ledger-empty.h"
#include "ledger-evidence-page.h"
#include "ledger-fact-cell.h"
#include "ledger-history-filter-bar.h"
#include "ledger-history-page.h"
#include "ledger-import-page.h"
#include "ledger-issue-page.h"
#include "ledger-light-label.h"
#include "ledger-opinion-row.h"
#include "ledger-overview-page.h"
#include "ledger-page-registry.h"
#include "ledger-paper-form.h"
#include "ledger-people-page.h"
#include "ledger-picker-entry.h"
#include "ledger-schedule-page.h"
#include "ledger-section.h"
#include "ledger-signoff-page.h"
#include "ledger-start-page.h"
#include "ledger-subpage-bar.h"
#include "ledger-view-test.h"

/* Every class of a widget: it is built on a ledger, shown, its inputs have names, Tab comes out of
 * it again, and it goes away whole. */

typedef struct
{
  LedgerViewTest *test;
  LedgerDocument *document;
  LedgerSession *session;
} Ground;

static GtkWidget *
make_fact_cell (Ground *ground)
{
  GtkWidget *cell = ledger_fact_cell_new ();

  ledger_fact_cell_set_facts (
      LEDGER_FACT_CELL (cell), "3月5日", "逾期3个工作日", "▲", LEDGER_TINT_LATE);
  ledger_fact_cell_set_hatched (LEDGER_FACT_CELL (cell), TRUE);
  return cell;
}

static GtkWidget *
make_light_label (Ground *ground)
{
  GtkWidget *label = ledger_light_label_new ();

  ledger_light_label_set_light (LEDGER_LIGHT_LABEL (label), LEDGER_LIGHT_NEAR, "还剩4个工作日");
  return label;
}

static GtkWidget *
make_section (Ground *ground)
{
  GtkWidget *section = ledger_section_new ("措施");

  ledger_section_set_caption (LEDGER_SECTION (section), "完成2/3");
  ledger_section_add_button (LEDGER_SECTION (section), "添加", NULL);
  ledger_section_set_child (LEDGER_SECTION (section), gtk_label_new ("制定年度学习计划"));
  ledger_section_set_expanded (LEDGER_SECTION (section), TRUE);
  return section;
}

static GtkWidget *
make_picker (Ground *ground)
{
  return ledger_picker_entry_new (ground->document, LEDGER_PICKER_PERSON, "承办人");
}

static GtkWidget *
make_date_entry (Ground *ground)
{
  return ledger_date_entry_new (ground->document, "整改时限");
}

static GtkWidget *
make_empty (Ground *ground)
{
  return ledger_empty_new_suggesting ("还没有问题", "导入巡察反馈的问题清单。", "导入清单", NULL);
}

static GtkWidget *
make_subpage_bar (Ground *ground)
{
  return ledger_subpage_bar_new ("导入清单", NULL);
}

static GtkWidget *
make_filter_bar (Ground *ground)
{
  g_autoptr (LedgerHistoryDiary) diary = ledger_history_diary_new (ground->document);

  return ledger_history_filter_bar_new (ground->session, diary);
}

static GtkWidget *
make_opinion_row (Ground *ground)
{
  return g_object_new (LEDGER_TYPE_OPINION_ROW, NULL);
}

static GtkWidget *
make_paper_form (Ground *ground)
{
  GtkWidget *form = ledger_paper_form_new (ground->document);

  ledger_paper_form_begin (LEDGER_PAPER_FORM (form), LEDGER_STEP_LEADER, "王建国");
  return form;
}

static GtkWidget *
make_page (Ground *ground, GType type)
{
  return g_object_new (type, "document", ground->document, "session", ground->session, NULL);
}

#define PAGE(name, TYPE)                                                                           \
  static GtkWidget *make_##name (Ground *ground) { return make_page (ground, TYPE); }
PAGE (overview, LEDGER_TYPE_OVERVIEW_PAGE)
PAGE (issue, LEDGER_TYPE_ISSUE_PAGE)
PAGE (claim, LEDGER_TYPE_CLAIM_PAGE)
PAGE (schedule, LEDGER_TYPE_SCHEDULE_PAGE)
PAGE (signoff, LEDGER_TYPE_SIGNOFF_PAGE)
PAGE (history, LEDGER_TYPE_HISTORY_PAGE)
PAGE (people, LEDGER_TYPE_PEOPLE_PAGE)
PAGE (import, LEDGER_TYPE_IMPORT_PAGE)
PAGE (evidence, LEDGER_TYPE_EVIDENCE_PAGE)
PAGE (start, LEDGER_TYPE_START_PAGE)

static const struct
{
  const char *name;
  GtkWidget *(*make) (Ground *ground);
} cases[] = {
  { "fact-cell", make_fact_cell },     { "light-label", make_light_label },
  { "section", make_section },         { "picker-entry", make_picker },
  { "date-entry", make_date_entry },   { "empty", make_empty },
  { "subpage-bar", make_subpage_bar }, { "overview-page", make_overview },
  { "issue-page", make_issue },        { "claim-page", make_claim },
  { "schedule-page", make_schedule },  { "signoff-page", make_signoff },
  { "history-page", make_history },    { "people-page", make_people },
  { "import-page", make_import },      { "evidence-page", make_evidence },
  { "start-page", make_start },        { "filter-bar", make_filter_bar },
  { "opinion-row", make_opinion_row }, { "paper-form", make_paper_form },
};

/* Tab leaves the widget after as many steps as it has places at most: it is never caught. */
static void
check_tab (GtkWindow *window, GtkWidget *widget)
{
  gtk_window_set_focus (window, NULL);
  for (guint i = 0; i < 400; i++)
    if (!gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
      return;
  g_error ("Tab is caught in a %s", G_OBJECT_TYPE_NAME (widget));
}

static void
test_widget (LedgerViewTest *test, gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autofree char *path = ledger_view_test_make_ledger (test, "a.zgl");
  g_autofree char *picture = g_strconcat ("widget-", cases[index].name, NULL);
  LedgerDocument *document = ledger_view_test_open_document (test, path);
  Ground ground = { test, document, NULL };
  GtkWindow *window;
  GtkWidget *widget;

  ground.session = ledger_session_new (document, test->settings);
  widget = cases[index].make (&ground);
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  window = ledger_view_test_present (test, widget);
  ledger_view_test_check_names (widget);
  check_tab (window, widget);
  ledger_view_test_keep_picture (window, picture);
  gtk_window_destroy (window);
  ledger_view_test_settle ();
  if (widget != NULL)
    g_error ("a %s outlives its window", G_OBJECT_TYPE_NAME (widget));
  g_assert_finalize_object (ground.session);
  ledger_document_close (document);
  g_assert_finalize_object (document);
}

static int
get_height (GtkWidget *popover)
{
  return gdk_surface_get_height (gtk_native_get_surface (GTK_NATIVE (popover)));
}

/* What a popover holds grows while it is open: it has the room before it is laid out again, or
 * newer toolkits close it. */
static void
test_room (LedgerViewTest *test, gconstpointer data)
{
  GtkWidget *button = gtk_button_new_with_label ("时限");
  GtkWindow *window = ledger_view_test_present (test, button);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = ledger_date_entry_new (NULL, "整改时限");
  GtkWidget *input;
  int height;

  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_widget_set_parent (popover, button);
  gtk_popover_popup (GTK_POPOVER (popover));
  ledger_view_test_settle ();
  height = get_height (popover);
  input = ledger_view_test_find (entry, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (input), "3月底");
  ledger_view_test_settle ();
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_cmpint (get_height (popover), >, height);
  gtk_widget_unparent (popover);
  ledger_view_test_close (window);
}

int
main (int argc, char **argv)
{
  ledger_view_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/", cases[i].name, NULL);

      g_test_add (path,
                  LedgerViewTest,
                  GUINT_TO_POINTER (i),
                  ledger_view_test_set_up,
                  test_widget,
                  ledger_view_test_tear_down);
    }
  ledger_view_test_add ("/widgets/room-in-a-popover", test_room);
  return g_test_run ();
}
