/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-settings.h"

G_BEGIN_DECLS

/* The ledgers opened last, newest first, at most eight: paths in the settings, nothing of what the
 * ledgers hold. */
GStrv ledger_recent_ledgers_get (LedgerSettings *settings);
void ledger_recent_ledgers_add (LedgerSettings *settings, const char *path);

/* 文档/整改台账, made where it is missing: where new ledgers go without asking. */
char *ledger_recent_ledgers_dup_home (void);

G_END_DECLS
