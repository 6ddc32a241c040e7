/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a user prefers and where the window stood: a key file of mode 0600 in the user's
 * configuration folder (zhenggai/settings.ini), shared by the window and the command line. Never
 * holds anything of a ledger's content. Writing is atomic (beside, then renamed), and
 * only what was set here is written over what another process stored meanwhile. */
typedef struct _LedgerSettings LedgerSettings;

/* NULL: the usual place; a broken file counts as empty. */
LedgerSettings *ledger_settings_open (const char *path);
void ledger_settings_free (LedgerSettings *settings);
char *ledger_settings_get_text (LedgerSettings *settings,
                                const char *group,
                                const char *key); /* NULL if absent */
int ledger_settings_get_integer (LedgerSettings *settings,
                                 const char *group,
                                 const char *key,
                                 int fallback);
/* TEXT NULL removes the key. */
void ledger_settings_set_text (LedgerSettings *settings,
                               const char *group,
                               const char *key,
                               const char *text);
void ledger_settings_set_integer (LedgerSettings *settings,
                                  const char *group,
                                  const char *key,
                                  int integer);
gboolean ledger_settings_save (LedgerSettings *settings, GError **error);
/* For a window, which may not wait for the disk: saves on a thread, in the order of the calls; what
 * cannot be saved holds for this process. `free` waits for it. */
void ledger_settings_save_later (LedgerSettings *settings);
/* A random label of eight hex digits for this user account, made and saved at first use; written
 * into every edit (LOG 1). */
char *ledger_settings_dup_desk (LedgerSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerSettings, ledger_settings_free)

G_END_DECLS
