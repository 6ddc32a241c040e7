/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file without a name, readable by this user only, that vanishes with its last descriptor:
 * evidence taken out of the ledger to be read by a worker leaves nothing behind, not even after a
 * crash. It lies in the user's cache folder (a disk), else in the folder for temporary files. */
typedef struct _LedgerPrivateFile LedgerPrivateFile;

LedgerPrivateFile *ledger_private_file_new (GError **error);
void ledger_private_file_free (LedgerPrivateFile *file);

/* Appends. LEDGER_ERROR_FULL where the disk is full, else LEDGER_ERROR_FAILED. */
gboolean ledger_private_file_write (LedgerPrivateFile *file,
                                    gconstpointer data,
                                    gsize length,
                                    GError **error);

/* A new descriptor that can only read, from the beginning, with a position of its own; closed on
 * exec. The caller closes it or hands it on; it outlives FILE. -1 on error. */
int ledger_private_file_open_reading (LedgerPrivateFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPrivateFile, ledger_private_file_free)

G_END_DECLS
