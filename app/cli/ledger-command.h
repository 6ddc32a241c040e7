/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-document.h"
#include "ledger-json-writer.h"

G_BEGIN_DECLS

/* One command of zhenggai-cli: a line in the table of ledger-command-table.c and a file of its own.
 * The contract of every command: exit 0 done, 1 problems found (printed), 2 wrong usage; errors on
 * stderr in one sentence with what to do. */

typedef struct _LedgerInvocation LedgerInvocation;

typedef enum
{
  LEDGER_EXIT_DONE = 0,
  LEDGER_EXIT_PROBLEMS = 1,
  LEDGER_EXIT_USAGE = 2,
} LedgerExit;

/* FALSE with *ERROR: LEDGER_ERROR_INVALID from wrong usage is told apart by `usage` of the
 * invocation. */
typedef gboolean (*LedgerCommandFunc) (LedgerInvocation *invocation, GError **error);

typedef struct
{
  const char *name;
  const char *arguments; /* N_() msgid: as the usage line shows them */
  const char *summary;   /* N_() msgid */
  guint n_least;         /* positional arguments needed */
  guint n_most;
  const char
      *options; /* names that take a value, then ";" and names that do not, blank-separated */
  LedgerCommandFunc run;
} LedgerCommand;

/* NULL where there is no such command. */
const LedgerCommand *ledger_command_find (const char *name);
const LedgerCommand *ledger_command_table (guint *n_commands);

gboolean ledger_command_new (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_import (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_list (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_show (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_claim (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_set (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_attach (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_evidence (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_sign (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_verify (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_rebuild (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_renumber (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_undo (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_redo (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_merge (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_backup (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_restore (LedgerInvocation *invocation, GError **error);
gboolean ledger_command_sample (LedgerInvocation *invocation, GError **error);

G_END_DECLS
