/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-cache.h"

static LedgerPdfPixels *
picture (guint width, guint height)
{
  gsize size = (gsize)width * height * 4;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);

  return ledger_pdf_pixels_new (bytes, width, height, (gsize)width * 4);
}

static void
insert (LedgerPageCache *cache, guint page, guint width, guint rotation, guint height)
{
  g_autoptr (LedgerPdfPixels) pixels = picture (width, height);

  ledger_page_cache_insert (cache, page, width, rotation, pixels);
}

static gboolean
has (LedgerPageCache *cache, guint page, guint width, guint rotation)
{
  g_autoptr (LedgerPdfPixels) pixels = ledger_page_cache_lookup (cache, page, width, rotation);

  return pixels != NULL;
}

static void
test_keys (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (1000000);

  insert (cache, 1, 10, 0, 10);
  g_assert_true (has (cache, 1, 10, 0));
  g_assert_false (has (cache, 2, 10, 0));
  g_assert_false (has (cache, 1, 11, 0));
  g_assert_false (has (cache, 1, 10, 90));
  ledger_page_cache_clear (cache);
  g_assert_false (has (cache, 1, 10, 0));
}

/* What has the same key is replaced, not kept beside: room for three pictures of 400 bytes. */
static void
test_same_key_replaces (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (1200);

  insert (cache, 0, 10, 0, 10);
  for (guint i = 0; i < 10; i++)
    insert (cache, 1, 10, 0, 20);
  g_assert_true (has (cache, 0, 10, 0));
  g_assert_true (has (cache, 1, 10, 0));
  insert (cache, 2, 10, 0, 10);
  g_assert_false (has (cache, 0, 10, 0));
}

/* Room for three pictures of 400 bytes. */
static void
test_least_recently_used_goes (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (1200);

  for (guint page = 0; page < 3; page++)
    insert (cache, page, 10, 0, 10);
  g_assert_true (has (cache, 0, 10, 0));
  insert (cache, 3, 10, 0, 10);
  g_assert_true (has (cache, 0, 10, 0));
  g_assert_false (has (cache, 1, 10, 0));
  g_assert_true (has (cache, 2, 10, 0));
  g_assert_true (has (cache, 3, 10, 0));
}

static void
test_too_large_is_not_kept (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (1200);

  insert (cache, 0, 10, 0, 10);
  insert (cache, 1, 100, 0, 100);
  g_assert_true (has (cache, 0, 10, 0));
  g_assert_false (has (cache, 1, 100, 0));
}

/* A picture lives on with whoever looked it up. */
static void
test_reference_outlives_cache (void)
{
  LedgerPageCache *cache = ledger_page_cache_new (1200);
  g_autoptr (LedgerPdfPixels) pixels = NULL;

  insert (cache, 0, 10, 0, 10);
  pixels = ledger_page_cache_lookup (cache, 0, 10, 0);
  ledger_page_cache_free (cache);
  g_assert_cmpuint (ledger_pdf_pixels_get_width (pixels), ==, 10);
}

static void
test_any_gives_the_widest (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (100000);
  g_autoptr (LedgerPdfPixels) widest = NULL;

  insert (cache, 0, 10, 0, 10);
  insert (cache, 0, 30, 0, 10);
  insert (cache, 0, 20, 0, 10);
  insert (cache, 0, 40, 90, 10);
  insert (cache, 1, 50, 0, 10);
  widest = ledger_page_cache_lookup_any (cache, 0, 0);
  g_assert_cmpuint (ledger_pdf_pixels_get_width (widest), ==, 30);
  g_assert_null (ledger_page_cache_lookup_any (cache, 2, 0));
}

/* Against an oracle: a plain list of (key, size) in order of use. */
static void
test_random_use (void)
{
  g_autoptr (LedgerPageCache) cache = ledger_page_cache_new (4000);
  guint order[64];
  guint length = 0;

  for (guint step = 0; step < 5000; step++)
    {
      guint page = (guint)g_test_rand_int_range (0, 20);
      guint at = 0;

      while (at < length && order[at] != page)
        at++;
      g_assert_true (has (cache, page, 10, 0) == (at < length));
      if (at == length)
        insert (cache, page, 10, 0, 10);
      else
        length--;
      memmove (&order[1], &order[0], at * sizeof order[0]);
      order[0] = page;
      length = MIN (length + 1, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-cache/keys", test_keys);
  g_test_add_func ("/page-cache/same-key-replaces", test_same_key_replaces);
  g_test_add_func ("/page-cache/least-recently-used-goes", test_least_recently_used_goes);
  g_test_add_func ("/page-cache/too-large-is-not-kept", test_too_large_is_not_kept);
  g_test_add_func ("/page-cache/reference-outlives-cache", test_reference_outlives_cache);
  g_test_add_func ("/page-cache/any-gives-the-widest", test_any_gives_the_widest);
  g_test_add_func ("/page-cache/random-use", test_random_use);
  return g_test_run ();
}
