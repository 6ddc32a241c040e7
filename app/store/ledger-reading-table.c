/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-reading-table.h"

#include "ledger-error.h"

struct _LedgerReadingTable
{
  const LedgerRecordType *type;
  char *put;
  char *remove;
  char *select;
  char *select_all;
  char *count;
  char *children; /* NULL without a parent column */
  char **sets;    /* per column */
};

static const char *
storage_of (const LedgerColumn *column)
{
  switch (column->kind)
    {
    case LEDGER_COLUMN_INTEGER:
    case LEDGER_COLUMN_FLAG:
      return " INTEGER";
    case LEDGER_COLUMN_DIGEST:
      return " BLOB";
    case LEDGER_COLUMN_TEXT:
    case LEDGER_COLUMN_DATE:
    case LEDGER_COLUMN_DEADLINE:
    case LEDGER_COLUMN_CHOICE:
    case LEDGER_COLUMN_REFERENCE:
    default:
      return " TEXT";
    }
}

static void
append_name (GString *sql, const char *name)
{
  g_string_append_c (sql, '"');
  g_string_append (sql, name);
  g_string_append_c (sql, '"');
}

static char *
sentence (const char *before, const char *name, const char *after)
{
  GString *sql = g_string_new (before);
  append_name (sql, name);
  g_string_append (sql, after);
  return g_string_free (sql, FALSE);
}

