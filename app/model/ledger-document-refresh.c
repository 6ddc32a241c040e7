/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-affected-issues.h"
#include "ledger-reading.h"

#include <string.h>

/* Beyond this many touched records everything is computed anew rather than asked one by one. */
#define MANY 500

/* What one refresh found. */
typedef struct
{
  GHashTable *touched; /* type name (of the reading) to a set of ids */
  GHashTable *issues;  /* whose facts may differ */
} Finds;

static void
finds_clear (Finds *finds)
{
  g_hash_table_unref (finds->touched);
  g_hash_table_unref (finds->issues);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finds, finds_clear)

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

gboolean
ledger_document_begin_read (LedgerDocument *self, GError **error)
{
  if (self->reading == 0 && !ledger_store_begin_read (self->store, error))
    return FALSE;
  self->reading++;
  return TRUE;
}

void
ledger_document_end_read (LedgerDocument *self)
{
  g_return_if_fail (self->reading > 0);
  if (--self->reading == 0)
    ledger_store_end_read (self->store);
}

/* Nothing was written, but time or the calendar makes other lights of it. */
static void
compute_anew (LedgerDocument *self)
{
  g_autoptr (GPtrArray) changed = NULL;

  g_clear_pointer (&self->facts_in_order, g_ptr_array_unref);
  ledger_facts_table_recompute (self->facts);
  changed = ledger_facts_table_steal_changed (self->facts);
  for (guint i = 0; i < changed->len; i++)
    ledger_document_emit_issue_changed (self, changed->pdata[i]);
  ledger_document_emit_refreshed (self);
}

gboolean
ledger_document_check_today (LedgerDocument *self)
{
  const char *fixed = g_getenv ("ZHENGGAI_TODAY");
  LedgerDay today = fixed != NULL ? ledger_day_from_iso (fixed) : LEDGER_DAY_NONE;

  if (today == LEDGER_DAY_NONE)
    today = ledger_day_today ();
  if (today == self->today)
    return FALSE;

  gboolean first = self->position < 0;
  self->today = today;
  if (!first)
    compute_anew (self);
  return TRUE;
}

void
ledger_document_reload_calendar (LedgerDocument *self)
{
  ledger_calendar_unref (self->calendar);
  self->calendar = ledger_calendar_load_default ();
  compute_anew (self);
}

/* --- what came --- */

void
ledger_document_take_touched (const char *type_name, const char *id, gpointer touched)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);

  /* A name of a newer program: kept in the log, left out of the reading (LOG 2). */
  if (type == NULL)
    return;
  GHashTable *ids = g_hash_table_lookup (touched, type->name);
  if (ids == NULL)
    {
      ids = new_set ();
      g_hash_table_insert (touched, (gpointer)type->name, ids);
    }
  g_hash_table_add (ids, g_strdup (id));
}

static guint
count_touched (Finds *finds)
{
  GHashTableIter iter;
  gpointer ids;
  guint n = 0;

  g_hash_table_iter_init (&iter, finds->touched);
  while (g_hash_table_iter_next (&iter, NULL, &ids))
    n += g_hash_table_size (ids);
  return n;
}

static gboolean
reload_touched (LedgerDocument *self, Finds *finds, GError **error)
{
  GHashTableIter iter;
  gpointer type_name, ids;

  g_hash_table_iter_init (&iter, finds->touched);
  while (g_hash_table_iter_next (&iter, &type_name, &ids))
    {
      LedgerTable *table = ledger_document_peek_table (self, type_name);
      if (table == NULL && self->filling != NULL
          && g_str_equal (ledger_table_get_record_type (self->filling)->name, type_name))
        table = self->filling;
      if (table != NULL && !ledger_table_reload (table, self->store, ids, error))
        return FALSE;
      ledger_document_forget_derived (self, type_name);
    }
  return TRUE;
}

/* --- what comes and goes with its parent (LOG 10) --- */

/* The ids of what came or went and was not followed yet. */
static GPtrArray *
take_unfollowed (LedgerTable *table, GHashTable *followed)
{
  GPtrArray *fresh = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *vanished = ledger_table_get_vanished (table);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, ledger_table_get_appeared (table));
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (g_hash_table_add (followed, g_object_ref (record)))
      g_ptr_array_add (fresh, g_strdup (ledger_record_get_id (record)));
  for (guint i = 0; i < vanished->len; i++)
    if (g_hash_table_add (followed, g_object_ref (vanished->pdata[i])))
      g_ptr_array_add (fresh, g_strdup (ledger_record_get_id (vanished->pdata[i])));
  return fresh;
}

