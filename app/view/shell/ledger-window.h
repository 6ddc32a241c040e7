/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-page.h"

G_BEGIN_DECLS

/* The window: header bar, sidebar, one strip, the pages, toasts. Shows the start page until it has
 * a ledger; then that ledger for its life. */
#define LEDGER_TYPE_WINDOW (ledger_window_get_type ())
G_DECLARE_FINAL_TYPE (LedgerWindow, ledger_window, LEDGER, WINDOW, AdwApplicationWindow)

/* SETTINGS is borrowed and outlives the window. */
LedgerWindow *ledger_window_new (GtkApplication *application, LedgerSettings *settings);
/* Shows an open ledger (the start page only; a second ledger is a programming error). */
void ledger_window_set_document (LedgerWindow *self, LedgerDocument *document);
LedgerDocument *ledger_window_get_document (LedgerWindow *self); /* NULL: start page */
LedgerSession *ledger_window_get_session (LedgerWindow *self);
/* Whether a file is being read on a thread, to be shown here. */
gboolean ledger_window_is_waiting (LedgerWindow *self);
/* What is shown now: a page, a sub-page, the start page. */
LedgerPage *ledger_window_get_page (LedgerWindow *self);

/* Opens FILE here, or in a second window where this one has a ledger already: reads it on a thread
 * and shows it then. Falls back to reading
 * where it lies on a stick or somebody else holds it, and says so in the strip; where it cannot be
 * opened at all the strip says why. PERSON and TOAST as in ledger_session_open_ledger(). */
void
ledger_window_open_file (LedgerWindow *self, GFile *file, const char *person, const char *toast);
/* The same with a ledger that is open already and can be written. */
void ledger_window_show_ledger (LedgerWindow *self,
                                LedgerDocument *document,
                                const char *person,
                                const char *toast);

G_END_DECLS
