/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence.h"
#include "ledger-import-page.h"
#include "ledger-signoff-dialog.h"
#include "ledger-toolkit.h"
#include "ledger-window-private.h"

/* A list dropped on the import page takes the place of the one there. */
GtkWidget *
ledger_window_open_import (LedgerWindow *self)
{
  LedgerPage *shown = ledger_window_get_page (self);
  GtkWidget *page;

  if (LEDGER_IS_IMPORT_PAGE (shown))
    return GTK_WIDGET (shown);
  page = ledger_window_create_page (self, LEDGER_TYPE_IMPORT_PAGE);
  ledger_window_push_subpage (self, page);
  return page;
}

static void
on_open_page (LedgerWindow *self, const char *page_id)
{
  ledger_window_go_to_page (self, page_id);
}

static void
on_open_issue (LedgerWindow *self, const char *issue_id)
{
  const char *const ids[] = { issue_id, NULL };
  LedgerFilter *filter = ledger_session_get_filter (self->session);

  ledger_window_record_station (self);
  if (!ledger_filter_matches (filter, ledger_document_get_facts (self->document, issue_id)))
    ledger_filter_clear (filter);
  ledger_session_select (self->session, ids);
  ledger_window_show_page (self, LEDGER_PAGE_ID_ISSUES);
  ledger_page_reveal (ledger_window_get_page (self), issue_id);
}

static void
on_open_evidence (LedgerWindow *self, const char *evidence_id)
{
  LedgerRecord *evidence =
      ledger_document_lookup (self->document, ledger_evidence_record_type.name, evidence_id);
  const char *issue =
      evidence != NULL ? ledger_record_get_text (evidence, LEDGER_EVIDENCE_ISSUE) : NULL;

  if (issue == NULL)
    return;
  if (g_strcmp0 (self->page_id, LEDGER_PAGE_ID_ISSUES) != 0
      || g_strcmp0 (ledger_session_get_selected_issue (self->session), issue) != 0)
    on_open_issue (self, issue);
  ledger_page_reveal_evidence (ledger_window_get_page (self), evidence_id);
}

static void
on_open_signoff (LedgerWindow *self, const char *issue_id)
{
  ledger_signoff_dialog_present (GTK_WINDOW (self), self->document, self->session, issue_id);
}

static void
on_import_file (LedgerWindow *self, GFile *file)
{
  GtkWidget *page = ledger_window_open_import (self);

  if (file != NULL)
    ledger_import_page_load_file (LEDGER_IMPORT_PAGE (page), file);
}

static void
on_import_table (LedgerWindow *self, const char *text, const char *html)
{
  GtkWidget *page = ledger_window_open_import (self);

  ledger_import_page_load_table (LEDGER_IMPORT_PAGE (page), text, html);
}

static void
on_toast_dismissed (LedgerWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
on_toast (
    LedgerWindow *self, const char *text, const char *button, const char *action, GVariant *target)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* A sentence takes longer to read than a word. */
  adw_toast_set_timeout (toast, button != NULL || g_utf8_strlen (text, -1) > 20 ? 8 : 5);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, target);
    }
  g_signal_connect_object (
      toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* What one person may take back is not offered to the next one who sits down. */
static void
on_person (LedgerWindow *self)
{
  if (self->toast != NULL && adw_toast_get_button_label (self->toast) != NULL)
    adw_toast_dismiss (self->toast);
}

void
ledger_window_show_large_type (LedgerWindow *self)
{
  const gboolean large = ledger_session_get_large_type (self->session);

  if (large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-type");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-type");
  if (self->flap != NULL)
    {
      ledger_toolkit_flap_set_always_folded (self->flap, large);
      ledger_toolkit_flap_set_open (self->flap, !large);
    }
  ledger_window_update_actions (self);
}

static void
on_whole_window (LedgerWindow *self)
{
  const gboolean whole = ledger_session_get_whole_window (self->session);

  gtk_widget_set_visible (self->header, !whole);
  gtk_widget_set_visible (self->strip, !whole);
  if (self->flap != NULL)
    {
      ledger_toolkit_flap_set_always_folded (
          self->flap, whole || ledger_session_get_large_type (self->session));
      ledger_toolkit_flap_set_open (self->flap,
                                    !whole && !ledger_session_get_large_type (self->session));
    }
}

static void
connect_session (LedgerWindow *self, const char *name, GCallback callback)
{
  g_signal_connect_object (self->session, name, callback, self, G_CONNECT_SWAPPED);
}

/* What pages ask of the window, by the session's signals. */
void
ledger_window_connect_session (LedgerWindow *self)
{
  connect_session (self, "open-page", G_CALLBACK (on_open_page));
  connect_session (self, "open-issue", G_CALLBACK (on_open_issue));
  connect_session (self, "open-evidence", G_CALLBACK (on_open_evidence));
  connect_session (self, "open-signoff", G_CALLBACK (on_open_signoff));
  connect_session (self, "push-subpage", G_CALLBACK (ledger_window_push_subpage));
  connect_session (self, "pop-subpage", G_CALLBACK (ledger_window_pop_subpage));
  connect_session (self, "import-file", G_CALLBACK (on_import_file));
  connect_session (self, "import-table", G_CALLBACK (on_import_table));
  connect_session (self, "open-ledger", G_CALLBACK (ledger_window_open_file));
  connect_session (self, "show-ledger", G_CALLBACK (ledger_window_show_ledger));
  connect_session (self, "toast", G_CALLBACK (on_toast));
  connect_session (self, "notify::person-id", G_CALLBACK (on_person));
  connect_session (self, "notify::large-type", G_CALLBACK (ledger_window_show_large_type));
  connect_session (self, "notify::whole-window", G_CALLBACK (on_whole_window));
}
