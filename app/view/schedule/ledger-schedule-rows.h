/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-filter.h"

G_BEGIN_DECLS

/* What the schedule shows, row by row, as one read of the ledger: phases first, then each issue
 * that the filter lets through with its measures. Counted by reference; made anew after a refresh.
 * Texts belong to the rows. */
typedef enum
{
  LEDGER_SCHEDULE_PHASES,     /* one row: the bands of all phases */
  LEDGER_SCHEDULE_MILESTONES, /* one row: the fixed nodes */
  LEDGER_SCHEDULE_ISSUE,
  LEDGER_SCHEDULE_MEASURE,
} LedgerScheduleKind;

typedef struct
{
  LedgerScheduleKind kind;
  const char *issue_id;
  const char *text;        /* "1.2.3 学习不够系统…", "措施2 开展专题研讨" */
  const char *person;      /* handler or owner, "" where none */
  const char *due_words;   /* whole: “2月3日（立行立改）” */
  const char *due_short;   /* for a column: the day where there is one */
  const char *light_words; /* "逾期3个工作日" */
  LedgerDay start;         /* planned, or from what is known: feedback or phase */
  LedgerDay due;           /* LEDGER_DAY_NONE: not drawn as a bar */
  LedgerDay finished;      /* LEDGER_DAY_NONE: not yet */
  float done;              /* share 0 … 1 */
  LedgerLight light;
  guint n_measures; /* of an issue: rows that can be folded away */
} LedgerScheduleRow;

/* A phase (first … last) or, with first == last and MILESTONE, a node. Milestones stand last, by
 * day. */
typedef struct
{
  const char *name;
  LedgerDay first;
  LedgerDay last;
  gboolean milestone;
} LedgerScheduleBand;

typedef struct _LedgerScheduleRows LedgerScheduleRows;

/* FOLDED: set of issue ids whose measures are hidden; may be NULL. */
LedgerScheduleRows *
ledger_schedule_rows_read (LedgerDocument *document, LedgerFilter *filter, GHashTable *folded);
/* N made-up issues with one measure each over a year, for measuring the drawing. */
LedgerScheduleRows *ledger_schedule_rows_new_made_up (guint n_bars, LedgerDay first);
LedgerScheduleRows *ledger_schedule_rows_ref (LedgerScheduleRows *rows);
void ledger_schedule_rows_unref (LedgerScheduleRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerScheduleRows, ledger_schedule_rows_unref)

guint ledger_schedule_rows_get_n (LedgerScheduleRows *rows);
const LedgerScheduleRow *ledger_schedule_rows_get (LedgerScheduleRows *rows, guint index);
guint ledger_schedule_rows_get_n_bands (LedgerScheduleRows *rows);
const LedgerScheduleBand *ledger_schedule_rows_get_band (LedgerScheduleRows *rows, guint index);
/* The days that everything lies in; FALSE where nothing has a date. */
gboolean
ledger_schedule_rows_get_span (LedgerScheduleRows *rows, LedgerDay *first, LedgerDay *last);

G_END_DECLS
