/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-compound-file.h"

#include <string.h>

enum
{
  HEADER = 512,
  ENTRY = 128,        /* of the directory */
  LISTED = 109,       /* sectors of the table that the header itself names */
  MOST_ENTRIES = 512, /* a workbook has a dozen streams */
  MOST_STEPS = 4096,  /* of a walk: the beginning of a stream is never farther */
  TYPE_STREAM = 2,
  TYPE_ROOT = 5,
};

#define END G_GUINT64_CONSTANT (0xfffffffa) /* from here on no sector but a mark */

typedef struct
{
  char name[33]; /* ASCII; of others "?" stands for each character */
  guint8 type;
  guint32 start;
  guint64 size;
} Entry;

struct _LedgerCompoundFile
{
  LedgerSourceFile *file; /* borrowed */
  guint8 header[HEADER];
  guint shift;
  guint mini_shift;
  guint32 cutoff; /* smaller streams lie in the root's stream */
  GArray *entries;
};

static guint32
get_32 (const guint8 *at)
{
  return at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16 | (guint32)at[3] << 24;
}

static gboolean
read_at (LedgerCompoundFile *self, guint64 offset, gpointer buffer, gsize length)
{
  return ledger_source_file_read_at (self->file, offset, buffer, length, NULL) == (gssize)length;
}

static guint64
offset_of (LedgerCompoundFile *self, guint32 sector)
{
  return ((guint64)sector + 1) << self->shift;
}

/* --- the tables --- */

/* The INDEX-th number of the sector; the end mark where it cannot be read. */
static guint32
read_number (LedgerCompoundFile *self, guint32 sector, guint index)
{
  guint8 bytes[4];

  return sector < END && read_at (self, offset_of (self, sector) + 4 * (guint64)index, bytes, 4)
             ? get_32 (bytes)
             : (guint32)END;
}

/* The sector that holds the INDEX-th part of the table of sectors: named in the header or, in
 * large files, in a chain of lists whose last number leads to the next list. */
static guint32
find_table_sector (LedgerCompoundFile *self, guint64 index)
{
  const guint per_list = (1U << self->shift) / 4 - 1;
  guint32 list = get_32 (self->header + 68);
  guint steps = MOST_STEPS;

  if (index < LISTED)
    return get_32 (self->header + 76 + 4 * index);
  for (index -= LISTED; index >= per_list && list < END && steps > 0; index -= per_list, steps--)
    list = read_number (self, list, per_list);
  return steps > 0 ? read_number (self, list, (guint)index) : (guint32)END;
}

static guint32
next_sector (LedgerCompoundFile *self, guint32 sector)
{
  const guint per_sector = (1U << self->shift) / 4;

  return read_number (self, find_table_sector (self, sector / per_sector), sector % per_sector);
}

/* The INDEX-th sector of the chain that begins at START. */
static guint32
follow (LedgerCompoundFile *self, guint32 start, guint64 index)
{
  if (index > MOST_STEPS)
    return (guint32)END;
  while (index-- > 0 && start < END)
    start = next_sector (self, start);
  return start;
}

/* --- the directory --- */

static void
read_entry (const guint8 *bytes, Entry *entry)
{
  const guint length = MIN (bytes[64] / 2U, 32);

  memset (entry, 0, sizeof *entry);
  for (guint i = 0; i + 1 < length; i++)
    entry->name[i] = bytes[2 * i + 1] == 0 && bytes[2 * i] >= 0x20 ? (char)bytes[2 * i] : '?';
  entry->type = bytes[66];
  entry->start = get_32 (bytes + 116);
  entry->size = get_32 (bytes + 120); /* the upper half is not to be trusted in version 3 */
}

static gboolean
read_directory (LedgerCompoundFile *self)
{
  const guint per_sector = (1U << self->shift) / ENTRY;
  guint32 sector = get_32 (self->header + 48);

  for (guint i = 0; sector < END && self->entries->len < MOST_ENTRIES; i++)
    {
      guint8 bytes[ENTRY];
      Entry entry;

      if (i == per_sector)
        {
          i = 0;
          sector = next_sector (self, sector);
          if (sector >= END)
            break;
        }
      if (!read_at (self, offset_of (self, sector) + (guint64)i * ENTRY, bytes, ENTRY))
        return self->entries->len > 0;
      read_entry (bytes, &entry);
      g_array_append_val (self->entries, entry);
    }
  return self->entries->len > 0 && g_array_index (self->entries, Entry, 0).type == TYPE_ROOT;
}

static const Entry *
find (LedgerCompoundFile *self, const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->type == TYPE_STREAM && g_ascii_strcasecmp (entry->name, name) == 0)
        return entry;
    }
  return NULL;
}

LedgerCompoundFile *
ledger_compound_file_new (LedgerSourceFile *file)
{
  static const guint8 magic[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  g_autoptr (LedgerCompoundFile) self = g_new0 (LedgerCompoundFile, 1);

  self->file = file;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  if (!read_at (self, 0, self->header, HEADER) || memcmp (self->header, magic, sizeof magic) != 0)
    return NULL;
  self->shift = self->header[30];
  self->mini_shift = self->header[32];
  self->cutoff = get_32 (self->header + 56);
  if ((self->shift != 9 && self->shift != 12) || self->mini_shift != 6 || !read_directory (self))
    return NULL;
  return g_steal_pointer (&self);
}

void
ledger_compound_file_free (LedgerCompoundFile *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

gboolean
ledger_compound_file_has (LedgerCompoundFile *self, const char *name)
{
  return find (self, name) != NULL;
}

/* --- a stream --- */

/* Where the INDEX-th small sector lies, in the file; 0 where nowhere. */
static guint64
find_small (LedgerCompoundFile *self, guint32 sector)
{
  const Entry *root = &g_array_index (self->entries, Entry, 0);
  const guint64 offset = (guint64)sector << self->mini_shift;
  const guint32 large = follow (self, root->start, offset >> self->shift);

  return large < END ? offset_of (self, large) + (offset & ((1U << self->shift) - 1)) : 0;
}

static guint32
next_small (LedgerCompoundFile *self, guint32 sector)
{
  const guint per_sector = (1U << self->shift) / 4;
  const guint32 table = follow (self, get_32 (self->header + 60), sector / per_sector);

  return read_number (self, table, sector % per_sector);
}

gssize
ledger_compound_file_read (LedgerCompoundFile *self, const char *name, guint8 *buffer, gsize size)
{
  const Entry *entry = find (self, name);
  const gboolean small = entry != NULL && entry->size < self->cutoff;
  const gsize step = small ? 1U << self->mini_shift : 1U << self->shift;
  guint32 sector = entry != NULL ? entry->start : (guint32)END;
  gsize done = 0;

  if (entry == NULL)
    return -1;
  for (size = MIN (size, entry->size); done < size && sector < END;)
    {
      const gsize part = MIN (step, size - done);
      const guint64 offset = small ? find_small (self, sector) : offset_of (self, sector);

      if (offset == 0 || !read_at (self, offset, buffer + done, part))
        break;
      done += part;
      sector = small ? next_small (self, sector) : next_sector (self, sector);
    }
  return done == size ? (gssize)done : -1;
}
