/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-value.h"

G_BEGIN_DECLS

/* The one canonical encoding: lines `name:byte-length:value\n` in the order in which they are put.
 * Used for edits, parts, sign-off texts and manifests. No floats, no normalisation. These bytes are
 * hashed and can never change (LOG 2); three stored edits are the test vectors. */
typedef struct _LedgerEncoder LedgerEncoder;

LedgerEncoder *ledger_encoder_new (void);
void ledger_encoder_free (LedgerEncoder *encoder);

/* A line as it is, without name and length: the header such as "zgl-part-1". A '\n' is added.
 * Neither a header nor a name is empty or holds ':' or '\n', so that no two puts give the same
 * bytes. */
void ledger_encoder_put_header (LedgerEncoder *encoder, const char *header);
void ledger_encoder_put_bytes (LedgerEncoder *encoder,
                               const char *name,
                               gconstpointer data,
                               gsize length);
void ledger_encoder_put_text (LedgerEncoder *encoder, const char *name, const char *text);
void ledger_encoder_put_integer (LedgerEncoder *encoder, const char *name, gint64 integer);
/* The value preceded by its tag letter: `name:4:tabc\n`, `name:3:i12\n`, `name:1:n\n`. */
void ledger_encoder_put_value (LedgerEncoder *encoder, const char *name, const LedgerValue *value);

/* What was put so far; lives until the next call on the encoder. */
const guint8 *ledger_encoder_peek (LedgerEncoder *encoder, gsize *length);
/* SHA-256 of what was put, 32 bytes. */
void ledger_encoder_digest (LedgerEncoder *encoder, guint8 digest[32]);
/* Forgets what was put and keeps the memory, for the next part of an edit. */
void ledger_encoder_reset (LedgerEncoder *encoder);

/* Reads one line back from DATA at *OFFSET and moves it on. FALSE at the end or where the bytes are
 * not a canonical line (*OFFSET is then unchanged). NAME and VALUE point into DATA. */
gboolean ledger_encoder_parse_line (const char *data,
                                    gsize length,
                                    gsize *offset,
                                    const char **name,
                                    gsize *name_length,
                                    const char **value,
                                    gsize *value_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerEncoder, ledger_encoder_free)

G_END_DECLS
