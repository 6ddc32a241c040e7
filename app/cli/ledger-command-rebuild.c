/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-invocation.h"

gboolean
ledger_command_rebuild (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  LedgerStore *store = document ? ledger_document_get_store (document) : NULL;
  g_autofree char *before = store ? ledger_store_dup_reading_digest (store, error) : NULL;

  if (!before || !ledger_store_rebuild (store, NULL, NULL, error))
    return FALSE;
  g_autofree char *after = ledger_store_dup_reading_digest (store, error);
  if (!after)
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "before", before);
      ledger_json_writer_text (json, "after", after);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, "%s\n%s", before, after);
  if (!g_str_equal (before, after))
    ledger_invocation_found_problems (invocation);
  return TRUE;
}
