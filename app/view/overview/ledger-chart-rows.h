/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* The rows that a number of 总览 counts, as the target of "page.open-rows" (UI rule 4): figure,
 * department (id, LEDGER_FILTER_NO_DEPARTMENT or NULL for any), due from … until (LEDGER_DAY_NONE:
 * open). Floating. */
GVariant *ledger_chart_rows_new (LedgerFigure figure,
                                 const char *department,
                                 LedgerDay from,
                                 LedgerDay until);
/* NUMBER as a link ("page.open-rows") to all rows of FIGURE. */
GtkWidget *ledger_chart_rows_new_link (LedgerFigure figure, guint number);
/* Opens them on the issue page, within the heading that is chosen. */
void ledger_chart_rows_open (GVariant *rows, LedgerSession *session);

G_END_DECLS
