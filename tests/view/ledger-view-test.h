/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-application.h"
#include "ledger-window.h"

G_BEGIN_DECLS

/* A program under test: the application (not unique, settings of its own), a folder that is removed
 * afterwards, a fixed day (2026-03-10), no animations. Warnings are fatal. */
typedef struct
{
  GtkApplication *application; /* one for all tests of a program: its name can be taken once */
  LedgerSettings *settings;
  char *folder;
} LedgerViewTest;

/* At the start of main, before g_test_init's toolkit: locale and GTK. */
void ledger_view_test_init (int *argc, char ***argv);

/* For g_test_add: fixture of this type. */
void ledger_view_test_set_up (LedgerViewTest *test, gconstpointer data);
void ledger_view_test_tear_down (LedgerViewTest *test, gconstpointer data);

/* A test with the two around it. */
void ledger_view_test_add (const char *path,
                           void (*test) (LedgerViewTest *test, gconstpointer data));

/* A ledger at FOLDER/NAME with the 12 issues of tests/data/sheets/02, all unclaimed; its path. */
char *ledger_view_test_make_ledger (LedgerViewTest *test, const char *name);
/* Opened as the window does. */
LedgerDocument *ledger_view_test_open_document (LedgerViewTest *test, const char *path);
/* A window of 1366 × 720 that shows the ledger (NULL: the start page), presented and settled. */
LedgerWindow *ledger_view_test_open_window (LedgerViewTest *test, const char *path);
/* The same with 问题台账 shown. */
LedgerWindow *ledger_view_test_open_issues (LedgerViewTest *test, const char *path);
/* A bare window with WIDGET in it, presented and settled; the window. */
GtkWindow *ledger_view_test_present (LedgerViewTest *test, GtkWidget *widget);
/* Closes and sees OBJECT finalized. */
void ledger_view_test_close (GtkWindow *window);

/* Runs the main loop until the program and all that answers it have come to rest (ledger-rest.h)
 * and nothing is due within 80 ms; fails where that never happens. */
void ledger_view_test_settle (void);
/* Runs it until CONDITION holds; fails after 10 s. */
void ledger_view_test_wait (gboolean (*condition) (gpointer data), gpointer data);

/* Keeps what WINDOW shows, come to rest, as NAME.png in $ZHENGGAI_PICTURES, if that is set. */
void ledger_view_test_keep_picture (GtkWindow *window, const char *name);
/* The same as it is drawn last, for a window that moves. */
void ledger_view_test_keep_moving_picture (GtkWindow *window, const char *name);

/* Real input through the X server (xdotool); the window must have the focus. KEYS as xdotool names
 * them: "ctrl+z", "F9". */
void ledger_view_test_key (GtkWindow *window, const char *keys);
void ledger_view_test_type (GtkWindow *window, const char *text);
void ledger_view_test_click (GtkWidget *widget);
void ledger_view_test_double_click (GtkWidget *widget);
/* Moves the pointer to a point of WIDGET, in parts of its width and height. */
void ledger_view_test_point (GtkWidget *widget, double across, double down);
/* Runs a tool of the X server and settles; NULL-terminated. */
void ledger_view_test_run_tool (const char *const *arguments);

/* The first widget of TYPE below ROOT whose accessible or visible words are LABEL (NULL: any). */
GtkWidget *ledger_view_test_find (GtkWidget *root, GType type, const char *label);
/* Every input below ROOT has an accessible name; fails naming those without. */
void ledger_view_test_check_names (GtkWidget *root);

G_END_DECLS
