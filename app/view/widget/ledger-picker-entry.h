/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ledger-document.h"

G_BEGIN_DECLS

typedef enum
{
  LEDGER_PICKER_PERSON,
  LEDGER_PICKER_DEPARTMENT,
} LedgerPickerKind;

/* An entry for a person or a department: typing offers those whose name or pinyin initials match
 * (zw → 张伟), the last row is “新增‘张伟东’”. Enter takes the marked row, Alt+↓ opens, Esc closes.
 * A new name has no id: the gesture that is given the name adds the record.
 *
 * Signal "picked": a choice was made by row or Enter, or the text was emptied. */
#define LEDGER_TYPE_PICKER_ENTRY (ledger_picker_entry_get_type ())
G_DECLARE_FINAL_TYPE (LedgerPickerEntry, ledger_picker_entry, LEDGER, PICKER_ENTRY, GtkWidget)

/* LABEL is the accessible name ("承办人"). */
GtkWidget *
ledger_picker_entry_new (LedgerDocument *document, LedgerPickerKind kind, const char *label);
/* The name as it stands (trimmed; "" where empty), whether picked or only typed. */
const char *ledger_picker_entry_get_name (LedgerPickerEntry *self);
/* The id of the record with exactly that name, or NULL. */
const char *ledger_picker_entry_get_id (LedgerPickerEntry *self);
void ledger_picker_entry_set_name (LedgerPickerEntry *self, const char *name);
/* NAME as if it were picked, without the signal. */
void ledger_picker_entry_take (LedgerPickerEntry *self, const char *name);
/* Pickers that share COMING find each other's new names, which are no records before all is
 * written. */
void ledger_picker_entry_share_coming (LedgerPickerEntry *self, GtkStringList *coming);
void ledger_picker_entry_set_placeholder (LedgerPickerEntry *self, const char *text);
/* Where a proposal comes from (清单, 分管, 默认), small and behind the name; NULL: none. It goes as
 * soon as the name is edited. */
void ledger_picker_entry_set_source (LedgerPickerEntry *self, const char *source);

G_END_DECLS
