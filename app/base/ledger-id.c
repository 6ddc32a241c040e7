/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-id.h"

#include "ledger-digest.h"

#include <stdarg.h>
#include <string.h>
#include <sys/random.h>

#define ID_SIZE 16

/* The namespace of this program's derived ids, itself a random UUID. Every derived id in every
 * ledger hangs on it: it can never change. */
static const guint8 id_namespace[ID_SIZE] = {
  0x7d, 0x1c, 0x3b, 0x52, 0x94, 0xe6, 0x4a, 0x0f, 0xb8, 0x27, 0x5e, 0x60, 0xc9, 0x13, 0xfa, 0x48,
};

/* RFC 4122: the version in the seventh byte, the variant in the ninth. */
static char *
format_id (guint8 bytes[ID_SIZE], guint8 version)
{
  bytes[6] = (guint8)((bytes[6] & 0x0f) | version << 4);
  bytes[8] = (guint8)((bytes[8] & 0x3f) | 0x80);
  return ledger_hex_encode (bytes, ID_SIZE);
}

char *
ledger_id_new_random (void)
{
  guint8 bytes[ID_SIZE];

  /* So few bytes come whole or not at all; GLib's generator, seeded by the system, where the call
   * is not allowed. */
  if (getrandom (bytes, ID_SIZE, 0) != ID_SIZE)
    for (gsize i = 0; i < ID_SIZE; i++)
      bytes[i] = (guint8)g_random_int_range (0, 256);
  return format_id (bytes, 4);
}

static void
add_part (GChecksum *checksum, const char *part)
{
  gsize length = strlen (part);
  char prefix[24];
  int prefix_length = g_snprintf (prefix, sizeof prefix, "%" G_GSIZE_FORMAT ":", length);
  g_checksum_update (checksum, (const guchar *)prefix, prefix_length);
  g_checksum_update (checksum, (const guchar *)part, (gssize)length);
}

char *
ledger_id_new_derived (const char *first, ...)
{
  g_return_val_if_fail (first != NULL, NULL);

  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (checksum, id_namespace, ID_SIZE);

  va_list parts;
  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    add_part (checksum, part);
  va_end (parts);

  guint8 digest[20];
  gsize size = sizeof digest;
  g_checksum_get_digest (checksum, digest, &size);
  return format_id (digest, 5);
}

gboolean
ledger_id_is_valid (const char *text)
{
  guint8 bytes[ID_SIZE];
  return ledger_hex_decode (text, bytes, ID_SIZE);
}
