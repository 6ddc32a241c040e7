/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files around a ledger that no connection has open; the backups themselves are in ledger-store.h.
 */

/* Puts file, -wal and -shm at PATH aside together under a name that says when (LOG 13). WORD is
 * part of the name, for people. COPY: the file itself stays and a copy goes aside. *ASIDE (out):
 * the new path.
 */
gboolean ledger_backup_put_aside (
    const char *path, const char *word, gboolean copy, char **aside, GError **error);

G_END_DECLS
