/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-session.h"

G_BEGIN_DECLS

/* One measure in the details: a tick, its place, wording whole, deadline, proof; changed in its
 * place. Actions of its context menu are "measure.NAME" inside it. */
#define LEDGER_TYPE_MEASURE_ROW (ledger_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (LedgerMeasureRow, ledger_measure_row, LEDGER, MEASURE_ROW, GtkListBoxRow)

GtkWidget *
ledger_measure_row_new (LedgerDocument *document, LedgerSession *session, const char *measure_id);
/* The row is another measure's from now on: a row is made of a dozen widgets, and their making was
 * much of what a click in the table had to wait for. FALSE: it is being edited, and stays. */
gboolean ledger_measure_row_show_other (LedgerMeasureRow *self, const char *measure_id);
const char *ledger_measure_row_get_measure (LedgerMeasureRow *self);
/* After a refresh; what is being typed stays. */
void ledger_measure_row_reload (LedgerMeasureRow *self);
void ledger_measure_row_edit (LedgerMeasureRow *self);

G_END_DECLS
