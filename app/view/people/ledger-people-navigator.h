/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The sidebar's lower half for 人员与设置: its groups; a click scrolls to one. */
#define LEDGER_TYPE_PEOPLE_NAVIGATOR (ledger_people_navigator_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerPeopleNavigator, ledger_people_navigator, LEDGER, PEOPLE_NAVIGATOR, GtkWidget)

GtkWidget *ledger_people_navigator_new (void);
/* GROUP (borrowed, must live as long) by its title. */
void ledger_people_navigator_add (LedgerPeopleNavigator *self, AdwPreferencesGroup *group);

G_END_DECLS
