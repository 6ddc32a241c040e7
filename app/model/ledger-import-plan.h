/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* What an import would do, compared three ways: cell, what the last import wrote, present value
 * (LOG 14). Pure over the rows that intake read and the ledger's state; DOCUMENT may be NULL
 * (import without a ledger: all is new).
 *
 * Names in the claim columns are written into the claim but claim nothing: `claimed_on` stays empty
 * until somebody claims. An empty cell says nothing and changes nothing. */

typedef struct
{
  guint row;            /* in the sheet, from 0, for 定位 */
  GStrv headings;       /* texts from the top, possibly empty */
  char *number;         /* as written, or NULL */
  char *text;           /* the problem */
  char *deadline;       /* canonical text of LedgerDeadline, or NULL */
  char *deadline_class; /* stable word or NULL */
  char *target;
  char *department;
  GStrv supporting;
  char *lead_leader;
  char *handler;
  char *reviewer;
  char *responsible_leader;
  char *progress_percent;
  char *progress_text;
  char *remark;
  GPtrArray *measures; /* LedgerImportMeasure* */
} LedgerImportIssue;

typedef struct
{
  guint row;
  char *text;
  char *deadline;
  char *owner;
  char *target;
} LedgerImportMeasure;

void ledger_import_issue_free (LedgerImportIssue *issue);
void ledger_import_measure_free (LedgerImportMeasure *measure);

typedef enum
{
  LEDGER_IMPORT_ADDED,
  LEDGER_IMPORT_UPDATED,
  LEDGER_IMPORT_UNCHANGED,
  LEDGER_IMPORT_KEPT, /* differs from a hand edit: listed, present value stays unless chosen */
} LedgerImportFate;

typedef struct
{
  LedgerImportFate fate;
  const LedgerImportIssue *issue;     /* into the rows given */
  const LedgerImportMeasure *measure; /* NULL: the issue itself */
  char *type;   /* "issue", "claim", "support" (id: the issue's) or "measure" */
  char *id;     /* existing or new */
  char *field;  /* UPDATED, KEPT: which; else NULL */
  char *before; /* canonical texts of present value and cell; names for persons, departments,
                   headings */
  char *after;
  gboolean chosen; /* written by the edit; preset: all but KEPT */
} LedgerImportLine;

/* What a person said of a pair. */
typedef enum
{
  LEDGER_IMPORT_UNDECIDED, /* taken as new until somebody says otherwise */
  LEDGER_IMPORT_AS_NEW,
  LEDGER_IMPORT_AS_CHANGE,
} LedgerImportDecision;

/* A row that matches nothing and an issue that no row matched, so like to each other that they may
 * be one problem: offered, never guessed (LOG 14). */
typedef struct
{
  const LedgerImportIssue *row; /* into the rows given */
  char *id;                     /* of the issue that the ledger has, its number and its wording */
  char *number;
  char *text;
  guint likeness; /* per cent */
  LedgerImportDecision decision;
} LedgerImportPair;

typedef struct _LedgerImportPlan LedgerImportPlan;

/* ROWS: LedgerImportIssue*, kept by the plan. Rows match by heading path, number and wording
 * together, then by folded wording, then by (heading path, number): so a corrected wording finds
 * its issue, and rows that an inserted row pushed down keep theirs. What is left over is new, and
 * offered in pairs; measures match within their issue by wording, then in order. */
LedgerImportPlan *
ledger_import_plan_new (LedgerDocument *document, GPtrArray *rows, GError **error);
/* With what a person has said of pairs: DECISIONS has, by the row's number in the sheet (as a
 * pointer), the id of the issue that it is, or "" for a new one; NULL: nothing was said. What was
 * said of a pair that is none any more is passed over. */
LedgerImportPlan *ledger_import_plan_new_decided (LedgerDocument *document,
                                                  GPtrArray *rows,
                                                  GHashTable *decisions,
                                                  GError **error);
void ledger_import_plan_free (LedgerImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerImportPlan, ledger_import_plan_free)

guint ledger_import_plan_get_n_lines (LedgerImportPlan *plan);
LedgerImportLine *ledger_import_plan_get_line (LedgerImportPlan *plan, guint index);
/* LedgerImportPair*, in the order of the rows; owned by the plan. */
const GPtrArray *ledger_import_plan_get_pairs (LedgerImportPlan *plan);
/* The pair of a row, or NULL. */
const LedgerImportPair *ledger_import_plan_find_pair (LedgerImportPlan *plan,
                                                      const LedgerImportIssue *row);
/* The same by the row's number in the sheet. */
const LedgerImportPair *ledger_import_plan_find_pair_at (LedgerImportPlan *plan, guint row);
/* What was ticked or left out in BEFORE, a plan of the same list, is so in PLAN where it still has
 * that line with that content. */
void ledger_import_plan_take_choices (LedgerImportPlan *plan, LedgerImportPlan *before);
/* Issues and measures together, each counted once by its strongest fate: ADDED, KEPT, UPDATED,
 * UNCHANGED. */
guint ledger_import_plan_count (LedgerImportPlan *plan, LedgerImportFate fate);
/* Issues of the ledger that the list does not have: an import leaves them alone. */
guint ledger_import_plan_count_absent (LedgerImportPlan *plan);
/* One edit of kind import over all chosen lines, titled 导入清单, with learnt people, departments
 * and headings. */
LedgerEdit *
ledger_import_plan_make_edit (LedgerImportPlan *plan, LedgerDocument *document, GError **error);

G_END_DECLS
