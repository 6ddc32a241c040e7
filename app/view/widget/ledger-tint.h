/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-light.h"

G_BEGIN_DECLS

/* The colour of an icon (never of text): late, near, done, long-term, or none (UI §5). */
typedef enum
{
  LEDGER_TINT_NONE,
  LEDGER_TINT_LATE,
  LEDGER_TINT_NEAR,
  LEDGER_TINT_DONE,
  LEDGER_TINT_LONG_TERM,
} LedgerTint;

LedgerTint ledger_tint_of_light (LedgerLight light);
/* The theme's named colour for WIDGET as it is now, each part in 0…1; the foreground for none. */
void ledger_tint_get_colour (LedgerTint tint, GtkWidget *widget, GdkRGBA *colour);
/* Exchanges WIDGET's tint class. */
void ledger_tint_apply (LedgerTint tint, GtkWidget *widget);

G_END_DECLS
