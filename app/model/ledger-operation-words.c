/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-operation-words.h"

#include "ledger-affected-issues.h"
#include "ledger-field.h"
#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

/* A line of the diary has room for so many fields before it counts instead. */
#define TOLD_FIELDS 3
#define TOLD_WIDTH 36

void
ledger_operation_words_free (LedgerOperationWords *words)
{
  if (words == NULL)
    return;
  g_free (words->record);
  g_free (words->field);
  g_free (words->before);
  g_free (words->after);
  g_free (words);
}

static void
free_words (gpointer data)
{
  ledger_operation_words_free (data);
}

static gboolean
is_none (const LedgerValue *value)
{
  return value == NULL || ledger_value_get_tag (value) == LEDGER_VALUE_NONE;
}

static gboolean
is_deletion (const LedgerOperation *operation)
{
  return g_str_equal (operation->field, LEDGER_FIELD_DELETED);
}

/* NULL for a field that this program does not know. */
static const LedgerColumn *
find_column (const LedgerOperation *operation)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), operation->type);
  const guint column =
      type != NULL ? ledger_record_type_find_column (type, operation->field) : G_MAXUINT;

  return column != G_MAXUINT ? &type->columns[column] : NULL;
}

gboolean
ledger_operation_words_is_told (const LedgerOperation *operation)
{
  const LedgerColumn *column = find_column (operation);

  if (is_deletion (operation))
    return TRUE;
  return column == NULL || (column->flags & LEDGER_COLUMN_HIDDEN) == 0;
}

/* --- one field --- */

/* A record's first words: what it belongs to, or what it is called. */
static gboolean
names_record (const LedgerOperation *operation)
{
  static const char *const first[] = { "text", "name", "number", NULL };
  const LedgerColumn *column = find_column (operation);

  return g_strv_contains (first, operation->field)
         || (column != NULL && (column->flags & LEDGER_COLUMN_PARENT) != 0);
}

static gboolean
was_made_here (const LedgerOperation *operation, const GPtrArray *operations)
{
  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerOperation *other = operations->pdata[i];

      if (g_str_equal (other->id, operation->id) && g_str_equal (other->type, operation->type)
          && other->before == NULL && names_record (other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_restorable (const LedgerOperation *operation, const GPtrArray *operations)
{
  const LedgerColumn *column = find_column (operation);

  if (is_deletion (operation))
    return !is_none (operation->value);
  if (column == NULL || (column->flags & (LEDGER_COLUMN_HIDDEN | LEDGER_COLUMN_WRITE_ONCE)) != 0)
    return FALSE;
  if (is_none (operation->before) && names_record (operation))
    return FALSE;
  return !was_made_here (operation, operations);
}

LedgerOperationWords *
ledger_operation_words_new (LedgerDocument *document,
                            const LedgerOperation *operation,
                            const GPtrArray *operations)
{
  LedgerOperationWords *words = g_new0 (LedgerOperationWords, 1);

  words->record = ledger_document_dup_label (document, operation->type, operation->id);
  words->field = g_strdup (ledger_field_get_word (operation->type, operation->field));
  words->restorable = is_restorable (operation, operations);
  if (is_deletion (operation))
    {
      words->after =
          g_strdup (is_none (operation->value) ? _ ("brought back") : C_ ("history", "deleted"));
      return words;
    }
  words->before =
      ledger_field_to_words (document, operation->type, operation->field, operation->before);
  words->after =
      ledger_field_to_words (document, operation->type, operation->field, operation->value);
  return words;
}

static char *
cut (const char *text, gsize width)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  return width > 0 ? ledger_text_ellipsize (line, width) : g_strdup (text);
}

char *
ledger_operation_words_describe (const LedgerOperationWords *words, gsize width)
{
  g_autofree char *after = cut (words->after != NULL ? words->after : _ ("emptied"), width);
  g_autofree char *before = words->before != NULL ? cut (words->before, width) : NULL;

  if (before == NULL)
    return g_steal_pointer (&after);
  /* Translators: the value now, and the value before */
  return g_strdup_printf (_ ("%s (was %s)"), after, before);
}

/* --- an edit --- */

static char *
count_type (const char *name, guint n)
{
  const LedgerRecordType *type = ledger_reading_find_type (ledger_reading_get_default (), name);

  if (g_str_equal (name, "heading"))
    return g_strdup_printf (ngettext ("%u heading", "%u headings", n), n);
  if (g_str_equal (name, "issue"))
    return g_strdup_printf (ngettext ("%u problem", "%u problems", n), n);
  if (g_str_equal (name, "measure"))
    return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
  if (g_str_equal (name, "evidence"))
    return g_strdup_printf (ngettext ("%u piece of proof", "%u pieces of proof", n), n);
  if (g_str_equal (name, "person"))
    return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  if (g_str_equal (name, "department"))
    return g_strdup_printf (ngettext ("%u department", "%u departments", n), n);
  /* Translators: what it is, and how many of them */
  return g_strdup_printf (_ ("%s: %u"), type != NULL ? _ (type->word) : name, n);
}

static guint
count_records (const GPtrArray *operations, const char *type)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < operations->len; i++)
    {
      const LedgerOperation *operation = operations->pdata[i];

      if (g_str_equal (operation->type, type))
        g_hash_table_add (ids, operation->id);
    }
  return g_hash_table_size (ids);
}

