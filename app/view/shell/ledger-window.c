/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-private.h"

#include "ledger-import-page.h"
#include "ledger-inspection.h"
#include "ledger-notice-strip.h"
#include "ledger-recent-ledgers.h"
#include "ledger-shortcuts.h"
#include "ledger-standing-notices.h"
#include "ledger-start-page.h"
#include "ledger-toolkit.h"
#include "ledger-window-damage.h"
#include "ledger-window-drop.h"
#include "ledger-window-tab.h"

#define NARROW_BELOW 1110
#define WIDE_FROM 1800

G_DEFINE_FINAL_TYPE (LedgerWindow, ledger_window, ADW_TYPE_APPLICATION_WINDOW)

LedgerPage *
ledger_window_get_page (LedgerWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return child != NULL ? LEDGER_PAGE (child) : NULL;
}

/* --- pages --- */

static void
show_page_parts (LedgerWindow *self)
{
  LedgerPage *page = ledger_window_get_page (self);
  GtkWidget *buttons = page != NULL ? ledger_page_get_header_buttons (page) : NULL;
  GtkWidget *navigator = page != NULL ? ledger_page_get_navigator (page) : NULL;

  ledger_window_show_title (self);
  ledger_notice_strip_set_at_work (LEDGER_NOTICE_STRIP (self->strip),
                                   g_queue_find (&self->subpages, page) != NULL);
  ledger_toolkit_bin_set_child (self->page_buttons, buttons);
  gtk_widget_set_visible (self->page_buttons, buttons != NULL);
  /* An import belongs to none of the pages. */
  if (self->document != NULL)
    ledger_sidebar_show_page (LEDGER_SIDEBAR (self->sidebar),
                              LEDGER_IS_IMPORT_PAGE (page) ? NULL : self->page_id,
                              navigator);
  gtk_widget_insert_action_group (GTK_WIDGET (self),
                                  "page",
                                  page != NULL ? G_ACTION_GROUP (ledger_page_get_actions (page))
                                               : NULL);
  ledger_window_update_actions (self);
}

GtkWidget *
ledger_window_create_page (LedgerWindow *self, GType type)
{
  return g_object_new (type, "document", self->document, "session", self->session, NULL);
}

static GtkWidget *
ensure_page (LedgerWindow *self, const char *page_id)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->stack), page_id);
  const LedgerPageEntry *entry;

  if (page != NULL)
    return page;
  if (g_strcmp0 (page_id, LEDGER_START_ID) == 0)
    page = ledger_window_create_page (self, LEDGER_TYPE_START_PAGE);
  else
    {
      entry = ledger_page_registry_find (page_id);
      if (entry == NULL || self->document == NULL)
        return NULL;
      page = ledger_window_create_page (self, entry->get_type ());
    }
  gtk_stack_add_named (GTK_STACK (self->stack), page, page_id);
  return page;
}

void
ledger_window_record_station (LedgerWindow *self)
{
  LedgerPage *page = ledger_window_get_page (self);

  if (self->document == NULL || self->page_id == NULL || page == NULL)
    return;
  ledger_trail_push (ledger_session_get_trail (self->session),
                     self->page_id,
                     ledger_filter_save (ledger_session_get_filter (self->session)),
                     g_strdupv ((char **)ledger_session_get_selection (self->session)),
                     ledger_page_save_position (page));
}

static void
show_child (LedgerWindow *self, GtkWidget *child)
{
  LedgerPage *before = ledger_window_get_page (self);

  if (before != NULL && GTK_WIDGET (before) != child)
    {
      ledger_session_set_notice (self->session, LEDGER_NOTICE_PAGE, NULL, NULL, NULL, NULL);
      ledger_page_leave (before);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), child);
  g_signal_group_set_target (self->page_signals, child);
  show_page_parts (self);
  ledger_page_take_focus (LEDGER_PAGE (child));
}

static void
drop_subpages (LedgerWindow *self)
{
  while (!g_queue_is_empty (&self->subpages))
    ledger_window_drop_page (self, g_queue_pop_tail (&self->subpages));
}

void
ledger_window_go_to_page (LedgerWindow *self, const char *page_id)
{
  if (ensure_page (self, page_id) == NULL)
    return;
  if (g_strcmp0 (self->page_id, page_id) != 0)
    ledger_window_record_station (self);
  ledger_window_show_page (self, page_id);
}

void
ledger_window_show_page (LedgerWindow *self, const char *page_id)
{
  GtkWidget *page = ensure_page (self, page_id);

  if (page == NULL)
    return;
  g_free (self->page_id);
  self->page_id = g_strdup (page_id);
  show_child (self, page);
  drop_subpages (self);
  if (self->flap != NULL && ledger_toolkit_flap_is_folded (self->flap))
    ledger_toolkit_flap_set_open (self->flap, FALSE);
}

