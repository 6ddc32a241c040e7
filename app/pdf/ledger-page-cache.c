/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-cache.h"

/* A handful of pictures of some megabytes each: a list, most recently used first, is quick enough.
 */
typedef struct
{
  guint page;
  guint width;
  guint rotation;
  LedgerPdfPixels *pixels;
} CachedPage;

struct _LedgerPageCache
{
  GQueue pages;
  gsize max_bytes;
  gsize bytes;
};

static gsize
cached_page_bytes (const CachedPage *cached)
{
  return g_bytes_get_size (ledger_pdf_pixels_get_bytes (cached->pixels));
}

static void
remove_link (LedgerPageCache *cache, GList *link)
{
  CachedPage *cached = link->data;

  g_queue_delete_link (&cache->pages, link);
  cache->bytes -= cached_page_bytes (cached);
  ledger_pdf_pixels_unref (cached->pixels);
  g_free (cached);
}

static GList *
find_link (LedgerPageCache *cache, guint page, guint width, guint rotation)
{
  for (GList *l = cache->pages.head; l != NULL; l = l->next)
    {
      const CachedPage *cached = l->data;

      if (cached->page == page && cached->width == width && cached->rotation == rotation)
        return l;
    }
  return NULL;
}

LedgerPageCache *
ledger_page_cache_new (gsize max_bytes)
{
  LedgerPageCache *cache = g_new0 (LedgerPageCache, 1);

  g_queue_init (&cache->pages);
  cache->max_bytes = max_bytes;
  return cache;
}

void
ledger_page_cache_free (LedgerPageCache *cache)
{
  if (cache == NULL)
    return;
  ledger_page_cache_clear (cache);
  g_free (cache);
}

LedgerPdfPixels *
ledger_page_cache_lookup (LedgerPageCache *cache, guint page, guint width, guint rotation)
{
  GList *link;

  g_return_val_if_fail (cache != NULL, NULL);
  link = find_link (cache, page, width, rotation);
  if (link == NULL)
    return NULL;
  g_queue_unlink (&cache->pages, link);
  g_queue_push_head_link (&cache->pages, link);
  return ledger_pdf_pixels_ref (((CachedPage *)link->data)->pixels);
}

void
ledger_page_cache_insert (
    LedgerPageCache *cache, guint page, guint width, guint rotation, LedgerPdfPixels *pixels)
{
  GList *old;
  CachedPage *cached;

  g_return_if_fail (cache != NULL && pixels != NULL);
  old = find_link (cache, page, width, rotation);
  if (old != NULL)
    remove_link (cache, old);
  if (g_bytes_get_size (ledger_pdf_pixels_get_bytes (pixels)) > cache->max_bytes)
    return;
  cached = g_new0 (CachedPage, 1);
  *cached = (CachedPage){ page, width, rotation, ledger_pdf_pixels_ref (pixels) };
  g_queue_push_head (&cache->pages, cached);
  cache->bytes += cached_page_bytes (cached);
  while (cache->bytes > cache->max_bytes)
    remove_link (cache, cache->pages.tail);
}

LedgerPdfPixels *
ledger_page_cache_lookup_any (LedgerPageCache *cache, guint page, guint rotation)
{
  const CachedPage *best = NULL;

  g_return_val_if_fail (cache != NULL, NULL);
  for (GList *l = cache->pages.head; l != NULL; l = l->next)
    {
      const CachedPage *cached = l->data;

      if (cached->page == page && cached->rotation == rotation
          && (best == NULL || cached->width > best->width))
        best = cached;
    }
  return best != NULL ? ledger_pdf_pixels_ref (best->pixels) : NULL;
}

void
ledger_page_cache_clear (LedgerPageCache *cache)
{
  g_return_if_fail (cache != NULL);
  while (cache->pages.head != NULL)
    remove_link (cache, cache->pages.head);
}
