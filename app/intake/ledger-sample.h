/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes the sample ledger at PATH: an invented bureau (某市某局) in the middle of its round, about
 * 40 problems in 5 方面 with 120 measures, phases over three months around today, departments and
 * posts, proof that the program typesets itself, sign-offs in every state, some late, one
 * 签后有变更. It goes through the same gestures as a person's work, so that it is a true ledger.
 * PATH must not exist; nothing is left there on failure. */
gboolean ledger_sample_make (const char *path, GError **error);
/* Whether the ledger at PATH is a sample: by the fact written in it, not by its name or place.
 * FALSE too where it cannot be read. */
gboolean ledger_sample_is_at (const char *path);

G_END_DECLS
