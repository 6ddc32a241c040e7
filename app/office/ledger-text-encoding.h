/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds out in which encoding an office's text file is and gives it as UTF-8 without a mark at its
 * start: a mark decides; else zero bytes mean UTF-16; else strictly UTF-8; else GB18030, which is
 * DOUBTFUL where the characters are not those of ordinary Chinese (Big5 looks like that).
 *
 * FORCED, where not NULL, is the encoding a person chose. NULL is returned where the bytes are no
 * text in it, or hold control characters as only programs write them. ENCODING is a constant name
 * or FORCED itself; LENGTH gets the length of the result. */
char *ledger_text_encoding_decode (const char *bytes,
                                   gsize size,
                                   const char *forced,
                                   gsize *length,
                                   const char **encoding,
                                   gboolean *doubtful);

G_END_DECLS
