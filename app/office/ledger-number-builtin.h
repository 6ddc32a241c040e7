/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code that a format number without a definition stands for, as Chinese offices see it (27–36
 * and 50–58 are theirs); NULL for the plain format. */
const char *ledger_number_builtin_get_code (guint id);

G_END_DECLS
