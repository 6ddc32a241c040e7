/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* What a person has to decide after a merge: a field with several values (LOG 5), or a record that
 * somebody deleted while somebody else went on with it (LOG 10). */
typedef struct
{
  char *type;
  char *id;
  char *field;      /* LEDGER_FIELD_DELETED: 删除后又有改动 */
  GPtrArray *heads; /* LedgerOperation*, one per distinct value, the oldest first; of a deletion:
                       who deleted */
} LedgerConflict;

void ledger_conflict_free (LedgerConflict *conflict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerConflict, ledger_conflict_free)

/* The conflicts of an issue, its claim, supporting departments, measures, notes, proof and links,
 * in that order. Never NULL. Reads the log only where the facts say that there is something. */
GPtrArray *ledger_conflict_find_in_issue (LedgerDocument *document, const char *issue_id);
/* The same of one record (a heading, a person). */
GPtrArray *
ledger_conflict_find_in_record (LedgerDocument *document, const char *type, const char *id);

gboolean ledger_conflict_is_deletion (const LedgerConflict *conflict);
/* What it is about, as seen in the issue ISSUE_ID (may be NULL): “时限”, “措施2 时限”. */
char *ledger_conflict_dup_subject (LedgerDocument *document,
                                   const LedgerConflict *conflict,
                                   const char *issue_id);
/* The value of head N for people; NULL where the field says nothing to them (an order). */
char *ledger_conflict_dup_value (LedgerDocument *document, const LedgerConflict *conflict, guint n);
/* Who wrote it: the name, or “？” where none is known. */
const char *ledger_conflict_get_author (const LedgerConflict *conflict, guint n);

G_END_DECLS
