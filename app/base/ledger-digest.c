/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-digest.h"

#include <string.h>

void
ledger_digest_of_data (gconstpointer data, gsize length, guint8 digest[LEDGER_DIGEST_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = LEDGER_DIGEST_SIZE;

  /* g_checksum_update takes -1 for "up to the NUL" and adds in pieces of a signed size. */
  const guchar *cursor = data;
  while (length > 0)
    {
      gsize piece = MIN (length, (gsize)G_MAXINT32);
      g_checksum_update (checksum, cursor, (gssize)piece);
      cursor += piece;
      length -= piece;
    }
  g_checksum_get_digest (checksum, digest, &size);
}

char *
ledger_hex_encode (gconstpointer data, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = data;
  char *hex = g_malloc (2 * length + 1);

  for (gsize i = 0; i < length; i++)
    {
      hex[2 * i] = digits[bytes[i] >> 4];
      hex[2 * i + 1] = digits[bytes[i] & 15];
    }
  hex[2 * length] = '\0';
  return hex;
}

/* -1: no digit. */
static inline int
hex_value (char digit)
{
  static const gint8 values[256] = {
    ['0'] = 1, ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
  };
  return values[(guint8)digit] - 1;
}

gboolean
ledger_hex_decode (const char *hex, guint8 *data, gsize length)
{
  if (hex == NULL || strlen (hex) != 2 * length)
    return FALSE;

  /* Nothing is written unless every digit is one. */
  int all = 0;
  for (gsize i = 0; i < 2 * length; i++)
    all |= hex_value (hex[i]);
  if (all < 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    data[i] = (guint8)(hex_value (hex[2 * i]) << 4 | hex_value (hex[2 * i + 1]));
  return TRUE;
}
