/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A person's file, open for reading only: an ordinary file, neither a folder nor a pipe that would
 * never end. Errors are those of ledger-sheet-fault.h. */
typedef struct _LedgerSourceFile LedgerSourceFile;

LedgerSourceFile *ledger_source_file_open (const char *path, GError **error);
void ledger_source_file_close (LedgerSourceFile *file);

/* Its name as people see it, without folders; valid UTF-8. */
const char *ledger_source_file_get_name (const LedgerSourceFile *file);
guint64 ledger_source_file_get_size (const LedgerSourceFile *file);

/* At most LENGTH bytes from OFFSET; -1 with ERROR set. Fewer than asked only at the end. */
gssize ledger_source_file_read_at (
    LedgerSourceFile *file, guint64 offset, gpointer buffer, gsize length, GError **error);
/* All bytes; TOO_LARGE beyond LIMIT. */
GBytes *ledger_source_file_read_all (LedgerSourceFile *file, gsize limit, GError **error);
/* Whether NEEDLE occurs; FALSE also where the file cannot be read. */
gboolean ledger_source_file_contains (LedgerSourceFile *file,
                                      gconstpointer needle,
                                      gsize length,
                                      GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSourceFile, ledger_source_file_close)

G_END_DECLS
