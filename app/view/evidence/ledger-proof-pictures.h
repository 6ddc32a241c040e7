/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "ledger-pdf-pixels.h"

G_BEGIN_DECLS

/* The drawn pages of one file: some tens of megabytes of them, and for those in sight the texture
 * that the toolkit shows, made once. */
typedef struct _LedgerProofPictures LedgerProofPictures;

/* A page as it is wanted: WIDTH in device pixels after turning, ROTATION in degrees. */
typedef struct
{
  guint page; /* from 0 */
  guint width;
  guint rotation;
} LedgerProofWish;

LedgerProofPictures *ledger_proof_pictures_new (void);
void ledger_proof_pictures_free (LedgerProofPictures *self);
void ledger_proof_pictures_clear (LedgerProofPictures *self);

void ledger_proof_pictures_insert (LedgerProofPictures *self,
                                   const LedgerProofWish *wish,
                                   LedgerPdfPixels *pixels);
/* Exactly as wished. */
gboolean ledger_proof_pictures_has (LedgerProofPictures *self, const LedgerProofWish *wish);
/* As wished, else any of that page and rotation to be stretched meanwhile, else NULL; lives until
 * the next call of `lookup`, `keep` or `clear`. */
GdkTexture *ledger_proof_pictures_lookup (LedgerProofPictures *self, const LedgerProofWish *wish);
/* Lets the textures of pages go that are not among WISHES (LedgerProofWish). */
void ledger_proof_pictures_keep (LedgerProofPictures *self, const GArray *wishes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerProofPictures, ledger_proof_pictures_free)

G_END_DECLS
