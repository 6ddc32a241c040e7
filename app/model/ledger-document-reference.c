/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-document.h"
#include "ledger-error.h"
#include "ledger-evidence.h"
#include "ledger-heading.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-number.h"
#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finding records by what people write: 1.2.3, 1.2.3/2, 1.2.3-05, or an id. */

static LedgerRecord *
find_id (LedgerDocument *self, const char *type_name, const char *id)
{
  const LedgerReading *reading = ledger_reading_get_default ();

  if (type_name != NULL)
    return ledger_document_lookup (self, type_name, id);
  /* A claim bears its issue's id: the issue comes first among the types. */
  for (guint i = 0; i < reading->n_types; i++)
    {
      LedgerRecord *record = ledger_document_lookup (self, reading->types[i]->name, id);
      if (record != NULL)
        return record;
    }
  return NULL;
}

static guint
number_column (const char *type_name)
{
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);
  return ledger_record_type_find_column (type, "number");
}

/* Issues and proof stand in the order of their numbers, the unnumbered last: a cell that shows one
 * must not go through 10,000. */
static guint
find_first (LedgerTable *table, guint column, const char *wanted)
{
  guint low = 0;
  guint high = ledger_table_get_n_records (table);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      g_autofree char *key = ledger_number_sort_key (
          ledger_record_get_text (ledger_table_get_record (table, middle), column));
      if (key != NULL && strcmp (key, wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static GPtrArray *
list_by_number (LedgerDocument *self, const char *type_name, const char *number)
{
  LedgerTable *table = ledger_document_get_table (self, type_name);
  gboolean sorted = !g_str_equal (type_name, "heading");
  guint column = number_column (type_name);
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *wanted = ledger_number_sort_key (number);

  for (guint i = sorted ? find_first (table, column, wanted) : 0;
       i < ledger_table_get_n_records (table);
       i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);
      g_autofree char *key = ledger_number_sort_key (ledger_record_get_text (record, column));
      if (g_strcmp0 (key, wanted) == 0)
        g_ptr_array_add (found, record);
      else if (sorted)
        break;
    }
  return found;
}

static void
set_ambiguous (GError **error, const char *number, GPtrArray *found)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", ledger_record_get_id (found->pdata[i]));
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_AMBIGUOUS,
               _ ("Several bear the number %s. Name the one you mean by its id: %s."),
               number,
               ids->str);
}

static LedgerRecord *
find_number (LedgerDocument *self, const char *type_name, const char *number, GError **error)
{
  g_autoptr (GPtrArray) found = list_by_number (self, type_name, number);

  if (found->len == 1)
    return found->pdata[0];
  if (found->len > 1)
    set_ambiguous (error, number, found);
  else
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_NOT_FOUND,
                 _ ("There is no %s in this ledger. Check the number in the list."),
                 number);
  return NULL;
}

static LedgerRecord *
find_measure (LedgerDocument *self, const char *reference, const char *slash, GError **error)
{
  g_autofree char *number = g_strndup (reference, (gsize)(slash - reference));
  LedgerRecord *issue = ledger_document_find (self, "issue", number, error);
  guint64 place = 0;

  if (issue == NULL)
    return NULL;
  const GPtrArray *measures =
      ledger_document_get_children (self, "measure", ledger_record_get_id (issue));
  if (g_ascii_string_to_unsigned (slash + 1, 10, 1, measures->len, &place, NULL))
    return measures->pdata[place - 1];
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_NOT_FOUND,
               _ ("%s has %u measures; there is no measure %s."),
               number,
               measures->len,
               slash + 1);
  return NULL;
}

static gboolean
is_of_type (const char *wanted, const char *type_name)
{
  return wanted == NULL || g_str_equal (wanted, type_name);
}

LedgerRecord *
ledger_document_find (LedgerDocument *self,
                      const char *type_name,
                      const char *reference,
                      GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  g_autofree char *text = ledger_text_trim (reference);
  if (*text == '\0')
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_NOT_FOUND,
                           _ ("No number is given. Write one such as 1.2.3, 1.2.3/2 or 1.2.3-05."));
      return NULL;
    }
  const char *slash = strchr (text, '/');
  LedgerRecord *record = ledger_id_is_valid (text) ? find_id (self, type_name, text) : NULL;
  if (record != NULL)
    return record;
  if (slash != NULL && is_of_type (type_name, "measure"))
    return find_measure (self, text, slash, error);
  if (strchr (text, '-') != NULL && is_of_type (type_name, "evidence"))
    return find_number (self, "evidence", text, error);
  if (is_of_type (type_name, "issue"))
    return find_number (self, "issue", text, error);
  if (g_str_equal (type_name, "heading"))
    return find_number (self, "heading", text, error);

  record =
      number_column (type_name) == G_MAXUINT
              && ledger_record_type_find_column (
                     ledger_reading_find_type (ledger_reading_get_default (), type_name), "name")
                     != G_MAXUINT
          ? ledger_document_find_name (self, type_name, text)
          : NULL;
  if (record == NULL)
    g_set_error (error,
                 LEDGER_ERROR,
                 LEDGER_ERROR_NOT_FOUND,
                 _ ("There is no %s in this ledger. Check the number in the list."),
                 text);
  return record;
}

/* --- numbers and labels for people --- */

