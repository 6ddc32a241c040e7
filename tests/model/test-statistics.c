/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-statistics.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ledger-test-office.h"

/* --- a figure counts exactly the rows that its own test admits, for every mixture of facts --- */

static void
test_figures_of_facts (void)
{
  guint sums[LEDGER_N_FIGURES] = { 0 };
  for (guint state = 0; state <= LEDGER_STATE_CONTINUED; state++)
    for (guint light = 0; light <= LEDGER_LIGHT_DONE; light++)
      {
        LedgerIssueFacts facts = { .light = (LedgerLight)light, .n_evidence = 1 };
        facts.workflow.state = (LedgerState)state;
        guint lights = 0;
        for (guint figure = LEDGER_FIGURE_OVERDUE; figure <= LEDGER_FIGURE_UNDATED; figure++)
          lights += ledger_figure_counts ((LedgerFigure)figure, &facts);
        /* The lights part all issues; 已完成 is the one that is counted by the state. */
        g_assert_cmpuint (lights, ==, light == LEDGER_LIGHT_DONE ? 0 : 1);
        guint states = 0;
        for (guint figure = LEDGER_FIGURE_UNCLAIMED; figure <= LEDGER_FIGURE_DONE; figure++)
          states += ledger_figure_counts ((LedgerFigure)figure, &facts);
        g_assert_cmpuint (states, ==, 1);
        for (guint figure = 0; figure < LEDGER_N_FIGURES; figure++)
          sums[figure] += ledger_figure_counts ((LedgerFigure)figure, &facts);
      }
  /* 上级销号 lies within 单位自认完成 and is a figure of its own, never added. */
  g_assert_cmpuint (sums[LEDGER_FIGURE_DONE], ==, 2 * sums[LEDGER_FIGURE_CLOSED]);
}

static void
test_lacking_evidence (void)
{
  const struct
  {
    LedgerState state;
    guint evidence;
    guint without;
    gboolean expected;
  } cases[] = {
    { LEDGER_STATE_UNCLAIMED, 0, 2, FALSE },      { LEDGER_STATE_CLAIMED, 0, 2, FALSE },
    { LEDGER_STATE_IN_PROGRESS, 0, 2, TRUE },     { LEDGER_STATE_IN_PROGRESS, 3, 1, TRUE },
    { LEDGER_STATE_IN_PROGRESS, 3, 0, FALSE },    { LEDGER_STATE_IN_PROGRESS, 0, 0, TRUE },
    { LEDGER_STATE_AWAITING_REVIEW, 1, 1, TRUE }, { LEDGER_STATE_CLOSED, 0, 2, FALSE },
    { LEDGER_STATE_DONE_BY_UNIT, 2, 0, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerIssueFacts facts = { .n_evidence = cases[i].evidence,
                                 .n_measures_without_evidence = cases[i].without };
      facts.workflow.state = cases[i].state;
      g_assert_cmpint (
          ledger_figure_counts (LEDGER_FIGURE_NO_EVIDENCE, &facts), ==, cases[i].expected);
    }
}

/* --- over a ledger, against what the test itself wrote into it --- */

typedef struct
{
  guint department; /* 0 none, 1 office, 2 section */
  int due;          /* days from today; 999: none */
  gboolean claimed;
  gboolean closed;
  gboolean with_measure;
} Issue;

#define N_ISSUES 24

static void
add_issue (LedgerTestOffice *office, const Issue *issue, guint index)
{
  g_autofree char *text = g_strdup_printf ("问题%u", index);
  g_autofree char *id = ledger_test_office_add_issue (office, text);
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "facts");
  ledger_edit_set_actor (edit, "李敏", ledger_document_get_desk (office->document));
  if (issue->department)
    {
      ledger_edit_set_text (edit, "claim", id, "issue", id);
      ledger_edit_set_text (edit,
                            "claim",
                            id,
                            "department",
                            issue->department == 1 ? office->office : office->section);
      ledger_edit_set_text (edit, "claim", id, "lead_leader", office->leader);
      ledger_edit_set_text (edit, "claim", id, "handler", office->handler);
      if (issue->claimed)
        ledger_edit_set_text (edit, "claim", id, "claimed_on", "2026-03-01");
    }
  if (issue->due != 999)
    {
      g_autofree char *iso =
          ledger_day_to_iso (ledger_document_get_today (office->document) + issue->due);
      g_autofree char *due = g_strdup_printf ("day %s %s", iso, iso);
      ledger_edit_set_text (edit, "issue", id, "due", due);
    }
  if (issue->closed)
    ledger_edit_set_text (edit, "issue", id, "closed", "2026-03-08");
  ledger_edit_set_text (edit, "issue", id, "remark", "x");
  ledger_test_office_commit (office, edit, NULL);
  if (issue->with_measure)
    {
      g_autofree char *measure = ledger_test_office_add_measure (office, id, "措施");
    }
}

