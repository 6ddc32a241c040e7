/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-diary.h"

#include <gio/gio.h>

#include "ledger-text.h"

#define PAGE 200

struct _LedgerHistoryDiary
{
  GObject parent_instance;

  LedgerDocument *document;
  GPtrArray *edits; /* LedgerHistoryRow, newest first */
  GListStore *rows; /* what is shown: days and their edits */
  gboolean ended;
  guint wanted; /* edits shown before reading further back stops */
  guint slice_source;
  char *person;
  char *kind;
  char *issue;
  char *search; /* folded */
  LedgerDay from;
  LedgerDay until;
};

enum
{
  LOADED,
  FILTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerHistoryDiary, ledger_history_diary, G_TYPE_OBJECT)

static void
ledger_history_diary_finalize (GObject *object)
{
  LedgerHistoryDiary *self = LEDGER_HISTORY_DIARY (object);

  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->rows);
  g_ptr_array_unref (self->edits);
  g_free (self->person);
  g_free (self->kind);
  g_free (self->issue);
  g_free (self->search);
  G_OBJECT_CLASS (ledger_history_diary_parent_class)->finalize (object);
}

static void
ledger_history_diary_class_init (LedgerHistoryDiaryClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_history_diary_finalize;
  signals[LOADED] =
      g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTERED] =
      g_signal_new ("filtered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_history_diary_init (LedgerHistoryDiary *self)
{
  self->edits = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_list_store_new (LEDGER_TYPE_HISTORY_ROW);
  self->from = LEDGER_DAY_NONE;
  self->until = LEDGER_DAY_NONE;
}

LedgerHistoryDiary *
ledger_history_diary_new (LedgerDocument *document)
{
  LedgerHistoryDiary *self = g_object_new (LEDGER_TYPE_HISTORY_DIARY, NULL);

  self->document = g_object_ref (document);
  return self;
}

GListModel *
ledger_history_diary_get_rows (LedgerHistoryDiary *self)
{
  return G_LIST_MODEL (self->rows);
}

/* --- what is shown --- */

static gboolean
matches (LedgerHistoryDiary *self, LedgerHistoryRow *row)
{
  const LedgerLogLine *line = ledger_history_row_get_line (row);
  const LedgerDay day = ledger_history_row_get_day (row);

  return (self->person == NULL || g_strcmp0 (self->person, line->actor) == 0)
         && (self->kind == NULL || g_strcmp0 (self->kind, line->kind) == 0)
         && (self->from == LEDGER_DAY_NONE || day >= self->from)
         && (self->until == LEDGER_DAY_NONE || day <= self->until)
         && (self->search == NULL || ledger_history_row_matches (row, self->search))
         && (self->issue == NULL || ledger_history_row_concerns (row, self->issue));
}

/* Days come from the clock of whoever wrote: out of order they head their edits again. */
static guint
add_rows (LedgerHistoryDiary *self, GPtrArray *shown)
{
  LedgerDay day = LEDGER_DAY_NONE;
  guint n = 0;

  for (guint i = 0; i < self->edits->len; i++)
    {
      LedgerHistoryRow *row = self->edits->pdata[i];

      if (!matches (self, row))
        continue;
      if (n == 0 || ledger_history_row_get_day (row) != day)
        {
          day = ledger_history_row_get_day (row);
          g_ptr_array_add (shown, ledger_history_row_new_day (self->document, day));
        }
      g_ptr_array_add (shown, g_object_ref (row));
      n++;
    }
  return n;
}

static gboolean
is_same (LedgerHistoryRow *a, LedgerHistoryRow *b)
{
  return a == b
         || (ledger_history_row_get_line (a) == NULL && ledger_history_row_get_line (b) == NULL
             && ledger_history_row_get_day (a) == ledger_history_row_get_day (b));
}

/* Only what differs is spliced, so that the place in the list is kept. */
static guint
show (LedgerHistoryDiary *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = add_rows (self, shown);
  const guint old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint head = 0;
  guint tail = 0;

  while (head < MIN (old, shown->len))
    {
      g_autoptr (LedgerHistoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), head);

      if (!is_same (row, shown->pdata[head]))
        break;
      head++;
    }
  while (tail < MIN (old, shown->len) - head)
    {
      g_autoptr (LedgerHistoryRow) row =
          g_list_model_get_item (G_LIST_MODEL (self->rows), old - tail - 1);

      if (!is_same (row, shown->pdata[shown->len - tail - 1]))
        break;
      tail++;
    }
  if (old > head + tail || shown->len > head + tail)
    g_list_store_splice (
        self->rows, head, old - head - tail, shown->pdata + head, shown->len - head - tail);
  return n;
}

/* --- reading --- */

static gboolean
load_page (LedgerHistoryDiary *self)
{
  LedgerHistoryRow *oldest = self->edits->len > 0 ? self->edits->pdata[self->edits->len - 1] : NULL;
  const gint64 before = oldest != NULL ? ledger_history_row_get_line (oldest)->key : 0;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->ended)
    return FALSE;
  lines = ledger_store_get_log (ledger_document_get_store (self->document), before, PAGE, NULL);
  self->ended = lines == NULL || lines->len < PAGE;
  while (lines != NULL && lines->len > 0)
    g_ptr_array_add (self->edits,
                     ledger_history_row_new (self->document, g_ptr_array_steal_index (lines, 0)));
  return TRUE;
}

