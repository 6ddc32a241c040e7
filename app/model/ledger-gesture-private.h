/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-gesture.h"

G_BEGIN_DECLS

/* What the files of the gestures share. */

/* The living record, or NULL with NOT_FOUND. */
LedgerRecord *
ledger_gesture_need (LedgerDocument *document, const char *type, const char *id, GError **error);
/* Whether the record was deleted: it must then be kept as well as written. */
gboolean ledger_gesture_was_deleted (LedgerDocument *document, const char *type, const char *id);
/* A link or other record with a derived id: makes it, or brings it back. */
void ledger_gesture_revive (LedgerDocument *document,
                            LedgerEdit *edit,
                            const char *type,
                            const char *id);
/* What EDIT has written into the field already, or NULL. */
const LedgerValue *
ledger_gesture_peek (LedgerEdit *edit, const char *type, const char *id, const char *field);
/* A rank behind the last child of PARENT_ID; PARENT_ID NULL: of the whole list. */
char *
ledger_gesture_dup_last_rank (LedgerDocument *document, const char *type, const char *parent_id);
/* Largest given under PREFIX plus one, over the types of TYPES (NULL-terminated). 0 with ERROR. */
gint64 ledger_gesture_next_number (LedgerDocument *document,
                                   const char *const *types,
                                   const char *prefix,
                                   GError **error);
/* The largest numeral behind PREFIX among the numbers that EDIT gives to records of TYPES. */
gint64
ledger_gesture_largest_in_edit (LedgerEdit *edit, const char *const *types, const char *prefix);
/* Sets a text, and "" as none. */
void ledger_gesture_put (
    LedgerEdit *edit, const char *type, const char *id, const char *field, const char *text);
void ledger_gesture_put_today (LedgerDocument *document,
                               LedgerEdit *edit,
                               const char *type,
                               const char *id,
                               const char *field);
/* First claimed when and by whom, once department and lead leader are both there. */
void ledger_gesture_stamp_claim (LedgerDocument *document, LedgerEdit *edit, const char *issue_id);
/* Beside the day of a rebound: which sign-offs lie before it. Nothing where the problem has
 * rebounded already, for then only the day is corrected. */
void
ledger_gesture_stamp_rebound (LedgerDocument *document, LedgerEdit *edit, const char *issue_id);

G_END_DECLS
