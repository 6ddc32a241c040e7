/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-opening.h"

#include "ledger-place.h"

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
ledger_opening_check_leftover (const char *path,
                               const LedgerReading *reading,
                               gboolean set_aside,
                               GError **error)
{
  return TRUE;
}
