/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All texts are valid UTF-8. */

/* A copy for comparing and searching: full-width forms to ASCII, letters to lower case, white space
 * of all kinds and punctuation removed. Never stored in place of what a person wrote. */
char *ledger_text_fold (const char *text);
/* White space at both ends removed (also U+3000), runs of line breaks and blanks inside kept. */
char *ledger_text_trim (const char *text);
/* Width in columns: 2 for an ideograph or full-width form, 0 for a combining mark,
 * else 1. */
gsize ledger_text_width (const char *text);
/* At most WIDTH columns, ending in "…" where something was cut. */
char *ledger_text_ellipsize (const char *text, gsize width);
gboolean ledger_text_contains_folded (const char *folded_haystack, const char *folded_needle);

G_END_DECLS
