/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-search.h"

#include <string.h>

#include "ledger-pinyin.h"
#include "ledger-text.h"

struct _LedgerIssueSearch
{
  char *text;
  char *folded;
  GHashTable *haystacks; /* issue id -> Haystack*, filled as asked */
};

/* It holds as long as the wording is the same value; names come with facts, whose change is told.
 */
typedef struct
{
  LedgerValue *wording;
  char *text;
} Haystack;

static void
haystack_free (gpointer data)
{
  Haystack *haystack = data;

  ledger_value_unref (haystack->wording);
  g_free (haystack->text);
  g_free (haystack);
}

LedgerIssueSearch *
ledger_issue_search_new (void)
{
  LedgerIssueSearch *self = g_new0 (LedgerIssueSearch, 1);

  self->haystacks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, haystack_free);
  return self;
}

void
ledger_issue_search_free (LedgerIssueSearch *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->folded);
  g_hash_table_unref (self->haystacks);
  g_free (self);
}

gboolean
ledger_issue_search_set_text (LedgerIssueSearch *self, const char *text)
{
  g_autofree char *trimmed = text != NULL ? ledger_text_trim (text) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  if (g_strcmp0 (self->text, trimmed) == 0)
    return FALSE;
  g_free (self->text);
  g_free (self->folded);
  self->text = g_steal_pointer (&trimmed);
  self->folded = self->text != NULL ? ledger_text_fold (self->text) : NULL;
  return TRUE;
}

const char *
ledger_issue_search_get_text (LedgerIssueSearch *self)
{
  return self->text;
}

/* Everything that is searched, each part folded, with initials of the names behind them. */
static char *
build_haystack (const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const char *parts[] = {
    ledger_record_get_text (issue, LEDGER_ISSUE_TEXT),
    ledger_record_get_text (issue, LEDGER_ISSUE_ORIGINAL),
    facts->department,
    facts->lead_leader,
    facts->handler,
    facts->reviewer,
  };
  GString *text = g_string_new (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        g_autofree char *folded = ledger_text_fold (parts[i]);

        g_string_append_printf (text, "\n%s", folded);
        if (i >= 2)
          {
            g_autofree char *initials = ledger_pinyin_initials (parts[i]);

            g_string_append_printf (text, "\n%s", initials);
          }
      }
  return g_string_free (text, FALSE);
}

static const char *
get_haystack (LedgerIssueSearch *self, const LedgerIssueFacts *facts)
{
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const LedgerValue *wording = ledger_record_get_value (issue, LEDGER_ISSUE_TEXT);
  const char *id = ledger_record_get_id (issue);
  Haystack *haystack = g_hash_table_lookup (self->haystacks, id);

  if (haystack != NULL && haystack->wording == wording)
    return haystack->text;
  haystack = g_new0 (Haystack, 1);
  haystack->wording = ledger_value_ref ((LedgerValue *)wording);
  haystack->text = build_haystack (facts);
  g_hash_table_insert (self->haystacks, g_strdup (id), haystack);
  return haystack->text;
}

gboolean
ledger_issue_search_finds (LedgerIssueSearch *self, const LedgerIssueFacts *facts)
{
  const char *number;

  if (self->folded == NULL)
    return TRUE;
  /* Folding takes the dots out of 1.2.3, so that the number is compared as it was typed. */
  number = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_NUMBER);
  if (number != NULL && g_str_has_prefix (number, self->text))
    return TRUE;
  return *self->folded == '\0' || strstr (get_haystack (self, facts), self->folded) != NULL;
}

void
ledger_issue_search_forget (LedgerIssueSearch *self, const char *issue_id)
{
  g_hash_table_remove (self->haystacks, issue_id);
}
