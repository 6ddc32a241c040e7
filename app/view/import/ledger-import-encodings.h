/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The encodings that offices' text files come in, for a person to choose from. */

/* Their names for iconv, NULL at the end. */
const char *const *ledger_import_encodings_get (void);
/* "GB18030（国标）"; an unknown name as it is. */
const char *ledger_import_encodings_get_words (const char *encoding);
/* The one to try after NOW, round and round. */
const char *ledger_import_encodings_get_next (const char *now);

/* Says that the file at PATH is no text in ENCODING and is shown as before. */
char *ledger_import_encodings_dup_refusal (const char *path, const char *encoding);

G_END_DECLS
