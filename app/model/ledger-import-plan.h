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

typedef struct _LedgerImportPlan LedgerImportPlan;

/* ROWS: LedgerImportIssue*, kept by the plan. Rows match by heading path, number and wording
 * together, then by folded wording, then by (heading path, number): so a corrected wording finds
 * its issue, and rows that an inserted row pushed down keep theirs. What is left over is new;
 * measures match within their issue by wording, then in order. */
LedgerImportPlan *
ledger_import_plan_new (LedgerDocument *document, GPtrArray *rows, GError **error);
void ledger_import_plan_free (LedgerImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerImportPlan, ledger_import_plan_free)

guint ledger_import_plan_get_n_lines (LedgerImportPlan *plan);
LedgerImportLine *ledger_import_plan_get_line (LedgerImportPlan *plan, guint index);
/* Issues and measures together, each counted once by its strongest fate: ADDED, KEPT, UPDATED,
 * UNCHANGED. */
guint ledger_import_plan_count (LedgerImportPlan *plan, LedgerImportFate fate);
/* One edit of kind import over all chosen lines, titled 导入清单, with learnt people, departments
 * and headings. */
LedgerEdit *
ledger_import_plan_make_edit (LedgerImportPlan *plan, LedgerDocument *document, GError **error);

G_END_DECLS
