/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-view-test.h"

G_BEGIN_DECLS

/* One journey through the program: counts what the person does. An action is one click, one drop,
 * one key or chord, or one entry filled (click, letters and Enter together). A drop from another
 * program is done by the call that a drop makes, for two programs cannot be dragged between here.
 */
typedef struct LedgerJourney LedgerJourney;

/* PROMISED: how many actions the journey is designed for. */
LedgerJourney *ledger_journey_begin (const char *name, guint promised);
/* One action has been done: keeps the picture NAME-NN of WINDOW (NULL: none). */
void ledger_journey_act (LedgerJourney *self, LedgerWindow *window, const char *what);
/* Fails unless NEEDED actions were done; more than promised is told. Frees SELF. */
void ledger_journey_end (LedgerJourney *self, guint needed);

/* Clicks the button below ROOT with these words. */
void ledger_journey_click (gpointer root, const char *words);
/* A list of tests/data as a file. */
GFile *ledger_journey_get_data (const char *folder, const char *name);
/* Drops a list on the window: until the import page has read it. */
void ledger_journey_drop_list (LedgerWindow *window, GFile *list);
/* Clicks 导入N个问题 and waits for the ledger. */
void ledger_journey_import (LedgerWindow *window, const char *words);
/* The sample ledger in the test's folder; its path. */
char *ledger_journey_make_sample (LedgerViewTest *test);

const LedgerIssueFacts *ledger_journey_get_facts (LedgerDocument *document, guint i);
guint ledger_journey_count_issues (LedgerDocument *document);

G_END_DECLS
