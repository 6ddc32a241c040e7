/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-evidence-export.h"
#include "ledger-evidence.h"
#include "ledger-invocation.h"

gboolean
ledger_command_evidence (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const char *target = ledger_invocation_get_option (invocation, "to");
  g_autoptr (LedgerDocument) document = NULL;
  LedgerRecord *evidence;

  if (!target)
    return ledger_invocation_fail_usage (invocation, error, _ ("Say where to: --to FILE."));
  document = ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  evidence = document ? ledger_document_find (
                 document, "evidence", ledger_invocation_get_argument (invocation, 1), error)
                      : NULL;
  if (!evidence
      || !ledger_evidence_export (
          ledger_document_get_store (document), evidence, target, NULL, error))
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "file", target);
      ledger_json_writer_integer (
          json, "size", ledger_record_get_integer (evidence, LEDGER_EVIDENCE_SIZE));
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, _ ("Wrote %s."), target);
  return TRUE;
}
