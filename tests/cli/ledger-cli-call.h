/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Calls the built zhenggai-cli as a script would and reads its answer. */
typedef struct
{
  int status;       /* exit status */
  char *complaint;  /* stderr */
  JsonNode *answer; /* stdout as JSON, or NULL */
} LedgerCliCall;

/* WORDS: the command with its arguments, blank-free, NULL-terminated; --json is added. */
LedgerCliCall *ledger_cli_call (const char *word, ...) G_GNUC_NULL_TERMINATED;
void ledger_cli_call_free (LedgerCliCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCliCall, ledger_cli_call_free)

/* The call must end with STATUS, with a complaint of one sentence exactly where it failed. */
void ledger_cli_call_expect (LedgerCliCall *call, int status);
JsonArray *ledger_cli_call_rows (LedgerCliCall *call);
JsonObject *ledger_cli_call_object (LedgerCliCall *call);
/* The row whose member NAME is TEXT; fails the test where there is none. */
JsonObject *ledger_cli_call_find (LedgerCliCall *call, const char *name, const char *text);

G_END_DECLS
