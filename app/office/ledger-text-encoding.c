/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text-encoding.h"

#include <string.h>

typedef struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
} Mark;

/* In this order: the mark of UTF-32LE begins with the one of UTF-16LE. */
static const Mark marks[] = {
  { "\xFF\xFE\0\0", 4, "UTF-32LE" }, { "\0\0\xFE\xFF", 4, "UTF-32BE" },
  { "\xEF\xBB\xBF", 3, "UTF-8" },    { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },     { "\x84\x31\x95\x33", 4, "GB18030" },
};

enum
{
  SAMPLE = 64 * 1024,
  LEAST_COMMON_PERCENT = 70,
};

static const Mark *
find_mark (const char *bytes, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

/* The commas, digits and line breaks of a UTF-16 table have a zero byte each, always on one side.
 */
static const char *
guess_wide (const char *bytes, gsize size)
{
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < MIN (size, SAMPLE); i++)
    zeros[i % 2] += bytes[i] == '\0';
  if (size % 2 != 0 || zeros[0] == zeros[1])
    return NULL;
  return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

/* Ordinary Chinese keeps to the 3,755 characters of the first level of GB 2312; another encoding
 * read as GB18030 falls anywhere. */
static gboolean
is_common_chinese (const char *bytes, gsize size)
{
  const guchar *at = (const guchar *)bytes;
  gsize common = 0;
  gsize all = 0;

  for (gsize i = 0; i + 1 < size; i++)
    {
      if (at[i] < 0x80)
        continue;
      if (at[i] < 0xA1 || at[i] > 0xA9 || at[i + 1] < 0xA1)
        {
          all++;
          common += at[i] >= 0xB0 && at[i] <= 0xD7 && at[i + 1] >= 0xA1;
        }
      i += at[i + 1] >= '0' && at[i + 1] <= '9' ? 3 : 1;
    }
  return common * 100 >= all * LEAST_COMMON_PERCENT;
}

static gboolean
has_private_characters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if ((character >= 0xE000 && character <= 0xF8FF) || character == 0xFFFD)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_text (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar)text[i];

      if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f'
          && byte != 0x1A)
        return FALSE;
    }
  return TRUE;
}

static char *
convert (const char *bytes, gsize size, const char *encoding, gsize *length)
{
  g_autofree char *text = NULL;

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    {
      if (g_utf8_validate_len (bytes, size, NULL))
        {
          text = g_strndup (bytes, size);
          *length = size;
        }
    }
  else
    text = g_convert (bytes, (gssize)size, "UTF-8", encoding, NULL, length, NULL);
  if (text == NULL || !g_utf8_validate_len (text, *length, NULL) || !is_text (text, *length))
    return NULL;
  return g_steal_pointer (&text);
}

static const char *
guess (const char *bytes, gsize size)
{
  const char *wide = guess_wide (bytes, size);

  if (wide != NULL)
    return wide;
  return g_utf8_validate_len (bytes, size, NULL) ? "UTF-8" : "GB18030";
}

char *
ledger_text_encoding_decode (const char *bytes,
                             gsize size,
                             const char *forced,
                             gsize *length,
                             const char **encoding,
                             gboolean *doubtful)
{
  const Mark *mark = find_mark (bytes, size);
  gsize skip = mark != NULL ? mark->length : 0;
  g_autofree char *text = NULL;

  if (forced != NULL)
    {
      *encoding = forced;
      skip = mark != NULL && g_ascii_strcasecmp (mark->encoding, forced) == 0 ? skip : 0;
    }
  else
    *encoding = mark != NULL ? mark->encoding : guess (bytes, size);
  text = convert (bytes + skip, size - skip, *encoding, length);
  *doubtful = FALSE;
  if (text != NULL && forced == NULL && mark == NULL && strcmp (*encoding, "GB18030") == 0)
    *doubtful = !is_common_chinese (bytes, size) || has_private_characters (text);
  return g_steal_pointer (&text);
}
