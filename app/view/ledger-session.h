/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"
#include "ledger-filter.h"
#include "ledger-notice-board.h"
#include "ledger-settings.h"
#include "ledger-trail.h"

G_BEGIN_DECLS

/* What the pages of one window share beside the ledger itself: who is at the keyboard, the filter,
 * the selection, where one came from, how large the window is; and what pages ask of the window
 * (another page, a toast, a strip), so that no page knows the window or another page.
 *
 * Properties (notify): "document" (construct-only, NULL on the start page), "filter", "trail",
 * "selection" (GStrv), "person-id", "person-name", "size-class", "large-type", "whole-window".
 *
 * Signals are for the window alone; pages call the functions below. */
#define LEDGER_TYPE_SESSION (ledger_session_get_type ())
G_DECLARE_FINAL_TYPE (LedgerSession, ledger_session, LEDGER, SESSION, GObject)

typedef enum
{
  LEDGER_SIZE_NARROW, /* usable width below 1110: sidebar folded, slides over */
  LEDGER_SIZE_MIDDLE, /* 1366 × 720 */
  LEDGER_SIZE_WIDE,   /* from 1800: more columns */
} LedgerSizeClass;
#define LEDGER_TYPE_SIZE_CLASS (ledger_size_class_get_type ())
GType ledger_size_class_get_type (void);

/* Page ids. The first six stand in the sidebar, in this order. */
#define LEDGER_PAGE_ID_OVERVIEW "overview"
#define LEDGER_PAGE_ID_ISSUES "issues"
#define LEDGER_PAGE_ID_SCHEDULE "schedule"
#define LEDGER_PAGE_ID_SIGNOFF "signoff"
#define LEDGER_PAGE_ID_HISTORY "history"
#define LEDGER_PAGE_ID_PEOPLE "people"

/* DOCUMENT may be NULL. SETTINGS is borrowed and outlives the session. */
LedgerSession *ledger_session_new (LedgerDocument *document, LedgerSettings *settings);
LedgerDocument *ledger_session_get_document (LedgerSession *self);
LedgerSettings *ledger_session_get_settings (LedgerSession *self);
LedgerFilter *ledger_session_get_filter (LedgerSession *self);
LedgerTrail *ledger_session_get_trail (LedgerSession *self);

/* --- who is at the keyboard: actor of every edit; kept for the ledger in the settings --- */
const char *ledger_session_get_person_id (LedgerSession *self);   /* NULL: the login only */
const char *ledger_session_get_person_name (LedgerSession *self); /* never NULL */
void ledger_session_set_person (LedgerSession *self, const char *person_id, const char *name);
/* Whether this person only leads and signs: lead or responsible leader of some issue, handler or
 * reviewer of none. The sidebar then holds four pages. */
gboolean ledger_session_is_leader (LedgerSession *self);
/* Issues that wait for the person at the keyboard (审核 or 签批). */
guint ledger_session_count_waiting (LedgerSession *self);
gboolean ledger_session_waits_for_person (LedgerSession *self, const LedgerIssueFacts *facts);

/* --- selection: issues, in the table's order --- */
const char *const *ledger_session_get_selection (LedgerSession *self); /* never NULL */
guint ledger_session_get_n_selected (LedgerSession *self);
/* The one selected issue, or NULL where none or several are. */
const char *ledger_session_get_selected_issue (LedgerSession *self);
void ledger_session_select (LedgerSession *self, const char *const *issue_ids);

/* --- the window as it is now --- */
LedgerSizeClass ledger_session_get_size_class (LedgerSession *self);
void ledger_session_set_size_class (LedgerSession *self, LedgerSizeClass size_class);
gboolean ledger_session_get_large_type (LedgerSession *self);
void ledger_session_set_large_type (LedgerSession *self, gboolean large_type);
/* A proof takes everything (⤢, F11): the window hides header bar and sidebar, the page the rest. */
gboolean ledger_session_get_whole_window (LedgerSession *self);
void ledger_session_set_whole_window (LedgerSession *self, gboolean whole_window);

