/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-tooltip.h"

#include "ledger-text.h"

/* A Chinese character counts two. */
#define LONGEST_LINE 72

static gboolean
has_long_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (ledger_text_width (lines[i]) > LONGEST_LINE)
      return TRUE;
  return FALSE;
}

void
ledger_tooltip_set_text (GtkTooltip *tooltip, const char *text)
{
  g_autofree char *markup = NULL;

  if (has_long_line (text))
    {
      gtk_tooltip_set_text (tooltip, text);
      return;
    }
  markup = g_markup_printf_escaped ("<span allow_breaks=\"false\">%s</span>", text);
  gtk_tooltip_set_markup (tooltip, markup);
}

static gboolean
query (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (text == NULL || *text == '\0')
    return FALSE;
  ledger_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
ledger_tooltip_keep_lines (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  klass->query_tooltip = query;
}
