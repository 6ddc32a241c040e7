/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small form beside what it is about: a title, a few inputs, one button that names what it does.
 * A refusal stands in it, so that nothing typed is lost. Enter in an input or the button emits
 * "submitted"; whoever handles it closes the popover (gtk_popover_popdown) once it was done. It
 * leaves its parent when it is closed. */
#define LEDGER_TYPE_FORM_POPOVER (ledger_form_popover_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFormPopover, ledger_form_popover, LEDGER, FORM_POPOVER, GtkPopover)

GtkWidget *ledger_form_popover_new (const char *title, const char *submit);
/* INPUT behind LABEL; it names itself to those who cannot see. LABEL NULL: the whole width. */
void ledger_form_popover_add (LedgerFormPopover *self, const char *label, GtkWidget *input);
/* Says why it was not done; the keyboard goes back to INPUT (may be NULL). */
void ledger_form_popover_refuse (LedgerFormPopover *self, const GError *error, GtkWidget *input);
/* At AREA of PARENT (NULL: below it); the keyboard goes to the first input. */
void
ledger_form_popover_open (LedgerFormPopover *self, GtkWidget *parent, const GdkRectangle *area);

G_END_DECLS
