/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-gesture.h"

G_BEGIN_DECLS

/* The gestures of 人员与设置 that are more than one field. */

/* A new person, department, phase or milestone with that NAME; *ID (out, may be NULL) is its.
 * REFUSED where a living one bears the name, INVALID where the name is empty. */
LedgerEdit *ledger_gesture_add_named (
    LedgerDocument *document, const char *type, const char *name, char **id, GError **error);
/* 分管: the departments whose names stand in NAMES, divided by 、，,; or blanks, and no others.
 * Unknown departments are added by the same edit. */
LedgerEdit *ledger_gesture_set_supervised (LedgerDocument *document,
                                           const char *person_id,
                                           const char *names,
                                           GError **error);
/* "办公室、人事科"; "" where there is none. */
char *ledger_gesture_dup_supervised (LedgerDocument *document, const char *person_id);

G_END_DECLS
