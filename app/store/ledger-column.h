/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A record's column table is the only place where a field is named (DESIGN 6). From one line come
 * the GObject property ("due-text"), the SQL column and JSON key ("due_text"), the operation's
 * field name in the log, the line in 操作记录 and in the canonical text, and what `set` accepts.
 * Names are permanent: added to, never renamed, never reused (LOG 2). */

typedef enum
{
  LEDGER_COLUMN_TEXT,
  LEDGER_COLUMN_INTEGER,
  LEDGER_COLUMN_FLAG,      /* integer 0 or 1 */
  LEDGER_COLUMN_DATE,      /* ISO text */
  LEDGER_COLUMN_DEADLINE,  /* canonical text of LedgerDeadline: date, precision, original words in
                              one */
  LEDGER_COLUMN_CHOICE,    /* stable English word; its words for people are in model */
  LEDGER_COLUMN_REFERENCE, /* id of a record of type `target` */
  LEDGER_COLUMN_DIGEST,    /* 32 bytes naming a blob; the store refuses one that is not complete */
} LedgerColumnKind;

typedef enum
{
  LEDGER_COLUMN_PLAIN = 0,
  LEDGER_COLUMN_PARENT = 1 << 0,  /* the record belongs to the one named here; indexed */
  LEDGER_COLUMN_INDEXED = 1 << 1, /* an index in the reading */
  LEDGER_COLUMN_WRITE_ONCE =
      1 << 2, /* reads the operation without parents; later ones are findings */
  LEDGER_COLUMN_COMPARED = 1 << 3, /* a compared line of a sign-off (LOG 7) */
  LEDGER_COLUMN_SHOWN = 1 << 4,    /* a read-only line of a sign-off */
  LEDGER_COLUMN_HIDDEN = 1 << 5,   /* not offered to `set` nor shown by name (ranks, digests) */
} LedgerColumnFlags;

typedef struct
{
  const char *name;
  LedgerColumnKind kind;
  LedgerColumnFlags flags;
  const char *word;   /* N_() msgid: what people call it */
  const char *target; /* LEDGER_COLUMN_REFERENCE: the record type referred to */
} LedgerColumn;

typedef struct
{
  const char *name; /* the log's type name and the reading table's name */
  const char *word; /* N_() msgid */
  const LedgerColumn *columns;
  guint n_columns;
  /* A statement that stands once it is made, as a sign-off: nothing deletes it, undo neither; later
   * operations and tombstones on it are findings and have no effect (LOG 7). All its columns are
   * WRITE_ONCE. */
  gboolean lasting;
} LedgerRecordType;

/* What the reading consists of; given to the store by model (`ledger_reading_get_default`), so that
 * the store knows no record by name. `number` rises with every added field: a ledger whose reading
 * bears another number has its reading tables dropped and rebuilt (LOG 5). */
typedef struct
{
  guint number;
  const LedgerRecordType *const *types;
  guint n_types;
} LedgerReading;

const LedgerRecordType *ledger_reading_find_type (const LedgerReading *reading, const char *name);
/* G_MAXUINT where there is no such column. */
guint ledger_record_type_find_column (const LedgerRecordType *type, const char *name);
/* The column flagged PARENT, or G_MAXUINT. */
guint ledger_record_type_parent_column (const LedgerRecordType *type);

G_END_DECLS
