/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "ledger-id.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const LedgerColumn heading_columns[] = {
  { "parent", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, "upper heading", "heading" },
  { "number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "number" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "heading" },
};
static const LedgerColumn issue_columns[] = {
  { "heading", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, "heading", "heading" },
  { "number", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "number" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "problem" },
  { "original", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_WRITE_ONCE, "original wording" },
  { "due", LEDGER_COLUMN_DEADLINE, LEDGER_COLUMN_PLAIN, "deadline" },
  { "started", LEDGER_COLUMN_DATE, LEDGER_COLUMN_PLAIN, "started" },
  { "urgent", LEDGER_COLUMN_FLAG, LEDGER_COLUMN_PLAIN, "urgent" },
  { "weight", LEDGER_COLUMN_INTEGER, LEDGER_COLUMN_PLAIN, "weight" },
};
static const LedgerColumn claim_columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, "problem", "issue" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "claimed by" },
};
static const LedgerColumn measure_columns[] = {
  { "issue", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, "problem", "issue" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "measure" },
  { "rank", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_HIDDEN, "order" },
};
static const LedgerColumn evidence_columns[] = {
  { "measure", LEDGER_COLUMN_REFERENCE, LEDGER_COLUMN_PARENT, "measure", "measure" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_PLAIN, "file name" },
  { "digest", LEDGER_COLUMN_DIGEST, LEDGER_COLUMN_WRITE_ONCE, "bytes" },
};

static const LedgerColumn signoff_columns[] = {
  { "issue",
    LEDGER_COLUMN_REFERENCE,
    LEDGER_COLUMN_PARENT | LEDGER_COLUMN_WRITE_ONCE,
    "problem",
    "issue" },
  { "text", LEDGER_COLUMN_TEXT, LEDGER_COLUMN_WRITE_ONCE, "what was signed" },
};

static const LedgerRecordType heading_type = {
  "heading", "heading", heading_columns, G_N_ELEMENTS (heading_columns)
};
static const LedgerRecordType issue_type = {
  "issue", "problem", issue_columns, G_N_ELEMENTS (issue_columns)
};
static const LedgerRecordType claim_type = {
  "claim", "claim", claim_columns, G_N_ELEMENTS (claim_columns)
};
static const LedgerRecordType measure_type = {
  "measure", "measure", measure_columns, G_N_ELEMENTS (measure_columns)
};
static const LedgerRecordType evidence_type = {
  "evidence", "proof", evidence_columns, G_N_ELEMENTS (evidence_columns)
};
static const LedgerRecordType signoff_type = {
  "signoff", "sign-off", signoff_columns, G_N_ELEMENTS (signoff_columns), TRUE
};
static const LedgerRecordType *const types[] = { &heading_type, &issue_type,    &claim_type,
                                                 &measure_type, &evidence_type, &signoff_type };
const LedgerReading fixture_reading = { 7, types, G_N_ELEMENTS (types) };

Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  GError *error = NULL;
  fixture->folder = g_dir_make_tmp ("zhenggai-store-XXXXXX", &error);
  g_assert_no_error (error);
  return fixture;
}

void
fixture_free (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture);
}

char *
fixture_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

LedgerStore *
fixture_create (const char *path, const char *desk)
{
  GError *error = NULL;
  LedgerStore *store = ledger_store_create (path, &fixture_reading, desk, desk, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

LedgerStore *
fixture_create_one (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "a.zgl");
  return fixture_create (path, "李敏");
}

LedgerStore *
fixture_open (const char *path, LedgerStoreMode mode)
{
  GError *error = NULL;
  LedgerStore *store = ledger_store_open (path, &fixture_reading, mode, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
fixture_copy (const char *from, const char *to)
{
  g_autofree char *data = NULL;
  gsize length = 0;
  GError *error = NULL;
  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, data, (gssize)length, &error);
  g_assert_no_error (error);
}

LedgerStore *
fixture_fork (LedgerStore **store, const char *copy)
{
  g_autofree char *path = g_strdup (ledger_store_get_path (*store));
  g_clear_object (store);
  fixture_copy (path, copy);
  *store = fixture_open (path, LEDGER_STORE_WRITE);
  return fixture_open (copy, LEDGER_STORE_WRITE);
}

LedgerEdit *
fixture_edit (const char *desk)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, "修改");
  ledger_edit_set_actor (edit, desk, desk);
  return edit;
}

