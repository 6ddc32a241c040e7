/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-settings.h"

G_BEGIN_DECLS

/* Widths, order and visibility of a table's columns, kept in the settings by keys of our own
 * (GtkColumnViewColumn has no id before 4.10). Lives as long as its column view. */
#define LEDGER_TYPE_COLUMN_LAYOUT (ledger_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (LedgerColumnLayout, ledger_column_layout, LEDGER, COLUMN_LAYOUT, GObject)

/* GROUP is the settings' group ("columns-issues"); SETTINGS is borrowed, may be NULL. Transfer
 * none: the view owns it. */
LedgerColumnLayout *
ledger_column_layout_attach (GtkColumnView *view, LedgerSettings *settings, const char *group);
/* Appends COLUMN (borrowed) under KEY. WIDTH: default fixed width, -1: takes the rest. SHOWN: by
 * default. */
void ledger_column_layout_append (LedgerColumnLayout *self,
                                  const char *key,
                                  GtkColumnViewColumn *column,
                                  int width,
                                  gboolean shown);
/* After the last append: applies what was kept and begins keeping. */
void ledger_column_layout_restore (LedgerColumnLayout *self);
void ledger_column_layout_set_shown (LedgerColumnLayout *self, const char *key, gboolean shown);

/* Scrolls a GtkColumnView or GtkListView so that row POSITION is seen (list.scroll-to-item on the
 * inner list; there is no other way before 4.12). */
void ledger_list_scroll_to (GtkWidget *view, guint position);

G_END_DECLS
