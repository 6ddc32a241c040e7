/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-canonical.h"
#include "ledger-invocation.h"
#include "ledger-signoff.h"

static void
put_problem (LedgerInvocation *invocation, const char *place, const char *text)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);

  ledger_invocation_found_problems (invocation);
  if (!json)
    {
      ledger_invocation_say (invocation, "%s\t%s", place, text);
      return;
    }
  ledger_json_writer_begin_object (json, NULL);
  ledger_json_writer_text (json, "place", place);
  ledger_json_writer_text (json, "text", text);
  ledger_json_writer_end_object (json);
}

/* A sign-off whose text cannot be read proves nothing and is damage; one whose matter changed is
 * 签后有变更, which is a state of the work and told by `list signoffs`. */
static guint
check_signoffs (LedgerInvocation *invocation, LedgerDocument *document)
{
  LedgerTable *signoffs = ledger_document_get_table (document, "signoff");
  guint n_problems = 0;

  for (guint i = 0; i < ledger_table_get_n_records (signoffs); i++)
    {
      LedgerRecord *signoff = ledger_table_get_record (signoffs, i);
      const char *body = ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY);
      g_autoptr (GError) why = NULL;
      g_autoptr (LedgerSignoffText) text = ledger_canonical_parse (body ? body : "", &why);
      g_autofree char *place = g_strdup_printf ("signoff %s", ledger_record_get_id (signoff));

      if (text)
        continue;
      put_problem (invocation, place, why->message);
      n_problems++;
    }
  return n_problems;
}

gboolean
ledger_command_verify (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  LedgerStore *store = document ? ledger_document_get_store (document) : NULL;
  g_autoptr (GPtrArray) damages = store ? ledger_store_verify (store, NULL, NULL, error) : NULL;
  guint n_problems;

  if (!damages)
    return FALSE;
  n_problems = damages->len;
  g_autofree char *tip = ledger_store_dup_tip (store, NULL);
  if (json)
    {
      ledger_json_writer_begin_object (json, NULL);
      ledger_json_writer_text (json, "tip", tip);
      ledger_json_writer_begin_array (json, "problems");
    }
  for (guint i = 0; i < damages->len; i++)
    {
      const LedgerDamage *damage = g_ptr_array_index (damages, i);
      put_problem (invocation, damage->place, damage->text);
    }
  n_problems += check_signoffs (invocation, document);
  if (json)
    {
      ledger_json_writer_end_array (json);
      ledger_json_writer_boolean (json, "ok", n_problems == 0);
      ledger_json_writer_end_object (json);
    }
  if (n_problems == 0)
    ledger_invocation_say (invocation, _ ("All is well. Tip %s"), tip);
  return TRUE;
}
