/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-column.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The names of the log in one table, which is only ever added to (LOG 2): every record type with
 * its columns. A new column or type needs the next higher `number` here and nothing else. */
const LedgerReading *ledger_reading_get_default (void);
/* The class of the records of a type; G_TYPE_INVALID for an unknown name. */
GType ledger_reading_get_gtype (const char *type_name);

G_END_DECLS
