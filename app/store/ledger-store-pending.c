/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-error.h"
#include "ledger-store.h"

/* Backup is being written: until then it refuses, so that programs link. */
static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED, "not yet");
  return FALSE;
}

__attribute__ ((weak)) gboolean
ledger_store_backup (LedgerStore *self,
                     LedgerBackupKind kind,
                     const char *target,
                     LedgerProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  return refuse (error);
}

__attribute__ ((weak)) gboolean
ledger_store_restore (const char *backup,
                      const char *target,
                      const LedgerReading *reading,
                      char **aside,
                      GError **error)
{
  return refuse (error);
}