/* --- going somewhere; where one was goes to the trail --- */
void ledger_session_open_page (LedgerSession *self, const char *page_id);
/* Selects the issue and shows it on the issue page; a filter that hides it is cleared. */
void ledger_session_open_issue (LedgerSession *self, const char *issue_id);
/* The rows that a number counts: replaces the filter and opens the issue page (UI rule 4). */
void ledger_session_open_figure (LedgerSession *self, LedgerFigure figure);
/* As above after the caller has set the conditions of the filter itself. */
void ledger_session_open_filtered (LedgerSession *self);
/* The sign-off dialog of one issue (提交审核, 去审核, 去签批). */
void ledger_session_open_signoff (LedgerSession *self, const char *issue_id);
/* Shows the issue page with this evidence in the place of its table. */
void ledger_session_open_evidence (LedgerSession *self, const char *evidence_id);
/* PAGE (a LedgerPage, floating) takes the whole content area with ‹ 返回 until popped. */
void ledger_session_push_subpage (LedgerSession *self, GtkWidget *page);
void ledger_session_pop_subpage (LedgerSession *self);
/* The import page, empty (NULL) or with a file; works without a ledger. */
void ledger_session_import_file (LedgerSession *self, GFile *file);
/* The import page with a pasted table; either may be NULL. */
void ledger_session_import_table (LedgerSession *self, const char *text, const char *html);
/* This window shows another ledger (a new one after import, a copy …), which nobody here holds open
 * any more; a window that already shows one opens a second window. There PERSON (a name, may be
 * NULL) is at the keyboard, and TOAST (may be NULL) is said with [撤销]. */
void ledger_session_open_ledger (LedgerSession *self,
                                 GFile *file,
                                 const char *person,
                                 const char *toast);
/* The same with a ledger that was opened beforehand and can be written. */
void ledger_session_show_ledger (LedgerSession *self,
                                 LedgerDocument *document,
                                 const char *person,
                                 const char *toast);

/* --- saying something --- */
/* One line for 5 s, 8 s with a button; replaces the toast before. BUTTON NULL: none. TARGET may be
 * floating. */
void ledger_session_toast (LedgerSession *self,
                           const char *text,
                           const char *button,
                           const char *action,
                           GVariant *target);
/* With [撤销]. */
void ledger_session_toast_undo (LedgerSession *self, const char *text);
/* The error's own sentence as a toast; cancelled jobs say nothing. */
void ledger_session_show_error (LedgerSession *self, const GError *error);
/* TEXT NULL clears. */
void ledger_session_set_notice (LedgerSession *self,
                                LedgerNoticeKind kind,
                                const char *text,
                                const char *button,
                                const char *action,
                                GVariant *target);
/* The notice to be shown now, or NULL (transfer none). */
const LedgerNotice *ledger_session_get_notice (LedgerSession *self, LedgerNoticeKind *kind);
void ledger_session_dismiss_notice (LedgerSession *self, LedgerNoticeKind kind);

/* --- writing: the usual way of an edit from the window --- */
/* Commits EDIT (takes it) and says TOAST (may be NULL) with [撤销], or the refusal's sentence.
 * Where EDIT is NULL, *ERROR (as set by the gesture, cleared here) is said instead. DONE may be
 * NULL; it is called after the refresh that shows the edit: ledger_session_commit (session,
 * ledger_gesture_set (…, &error), &error, text, NULL, NULL); */
typedef void (*LedgerSessionDone) (LedgerSession *self, gboolean committed, gpointer data);
void ledger_session_commit (LedgerSession *self,
                            LedgerEdit *edit,
                            GError **error,
                            const char *toast,
                            LedgerSessionDone done,
                            gpointer data);

G_END_DECLS
