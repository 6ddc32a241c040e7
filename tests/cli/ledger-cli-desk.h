/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-cli-call.h"

G_BEGIN_DECLS

/* A folder of its own with one new ledger in it, for tests of one command. */
typedef struct
{
  char *folder;
  char *ledger;
} LedgerCliDesk;

/* For g_test_add. */
void ledger_cli_desk_set_up (LedgerCliDesk *desk, gconstpointer data);
void ledger_cli_desk_tear_down (LedgerCliDesk *desk, gconstpointer data);
/* A test with the two around it. */
void ledger_cli_desk_add (const char *path, void (*test) (LedgerCliDesk *desk, gconstpointer data));

char *ledger_cli_desk_path (LedgerCliDesk *desk, const char *name);
/* The path of a file of tests/data/KIND. */
char *ledger_cli_desk_sample (const char *kind, const char *name);
/* Imports 02-整改任务分解表.xlsx: 12 problems with 50 measures; 1.1.1 is the first. */
void ledger_cli_desk_import (LedgerCliDesk *desk);
/* Claims 1.1.1 for 机关党委, 王建国, 张伟 and 李敏, attaches a proof of four pages to its first
 * measure and marks that as done: ready for the handler's signature. */
void ledger_cli_desk_prepare (LedgerCliDesk *desk);
void ledger_cli_desk_copy (const char *from, const char *to);
void ledger_cli_desk_sign (LedgerCliDesk *desk, const char *step, const char *name);
char *ledger_cli_desk_dup_state (LedgerCliDesk *desk, const char *number);
/* The digest of the ledger's reading, made anew from its log. */
char *ledger_cli_desk_dup_digest (const char *ledger);

G_END_DECLS
