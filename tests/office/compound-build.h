/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* ASCII */
  const guint8 *bytes;
  gsize size;
} CompoundStream;

/* A compound file of these streams in sectors of 2^SHIFT bytes (9 or 12): those under 4096 bytes
 * lie among the small ones, as offices' programs write them. */
GByteArray *compound_build_new (const CompoundStream *streams, guint n, guint shift);

G_END_DECLS
