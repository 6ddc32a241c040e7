/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-table-private.h"

#include <string.h>

#include "ledger-canonical.h"

typedef LedgerFactsEntry Entry;

void
ledger_facts_entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->signoffs, ledger_signoff_list_free);
  ledger_issue_names_clear (&entry->names);
  g_clear_object (&entry->facts.issue);
  g_clear_object (&entry->facts.claim);
  g_free (entry);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

LedgerFactsTable *
ledger_facts_table_new (LedgerDocument *document)
{
  LedgerFactsTable *self = g_new0 (LedgerFactsTable, 1);

  self->document = document;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ledger_facts_entry_free);
  self->maker = ledger_facts_maker_new (document);
  self->conflicts = new_set ();
  self->changed = new_set ();
  return self;
}

void
ledger_facts_table_free (LedgerFactsTable *self)
{
  g_hash_table_unref (self->entries);
  ledger_facts_maker_free (self->maker);
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->changed);
  g_free (self);
}

static void
compute (LedgerFactsTable *self, Entry *entry)
{
  LedgerIssueFacts *facts = &entry->facts;

  self->generation++;
  /* The old names were set aside before. */
  ledger_facts_maker_make (self->maker, &entry->counts, entry->signoffs, &entry->names, facts);
  facts->conflicted =
      g_hash_table_contains (self->conflicts, ledger_record_get_id (LEDGER_RECORD (facts->issue)));
}

/* --- changed since the signature --- */

static void
compare_signed (LedgerFactsTable *self, Entry *entry)
{
  /* The comparison reads records and could ask for these very facts. */
  if (self->comparing)
    return;
  self->comparing = TRUE;
  self->generation++;
  /* The texts name the counted agreements of this round; what was returned or withdrawn vouches for
   * nothing any more. */
  entry->facts.changed_since =
      entry->signoffs != NULL
      && ledger_canonical_has_changed (self->document,
                                       entry->facts.workflow.counted,
                                       G_N_ELEMENTS (entry->facts.workflow.counted));
  entry->compared = TRUE;
  self->comparing = FALSE;
}

/* --- the table --- */

typedef struct
{
  LedgerIssueFacts facts;
  LedgerIssueNames names;
  LedgerSignoffList *signoffs;
  LedgerClaim *claim;
} Before;

static void
set_aside (Entry *entry, Before *before)
{
  before->facts = entry->facts;
  before->claim = entry->facts.claim != NULL ? g_object_ref (entry->facts.claim) : NULL;
  before->names = entry->names;
  entry->names = (LedgerIssueNames){ 0 };
}

static void
drop_before (Before *before)
{
  ledger_issue_names_clear (&before->names);
  g_clear_pointer (&before->signoffs, ledger_signoff_list_free);
  g_clear_object (&before->claim);
}

void
ledger_facts_table_note_change (LedgerFactsTable *self, const char *id)
{
  g_hash_table_add (self->changed, g_strdup (id));
}

static void
recompute_entry (LedgerFactsTable *self, Entry *entry)
{
  Before before = { 0 };

  set_aside (entry, &before);
  compute (self, entry);
  if (memcmp (before.facts.workflow.counted,
              entry->facts.workflow.counted,
              sizeof before.facts.workflow.counted)
      != 0)
    entry->compared = FALSE;
  if (!ledger_issue_facts_equal (&before.facts, &entry->facts))
    ledger_facts_table_note_change (self,
                                    ledger_record_get_id (LEDGER_RECORD (entry->facts.issue)));
  drop_before (&before);
}

/* Takes SIGNOFFS. EAGER: what was compared before is compared again; else at the next asking. */
static void
renew_entry (LedgerFactsTable *self,
             LedgerRecord *issue,
             const LedgerIssueCounts *counts,
             LedgerSignoffList *signoffs,
             gboolean eager)
{
  const char *id = ledger_record_get_id (issue);
  Entry *entry = g_hash_table_lookup (self->entries, id);
  gboolean is_new = entry == NULL;
  Before before = { 0 };

  if (is_new)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, g_strdup (id), entry);
    }
  set_aside (entry, &before);
  before.signoffs = g_steal_pointer (&entry->signoffs);
  gboolean was_compared = entry->compared;

  g_set_object (&entry->facts.issue, LEDGER_ISSUE (issue));
  entry->counts = *counts;
  entry->signoffs = signoffs;
  compute (self, entry);
  entry->compared = signoffs == NULL; /* nothing signed, nothing changed since */
  entry->facts.changed_since = FALSE;
  if (was_compared && eager)
    compare_signed (self, entry);
  if (is_new || (was_compared && !eager && signoffs != NULL)
      || !ledger_issue_facts_equal (&before.facts, &entry->facts))
    ledger_facts_table_note_change (self, id);
  drop_before (&before);
}

