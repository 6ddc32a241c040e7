/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-outcome-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-choice.h"
#include "ledger-deadline.h"
#include "ledger-field.h"

struct _LedgerImportOutcomeRow
{
  GObject parent_instance;
  LedgerImportLine *line;       /* borrowed of the plan; NULL for a heading and a pair */
  const LedgerImportPair *pair; /* likewise; NULL for all but a pair */
  char *text;
  guint depth;
  gboolean continued;
};

G_DEFINE_FINAL_TYPE (LedgerImportOutcomeRow, ledger_import_outcome_row, G_TYPE_OBJECT)

static void
ledger_import_outcome_row_finalize (GObject *object)
{
  g_free (LEDGER_IMPORT_OUTCOME_ROW (object)->text);
  G_OBJECT_CLASS (ledger_import_outcome_row_parent_class)->finalize (object);
}

static void
ledger_import_outcome_row_class_init (LedgerImportOutcomeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_import_outcome_row_finalize;
}

static void
ledger_import_outcome_row_init (LedgerImportOutcomeRow *self)
{
}

const LedgerImportLine *
ledger_import_outcome_row_get_line (LedgerImportOutcomeRow *self)
{
  return self->line;
}

const LedgerImportPair *
ledger_import_outcome_row_get_pair (LedgerImportOutcomeRow *self)
{
  return self->pair;
}

const char *
ledger_import_outcome_row_get_text (LedgerImportOutcomeRow *self)
{
  return self->text;
}

guint
ledger_import_outcome_row_get_depth (LedgerImportOutcomeRow *self)
{
  return self->depth;
}

gboolean
ledger_import_outcome_row_get_chosen (LedgerImportOutcomeRow *self)
{
  return self->line != NULL && self->line->chosen;
}

char *
ledger_import_outcome_row_dup_field (LedgerImportOutcomeRow *self)
{
  if (self->line == NULL || self->line->field == NULL)
    return NULL;
  return g_strdup (ledger_field_get_word (self->line->type, self->line->field));
}

char *
ledger_import_outcome_row_dup_subject (LedgerImportOutcomeRow *self)
{
  g_autofree char *field = ledger_import_outcome_row_dup_field (self);

  return field != NULL ? g_strdup_printf (_ ("%s of “%s”"), field, self->text)
                       : g_strdup_printf (_ ("“%s”"), self->text);
}

gboolean
ledger_import_outcome_row_is_continued (LedgerImportOutcomeRow *self)
{
  return self->continued;
}

void
ledger_import_outcome_row_set_continued (LedgerImportOutcomeRow *self, gboolean continued)
{
  self->continued = continued;
}

/* Canonical texts in words: deadlines and stable words; names are names already. */
static char *
dup_words (const LedgerImportLine *line, const char *value)
{
  g_autoptr (LedgerDeadline) deadline = NULL;

  if (value == NULL)
    return NULL;
  deadline = ledger_deadline_from_canonical (value);
  if (deadline != NULL && g_str_equal (line->field, "due"))
    return ledger_deadline_to_words (deadline, LEDGER_DAY_NONE);
  return g_strdup (ledger_choice_get_name (line->type, line->field, value));
}

char *
ledger_import_outcome_row_dup_before (LedgerImportOutcomeRow *self)
{
  if (self->line == NULL || self->line->field == NULL)
    return NULL;
  return dup_words (self->line, self->line->before);
}

char *
ledger_import_outcome_row_dup_after (LedgerImportOutcomeRow *self)
{
  if (self->line == NULL || self->line->field == NULL)
    return NULL;
  return dup_words (self->line, self->line->after);
}

LedgerImportOutcomeRow *
ledger_import_outcome_row_new (LedgerImportLine *line, char *text, guint depth)
{
  LedgerImportOutcomeRow *row = g_object_new (LEDGER_TYPE_IMPORT_OUTCOME_ROW, NULL);

  row->line = line;
  row->text = text;
  row->depth = depth;
  return row;
}

LedgerImportOutcomeRow *
ledger_import_outcome_row_new_pair (const LedgerImportPair *pair, guint depth)
{
  LedgerImportOutcomeRow *row = ledger_import_outcome_row_new (NULL, g_strdup (pair->text), depth);

  row->pair = pair;
  return row;
}
