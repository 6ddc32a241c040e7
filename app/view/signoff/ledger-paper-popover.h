/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-approval.h"

G_BEGIN_DECLS

/* 补录纸质签批: somebody else's signature on paper with the date that stands on it; never 同意 in
 * another's name (UI §4). Signal "entered" when the button is pressed; what was entered is read by
 * ledger_paper_popover_get_paper(). */
#define LEDGER_TYPE_PAPER_POPOVER (ledger_paper_popover_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPaperPopover, ledger_paper_popover, LEDGER, PAPER_POPOVER, GtkPopover)

GtkWidget *ledger_paper_popover_new (LedgerDocument *document);
/* STEP and the signer whom the claim names (a name, or NULL). */
void ledger_paper_popover_set_step (LedgerPaperPopover *self, LedgerStep step, const char *signer);
/* Strings belong to the popover and are valid until it is edited. */
LedgerPaperSignoff ledger_paper_popover_get_paper (LedgerPaperPopover *self);

G_END_DECLS
