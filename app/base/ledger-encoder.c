/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-encoder.h"

#include "ledger-digest.h"

#include <string.h>

struct _LedgerEncoder
{
  GString *bytes;
};

LedgerEncoder *
ledger_encoder_new (void)
{
  LedgerEncoder *encoder = g_new0 (LedgerEncoder, 1);
  encoder->bytes = g_string_sized_new (256);
  return encoder;
}

void
ledger_encoder_free (LedgerEncoder *encoder)
{
  if (encoder == NULL)
    return;
  g_string_free (encoder->bytes, TRUE);
  g_free (encoder);
}

void
ledger_encoder_put_header (LedgerEncoder *encoder, const char *header)
{
  g_return_if_fail (encoder != NULL);
  g_return_if_fail (header != NULL && *header != '\0' && strpbrk (header, ":\n") == NULL);

  g_string_append (encoder->bytes, header);
  g_string_append_c (encoder->bytes, '\n');
}

/* The decimal digits of NUMBER, put behind AT; returns what lies behind them. */
static char *
write_number (char *at, gsize number)
{
  char digits[24];
  guint n = 0;
  do
    digits[n++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  while (n > 0)
    *at++ = digits[--n];
  return at;
}

/* TAG is put before the value and counts as its first byte; '\0' for a line without a tag. */
static void
put_line (LedgerEncoder *encoder, const char *name, char tag, gconstpointer data, gsize length)
{
  g_return_if_fail (encoder != NULL);
  g_return_if_fail (name != NULL && *name != '\0' && strpbrk (name, ":\n") == NULL);
  g_return_if_fail (data != NULL || length == 0);

  /* Room for the whole line at once: an import puts hundreds of thousands of them. */
  gsize name_length = strlen (name);
  gsize start = encoder->bytes->len;
  g_string_set_size (encoder->bytes, start + name_length + 24 + 2 + length);
  char *at = encoder->bytes->str + start;
  memcpy (at, name, name_length);
  at += name_length;
  *at++ = ':';
  at = write_number (at, length + (tag != '\0'));
  *at++ = ':';
  if (tag != '\0')
    *at++ = tag;
  if (length > 0)
    memcpy (at, data, length);
  at += length;
  *at++ = '\n';
  g_string_truncate (encoder->bytes, (gsize)(at - encoder->bytes->str));
}

static void
put_integer_line (LedgerEncoder *encoder, const char *name, char tag, gint64 integer)
{
  char digits[24];
  int length = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, integer);
  put_line (encoder, name, tag, digits, (gsize)length);
}

void
ledger_encoder_put_bytes (LedgerEncoder *encoder,
                          const char *name,
                          gconstpointer data,
                          gsize length)
{
  put_line (encoder, name, '\0', data, length);
}

void
ledger_encoder_put_text (LedgerEncoder *encoder, const char *name, const char *text)
{
  g_return_if_fail (text != NULL);
  put_line (encoder, name, '\0', text, strlen (text));
}

void
ledger_encoder_put_integer (LedgerEncoder *encoder, const char *name, gint64 integer)
{
  put_integer_line (encoder, name, '\0', integer);
}

void
ledger_encoder_put_value (LedgerEncoder *encoder, const char *name, const LedgerValue *value)
{
  g_return_if_fail (value != NULL);

  LedgerValueTag tag = ledger_value_get_tag (value);
  if (tag == LEDGER_VALUE_INTEGER)
    {
      put_integer_line (encoder, name, (char)tag, ledger_value_get_integer (value));
      return;
    }

  gsize length = 0;
  gconstpointer data = ledger_value_get_data (value, &length);
  put_line (encoder, name, (char)tag, data, length);
}

const guint8 *
ledger_encoder_peek (LedgerEncoder *encoder, gsize *length)
{
  g_return_val_if_fail (encoder != NULL, NULL);
  if (length != NULL)
    *length = encoder->bytes->len;
  return (const guint8 *)encoder->bytes->str;
}

void
ledger_encoder_digest (LedgerEncoder *encoder, guint8 digest[32])
{
  g_return_if_fail (encoder != NULL);
  ledger_digest_of_data (encoder->bytes->str, encoder->bytes->len, digest);
}

void
ledger_encoder_reset (LedgerEncoder *encoder)
{
  g_return_if_fail (encoder != NULL);
  g_string_truncate (encoder->bytes, 0);
}

/* The one way to write a number: no sign, no leading zero. Moves *CURSOR behind it. */
static gboolean
parse_length (const char **cursor, const char *end, gsize *length)
{
  const char *at = *cursor;
  gsize number = 0;

  if (at < end && *at == '0')
    at++;
  else
    for (; at < end && g_ascii_isdigit (*at); at++)
      {
        gsize digit = (gsize)g_ascii_digit_value (*at);
        if (number > (G_MAXSIZE - digit) / 10)
          return FALSE;
        number = number * 10 + digit;
      }

  if (at == *cursor)
    return FALSE;
  *cursor = at;
  *length = number;
  return TRUE;
}

gboolean
ledger_encoder_parse_line (const char *data,
                           gsize length,
                           gsize *offset,
                           const char **name,
                           gsize *name_length,
                           const char **value,
                           gsize *value_length)
{
  g_return_val_if_fail (offset != NULL && *offset <= length, FALSE);
  if (*offset == length)
    return FALSE;

  const char *start = data + *offset;
  const char *end = data + length;
  const char *colon = memchr (start, ':', (gsize)(end - start));
  if (colon == NULL || colon == start || memchr (start, '\n', (gsize)(colon - start)) != NULL)
    return FALSE;

  const char *cursor = colon + 1;
  gsize size = 0;
  if (!parse_length (&cursor, end, &size) || cursor == end || *cursor != ':')
    return FALSE;
  cursor++;
  if ((gsize)(end - cursor) <= size || cursor[size] != '\n')
    return FALSE;

  *name = start;
  *name_length = (gsize)(colon - start);
  *value = cursor;
  *value_length = size;
  *offset = (gsize)(cursor + size + 1 - data);
  return TRUE;
}
