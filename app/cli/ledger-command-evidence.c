/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-evidence-export.h"
#include "ledger-invocation.h"
#include "ledger-signed-paper.h"
#include "ledger-signoff.h"

/* The bytes of an evidence, or by the id of a sign-off the scan of its paper. */
static gboolean export(LedgerDocument *document,
                       const char *ref,
                       const char *target,
                       GError **error)
{
  LedgerStore *store = ledger_document_get_store (document);
  LedgerRecord *signoff = ledger_document_lookup (document, "signoff", ref);
  LedgerRecord *later = signoff ? ledger_signed_paper_find (document, ref) : NULL;
  LedgerRecord *evidence = NULL;
  const LedgerValue *scan = NULL;
  gsize length = 0;

  if (signoff && ledger_signoff_has_scan (LEDGER_SIGNOFF (signoff)))
    scan = ledger_record_get_value (signoff, LEDGER_SIGNOFF_SCAN);
  else if (later)
    scan = ledger_record_get_value (later, LEDGER_SIGNED_PAPER_SCAN);
  if (scan)
    return ledger_evidence_export_digest (
        store, ledger_value_get_data (scan, &length), target, NULL, error);
  evidence = ledger_document_find (document, "evidence", ref, error);
  return evidence && ledger_evidence_export (store, evidence, target, NULL, error);
}

gboolean
ledger_command_evidence (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  const char *target = ledger_invocation_get_option (invocation, "to");
  g_autoptr (LedgerDocument) document = NULL;
  GStatBuf written = { 0 };

  if (!target)
    return ledger_invocation_fail_usage (invocation, error, _ ("Say where to: --to FILE."));
  document = ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  if (!document || !export(document, ledger_invocation_get_argument (invocation, 1), target, error))
    return FALSE;
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "file", target);
      ledger_json_writer_integer (
          json, "size", g_stat (target, &written) == 0 ? (gint64)written.st_size : 0);
      ledger_json_writer_end_object (json);
    }
  ledger_invocation_say (invocation, _ ("Wrote %s."), target);
  return TRUE;
}
