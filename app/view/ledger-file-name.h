/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the name of a file that a person brings says about it; the file itself is not looked at. */

/* A list to be imported, of the old kinds too: the import page has a sentence for them. */
gboolean ledger_file_name_is_sheet (GFile *file);
gboolean ledger_file_name_is_ledger (GFile *file);

G_END_DECLS
