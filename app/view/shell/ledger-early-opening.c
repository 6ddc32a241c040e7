/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-early-opening.h"

#include "ledger-sample.h"

struct _LedgerEarlyOpening
{
  char *path;
  GThread *thread; /* NULL: joined */
  LedgerDocument *document;
};

static gpointer
run (gpointer data)
{
  LedgerEarlyOpening *self = data;

  if (!ledger_sample_is_at (self->path))
    self->document = ledger_document_prepare (self->path, LEDGER_DOCUMENT_WINDOW, NULL);
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
  self->thread = g_thread_new ("ledger-early", run, self);
  return self;
}

void
ledger_early_opening_free (LedgerEarlyOpening *self)
{
  wait_for_thread (self);
  g_clear_object (&self->document);
  g_free (self->path);
  g_free (self);
}

const char *
ledger_early_opening_get_path (LedgerEarlyOpening *self)
{
  return self->path;
}

LedgerDocument *
ledger_early_opening_finish (LedgerEarlyOpening *self)
{
  wait_for_thread (self);
  if (self->document != NULL)
    ledger_document_settle (self->document);
  return g_steal_pointer (&self->document);
}
