/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-clipboard-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
ledger_clipboard_table_put (GtkWidget *widget, LedgerSession *session, LedgerTableCopy *copy)
{
  const guint n = MAX (ledger_table_copy_get_n_rows (copy), 1) - 1;
  char *html = ledger_table_copy_to_html (copy);
  g_autofree char *text = ledger_table_copy_to_text (copy);
  g_autofree char *toast = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *parts[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both =
      gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));

  if (n == 0)
    return FALSE;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
  toast = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u row copied, to be pasted into a table",
                                        "%u rows copied, to be pasted into a table",
                                        n),
                           n);
  ledger_session_toast (session, toast, NULL, NULL, NULL);
  return TRUE;
}
