/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-statistics.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"
#include "ledger-pinyin.h"

static gboolean
is_done (const LedgerIssueFacts *facts)
{
  return facts->workflow.counted[LEDGER_STEP_LEADER] != NULL
         || facts->workflow.state == LEDGER_STATE_DONE_BY_UNIT
         || facts->workflow.state == LEDGER_STATE_CLOSED;
}

/* Proof is missing where something is said to be done, or where the issue is under way: not before
 * anybody has begun, and not after the superior closed it. */
static gboolean
lacks_evidence (const LedgerIssueFacts *facts)
{
  if (facts->workflow.state == LEDGER_STATE_UNCLAIMED
      || facts->workflow.state == LEDGER_STATE_CLAIMED
      || facts->workflow.state == LEDGER_STATE_CLOSED)
    return FALSE;
  return facts->n_measures_without_evidence > 0 || facts->n_evidence == 0;
}

gboolean
ledger_figure_counts (LedgerFigure figure, const LedgerIssueFacts *facts)
{
  switch (figure)
    {
    case LEDGER_FIGURE_ALL:
      return TRUE;
    case LEDGER_FIGURE_UNCLAIMED:
      return facts->workflow.state == LEDGER_STATE_UNCLAIMED;
    case LEDGER_FIGURE_IN_PROGRESS:
      return facts->workflow.state == LEDGER_STATE_CLAIMED
             || facts->workflow.state == LEDGER_STATE_IN_PROGRESS
             || (facts->workflow.state == LEDGER_STATE_CONTINUED && !is_done (facts));
    case LEDGER_FIGURE_AWAITING_REVIEW:
      return facts->workflow.state == LEDGER_STATE_AWAITING_REVIEW;
    case LEDGER_FIGURE_AWAITING_APPROVAL:
      return facts->workflow.state == LEDGER_STATE_AWAITING_APPROVAL;
    case LEDGER_FIGURE_DONE:
      return is_done (facts);
    case LEDGER_FIGURE_CLOSED:
      return facts->workflow.state == LEDGER_STATE_CLOSED;
    case LEDGER_FIGURE_OVERDUE:
      return facts->light == LEDGER_LIGHT_OVERDUE;
    case LEDGER_FIGURE_NEAR:
      return facts->light == LEDGER_LIGHT_NEAR || facts->light == LEDGER_LIGHT_TODAY;
    case LEDGER_FIGURE_ON_TIME:
      return facts->light == LEDGER_LIGHT_ON_TIME;
    case LEDGER_FIGURE_LONG_TERM:
      return facts->light == LEDGER_LIGHT_LONG_TERM;
    case LEDGER_FIGURE_UNDATED:
      return facts->light == LEDGER_LIGHT_UNDATED;
    case LEDGER_FIGURE_RETURNED:
      return facts->workflow.returned && facts->workflow.state != LEDGER_STATE_CLOSED;
    case LEDGER_FIGURE_NO_EVIDENCE:
      return lacks_evidence (facts);
    case LEDGER_FIGURE_CHANGED:
      return facts->changed_since;
    case LEDGER_FIGURE_UNFINISHED:
      return !is_done (facts);
    case LEDGER_FIGURE_PRESSING:
      return ledger_figure_counts (LEDGER_FIGURE_OVERDUE, facts)
             || ledger_figure_counts (LEDGER_FIGURE_NEAR, facts);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const struct
{
  const char *word;
  const char *name;
} figures[LEDGER_N_FIGURES] = {
  [LEDGER_FIGURE_ALL] = { "all", NC_ ("figure", "all problems") },
  [LEDGER_FIGURE_UNCLAIMED] = { "unclaimed", NC_ ("figure", "unclaimed") },
  [LEDGER_FIGURE_IN_PROGRESS] = { "in_progress", NC_ ("figure", "in progress") },
  [LEDGER_FIGURE_AWAITING_REVIEW] = { "awaiting_review", NC_ ("figure", "awaiting review") },
  [LEDGER_FIGURE_AWAITING_APPROVAL] = { "awaiting_approval", NC_ ("figure", "awaiting approval") },
  [LEDGER_FIGURE_DONE] = { "done", NC_ ("figure", "done by the unit") },
  [LEDGER_FIGURE_CLOSED] = { "closed", NC_ ("figure", "closed by the superior") },
  [LEDGER_FIGURE_OVERDUE] = { "overdue", NC_ ("figure", "overdue") },
  [LEDGER_FIGURE_NEAR] = { "near", NC_ ("figure", "near due") },
  [LEDGER_FIGURE_ON_TIME] = { "on_time", NC_ ("figure", "on time") },
  [LEDGER_FIGURE_LONG_TERM] = { "long_term", NC_ ("figure", "long-term") },
  [LEDGER_FIGURE_UNDATED] = { "undated", NC_ ("figure", "undated") },
  [LEDGER_FIGURE_RETURNED] = { "returned", NC_ ("figure", "returned") },
  [LEDGER_FIGURE_NO_EVIDENCE] = { "no_evidence", NC_ ("figure", "lacking evidence") },
  [LEDGER_FIGURE_CHANGED] = { "changed", NC_ ("figure", "changed since signed") },
  [LEDGER_FIGURE_UNFINISHED] = { "unfinished", NC_ ("figure", "unfinished") },
  [LEDGER_FIGURE_PRESSING] = { "pressing", NC_ ("figure", "overdue or near due") },
};

const char *
ledger_figure_get_word (LedgerFigure figure)
{
  g_return_val_if_fail ((guint)figure < LEDGER_N_FIGURES, NULL);
  return figures[figure].word;
}

const char *
ledger_figure_get_name (LedgerFigure figure)
{
  g_return_val_if_fail ((guint)figure < LEDGER_N_FIGURES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", figures[figure].name);
}

static void
count (LedgerCounts *counts, const LedgerIssueFacts *facts)
{
  for (guint i = 0; i < LEDGER_N_FIGURES; i++)
    counts->figures[i] += ledger_figure_counts ((LedgerFigure)i, facts) ? 1 : 0;
}

typedef void (*FactsFunc) (const LedgerIssueFacts *facts, gpointer data);

typedef struct
{
  LedgerFactsMatch match;
  gpointer data;
} Part;

static void
foreach_issue (LedgerDocument *document, const Part *part, FactsFunc func, gpointer data)
{
  const GPtrArray *issues = ledger_document_list_facts (document);
  for (guint i = 0; i < issues->len; i++)
    {
      const LedgerIssueFacts *facts = issues->pdata[i];
      if (!part->match || part->match (facts, part->data))
        func (facts, data);
    }
}

static void
count_one (const LedgerIssueFacts *facts, gpointer data)
{
  count (data, facts);
}

LedgerCounts
ledger_counts_where (LedgerDocument *document, LedgerFactsMatch match, gpointer data)
{
  const Part part = { match, data };
  LedgerCounts counts = { 0 };
  foreach_issue (document, &part, count_one, &counts);
  return counts;
}

LedgerCounts
ledger_counts_of_all (LedgerDocument *document)
{
  return ledger_counts_where (document, NULL, NULL);
}

static void
list_one (const LedgerIssueFacts *facts, gpointer data)
{
  g_ptr_array_add (data, (gpointer)facts);
}

GPtrArray *
ledger_statistics_list (LedgerDocument *document, LedgerFactsMatch match, gpointer data)
{
  const Part part = { match, data };
  GPtrArray *list = g_ptr_array_new ();
  foreach_issue (document, &part, list_one, list);
  return list;
}

/* --- by department --- */

static void
department_counts_free (LedgerDepartmentCounts *counts)
{
  g_free (counts->department_id);
  g_free (counts->name);
  g_free (counts);
}

typedef struct
{
  LedgerDocument *document;
  GPtrArray *departments;
  GHashTable *by_id; /* "" for none written */
} ByDepartment;

static void
count_by_department (const LedgerIssueFacts *facts, gpointer data)
{
  ByDepartment *by = data;
  LedgerRecord *claim = facts->claim ? LEDGER_RECORD (facts->claim) : NULL;
  const char *id = claim ? ledger_record_get_text (claim, LEDGER_CLAIM_DEPARTMENT) : NULL;
  LedgerDepartmentCounts *counts = g_hash_table_lookup (by->by_id, id ? id : "");
  if (!counts)
    {
      counts = g_new0 (LedgerDepartmentCounts, 1);
      counts->department_id = g_strdup (id);
      counts->name = g_strdup (id ? ledger_document_get_name (by->document, "department", id)
                                  : _ ("no department"));
      g_ptr_array_add (by->departments, counts);
      g_hash_table_insert (by->by_id, counts->department_id ? counts->department_id : "", counts);
    }
  count (&counts->counts, facts);
}

/* Most late first, then most near, then most of all; equal ones as in a list of names, those
 * without a department last. */
static int
compare_departments (gconstpointer a, gconstpointer b)
{
  static const LedgerFigure order[] = { LEDGER_FIGURE_OVERDUE,
                                        LEDGER_FIGURE_NEAR,
                                        LEDGER_FIGURE_ALL };
  const LedgerDepartmentCounts *first = *(LedgerDepartmentCounts *const *)a;
  const LedgerDepartmentCounts *second = *(LedgerDepartmentCounts *const *)b;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint left = first->counts.figures[order[i]];
      guint right = second->counts.figures[order[i]];
      if (left != right)
        return left > right ? -1 : 1;
    }
  if (!first->department_id != !second->department_id)
    return first->department_id ? -1 : 1;
  g_autofree char *first_key = ledger_pinyin_sort_key (first->name ? first->name : "");
  g_autofree char *second_key = ledger_pinyin_sort_key (second->name ? second->name : "");
  return g_strcmp0 (first_key, second_key);
}

GPtrArray *
ledger_counts_by_department_where (LedgerDocument *document, LedgerFactsMatch match, gpointer data)
{
  const Part part = { match, data };
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  ByDepartment by = {
    .document = document,
    .departments = g_ptr_array_new_with_free_func ((GDestroyNotify)department_counts_free),
    .by_id = by_id,
  };
  foreach_issue (document, &part, count_by_department, &by);
  g_ptr_array_sort (by.departments, compare_departments);
  return by.departments;
}

/* --- by week --- */

typedef struct
{
  LedgerDay monday;
  guint *weeks;
  guint n;
} ByWeek;

static void
count_by_week (const LedgerIssueFacts *facts, gpointer data)
{
  ByWeek *by = data;
  if (facts->due == LEDGER_DAY_NONE || facts->due < by->monday || is_done (facts))
    return;
  guint week = (guint)(facts->due - by->monday) / 7;
  if (week < by->n)
    by->weeks[week]++;
}

void
ledger_counts_by_week_where (LedgerDocument *document,
                             LedgerDay today,
                             guint *weeks,
                             guint n,
                             LedgerFactsMatch match,
                             gpointer data)
{
  const Part part = { match, data };
  ByWeek by = { .monday = today - (ledger_day_weekday (today) - 1), .weeks = weeks, .n = n };
  for (guint i = 0; i < n; i++)
    weeks[i] = 0;
  foreach_issue (document, &part, count_by_week, &by);
}

guint
ledger_statistics_get_waiting_days (LedgerDocument *document, const LedgerIssueFacts *facts)
{
  LedgerStep step;
  if (facts->waiting_since == LEDGER_DAY_NONE
      || !ledger_state_get_awaited_step (facts->workflow.state, &step))
    return 0;
  int days = ledger_calendar_working_days_between (ledger_document_get_calendar (document),
                                                   facts->waiting_since,
                                                   ledger_document_get_today (document));
  return (guint)MAX (days, 0);
}

/* --- completion, and by what it is counted --- */

static gboolean
counts_by_measure (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const char *basis =
      inspection ? ledger_record_get_text (inspection, LEDGER_INSPECTION_COUNTING_BASIS) : NULL;
  return g_strcmp0 (basis, "measure") == 0;
}

static void
complete_by_issue (const LedgerIssueFacts *facts, gpointer data)
{
  LedgerCompletion *completion = data;
  completion->done += is_done (facts) ? 1 : 0;
  completion->all++;
}

static void
complete_by_measure (const LedgerIssueFacts *facts, gpointer data)
{
  LedgerCompletion *completion = data;
  completion->done += facts->n_measures_done;
  completion->all += facts->n_measures;
}

LedgerCompletion
ledger_statistics_get_completion (LedgerDocument *document, LedgerFactsMatch match, gpointer data)
{
  const Part part = { match, data };
  LedgerCompletion completion = { .by_measure = counts_by_measure (document) };
  foreach_issue (document,
                 &part,
                 completion.by_measure ? complete_by_measure : complete_by_issue,
                 &completion);
  return completion;
}

/* "截至…": the time of the last saving follows on its very day. */
static char *
describe_moment (LedgerDocument *document)
{
  const gint64 saved_at = ledger_document_get_saved_at (document);
  LedgerDay today = ledger_document_get_today (document);
  g_autofree char *day = ledger_day_to_words (today, LEDGER_DAY_NONE);
  if (saved_at <= 0 || ledger_day_of_time (saved_at) != today)
    return g_steal_pointer (&day);
  g_autofree char *clock = ledger_day_dup_clock (saved_at);
  return g_strdup_printf ("%s %s", day, clock);
}

char *
ledger_statistics_describe_basis (LedgerDocument *document)
{
  g_autofree char *moment = describe_moment (document);
  if (counts_by_measure (document))
    return g_strdup_printf (_ ("Completion counted by measure, all else by problem, done as the "
                               "unit itself declares, as of %s"),
                            moment);
  return g_strdup_printf (_ ("Counted by problem, done as the unit itself declares, as of %s"),
                          moment);
}