/* Whether A's number was given later than B's, by (time, edit hash) as LOG 9 says. */
static gboolean
was_numbered_later (LedgerDocument *self, LedgerRecord *a, LedgerRecord *b)
{
  const char *type = ledger_record_get_record_type (a)->name;
  LedgerStore *store = ledger_document_get_store (self);
  g_autoptr (GPtrArray) of_a =
      ledger_store_get_heads (store, type, ledger_record_get_id (a), "number", NULL);
  g_autoptr (GPtrArray) of_b =
      ledger_store_get_heads (store, type, ledger_record_get_id (b), "number", NULL);

  if (of_a == NULL || of_a->len == 0 || of_b == NULL || of_b->len == 0)
    return FALSE;
  const LedgerOperation *left = of_a->pdata[0];
  const LedgerOperation *right = of_b->pdata[0];
  return left->time != right->time ? left->time > right->time
                                   : strcmp (left->edit, right->edit) > 0;
}

char *
ledger_document_dup_number (LedgerDocument *self, LedgerRecord *record)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (LEDGER_IS_RECORD (record), NULL);

  const char *type_name = ledger_record_get_record_type (record)->name;
  guint column = number_column (type_name);
  const char *number = column != G_MAXUINT ? ledger_record_get_text (record, column) : NULL;
  if (number == NULL)
    return NULL;
  g_autoptr (GPtrArray) rivals = list_by_number (self, type_name, number);
  for (guint i = 0; i < rivals->len; i++)
    if (rivals->pdata[i] != record && was_numbered_later (self, record, rivals->pdata[i]))
      /* Translators: a number that two records bear; this one got it later */
      return g_strdup_printf (_ ("%s·again"), number);
  return g_strdup (number);
}

gboolean
ledger_document_shares_number (LedgerDocument *self, const char *type_name, const char *id)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), FALSE);

  LedgerRecord *record = ledger_document_lookup (self, type_name, id);
  guint column = number_column (type_name);
  const char *number =
      record != NULL && column != G_MAXUINT ? ledger_record_get_text (record, column) : NULL;
  if (number == NULL)
    return FALSE;
  g_autoptr (GPtrArray) rivals = list_by_number (self, type_name, number);
  return rivals->len > 1;
}

static char *
dup_measure_label (LedgerDocument *self, LedgerRecord *measure)
{
  const char *issue = ledger_record_get_parent_id (measure);
  g_autofree char *number = ledger_document_dup_label (self, "issue", issue);

  /* Translators: the number of an issue, and the place of one of its measures */
  return g_strdup_printf (_ ("%s measure %u"),
                          number,
                          ledger_document_get_measure_place (self, ledger_record_get_id (measure)));
}

static char *
dup_text_label (LedgerRecord *record)
{
  static const char *const fields[] = { "title", "file_name", "name", "unit", "text" };
  const LedgerRecordType *type = ledger_record_get_record_type (record);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint column = ledger_record_type_find_column (type, fields[i]);
      const char *text = column != G_MAXUINT ? ledger_record_get_text (record, column) : NULL;
      if (text != NULL && text[0] != '\0')
        return ledger_text_ellipsize (text, 24);
    }
  return g_strdup (_ (type->word));
}

/* What only hangs on another record is named by that. */
static LedgerRecord *
find_bearer (LedgerDocument *self, LedgerRecord *record)
{
  static const char *const borne[] = {
    "claim", "support", "note", "signoff", "evidence_link", "signed_paper",
  };
  const LedgerRecordType *type = ledger_record_get_record_type (record);

  for (gsize i = 0; i < G_N_ELEMENTS (borne); i++)
    if (g_str_equal (type->name, borne[i]))
      return ledger_document_lookup (self,
                                     type->columns[ledger_record_type_parent_column (type)].target,
                                     ledger_record_get_parent_id (record));
  return NULL;
}

/* Of what is gone: its last number or name in the log. */
static char *
dup_gone_label (LedgerDocument *self, const char *type_name, const char *id)
{
  static const char *const fields[] = { "number", "title", "file_name", "name", "text" };
  LedgerStore *store = ledger_document_get_store (self);

  for (gsize i = 0; store != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GPtrArray) history =
          ledger_store_get_history (store, type_name, id, fields[i], NULL);
      const LedgerOperation *last = history != NULL && history->len > 0 ? history->pdata[0] : NULL;
      const char *text =
          last != NULL && last->value != NULL ? ledger_value_get_text (last->value) : NULL;
      if (text != NULL && text[0] != '\0')
        return ledger_text_ellipsize (text, 24);
    }
  const LedgerRecordType *type =
      ledger_reading_find_type (ledger_reading_get_default (), type_name);
  return g_strdup (type != NULL ? _ (type->word) : type_name);
}

char *
ledger_document_dup_label (LedgerDocument *self, const char *type_name, const char *id)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (self), NULL);

  gboolean known = ledger_reading_find_type (ledger_reading_get_default (), type_name) != NULL;
  LedgerRecord *record = known && id != NULL ? ledger_document_lookup (self, type_name, id) : NULL;
  if (record == NULL)
    return dup_gone_label (self, type_name, id != NULL ? id : "");

  LedgerRecord *bearer = find_bearer (self, record);
  if (bearer != NULL)
    return ledger_document_dup_label (
        self, ledger_record_get_record_type (bearer)->name, ledger_record_get_id (bearer));
  if (g_str_equal (type_name, "measure"))
    return dup_measure_label (self, record);
  char *number = ledger_document_dup_number (self, record);
  return number != NULL ? number : dup_text_label (record);
}
