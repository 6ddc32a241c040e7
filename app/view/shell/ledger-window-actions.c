/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-claim-page.h"
#include "ledger-diagnostics.h"
#include "ledger-shortcuts.h"
#include "ledger-toolkit.h"
#include "ledger-window-drop.h"
#include "ledger-window-files.h"
#include "ledger-window-opening.h"
#include "ledger-window-panes.h"
#include "ledger-window-private.h"
#include "ledger-window-restore.h"
#include "ledger-window-sample.h"
#include "ledger-window-undo.h"

#define WINDOW(data) LEDGER_WINDOW (data)

void
ledger_window_enable_action (LedgerWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_return_if_fail (action != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* --- going somewhere --- */

static void
do_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_go_to_page (WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
do_page_number (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;
  const char *page = ledger_sidebar_get_page (LEDGER_SIDEBAR (self->sidebar),
                                              (guint)g_variant_get_int32 (parameter));

  if (self->document != NULL && page != NULL)
    ledger_window_go_to_page (self, page);
}

/* Who is at the keyboard: the list at the foot of the sidebar, which may be folded away. */
static void
do_choose_person (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  ledger_toolkit_flap_set_open (self->flap, TRUE);
  ledger_sidebar_choose_person (LEDGER_SIDEBAR (self->sidebar));
}

static void
do_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_go_back (data);
}

static void
do_pop_subpage (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_pop_subpage (data);
}

/* Esc: what is waited for, inside the page, then out of what covers the window, then out of the
 * sub-page. */
static void
do_step_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  if (ledger_window_opening_cancel (self))
    return;
  if (ledger_page_step_back (ledger_window_get_page (self)))
    return;
  if (ledger_session_get_whole_window (self->session))
    ledger_session_set_whole_window (self->session, FALSE);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    ledger_window_pop_subpage (self);
}

static void
do_open_figure (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;
  const char *word = g_variant_get_string (parameter, NULL);

  for (guint figure = 0; figure < LEDGER_N_FIGURES; figure++)
    if (g_strcmp0 (ledger_figure_get_word (figure), word) == 0)
      ledger_session_open_figure (self->session, figure);
}

static void
do_open_issue (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_session_open_issue (WINDOW (data)->session, g_variant_get_string (parameter, NULL));
}

static void
do_clear_filter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_filter_clear (ledger_session_get_filter (WINDOW (data)->session));
}

/* Every unclaimed issue, selected, on the claim page (the strip's 认领). */
static void
do_claim_unclaimed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;
  LedgerTable *issues = ledger_document_get_table (self->document, ledger_issue_record_type.name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < ledger_table_get_n_records (issues); i++)
    {
      const char *id = ledger_record_get_id (ledger_table_get_record (issues, i));

      if (ledger_figure_counts (LEDGER_FIGURE_UNCLAIMED,
                                ledger_document_get_facts (self->document, id)))
        g_ptr_array_add (ids, (gpointer)id);
    }
  g_ptr_array_add (ids, NULL);
  ledger_window_go_to_page (self, LEDGER_PAGE_ID_ISSUES);
  ledger_session_select (self->session, (const char *const *)ids->pdata);
  ledger_window_push_subpage (
      self,
      g_object_new (
          LEDGER_TYPE_CLAIM_PAGE, "document", self->document, "session", self->session, NULL));
}

/* --- the page shown --- */

static void
do_find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_find (ledger_window_get_page (data));
}

static void
do_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_page_copy (ledger_window_get_page (data));
}

static void
do_paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_paste (data);
}

static void
do_primary (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerPage *page = ledger_window_get_page (data);
  const char *primary = ledger_page_get_primary_action (page);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (primary != NULL && g_action_parse_detailed_name (primary, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (page), name, target);
}

/* --- ledgers --- */

static void
do_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_import (data);
}

static void
do_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_open (data);
}

static void
do_new_ledger (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_new (data);
}

static void
do_open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_sample_open (data);
}

static void
do_start_from_list (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_sample_start_anew (data);
}

static void
do_copy_here (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_copy_here (data);
}

static void
do_import_holidays (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_import_holidays (data);
}

static void
do_backup (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_window_files_back_up (data);
}

static void
do_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  if (self->document != NULL)
    ledger_window_restore (self, ledger_document_get_path (self->document));
}

static void
do_saved (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;
  g_autofree char *text = NULL;
  gint64 saved_at;

  if (self->document == NULL)
    return;
  saved_at = ledger_document_get_saved_at (self->document);
  if (saved_at == 0)
    text = g_strdup (_ ("Every change is saved at once"));
  else
    {
      g_autofree char *clock = ledger_day_dup_clock (saved_at);

      /* Translators: hour and minute */
      text = g_strdup_printf (_ ("Every change is saved at once, last %s"), clock);
    }
  ledger_session_toast (self->session, text, _ ("Back up…"), "win.backup", NULL);
}

