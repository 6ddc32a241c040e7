/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document-private.h"

#include "ledger-error.h"
#include "ledger-inspection.h"
#include "ledger-lock.h"
#include "ledger-reading.h"
#include "ledger-settings.h"
#include "ledger-signoff-steps.h"
#include "ledger-undo-guard.h"

#include <glib/gi18n-lib.h>

/* How often a window looks for midnight and for what another process wrote. */
#define POLL_SECONDS 2

/* --- the writing half --- */

static LedgerStore *
open_store (const char *path, LedgerStoreMode mode, GError **error)
{
  LedgerStore *store = ledger_store_open (path, ledger_reading_get_default (), mode, error);
  if (store != NULL)
    ledger_undo_guard_install (store);
  return store;
}

/* A window looks at the hashes in a job that follows (ledger-window-care). */
static LedgerStore *
open_writing (gconstpointer path, GError **error)
{
  return open_store (path, LEDGER_STORE_WRITE, error);
}

/* A script is gone before a job could say anything. */
static LedgerStore *
open_checked (gconstpointer path, GError **error)
{
  return open_store (path, LEDGER_STORE_WRITE_CHECKED, error);
}

typedef struct
{
  const char *path;
  const char *unit;
  const char *actor;
  const char *desk;
  LedgerClock clock; /* NULL: the computer's */
  gpointer clock_data;
} Creation;

/* The round itself, with what every round starts from. Under a desk of its own: 撤销 offers a
 * desk's latest edit, and this one is nobody's to take back. */
