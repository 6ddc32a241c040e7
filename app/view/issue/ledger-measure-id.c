/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-id.h"

G_DEFINE_BOXED_TYPE (LedgerMeasureId, ledger_measure_id, g_strdup, g_free)
