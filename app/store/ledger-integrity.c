/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-check.h"
#include "ledger-store-room.h"

GPtrArray *
ledger_store_verify (LedgerStore *self,
                     LedgerProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) damages = ledger_log_check_list_new ();
  if (!ledger_log_check (ledger_store_peek_log (self), damages, NULL, progress, cancellable, error))
    return NULL;
  return g_steal_pointer (&damages);
}
