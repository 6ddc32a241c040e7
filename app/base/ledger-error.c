/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"

/* The name is a string made of these very characters: no layout may put blanks into it. */
/* clang-format off */
G_DEFINE_QUARK (ledger-error-quark, ledger_error)
/* clang-format on */

gboolean
ledger_error_pass (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
