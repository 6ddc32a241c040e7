/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-connection.h"

G_BEGIN_DECLS

/* The content tables: what a ledger file holds that cannot be computed. Their names begin with
 * log_; every other table of the file is a reading table and may be dropped at any time (LOG 5). */

/* "zgl1", at byte 68 of the file: the MIME type is told by it. */
#define LEDGER_SCHEMA_APPLICATION 0x7a676c31
/* Rises with every change of a content table. */
#define LEDGER_SCHEMA_VERSION 1
#define LEDGER_SCHEMA_CHUNK (1024 * 1024)

/* Makes the content tables in an empty file, inside the caller's transaction. */
gboolean ledger_schema_create (LedgerConnection *connection, GError **error);
/* Whether the file is a ledger of this version: UNSUPPORTED where it is none, NEWER where a newer
 * program made it. */
gboolean ledger_schema_check (LedgerConnection *connection, GError **error);
/* The names of the content tables in the order in which they can be copied; NULL-terminated. */
const char *const *ledger_schema_get_tables (void);
/* Whether SQL is, letter by letter, the definition of a content table. */
gboolean ledger_schema_defines (const char *sql);
gboolean ledger_schema_is_content (const char *table);

G_END_DECLS
