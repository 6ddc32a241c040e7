/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-opening.h"

#include "ledger-backup.h"
#include "ledger-error.h"
#include "ledger-integrity.h"
#include "ledger-lock.h"
#include "ledger-place.h"
#include "ledger-schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

gboolean
ledger_opening_check_exists (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_NOT_FOUND,
               g_file_test (path, G_FILE_TEST_IS_DIR)
                   ? _ ("“%s” is a folder, not a ledger. Choose a file that ends in .zgl.")
                   : _ ("There is no file “%s”. Check the name, or choose the ledger again."),
               path);
  return FALSE;
}

gboolean
ledger_opening_check_place (const char *path, GError **error)
{
  LedgerPlace place = ledger_place_of (path);
  g_autofree char *text = ledger_place_describe (place, path);
  if (text == NULL)
    return TRUE;
  g_set_error_literal (error,
                       LEDGER_ERROR,
                       place == LEDGER_PLACE_READ_ONLY ? LEDGER_ERROR_READ_ONLY
                       : place == LEDGER_PLACE_MISSING ? LEDGER_ERROR_NOT_FOUND
                                                       : LEDGER_ERROR_UNSUPPORTED,
                       text);
  return FALSE;
}

gboolean
ledger_opening_check_readable (LedgerConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (ledger_schema_check (connection, &failure)
      || g_error_matches (failure, LEDGER_ERROR, LEDGER_ERROR_NEWER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
wal_path (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

LedgerConnectionMode
ledger_opening_choose_mode (const char *path)
{
  g_autofree char *wal = wal_path (path);
  if (ledger_place_of (path) == LEDGER_PLACE_READ_ONLY && !g_file_test (wal, G_FILE_TEST_EXISTS))
    return LEDGER_CONNECTION_IMMUTABLE;
  return LEDGER_CONNECTION_READ;
}

gboolean
ledger_opening_has_leftover (const char *path)
{
  g_autofree char *wal = wal_path (path);
  GStatBuf facts;
  return g_stat (wal, &facts) == 0 && facts.st_size > 0;
}

static gboolean
is_left_over (const char *path, gboolean owned)
{
  return ledger_opening_has_leftover (path) && (owned || !ledger_lock_is_held (path));
}

/* Read-only, so that closing moves nothing from the -wal into the file. */
static gboolean
is_sound (const char *path, const LedgerReading *reading, GError **error)
{
  g_autoptr (LedgerConnection) connection =
      ledger_connection_open (path, LEDGER_CONNECTION_READ, error);
  if (connection == NULL || !ledger_schema_check (connection, error))
    return FALSE;
  g_autoptr (LedgerLog) log = ledger_log_new (connection, reading);
  return ledger_integrity_require (log, NULL, NULL, error);
}

static gboolean
refuse (const char *path, gboolean set_aside, GError *cause, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *aside = NULL;
  if (set_aside
      && !ledger_backup_put_aside (path, C_ ("file name", "damaged"), TRUE, &aside, error))
    {
      g_error_free (cause);
      return FALSE;
    }
  g_autofree char *aside_name = aside != NULL ? g_path_get_basename (aside) : NULL;
  if (aside != NULL)
    g_set_error (
        error,
        LEDGER_ERROR,
        LEDGER_ERROR_DAMAGED,
        _ ("“%s” was not closed properly and the last changes beside it do not fit (%s). "
           "Everything was put aside as “%s”. Open the ledger again to go on without those "
           "changes, or restore a backup."),
        name,
        cause->message,
        aside_name);
  else
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_DAMAGED,
                 _ ("“%s” was not closed properly and the last changes beside it do not fit (%s). "
                    "Open it for editing once, so that they are put aside, or restore a backup."),
                 name,
                 cause->message);
  g_error_free (cause);
  return FALSE;
}

gboolean
ledger_opening_check_leftover (const char *path,
                               const LedgerReading *reading,
                               gboolean set_aside,
                               GError **error)
{
  GError *cause = NULL;
  if (!is_left_over (path, set_aside) || is_sound (path, reading, &cause))
    return TRUE;
  gboolean damaged = g_error_matches (cause, LEDGER_ERROR, LEDGER_ERROR_DAMAGED)
                     || g_error_matches (cause, LEDGER_ERROR, LEDGER_ERROR_UNSUPPORTED);
  if (damaged)
    return refuse (path, set_aside, cause, error);
  g_propagate_error (error, cause);
  return FALSE;
}

gboolean
ledger_opening_check_log (const char *path, const LedgerReading *reading, GError **error)
{
  GError *cause = NULL;
  if (is_sound (path, reading, &cause)
      || !g_error_matches (cause, LEDGER_ERROR, LEDGER_ERROR_DAMAGED))
    return ledger_error_pass (cause, error);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_DAMAGED,
               /* Translators: a sentence that ends with a full stop */
               _ ("%s Nothing was written. Restore a backup."),
               cause->message);
  g_error_free (cause);
  return FALSE;
}