static gboolean
is_claimed (const Issue *issue)
{
  return issue->department && issue->claimed;
}

/* Whether an issue as written belongs to a figure, said without the model. Near is five working
 * days; from Tuesday, 10 March 2026, that is until Tuesday the 17th, with no holiday between. */
static gboolean
expect (LedgerFigure figure, const Issue *issue)
{
  gboolean dated = issue->due != 999 && !issue->closed;
  switch (figure)
    {
    case LEDGER_FIGURE_ALL:
      return TRUE;
    case LEDGER_FIGURE_UNCLAIMED:
      return !issue->closed && !is_claimed (issue);
    case LEDGER_FIGURE_IN_PROGRESS:
      return !issue->closed && is_claimed (issue);
    case LEDGER_FIGURE_DONE:
    case LEDGER_FIGURE_CLOSED:
      return issue->closed;
    case LEDGER_FIGURE_OVERDUE:
      return dated && issue->due < 0;
    case LEDGER_FIGURE_NEAR:
      return dated && issue->due >= 0 && issue->due <= 7;
    case LEDGER_FIGURE_ON_TIME:
      return dated && issue->due > 7;
    case LEDGER_FIGURE_UNDATED:
      return !issue->closed && issue->due == 999;
    case LEDGER_FIGURE_UNFINISHED:
      return !issue->closed;
    case LEDGER_FIGURE_PRESSING:
      return dated && issue->due <= 7;
    case LEDGER_FIGURE_NO_EVIDENCE:
      return !issue->closed && is_claimed (issue) && issue->with_measure;
    default:
      return FALSE;
    }
}

static void
make_issues (LedgerTestOffice *office, Issue *issues)
{
  for (guint i = 0; i < N_ISSUES; i++)
    {
      issues[i] = (Issue){
        .department = (guint)g_test_rand_int_range (0, 3),
        .due = g_test_rand_int_range (0, 5) == 0 ? 999 : g_test_rand_int_range (-20, 40),
        .claimed = g_test_rand_int_range (0, 3) > 0,
        .closed = g_test_rand_int_range (0, 6) == 0,
        .with_measure = g_test_rand_int_range (0, 2),
      };
      add_issue (office, &issues[i], i);
    }
}

static guint
count_expected (const Issue *issues, LedgerFigure figure, int department)
{
  guint n = 0;
  for (guint i = 0; i < N_ISSUES; i++)
    n += (department < 0 || issues[i].department == (guint)department)
         && expect (figure, &issues[i]);
  return n;
}

static guint
count_rows (LedgerTestOffice *office, LedgerFigure figure)
{
  LedgerTable *table = ledger_document_get_table (office->document, "issue");
  guint n = 0;
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    n += ledger_figure_counts (
        figure,
        ledger_document_get_facts (office->document,
                                   ledger_record_get_id (ledger_table_get_record (table, i))));
  return n;
}

static void
check_departments (LedgerTestOffice *office, const Issue *issues)
{
  g_autoptr (GPtrArray) departments =
      ledger_counts_by_department_where (office->document, NULL, NULL);
  guint all = 0;
  guint last_overdue = G_MAXUINT;
  for (guint i = 0; i < departments->len; i++)
    {
      const LedgerDepartmentCounts *counts = g_ptr_array_index (departments, i);
      int department = !counts->department_id                                ? 0
                       : g_str_equal (counts->department_id, office->office) ? 1
                                                                             : 2;
      for (guint figure = 0; figure < LEDGER_N_FIGURES; figure++)
        g_assert_cmpuint (counts->counts.figures[figure],
                          ==,
                          count_expected (issues, (LedgerFigure)figure, department));
      all += counts->counts.figures[LEDGER_FIGURE_ALL];
      g_assert_cmpuint (counts->counts.figures[LEDGER_FIGURE_OVERDUE], <=, last_overdue);
      last_overdue = counts->counts.figures[LEDGER_FIGURE_OVERDUE];
    }
  g_assert_cmpuint (all, ==, N_ISSUES);
}

