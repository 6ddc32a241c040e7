/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text.h"

#include <string.h>

#define FULL_WIDTH_FIRST 0xff01 /* ！ */
#define FULL_WIDTH_LAST 0xff5e  /* ～ */
#define FULL_WIDTH_SHIFT 0xfee0 /* to ASCII */

static gunichar
fold_char (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    c -= FULL_WIDTH_SHIFT;
  return g_unichar_tolower (c);
}

/* White space, line breaks, invisible marks (U+200B, U+FEFF) and punctuation; signs such as ¥ stay.
 */
static gboolean
is_dropped (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
ledger_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GString) folded = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = fold_char (g_utf8_get_char (at));
      if (!is_dropped (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_blank (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

char *
ledger_text_trim (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && is_blank (text))
    text = g_utf8_next_char (text);

  const char *end = text;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_blank (at))
      end = g_utf8_next_char (at);
  return g_strndup (text, (gsize)(end - text));
}

static gsize
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

gsize
ledger_text_width (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  gsize width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += char_width (g_utf8_get_char (at));
  return width;
}

char *
ledger_text_ellipsize (const char *text, gsize width)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (ledger_text_width (text) <= width)
    return g_strdup (text);
  if (width == 0)
    return g_strdup ("");

  const char *at = text;
  gsize used = 1; /* the ellipsis */
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      used += char_width (g_utf8_get_char (at));
      if (used > width)
        break;
    }
  return g_strdup_printf ("%.*s…", (int)(at - text), text);
}

gboolean
ledger_text_contains_folded (const char *folded_haystack, const char *folded_needle)
{
  g_return_val_if_fail (folded_needle != NULL, FALSE);
  return folded_haystack != NULL && strstr (folded_haystack, folded_needle) != NULL;
}
