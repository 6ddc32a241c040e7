/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field of kind LEDGER_COLUMN_CHOICE may hold: stable English words, and their words for
 * people. Added to, never renamed (LOG 2). */
typedef struct
{
  const char *word;
  const char *name; /* N_() msgid */
} LedgerChoice;

/* The choices of a field in the order in which they are offered; NULL and 0 where it has none. */
const LedgerChoice *ledger_choice_list (const char *type, const char *field, guint *n);
/* The translated name of a stable word; the word itself where it is unknown (of a newer program).
 */
const char *ledger_choice_get_name (const char *type, const char *field, const char *word);
/* The stable word that TEXT (a word, or a name in Chinese or English) means, or NULL. */
const char *ledger_choice_find (const char *type, const char *field, const char *text);

G_END_DECLS