static void
check_weeks (LedgerTestOffice *office, const Issue *issues)
{
  guint weeks[8];
  LedgerDay today = ledger_document_get_today (office->document);
  ledger_counts_by_week_where (office->document, today, weeks, 8, NULL, NULL);
  for (int week = 0; week < 8; week++)
    {
      guint expected = 0;
      for (guint i = 0; i < N_ISSUES; i++)
        /* 10 March 2026 is a Tuesday: the week began the day before. */
        expected += !issues[i].closed && issues[i].due != 999 && issues[i].due >= week * 7 - 1
                    && issues[i].due < week * 7 + 6;
      g_assert_cmpuint (weeks[week], ==, expected);
    }
}

static void
test_over_ledgers (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
      Issue issues[N_ISSUES];
      make_issues (office, issues);
      LedgerCounts counts = ledger_counts_of_all (office->document);
      for (guint figure = 0; figure < LEDGER_N_FIGURES; figure++)
        {
          guint expected = count_expected (issues, (LedgerFigure)figure, -1);
          if (counts.figures[figure] != expected)
            g_test_message ("%s", ledger_figure_get_word ((LedgerFigure)figure));
          g_assert_cmpuint (counts.figures[figure], ==, expected);
          g_assert_cmpuint (count_rows (office, (LedgerFigure)figure), ==, expected);
        }
      check_departments (office, issues);
      check_weeks (office, issues);
    }
}

static void
test_basis (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *basis = ledger_statistics_describe_basis (office->document);
  /* On that very day the time of the last saving would follow. */
  g_assert_true (g_str_has_prefix (
      basis, "Counted by problem, done as the unit itself declares, as of 2026年3月10日"));
}

static gint64
tell_ten_past_midnight (gpointer data)
{
  return ledger_day_to_time (*(const LedgerDay *)data, 10 * 60);
}

/* Day and clock are the office's, wherever the computer thinks it is. */
static void
test_basis_of_today (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("statistics-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.zgl", NULL);
  LedgerDay today = ledger_day_today ();
  g_autoptr (LedgerDocument) document = ledger_document_create_with_clock (
      path, "某市某局", "李敏", tell_ten_past_midnight, &today, &error);
  g_assert_no_error (error);
  g_autofree char *basis = ledger_statistics_describe_basis (document);
  g_assert_true (g_str_has_suffix (basis, "as of 2026年3月10日 00:10"));
  ledger_document_close (document);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* By measure the completion counts those of all problems, the ticked ones as done; by problem it is
 * the two figures. What it is counted by is said. */
static void
test_completion (void)
{
  g_autoptr (LedgerTestOffice) office = ledger_test_office_new ();
  g_autofree char *first = ledger_test_office_add_ready_issue (office, "会议制度不健全");
  g_autofree char *second = ledger_test_office_add_issue (office, "津贴发放把关不严");
  g_autofree char *open = ledger_test_office_add_measure (office, first, "开展培训");
  g_autofree char *other = ledger_test_office_add_measure (office, second, "清退资金");
  const char *inspection = ledger_record_get_id (ledger_document_get_inspection (office->document));
  LedgerCompletion completion = ledger_statistics_get_completion (office->document, NULL, NULL);
  g_assert_false (completion.by_measure);
  g_assert_cmpuint (completion.done, ==, 0);
  g_assert_cmpuint (completion.all, ==, 2);

  ledger_test_office_set (office, "inspection", inspection, "counting_basis", "measure");
  completion = ledger_statistics_get_completion (office->document, NULL, NULL);
  g_assert_true (completion.by_measure);
  g_assert_cmpuint (completion.done, ==, 1);
  g_assert_cmpuint (completion.all, ==, 3);
  g_autofree char *basis = ledger_statistics_describe_basis (office->document);
  g_assert_true (g_str_has_prefix (basis, "Completion counted by measure, all else by problem"));
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "America/New_York", TRUE);
  ledger_test_office_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/figures", test_figures_of_facts);
  g_test_add_func ("/statistics/lacking-evidence", test_lacking_evidence);
  g_test_add_func ("/statistics/ledgers", test_over_ledgers);
  g_test_add_func ("/statistics/basis", test_basis);
  g_test_add_func ("/statistics/basis-of-today", test_basis_of_today);
  g_test_add_func ("/statistics/completion", test_completion);
  return g_test_run ();
}