void
ledger_window_push_subpage (LedgerWindow *self, GtkWidget *page)
{
  g_return_if_fail (LEDGER_IS_PAGE (page));
  ledger_page_cover (LEDGER_PAGE (page), ledger_window_get_page (self));
  gtk_stack_add_child (GTK_STACK (self->stack), page);
  g_queue_push_tail (&self->subpages, page);
  show_child (self, page);
}

gboolean
ledger_window_pop_subpage (LedgerWindow *self)
{
  GtkWidget *page = g_queue_pop_tail (&self->subpages);
  GtkWidget *below = g_queue_peek_tail (&self->subpages);

  if (page == NULL)
    return FALSE;
  if (below == NULL)
    below = gtk_stack_get_child_by_name (GTK_STACK (self->stack), self->page_id);
  show_child (self, below);
  ledger_page_uncover (LEDGER_PAGE (page), LEDGER_PAGE (below));
  ledger_window_drop_page (self, page);
  return TRUE;
}

void
ledger_window_go_back (LedgerWindow *self)
{
  g_autoptr (LedgerStation) station = NULL;

  if (ledger_window_pop_subpage (self))
    return;
  station = ledger_trail_pop (ledger_session_get_trail (self->session));
  if (station == NULL)
    return;
  ledger_filter_restore (ledger_session_get_filter (self->session), station->filter);
  ledger_window_show_page (self, station->page);
  ledger_session_select (self->session, (const char *const *)station->selection);
  ledger_page_restore_position (ledger_window_get_page (self), station->position);
}

/* --- session and document --- */

static void
take_session (LedgerWindow *self, LedgerSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->session = session;
  ledger_window_connect_session (self);
  g_signal_connect_object (ledger_session_get_trail (session),
                           "notify::empty",
                           G_CALLBACK (ledger_window_update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  ledger_notice_strip_set_session (LEDGER_NOTICE_STRIP (self->strip), session);
  ledger_window_show_large_type (self);
}

static void
on_document_changed (LedgerWindow *self)
{
  ledger_window_show_title (self);
  ledger_window_update_actions (self);
}

static void
connect_document (LedgerWindow *self)
{
  const char *const names[] = {
    "notify::undo-title", "notify::undo-reason", "notify::redo-title", "notify::busy",
    "notify::saved-at",   "notify::read-only",   "refreshed",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (
        self->document, names[i], G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
}

/* 签批 for whom something waits there, else 总览, else the first page that is there. */
static const char *
choose_first_page (LedgerWindow *self)
{
  const char *const wishes[] = { LEDGER_PAGE_ID_SIGNOFF, LEDGER_PAGE_ID_OVERVIEW };

  for (gsize i = ledger_session_count_waiting (self->session) > 0 ? 0 : 1;
       i < G_N_ELEMENTS (wishes);
       i++)
    if (ledger_page_entry_is_ready (ledger_page_registry_find (wishes[i])))
      return wishes[i];
  for (guint i = 0; i < ledger_page_registry_get_n (); i++)
    if (ledger_page_entry_is_ready (ledger_page_registry_get (i)))
      return ledger_page_registry_get (i)->id;
  return LEDGER_PAGE_ID_ISSUES;
}

static void
drop_pages (LedgerWindow *self)
{
  GtkWidget *child;

  ledger_toolkit_leave_focus (self->stack);
  g_queue_clear (&self->subpages);
  ledger_window_drop_leaving (self);
  g_signal_group_set_target (self->page_signals, NULL);
  adw_bin_set_child (ADW_BIN (self->page_buttons), NULL);
  while ((child = gtk_widget_get_first_child (self->stack)) != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), child);
}

void
ledger_window_take_document (LedgerWindow *self, LedgerDocument *document)
{
  g_return_if_fail (self->document == NULL);

  drop_pages (self);
  self->document = g_object_ref (document);
  take_session (self, ledger_session_new (document, self->settings));
  connect_document (self);
  adw_bin_set_child (ADW_BIN (self->body), NULL);
  self->flap = ledger_toolkit_flap_new (self->sidebar, self->content);
  adw_bin_set_child (ADW_BIN (self->body), self->flap);
  g_signal_connect_object (self->flap,
                           "notify::reveal-flap",
                           G_CALLBACK (ledger_window_update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  ledger_window_show_large_type (self);
  ledger_sidebar_set_session (LEDGER_SIDEBAR (self->sidebar), self->session);
  ledger_standing_notices_watch (self->session);
  ledger_window_damage_watch (self);
  /* A throw-away copy is nothing to come back to. */
  if (!ledger_inspection_is_sample (ledger_document_get_inspection (document)))
    ledger_recent_ledgers_add (self->settings, ledger_document_get_path (document));
  ensure_page (self, choose_first_page (self));
}

void
ledger_window_show_first_page (LedgerWindow *self)
{
  ledger_window_show_page (self, choose_first_page (self));
}

void
ledger_window_set_document (LedgerWindow *self, LedgerDocument *document)
{
  ledger_window_take_document (self, document);
  ledger_window_show_first_page (self);
}

/* --- size --- */

static gboolean
take_layout (gpointer data)
{
  LedgerWindow *self = data;
  const int width = self->layout_width;

  self->layout_idle = 0;
  ledger_session_set_size_class (self->session,
                                 width < NARROW_BELOW ? LEDGER_SIZE_NARROW
                                 : width < WIDE_FROM  ? LEDGER_SIZE_MIDDLE
                                                      : LEDGER_SIZE_WIDE);
  return G_SOURCE_REMOVE;
}

/* The size class is set in an idle: children may not change while they are being laid out. */
static void
on_layout (LedgerWindow *self, int width, int height)
{
  if (self->layout_width == width)
    return;
  self->layout_width = width;
  if (self->layout_idle == 0)
    self->layout_idle = g_idle_add (take_layout, self);
}

static void
ledger_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ledger_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)),
                           "layout",
                           G_CALLBACK (on_layout),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
on_high_contrast (LedgerWindow *self, GParamSpec *pspec, AdwStyleManager *style)
{
  if (adw_style_manager_get_high_contrast (style))
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
}

static void
ledger_window_dispose (GObject *object)
{
  LedgerWindow *self = LEDGER_WINDOW (object);

  g_clear_handle_id (&self->layout_idle, g_source_remove);
  ledger_window_drop_waiting (self);
  if (self->stack != NULL && self->session != NULL)
    {
      gtk_widget_insert_action_group (GTK_WIDGET (self), "page", NULL);
      ledger_sidebar_set_session (LEDGER_SIDEBAR (self->sidebar), NULL);
      ledger_sidebar_show_page (LEDGER_SIDEBAR (self->sidebar), NULL, NULL);
      ledger_notice_strip_set_session (LEDGER_NOTICE_STRIP (self->strip), NULL);
      drop_pages (self);
    }
  g_clear_object (&self->page_signals);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (self->document != NULL)
    ledger_document_close (self->document);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (ledger_window_parent_class)->dispose (object);
}

static void
ledger_window_finalize (GObject *object)
{
  LedgerWindow *self = LEDGER_WINDOW (object);

  g_free (self->page_id);
  g_queue_clear (&self->subpages);
  G_OBJECT_CLASS (ledger_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, page_buttons);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, body);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, waiting_bar);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, LedgerWindow, stack);
}

