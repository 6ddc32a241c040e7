/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The writer's lock: flock on NAME.zgl-lock beside the ledger, never on the ledger (LOG 4). It
 * holds name, computer and process id of the holder; a stale file is harmless. */
typedef struct _LedgerLock LedgerLock;

/* LEDGER_ERROR_LOCKED names the holder; LEDGER_ERROR_READ_ONLY where the folder takes no file. */
LedgerLock *ledger_lock_take (const char *path, GError **error);
/* Removes the side file and lets go. NULL is ignored. */
void ledger_lock_free (LedgerLock *self);
/* Whether anybody holds it. */
gboolean ledger_lock_is_held (const char *path);
/* Who holds it, from the side file; FALSE where nobody does. Any of the three may be NULL. */
gboolean ledger_lock_peek_holder (const char *path, char **name, char **computer, int *pid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerLock, ledger_lock_free)

G_END_DECLS
