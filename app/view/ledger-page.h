/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ledger-session.h"

G_BEGIN_DECLS

/* A page of the window, abstract. It gets "document" and "session" as construct-only properties and
 * nothing else; the window gets from it a title, the sidebar's lower half, buttons for the header
 * bar and actions. A page is made at its first visit and kept; a sub-page (import, claim many) is
 * pushed by ledger_session_push_subpage() and dropped when it is left.
 *
 * Actions: a page adds them to its own group (ledger_page_add_actions); inside the page and its
 * popovers they are "page.NAME", and while the page is shown also in the window, which maps the
 * keys of UI §3 to them. Names with a key:
 *   claim (Ctrl+L) add-measure (Ctrl+M) add-evidence (Ctrl+E) add-note (Ctrl+J) edit (F2, Alt+↓)
 *   fill-down (Ctrl+D) select-all (Ctrl+A) delete (Delete) return (Ctrl+Shift+Enter)
 *   toggle-filter (Ctrl+Shift+L) zoom-in, zoom-out, zoom-reset (Ctrl+＋ － 0) toggle-details (F7)
 * A key whose action the page does not have does nothing. Keys of single letters, digits, arrows
 * and Space are the page's own business (its widgets' shortcut controllers).
 *
 * A page is an AdwBin, which keeps its child itself: its dispose says adw_bin_set_child (…, NULL)
 * where others say gtk_widget_dispose_template.
 *
 * Properties (notify): "document", "session", "title",
 * "navigator" (GtkWidget or NULL), "header-buttons" (GtkWidget or NULL), "primary-action". */
#define LEDGER_TYPE_PAGE (ledger_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LedgerPage, ledger_page, LEDGER, PAGE, AdwBin)

struct _LedgerPageClass
{
  AdwBinClass parent_class;

  /* TRUE once the page is more than its place: the sidebar leaves out the others. */
  gboolean ready;

  /* All may be left NULL. */
  void (*take_focus) (LedgerPage *self); /* shown: the keyboard goes to its main widget */
  void (*left) (LedgerPage *self);       /* another page is shown now */
  /* Left for good: a part of what it shows is let go, few milliseconds' worth; TRUE: there is more.
   * Nothing else is asked of the page afterwards. */
  gboolean (*wind_down) (LedgerPage *self);
  void (*find) (LedgerPage *self);          /* Ctrl+F */
  gboolean (*copy) (LedgerPage *self);      /* Ctrl+C outside of texts; FALSE: nothing to copy */
  gboolean (*step_back) (LedgerPage *self); /* Esc: one step inside the page; FALSE: none left */
  void (*reveal) (LedgerPage *self, const char *issue_id); /* scroll to it and show it */
  void (*reveal_evidence) (LedgerPage *self, const char *evidence_id);
  gboolean (*take_files) (LedgerPage *self, GListModel *files); /* Ctrl+V of files, drop outside */
  GVariant *(*save_position) (LedgerPage *self);                /* scroll, folds …, for Alt+← */
  void (*restore_position) (LedgerPage *self, GVariant *position);
  gpointer padding[7];
};

LedgerDocument *ledger_page_get_document (LedgerPage *self); /* NULL on import without a ledger */
LedgerSession *ledger_page_get_session (LedgerPage *self);

const char *ledger_page_get_title (LedgerPage *self);
void ledger_page_set_title (LedgerPage *self, const char *title);
/* The sidebar's lower half while this page is shown; the page keeps it. */
GtkWidget *ledger_page_get_navigator (LedgerPage *self);
void ledger_page_set_navigator (LedgerPage *self, GtkWidget *navigator);
/* Flat text buttons at the start of the header bar (导入 认领). */
GtkWidget *ledger_page_get_header_buttons (LedgerPage *self);
void ledger_page_set_header_buttons (LedgerPage *self, GtkWidget *buttons);
/* The action of the page's one blue button, e.g. "page.submit"; Ctrl+Enter activates it. */
const char *ledger_page_get_primary_action (LedgerPage *self);
void ledger_page_set_primary_action (LedgerPage *self, const char *action);

/* Actions of the group "page"; handlers get DATA (usually the page). */
void ledger_page_add_actions (LedgerPage *self,
                              const GActionEntry *entries,
                              int n_entries,
                              gpointer data);
GActionMap *ledger_page_get_actions (LedgerPage *self);
void ledger_page_enable_action (LedgerPage *self, const char *name, gboolean enabled);

/* A pane of the F6 ring, in the order of adding; borrowed, forgotten when it is destroyed. */
void ledger_page_add_pane (LedgerPage *self, GtkWidget *pane);
/* Panes in order (elements GtkWidget*, borrowed); for the window. */
GPtrArray *ledger_page_get_panes (LedgerPage *self);

/* Call the virtuals; safe on pages that lack them. */
void ledger_page_take_focus (LedgerPage *self);
void ledger_page_leave (LedgerPage *self);
gboolean ledger_page_wind_down (LedgerPage *self);
void ledger_page_find (LedgerPage *self);
gboolean ledger_page_copy (LedgerPage *self);
gboolean ledger_page_step_back (LedgerPage *self);
void ledger_page_reveal (LedgerPage *self, const char *issue_id);
void ledger_page_reveal_evidence (LedgerPage *self, const char *evidence_id);
gboolean ledger_page_take_files (LedgerPage *self, GListModel *files);
GVariant *ledger_page_save_position (LedgerPage *self);
void ledger_page_restore_position (LedgerPage *self, GVariant *position);
/* A subpage takes the place of BELOW (NULL: of nothing), and gives it back as it was. */
void ledger_page_cover (LedgerPage *self, LedgerPage *below);
void ledger_page_uncover (LedgerPage *self, LedgerPage *below);

G_END_DECLS
