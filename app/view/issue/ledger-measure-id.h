/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The id of a measure that is dragged to another place among its like. A pointer to it is a string.
 */
typedef char LedgerMeasureId;
#define LEDGER_TYPE_MEASURE_ID (ledger_measure_id_get_type ())
GType ledger_measure_id_get_type (void);

G_END_DECLS
