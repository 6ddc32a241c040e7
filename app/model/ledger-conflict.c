/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-conflict.h"

#include <glib/gi18n-lib.h>

#include "ledger-field.h"
#include "ledger-reading.h"

void
ledger_conflict_free (LedgerConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->type);
  g_free (conflict->id);
  g_free (conflict->field);
  g_clear_pointer (&conflict->heads, g_ptr_array_unref);
  g_free (conflict);
}

static GPtrArray *
conflicts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_conflict_free);
}

static gboolean
is_same (const LedgerOperation *a, const LedgerOperation *b)
{
  return ledger_value_equal (a->value, b->value);
}

static gboolean
is_listed (const GPtrArray *heads, const LedgerOperation *head)
{
  for (guint i = 0; i < heads->len; i++)
    if (is_same (heads->pdata[i], head))
      return TRUE;
  return FALSE;
}

/* Takes the heads out of ALL, which are newest first. */
static GPtrArray *
list_distinct (GPtrArray *all)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_operation_free);

  while (all->len > 0)
    {
      LedgerOperation *head = g_ptr_array_steal_index (all, all->len - 1);
      if (is_listed (heads, head))
        ledger_operation_free (head);
      else
        g_ptr_array_add (heads, head);
    }
  return heads;
}

static void
add (GPtrArray *conflicts, LedgerRecord *record, const char *field, GPtrArray *heads)
{
  LedgerConflict *conflict = g_new0 (LedgerConflict, 1);

  conflict->type = g_strdup (ledger_record_get_record_type (record)->name);
  conflict->id = g_strdup (ledger_record_get_id (record));
  conflict->field = g_strdup (field);
  conflict->heads = heads;
  g_ptr_array_add (conflicts, conflict);
}

static GPtrArray *
read_heads (LedgerDocument *document, LedgerRecord *record, const char *field)
{
  g_autoptr (GPtrArray) all = ledger_store_get_heads (ledger_document_get_store (document),
                                                      ledger_record_get_record_type (record)->name,
                                                      ledger_record_get_id (record),
                                                      field,
                                                      NULL);
  return all != NULL ? list_distinct (all) : NULL;
}

static void
collect_deletion (LedgerDocument *document, LedgerRecord *record, GPtrArray *conflicts)
{
  if (!ledger_record_is_contested (record))
    return;
  g_autoptr (GPtrArray) heads = read_heads (document, record, LEDGER_FIELD_DELETED);
  for (guint i = heads != NULL ? heads->len : 0; i > 0; i--)
    {
      const LedgerOperation *head = heads->pdata[i - 1];
      if (head->value == NULL || ledger_value_get_tag (head->value) == LEDGER_VALUE_NONE)
        g_ptr_array_remove_index (heads, i - 1);
    }
  if (heads != NULL)
    add (conflicts, record, LEDGER_FIELD_DELETED, g_steal_pointer (&heads));
}

/* What is written once cannot be chosen; a second value of it is a finding. */
static void
collect_values (LedgerDocument *document, LedgerRecord *record, GPtrArray *conflicts)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (type->columns[i].flags & LEDGER_COLUMN_WRITE_ONCE)
        continue;
      g_autoptr (GPtrArray) heads = read_heads (document, record, type->columns[i].name);
      if (heads != NULL && heads->len > 1)
        add (conflicts, record, type->columns[i].name, g_steal_pointer (&heads));
    }
}

static void
collect (LedgerDocument *document, LedgerRecord *record, gboolean values, GPtrArray *conflicts)
{
  if (record == NULL)
    return;
  collect_deletion (document, record, conflicts);
  if (values)
    collect_values (document, record, conflicts);
}

static void
collect_children (LedgerDocument *document,
                  const char *type,
                  const char *parent_id,
                  gboolean values,
                  GPtrArray *conflicts)
{
  const GPtrArray *children = ledger_document_get_children (document, type, parent_id);

  for (guint i = 0; i < children->len; i++)
    {
      collect (document, children->pdata[i], values, conflicts);
      if (g_str_equal (type, "measure"))
        collect_children (document,
                          "evidence_link",
                          ledger_record_get_id (children->pdata[i]),
                          values,
                          conflicts);
    }
}

GPtrArray *
ledger_conflict_find_in_issue (LedgerDocument *document, const char *issue_id)
{
  static const char *const children[] = { "support", "measure", "note", "evidence" };
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  GPtrArray *conflicts = conflicts_new ();

  if (facts == NULL)
    return conflicts;
  collect (document, LEDGER_RECORD (facts->issue), facts->conflicted, conflicts);
  collect (
      document, ledger_document_lookup (document, "claim", issue_id), facts->conflicted, conflicts);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    collect_children (document, children[i], issue_id, facts->conflicted, conflicts);
  return conflicts;
}

GPtrArray *
ledger_conflict_find_in_record (LedgerDocument *document, const char *type, const char *id)
{
  GPtrArray *conflicts = conflicts_new ();

  collect (document, ledger_document_lookup (document, type, id), TRUE, conflicts);
  return conflicts;
}

gboolean
ledger_conflict_is_deletion (const LedgerConflict *conflict)
{
  return g_str_equal (conflict->field, LEDGER_FIELD_DELETED);
}

static char *
dup_record_words (LedgerDocument *document, const LedgerConflict *conflict, const char *issue_id)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), conflict->type);

  if (issue_id != NULL && g_str_equal (conflict->id, issue_id))
    return g_str_equal (conflict->type, "issue") && ledger_conflict_is_deletion (conflict)
               ? g_strdup (_ ("This problem"))
               : NULL;
  if (issue_id != NULL && g_str_equal (conflict->type, "measure"))
    return g_strdup_printf (_ ("Measure %u"),
                            ledger_document_get_measure_place (document, conflict->id));
  g_autofree char *label = ledger_document_dup_label (document, conflict->type, conflict->id);
  return g_strdup_printf ("%s %s", type != NULL ? _ (type->word) : conflict->type, label);
}

char *
ledger_conflict_dup_subject (LedgerDocument *document,
                             const LedgerConflict *conflict,
                             const char *issue_id)
{
  g_autofree char *record = dup_record_words (document, conflict, issue_id);
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), conflict->type);
  const char *field = ledger_field_get_word (conflict->type, conflict->field);

  /* The text of a measure is the measure. */
  if (record != NULL && type != NULL && g_str_equal (field, _ (type->word)))
    return g_steal_pointer (&record);
  if (ledger_conflict_is_deletion (conflict))
    return record != NULL ? g_steal_pointer (&record) : g_strdup (field);
  return record != NULL ? g_strdup_printf ("%s %s", record, field) : g_strdup (field);
}

char *
ledger_conflict_dup_value (LedgerDocument *document, const LedgerConflict *conflict, guint n)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), conflict->type);
  const guint column =
      type != NULL ? ledger_record_type_find_column (type, conflict->field) : G_MAXUINT;

  g_return_val_if_fail (n < conflict->heads->len, NULL);
  if (column == G_MAXUINT || type->columns[column].flags & LEDGER_COLUMN_HIDDEN)
    return NULL;
  const LedgerOperation *head = conflict->heads->pdata[n];
  char *words = ledger_field_to_words (document, conflict->type, conflict->field, head->value);
  return words != NULL ? words : g_strdup (_ ("nothing"));
}

const char *
ledger_conflict_get_author (const LedgerConflict *conflict, guint n)
{
  g_return_val_if_fail (n < conflict->heads->len, NULL);

  const LedgerOperation *head = conflict->heads->pdata[n];
  return head->actor != NULL && *head->actor != '\0' ? head->actor : "？";
}
