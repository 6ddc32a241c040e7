/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-tint.h"

static const struct
{
  const char *style_class;
  const char *colour;
} tints[] = {
  [LEDGER_TINT_NONE] = { NULL, NULL },
  [LEDGER_TINT_LATE] = { "late", "error_color" },
  [LEDGER_TINT_NEAR] = { "near", "warning_color" },
  [LEDGER_TINT_DONE] = { "done", "success_color" },
  [LEDGER_TINT_LONG_TERM] = { "long-term", "accent_color" },
};

LedgerTint
ledger_tint_of_light (LedgerLight light)
{
  switch (light)
    {
    case LEDGER_LIGHT_OVERDUE:
      return LEDGER_TINT_LATE;
    case LEDGER_LIGHT_TODAY:
    case LEDGER_LIGHT_NEAR:
      return LEDGER_TINT_NEAR;
    case LEDGER_LIGHT_DONE:
      return LEDGER_TINT_DONE;
    case LEDGER_LIGHT_LONG_TERM:
      return LEDGER_TINT_LONG_TERM;
    case LEDGER_LIGHT_ON_TIME:
    case LEDGER_LIGHT_UNDATED:
    default:
      return LEDGER_TINT_NONE;
    }
}

void
ledger_tint_get_colour (LedgerTint tint, GtkWidget *widget, GdkRGBA *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (tints[tint].colour == NULL
      || !gtk_style_context_lookup_color (style, tints[tint].colour, colour))
    gtk_style_context_get_color (style, colour);
  /* Newer themes mix their colours in a wider space: a part may lie below 0 or above 1. */
  colour->red = CLAMP (colour->red, 0, 1);
  colour->green = CLAMP (colour->green, 0, 1);
  colour->blue = CLAMP (colour->blue, 0, 1);
}

void
ledger_tint_apply (LedgerTint tint, GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    if (tints[i].style_class != NULL)
      gtk_widget_remove_css_class (widget, tints[i].style_class);
  if (tints[tint].style_class != NULL)
    gtk_widget_add_css_class (widget, tints[tint].style_class);
}
