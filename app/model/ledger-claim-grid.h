/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* What the claim form and the claim grid propose, and where each name comes from: the sheet first
 * (what was imported stands in the claim before anybody claims), then 分管, then the department's
 * usual people (UI 1). Pure reading: proposing changes nothing. */
typedef enum
{
  LEDGER_CLAIM_SOURCE_NONE,        /* nobody, or already claimed so */
  LEDGER_CLAIM_SOURCE_SHEET,       /* 清单 */
  LEDGER_CLAIM_SOURCE_SUPERVISION, /* 分管 */
  LEDGER_CLAIM_SOURCE_DEFAULT,     /* 默认 */
} LedgerClaimSource;

typedef enum
{
  LEDGER_CLAIM_ROLE_LEAD_LEADER,
  LEDGER_CLAIM_ROLE_HANDLER,
  LEDGER_CLAIM_ROLE_REVIEWER,
  LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER, /* no name: the lead leader */
  LEDGER_N_CLAIM_ROLES,
} LedgerClaimRole;

typedef struct
{
  char *name; /* NULL: nobody known */
  LedgerClaimSource source;
} LedgerClaimProposal;

/* One issue. */
typedef struct
{
  char *issue_id;
  char *department; /* name, NULL: none written */
  LedgerClaimSource department_source;
  LedgerClaimProposal roles[LEDGER_N_CLAIM_ROLES];
} LedgerClaimLine;

/* The issues of one department. A role of the row has a name where all its lines propose the same;
 * `mixed` where they do not: then each line keeps its own unless the row is given a name. */
typedef struct
{
  char *department; /* NULL: 未写部门, the last row */
  GPtrArray *lines; /* LedgerClaimLine* */
  LedgerClaimProposal roles[LEDGER_N_CLAIM_ROLES];
  gboolean mixed[LEDGER_N_CLAIM_ROLES];
} LedgerClaimRow;

void ledger_claim_line_free (LedgerClaimLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerClaimLine, ledger_claim_line_free)
void ledger_claim_row_free (LedgerClaimRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerClaimRow, ledger_claim_row_free)

/* DEPARTMENT: proposes as if that were chosen (NULL: what the claim has). NULL where there is no
 * such issue. */
LedgerClaimLine *
ledger_claim_line_new (LedgerDocument *document, const char *issue_id, const char *department);
/* LedgerClaimRow*, the department with most issues first, of equal ones the first met. Never NULL;
 * unknown ids are left out. */
GPtrArray *ledger_claim_grid_new (LedgerDocument *document, const char *const *issue_ids);
/* 清单, 分管, 默认, translated; NULL for none. */
const char *ledger_claim_source_get_name (LedgerClaimSource source);

G_END_DECLS
