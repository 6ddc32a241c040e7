/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-reading.h"

G_DEFINE_FINAL_TYPE (LedgerDocument, ledger_document, G_TYPE_OBJECT)

static GParamSpec *properties[LEDGER_DOCUMENT_N_PROPS];
static guint signals[3];

void
ledger_document_notify (LedgerDocument *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
ledger_document_emit_refreshed (LedgerDocument *self)
{
  g_signal_emit (self, signals[LEDGER_DOCUMENT_SIGNAL_REFRESHED], 0);
}

void
ledger_document_emit_issues_going (LedgerDocument *self, guint n)
{
  g_signal_emit (self, signals[LEDGER_DOCUMENT_SIGNAL_ISSUES_GOING], 0, n);
}

void
ledger_document_emit_issue_changed (LedgerDocument *self, const char *id)
{
  g_signal_emit (self, signals[LEDGER_DOCUMENT_SIGNAL_ISSUE_CHANGED], 0, id);
}

static void
ledger_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LedgerDocument *self = LEDGER_DOCUMENT (object);

  switch (prop_id)
    {
    case LEDGER_DOCUMENT_PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case LEDGER_DOCUMENT_PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case LEDGER_DOCUMENT_PROP_HOLDER:
      g_value_set_string (value, self->holder);
      break;
    case LEDGER_DOCUMENT_PROP_DAMAGE:
      g_value_set_string (value, self->damage);
      break;
    case LEDGER_DOCUMENT_PROP_UNDO_TITLE:
      g_value_set_string (value, self->undo_title);
      break;
    case LEDGER_DOCUMENT_PROP_UNDO_REASON:
      g_value_set_string (value, self->undo_reason);
      break;
    case LEDGER_DOCUMENT_PROP_REDO_TITLE:
      g_value_set_string (value, self->redo_title);
      break;
    case LEDGER_DOCUMENT_PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case LEDGER_DOCUMENT_PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ledger_document_dispose (GObject *object)
{
  ledger_document_close (LEDGER_DOCUMENT (object));
  G_OBJECT_CLASS (ledger_document_parent_class)->dispose (object);
}

static void
ledger_document_finalize (GObject *object)
{
  LedgerDocument *self = LEDGER_DOCUMENT (object);

  g_clear_pointer (&self->facts_in_order, g_ptr_array_unref);
  g_clear_pointer (&self->facts, ledger_facts_table_free);
  g_clear_pointer (&self->conflicted, g_hash_table_unref);
  g_clear_pointer (&self->tree, ledger_heading_tree_free);
  g_ptr_array_unref (self->tables);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->deleted_names);
  g_clear_pointer (&self->calendar, ledger_calendar_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->holder);
  g_free (self->damage);
  g_free (self->desk);
  g_free (self->actor_id);
  g_free (self->actor_name);
  g_free (self->undo_title);
  g_free (self->undo_reason);
  g_free (self->redo_title);
  G_OBJECT_CLASS (ledger_document_parent_class)->finalize (object);
}

static void
ledger_document_class_init (LedgerDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const struct
  {
    guint property;
    const char *name;
  } texts[] = {
    { LEDGER_DOCUMENT_PROP_PATH, "path" },
    { LEDGER_DOCUMENT_PROP_HOLDER, "holder" },
    { LEDGER_DOCUMENT_PROP_DAMAGE, "damage" },
    { LEDGER_DOCUMENT_PROP_UNDO_TITLE, "undo-title" },
    { LEDGER_DOCUMENT_PROP_UNDO_REASON, "undo-reason" },
    { LEDGER_DOCUMENT_PROP_REDO_TITLE, "redo-title" },
  };

  object_class->get_property = ledger_document_get_property;
  object_class->dispose = ledger_document_dispose;
  object_class->finalize = ledger_document_finalize;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].property] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  properties[LEDGER_DOCUMENT_PROP_READ_ONLY] =
      g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[LEDGER_DOCUMENT_PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[LEDGER_DOCUMENT_PROP_SAVED_AT] =
      g_param_spec_int64 ("saved-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, LEDGER_DOCUMENT_N_PROPS, properties);

  signals[LEDGER_DOCUMENT_SIGNAL_REFRESHED] = g_signal_new (
      "refreshed", LEDGER_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEDGER_DOCUMENT_SIGNAL_ISSUE_CHANGED] = g_signal_new ("issue-changed",
                                                                LEDGER_TYPE_DOCUMENT,
                                                                G_SIGNAL_RUN_LAST,
                                                                0,
                                                                NULL,
                                                                NULL,
                                                                NULL,
                                                                G_TYPE_NONE,
                                                                1,
                                                                G_TYPE_STRING);
  signals[LEDGER_DOCUMENT_SIGNAL_ISSUES_GOING] = g_signal_new ("issues-going",
                                                               LEDGER_TYPE_DOCUMENT,
                                                               G_SIGNAL_RUN_LAST,
                                                               0,
                                                               NULL,
                                                               NULL,
                                                               NULL,
                                                               G_TYPE_NONE,
                                                               1,
                                                               G_TYPE_UINT);
}

static void
unref_table (gpointer table)
{
  if (table != NULL)
    g_object_unref (table);
}

static void
ledger_document_init (LedgerDocument *self)
{
  self->tables = g_ptr_array_new_with_free_func (unref_table);
  g_ptr_array_set_size (self->tables, (int)ledger_reading_get_default ()->n_types);
  self->names =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  self->deleted_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->position = -1;
  self->facts = ledger_facts_table_new (self);
}

void
ledger_document_close (LedgerDocument *self)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));

  g_clear_handle_id (&self->poll_source, g_source_remove);
  ledger_document_stop_filling (self);
  if (self->jobs != NULL)
    ledger_task_queue_close (self->jobs);
  g_clear_object (&self->jobs);
  ledger_document_stop_renewal (self);
  ledger_document_stop_writing (self);
  /* The reader goes first: only then can the writer turn the file back into one plain file. */
  if (self->store != NULL && !ledger_store_is_writable (self->store))
    ledger_store_close (self->store, NULL);
  g_clear_object (&self->store);
  g_clear_pointer (&self->writer, ledger_writer_free);
}

