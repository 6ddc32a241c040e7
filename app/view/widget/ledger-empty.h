/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An empty place: title, one line, one button (UI §4). LINE, BUTTON and ACTION may be NULL. */
GtkWidget *
ledger_empty_new (const char *title, const char *line, const char *button, const char *action);
/* The same where BUTTON, which there is, is the screen's blue one. */
GtkWidget *ledger_empty_new_suggesting (const char *title,
                                        const char *line,
                                        const char *button,
                                        const char *action);
/* Changes the line of one made above. */
void ledger_empty_set_line (GtkWidget *empty, const char *line);
/* Shows or hides the button of one that was made with it. */
void ledger_empty_show_button (GtkWidget *empty, gboolean shown);

G_END_DECLS
