/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A record's id: 128 bits, written as 32 lower-case hex digits (LOG 2, 9). A random id only for
 * what may exist twice; what must be the same on two PCs is derived (UUID version 5). */
#define LEDGER_ID_LENGTH 32

char *ledger_id_new_random (void);
/* UUIDv5 over the parts, each with its length, in the namespace of this program. NULL-terminated.
 */
char *ledger_id_new_derived (const char *first, ...) G_GNUC_NULL_TERMINATED;
gboolean ledger_id_is_valid (const char *text);

G_END_DECLS
