/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-store.h"

#include "ledger-audit-trail.h"
#include "ledger-commit.h"
#include "ledger-error.h"
#include "ledger-inverse.h"
#include "ledger-undo-step.h"

#include <glib/gi18n-lib.h>

/* A window asks after every edit, on its main thread: what stands on an import of ten thousand rows
 * is looked for when it is undone, not before. */
#define MOST_PARTS_TO_PEEK 500

static gboolean
is_large (LedgerLog *log, gint64 edit)
{
  g_autoptr (LedgerLogLine) line = ledger_audit_trail_read_line (log, edit, NULL);
  return line != NULL && line->n_parts > MOST_PARTS_TO_PEEK;
}

static char *
peek (LedgerStore *self, const char *desk, gboolean redo, char **reason)
{
  LedgerLog *log = ledger_store_peek_log (self);
  g_autoptr (GError) failure = NULL;
  gint64 edit = ledger_undo_step_find (log, desk, redo, NULL);
  if (edit == 0)
    return NULL;
  if (is_large (log, edit))
    return ledger_undo_step_dup_title (log, edit, NULL);
  g_autoptr (LedgerEdit) inverse =
      ledger_inverse_make (self, edit, redo ? LEDGER_EDIT_REDO : LEDGER_EDIT_UNDO, &failure);
  if (inverse == NULL && reason != NULL)
    *reason = g_strdup (failure->message);
  return inverse == NULL && redo ? NULL : ledger_undo_step_dup_title (log, edit, NULL);
}

char *
ledger_store_peek_undo (LedgerStore *self, const char *desk, char **reason)
{
  gboolean own = FALSE;
  if (reason != NULL)
    *reason = NULL;
  if (!ledger_store_enter_read (self, &own, NULL))
    return NULL;
  char *title = peek (self, desk, FALSE, reason);
  ledger_store_leave_read (self, own);
  return title;
}

char *
ledger_store_peek_redo (LedgerStore *self, const char *desk)
{
  gboolean own = FALSE;
  if (!ledger_store_enter_read (self, &own, NULL))
    return NULL;
  char *title = peek (self, desk, TRUE, NULL);
  ledger_store_leave_read (self, own);
  return title;
}

static gboolean
set_nothing (gboolean redo, GError **error)
{
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       LEDGER_ERROR_NOT_FOUND,
                       redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
  return FALSE;
}

/* What is going to be written, found in one short read: an import is turned in tens of thousands of
 * small looks, and each would take and give back SQLite's locks. */
static LedgerEdit *
find_inverse (LedgerStore *self,
              const char *desk,
              gboolean redo,
              char **title,
              guint8 target[32],
              GError **error)
{
  LedgerLog *log = ledger_store_peek_log (self);
  GError *failure = NULL;
  gint64 edit = ledger_undo_step_find (log, desk, redo, &failure);
  if (!ledger_error_pass (failure, error))
    return NULL;
  if (edit == 0)
    {
      set_nothing (redo, error);
      return NULL;
    }
  *title = ledger_undo_step_dup_title (log, edit, error);
  if (*title == NULL || !ledger_log_read_edit (log, edit, target, NULL, error))
    return NULL;
  return ledger_inverse_make (self, edit, redo ? LEDGER_EDIT_REDO : LEDGER_EDIT_UNDO, error);
}

static gboolean
turn_back (LedgerStore *self,
           const char *actor,
           const char *desk,
           gboolean redo,
           char **title,
           GError **error)
{
  g_autofree char *words = NULL;
  guint8 target[32];
  gboolean own = FALSE;
  gboolean written = FALSE;
  if (!ledger_store_check_writable (self, error) || !ledger_store_enter_read (self, &own, error))
    return FALSE;
  g_autoptr (LedgerEdit) inverse = find_inverse (self, desk, redo, &words, target, error);
  ledger_store_leave_read (self, own);
  if (inverse == NULL)
    return FALSE;
  ledger_edit_set_actor (inverse, actor, desk);
  if (!ledger_commit_edit (ledger_store_peek_log (self),
                           ledger_store_peek_apply (self),
                           inverse,
                           target,
                           &written,
                           NULL,
                           error))
    return FALSE;
  if (!written)
    return set_nothing (redo, error);
  if (title != NULL)
    *title = g_steal_pointer (&words);
  return TRUE;
}

gboolean
ledger_store_undo (
    LedgerStore *self, const char *actor, const char *desk, char **title, GError **error)
{
  return turn_back (self, actor, desk, FALSE, title, error);
}

gboolean
ledger_store_redo (
    LedgerStore *self, const char *actor, const char *desk, char **title, GError **error)
{
  return turn_back (self, actor, desk, TRUE, title, error);
}
