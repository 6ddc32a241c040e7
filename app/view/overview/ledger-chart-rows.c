/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-chart-rows.h"

#include "ledger-chart-mark.h"

GVariant *
ledger_chart_rows_new (LedgerFigure figure, const char *department, LedgerDay from, LedgerDay until)
{
  return g_variant_new ("(umsii)", (guint)figure, department, from, until);
}

GtkWidget *
ledger_chart_rows_new_link (LedgerFigure figure, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *words = g_strdup_printf ("%s %u", ledger_figure_get_name (figure), number);

  return ledger_chart_mark_new_link (
      text, words, ledger_chart_rows_new (figure, NULL, LEDGER_DAY_NONE, LEDGER_DAY_NONE));
}

void
ledger_chart_rows_open (GVariant *rows, LedgerSession *session)
{
  LedgerFilter *filter = ledger_session_get_filter (session);
  g_autofree char *heading = g_strdup (ledger_filter_get_heading (filter));
  const char *department;
  guint figure;
  gint32 from, until;

  g_variant_get (rows, "(um&sii)", &figure, &department, &from, &until);
  /* The station is recorded with the filter as it was, therefore the page is opened first. */
  ledger_session_open_filtered (session);
  ledger_filter_clear (filter);
  ledger_filter_set_heading (filter, heading);
  ledger_filter_set_department (filter, department);
  ledger_filter_set_due (filter, from, until);
  ledger_filter_set_figure (filter, MIN (figure, LEDGER_N_FIGURES - 1));
}
