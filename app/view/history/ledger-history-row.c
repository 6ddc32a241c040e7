/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-affected-issues.h"
#include "ledger-operation-words.h"
#include "ledger-text.h"

/* An import of thousands of records is told by their number; its fields only on demand. */
#define MAX_PARTS_READ 400
#define LONG_TEXT 30
/* Of an edit this large nobody asks whether it touched one problem: it is read in no time no more.
 */
#define MAX_PARTS_SEARCHED 5000

struct _LedgerHistoryRow
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerLogLine *line;
  LedgerDay day;
  char *title;
  char *summary;
  char *clock;
  char *issue;
  GHashTable *issues; /* all that the edit touched; NULL: not asked yet */
  char *folded;
  LedgerOperation *restorable;
  gboolean has_details;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (LedgerHistoryRow, ledger_history_row, G_TYPE_OBJECT)

static void
ledger_history_row_finalize (GObject *object)
{
  LedgerHistoryRow *self = LEDGER_HISTORY_ROW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->line, ledger_log_line_free);
  g_clear_pointer (&self->restorable, ledger_operation_free);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->clock);
  g_free (self->issue);
  g_clear_pointer (&self->issues, g_hash_table_unref);
  g_free (self->folded);
  G_OBJECT_CLASS (ledger_history_row_parent_class)->finalize (object);
}

static void
ledger_history_row_class_init (LedgerHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_history_row_finalize;
}

static void
ledger_history_row_init (LedgerHistoryRow *self)
{
}

LedgerHistoryRow *
ledger_history_row_new_day (LedgerDocument *document, LedgerDay day)
{
  LedgerHistoryRow *self = g_object_new (LEDGER_TYPE_HISTORY_ROW, NULL);
  const LedgerDay today = ledger_document_get_today (document);
  g_autofree char *words = ledger_day_to_words (day, today);

  self->day = day;
  self->title = day == today ? g_strdup_printf (_ ("%s today"), words) : g_steal_pointer (&words);
  self->summary = g_strdup ("");
  self->clock = g_strdup ("");
  return self;
}

/* As the clock on the wall stood where the edit was made. */
static void
tell_time (LedgerHistoryRow *self)
{
  const LedgerLogLine *line = self->line;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (line->time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_add_minutes (utc, line->offset) : NULL;

  self->day = local != NULL ? ledger_day_new (g_date_time_get_year (local),
                                              g_date_time_get_month (local),
                                              g_date_time_get_day_of_month (local))
                            : LEDGER_DAY_NONE;
  self->clock = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}

/* A text that the line cuts has its whole in the details. */
static gboolean
is_long (const LedgerOperation *operation)
{
  const LedgerValue *const values[] = { operation->value, operation->before };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *text = values[i] != NULL ? ledger_value_get_text (values[i]) : NULL;

      if (text != NULL && ledger_text_width (text) > LONG_TEXT)
        return TRUE;
    }
  return FALSE;
}

static void
find_restorable (LedgerHistoryRow *self, GPtrArray *operations)
{
  guint n_told = 0;
  guint found = G_MAXUINT;

  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerOperation *operation = operations->pdata[i];
      g_autoptr (LedgerOperationWords) words = NULL;

      if (!ledger_operation_words_is_told (operation))
        continue;
      n_told++;
      self->has_details = self->has_details || n_told > 1 || is_long (operation);
      if (n_told > 1)
        continue;
      words = ledger_operation_words_new (self->document, operation, operations);
      found = words->restorable ? i : G_MAXUINT;
    }
  if (n_told == 1 && found != G_MAXUINT)
    self->restorable = g_ptr_array_steal_index (operations, found);
}

static void
tell_change (LedgerHistoryRow *self)
{
  g_autoptr (GPtrArray) operations = NULL;

  if (self->line->n_parts > MAX_PARTS_READ)
    {
      const guint n = self->line->n_parts;

      self->summary = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u record changed", "%u records changed", n), n);
      return;
    }
  operations = ledger_history_row_read_operations (self);
  if (operations == NULL)
    {
      self->summary = g_strdup ("");
      return;
    }
  self->summary = ledger_operation_words_summarize (self->document, operations);
  self->issue = ledger_operation_words_dup_issue (self->document, operations);
  find_restorable (self, operations);
}

