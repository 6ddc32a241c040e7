/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compound-build.h"

#include <string.h>

#define CUTOFF 4096
#define SMALL 64
#define CHAIN_END 0xfffffffeU
#define FREE 0xffffffffU
#define TABLE 0xfffffffdU

typedef struct
{
  guint shift;
  GByteArray *sectors; /* behind the header; the first is the table of sectors */
  GArray *table;       /* guint32 */
  GByteArray *small;
  GArray *small_table;
  GByteArray *directory;
} Build;

static void
put_16 (guint8 *at, guint16 value)
{
  at[0] = value & 0xff;
  at[1] = value >> 8;
}

static void
put_32 (guint8 *at, guint32 value)
{
  put_16 (at, value & 0xffff);
  put_16 (at + 2, value >> 16);
}

/* Adds BYTES in units of 2^SHIFT bytes, chained; the first unit. */
static guint32
add_chain (GByteArray *to, GArray *table, guint shift, const guint8 *bytes, gsize size)
{
  const guint32 first = table->len;
  const guint n = (guint)((size + (1U << shift) - 1) >> shift);

  for (guint i = 0; i < n; i++)
    {
      const guint32 next = i + 1 < n ? first + i + 1 : CHAIN_END;
      g_array_append_val (table, next);
    }
  g_byte_array_append (to, bytes, (guint)size);
  g_byte_array_set_size (to, table->len << shift);
  memset (to->data + (((gsize)first << shift) + size), 0, ((gsize)n << shift) - size);
  return n > 0 ? first : CHAIN_END;
}

static void
add_entry (Build *build, const char *name, guint8 type, guint32 start, gsize size)
{
  guint8 entry[128] = { 0 };

  for (guint i = 0; name[i] != '\0'; i++)
    entry[2 * i] = (guint8)name[i];
  put_16 (entry + 64, (guint16)(2 * (strlen (name) + 1)));
  entry[66] = type;
  put_32 (entry + 116, start);
  put_32 (entry + 120, (guint32)size);
  g_byte_array_append (build->directory, entry, sizeof entry);
}

static void
add_streams (Build *build, const CompoundStream *streams, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const gboolean small = streams[i].size < CUTOFF;
      const guint32 start =
          small ? add_chain (build->small, build->small_table, 6, streams[i].bytes, streams[i].size)
                : add_chain (
                    build->sectors, build->table, build->shift, streams[i].bytes, streams[i].size);

      add_entry (build, streams[i].name, 2, start, streams[i].size);
    }
}

static GByteArray *
finish (Build *build)
{
  GByteArray *file = g_byte_array_new ();
  const gsize sector = (gsize)1 << build->shift;
  const guint32 small =
      add_chain (build->sectors, build->table, build->shift, build->small->data, build->small->len);
  const guint32 small_table = add_chain (build->sectors,
                                         build->table,
                                         build->shift,
                                         (const guint8 *)build->small_table->data,
                                         build->small_table->len * sizeof (guint32));
  guint32 directory;
  guint8 header[512] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

  put_32 (build->directory->data + 116, small);
  put_32 (build->directory->data + 120, build->small->len);
  directory = add_chain (
      build->sectors, build->table, build->shift, build->directory->data, build->directory->len);
  g_assert_cmpuint (build->table->len * sizeof (guint32), <=, sector);
  memset (build->sectors->data, 0xff, sector);
  for (guint i = 0; i < build->table->len; i++)
    put_32 (build->sectors->data + 4 * i, g_array_index (build->table, guint32, i));
  put_16 (header + 26, build->shift == 12 ? 4 : 3);
  put_16 (header + 30, (guint16)build->shift);
  put_16 (header + 32, 6);
  put_32 (header + 44, 1);
  put_32 (header + 48, directory);
  put_32 (header + 56, CUTOFF);
  put_32 (header + 60, small_table);
  put_32 (header + 64, small_table == CHAIN_END ? 0 : 1);
  put_32 (header + 68, CHAIN_END);
  for (guint i = 0; i < 109; i++)
    put_32 (header + 76 + 4 * i, i == 0 ? 0 : FREE);
  g_byte_array_append (file, header, sizeof header);
  g_byte_array_set_size (file, (guint)sector);
  memset (file->data + sizeof header, 0, sector - sizeof header);
  g_byte_array_append (file, build->sectors->data, build->sectors->len);
  return file;
}

GByteArray *
compound_build_new (const CompoundStream *streams, guint n, guint shift)
{
  const guint32 table = TABLE;
  g_autoptr (GByteArray) sectors = g_byte_array_new ();
  g_autoptr (GByteArray) small = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  g_autoptr (GArray) sector_table = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) small_table = g_array_new (FALSE, FALSE, sizeof (guint32));
  Build build = { shift, sectors, sector_table, small, small_table, directory };

  g_array_append_val (sector_table, table);
  g_byte_array_set_size (sectors, 1U << shift);
  add_entry (&build, "Root Entry", 5, CHAIN_END, 0);
  add_streams (&build, streams, n);
  return finish (&build);
}
