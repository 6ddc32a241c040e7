/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

G_BEGIN_DECLS

/* Keeps 撤销 away from what a sign-off stands on (LOG 8): an operation that is among the heads of a
 * sign-off's text is not undone; the reason names who signed and when. A sign-off itself is not
 * undone either; the reason says what can be done instead. Knows the store alone, so that it serves
 * the writer's thread as well. */
void ledger_undo_guard_install (LedgerStore *store);

G_END_DECLS
