/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-test.h"

GtkWidget *
ledger_heading_test_find_cell (GtkWidget *widget, const char *heading)
{
  GtkWidget *found = NULL;

  if (LEDGER_IS_HEADING_CELL (widget) && gtk_widget_get_mapped (widget))
    {
      LedgerHeadingRow *row = ledger_heading_cell_get_row (LEDGER_HEADING_CELL (widget));

      if (row != NULL && g_strcmp0 (ledger_heading_row_get_heading (row), heading) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ledger_heading_test_find_cell (child, heading);
  return found;
}
