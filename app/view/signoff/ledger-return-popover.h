/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 退回…: the usual reasons and words of one's own; one of the two is required. Signal "returned"
 * (const char *reason) when a reason without more was chosen or the button was pressed. */
#define LEDGER_TYPE_RETURN_POPOVER (ledger_return_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerReturnPopover, ledger_return_popover, LEDGER, RETURN_POPOVER, GtkPopover)

/* To whom it goes: stands on the button. */
void ledger_return_popover_set_target (LedgerReturnPopover *self, const char *name);

G_END_DECLS
