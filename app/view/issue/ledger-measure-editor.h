/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* A measure edited in its place: text and deadline; under 更多 its target, owner, phase, planned
 * start and day of finishing, unfolded where one of them is filled in. Enter writes (Shift+Enter
 * begins a new line), Esc leaves; all that was changed is one edit. Signal "finished" when it was
 * written or left. */
#define LEDGER_TYPE_MEASURE_EDITOR (ledger_measure_editor_get_type ())
G_DECLARE_FINAL_TYPE (LedgerMeasureEditor, ledger_measure_editor, LEDGER, MEASURE_EDITOR, GtkWidget)

GtkWidget *ledger_measure_editor_new (LedgerSession *session);
/* Begins anew with MEASURE_ID; the keyboard goes into its text. */
void ledger_measure_editor_start (LedgerMeasureEditor *self, const char *measure_id);

G_END_DECLS
