/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Calls the built zhenggai-cli as a script would and reads its answer. */
typedef struct
{
  int status;       /* exit status */
  char *complaint;  /* stderr */
  char *output;     /* stdout */
  JsonNode *answer; /* stdout as JSON, or NULL */
} LedgerCliCall;

/* WORDS: the command with its arguments, blank-free, NULL-terminated; --json is added. */
LedgerCliCall *ledger_cli_call (const char *word, ...) G_GNUC_NULL_TERMINATED;
/* The same without --json, as a person calls it. */
LedgerCliCall *ledger_cli_call_plain (const char *word, ...) G_GNUC_NULL_TERMINATED;
/* The call must fail with STATUS, print nothing and complain in one line that contains PART. */
void ledger_cli_call_refused (int status, const char *part, const char *word, ...)
    G_GNUC_NULL_TERMINATED;
void ledger_cli_call_free (LedgerCliCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCliCall, ledger_cli_call_free)

/* The call must end with STATUS, with a complaint of one sentence exactly where it failed. */
void ledger_cli_call_expect (LedgerCliCall *call, int status);
void ledger_cli_call_expect_refusal (LedgerCliCall *call, int status, const char *part);

/* Of an answer that is an object. */
gint64 ledger_cli_call_figure (LedgerCliCall *call, const char *name);
const char *ledger_cli_call_text (LedgerCliCall *call, const char *name);
/* Of an answer that is an array of objects. */
guint ledger_cli_call_count (LedgerCliCall *call);
JsonObject *ledger_cli_call_row (LedgerCliCall *call, guint index);
/* KEYS: names parted by blanks that OBJECT must have. */
void ledger_cli_call_expect_keys (JsonObject *object, const char *keys);
JsonArray *ledger_cli_call_rows (LedgerCliCall *call);
JsonObject *ledger_cli_call_object (LedgerCliCall *call);
/* The row whose member NAME is TEXT; fails the test where there is none. */
JsonObject *ledger_cli_call_find (LedgerCliCall *call, const char *name, const char *text);

G_END_DECLS
