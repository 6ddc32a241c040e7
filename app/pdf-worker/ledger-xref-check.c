/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "ledger-xref-check.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TAIL 2048
/* An entry has 20 bytes; many writers end it with one byte instead of two. */
#define ENTRY 20
#define SHORT_ENTRY 19
#define MAX_ENTRIES 50000
#define WINDOW 64

/* Some bytes of the file at OFFSET, always with a zero behind. */
static gsize
read_at (int fd, guint64 offset, char *buffer, gsize room)
{
  gssize length = pread (fd, buffer, room - 1, (off_t)offset);

  buffer[MAX (length, 0)] = '\0';
  return (gsize)MAX (length, 0);
}

/* Offsets count from "%PDF", which may stand behind some foreign bytes. */
static guint64
find_origin (int fd)
{
  char head[1025];
  gsize length = read_at (fd, 0, head, sizeof head);
  const char *start = memmem (head, length, "%PDF", 4);

  return start != NULL ? (guint64)(start - head) : 0;
}

/* The last one; there are zero bytes in files, so no function for strings will do. */
static const char *
find_last (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  for (gsize i = length; i >= size; i--)
    if (memcmp (text + i - size, word, size) == 0)
      return text + i - size;
  return NULL;
}

static gboolean
find_startxref (int fd, guint64 *offset)
{
  char tail[TAIL + 1];
  struct stat info;
  gsize length;
  const char *found;

  if (fstat (fd, &info) != 0 || info.st_size <= 0)
    return FALSE;
  length = read_at (fd, (guint64)MAX (info.st_size - TAIL, 0), tail, sizeof tail);
  found = find_last (tail, length, "startxref");
  if (found == NULL)
    return FALSE;
  *offset = g_ascii_strtoull (found + strlen ("startxref"), NULL, 10);
  return *offset < (guint64)info.st_size;
}

/* "12 0 obj" at OFFSET; NUMBER -1 for any. */
static gboolean
is_object_at (int fd, guint64 offset, gint64 number)
{
  char text[WINDOW];
  char *rest = NULL;
  guint64 found;

  read_at (fd, offset, text, sizeof text);
  found = g_ascii_strtoull (text, &rest, 10);
  if (rest == text || (number >= 0 && found != (guint64)number))
    return FALSE;
  (void)g_ascii_strtoull (rest, &rest, 10);
  while (g_ascii_isspace (*rest))
    rest++;
  return g_str_has_prefix (rest, "obj");
}

static gboolean
is_entry (const char *entry)
{
  for (guint i = 0; i < 18; i++)
    {
      if (i == 10 || i == 16)
        {
          if (entry[i] != ' ')
            return FALSE;
        }
      else if (i == 17)
        {
          if (entry[i] != 'n' && entry[i] != 'f')
            return FALSE;
        }
      else if (!g_ascii_isdigit (entry[i]))
        return FALSE;
    }
  return g_ascii_isspace (entry[18]);
}

/* Moves *OFFSET behind the entry. */
static gboolean
is_entry_sound (int fd, guint64 origin, guint64 *offset, guint64 number)
{
  char entry[ENTRY + 1];
  guint64 place;

  if (read_at (fd, *offset, entry, sizeof entry) < SHORT_ENTRY || !is_entry (entry))
    return FALSE;
  *offset += g_ascii_isspace (entry[19]) ? ENTRY : SHORT_ENTRY;
  place = g_ascii_strtoull (entry, NULL, 10);
  /* A used entry at 0 is how some writers mark a free one. */
  if (entry[17] == 'f' || place == 0)
    return TRUE;
  return is_object_at (fd, origin + place, (gint64)number);
}

/* One section "first count" at *OFFSET with its entries; moves *OFFSET behind it. */
static gboolean
is_section_sound (int fd, guint64 origin, guint64 *offset, guint64 *looked)
{
  char text[WINDOW];
  char *rest = NULL;
  guint64 first, count;

  read_at (fd, *offset, text, sizeof text);
  first = g_ascii_strtoull (text, &rest, 10);
  count = g_ascii_strtoull (rest, &rest, 10);
  while (g_ascii_isspace (*rest))
    rest++;
  *offset += (guint64)(rest - text);
  for (guint64 i = 0; i < count && *looked < MAX_ENTRIES; i++, (*looked)++)
    if (!is_entry_sound (fd, origin, offset, first + i))
      return FALSE;
  return TRUE;
}

static gboolean
is_table_sound (int fd, guint64 origin, guint64 offset)
{
  char text[WINDOW];
  guint64 looked = 0;

  for (;;)
    {
      guint64 before = offset;

      read_at (fd, offset, text, sizeof text);
      for (const char *p = text; g_ascii_isspace (*p); p++)
        offset++;
      read_at (fd, offset, text, sizeof text);
      if (g_str_has_prefix (text, "trailer"))
        return TRUE;
      if (!g_ascii_isdigit (text[0]) || !is_section_sound (fd, origin, &offset, &looked))
        return FALSE;
      if (offset <= before || looked >= MAX_ENTRIES)
        return looked >= MAX_ENTRIES;
    }
}

gboolean
ledger_xref_check_is_sound (int fd)
{
  char text[WINDOW];
  guint64 offset, origin = find_origin (fd);

  if (!find_startxref (fd, &offset))
    return FALSE;
  offset += origin;
  read_at (fd, offset, text, sizeof text);
  if (g_str_has_prefix (text, "xref"))
    return is_table_sound (fd, origin, offset + strlen ("xref"));
  return is_object_at (fd, offset, -1);
}
