/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-command.h"

G_BEGIN_DECLS

/* One call of the program: what was typed, read against its command, and what is printed for it. */

/* ARGV has a word beside the program's. NULL with LEDGER_ERROR_INVALID where the words are no call
 * of a command (exit 2). */
LedgerInvocation *ledger_invocation_parse (int argc, const char *const *argv, GError **error);
void ledger_invocation_free (LedgerInvocation *invocation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerInvocation, ledger_invocation_free)

guint ledger_invocation_get_n_arguments (LedgerInvocation *invocation);
const char *ledger_invocation_get_argument (LedgerInvocation *invocation,
                                            guint index); /* NULL beyond */
/* The value of --NAME or NULL; "" for an option without value that was given. */
const char *ledger_invocation_get_option (LedgerInvocation *invocation, const char *name);
/* The values of a comma-separated option, or NULL. */
GStrv ledger_invocation_dup_list_option (LedgerInvocation *invocation, const char *name);

/* The first argument opened as a ledger; the actor is --as, else the login's full name. */
LedgerDocument *
ledger_invocation_open (LedgerInvocation *invocation, LedgerDocumentMode mode, GError **error);

/* Where the answer is written with --json; printed at the end. NULL without --json. */
LedgerJsonWriter *ledger_invocation_get_json (LedgerInvocation *invocation);
/* A line for people; nothing with --json. */
void ledger_invocation_say (LedgerInvocation *invocation, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
/* The answer is told, and it contains problems: exit 1. */
void ledger_invocation_found_problems (LedgerInvocation *invocation);
/* Wrong usage found while running: exit 2. Sets *ERROR and returns FALSE. */
gboolean
ledger_invocation_fail_usage (LedgerInvocation *invocation, GError **error, const char *message);

/* Runs the command and prints; the exit status. */
LedgerExit ledger_invocation_run (LedgerInvocation *invocation);

G_END_DECLS
