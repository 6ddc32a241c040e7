/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-paper-piece.h"
#include "ledger-paper-style.h"

G_BEGIN_DECLS

/* A layout for TEXT in a face, in Simplified Chinese forms whatever the locale; WIDTH in points,
 * negative for one unbroken line. */
PangoLayout *ledger_paragraph_create_layout (PangoContext *context,
                                             const LedgerTextFace *face,
                                             const char *text,
                                             double width);

/* Appends the lines of TEXT set in STYLE over WIDTH as pieces; line breaks in TEXT begin new
 * paragraphs. */
void ledger_paragraph_append (GPtrArray *pieces,
                              PangoContext *context,
                              const LedgerPaperStyle *paper,
                              LedgerTextStyle style,
                              const char *text,
                              double width);

G_END_DECLS
