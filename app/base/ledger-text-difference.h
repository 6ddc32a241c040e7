/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of a wording: the parts that stayed, went and came, in the order of reading. */
typedef enum
{
  LEDGER_TEXT_KEPT,
  LEDGER_TEXT_REMOVED,
  LEDGER_TEXT_ADDED,
} LedgerTextChange;

typedef struct
{
  LedgerTextChange change;
  char *text;
} LedgerTextPart;

void ledger_text_part_free (LedgerTextPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerTextPart, ledger_text_part_free)

/* LedgerTextPart*, no two neighbours of one kind, removed before added. Joined without the added
 * they are BEFORE, without the removed AFTER. Compared by characters; very long texts that have
 * little in common come as one removed and one added part. Valid UTF-8; NULL is "". */
GPtrArray *ledger_text_difference (const char *before, const char *after);

G_END_DECLS
