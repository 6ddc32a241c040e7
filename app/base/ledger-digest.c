/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-digest.h"

#include "ledger-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE (1024 * 1024)

static void
finish (GChecksum *checksum, guint8 digest[LEDGER_DIGEST_SIZE])
{
  gsize size = LEDGER_DIGEST_SIZE;
  g_checksum_get_digest (checksum, digest, &size);
}

void
ledger_digest_of_data (gconstpointer data, gsize length, guint8 digest[LEDGER_DIGEST_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* g_checksum_update takes -1 for "up to the NUL" and adds in pieces of a signed size. */
  const guchar *cursor = data;
  while (length > 0)
    {
      gsize piece = MIN (length, (gsize)G_MAXINT32);
      g_checksum_update (checksum, cursor, (gssize)piece);
      cursor += piece;
      length -= piece;
    }
  finish (checksum, digest);
}

static void
take_reading_error (GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == LEDGER_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }
  g_set_error (
      error,
      LEDGER_ERROR,
      LEDGER_ERROR_FAILED,
      _ ("The file cannot be read: %s. Check that it is still there and that you may read it, "
         "then try again."),
      cause->message);
  g_error_free (cause);
}

gboolean
ledger_digest_of_stream (GInputStream *stream,
                         guint8 digest[LEDGER_DIGEST_SIZE],
                         guint64 *size,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (PIECE);
  guint64 total = 0;
  gssize count;
  GError *cause = NULL;

  do
    {
      /* Not every stream looks at its cancellable. */
      count = g_cancellable_set_error_if_cancelled (cancellable, &cause)
                  ? -1
                  : g_input_stream_read (stream, buffer, PIECE, cancellable, &cause);
      if (count > 0)
        g_checksum_update (checksum, buffer, count);
      total += (guint64)MAX (count, 0);
    }
  while (count > 0);
  if (count < 0)
    {
      take_reading_error (error, cause);
      return FALSE;
    }

  finish (checksum, digest);
  if (size != NULL)
    *size = total;
  return TRUE;
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
