/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* One changed field as 操作记录 tells it: names for ids, dates in words, choices by their names. */
typedef struct
{
  char *record;        /* "1.2.3", "1.2.3措施2", a name */
  char *field;         /* 整改时限 */
  char *before;        /* NULL where there was nothing */
  char *after;         /* NULL where it was emptied */
  gboolean restorable; /* 恢复原值 makes sense: the record was there before, the field may be set */
} LedgerOperationWords;

void ledger_operation_words_free (LedgerOperationWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerOperationWords, ledger_operation_words_free)

/* Of one operation among those of its edit (OPERATIONS, elements LedgerOperation*), which tell
 * whether the record was made by it. */
LedgerOperationWords *ledger_operation_words_new (LedgerDocument *document,
                                                  const LedgerOperation *operation,
                                                  const GPtrArray *operations);
/* "3月5日（原2月27日）", each side cut to WIDTH columns (0: whole). */
char *ledger_operation_words_describe (const LedgerOperationWords *words, gsize width);
/* Whether an operation is told at all: order and digests are not. */
gboolean ledger_operation_words_is_told (const LedgerOperation *operation);

/* What an edit did, in one line: "3月5日（原2月27日）" for one field, "完成：是；实际完成：3月9日"
 * for a few of one record, else how many of what: "40个问题、96条措施". Never NULL. */
char *ledger_operation_words_summarize (LedgerDocument *document, const GPtrArray *operations);
/* The one issue that an edit is about; NULL: it is about none or several, or the issue is gone. */
char *ledger_operation_words_dup_issue (LedgerDocument *document, const GPtrArray *operations);
/* "edit", "undo", "redo", "import", "merge" in words; the word itself where it is unknown. */
const char *ledger_operation_words_get_kind (const char *kind);

G_END_DECLS
