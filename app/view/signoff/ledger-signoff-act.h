/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* The act that is due on one issue, and the writing of it: 意见, 退回给李敏…, 同意 (at the
 * handler's step 提交审核), 撤回; for somebody else's turn 补录纸质签批…. Only the person at the
 * keyboard signs, at the step that the claim gives to him. What an act was refused for stands above
 * the buttons.
 *
 * Signals: "acted" (const char *issue_id, int step, int decision) after an act was written and
 * shown, when the host may have moved on already; "located" when a finding led elsewhere. */
#define LEDGER_TYPE_SIGNOFF_ACT (ledger_signoff_act_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffAct, ledger_signoff_act, LEDGER, SIGNOFF_ACT, GtkWidget)

enum
{
  LEDGER_SIGNOFF_ACTED,
  LEDGER_SIGNOFF_LOCATED,
  LEDGER_N_SIGNOFF_SIGNALS,
};

/* Both signals, for TYPE too where it passes them on. */
void ledger_signoff_act_add_signals (GType type, guint signals[LEDGER_N_SIGNOFF_SIGNALS]);

GtkWidget *ledger_signoff_act_new (LedgerSession *session);
/* NULL: none. What was begun for another issue is dropped. */
void ledger_signoff_act_set_issue (LedgerSignoffAct *self, const char *issue_id);
/* Shows what is due now: after a refresh, or another person sat down. */
void ledger_signoff_act_update (LedgerSignoffAct *self);
/* 同意 or 提交审核; opens the reasons of a return. Nothing where it is not the turn of the person
 * at the keyboard. */
void ledger_signoff_act_agree (LedgerSignoffAct *self);
void ledger_signoff_act_return (LedgerSignoffAct *self);
/* At the handler's step: lists at once what stands against submitting. */
void ledger_signoff_act_show_findings (LedgerSignoffAct *self);

G_END_DECLS
