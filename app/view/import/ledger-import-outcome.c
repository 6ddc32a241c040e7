/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-outcome.h"

#include <glib/gi18n-lib.h>

/* What a row shows of its line: the line itself, a heading of its issue, or the issue that it may
 * be. */
typedef enum
{
  ENTRY_LINE,
  ENTRY_HEADING,
  ENTRY_PAIR,
} EntryKind;

typedef struct
{
  guint line;
  guint16 depth;
  guint16 kind;
} Entry;

struct _LedgerImportOutcome
{
  GObject parent_instance;
  LedgerImportPlan *plan; /* borrowed */
  GArray *entries;
  GHashTable *fates; /* LedgerImportIssue of the plan to its fate */
  int fate;
};

static void ledger_import_outcome_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerImportOutcome,
                               ledger_import_outcome,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ledger_import_outcome_list_init))

enum
{
  CHOSEN_CHANGED,
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

const char *
ledger_import_fate_get_name (LedgerImportFate fate)
{
  switch (fate)
    {
    case LEDGER_IMPORT_ADDED:
      return C_ ("import", "new");
    case LEDGER_IMPORT_UPDATED:
      return C_ ("import", "changed");
    case LEDGER_IMPORT_UNCHANGED:
      return C_ ("import", "same");
    case LEDGER_IMPORT_KEPT:
    default:
      return C_ ("import", "kept");
    }
}

static GType
ledger_import_outcome_get_item_type (GListModel *list)
{
  return LEDGER_TYPE_IMPORT_OUTCOME_ROW;
}

static guint
ledger_import_outcome_get_n_items (GListModel *list)
{
  return LEDGER_IMPORT_OUTCOME (list)->entries->len;
}

static char *
dup_entry_text (const Entry *entry, const LedgerImportLine *line)
{
  if (entry->kind == ENTRY_HEADING)
    return g_strdup (line->issue->headings[entry->depth]);
  if (line->measure != NULL)
    return g_strdup (line->measure->text);
  if (line->issue->number != NULL)
    return g_strdup_printf ("%s　%s", line->issue->number, line->issue->text);
  return g_strdup (line->issue->text);
}

static gboolean
is_continued (LedgerImportOutcome *self, guint position)
{
  const Entry *entry = &g_array_index (self->entries, Entry, position);
  const LedgerImportLine *line = ledger_import_plan_get_line (self->plan, entry->line);
  const LedgerImportLine *before =
      entry->line > 0 ? ledger_import_plan_get_line (self->plan, entry->line - 1) : NULL;

  return before != NULL && before->issue == line->issue && before->measure == line->measure;
}

static gpointer
ledger_import_outcome_get_item (GListModel *list, guint position)
{
  LedgerImportOutcome *self = LEDGER_IMPORT_OUTCOME (list);
  LedgerImportOutcomeRow *row;
  LedgerImportLine *line;
  const Entry *entry;

  if (position >= self->entries->len)
    return NULL;
  entry = &g_array_index (self->entries, Entry, position);
  line = ledger_import_plan_get_line (self->plan, entry->line);
  if (entry->kind == ENTRY_PAIR)
    return ledger_import_outcome_row_new_pair (
        ledger_import_plan_find_pair (self->plan, line->issue), entry->depth);
  row = ledger_import_outcome_row_new (
      entry->kind == ENTRY_LINE ? line : NULL, dup_entry_text (entry, line), entry->depth);
  ledger_import_outcome_row_set_continued (
      row, entry->kind == ENTRY_LINE && is_continued (self, position));
  return row;
}

static void
ledger_import_outcome_list_init (GListModelInterface *iface)
{
  iface->get_item_type = ledger_import_outcome_get_item_type;
  iface->get_n_items = ledger_import_outcome_get_n_items;
  iface->get_item = ledger_import_outcome_get_item;
}

static void
ledger_import_outcome_finalize (GObject *object)
{
  g_array_unref (LEDGER_IMPORT_OUTCOME (object)->entries);
  g_hash_table_unref (LEDGER_IMPORT_OUTCOME (object)->fates);
  G_OBJECT_CLASS (ledger_import_outcome_parent_class)->finalize (object);
}

static void
ledger_import_outcome_class_init (LedgerImportOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_import_outcome_finalize;
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed",
                                          LEDGER_TYPE_IMPORT_OUTCOME,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
  signals[DECIDED] = g_signal_new ("decided",
                                   LEDGER_TYPE_IMPORT_OUTCOME,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_UINT,
                                   G_TYPE_BOOLEAN);
}

static void
ledger_import_outcome_init (LedgerImportOutcome *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->fates = g_hash_table_new (NULL, NULL);
  self->fate = -1;
}

LedgerImportOutcome *
ledger_import_outcome_new (void)
{
  return g_object_new (LEDGER_TYPE_IMPORT_OUTCOME, NULL);
}

static guint
count_path (const LedgerImportIssue *issue)
{
  return issue->headings != NULL ? g_strv_length (issue->headings) : 0;
}

/* The headings of ISSUE that were not told yet: from the first that differs from BEFORE's. */
static void
add_headings (LedgerImportOutcome *self,
              guint line,
              const LedgerImportIssue *before,
              const LedgerImportIssue *issue)
{
  const guint n = count_path (issue);
  const guint n_before = before != NULL ? count_path (before) : 0;
  guint same = 0;

  while (same < n && same < n_before && g_str_equal (issue->headings[same], before->headings[same]))
    same++;
  for (guint i = same; i < n; i++)
    g_array_append_val (self->entries,
                        ((Entry){ .line = line, .depth = i, .kind = ENTRY_HEADING }));
}

/* From weak to strong; a new measure is a change of its issue. */
static LedgerImportFate
stronger (LedgerImportFate a, LedgerImportFate b)
{
  static const LedgerImportFate order[] = { LEDGER_IMPORT_ADDED,
                                            LEDGER_IMPORT_KEPT,
                                            LEDGER_IMPORT_UPDATED };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (a == order[i] || b == order[i])
      return order[i];
  return LEDGER_IMPORT_UNCHANGED;
}

static LedgerImportFate
fate_of_issue (LedgerImportOutcome *self, const LedgerImportIssue *issue)
{
  return (LedgerImportFate)GPOINTER_TO_UINT (g_hash_table_lookup (self->fates, issue));
}

static void
find_fates (LedgerImportOutcome *self)
{
  const guint n = self->plan != NULL ? ledger_import_plan_get_n_lines (self->plan) : 0;

  g_hash_table_remove_all (self->fates);
  for (guint i = 0; i < n; i++)
    {
      const LedgerImportLine *line = ledger_import_plan_get_line (self->plan, i);
      const gboolean new_measure = line->measure != NULL && line->fate == LEDGER_IMPORT_ADDED;
      LedgerImportFate fate = new_measure ? LEDGER_IMPORT_UPDATED : line->fate;

      if (g_hash_table_contains (self->fates, line->issue))
        fate = stronger (fate, fate_of_issue (self, line->issue));
      g_hash_table_insert (self->fates, (gpointer)line->issue, GUINT_TO_POINTER (fate));
    }
}

guint
ledger_import_outcome_count_issues (LedgerImportOutcome *self, LedgerImportFate fate)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->fates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value) == (guint)fate;
  return n;
}

