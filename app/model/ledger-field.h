/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* The value of a field as people write and read it. */

/* Reads TEXT for COLUMN of TYPE: dates and deadlines as offices write them, references as names,
 * numbers or ids, choices as their words, flags as 是/否/true/false. "" gives the value none.
 * Unknown persons and departments are added to EDIT. INVALID or NOT_FOUND with a sentence. */
LedgerValue *ledger_field_read (LedgerDocument *document,
                                LedgerEdit *edit,
                                const LedgerRecordType *type,
                                guint column,
                                const char *text,
                                GError **error);
/* For people: names for references, dates in words; NULL where there is no value. FIELD may be one
 * that this program does not know. */
char *ledger_field_to_words (LedgerDocument *document,
                             const char *type_name,
                             const char *field,
                             const LedgerValue *value);
/* What people call the field (整改时限), translated; the field itself where it is unknown. */
const char *ledger_field_get_word (const char *type_name, const char *field);

G_END_DECLS
