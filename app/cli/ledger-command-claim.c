/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-gesture.h"
#include "ledger-invocation.h"

/* Every issue named, each once, as ids; NULL at the first that is not there. */
static GStrv
find_issues (LedgerInvocation *invocation, LedgerDocument *document, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 1; i < ledger_invocation_get_n_arguments (invocation); i++)
    {
      LedgerRecord *issue = ledger_document_find (
          document, "issue", ledger_invocation_get_argument (invocation, i), error);
      if (!issue)
        return NULL;
      if (g_hash_table_add (seen, issue))
        g_strv_builder_add (ids, ledger_record_get_id (issue));
    }
  return g_strv_builder_end (ids);
}

static void
tell (LedgerInvocation *invocation, LedgerDocument *document, GStrv ids)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  if (json)
    ledger_json_writer_begin_array (json, NULL);
  for (guint i = 0; ids[i]; i++)
    {
      LedgerRecord *issue = ledger_document_lookup (document, "issue", ids[i]);
      g_autoptr (LedgerRow) row = ledger_answer_issue (document, issue);

      if (json)
        ledger_row_write (row, json, NULL);
    }
  if (json)
    ledger_json_writer_end_array (json);
  ledger_invocation_say (invocation, _ ("Claimed %u problems."), g_strv_length (ids));
}

gboolean
ledger_command_claim (LedgerInvocation *invocation, GError **error)
{
  g_auto (GStrv) supporting = ledger_invocation_dup_list_option (invocation, "supporting");
  LedgerClaimValues values = {
    .department = ledger_invocation_get_option (invocation, "department"),
    .lead_leader = ledger_invocation_get_option (invocation, "lead-leader"),
    .supporting = (const char *const *)supporting,
    .handler = ledger_invocation_get_option (invocation, "handler"),
    .reviewer = ledger_invocation_get_option (invocation, "reviewer"),
    .responsible_leader = ledger_invocation_get_option (invocation, "responsible-leader"),
  };

  if (!values.department || !values.lead_leader)
    return ledger_invocation_fail_usage (
        invocation,
        error,
        _ ("A claim needs a department and a lead leader: --department D --lead-leader N."));

  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_SCRIPT, error);
  g_auto (GStrv) ids = document ? find_issues (invocation, document, error) : NULL;
  g_autoptr (LedgerEdit) edit =
      ids ? ledger_gesture_claim (document, (const char *const *)ids, &values, error) : NULL;
  if (!edit || !ledger_document_commit (document, edit, NULL, error))
    return FALSE;
  tell (invocation, document, ids);
  return TRUE;
}
