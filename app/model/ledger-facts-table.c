/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-facts-table.h"

#include <string.h>

#include "ledger-canonical.h"
#include "ledger-inspection.h"
#include "ledger-issue-counts.h"
#include "ledger-issue-names.h"
#include "ledger-light-cache.h"
#include "ledger-number.h"
#include "ledger-signoff-list.h"
#include "ledger-signoff-steps.h"

typedef struct
{
  LedgerIssueFacts facts; /* first: what is handed out */
  LedgerIssueCounts counts;
  LedgerSignoffList *signoffs; /* NULL: none */
  LedgerIssueNames names;      /* keep what `facts` points to */
  gboolean compared;           /* changed_since is known */
} Entry;

struct _LedgerFactsTable
{
  LedgerDocument *document; /* not owned */
  GHashTable *entries;      /* issue id to Entry */
  LedgerLightCache *lights;
  gboolean without_review; /* the steps of signing, as LedgerWorkflowFacts has them */
  gboolean ever_without_review;
  LedgerNamePool *names;
  GHashTable *conflicts; /* set of issue ids */
  GHashTable *changed;   /* set of issue ids */
  gboolean comparing;
};

static void
entry_free (gpointer data)
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
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->lights = ledger_light_cache_new ();
  self->names = ledger_name_pool_new (document);
  self->conflicts = new_set ();
  self->changed = new_set ();
  return self;
}

void
ledger_facts_table_free (LedgerFactsTable *self)
{
  g_hash_table_unref (self->entries);
  ledger_light_cache_free (self->lights);
  ledger_name_pool_free (self->names);
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->changed);
  g_free (self);
}

/* --- what all issues share --- */

static void
renew_shared (LedgerFactsTable *self)
{
  ledger_name_pool_forget (self->names);
  ledger_light_cache_renew (
      self->lights,
      ledger_document_get_today (self->document),
      ledger_inspection_get_near_days (ledger_document_get_inspection (self->document)),
      ledger_document_get_calendar (self->document));
}

/* TRUE where the steps are others than before. */
static gboolean
renew_steps (LedgerFactsTable *self)
{
  const gboolean without = !ledger_signoff_steps_ask (self->document, LEDGER_STEP_REVIEWER);
  const gboolean ever = without || ledger_signoff_steps_ever_left_out_review (self->document);

  if (without == self->without_review && ever == self->ever_without_review)
    return FALSE;
  self->without_review = without;
  self->ever_without_review = ever;
  return TRUE;
}

/* --- one issue --- */

static gboolean
has_reference (LedgerRecord *claim, guint column)
{
  const char *id = claim != NULL ? ledger_record_get_text (claim, column) : NULL;
  return id != NULL && id[0] != '\0';
}

static LedgerWorkflow
compute_workflow (LedgerFactsTable *self, Entry *entry)
{
  LedgerRecord *issue = LEDGER_RECORD (entry->facts.issue);
  LedgerRecord *claim = (LedgerRecord *)entry->facts.claim;
  LedgerWorkflowFacts facts = {
    /* Who the imported list names stands there too, but claims nothing until somebody says so. */
    .claimed = has_reference (claim, LEDGER_CLAIM_CLAIMED_ON)
               && has_reference (claim, LEDGER_CLAIM_DEPARTMENT)
               && has_reference (claim, LEDGER_CLAIM_LEAD_LEADER),
    .has_handler = has_reference (claim, LEDGER_CLAIM_HANDLER),
    .n_measures = entry->counts.n_measures,
    .started = ledger_record_get_day (issue, LEDGER_ISSUE_STARTED) != LEDGER_DAY_NONE,
    .continued = ledger_record_get_day (issue, LEDGER_ISSUE_CONTINUED),
    .closed = ledger_record_get_day (issue, LEDGER_ISSUE_CLOSED),
    .reopened = ledger_record_get_day (issue, LEDGER_ISSUE_REOPENED),
    .reopened_over = ledger_record_get_text (issue, LEDGER_ISSUE_REOPENED_OVER),
    .without_review = self->without_review,
    .ever_without_review = self->ever_without_review,
  };

  facts.signoffs = ledger_signoff_list_get_facts (entry->signoffs, &facts.n_signoffs);
  return ledger_workflow_compute (&facts);
}

static LedgerDay
compute_waiting_since (Entry *entry)
{
  LedgerStep step;

  if (!ledger_state_get_awaited_step (entry->facts.workflow.state, &step)
      || entry->facts.workflow.last == NULL)
    return LEDGER_DAY_NONE;
  return ledger_day_of_time (
      ledger_signoff_list_get_time (entry->signoffs, entry->facts.workflow.last));
}

