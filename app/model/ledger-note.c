/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-note.h"

#include <glib/gi18n-lib.h>

struct _LedgerNote
{
  LedgerRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerNote, ledger_note, LEDGER_TYPE_RECORD)

static const LedgerColumn columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, N_ ("problem"), "issue" },
  { "measure", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PLAIN, N_ ("measure"), "measure" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("progress") },
  { "noted_on", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, N_ ("date") },
  { "round", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("dispatch round") },
  { "noted_by", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, N_ ("noted by") },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, N_ ("order") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == LEDGER_NOTE_N_COLUMNS);

const LedgerRecordType ledger_note_record_type = {
  .name = "note",
  .word = N_ ("progress note"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

/* By day, on one day as they were entered. */
static char *
dup_order (LedgerRecord *self)
{
  const char *first = ledger_record_get_text (self, LEDGER_NOTE_NOTED_ON);
  return g_strconcat (
      first != NULL ? first : "", "\x01", ledger_record_get_text (self, LEDGER_NOTE_RANK), NULL);
}

static void
ledger_note_class_init (LedgerNoteClass *klass)
{
  ledger_record_class_install (LEDGER_RECORD_CLASS (klass), &ledger_note_record_type);
  LEDGER_RECORD_CLASS (klass)->dup_order = dup_order;
}

static void
ledger_note_init (LedgerNote *self)
{
}
