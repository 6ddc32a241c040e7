/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-dialog.h"

#include <adwaita.h>

void
ledger_signoff_dialog_present (GtkWindow *parent,
                               LedgerDocument *document,
                               LedgerSession *session,
                               const char *issue_id)
{
  GtkWidget *dialog = adw_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}
