/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-view-test.h"

G_BEGIN_DECLS

/* One ledger on two PCs, for the tests of what is to be decided after a merge: 李敏 writes OURS,
 * 刘洋 THEIRS. */
typedef struct
{
  char *path; /* of OURS, where the merge is */
  LedgerDocument *ours;
  LedgerDocument *theirs;
} LedgerMergeTest;

/* Two copies of the ledger at PATH (taken). */
LedgerMergeTest *ledger_merge_test_begin (LedgerViewTest *test, char *path);
/* Takes theirs into ours and closes both; the path. Frees SELF. */
char *ledger_merge_test_end (LedgerMergeTest *self);

/* One field, one edit. */
void ledger_merge_test_set (LedgerDocument *document,
                            const char *type,
                            const char *id,
                            const char *field,
                            const char *text);
void ledger_merge_test_delete (LedgerDocument *document, const char *type, const char *id);

G_END_DECLS
