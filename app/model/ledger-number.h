/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Given numbers such as 1.2.3 and 1.2.3-05 (LOG 9): written once, never recomputed from an order.
 */

/* A key whose byte order is the natural one: 1.2.9 before 1.2.10, "1.2.3-5" equal to "1.2.3-05".
 * NULL gives NULL. */
char *ledger_number_sort_key (const char *number);
/* The same for up to eight numerals, as two integers to be compared in order; numerals above
 * 65,535 count as that. NULL is before everything. */
void ledger_number_pack (const char *number, guint64 key[2]);

G_END_DECLS
