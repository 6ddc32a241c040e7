/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The figures of 总览, each recomputable from the facts and each with the rows it counts: a figure
 * is opened by the same test that counted it. Counted by issue; "done" is 单位自认完成 and later;
 * closed by the superior is a second figure and never added (DESIGN 6). */
typedef enum
{
  LEDGER_FIGURE_ALL,
  LEDGER_FIGURE_UNCLAIMED,
  LEDGER_FIGURE_IN_PROGRESS,
  LEDGER_FIGURE_AWAITING_REVIEW,
  LEDGER_FIGURE_AWAITING_APPROVAL,
  LEDGER_FIGURE_DONE, /* 单位自认完成, closed ones included */
  LEDGER_FIGURE_CLOSED,
  LEDGER_FIGURE_OVERDUE,
  LEDGER_FIGURE_NEAR, /* due today or within the near days */
  LEDGER_FIGURE_ON_TIME,
  LEDGER_FIGURE_LONG_TERM,
  LEDGER_FIGURE_UNDATED,
  LEDGER_FIGURE_RETURNED,
  LEDGER_FIGURE_NO_EVIDENCE, /* a measure marked done or an issue under way without proof */
  LEDGER_FIGURE_CHANGED,     /* 签后有变更 */
  LEDGER_FIGURE_UNFINISHED,  /* what is not DONE: the rows of the coming weeks */
  LEDGER_FIGURE_PRESSING,    /* OVERDUE and NEAR together */
  LEDGER_N_FIGURES,
} LedgerFigure;

gboolean ledger_figure_counts (LedgerFigure figure, const LedgerIssueFacts *facts);
const char *ledger_figure_get_word (LedgerFigure figure); /* stable English */
const char *ledger_figure_get_name (LedgerFigure figure); /* translated */

typedef struct
{
  guint figures[LEDGER_N_FIGURES];
} LedgerCounts;

/* Which issues are counted: a part of the ledger (one heading). NULL: all. */
typedef gboolean (*LedgerFactsMatch) (const LedgerIssueFacts *facts, gpointer data);

LedgerCounts ledger_counts_of_all (LedgerDocument *document);
LedgerCounts ledger_counts_where (LedgerDocument *document, LedgerFactsMatch match, gpointer data);
/* The issues themselves: LedgerIssueFacts* (borrowed, valid until the next refresh) in the ledger's
 * order. */
GPtrArray *ledger_statistics_list (LedgerDocument *document, LedgerFactsMatch match, gpointer data);
/* Counts of each department, most late first; elements LedgerDepartmentCounts*, owned by the array.
 */
typedef struct
{
  char *department_id; /* NULL: none written */
  char *name;
  LedgerCounts counts;
} LedgerDepartmentCounts;
GPtrArray *
ledger_counts_by_department_where (LedgerDocument *document, LedgerFactsMatch match, gpointer data);
/* Open issues due in each of N weeks from the Monday of TODAY's week. */
void ledger_counts_by_week_where (LedgerDocument *document,
                                  LedgerDay today,
                                  guint *weeks,
                                  guint n,
                                  LedgerFactsMatch match,
                                  gpointer data);
/* Working days that the issue has waited for its next signer; 0 where none is awaited or since
 * today. */
guint ledger_statistics_get_waiting_days (LedgerDocument *document, const LedgerIssueFacts *facts);
/* How much is done, by the basis that the ledger sets (inspection, `counting_basis`): problems, or
 * the measures of all of them, done where they are ticked. Every other figure counts problems. */
typedef struct
{
  gboolean by_measure;
  guint done;
  guint all;
} LedgerCompletion;
LedgerCompletion
ledger_statistics_get_completion (LedgerDocument *document, LedgerFactsMatch match, gpointer data);
/* "按问题计，以单位自认完成为准，截至2026年3月10日 09:31", or that the completion is counted by
 * measure. */
char *ledger_statistics_describe_basis (LedgerDocument *document);

G_END_DECLS
