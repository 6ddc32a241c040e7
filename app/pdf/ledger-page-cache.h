/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-pdf-pixels.h"

G_BEGIN_DECLS

/* Drawn pages of one document, the least recently used going first once their bytes exceed a limit.
 * For one thread. */
typedef struct _LedgerPageCache LedgerPageCache;

LedgerPageCache *ledger_page_cache_new (gsize max_bytes);
void ledger_page_cache_free (LedgerPageCache *cache);

/* A reference of the caller's, or NULL. Counts as use. */
LedgerPdfPixels *
ledger_page_cache_lookup (LedgerPageCache *cache, guint page, guint width, guint rotation);
/* Replaces what has that key. WIDTH is the width that was asked for. A picture larger than the
 * whole limit is not kept. */
void ledger_page_cache_insert (
    LedgerPageCache *cache, guint page, guint width, guint rotation, LedgerPdfPixels *pixels);
/* The widest picture there is of a page in that rotation, to be shown stretched until the right one
 * comes; a reference of the caller's, or NULL. Does not count as use. */
LedgerPdfPixels *ledger_page_cache_lookup_any (LedgerPageCache *cache, guint page, guint rotation);
void ledger_page_cache_clear (LedgerPageCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerPageCache, ledger_page_cache_free)

G_END_DECLS
