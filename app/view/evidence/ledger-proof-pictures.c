/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-proof-pictures.h"

#include "ledger-page-cache.h"

/* Some files are open at once; a page at 1366 pixels takes 2.5 MB. */
#define CACHE_BYTES (40 * 1024 * 1024)

typedef struct
{
  LedgerPdfPixels *pixels;
  GdkTexture *texture;
} Picture;

struct _LedgerProofPictures
{
  LedgerPageCache *cache;
  GHashTable *shown; /* page → Picture* */
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  ledger_pdf_pixels_unref (picture->pixels);
  g_object_unref (picture->texture);
  g_free (picture);
}

/* Takes PIXELS. */
static Picture *
picture_new (LedgerPdfPixels *pixels)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->pixels = pixels;
  picture->texture = gdk_memory_texture_new ((int)ledger_pdf_pixels_get_width (pixels),
                                             (int)ledger_pdf_pixels_get_height (pixels),
                                             GDK_MEMORY_DEFAULT,
                                             ledger_pdf_pixels_get_bytes (pixels),
                                             ledger_pdf_pixels_get_stride (pixels));
  return picture;
}

LedgerProofPictures *
ledger_proof_pictures_new (void)
{
  LedgerProofPictures *self = g_new0 (LedgerProofPictures, 1);

  self->cache = ledger_page_cache_new (CACHE_BYTES);
  self->shown = g_hash_table_new_full (NULL, NULL, NULL, picture_free);
  return self;
}

void
ledger_proof_pictures_free (LedgerProofPictures *self)
{
  ledger_page_cache_free (self->cache);
  g_hash_table_unref (self->shown);
  g_free (self);
}

void
ledger_proof_pictures_clear (LedgerProofPictures *self)
{
  g_hash_table_remove_all (self->shown);
  ledger_page_cache_clear (self->cache);
}

void
ledger_proof_pictures_insert (LedgerProofPictures *self,
                              const LedgerProofWish *wish,
                              LedgerPdfPixels *pixels)
{
  ledger_page_cache_insert (self->cache, wish->page, wish->width, wish->rotation, pixels);
}

gboolean
ledger_proof_pictures_has (LedgerProofPictures *self, const LedgerProofWish *wish)
{
  g_autoptr (LedgerPdfPixels) pixels =
      ledger_page_cache_lookup (self->cache, wish->page, wish->width, wish->rotation);

  return pixels != NULL;
}

GdkTexture *
ledger_proof_pictures_lookup (LedgerProofPictures *self, const LedgerProofWish *wish)
{
  Picture *picture = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (wish->page));
  g_autoptr (LedgerPdfPixels) pixels =
      ledger_page_cache_lookup (self->cache, wish->page, wish->width, wish->rotation);

  if (pixels == NULL)
    pixels = ledger_page_cache_lookup_any (self->cache, wish->page, wish->rotation);
  if (pixels == NULL)
    return NULL;
  if (picture == NULL || picture->pixels != pixels)
    {
      picture = picture_new (g_steal_pointer (&pixels));
      g_hash_table_insert (self->shown, GUINT_TO_POINTER (wish->page), picture);
    }
  return picture->texture;
}

static gboolean
is_unwished (gpointer page, gpointer picture, gpointer data)
{
  const GArray *wishes = data;

  for (guint i = 0; i < wishes->len; i++)
    if (g_array_index (wishes, LedgerProofWish, i).page == GPOINTER_TO_UINT (page))
      return FALSE;
  return TRUE;
}

void
ledger_proof_pictures_keep (LedgerProofPictures *self, const GArray *wishes)
{
  g_hash_table_foreach_remove (self->shown, is_unwished, (gpointer)wishes);
}
