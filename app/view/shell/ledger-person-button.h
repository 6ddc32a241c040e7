/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* Who is at the keyboard, at the foot of the sidebar (李敏·整改办); a click lists the people;
 * typing there finds one by name or initials, and a new one may be written. */
#define LEDGER_TYPE_PERSON_BUTTON (ledger_person_button_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPersonButton, ledger_person_button, LEDGER, PERSON_BUTTON, GtkWidget)

void ledger_person_button_set_session (LedgerPersonButton *self, LedgerSession *session);
/* As a click: lists the people. Nothing without a session. */
void ledger_person_button_open (LedgerPersonButton *self);

G_END_DECLS