static void
forget_vanished (LedgerFactsTable *self)
{
  LedgerTable *issues = ledger_document_get_table (self->document, "issue");
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (ledger_table_lookup (issues, id) == NULL)
      {
        ledger_facts_table_note_change (self, id);
        g_hash_table_iter_remove (&iter);
      }
}

gboolean
ledger_facts_table_load (LedgerFactsTable *self, LedgerStore *store, GError **error)
{
  static const LedgerIssueCounts nothing = { 0 };
  g_autoptr (GHashTable) counts = ledger_issue_counts_read_all (store, error);
  if (counts == NULL)
    return FALSE;
  g_autoptr (GHashTable) signoffs = ledger_signoff_list_read_all (store, error);
  if (signoffs == NULL)
    return FALSE;

  LedgerTable *table = ledger_document_get_table (self->document, "issue");
  g_autoptr (GPtrArray) issues = ledger_table_list_records (table);
  ledger_facts_maker_renew (self->maker);
  for (guint i = 0; i < issues->len; i++)
    {
      const char *id = ledger_record_get_id (issues->pdata[i]);
      const LedgerIssueCounts *of_issue = g_hash_table_lookup (counts, id);
      gpointer key = NULL;
      gpointer list = NULL;
      if (!ledger_store_check_cancelled (store, error))
        return FALSE;
      g_hash_table_steal_extended (signoffs, id, &key, &list);
      g_free (key);
      renew_entry (self, issues->pdata[i], of_issue != NULL ? of_issue : &nothing, list, FALSE);
    }
  forget_vanished (self);
  return TRUE;
}

static gboolean
update_one (LedgerFactsTable *self, LedgerStore *store, LedgerRecord *issue, GError **error)
{
  const char *id = ledger_record_get_id (issue);
  LedgerIssueCounts counts;
  if (!ledger_issue_counts_read (store, id, &counts, error))
    return FALSE;
  LedgerSignoffList *signoffs = ledger_signoff_list_read (store, id, error);
  if (signoffs == NULL)
    return FALSE;

  guint n_signoffs;
  ledger_signoff_list_get_facts (signoffs, &n_signoffs);
  if (n_signoffs == 0)
    g_clear_pointer (&signoffs, ledger_signoff_list_free);
  renew_entry (self, issue, &counts, signoffs, TRUE);
  return TRUE;
}

gboolean
ledger_facts_table_update (LedgerFactsTable *self,
                           LedgerStore *store,
                           GHashTable *issues,
                           GError **error)
{
  if (g_hash_table_size (issues) > 100 + g_hash_table_size (self->entries) / 10)
    return ledger_facts_table_load (self, store, error);

  LedgerTable *table = ledger_document_get_table (self->document, "issue");
  GHashTableIter iter;
  gpointer id;
  const gboolean other_steps = ledger_facts_maker_renew (self->maker);
  g_hash_table_iter_init (&iter, issues);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LedgerRecord *issue = ledger_table_lookup (table, id);
      if (issue != NULL && !update_one (self, store, issue, error))
        return FALSE;
      if (issue == NULL && g_hash_table_remove (self->entries, id))
        ledger_facts_table_note_change (self, id);
    }
  if (other_steps)
    ledger_facts_table_recompute (self);
  return TRUE;
}

void
ledger_facts_table_recompute (LedgerFactsTable *self)
{
  GHashTableIter iter;
  gpointer entry;

  ledger_facts_maker_renew (self->maker);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    recompute_entry (self, entry);
}

void
ledger_facts_table_set_conflicts (LedgerFactsTable *self, GHashTable *issues)
{
  GHashTableIter iter;
  gpointer id, entry;

  g_hash_table_unref (self->conflicts);
  self->conflicts = issues;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    {
      LedgerIssueFacts *facts = entry;
      gboolean conflicted = g_hash_table_contains (issues, id);
      if (facts->conflicted == conflicted)
        continue;
      facts->conflicted = conflicted;
      self->generation++;
      ledger_facts_table_note_change (self, id);
    }
}

const LedgerIssueFacts *
ledger_facts_table_lookup (LedgerFactsTable *self, const char *issue_id)
{
  Entry *entry = issue_id != NULL ? g_hash_table_lookup (self->entries, issue_id) : NULL;

  if (entry == NULL)
    return NULL;
  if (!entry->compared)
    compare_signed (self, entry);
  return &entry->facts;
}

GPtrArray *
ledger_facts_table_steal_changed (LedgerFactsTable *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, id);
      g_hash_table_iter_steal (&iter);
    }
  return ids;
}
