/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-wording-difference.h"

#include <glib/gi18n-lib.h>

#include "ledger-text-difference.h"

/* How far back the log is searched for the reason of an edit. */

char *
ledger_wording_difference_to_markup (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = ledger_text_difference (before, after);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const LedgerTextPart *part = g_ptr_array_index (parts, i);
      g_autofree char *escaped = g_markup_escape_text (part->text, -1);

      g_string_append_printf (markup,
                              part->change == LEDGER_TEXT_REMOVED ? "<s>%s</s>"
                              : part->change == LEDGER_TEXT_ADDED ? "<u>%s</u>"
                                                                  : "%s",
                              escaped);
    }
  return g_string_free (markup, FALSE);
}

char *
ledger_wording_difference_describe (LedgerDocument *document, const char *issue_id)
{
  LedgerStore *store = ledger_document_get_store (document);
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  g_autoptr (GPtrArray) history = NULL;
  const LedgerOperation *last;
  GString *text;

  if (issue == NULL
      || g_strcmp0 (ledger_record_get_text (issue, LEDGER_ISSUE_TEXT),
                    ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL))
             == 0)
    return g_strdup (_ ("The wording is as in the list."));
  history = ledger_store_get_history (store, "issue", issue_id, "text", NULL);
  last = history != NULL && history->len > 0 ? g_ptr_array_index (history, 0) : NULL;
  text = g_string_new (_ ("Struck through: taken out; underlined: put in."));
  if (last == NULL)
    return g_string_free (text, FALSE);
  g_string_append (text, " ");
  if (last->reason != NULL && *last->reason != '\0')
    /* TRANSLATORS: who, why */
    g_string_append_printf (
        text, _ ("Changed by %s: %s"), last->actor != NULL ? last->actor : "", last->reason);
  else
    g_string_append_printf (text, _ ("Changed by %s"), last->actor != NULL ? last->actor : "");
  return g_string_free (text, FALSE);
}
