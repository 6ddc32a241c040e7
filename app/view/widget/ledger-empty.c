/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-empty.h"

GtkWidget *
ledger_empty_new (const char *title, const char *line, const char *button, const char *action)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  gtk_widget_add_css_class (status, "compact");
  gtk_widget_add_css_class (status, "empty");
  gtk_widget_set_vexpand (status, TRUE);
  ledger_empty_set_line (status, line);
  if (button != NULL)
    {
      GtkWidget *child = gtk_button_new_with_label (button);

      gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (child, "pill");
      if (action != NULL)
        gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (child), action);
      adw_status_page_set_child (ADW_STATUS_PAGE (status), child);
    }
  return status;
}

GtkWidget *
ledger_empty_new_suggesting (const char *title,
                             const char *line,
                             const char *button,
                             const char *action)
{
  GtkWidget *status = ledger_empty_new (title, line, button, action);

  gtk_widget_add_css_class (adw_status_page_get_child (ADW_STATUS_PAGE (status)),
                            "suggested-action");
  return status;
}

void
ledger_empty_set_line (GtkWidget *empty, const char *line)
{
  /* The line is Pango markup there. */
  g_autofree char *escaped = line != NULL ? g_markup_escape_text (line, -1) : NULL;

  adw_status_page_set_description (ADW_STATUS_PAGE (empty), escaped);
}

void
ledger_empty_show_button (GtkWidget *empty, gboolean shown)
{
  gtk_widget_set_visible (adw_status_page_get_child (ADW_STATUS_PAGE (empty)), shown);
}