static gboolean
take_first_focus (gpointer data)
{
  LedgerPage *page = ledger_window_get_page (data);

  if (page != NULL)
    ledger_page_take_focus (page);
  return G_SOURCE_REMOVE;
}

/* What a page focused before the window was on the screen is lost: once shown, it is asked again.
 */
static void
ledger_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ledger_window_parent_class)->map (widget);
  g_idle_add_full (
      G_PRIORITY_DEFAULT_IDLE, take_first_focus, g_object_ref (widget), g_object_unref);
}

static void
ledger_window_class_init (LedgerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = ledger_window_map;
  G_OBJECT_CLASS (klass)->dispose = ledger_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_window_finalize;
  widget_class->realize = ledger_window_realize;
  g_type_ensure (LEDGER_TYPE_SIDEBAR);
  g_type_ensure (LEDGER_TYPE_NOTICE_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/zhenggai/Ledger/shell/ledger-window.ui");
  bind_children (widget_class);
}

static void
ledger_window_init (LedgerWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->subpages);
  g_queue_init (&self->leaving);
  self->page_signals = g_signal_group_new (LEDGER_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify", G_CALLBACK (show_page_parts), self);
  ledger_window_add_actions (self);
  ledger_shortcuts_add_to_window (GTK_WIDGET (self));
  ledger_window_tab_attach (GTK_WIDGET (self));
  ledger_window_drop_attach (self);
  g_signal_connect_object (
      style, "notify::high-contrast", G_CALLBACK (on_high_contrast), self, G_CONNECT_SWAPPED);
  on_high_contrast (self, NULL, style);
  adw_bin_set_child (ADW_BIN (self->body), self->content);
}

LedgerWindow *
ledger_window_new (GtkApplication *application, LedgerSettings *settings)
{
  LedgerWindow *self = g_object_new (LEDGER_TYPE_WINDOW, "application", application, NULL);

  self->settings = settings;
  take_session (self, ledger_session_new (NULL, settings));
  ledger_window_show_page (self, LEDGER_START_ID);
  return self;
}

LedgerDocument *
ledger_window_get_document (LedgerWindow *self)
{
  return self->document;
}

LedgerSession *
ledger_window_get_session (LedgerWindow *self)
{
  return self->session;
}
