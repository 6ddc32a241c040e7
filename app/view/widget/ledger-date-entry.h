/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

/* An entry for a day or deadline: takes 3.5, 0305, 3月底, 下周五, +5, shows its reading below, and
 * for a rest day offers the working day before as a button; a calendar opens with Alt+↓ or its
 * button. Signals "changed" (typed or picked) and "activate" (Enter with something readable or
 * nothing). */
#define LEDGER_TYPE_DATE_ENTRY (ledger_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (LedgerDateEntry, ledger_date_entry, LEDGER, DATE_ENTRY, GtkWidget)

/* LABEL is the accessible name ("整改时限"). DOCUMENT may be NULL where there is none yet. */
GtkWidget *ledger_date_entry_new (LedgerDocument *document, const char *label);
/* TRUE (default FALSE): 立行立改, 长期坚持 and the like are taken too; FALSE: days only. */
void ledger_date_entry_set_deadline (LedgerDateEntry *self, gboolean deadline);
/* TRUE (default FALSE): the day is a fact of the past (feedback, receipt, a document), not one that
 * is planned: what is typed is taken as the last such day, a day of rest is as good as any. Also
 * the property "fact". */
void ledger_date_entry_set_fact (LedgerDateEntry *self, gboolean fact);
/* What ledger_gesture_set() is to be given: the words as typed, with short forms (+5, 下周五)
 * replaced by their day; "" where empty; NULL where it cannot be read. */
char *ledger_date_entry_dup_value (LedgerDateEntry *self);
LedgerDay ledger_date_entry_get_day (LedgerDateEntry *self);
void ledger_date_entry_set_day (LedgerDateEntry *self, LedgerDay day);
/* DEADLINE (or NULL): its words. */
void ledger_date_entry_set_words (LedgerDateEntry *self, const char *words);

G_END_DECLS
