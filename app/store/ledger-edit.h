/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-value.h"

G_BEGIN_DECLS

/* What one gesture of a person does, before it is committed: kind, a title people can read, actor,
 * and operations. One edit is one transaction, one line of 操作记录, one undo step (DESIGN 3, LOG
 * 1–2). Plain data, no file behind it: built on the main thread, committed on the writer. */
typedef struct _LedgerEdit LedgerEdit;

typedef enum
{
  LEDGER_EDIT_PLAIN,  /* "edit" */
  LEDGER_EDIT_UNDO,   /* "undo", of a target edit */
  LEDGER_EDIT_REDO,   /* "redo", of a target undo */
  LEDGER_EDIT_IMPORT, /* "import" */
  LEDGER_EDIT_MERGE,  /* "merge", no operations, several prev; made by taking in only */
} LedgerEditKind;

typedef struct
{
  const char *type;  /* interned, so that equal ones have one address */
  const char *field; /* likewise: a column's name, or LEDGER_FIELD_DELETED */
  char id[33];       /* 32 hex digits */
  LedgerValue *value;
} LedgerChange;

/* The operation of a record itself: deleted, as a digest of what was seen (LOG 10). */
#define LEDGER_FIELD_DELETED "deleted"

LedgerEdit *ledger_edit_new (LedgerEditKind kind, const char *title);
LedgerEdit *ledger_edit_ref (LedgerEdit *edit);
void ledger_edit_unref (LedgerEdit *edit);

/* The sentence that 操作记录 shows, may be sharpened until commit. */
void ledger_edit_set_title (LedgerEdit *edit, const char *title);
const char *ledger_edit_get_title (LedgerEdit *edit);
/* Why, where a reason is asked (original wording changed, returned). */
void ledger_edit_set_reason (LedgerEdit *edit, const char *reason);
const char *ledger_edit_get_reason (LedgerEdit *edit);
/* The name of the person at the keyboard; desk is the user account's label
 * (ledger_settings_dup_desk). */
void ledger_edit_set_actor (LedgerEdit *edit, const char *actor, const char *desk);
const char *ledger_edit_get_actor (LedgerEdit *edit);
const char *ledger_edit_get_desk (LedgerEdit *edit);
LedgerEditKind ledger_edit_get_kind (LedgerEdit *edit);

/* The log position at which the form behind this edit was loaded; a field with a newer head is then
 * refused with LEDGER_ERROR_STALE (LOG 12). -1, the default: no form, nothing is checked. */
void ledger_edit_set_position (LedgerEdit *edit, gint64 position);
gint64 ledger_edit_get_position (LedgerEdit *edit);

/* Sets one field; a second setting of the same field replaces the first. Takes no reference on
 * VALUE's caller: the edit keeps its own. NULL is the value "none". */
void ledger_edit_set (
    LedgerEdit *edit, const char *type, const char *id, const char *field, LedgerValue *value);
void ledger_edit_set_text (
    LedgerEdit *edit, const char *type, const char *id, const char *field, const char *text);
void ledger_edit_set_integer (
    LedgerEdit *edit, const char *type, const char *id, const char *field, gint64 integer);
/* Deletes the record with all its living descendants, as they are at commit. */
void ledger_edit_delete (LedgerEdit *edit, const char *type, const char *id);
/* Keeps a record that was deleted elsewhere, or brings back one deleted here. */
void ledger_edit_keep (LedgerEdit *edit, const char *type, const char *id);

guint ledger_edit_get_n_changes (LedgerEdit *edit);
const LedgerChange *ledger_edit_get_change (LedgerEdit *edit, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerEdit, ledger_edit_unref)

G_END_DECLS
