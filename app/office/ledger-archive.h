/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-read-budget.h"

G_BEGIN_DECLS

/* A zip package open for reading. Parts are named as in relationships: "xl/workbook.xml"; case, the
 * direction of slashes and a leading one do not matter, for writers differ in them. */
typedef struct _LedgerArchive LedgerArchive;

/* LEDGER_SHEET_FAULT_DAMAGED where PATH is no whole zip file; NAME is for the sentence. */
LedgerArchive *ledger_archive_open (const char *path, const char *name, GError **error);
void ledger_archive_close (LedgerArchive *archive);

gboolean ledger_archive_has (LedgerArchive *archive, const char *part);
/* Unpacked bytes as the package claims, for a progress; 0 where there is no such part. */
guint64 ledger_archive_get_size (LedgerArchive *archive, const char *part);

/* Gets a piece of a part; FALSE with ERROR set stops. LENGTH 0 is the end. */
typedef gboolean (*LedgerArchiveFunc) (const char *bytes,
                                       gsize length,
                                       gpointer data,
                                       GError **error);

/* Unpacks PART piece by piece, never more than the budget allows, and checks its sum at the end.
 * LEDGER_SHEET_FAULT_DAMAGED where it is missing or broken, …_LOCKED where it is encrypted. */
gboolean ledger_archive_read (LedgerArchive *archive,
                              const char *part,
                              LedgerReadBudget *budget,
                              LedgerArchiveFunc func,
                              gpointer data,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerArchive, ledger_archive_close)

G_END_DECLS
