/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-invocation.h"
#include "ledger-merge.h"

gboolean
ledger_command_merge (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  LedgerTakeInResult result = { 0 };
  g_autofree char *copy = NULL;
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);

  if (!document
      || !ledger_merge_file (document,
                             ledger_invocation_get_argument (invocation, 1),
                             &result,
                             &copy,
                             NULL,
                             NULL,
                             error))
    return FALSE;
  if (json)
    {
      g_autofree char *tip = ledger_store_dup_tip (ledger_document_get_store (document), NULL);

      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_integer (json, "edits", result.edits_added);
      ledger_json_writer_integer (json, "evidence", result.blobs_added);
      ledger_json_writer_integer (json, "healed", result.blobs_healed);
      ledger_json_writer_integer (json, "conflicts", result.conflicts);
      ledger_json_writer_boolean (json, "merged", result.merged);
      ledger_json_writer_text (json, "tip", tip);
      ledger_json_writer_text (json, "before", copy);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (
      invocation,
      _ ("Took in %u edits and %u files of evidence; %u fields have several values."),
      result.edits_added,
      result.blobs_added,
      result.conflicts);
  if (result.blobs_healed > 0)
    ledger_invocation_say (
        invocation,
        g_dngettext (GETTEXT_PACKAGE,
                     "Healed %u file of evidence that was damaged or missing here.",
                     "Healed %u files of evidence that were damaged or missing here.",
                     result.blobs_healed),
        result.blobs_healed);
  if (copy)
    ledger_invocation_say (invocation, _ ("The state before is kept as %s."), copy);
  return TRUE;
}
