/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-log-findings.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence.h"
#include "ledger-heading.h"
#include "ledger-reading.h"

typedef struct
{
  LedgerDocument *document;
  GPtrArray *findings;
} Collector;

static void
add (Collector *collector, const char *type, const char *id, const char *field, char *text)
{
  g_ptr_array_add (collector->findings, ledger_finding_new ("L05", FALSE, type, id, field, text));
}

static void
collect_conflicts (Collector *collector)
{
  LedgerStore *store = ledger_document_get_store (collector->document);
  g_autoptr (GPtrArray) conflicts = ledger_store_get_conflicts (store, NULL);
  for (guint i = 0; conflicts && i < conflicts->len; i++)
    {
      const LedgerOperation *operation = g_ptr_array_index (conflicts, i);
      const LedgerRecordType *type =
          ledger_reading_find_type (ledger_reading_get_default (), operation->type);
      guint column = type ? ledger_record_type_find_column (type, operation->field) : G_MAXUINT;
      const char *word = column == G_MAXUINT ? operation->field : _ (type->columns[column].word);
      add (collector,
           operation->type,
           operation->id,
           operation->field,
           g_strdup_printf (_ ("%s has several values, choose one."), word));
    }
}

/* The first wording, proof or signature stands; that somebody wrote over it is not hidden. */
static void
collect_overwritten (Collector *collector)
{
  LedgerStore *store = ledger_document_get_store (collector->document);
  g_autoptr (GPtrArray) later = ledger_store_get_overwritten (store, NULL);
  for (guint i = 0; later && i < later->len; i++)
    {
      const LedgerOperation *operation = g_ptr_array_index (later, i);
      const LedgerRecordType *type =
          ledger_reading_find_type (ledger_reading_get_default (), operation->type);
      guint column = ledger_record_type_find_column (type, operation->field);
      const char *actor = *operation->actor ? operation->actor : _ ("somebody");
      char *text =
          column == G_MAXUINT
              /* Translators: person, kind of record: sign-off */
              ? g_strdup_printf (_ ("%s deleted a %s that cannot be deleted; it stands as it was."),
                                 actor,
                                 _ (type->word))
              /* Translators: person, field */
              : g_strdup_printf (_ ("%s wrote “%s” once more; the first wording stands."),
                                 actor,
                                 _ (type->columns[column].word));
      add (collector, operation->type, operation->id, operation->field, text);
    }
}

static void
collect_equal_numbers (Collector *collector, const char *type, guint column)
{
  LedgerTable *table = ledger_document_get_table (collector->document, type);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      const char *number = ledger_record_get_text (record, column);
      if (!number || g_hash_table_add (seen, (gpointer)number))
        continue;
      add (collector,
           type,
           ledger_record_get_id (record),
           "number",
           g_strdup_printf (_ ("The number %s stands twice."), number));
    }
}

static void
collect_broken_references (Collector *collector, LedgerRecord *record)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  for (guint i = 0; i < type->n_columns; i++)
    {
      const LedgerColumn *column = &type->columns[i];
      const char *target =
          column->kind == LEDGER_COLUMN_REFERENCE ? ledger_record_get_text (record, i) : NULL;
      if (!target || ledger_document_lookup (collector->document, column->target, target))
        continue;
      add (collector,
           type->name,
           ledger_record_get_id (record),
           column->name,
           g_strdup_printf (_ ("%s refers to what is no longer there."), _ (column->word)));
    }
}

static void
collect_references_of_type (Collector *collector, const char *type)
{
  LedgerTable *table = ledger_document_get_table (collector->document, type);
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    collect_broken_references (collector, ledger_table_get_record (table, i));
}

void
ledger_log_findings_collect (LedgerDocument *document, GPtrArray *findings)
{
  static const char *const types[] = { "heading", "issue",         "claim",   "support",
                                       "measure", "evidence_link", "evidence" };
  Collector collector = { .document = document, .findings = findings };
  collect_conflicts (&collector);
  collect_overwritten (&collector);
  collect_equal_numbers (&collector, "heading", LEDGER_HEADING_NUMBER);
  collect_equal_numbers (&collector, "issue", LEDGER_ISSUE_NUMBER);
  collect_equal_numbers (&collector, "evidence", LEDGER_EVIDENCE_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    collect_references_of_type (&collector, types[i]);
}
