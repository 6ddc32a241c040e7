/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* Sheet and proof of one issue (UI §1 签批), used by the page and by the dialog: the sheet (440 px,
 * 500 in large type) with wording, measures, who signed before and the act that is due; the proof
 * at its right has the keyboard first, so that Space scrolls at once.
 *
 * Only the person at the keyboard signs, at the step that the claim gives to him; for somebody else
 * a signature on paper can be entered. What an act was refused for stands on the sheet.
 *
 * Signals: "acted" (const char *issue_id, int step, int decision) after an act was written and
 * shown, when the sheet may have moved on already; "located" when a finding led
 * elsewhere (the dialog closes). */
#define LEDGER_TYPE_SIGNOFF_SHEET (ledger_signoff_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSignoffSheet, ledger_signoff_sheet, LEDGER, SIGNOFF_SHEET, GtkWidget)

GtkWidget *ledger_signoff_sheet_new (LedgerDocument *document, LedgerSession *session);
/* NULL: empty. An opinion begun for another issue is dropped. */
void ledger_signoff_sheet_set_issue (LedgerSignoffSheet *self, const char *issue_id);
const char *ledger_signoff_sheet_get_issue (LedgerSignoffSheet *self);
/* FOOT stands under the proof: 第1件，共6件 上一件 下一件. */
void ledger_signoff_sheet_set_foot (LedgerSignoffSheet *self, GtkWidget *foot);
/* 同意 (at the handler's step 提交审核); opens the reasons of a return. Nothing where it is not the
 * turn of the person at the keyboard. */
void ledger_signoff_sheet_agree (LedgerSignoffSheet *self);
void ledger_signoff_sheet_return (LedgerSignoffSheet *self);
gboolean ledger_signoff_sheet_is_my_turn (LedgerSignoffSheet *self);
/* At the handler's step: lists at once what stands against submitting. */
void ledger_signoff_sheet_show_findings (LedgerSignoffSheet *self);
void ledger_signoff_sheet_focus_proof (LedgerSignoffSheet *self);
/* As ledger_proof_view_zoom(). */
void ledger_signoff_sheet_zoom (LedgerSignoffSheet *self, int step);
/* The word of an act for the toast: "已签批2.1.1", "已提交，转李敏审核", "已退回李敏". */
char *ledger_signoff_sheet_describe_act (LedgerDocument *document,
                                         const char *issue_id,
                                         LedgerStep step,
                                         LedgerDecision decision);

G_END_DECLS
