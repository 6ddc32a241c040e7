/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* A row of 人员与设置 for one field of one record: an entry, a day, a person or department, a
 * choice or a switch, by the kind of its column. It follows the ledger, and what is entered is one
 * edit when Enter is pressed or the row is left, with [撤销]; a refusal is said and the row shows
 * again what is there. TITLE is the accessible name too. */
GtkWidget *ledger_field_row_new (
    LedgerSession *session, const char *type, const char *id, const char *field, const char *title);
/* 分管部门 of a person, as names. */
GtkWidget *ledger_field_row_new_supervised (LedgerSession *session, const char *person_id);

G_END_DECLS
