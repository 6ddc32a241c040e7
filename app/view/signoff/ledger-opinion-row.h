/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 意见 [同意。] 常用▾: an opinion of one's own or one of the usual ones. */
#define LEDGER_TYPE_OPINION_ROW (ledger_opinion_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerOpinionRow, ledger_opinion_row, LEDGER, OPINION_ROW, GtkWidget)

/* Valid until it is edited. */
const char *ledger_opinion_row_get_text (LedgerOpinionRow *self);
void ledger_opinion_row_set_text (LedgerOpinionRow *self, const char *text);
/* The first of the usual ones, so that whoever agrees need not type. */
void ledger_opinion_row_propose (LedgerOpinionRow *self);

G_END_DECLS
