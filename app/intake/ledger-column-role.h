/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of an office's list stands for. Heads are matched by their words (practice
 * §2.2–2.3: real heads of lists in use); people correct the match in the column head. */
typedef enum
{
  LEDGER_ROLE_NONE, /* 不导入 */
  LEDGER_ROLE_NUMBER,
  LEDGER_ROLE_HEADING, /* 方面, 大类, 大项 …: from the left, the upper level first */
  LEDGER_ROLE_ISSUE,
  LEDGER_ROLE_TARGET,
  LEDGER_ROLE_MEASURE,
  LEDGER_ROLE_LEAD_LEADER,
  LEDGER_ROLE_RESPONSIBLE_LEADER,
  LEDGER_ROLE_DEPARTMENT,
  LEDGER_ROLE_SUPPORTING,
  LEDGER_ROLE_HANDLER,
  LEDGER_ROLE_REVIEWER,
  LEDGER_ROLE_DEADLINE,
  LEDGER_ROLE_DEADLINE_CLASS,
  LEDGER_ROLE_PROGRESS_PERCENT,
  LEDGER_ROLE_PROGRESS_TEXT,
  LEDGER_ROLE_REMARK,
  LEDGER_N_ROLES,
} LedgerColumnRole;

/* By the words of a head; NONE where nothing fits. A task column is an ISSUE only where no other
 * is: *WEAK (out, may be NULL) says so. */
LedgerColumnRole ledger_column_role_guess (const char *head, gboolean *weak);
const char *ledger_column_role_get_word (LedgerColumnRole role); /* stable English */
const char *
ledger_column_role_get_name (LedgerColumnRole role); /* translated: 问题, 措施, 不导入 … */

G_END_DECLS
