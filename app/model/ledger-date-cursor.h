/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small readers of a text made simple (ledger-date-words.h): each moves *AT on only where it
 * succeeds. */

gboolean ledger_date_take (const char **at, const char *word);
/* The first of WORDS (NULL at the end) that stands there. */
gboolean ledger_date_take_any (const char **at, const char *const *words);
/* A number of MIN to MAX digits that ends there. */
gboolean ledger_date_take_number (const char **at, gsize min, gsize max, int *number);

G_END_DECLS
