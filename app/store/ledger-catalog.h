/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-connection.h"

G_BEGIN_DECLS

/* The local integer keys of one file: names of types and fields, and records. Names are remembered;
 * keys never leave the room (LOG 2). */
typedef struct _LedgerCatalog LedgerCatalog;

LedgerCatalog *ledger_catalog_new (LedgerConnection *connection);
void ledger_catalog_free (LedgerCatalog *self);
/* After a rollback: what was remembered may not be in the file. */
void ledger_catalog_forget (LedgerCatalog *self);

/* 0 where the file does not know the name or record; -1 with ERROR. */
gint64 ledger_catalog_find_name (LedgerCatalog *self, const char *text, GError **error);
gint64
ledger_catalog_find_record (LedgerCatalog *self, const char *type, const char *id, GError **error);
/* The same, made where missing; only inside a transaction. *MADE (out) where it was new. */
gint64 ledger_catalog_take_name (LedgerCatalog *self, const char *text, GError **error);
gint64 ledger_catalog_take_record (
    LedgerCatalog *self, const char *type, const char *id, gboolean *made, GError **error);
/* A record that is known not to be there. */
gint64
ledger_catalog_add_record (LedgerCatalog *self, const char *type, const char *id, GError **error);

/* NULL with ERROR where there is no such key: a damaged log. Owned by the catalog. */
const char *ledger_catalog_get_name (LedgerCatalog *self, gint64 key, GError **error);
/* ID: 33 bytes. TYPE is owned by the catalog. */
gboolean ledger_catalog_describe (
    LedgerCatalog *self, gint64 record, const char **type, char id[33], GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerCatalog, ledger_catalog_free)

/* 16 bytes as 32 hex digits and a NUL. */
void ledger_catalog_write_id (const guint8 bytes[16], char id[33]);

G_END_DECLS