static void
compute_counts (Entry *entry)
{
  LedgerIssueFacts *facts = &entry->facts;

  facts->n_measures = entry->counts.n_measures;
  facts->n_measures_done = entry->counts.n_measures_done;
  facts->n_evidence = entry->counts.n_evidence;
  facts->n_unfiled = entry->counts.n_unfiled;
  facts->n_measures_without_evidence = entry->counts.n_measures_without_evidence;
}

static gboolean
is_done (LedgerState state)
{
  return state == LEDGER_STATE_DONE_BY_UNIT || state == LEDGER_STATE_CLOSED;
}

static void
compute_light (LedgerFactsTable *self, Entry *entry)
{
  const char *due = ledger_record_get_text (LEDGER_RECORD (entry->facts.issue), LEDGER_ISSUE_DUE);
  const LedgerLightOfDay *light =
      ledger_light_cache_lookup (self->lights, due, is_done (entry->facts.workflow.state));

  entry->facts.due = light->day;
  entry->facts.light = light->light;
  entry->facts.days = light->days;
}

static void
compute (LedgerFactsTable *self, Entry *entry)
{
  LedgerIssueFacts *facts = &entry->facts;
  LedgerRecord *issue = LEDGER_RECORD (facts->issue);
  const char *id = ledger_record_get_id (issue);
  LedgerRecord *claim = ledger_document_lookup (self->document, ledger_claim_record_type.name, id);

  g_set_object (&facts->claim, (LedgerClaim *)claim);
  /* The old names were set aside before. */
  ledger_issue_names_read (&entry->names, self->names, facts->claim, facts);
  facts->workflow = compute_workflow (self, entry);
  compute_light (self, entry);
  compute_counts (entry);
  facts->waiting_since = compute_waiting_since (entry);
  facts->conflicted = g_hash_table_contains (self->conflicts, id);
  ledger_number_pack (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER), facts->number_key);
  facts->heading_order = ledger_document_get_heading_order (
      self->document, ledger_record_get_text (issue, LEDGER_ISSUE_HEADING));
}

/* --- changed since the signature --- */

static void
compare_signed (LedgerFactsTable *self, Entry *entry)
{
  /* The comparison reads records and could ask for these very facts. */
  if (self->comparing)
    return;
  self->comparing = TRUE;
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

static void
note_change (LedgerFactsTable *self, const char *id)
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
    note_change (self, ledger_record_get_id (LEDGER_RECORD (entry->facts.issue)));
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
    note_change (self, id);
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
        note_change (self, id);
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
  renew_shared (self);
  renew_steps (self);
  for (guint i = 0; i < issues->len; i++)
    {
      const char *id = ledger_record_get_id (issues->pdata[i]);
      const LedgerIssueCounts *of_issue = g_hash_table_lookup (counts, id);
      gpointer key = NULL;
      gpointer list = NULL;
      g_hash_table_steal_extended (signoffs, id, &key, &list);
      g_free (key);
      renew_entry (self, issues->pdata[i], of_issue != NULL ? of_issue : &nothing, list, FALSE);
    }
  forget_vanished (self);
  return TRUE;
}

static void
adopt_entry (LedgerFactsTable *self, const char *id, Entry *entry, const Entry *before)
{
  LedgerRecord *issue = ledger_document_lookup (self->document, ledger_issue_record_type.name, id);
  LedgerRecord *claim = ledger_document_lookup (self->document, ledger_claim_record_type.name, id);

  g_set_object (&entry->facts.issue, (LedgerIssue *)issue);
  g_set_object (&entry->facts.claim, (LedgerClaim *)claim);
  if (before == NULL || (before->compared && entry->signoffs != NULL)
      || !ledger_issue_facts_equal (&before->facts, &entry->facts))
    note_change (self, id);
}

/* The old facts go with OTHER: freeing them takes a while, too. */
void
ledger_facts_table_adopt (LedgerFactsTable *self, LedgerFactsTable *other)
{
  GHashTable *before = self->entries;
  GHashTableIter iter;
  gpointer id, entry;

  self->entries = other->entries;
  other->entries = before;
  renew_shared (self);
  renew_steps (self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    adopt_entry (self, id, entry, g_hash_table_lookup (before, id));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (self->entries, id))
      {
        /* Its record may go with it, and whoever knows that lives on this thread. */
        note_change (self, id);
        g_hash_table_iter_remove (&iter);
      }
  g_hash_table_unref (self->conflicts);
  self->conflicts = g_hash_table_ref (other->conflicts);
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
  renew_shared (self);
  const gboolean other_steps = renew_steps (self);
  g_hash_table_iter_init (&iter, issues);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LedgerRecord *issue = ledger_table_lookup (table, id);
      if (issue != NULL && !update_one (self, store, issue, error))
        return FALSE;
      if (issue == NULL && g_hash_table_remove (self->entries, id))
        note_change (self, id);
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

  renew_shared (self);
  renew_steps (self);
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
      note_change (self, id);
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
