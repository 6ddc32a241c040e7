/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Ids of problems that are dragged, as a boxed value of a type of its own, so that nothing but our
 * own drops takes them. A pointer to it is a GStrv. */
typedef char *LedgerIssueIds;
#define LEDGER_TYPE_ISSUE_IDS (ledger_issue_ids_get_type ())
GType ledger_issue_ids_get_type (void);

G_END_DECLS
