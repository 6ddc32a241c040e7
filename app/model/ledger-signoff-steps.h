/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The steps that this ledger's sign-offs go through (inspection, `signoff_steps`): 承办 → 审核 →
 * 签批, or 承办 → 签批 for an office where nobody stands between. Handler and leader are always
 * asked. A change decides who is asked from now on; what was signed stays as it was
 * (ledger-workflow.h). */
#define LEDGER_SIGNOFF_STEPS_THREE "handler reviewer leader"
#define LEDGER_SIGNOFF_STEPS_TWO "handler leader"

/* Whether VALUE leaves out 审核. NULL, or words of a newer program: the three steps. */
gboolean ledger_signoff_steps_leave_out_review (const char *value);
/* Whether the ledger did so at some time, by its log; where that cannot be read, as it is now. */
gboolean ledger_signoff_steps_ever_left_out_review (LedgerDocument *document);

/* As the ledger asks now. */
gboolean ledger_signoff_steps_ask (LedgerDocument *document, LedgerStep step);
/* The handler's button: 提交审核, or 提交签批 where nobody reviews. Translated. */
const char *ledger_signoff_steps_get_submit_name (LedgerDocument *document);

G_END_DECLS