static gboolean
write_inspection (LedgerStore *store, const Creation *creation, GError **error)
{
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Set up the round"));
  g_autofree char *id = g_strndup (ledger_store_get_ledger_id (store), 32);
  const char *type = ledger_inspection_record_type.name;
  const struct
  {
    guint column;
    const char *text;
  } presets[] = {
    { LEDGER_INSPECTION_UNIT, creation->unit },
    { LEDGER_INSPECTION_LEVEL_NAMES, _ ("Aspect\nCategory") },
    { LEDGER_INSPECTION_SIGNOFF_STEPS, LEDGER_SIGNOFF_STEPS_THREE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (presets[i].text != NULL)
      ledger_edit_set_text (edit,
                            type,
                            id,
                            ledger_inspection_record_type.columns[presets[i].column].name,
                            presets[i].text);
  ledger_edit_set_actor (edit, creation->actor, "new");
  return ledger_store_commit (store, edit, NULL, NULL, error);
}

static LedgerStore *
create_writing (gconstpointer data, GError **error)
{
  const Creation *creation = data;
  g_autoptr (LedgerStore) store = ledger_store_create (creation->path,
                                                       ledger_reading_get_default (),
                                                       creation->actor,
                                                       creation->desk,
                                                       creation->clock,
                                                       creation->clock_data,
                                                       error);

  if (store == NULL || !write_inspection (store, creation, error))
    return NULL;
  ledger_undo_guard_install (store);
  return g_steal_pointer (&store);
}

/* --- the reading half --- */

static LedgerDocument *
document_new (const char *path, LedgerDocumentMode mode)
{
  LedgerDocument *self = g_object_new (LEDGER_TYPE_DOCUMENT, NULL);
  LedgerSettings *settings = ledger_settings_open (NULL);

  self->path = g_strdup (path);
  self->mode = mode;
  self->desk = ledger_settings_dup_desk (settings);
  ledger_document_set_actor (self, NULL, NULL);
  self->calendar = ledger_calendar_load_default ();
  ledger_settings_free (settings);
  ledger_document_check_today (self);
  return self;
}

static char *
describe_holder (const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *computer = NULL;

  if (!ledger_lock_peek_holder (path, &name, &computer, NULL))
    return g_strdup (_ ("somebody else"));
  return g_steal_pointer (&name);
}

/* This thread's store, the tables of the first view. */
static gboolean
load (LedgerDocument *self, GCancellable *cancellable, GError **error)
{
  if (self->writer != NULL && ledger_writer_get_store (self->writer) != NULL)
    self->store = g_object_ref (ledger_writer_get_store (self->writer));
  else
    self->store =
        ledger_store_open (self->path, ledger_reading_get_default (), LEDGER_STORE_READ, error);
  if (self->store == NULL)
    return FALSE;
  ledger_store_set_cancellable (self->store, cancellable);
  self->read_only = self->writer == NULL;
  ledger_undo_guard_install (self->store);
  if (self->mode == LEDGER_DOCUMENT_WINDOW)
    self->jobs = ledger_task_queue_new ("ledger-jobs");
  return ledger_document_load_first (self, error);
}

/* A window still shows what it may not write. */
static void
fall_back (LedgerDocument *self, GError **failure)
{
  if (g_error_matches (*failure, LEDGER_ERROR, LEDGER_ERROR_LOCKED))
    self->holder = describe_holder (self->path);
  else if (!g_error_matches (*failure, LEDGER_ERROR, LEDGER_ERROR_READ_ONLY))
    return;
  g_clear_error (failure);
}

LedgerDocument *
ledger_document_prepare (const char *path,
                         LedgerDocumentMode mode,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (LedgerDocument) self = document_new (path, mode);
  g_autoptr (GError) failure = NULL;
  if (mode == LEDGER_DOCUMENT_WINDOW)
    self->writer = ledger_writer_new (TRUE, open_writing, path, &failure);
  else if (mode == LEDGER_DOCUMENT_SCRIPT)
    self->writer = ledger_writer_new (FALSE, open_checked, path, &failure);
  if (failure != NULL && mode == LEDGER_DOCUMENT_WINDOW)
    fall_back (self, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return load (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/* --- living on a thread --- */

/* Called every two seconds in a window. */
static gboolean
on_poll (gpointer data)
{
  LedgerDocument *self = data;

  ledger_document_check_today (self);
  if (self->read_only)
    ledger_document_refresh_then (self, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

void
ledger_document_settle (LedgerDocument *self)
{
  g_return_if_fail (LEDGER_IS_DOCUMENT (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_main_context_ref_thread_default ();
  ledger_store_set_cancellable (self->store, NULL);
  if (self->mode != LEDGER_DOCUMENT_WINDOW)
    return;
  self->poll_source = g_timeout_add_seconds (POLL_SECONDS, on_poll, self);
  ledger_document_start_filling (self);
}

LedgerDocument *
ledger_document_open (const char *path, LedgerDocumentMode mode, GError **error)
{
  LedgerDocument *self = ledger_document_prepare (path, mode, NULL, error);

  if (self != NULL)
    ledger_document_settle (self);
  return self;
}

static LedgerDocument *
create (LedgerDocumentMode mode, Creation *creation, GError **error)
{
  g_autoptr (LedgerDocument) self = document_new (creation->path, mode);

  if (creation->actor != NULL)
    ledger_document_set_actor (self, NULL, creation->actor);
  creation->actor = self->actor_name;
  creation->desk = self->desk;
  self->writer =
      ledger_writer_new (mode == LEDGER_DOCUMENT_WINDOW, create_writing, creation, error);
  if (self->writer == NULL || !load (self, NULL, error))
    return NULL;
  ledger_document_settle (self);
  return g_steal_pointer (&self);
}

LedgerDocument *
ledger_document_create (
    const char *path, LedgerDocumentMode mode, const char *unit, const char *actor, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (mode != LEDGER_DOCUMENT_READ, NULL);

  Creation creation = { .path = path, .unit = unit, .actor = actor };
  return create (mode, &creation, error);
}

LedgerDocument *
ledger_document_create_with_clock (const char *path,
                                   const char *unit,
                                   const char *actor,
                                   LedgerClock clock,
                                   gpointer data,
                                   GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  Creation creation = {
    .path = path, .unit = unit, .actor = actor, .clock = clock, .clock_data = data
  };
  return create (LEDGER_DOCUMENT_SCRIPT, &creation, error);
}
