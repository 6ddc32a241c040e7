/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* What is to be decided after a merge about all that has no problem to stand in: the round, phases,
 * people, departments, headings. A row for each: a field that two PCs wrote differently, or what
 * one deleted and the other went on with. Hidden while there is nothing. */
#define LEDGER_TYPE_DECISION_GROUP (ledger_decision_group_get_type ())
G_DECLARE_FINAL_TYPE (
    LedgerDecisionGroup, ledger_decision_group, LEDGER, DECISION_GROUP, AdwPreferencesGroup)

GtkWidget *ledger_decision_group_new (LedgerSession *session);

G_END_DECLS
