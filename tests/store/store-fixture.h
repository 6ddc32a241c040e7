/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-store.h"

/* A small reading with every kind of column, and files in a folder of their own. */
extern const LedgerReading fixture_reading;

typedef struct
{
  char *folder;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
char *fixture_path (Fixture *fixture, const char *name);

LedgerStore *fixture_create (const char *path, const char *desk);
/* At a.zgl, by 李敏. */
LedgerStore *fixture_create_one (Fixture *fixture);
LedgerStore *fixture_open (const char *path, LedgerStoreMode mode);
/* Byte by byte; nobody has FROM open. */
void fixture_copy (const char *from, const char *to);
/* Another PC's: closes *STORE, copies its file to COPY and opens both for writing. */
LedgerStore *fixture_fork (LedgerStore **store, const char *copy);
/* A copy of FROM with SQL run on it, whatever the tables say about each other. */
void fixture_damage (const char *from, const char *to, const char *sql);

LedgerEdit *fixture_edit (const char *desk);
/* Commits and checks that it was written. */
void fixture_commit (LedgerStore *store, LedgerEdit *edit);
/* One text into one field. */
void fixture_set (LedgerStore *store,
                  const char *desk,
                  const char *type,
                  const char *id,
                  const char *field,
                  const char *text);
/* A new record of TYPE below PARENT (NULL: at the top) with TEXT; the id. */
char *fixture_add (
    LedgerStore *store, const char *desk, const char *type, const char *parent, const char *text);
void fixture_delete (LedgerStore *store, const char *desk, const char *type, const char *id);

/* The number of rows of a reading table. */
gint64 fixture_count (LedgerStore *store, const char *sql);
/* The text of a record's column "text", NULL where there is no row. */
char *fixture_text (LedgerStore *store, const char *type, const char *id);
gboolean fixture_has (LedgerStore *store, const char *type, const char *id);
char *fixture_digest (LedgerStore *store);
/* Verifies and expects no damage. */
void fixture_assert_sound (LedgerStore *store);
/* Makes the reading anew from the log: it is the same, and nothing is damaged. */
void fixture_assert_rebuilds (LedgerStore *store);
/* Runs SQL text on the file through a connection without any of our settings. */
void fixture_raw (const char *path, const char *sql);