static gboolean
reload_children (LedgerDocument *self, LedgerTable *child, GPtrArray *parents, GError **error)
{
  if (parents->len > MANY)
    return ledger_table_load_all (child, self->store, error);

  g_autoptr (GHashTable) ids = new_set ();
  for (guint i = 0; i < parents->len; i++)
    if (!ledger_table_collect_children (child, self->store, parents->pdata[i], ids, error))
      return FALSE;
  return g_hash_table_size (ids) == 0 || ledger_table_reload (child, self->store, ids, error);
}

static gboolean
follow_table (LedgerDocument *self, LedgerTable *table, GPtrArray *parents, GError **error)
{
  const char *type_name = ledger_table_get_record_type (table)->name;

  for (guint i = 0; i < self->tables->len; i++)
    {
      LedgerTable *child = self->tables->pdata[i];
      if (child == NULL || !ledger_table_is_child_of (child, type_name))
        continue;
      if (!reload_children (self, child, parents, error))
        return FALSE;
      ledger_document_forget_derived (self, ledger_table_get_record_type (child)->name);
    }
  return TRUE;
}

/* Until nothing new comes or goes: the types stand in the reading with parents before children, but
 * headings stand in headings. */
static gboolean
follow_parents (LedgerDocument *self, GError **error)
{
  g_autoptr (GHashTable) followed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (gboolean any = TRUE; any;)
    {
      any = FALSE;
      for (guint i = 0; i < self->tables->len; i++)
        {
          LedgerTable *table = self->tables->pdata[i];
          if (table == NULL)
            continue;
          g_autoptr (GPtrArray) parents = take_unfollowed (table, followed);
          any = any || parents->len > 0;
          if (parents->len > 0 && !follow_table (self, table, parents, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- facts --- */

static gboolean
collect_issues (LedgerDocument *self, Finds *finds, GError **error)
{
  GHashTableIter types;
  gpointer type_name, ids;

  g_hash_table_iter_init (&types, finds->touched);
  while (g_hash_table_iter_next (&types, &type_name, &ids))
    {
      GHashTableIter iter;
      gpointer id;
      g_hash_table_iter_init (&iter, ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!ledger_affected_issues_add (self->store, type_name, id, finds->issues, error))
          return FALSE;
    }
  return TRUE;
}

static void
collect_come_and_gone (LedgerDocument *self, Finds *finds)
{
  LedgerTable *issues = ledger_document_get_table (self, "issue");
  const GPtrArray *vanished = ledger_table_get_vanished (issues);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, ledger_table_get_appeared (issues));
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_hash_table_add (finds->issues, g_strdup (ledger_record_get_id (record)));
  for (guint i = 0; i < vanished->len; i++)
    g_hash_table_add (finds->issues, g_strdup (ledger_record_get_id (vanished->pdata[i])));
}

static gboolean
table_has_changed (LedgerDocument *self, const char *type_name, gboolean or_grown)
{
  LedgerTable *table = ledger_document_get_table (self, type_name);
  return g_hash_table_size (ledger_table_get_changed (table)) > 0
         || ledger_table_get_vanished (table)->len > 0
         || (or_grown && g_hash_table_size (ledger_table_get_appeared (table)) > 0);
}

/* Names, order of headings and near days stand in the facts of issues that were not touched. A new
 * name stands nowhere yet, unless one that was deleted has come back. */
static gboolean
concerns_all (LedgerDocument *self)
{
  return table_has_changed (self, "person", self->shows_deleted)
         || table_has_changed (self, "department", self->shows_deleted)
         || table_has_changed (self, "heading", TRUE)
         || table_has_changed (self, "inspection", TRUE);
}

static gboolean
refresh_facts (LedgerDocument *self, Finds *finds, GError **error)
{
  gboolean everything = count_touched (finds) > MANY;

  if (everything ? !ledger_facts_table_load (self->facts, self->store, error)
                 : !collect_issues (self, finds, error))
    return FALSE;
  if (!everything)
    {
      collect_come_and_gone (self, finds);
      if (!ledger_facts_table_update (self->facts, self->store, finds->issues, error))
        return FALSE;
    }
  if (!everything && concerns_all (self))
    {
      self->shows_deleted = FALSE;
      ledger_facts_table_recompute (self->facts);
    }
  return TRUE;
}

/* --- conflicts, undo --- */

void
ledger_document_read_conflicts (LedgerDocument *self)
{
  g_autoptr (GPtrArray) conflicts = ledger_store_get_conflicts (self->store, NULL);
  GHashTable *issues = new_set ();

  g_clear_pointer (&self->conflicted, g_hash_table_unref);
  self->conflicted = new_set ();
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const LedgerOperation *operation = conflicts->pdata[i];
      g_hash_table_add (self->conflicted, g_strdup (operation->id));
      ledger_affected_issues_add (self->store, operation->type, operation->id, issues, NULL);
    }
  ledger_facts_table_set_conflicts (self->facts, issues);
}

gboolean
ledger_document_is_conflicted (LedgerDocument *self, const char *record_id)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);
  return self->conflicted != NULL && g_hash_table_contains (self->conflicted, record_id);
}

static gboolean
any_conflict (LedgerDocument *self)
{
  return self->conflicted != NULL && g_hash_table_size (self->conflicted) > 0;
}

static gboolean
replace_text (char **place, char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (*place);
  *place = text;
  return TRUE;
}

static void
read_saved_at (LedgerDocument *self)
{
  gint64 saved_at = ledger_store_get_last_time (self->store);

  if (saved_at == self->saved_at)
    return;
  self->saved_at = saved_at;
  ledger_document_notify (self, LEDGER_DOCUMENT_PROP_SAVED_AT);
}

/* Notifies; called with notification frozen until the tables are published. */
void
ledger_document_read_undo (LedgerDocument *self)
{
  char *reason = NULL;
  char *undo = NULL;
  char *redo = NULL;

  if (self->writer != NULL)
    {
      undo = ledger_store_peek_undo (self->store, self->desk, &reason);
      redo = ledger_store_peek_redo (self->store, self->desk);
    }
  if (replace_text (&self->undo_title, undo))
    ledger_document_notify (self, LEDGER_DOCUMENT_PROP_UNDO_TITLE);
  if (replace_text (&self->undo_reason, reason))
    ledger_document_notify (self, LEDGER_DOCUMENT_PROP_UNDO_REASON);
  if (replace_text (&self->redo_title, redo))
    ledger_document_notify (self, LEDGER_DOCUMENT_PROP_REDO_TITLE);
  read_saved_at (self);
}

/* --- the whole --- */

static gboolean
read_changes (LedgerDocument *self, Finds *finds, GError **error)
{
  g_clear_pointer (&self->facts_in_order, g_ptr_array_unref);
  if (!ledger_store_foreach_touched (
          self->store, self->position, ledger_document_take_touched, finds->touched, error)
      || !reload_touched (self, finds, error) || !follow_parents (self, error))
    return FALSE;
  if (!refresh_facts (self, finds, error))
    return FALSE;
  /* Values compete only after a merge (LOG 12), so that most refreshes need not look for them. */
  if (any_conflict (self) || ledger_store_has_merged_since (self->store, self->position))
    ledger_document_read_conflicts (self);
  ledger_document_read_undo (self);
  return TRUE;
}

void
ledger_document_publish_tables (LedgerDocument *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (self->tables->pdata[i] != NULL)
      ledger_table_publish (self->tables->pdata[i]);
  /* Whoever listed them while the tables were told of had the old order. */
  g_clear_pointer (&self->facts_in_order, g_ptr_array_unref);
}

void
ledger_document_announce (LedgerDocument *self, GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    ledger_document_emit_issue_changed (self, issues->pdata[i]);
  ledger_document_emit_refreshed (self);
  g_ptr_array_unref (issues);
}

static void
publish (LedgerDocument *self)
{
  GPtrArray *changed = ledger_facts_table_steal_changed (self->facts);

  ledger_document_publish_tables (self);
  ledger_document_announce (self, changed);
}

static gboolean
refresh_once (LedgerDocument *self, GError **error)
{
  if (!ledger_document_begin_read (self, error))
    return FALSE;

  gint64 position = ledger_store_get_position (self->store);
  g_auto (Finds) finds = {
    .touched =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref),
    .issues = new_set (),
  };
  gboolean news = position != self->position;
  g_object_freeze_notify (G_OBJECT (self));
  gboolean read = !news || read_changes (self, &finds, error);
  ledger_document_end_read (self);
  if (read && news)
    {
      self->position = position;
      publish (self);
    }
  g_object_thaw_notify (G_OBJECT (self));
  return read;
}

gboolean
ledger_document_refresh (LedgerDocument *self, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);

  if (self->store == NULL)
    return TRUE;
  ledger_document_finish_renewal (self);
  self->refresh_again = TRUE;
  if (self->refreshing)
    return TRUE;

  /* Somebody told by the first refresh may ask for the next one. */
  gboolean read = TRUE;
  g_autoptr (LedgerDocument) keep = g_object_ref (self);
  self->refreshing = TRUE;
  while (read && self->refresh_again && self->store != NULL)
    {
      self->refresh_again = FALSE;
      read = refresh_once (self, error);
    }
  self->refreshing = FALSE;
  return read;
}
