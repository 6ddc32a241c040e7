/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in an ordered list as a short text (digits and lower-case letters, compared bytewise), so
 * that inserting changes one record only. Lists are sorted by (rank, id) (LOG 10). */
#define LEDGER_RANK_MAX 16

/* A rank strictly between BEFORE and AFTER (NULL: the open end). NULL where nothing of at most
 * LEDGER_RANK_MAX characters fits, or where BEFORE >= AFTER: then the list is ranked anew.
 * So too for a neighbour that is no rank, as a foreign file may hold. */
char *ledger_rank_between (const char *before, const char *after);
/* N evenly spread ranks, for a list made or ranked anew at once. */
GStrv ledger_rank_spread (guint n);

G_END_DECLS
