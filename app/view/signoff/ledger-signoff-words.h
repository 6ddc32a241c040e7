/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* Sign-offs in words, for buttons, lines and toasts. Translated. */

/* The name of who signs at STEP by the claim; “nobody” where nobody is named. */
const char *
ledger_signoff_words_get_signer (LedgerDocument *document, const char *issue_id, LedgerStep step);
/* “审核由李敏办理。” */
char *ledger_signoff_words_describe_turn (LedgerDocument *document,
                                          const char *issue_id,
                                          LedgerStep step);
/* An act that was just written: “已签批2.1.1”, “已提交，转李敏审核”, “已退回李敏”; of a paper
 * “已补录 王建国的纸质签批”. */
char *ledger_signoff_words_describe_act (LedgerDocument *document,
                                         const char *issue_id,
                                         LedgerStep step,
                                         LedgerDecision decision);

G_END_DECLS
