/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-merge.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ledger-backup-shelf.h"
#include "ledger-error.h"
#include "ledger-place.h"
#include "ledger-reading.h"

/* What the copy was made for did not happen: the copies of earlier merges are worth more. */
static void
throw_away (const char *copy)
{
  g_autofree char *folder = g_path_get_dirname (copy);

  g_unlink (copy);
  g_rmdir (folder); /* only where it is empty now */
}

static LedgerStore *
open_other (LedgerStore *store, const char *path, GError **error)
{
  if (ledger_place_check_target (ledger_store_get_path (store), path, NULL))
    return ledger_store_open (path, ledger_reading_get_default (), LEDGER_STORE_READ, error);
  g_autofree char *name = g_path_get_basename (path);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("“%s” is this very ledger. Choose another copy of it."),
               name);
  return NULL;
}

gboolean
ledger_merge_file (LedgerDocument *document,
                   const char *other_path,
                   LedgerTakeInResult *result,
                   char **copy,
                   LedgerProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *before = NULL;
  g_autoptr (LedgerStore) other = open_other (store, other_path, error);
  gboolean taken;

  if (!other
      || !ledger_backup_shelf_add (store,
                                   LEDGER_BACKUP_LOG,
                                   C_ ("file name", "before merging"),
                                   now,
                                   &before,
                                   progress,
                                   cancellable,
                                   error))
    return FALSE;
  taken = ledger_store_take_in (store,
                                other,
                                ledger_document_get_actor_name (document),
                                ledger_document_get_desk (document),
                                result,
                                progress,
                                cancellable,
                                error);
  if (!taken || result->edits_added == 0)
    throw_away (before);
  else if (copy)
    *copy = g_steal_pointer (&before);
  return taken && ledger_document_refresh (document, error);
}
