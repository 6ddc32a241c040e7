/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-early-opening.h"

struct _LedgerEarlyOpening
{
  char *path;
  GThread *thread; /* NULL: joined */
  GCancellable *cancellable;
  LedgerOpenedFile *opened;
};

static gpointer
run (gpointer data)
{
  LedgerEarlyOpening *self = data;

  self->opened = ledger_opened_file_read (self->path, LEDGER_OPENING_FILE, self->cancellable);
  return NULL;
}

static void
wait_for_thread (LedgerEarlyOpening *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

LedgerEarlyOpening *
ledger_early_opening_begin (const char *path)
{
  LedgerEarlyOpening *self = g_new0 (LedgerEarlyOpening, 1);

  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  self->thread = g_thread_new ("ledger-early", run, self);
  return self;
}

void
ledger_early_opening_free (LedgerEarlyOpening *self)
{
  g_cancellable_cancel (self->cancellable);
  wait_for_thread (self);
  g_clear_pointer (&self->opened, ledger_opened_file_free);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self);
}

const char *
ledger_early_opening_get_path (LedgerEarlyOpening *self)
{
  return self->path;
}

LedgerOpenedFile *
ledger_early_opening_finish (LedgerEarlyOpening *self)
{
  wait_for_thread (self);
  return g_steal_pointer (&self->opened);
}
