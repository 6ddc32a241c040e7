/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The calls that later toolkits deprecate, in one place: how it draws, choosing files, the question
 * window, the about window, the sliding sidebar. */

typedef enum
{
  LEDGER_FILES_LEDGER,   /* *.zgl */
  LEDGER_FILES_SHEET,    /* *.xlsx *.csv and the old kinds, which get their sentence */
  LEDGER_FILES_HOLIDAYS, /* *.json */
  LEDGER_FILES_ANY,
} LedgerFileKind;

/* Before the toolkit starts, while there is one thread: drawing is done by the processor unless
 * GSK_RENDERER asks otherwise, and OpenGL is then not even looked for. A page of text and tables
 * gains nothing from it, while the drivers of office PCs cost the start tens of milliseconds and
 * tens of MiB. */
void ledger_toolkit_choose_renderer (void);

/* What was chosen, for the call alone: a file, or FILES (GListModel of GFile); NULL where nothing
 * was. Called once. */
typedef void (*LedgerFileChosen) (GFile *file, gpointer data);
typedef void (*LedgerFilesChosen) (GListModel *files, gpointer data);
void ledger_toolkit_choose_file (GtkWindow *parent,
                                 const char *title,
                                 const char *accept,
                                 LedgerFileKind kind,
                                 LedgerFileChosen chosen,
                                 gpointer data);
void ledger_toolkit_choose_files (GtkWindow *parent,
                                  const char *title,
                                  const char *accept,
                                  LedgerFileKind kind,
                                  LedgerFilesChosen chosen,
                                  gpointer data);
void ledger_toolkit_choose_save (GtkWindow *parent,
                                 const char *title,
                                 const char *accept,
                                 LedgerFileKind kind,
                                 const char *proposed_name,
                                 LedgerFileChosen chosen,
                                 gpointer data);
void ledger_toolkit_choose_folder (GtkWindow *parent,
                                   const char *title,
                                   const char *accept,
                                   LedgerFileChosen chosen,
                                   gpointer data);

/* The two questions of UI §2 only (restoring over a ledger, opening a damaged one). ANSWERS: a word
 * for the program and one for people in turn, NULL at the end; Cancel is always offered and answers
 * NULL. The answer comes once the dialog is gone. */
typedef void (*LedgerAnswered) (const char *answer, gpointer data);
void ledger_toolkit_ask (GtkWindow *parent,
                         const char *title,
                         const char *text,
                         const char *const *answers,
                         LedgerAnswered answered,
                         gpointer data);

/* The window, which goes when it is closed. */
GtkWindow *ledger_toolkit_show_about (GtkWindow *parent);
/* 诊断 in it: a page of its own, to be read, copied or saved. */
void ledger_toolkit_set_diagnostics (GtkWindow *about, const char *text);

/* Like gtk_widget_set_tooltip_text(), which asks the X server where the pointer is, each time, even
 * for a widget that is nowhere yet: a page of a hundred numbers waited for a hundred answers. */
void ledger_toolkit_set_tooltip (GtkWidget *widget, const char *text);

/* Takes the keyboard from whatever is in PART, which is about to go or to be closed to people: an
 * entry with the keyboard in it would never hear that it has lost it, and the toolkit complains. */
void ledger_toolkit_leave_focus (GtkWidget *part);

/* Like adw_bin_set_child(), which newer libraries refuse for the child that is there already. */
void ledger_toolkit_bin_set_child (GtkWidget *bin, GtkWidget *child);

/* The sliding sidebar: SIDEBAR of WIDTH beside CONTENT, folding below CONTENT's minimum width. */
GtkWidget *ledger_toolkit_flap_new (GtkWidget *sidebar, GtkWidget *content);
gboolean ledger_toolkit_flap_is_folded (GtkWidget *flap);
gboolean ledger_toolkit_flap_is_open (GtkWidget *flap);
void ledger_toolkit_flap_set_open (GtkWidget *flap, gboolean open);
/* TRUE: slides over whatever the width (大字). */
void ledger_toolkit_flap_set_always_folded (GtkWidget *flap, gboolean folded);

/* Whether a menu or a form that has the keyboard lies over WIDGET: a tooltip would cover it. */
gboolean ledger_toolkit_is_under_popover (GtkWidget *widget);

/* A menu that opens at a press gets the release: what was pressed at X, Y of WIDGET would look
 * pressed for ever. */
void ledger_toolkit_let_go (GtkWidget *widget, double x, double y);

G_END_DECLS
