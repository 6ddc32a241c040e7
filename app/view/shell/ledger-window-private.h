/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-sidebar.h"
#include "ledger-window.h"

G_BEGIN_DECLS

/* Shared by the window's own files only: ledger-window.c builds it and shows pages,
 * ledger-window-actions.c holds what its menus and keys do. */
struct _LedgerWindow
{
  AdwApplicationWindow parent_instance;

  LedgerSettings *settings; /* borrowed */
  LedgerDocument *document;
  LedgerSession *session;
  GSignalGroup *page_signals;
  char *page_id;   /* the page, also while a sub-page covers it */
  GQueue subpages; /* LedgerPage*, newest last; children of the stack */
  GQueue leaving;  /* LedgerPage*, as children of the stack taken down bit by bit */
  guint leaving_source;
  AdwToast *toast; /* the one shown, or NULL */
  GtkWidget *flap; /* around sidebar and content, once there is a ledger */
  guint layout_idle;
  int layout_width;
  GCancellable *opening; /* of what is read on a thread to be shown here, or NULL */
  char *waiting;         /* what is waited for, or NULL */
  gboolean waiting_shown;
  guint waiting_source;

  GtkWidget *toasts;
  GtkWidget *header;
  GtkWidget *sidebar_button;
  GtkWidget *back_button;
  GtkWidget *page_buttons;
  GtkWidget *title;
  GtkWidget *menu_button;
  GtkWidget *find_button;
  GtkWidget *redo_button;
  GtkWidget *undo_button;
  GtkWidget *body;
  GtkWidget *waiting_bar;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *strip;
  GtkWidget *stack;
};

#define LEDGER_START_ID "start"

/* The two halves of ledger_window_set_document(), for who may not do both in one turn. */
void ledger_window_take_document (LedgerWindow *self, LedgerDocument *document);
void ledger_window_show_first_page (LedgerWindow *self);
/* Page, ledger and when it was saved, in the header (ledger-window-title.c). */
void ledger_window_show_title (LedgerWindow *self);
void ledger_window_show_page (LedgerWindow *self, const char *page_id);
/* The same, and 返回 leads back to where one is now. */
void ledger_window_go_to_page (LedgerWindow *self, const char *page_id);
GtkWidget *ledger_window_create_page (LedgerWindow *self, GType type);
/* Where one is now goes to the back list. */
void ledger_window_record_station (LedgerWindow *self);
void ledger_window_connect_session (LedgerWindow *self);
void ledger_window_show_large_type (LedgerWindow *self);
gboolean ledger_window_pop_subpage (LedgerWindow *self); /* FALSE: none */
void ledger_window_push_subpage (LedgerWindow *self, GtkWidget *page);
void ledger_window_go_back (LedgerWindow *self);
/* PAGE, a child of the stack that is shown no more, goes (ledger-window-leaving.c). */
void ledger_window_drop_page (LedgerWindow *self, GtkWidget *page);
/* What is still going goes at once. */
void ledger_window_drop_leaving (LedgerWindow *self);
/* Takes down what a window without a ledger shows, for it will be replaced as a whole, and calls
 * READY. */
typedef void (*LedgerWindowReady) (LedgerWindow *self, gpointer data);
void ledger_window_clear (LedgerWindow *self, LedgerWindowReady ready, gpointer data);
/* While TEXT happens elsewhere nothing else begins here, and the window says so
 * (ledger-window-waiting.c). */
void ledger_window_begin_waiting (LedgerWindow *self, const char *text);
void ledger_window_end_waiting (LedgerWindow *self); /* does nothing where it does not wait */
/* The window goes, and with it whatever is under way for it. */
void ledger_window_drop_waiting (LedgerWindow *self);
/* The actions that begin something. */
void ledger_window_update_beginnings (LedgerWindow *self);
/* The import page as a new sub-page. */
GtkWidget *ledger_window_open_import (LedgerWindow *self);
void ledger_window_add_actions (LedgerWindow *self);
void ledger_window_update_actions (LedgerWindow *self);
void ledger_window_enable_action (LedgerWindow *self, const char *name, gboolean enabled);

G_END_DECLS