LedgerHistoryRow *
ledger_history_row_new (LedgerDocument *document, LedgerLogLine *line)
{
  LedgerHistoryRow *self = g_object_new (LEDGER_TYPE_HISTORY_ROW, NULL);
  g_autofree char *words = NULL;

  self->document = g_object_ref (document);
  self->line = line;
  self->title = g_strdup (line->title != NULL && *line->title != '\0'
                              ? line->title
                              : ledger_operation_words_get_kind (line->kind));
  self->has_details = line->reason != NULL && *line->reason != '\0';
  tell_time (self);
  tell_change (self);
  words = g_strjoin (" ", self->title, self->summary, line->actor != NULL ? line->actor : "", NULL);
  self->folded = ledger_text_fold (words);
  return self;
}

const LedgerLogLine *
ledger_history_row_get_line (LedgerHistoryRow *self)
{
  return self->line;
}

LedgerDay
ledger_history_row_get_day (LedgerHistoryRow *self)
{
  return self->day;
}

const char *
ledger_history_row_get_title (LedgerHistoryRow *self)
{
  return self->title;
}

const char *
ledger_history_row_get_summary (LedgerHistoryRow *self)
{
  return self->summary;
}

const char *
ledger_history_row_get_clock (LedgerHistoryRow *self)
{
  return self->clock;
}

const char *
ledger_history_row_get_issue (LedgerHistoryRow *self)
{
  return self->issue;
}

const LedgerOperation *
ledger_history_row_get_restorable (LedgerHistoryRow *self)
{
  return self->restorable;
}

gboolean
ledger_history_row_has_details (LedgerHistoryRow *self)
{
  return self->has_details;
}

GPtrArray *
ledger_history_row_read_operations (LedgerHistoryRow *self)
{
  g_return_val_if_fail (self->line != NULL, NULL);

  return ledger_store_get_operations (
      ledger_document_get_store (self->document), self->line->hash, NULL);
}

static GHashTable *
find_issues (LedgerHistoryRow *self)
{
  GHashTable *issues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LedgerStore *store = ledger_document_get_store (self->document);
  g_autoptr (GPtrArray) operations = ledger_history_row_read_operations (self);

  for (guint i = 0; operations != NULL && i < operations->len; i++)
    {
      const LedgerOperation *operation = operations->pdata[i];

      ledger_affected_issues_add (store, operation->type, operation->id, issues, NULL);
    }
  return issues;
}

gboolean
ledger_history_row_concerns (LedgerHistoryRow *self, const char *issue_id)
{
  if (self->line == NULL || self->line->n_parts == 0)
    return FALSE;
  if (self->issue != NULL)
    return g_str_equal (self->issue, issue_id);
  if (self->line->n_parts > MAX_PARTS_SEARCHED)
    return TRUE;
  if (self->issues == NULL)
    self->issues = find_issues (self);
  return g_hash_table_contains (self->issues, issue_id);
}

GStrv
ledger_history_row_dup_cells (LedgerHistoryRow *self)
{
  LedgerRecord *issue =
      self->issue != NULL ? ledger_document_lookup (self->document, "issue", self->issue) : NULL;
  GStrv cells = g_new0 (char *, LEDGER_HISTORY_N_COLUMNS + 1);

  cells[0] = ledger_day_to_words (self->day, ledger_document_get_today (self->document));
  cells[1] = g_strdup (self->clock);
  cells[2] = g_strdup (self->line != NULL && self->line->actor != NULL ? self->line->actor : "");
  cells[3] = g_strdup (self->title);
  cells[4] = issue != NULL ? ledger_document_dup_number (self->document, issue) : NULL;
  if (cells[4] == NULL)
    cells[4] = g_strdup ("");
  cells[5] = g_strdup (self->summary);
  return cells;
}

gboolean
ledger_history_row_get_expanded (LedgerHistoryRow *self)
{
  return self->expanded;
}

void
ledger_history_row_set_expanded (LedgerHistoryRow *self, gboolean expanded)
{
  self->expanded = expanded;
}

gboolean
ledger_history_row_matches (LedgerHistoryRow *self, const char *folded)
{
  return self->folded != NULL && ledger_text_contains_folded (self->folded, folded);
}