void
fixture_commit (LedgerStore *store, LedgerEdit *edit)
{
  GError *error = NULL;
  gboolean written = FALSE;
  ledger_store_commit (store, edit, &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (written);
}

void
fixture_set (LedgerStore *store,
             const char *desk,
             const char *type,
             const char *id,
             const char *field,
             const char *text)
{
  g_autoptr (LedgerEdit) edit = fixture_edit (desk);
  ledger_edit_set_text (edit, type, id, field, text);
  fixture_commit (store, edit);
}

static const char *
parent_field (const char *type)
{
  return g_str_equal (type, "heading")    ? "parent"
         : g_str_equal (type, "issue")    ? "heading"
         : g_str_equal (type, "evidence") ? "measure"
                                          : "issue";
}

char *
fixture_add (
    LedgerStore *store, const char *desk, const char *type, const char *parent, const char *text)
{
  g_autofree char *id = ledger_id_new_random ();
  g_autoptr (LedgerEdit) edit = fixture_edit (desk);
  ledger_edit_set_text (edit, type, id, parent_field (type), parent);
  ledger_edit_set_text (edit, type, id, "text", text);
  fixture_commit (store, edit);
  return g_steal_pointer (&id);
}

void
fixture_delete (LedgerStore *store, const char *desk, const char *type, const char *id)
{
  g_autoptr (LedgerEdit) edit = fixture_edit (desk);
  ledger_edit_delete (edit, type, id);
  fixture_commit (store, edit);
}

gint64
fixture_count (LedgerStore *store, const char *sql)
{
  GError *error = NULL;
  LedgerStatement *statement = ledger_store_prepare (store, g_intern_string (sql), &error);
  g_assert_no_error (error);
  gboolean row = ledger_statement_step (statement, &error);
  g_assert_no_error (error);
  gint64 count = row ? ledger_statement_get_integer (statement, 0) : 0;
  ledger_statement_reset (statement);
  return count;
}

static char *
one_text (LedgerStore *store, const char *type, const char *id, gboolean *found)
{
  g_autofree char *sql = g_strconcat ("SELECT text FROM ", type, " WHERE id = ?", NULL);
  GError *error = NULL;
  LedgerStatement *statement = ledger_store_prepare (store, g_intern_string (sql), &error);
  g_assert_no_error (error);
  ledger_statement_bind_text (statement, 0, id);
  *found = ledger_statement_step (statement, &error);
  g_assert_no_error (error);
  char *text = *found ? g_strdup (ledger_statement_get_text (statement, 0)) : NULL;
  ledger_statement_reset (statement);
  return text;
}

char *
fixture_text (LedgerStore *store, const char *type, const char *id)
{
  gboolean found = FALSE;
  return one_text (store, type, id, &found);
}

gboolean
fixture_has (LedgerStore *store, const char *type, const char *id)
{
  gboolean found = FALSE;
  g_free (one_text (store, type, id, &found));
  return found;
}

char *
fixture_digest (LedgerStore *store)
{
  GError *error = NULL;
  char *digest = ledger_store_dup_reading_digest (store, &error);
  g_assert_no_error (error);
  return digest;
}

void
fixture_assert_sound (LedgerStore *store)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) damages = ledger_store_verify (store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < damages->len; i++)
    {
      LedgerDamage *damage = damages->pdata[i];
      g_test_message ("%s: %s", damage->place, damage->text);
    }
  g_assert_cmpuint (damages->len, ==, 0);
}

void
fixture_assert_rebuilds (LedgerStore *store)
{
  g_autofree char *before = fixture_digest (store);
  g_assert_true (ledger_store_rebuild (store, NULL, NULL, NULL));
  g_autofree char *after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (store);
}

void
fixture_raw (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

void
fixture_damage (const char *from, const char *to, const char *sql)
{
  g_autofree char *whole = g_strconcat ("PRAGMA foreign_keys = OFF; ", sql, NULL);
  fixture_copy (from, to);
  fixture_raw (to, whole);
}
