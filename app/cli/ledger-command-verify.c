/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-answer.h"
#include "ledger-canonical.h"
#include "ledger-damage-words.h"
#include "ledger-invocation.h"
#include "ledger-row.h"
#include "ledger-signoff.h"

static LedgerRow *
add_problem (GPtrArray *problems, const char *place, const char *text)
{
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_text (row, "place", place);
  ledger_row_put_text (row, "text", text);
  g_ptr_array_add (problems, row);
  return row;
}

/* A fault of the tables names its row, too, for whoever looks into the file. */
static void
add_damage (LedgerDocument *document, GPtrArray *problems, const LedgerDamage *damage)
{
  g_autofree char *text = ledger_damage_words_describe (document, damage);
  LedgerRow *row = add_problem (problems, damage->place, text);

  if (damage->type == NULL)
    return;
  ledger_row_put_text (row, "table", damage->type);
  ledger_row_put_text (row, "id", damage->id);
  ledger_row_put_text (row, "field", damage->field);
}

/* A sign-off whose text cannot be read proves nothing and is damage; one whose matter changed is
 * 签后有变更, which is a state of the work and told by `list signoffs`. */
static void
check_signoffs (LedgerDocument *document, GPtrArray *problems)
{
  LedgerTable *signoffs = ledger_document_get_table (document, "signoff");

  for (guint i = 0; i < ledger_table_get_n_records (signoffs); i++)
    {
      LedgerRecord *signoff = ledger_table_get_record (signoffs, i);
      const char *body = ledger_record_get_text (signoff, LEDGER_SIGNOFF_BODY);
      g_autoptr (GError) why = NULL;
      g_autoptr (LedgerSignoffText) text = ledger_canonical_parse (body ? body : "", &why);
      g_autofree char *place = g_strdup_printf ("signoff %s", ledger_record_get_id (signoff));

      if (!text)
        add_problem (problems, place, why->message);
    }
}

static GPtrArray *
find_problems (LedgerDocument *document, GError **error)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GPtrArray) damages = ledger_store_verify (store, NULL, NULL, error);
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);

  for (guint i = 0; damages && i < damages->len; i++)
    add_damage (document, problems, g_ptr_array_index (damages, i));
  if (damages)
    check_signoffs (document, problems);
  else
    g_clear_pointer (&problems, g_ptr_array_unref);
  return problems;
}

static void
say (LedgerInvocation *invocation, GPtrArray *problems, const char *tip)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = ledger_row_to_line (g_ptr_array_index (problems, i));
      ledger_invocation_say (invocation, "%s", line);
    }
  if (problems->len == 0)
    ledger_invocation_say (invocation, _ ("All is well. Tip %s"), tip);
}

gboolean
ledger_command_verify (LedgerInvocation *invocation, GError **error)
{
  LedgerJsonWriter *json = ledger_invocation_get_json (invocation);
  g_autoptr (LedgerDocument) document =
      ledger_invocation_open (invocation, LEDGER_DOCUMENT_READ, error);
  g_autoptr (GPtrArray) problems = document ? find_problems (document, error) : NULL;

  if (!problems)
    return FALSE;
  g_autofree char *tip = ledger_store_dup_tip (ledger_document_get_store (document), NULL);
  if (problems->len > 0)
    ledger_invocation_found_problems (invocation);
  say (invocation, problems, tip);
  if (json)
    {
      g_autoptr (LedgerRow) answer = ledger_row_new ();

      ledger_row_put_boolean (answer, "ok", problems->len == 0);
      ledger_row_put_text (answer, "tip", tip);
      ledger_row_take_rows (answer, "problems", g_steal_pointer (&problems));
      ledger_row_write (answer, json, NULL);
    }
  return TRUE;
}