/* --- the window --- */

static void
do_toggle_sidebar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerWindow *self = data;

  if (self->flap != NULL)
    ledger_toolkit_flap_set_open (self->flap, !ledger_toolkit_flap_is_open (self->flap));
}

static void
do_large_type (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSession *session = WINDOW (data)->session;

  ledger_session_set_large_type (session, !ledger_session_get_large_type (session));
}

/* A page that knows a better full screen (a proof) has an action of its own. */
static void
do_fullscreen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = data;
  LedgerPage *page = ledger_window_get_page (data);

  if (g_action_map_lookup_action (ledger_page_get_actions (page), "whole-window") != NULL
      && g_action_get_enabled (
          g_action_map_lookup_action (ledger_page_get_actions (page), "whole-window")))
    g_action_group_activate_action (
        G_ACTION_GROUP (ledger_page_get_actions (page)), "whole-window", NULL);
  else if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
do_main_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (WINDOW (data)->menu_button));
}

static void
do_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (ledger_shortcuts_create_window (data));
}

static void
on_diagnosed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) about = data;
  g_autofree char *text = ledger_diagnostics_collect_finish (result);

  if (gtk_widget_get_visible (GTK_WIDGET (about)))
    ledger_toolkit_set_diagnostics (about, text);
}

static void
do_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *about = ledger_toolkit_show_about (data);

  ledger_diagnostics_collect_async (NULL, on_diagnosed, g_object_ref (about));
}

static const GActionEntry entries[] = {
  { "page", do_page, "s" },
  { "page-number", do_page_number, "i" },
  { "choose-person", do_choose_person },
  { "back", do_back },
  { "pop-subpage", do_pop_subpage },
  { "step-back", do_step_back },
  { "open-figure", do_open_figure, "s" },
  { "open-issue", do_open_issue, "s" },
  { "clear-filter", do_clear_filter },
  { "claim-unclaimed", do_claim_unclaimed },
  { "find", do_find },
  { "copy", do_copy },
  { "paste", do_paste },
  { "primary", do_primary },
  { "import", do_import },
  { "open", do_open },
  { "new-ledger", do_new_ledger },
  { "open-sample", do_open_sample },
  { "start-from-list", do_start_from_list },
  { "copy-here", do_copy_here },
  { "import-holidays", do_import_holidays },
  { "backup", do_backup },
  { "restore", do_restore },
  { "saved", do_saved },
  { "toggle-sidebar", do_toggle_sidebar, NULL, "true" },
  { "large-type", do_large_type, NULL, "false" },
  { "fullscreen", do_fullscreen },
  { "main-menu", do_main_menu },
  { "shortcuts", do_shortcuts },
  { "help", do_shortcuts },
  { "about", do_about },
};

void
ledger_window_add_actions (LedgerWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ledger_window_undo_add_actions (self);
  ledger_window_panes_add_actions (self);
}

static void
set_state (LedgerWindow *self, const char *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

void
ledger_window_update_actions (LedgerWindow *self)
{
  const gboolean ledger = self->document != NULL;
  LedgerPage *page = ledger_window_get_page (self);
  const gboolean back = !g_queue_is_empty (&self->subpages)
                        || !ledger_trail_is_empty (ledger_session_get_trail (self->session));

  ledger_window_undo_update (self);
  ledger_window_update_beginnings (self);
  ledger_window_enable_action (self, "back", back);
  ledger_window_enable_action (
      self, "find", page != NULL && LEDGER_PAGE_GET_CLASS (page)->find != NULL);
  ledger_window_enable_action (
      self, "copy", page != NULL && LEDGER_PAGE_GET_CLASS (page)->copy != NULL);
  ledger_window_enable_action (self, "backup", ledger);
  ledger_window_enable_action (self, "restore", ledger);
  ledger_window_enable_action (self, "saved", ledger);
  ledger_window_enable_action (self, "toggle-sidebar", ledger);
  ledger_window_enable_action (self, "choose-person", ledger);
  ledger_window_enable_action (
      self, "claim-unclaimed", ledger && ledger_page_type_is_ready (LEDGER_TYPE_CLAIM_PAGE));
  set_state (
      self, "toggle-sidebar", self->flap != NULL && ledger_toolkit_flap_is_open (self->flap));
  set_state (self, "large-type", ledger_session_get_large_type (self->session));
  gtk_widget_set_visible (self->sidebar_button, ledger);
  gtk_widget_set_visible (self->back_button, ledger || back);
  gtk_widget_set_visible (self->undo_button, ledger);
  gtk_widget_set_visible (self->redo_button, ledger);
  gtk_widget_set_visible (self->find_button, ledger);
}
