/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands in the place of a page or file that cannot be shown: its sentence, 重试, 导出原件….
 * Signals: "retry", "export". */
#define LEDGER_TYPE_PROOF_NOTICE (ledger_proof_notice_get_type ())
G_DECLARE_FINAL_TYPE (LedgerProofNotice, ledger_proof_notice, LEDGER, PROOF_NOTICE, GtkWidget)

/* PAGE -1: the whole file. */
GtkWidget *ledger_proof_notice_new (guint file, int page);
guint ledger_proof_notice_get_file (LedgerProofNotice *self);
int ledger_proof_notice_get_page (LedgerProofNotice *self);
void ledger_proof_notice_set_text (LedgerProofNotice *self, const char *text);
const char *ledger_proof_notice_get_text (LedgerProofNotice *self);
/* FALSE leaves 重试 out: what is damaged or no PDF stays so. */
void ledger_proof_notice_set_retry (LedgerProofNotice *self, gboolean retry);

G_END_DECLS
