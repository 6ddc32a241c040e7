/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The notices that follow from the ledger itself (UI §4): read-only and who holds it, issues to be
 * claimed, deadlines to be settled, holidays not known. Set on SESSION now and after each refresh,
 * as long as SESSION lives. */
void ledger_standing_notices_watch (LedgerSession *session);

G_END_DECLS
