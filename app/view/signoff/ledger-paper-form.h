/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-approval.h"

G_BEGIN_DECLS

/* 补录纸质签批: somebody else's signature on paper with the date that stands on it, and the scan of
 * the paper where it is at hand (chosen, or dropped on the form); never 同意 in another's name
 * (UI §4). A form in its place and no popover: a popover closes when a file is chosen or dragged
 * from another window.
 *
 * Signals: "entered" when the button is pressed, "cancelled". */
#define LEDGER_TYPE_PAPER_FORM (ledger_paper_form_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPaperForm, ledger_paper_form, LEDGER, PAPER_FORM, GtkWidget)

GtkWidget *ledger_paper_form_new (LedgerDocument *document);
/* Empties it for STEP and the signer whom the claim names (a name, or NULL). */
void ledger_paper_form_begin (LedgerPaperForm *self, LedgerStep step, const char *signer);
/* Without its scan. Strings belong to the form and are valid until it is edited. */
LedgerPaperSignoff ledger_paper_form_get_paper (LedgerPaperForm *self);
/* The scan, or NULL. */
GFile *ledger_paper_form_get_scan (LedgerPaperForm *self);
/* FILE may be NULL: none. */
void ledger_paper_form_set_scan (LedgerPaperForm *self, GFile *file);

G_END_DECLS