/* --- what it is --- */

const char *
ledger_document_get_path (LedgerDocument *self)
{
  return self->path;
}

gboolean
ledger_document_is_read_only (LedgerDocument *self)
{
  return self->read_only;
}

const char *
ledger_document_get_holder (LedgerDocument *self)
{
  return self->holder;
}

const char *
ledger_document_get_damage (LedgerDocument *self)
{
  return self->damage;
}

LedgerCalendar *
ledger_document_get_calendar (LedgerDocument *self)
{
  return self->calendar;
}

LedgerDay
ledger_document_get_today (LedgerDocument *self)
{
  return self->today;
}

LedgerStore *
ledger_document_get_store (LedgerDocument *self)
{
  return self->store;
}

gint64
ledger_document_get_position (LedgerDocument *self)
{
  return self->position;
}

LedgerTaskQueue *
ledger_document_get_jobs (LedgerDocument *self)
{
  return self->jobs;
}

static char *
dup_login_name (void)
{
  const char *name = g_get_real_name ();
  if (name == NULL || name[0] == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_strdup (name);
}

void
ledger_document_set_actor (LedgerDocument *self, const char *person_id, const char *name)
{
  g_free (self->actor_id);
  self->actor_id = g_strdup (person_id);
  g_free (self->actor_name);
  self->actor_name = name != NULL ? g_strdup (name) : dup_login_name ();
}

const char *
ledger_document_get_actor_id (LedgerDocument *self)
{
  return self->actor_id;
}

const char *
ledger_document_get_actor_name (LedgerDocument *self)
{
  return self->actor_name;
}

const char *
ledger_document_get_desk (LedgerDocument *self)
{
  return self->desk;
}

const char *
ledger_document_get_undo_title (LedgerDocument *self)
{
  return self->undo_title;
}

const char *
ledger_document_get_undo_reason (LedgerDocument *self)
{
  return self->undo_reason;
}

const char *
ledger_document_get_redo_title (LedgerDocument *self)
{
  return self->redo_title;
}

gboolean
ledger_document_is_busy (LedgerDocument *self)
{
  return self->busy;
}

gint64
ledger_document_get_saved_at (LedgerDocument *self)
{
  return self->saved_at;
}