static gboolean load_slice (gpointer data);

/* A page at a time, so that the window stays awake over a long log. */
static void
queue_slice (LedgerHistoryDiary *self)
{
  if (self->slice_source == 0 && !self->ended)
    self->slice_source = g_idle_add_full (G_PRIORITY_LOW, load_slice, self, NULL);
}

static gboolean
load_slice (gpointer data)
{
  LedgerHistoryDiary *self = data;

  self->slice_source = 0;
  if (load_page (self) && show (self) < self->wanted)
    queue_slice (self);
  g_signal_emit (self, signals[LOADED], 0);
  return G_SOURCE_REMOVE;
}

gboolean
ledger_history_diary_load_more (LedgerHistoryDiary *self)
{
  self->wanted = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) + PAGE / 4;
  queue_slice (self);
  return !self->ended;
}

gboolean
ledger_history_diary_is_complete (LedgerHistoryDiary *self)
{
  return self->ended;
}

void
ledger_history_diary_refresh (LedgerHistoryDiary *self)
{
  const gint64 newest =
      self->edits->len > 0 ? ledger_history_row_get_line (self->edits->pdata[0])->key : 0;
  guint n = 0;

  if (self->edits->len == 0)
    {
      load_page (self);
      show (self);
      g_signal_emit (self, signals[LOADED], 0);
      return;
    }
  g_autoptr (GPtrArray) lines =
      ledger_store_get_log (ledger_document_get_store (self->document), 0, PAGE, NULL);
  while (lines != NULL && n < lines->len && ((LedgerLogLine *)lines->pdata[n])->key > newest)
    n++;
  if (n == PAGE) /* a merge: read from the start */
    {
      g_ptr_array_set_size (self->edits, 0);
      self->ended = FALSE;
      ledger_history_diary_refresh (self);
      return;
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (
        self->edits,
        (int)i,
        ledger_history_row_new (self->document, g_ptr_array_steal_index (lines, 0)));
  if (n == 0)
    return;
  show (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* --- conditions --- */

static void
filter (LedgerHistoryDiary *self)
{
  self->wanted = PAGE / 4;
  if (show (self) < self->wanted)
    queue_slice (self);
  g_signal_emit (self, signals[FILTERED], 0);
}

static gboolean
set_text (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

void
ledger_history_diary_set_person (LedgerHistoryDiary *self, const char *actor)
{
  if (set_text (&self->person, actor))
    filter (self);
}

void
ledger_history_diary_set_kind (LedgerHistoryDiary *self, const char *kind)
{
  if (set_text (&self->kind, kind))
    filter (self);
}

void
ledger_history_diary_set_issue (LedgerHistoryDiary *self, const char *issue_id)
{
  if (set_text (&self->issue, issue_id))
    filter (self);
}

void
ledger_history_diary_set_days (LedgerHistoryDiary *self, LedgerDay from, LedgerDay until)
{
  if (self->from == from && self->until == until)
    return;
  self->from = from;
  self->until = until;
  filter (self);
}

void
ledger_history_diary_set_search (LedgerHistoryDiary *self, const char *text)
{
  g_autofree char *folded = text != NULL ? ledger_text_fold (text) : NULL;

  if (set_text (&self->search, folded != NULL && *folded != '\0' ? folded : NULL))
    filter (self);
}

const char *
ledger_history_diary_get_person (LedgerHistoryDiary *self)
{
  return self->person;
}

const char *
ledger_history_diary_get_kind (LedgerHistoryDiary *self)
{
  return self->kind;
}

const char *
ledger_history_diary_get_issue (LedgerHistoryDiary *self)
{
  return self->issue;
}

void
ledger_history_diary_get_days (LedgerHistoryDiary *self, LedgerDay *from, LedgerDay *until)
{
  *from = self->from;
  *until = self->until;
}

gboolean
ledger_history_diary_is_filtered (LedgerHistoryDiary *self)
{
  return self->person != NULL || self->kind != NULL || self->issue != NULL || self->search != NULL
         || self->from != LEDGER_DAY_NONE || self->until != LEDGER_DAY_NONE;
}

void
ledger_history_diary_clear (LedgerHistoryDiary *self)
{
  set_text (&self->person, NULL);
  set_text (&self->kind, NULL);
  set_text (&self->issue, NULL);
  set_text (&self->search, NULL);
  self->from = LEDGER_DAY_NONE;
  self->until = LEDGER_DAY_NONE;
  filter (self);
}

GPtrArray *
ledger_history_diary_list_people (LedgerHistoryDiary *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const char *actor = ledger_history_row_get_line (self->edits->pdata[i])->actor;

      if (actor != NULL && *actor != '\0'
          && !g_ptr_array_find_with_equal_func (people, actor, g_str_equal, NULL))
        g_ptr_array_add (people, g_strdup (actor));
    }
  return people;
}

GPtrArray *
ledger_history_diary_list_days (LedgerHistoryDiary *self)
{
  GPtrArray *days = g_ptr_array_new ();

  for (guint i = 0; i < self->edits->len; i++)
    {
      gpointer day = GINT_TO_POINTER (ledger_history_row_get_day (self->edits->pdata[i]));

      if (!g_ptr_array_find (days, day, NULL))
        g_ptr_array_add (days, day);
    }
  return days;
}
