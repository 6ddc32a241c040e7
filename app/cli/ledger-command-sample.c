/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-invocation.h"
#include "ledger-sample.h"

gboolean
ledger_command_sample (LedgerInvocation *invocation, GError **error)
{
  const char *path = ledger_invocation_get_argument (invocation, 0);
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  if (!ledger_sample_make (path, error))
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "ledger", path);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, _ ("Made the sample ledger %s."), path);
  return TRUE;
}
