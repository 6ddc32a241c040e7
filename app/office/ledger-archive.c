/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-archive.h"

#include <errno.h>
#include <zip.h>

#include "ledger-sheet-fault.h"

enum
{
  PIECE = 64 * 1024,
  MAX_PARTS = 100000,
};

struct _LedgerArchive
{
  zip_t *zip;
  char *name;
  GHashTable *parts; /* plain name → index + 1 */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_file_t, zip_fclose)

static char *
plain_name (const char *part)
{
  char *plain;

  while (*part == '/' || *part == '\\')
    part++;
  plain = g_ascii_strdown (part, -1);
  return g_strdelimit (plain, "\\", '/');
}

static void
list_parts (LedgerArchive *archive)
{
  zip_int64_t n = MIN (zip_get_num_entries (archive->zip, 0), MAX_PARTS);

  for (zip_int64_t i = 0; i < n; i++)
    {
      const char *name = zip_get_name (archive->zip, (zip_uint64_t)i, 0);

      if (name != NULL)
        g_hash_table_insert (archive->parts, plain_name (name), GINT_TO_POINTER ((gint)i + 1));
    }
}

LedgerArchive *
ledger_archive_open (const char *path, const char *name, GError **error)
{
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_RDONLY, &code);
  int number = errno;
  LedgerArchive *archive;

  if (zip == NULL)
    {
      if (code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_NOENT)
        ledger_sheet_fault_set_errno (code == ZIP_ER_NOENT ? ENOENT : number, name, error);
      else
        ledger_sheet_fault_set (LEDGER_SHEET_FAULT_DAMAGED, name, error);
      return NULL;
    }
  archive = g_new0 (LedgerArchive, 1);
  archive->zip = zip;
  archive->name = g_strdup (name);
  archive->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list_parts (archive);
  return archive;
}

void
ledger_archive_close (LedgerArchive *archive)
{
  zip_discard (archive->zip);
  g_hash_table_unref (archive->parts);
  g_free (archive->name);
  g_free (archive);
}

/* -1 where there is no such part. */
static zip_int64_t
find_part (LedgerArchive *archive, const char *part)
{
  g_autofree char *plain = plain_name (part);

  return GPOINTER_TO_INT (g_hash_table_lookup (archive->parts, plain)) - 1;
}

gboolean
ledger_archive_has (LedgerArchive *archive, const char *part)
{
  return find_part (archive, part) >= 0;
}

guint64
ledger_archive_get_size (LedgerArchive *archive, const char *part)
{
  zip_int64_t index = find_part (archive, part);
  zip_stat_t stat;

  if (index < 0 || zip_stat_index (archive->zip, (zip_uint64_t)index, 0, &stat) != 0
      || (stat.valid & ZIP_STAT_SIZE) == 0)
    return 0;
  return stat.size;
}

static zip_file_t *
open_part (LedgerArchive *archive, const char *part, GError **error)
{
  zip_int64_t index = find_part (archive, part);
  zip_file_t *file = index < 0 ? NULL : zip_fopen_index (archive->zip, (zip_uint64_t)index, 0);
  gboolean locked;

  if (file != NULL)
    return file;
  locked = index >= 0 && zip_error_code_zip (zip_get_error (archive->zip)) == ZIP_ER_NOPASSWD;
  ledger_sheet_fault_set (
      locked ? LEDGER_SHEET_FAULT_LOCKED : LEDGER_SHEET_FAULT_DAMAGED, archive->name, error);
  return NULL;
}

gboolean
ledger_archive_read (LedgerArchive *archive,
                     const char *part,
                     LedgerReadBudget *budget,
                     LedgerArchiveFunc func,
                     gpointer data,
                     GError **error)
{
  g_autoptr (zip_file_t) file = open_part (archive, part, error);
  g_autofree char *piece = g_malloc (PIECE);
  guint64 read = 0;

  if (file == NULL)
    return FALSE;
  for (;;)
    {
      zip_int64_t got = zip_fread (file, piece, PIECE);

      if (got < 0)
        return ledger_sheet_fault_set (LEDGER_SHEET_FAULT_DAMAGED, archive->name, error);
      read += (guint64)got;
      if (read > LEDGER_READ_MAX_PART)
        return ledger_sheet_fault_set (LEDGER_SHEET_FAULT_TOO_LARGE, archive->name, error);
      if (!ledger_read_budget_take_bytes (budget, (gsize)got, error)
          || !func (piece, (gsize)got, data, error))
        return FALSE;
      if (got == 0)
        return TRUE;
    }
}
