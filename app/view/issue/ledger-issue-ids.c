/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-ids.h"

G_DEFINE_BOXED_TYPE (LedgerIssueIds, ledger_issue_ids, g_strdupv, g_strfreev)
