/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* A file that the ledger keeps for a record, so that whatever shows or exports files need not know
 * of which kind: the bytes of an evidence, or the scan of a sign-off on paper, brought
 * with it or later. Named by the id of that record. */

/* The record, borrowed; NULL where there is none with that id, or it keeps no file. */
LedgerRecord *ledger_kept_file_find (LedgerDocument *document, const char *id);
/* FALSE where RECORD names no bytes. */
gboolean ledger_kept_file_copy_digest (LedgerRecord *record, guint8 digest[32]);
/* As the inspection counted them; 0: not known. */
guint ledger_kept_file_get_n_pages (LedgerRecord *record);
/* Why it cannot be shown, from what the inspection found; NULL where it can. Translated, static. */
const char *ledger_kept_file_get_obstacle (LedgerRecord *record);
/* Whether opening it (again) can help: a damaged file stays damaged, a slow one may pass on a quiet
 * day. */
gboolean ledger_kept_file_may_be_tried (LedgerRecord *record);
/* The file's own name, or NULL. */
const char *ledger_kept_file_get_file_name (LedgerRecord *record);
/* “1.2.3-05 学习计划”, “王建国 3月5日纸质签批，李敏补录”. */
char *ledger_kept_file_dup_label (LedgerDocument *document, LedgerRecord *record);

G_END_DECLS
