/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the end of a PDF leads to a sound cross-reference: `startxref` there, pointing at a table
 * whose entries have their form and name their objects, or at a cross-reference stream. poppler
 * repairs such faults without a word, other readers do not; so this decides between `usable` and
 * `warnings`. Only the newest table is looked at, and of it at most 50 000 entries. */
gboolean ledger_xref_check_is_sound (int fd);

G_END_DECLS
