/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 through GChecksum, raw (32 bytes) and as 64 lower-case hex digits. */
#define LEDGER_DIGEST_SIZE 32

void ledger_digest_of_data (gconstpointer data, gsize length, guint8 digest[LEDGER_DIGEST_SIZE]);

char *ledger_hex_encode (gconstpointer data, gsize length);
/* FALSE unless HEX is exactly 2 × LENGTH lower-case hex digits. */
gboolean ledger_hex_decode (const char *hex, guint8 *data, gsize length);

G_END_DECLS