static gboolean
is_shown (LedgerImportOutcome *self, const LedgerImportLine *line)
{
  return self->fate < 0 || fate_of_issue (self, line->issue) == (LedgerImportFate)self->fate;
}

static void
fill_entries (LedgerImportOutcome *self)
{
  const guint n = self->plan != NULL ? ledger_import_plan_get_n_lines (self->plan) : 0;
  const LedgerImportIssue *last = NULL;

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < n; i++)
    {
      const LedgerImportLine *line = ledger_import_plan_get_line (self->plan, i);
      const guint depth = count_path (line->issue);
      const gboolean first = line->issue != last;

      if (!is_shown (self, line))
        continue;
      if (first)
        add_headings (self, i, last, line->issue);
      last = line->issue;
      g_array_append_val (self->entries,
                          ((Entry){ .line = i, .depth = depth + (line->measure != NULL) }));
      if (first && ledger_import_plan_find_pair (self->plan, line->issue) != NULL)
        g_array_append_val (self->entries,
                            ((Entry){ .line = i, .depth = depth + 1, .kind = ENTRY_PAIR }));
    }
}

static void
rebuild (LedgerImportOutcome *self)
{
  const guint before = self->entries->len;

  fill_entries (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->entries->len);
}

void
ledger_import_outcome_set_plan (LedgerImportOutcome *self, LedgerImportPlan *plan)
{
  self->plan = plan;
  find_fates (self);
  if (self->fate >= 0
      && (plan == NULL || ledger_import_outcome_count_issues (self, self->fate) == 0))
    self->fate = -1;
  rebuild (self);
}

void
ledger_import_outcome_set_fate (LedgerImportOutcome *self, int fate)
{
  if (self->fate == fate)
    return;
  self->fate = fate;
  rebuild (self);
}

void
ledger_import_outcome_choose (LedgerImportOutcome *self, guint position, gboolean chosen)
{
  const Entry *entry;

  if (position >= self->entries->len)
    return;
  entry = &g_array_index (self->entries, Entry, position);
  if (entry->kind != ENTRY_LINE
      || ledger_import_plan_get_line (self->plan, entry->line)->chosen == chosen)
    return;
  ledger_import_plan_get_line (self->plan, entry->line)->chosen = chosen;
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

void
ledger_import_outcome_decide (LedgerImportOutcome *self, guint position, gboolean as_change)
{
  const Entry *entry;

  if (position >= self->entries->len)
    return;
  entry = &g_array_index (self->entries, Entry, position);
  g_signal_emit (self,
                 signals[DECIDED],
                 0,
                 ledger_import_plan_get_line (self->plan, entry->line)->issue->row,
                 as_change);
}

LedgerImportChosen
ledger_import_outcome_count (LedgerImportOutcome *self)
{
  LedgerImportChosen chosen = { 0 };
  const guint n = self->plan != NULL ? ledger_import_plan_get_n_lines (self->plan) : 0;
  const LedgerImportIssue *left_out = NULL;

  for (guint i = 0; i < n; i++)
    {
      const LedgerImportLine *line = ledger_import_plan_get_line (self->plan, i);
      const gboolean added = line->fate == LEDGER_IMPORT_ADDED;

      /* The measures of a new issue that is left out are left out with it. */
      if (added && line->measure == NULL && !line->chosen)
        left_out = line->issue;
      if (!line->chosen || line->fate == LEDGER_IMPORT_UNCHANGED || line->issue == left_out)
        continue;
      if (!added)
        chosen.values++;
      else if (line->measure != NULL)
        chosen.measures++;
      else
        chosen.issues++;
    }
  return chosen;
}
