/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-command.h"

G_BEGIN_DECLS

/* What --help says, for people. */

/* Every command with its words, how things are named and what the exit status means. */
char *ledger_usage_dup_all (void);
/* One command: its words and what it does. */
char *ledger_usage_dup_of (const LedgerCommand *command);

G_END_DECLS
