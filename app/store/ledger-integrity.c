/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store-room.h"

void
ledger_damage_free (LedgerDamage *damage)
{
  g_free (damage->place);
  g_free (damage->text);
  g_free (damage);
}

static void
free_damage (gpointer data)
{
  ledger_damage_free (data);
}

GPtrArray *
ledger_store_verify (LedgerStore *self,
                     LedgerProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  return g_ptr_array_new_with_free_func (free_damage);
}
