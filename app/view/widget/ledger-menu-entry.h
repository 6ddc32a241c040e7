/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry of MENU that is seen only while its action can be done. */
void ledger_menu_entry_append_possible (GMenu *menu, const char *label, const char *action);

G_END_DECLS
