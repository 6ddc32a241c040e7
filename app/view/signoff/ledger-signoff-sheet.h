/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* Sheet and proof of one issue (UI §1 签批), used by the page and by the dialog: the sheet (440 px,
 * 500 in large type) with wording, measures, who signed before and the act that is due
 * (ledger-signoff-act.h); the proof at its right has the keyboard first, so that Space scrolls at
 * once.
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
/* Under the proof: 第1件，共6件 上一件 下一件 (the actions page.previous, page.next). N 0: nothing.
 */
void ledger_signoff_sheet_set_place (LedgerSignoffSheet *self, guint place, guint n);
/* 同意 (at the handler's step 提交审核); opens the reasons of a return. Nothing where it is not the
 * turn of the person at the keyboard. */
void ledger_signoff_sheet_agree (LedgerSignoffSheet *self);
void ledger_signoff_sheet_return (LedgerSignoffSheet *self);
/* At the handler's step: lists at once what stands against submitting. */
void ledger_signoff_sheet_show_findings (LedgerSignoffSheet *self);
void ledger_signoff_sheet_focus_proof (LedgerSignoffSheet *self);
/* As ledger_proof_view_zoom(). */
void ledger_signoff_sheet_zoom (LedgerSignoffSheet *self, int step);

G_END_DECLS
