/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-merge.h"

#include <glib/gi18n-lib.h>

#include "ledger-reading.h"

static char *
dup_copy_path (const char *path)
{
  g_autofree char *stem =
      g_str_has_suffix (path, ".zgl") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);

  return g_strdup_printf ("%s-%s.zgl", stem, _ ("before merging"));
}

gboolean
ledger_merge_file (LedgerDocument *document,
                   const char *other_path,
                   LedgerTakeInResult *result,
                   LedgerProgress *progress,
                   GCancellable *cancellable,
                   GError **error)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autofree char *copy = dup_copy_path (ledger_document_get_path (document));
  g_autoptr (LedgerStore) other =
      ledger_store_open (other_path, ledger_reading_get_default (), LEDGER_STORE_READ, error);

  if (!other || !ledger_store_backup (store, LEDGER_BACKUP_LOG, copy, progress, cancellable, error)
      || !ledger_store_take_in (store,
                                other,
                                ledger_document_get_actor_name (document),
                                ledger_document_get_desk (document),
                                result,
                                progress,
                                cancellable,
                                error))
    return FALSE;
  return ledger_document_refresh (document, error);
}