static char *
make_put (const LedgerRecordType *type)
{
  GString *sql = g_string_new ("INSERT OR REPLACE INTO ");
  append_name (sql, type->name);
  g_string_append (sql, " VALUES (?,?,?");
  for (guint i = 0; i < type->n_columns; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
make_set (const LedgerRecordType *type, guint column)
{
  GString *sql = g_string_new ("UPDATE ");
  append_name (sql, type->name);
  g_string_append (sql, " SET ");
  append_name (sql, type->columns[column].name);
  g_string_append (sql, " = ? WHERE record = ?");
  return g_string_free (sql, FALSE);
}

static char *
make_children (const LedgerRecordType *type)
{
  guint parent = ledger_record_type_parent_column (type);
  if (parent == G_MAXUINT)
    return NULL;
  GString *sql = g_string_new ("SELECT record FROM ");
  append_name (sql, type->name);
  g_string_append (sql, " WHERE ");
  append_name (sql, type->columns[parent].name);
  g_string_append (sql, " = ?");
  return g_string_free (sql, FALSE);
}

LedgerReadingTable *
ledger_reading_table_new (const LedgerRecordType *type)
{
  LedgerReadingTable *self = g_new0 (LedgerReadingTable, 1);
  self->type = type;
  self->put = make_put (type);
  self->remove = sentence ("DELETE FROM ", type->name, " WHERE record = ?");
  self->select = sentence ("SELECT * FROM ", type->name, " WHERE record = ?");
  self->select_all = sentence ("SELECT * FROM ", type->name, " ORDER BY id");
  self->count = sentence ("SELECT count(*) FROM ", type->name, "");
  self->children = make_children (type);
  self->sets = g_new0 (char *, type->n_columns + 1);
  for (guint i = 0; i < type->n_columns; i++)
    self->sets[i] = make_set (type, i);
  return self;
}

void
ledger_reading_table_free (LedgerReadingTable *self)
{
  if (self == NULL)
    return;
  g_free (self->put);
  g_free (self->remove);
  g_free (self->select);
  g_free (self->select_all);
  g_free (self->count);
  g_free (self->children);
  g_strfreev (self->sets);
  g_free (self);
}

const LedgerRecordType *
ledger_reading_table_get_type (LedgerReadingTable *self)
{
  return self->type;
}

gboolean
ledger_reading_table_create (LedgerReadingTable *self,
                             LedgerConnection *connection,
                             gboolean temporary,
                             GError **error)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE ");
  g_string_append (sql, temporary ? "temp." : "main.");
  append_name (sql, self->type->name);
  g_string_append (sql, " (record INTEGER PRIMARY KEY, id TEXT");
  for (guint i = 0; i < self->type->n_columns; i++)
    {
      g_string_append (sql, ", ");
      append_name (sql, self->type->columns[i].name);
      g_string_append (sql, storage_of (&self->type->columns[i]));
    }
  g_string_append (sql, ", deleted BLOB) STRICT");
  return ledger_connection_execute (connection, sql->str, error);
}

static gboolean
index_column (LedgerReadingTable *self,
              LedgerConnection *connection,
              gboolean temporary,
              const char *column,
              GError **error)
{
  g_autofree char *name = g_strconcat (self->type->name, "_by_", column, NULL);
  g_autoptr (GString) sql = g_string_new ("CREATE INDEX ");
  g_string_append (sql, temporary ? "temp." : "main.");
  append_name (sql, name);
  g_string_append (sql, " ON ");
  append_name (sql, self->type->name);
  g_string_append (sql, " (");
  append_name (sql, column);
  g_string_append_c (sql, ')');
  return ledger_connection_execute (connection, sql->str, error);
}

gboolean
ledger_reading_table_index (LedgerReadingTable *self,
                            LedgerConnection *connection,
                            gboolean temporary,
                            GError **error)
{
  if (!index_column (self, connection, temporary, "id", error))
    return FALSE;
  for (guint i = 0; i < self->type->n_columns; i++)
    {
      const LedgerColumn *column = &self->type->columns[i];
      if ((column->flags & (LEDGER_COLUMN_PARENT | LEDGER_COLUMN_INDEXED))
          && !index_column (self, connection, temporary, column->name, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ledger_reading_table_put (LedgerReadingTable *self,
                          LedgerConnection *connection,
                          gint64 record,
                          const char *id,
                          LedgerValue *const *values,
                          GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare_generated (connection, self->put, error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_integer (statement, 0, record);
  ledger_statement_bind_text (statement, 1, id);
  for (guint i = 0; i <= self->type->n_columns; i++)
    if (values[i] != NULL)
      ledger_statement_bind_value (statement, 2 + i, values[i]);
  return ledger_statement_run (statement, error);
}

gboolean
ledger_reading_table_set (LedgerReadingTable *self,
                          LedgerConnection *connection,
                          gint64 record,
                          guint column,
                          const LedgerValue *value,
                          gboolean *found,
                          GError **error)
{
  LedgerStatement *statement =
      ledger_connection_prepare_generated (connection, self->sets[column], error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_value (statement, 0, value);
  ledger_statement_bind_integer (statement, 1, record);
  if (!ledger_statement_run (statement, error))
    return FALSE;
  *found = ledger_connection_changes (connection) > 0;
  return TRUE;
}

static LedgerStatement *
with_record (LedgerConnection *connection, const char *sql, gint64 record, GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare_generated (connection, sql, error);
  if (statement != NULL)
    ledger_statement_bind_integer (statement, 0, record);
  return statement;
}

gboolean
ledger_reading_table_remove (LedgerReadingTable *self,
                             LedgerConnection *connection,
                             gint64 record,
                             GError **error)
{
  LedgerStatement *statement = with_record (connection, self->remove, record, error);
  return statement != NULL && ledger_statement_run (statement, error);
}

LedgerStatement *
ledger_reading_table_select (LedgerReadingTable *self,
                             LedgerConnection *connection,
                             gint64 record,
                             GError **error)
{
  return with_record (connection, self->select, record, error);
}

LedgerStatement *
ledger_reading_table_select_all (LedgerReadingTable *self,
                                 LedgerConnection *connection,
                                 GError **error)
{
  return ledger_connection_prepare_generated (connection, self->select_all, error);
}

gboolean
ledger_reading_table_count (LedgerReadingTable *self,
                            LedgerConnection *connection,
                            gsize *count,
                            GError **error)
{
  LedgerStatement *statement = ledger_connection_prepare_generated (connection, self->count, error);
  if (statement == NULL || !ledger_statement_step (statement, error))
    return FALSE;
  *count = (gsize)ledger_statement_get_integer (statement, 0);
  ledger_statement_reset (statement);
  return TRUE;
}

gboolean
ledger_reading_table_collect_children (LedgerReadingTable *self,
                                       LedgerConnection *connection,
                                       const char *parent_id,
                                       GArray *records,
                                       GError **error)
{
  if (self->children == NULL)
    return TRUE;
  LedgerStatement *statement =
      ledger_connection_prepare_generated (connection, self->children, error);
  if (statement == NULL)
    return FALSE;
  ledger_statement_bind_text (statement, 0, parent_id);

  GError *failure = NULL;
  while (ledger_statement_step (statement, &failure))
    {
      gint64 record = ledger_statement_get_integer (statement, 0);
      g_array_append_val (records, record);
    }
  return ledger_error_pass (failure, error);
}

const LedgerValue *
ledger_reading_table_fit (LedgerReadingTable *self, guint column, const LedgerValue *value)
{
  LedgerValueTag wanted = LEDGER_VALUE_TEXT;
  LedgerColumnKind kind = self->type->columns[column].kind;
  if (kind == LEDGER_COLUMN_INTEGER || kind == LEDGER_COLUMN_FLAG)
    wanted = LEDGER_VALUE_INTEGER;
  else if (kind == LEDGER_COLUMN_DIGEST)
    wanted = LEDGER_VALUE_BYTES;
  return value != NULL && ledger_value_get_tag (value) == wanted ? value : NULL;
}