/* In the reading's order; what only hangs on problems is not counted beside them. */
static char *
count_all (const GPtrArray *operations)
{
  static const char *const hanging[] = { "claim", "support", "evidence_link", NULL };
  const gboolean issues = count_records (operations, "issue") > 0;
  const LedgerReading *reading = ledger_reading_get_default ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reading->n_types; i++)
    {
      const guint n = count_records (operations, reading->types[i]->name);
      g_autofree char *counted = n > 0 ? count_type (reading->types[i]->name, n) : NULL;

      if (counted == NULL || (issues && g_strv_contains (hanging, reading->types[i]->name)))
        continue;
      if (text->len > 0)
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, counted);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_one_record (const GPtrArray *operations)
{
  const LedgerOperation *first = operations->len > 0 ? operations->pdata[0] : NULL;

  for (guint i = 1; i < operations->len; i++)
    {
      const LedgerOperation *other = operations->pdata[i];

      if (!g_str_equal (other->id, first->id) || !g_str_equal (other->type, first->type))
        return FALSE;
    }
  return first != NULL;
}

static GPtrArray *
list_told (LedgerDocument *document, const GPtrArray *operations)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (free_words);

  for (guint i = 0; i < operations->len && told->len <= TOLD_FIELDS; i++)
    if (ledger_operation_words_is_told (operations->pdata[i]))
      g_ptr_array_add (told,
                       ledger_operation_words_new (document, operations->pdata[i], operations));
  return told;
}

char *
ledger_operation_words_summarize (LedgerDocument *document, const GPtrArray *operations)
{
  if (!is_one_record (operations))
    return count_all (operations);

  g_autoptr (GPtrArray) told = list_told (document, operations);
  g_autoptr (GString) text = g_string_new (NULL);
  if (told->len == 1)
    return ledger_operation_words_describe (told->pdata[0], TOLD_WIDTH);
  for (guint i = 0; i < MIN (told->len, TOLD_FIELDS); i++)
    {
      const LedgerOperationWords *words = told->pdata[i];
      g_autofree char *what = ledger_operation_words_describe (words, TOLD_WIDTH);

      if (i > 0)
        g_string_append (text, C_ ("list", "; "));
      /* Translators: a field and what it says now */
      g_string_append_printf (text, _ ("%s: %s"), words->field, what);
    }
  if (told->len > TOLD_FIELDS)
    g_string_append (text, "…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ledger_operation_words_dup_issue (LedgerDocument *document, const GPtrArray *operations)
{
  LedgerStore *store = ledger_document_get_store (document);
  g_autoptr (GHashTable) issues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < operations->len && g_hash_table_size (issues) < 2; i++)
    {
      const LedgerOperation *operation = operations->pdata[i];

      ledger_affected_issues_add (store, operation->type, operation->id, issues, NULL);
    }
  if (g_hash_table_size (issues) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, issues);
  g_hash_table_iter_next (&iter, &id, NULL);
  return ledger_document_lookup (document, "issue", id) != NULL ? g_strdup (id) : NULL;
}

const char *
ledger_operation_words_get_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *word;
  } words[] = {
    { "edit", NC_ ("history", "Entry") },  { "import", NC_ ("history", "Import") },
    { "undo", NC_ ("history", "Undo") },   { "redo", NC_ ("history", "Redo") },
    { "merge", NC_ ("history", "Merge") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].kind, kind) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "history", words[i].word);
  return kind;
}
