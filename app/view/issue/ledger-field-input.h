/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* One field of a problem, changed in its place: an entry, several lines, a day, a choice or the
 * heading it stands under, by the kind of its column. What is entered is one edit when Enter is
 * pressed, the field is left or something is chosen; a refusal is said and the field shows again
 * what is there. What is being typed survives a refresh. */
#define LEDGER_TYPE_FIELD_INPUT (ledger_field_input_get_type ())
G_DECLARE_FINAL_TYPE (LedgerFieldInput, ledger_field_input, LEDGER, FIELD_INPUT, GtkWidget)

/* COLUMN of LedgerIssue. LINES: several lines of text; Enter begins a new one. */
GtkWidget *ledger_field_input_new (LedgerSession *session, guint column, gboolean lines);
/* Shows the value of ISSUE_ID; another issue forgets what was typed. */
void ledger_field_input_show (LedgerFieldInput *self, const char *issue_id);

G_END_DECLS
