/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-vouched-difference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-error.h"
#include "ledger-reading.h"

typedef struct
{
  LedgerVouchedLines *before;
  LedgerVouchedLines *now;
  LedgerDocument *document;
  GPtrArray *differences;
} Comparison;

/* --- words --- */

static const LedgerColumn *
find_column (const char *type, const char *field)
{
  const LedgerRecordType *record_type =
      ledger_reading_find_type (ledger_reading_get_default (), type);
  guint place = record_type ? ledger_record_type_find_column (record_type, field) : G_MAXUINT;
  return place == G_MAXUINT ? NULL : &record_type->columns[place];
}

/* A shown line of a record, from the lines at hand. */
static const char *
lookup_shown (LedgerVouchedLines *lines, const char *type, const char *id, const char *field)
{
  g_autofree char *name = g_strdup_printf ("~%s.%s.%s", type, id, field);
  const char *value = ledger_vouched_lines_lookup (lines, name);
  return value && *value != 'n' ? value + 1 : NULL;
}

static const char *
lookup_compared (LedgerVouchedLines *lines, const char *type, const char *id, const char *field)
{
  g_autofree char *name = g_strdup_printf ("=%s.%s.%s", type, id, field);
  const char *value = ledger_vouched_lines_lookup (lines, name);
  return value && *value != 'n' ? value + 1 : NULL;
}

static char *
describe_evidence (LedgerVouchedLines *lines, const char *id)
{
  const char *number = id ? lookup_shown (lines, "evidence", id, "number") : NULL;
  const char *title = id ? lookup_shown (lines, "evidence", id, "title") : NULL;
  if (number)
    return g_strdup_printf (_ ("Evidence %s"), number);
  return title ? g_strdup_printf (_ ("Evidence “%s”"), title) : g_strdup (_ ("Evidence"));
}

/* 措施2, 佐证1.2.3-05, 配合部门; NULL for the issue and its claim, whose fields speak alone. */
static char *
describe_record (LedgerVouchedLines *lines, const char *type, const char *id)
{
  if (g_str_equal (type, "measure"))
    {
      const char *place = lookup_shown (lines, type, id, "place");
      return g_strdup_printf (_ ("Measure %s"), place ? place : "?");
    }
  if (g_str_equal (type, "evidence_link"))
    return describe_evidence (lines, lookup_compared (lines, type, id, "evidence"));
  if (g_str_equal (type, "evidence"))
    return describe_evidence (lines, id);
  if (g_str_equal (type, "support"))
    return g_strdup (_ ("Supporting department"));
  return NULL;
}

static char *
describe_field (LedgerVouchedLines *lines, const char *type, const char *id, const char *field)
{
  const LedgerColumn *column = find_column (type, field);
  g_autofree char *record = describe_record (lines, type, id);
  const char *word = column ? _ (column->word) : field;
  return record ? g_strdup_printf (_ ("%s: %s"), record, word) : g_strdup (word);
}

static char *
describe_reference (Comparison *comparison,
                    LedgerVouchedLines *lines,
                    const LedgerColumn *column,
                    const char *id)
{
  g_autofree char *line = g_strdup_printf ("~name.%s.%s", column->target, id);
  const char *shown = ledger_vouched_lines_lookup (lines, line);
  if (g_str_equal (column->target, "evidence"))
    return describe_evidence (lines, id);
  const char *name = ledger_document_get_name (comparison->document, column->target, id);
  if (!name && shown && *shown == 't')
    name = shown + 1;
  return g_strdup (name ? name : id);
}

static char *
describe_date (LedgerDocument *document, const char *text)
{
  LedgerDay day = ledger_day_from_iso (text);
  return day == LEDGER_DAY_NONE ? g_strdup (text)
                                : ledger_day_to_words (day, ledger_document_get_today (document));
}

static char *
describe_deadline (LedgerDocument *document, const char *text)
{
  g_autoptr (LedgerDeadline) deadline = ledger_deadline_from_canonical (text);
  return deadline ? ledger_deadline_to_words (deadline, ledger_document_get_today (document))
                  : g_strdup (text);
}

/* A tagged value in words; NULL for nothing. */
static char *
describe_value (Comparison *comparison,
                LedgerVouchedLines *lines,
                const char *type,
                const char *field,
                const char *tagged)
{
  const LedgerColumn *column = find_column (type, field);
  if (!tagged || *tagged == 'n')
    return NULL;
  if (!column)
    return g_strdup (tagged + 1);
  switch (column->kind)
    {
    case LEDGER_COLUMN_REFERENCE:
      return describe_reference (comparison, lines, column, tagged + 1);
    case LEDGER_COLUMN_DATE:
      return describe_date (comparison->document, tagged + 1);
    case LEDGER_COLUMN_DEADLINE:
      return describe_deadline (comparison->document, tagged + 1);
    case LEDGER_COLUMN_FLAG:
      return g_strdup (g_str_equal (tagged, "i0") ? C_ ("flag", "no") : C_ ("flag", "yes"));
    case LEDGER_COLUMN_DIGEST:
      return g_strndup (tagged + 1, 12);
    default:
      return g_strdup (tagged + 1);
    }
}

/* What a child says of itself when it came or went as a whole. */
static char *
describe_content (Comparison *comparison,
                  LedgerVouchedLines *lines,
                  const char *type,
                  const char *id)
{
  const char *field = g_str_equal (type, "measure")         ? "text"
                      : g_str_equal (type, "evidence_link") ? "evidence"
                      : g_str_equal (type, "support")       ? "department"
                                                            : NULL;
  if (!field)
    return describe_record (lines, type, id);
  g_autofree char *name = g_strdup_printf ("=%s.%s.%s", type, id, field);
  const char *value = ledger_vouched_lines_lookup (lines, name);
  char *words = describe_value (comparison, lines, type, field, value);
  return words ? words : g_strdup ("");
}

/* --- differences --- */

static LedgerDifference *
add_difference (Comparison *comparison,
                char *field,
                const char *type,
                const char *id,
                char *signed_value,
                char *present_value)
{
  LedgerDifference *difference = g_new0 (LedgerDifference, 1);
  difference->field = field;
  difference->type = g_strdup (type);
  difference->id = g_strdup (id);
  difference->signed_value = signed_value;
  difference->present_value = present_value;
  g_ptr_array_add (comparison->differences, difference);
  return difference;
}

static gboolean
has_record (LedgerVouchedLines *lines, const char *type, const char *id)
{
  g_autofree char *name = g_strdup_printf ("=%s.%s", type, id);
  return ledger_vouched_lines_lookup (lines, name) != NULL;
}

/* The claim's fields are what people know; that the record came is no news of its own. An evidence
 * comes and goes with its links. */
static gboolean
is_told_as_whole (const char *type)
{
  return g_str_equal (type, "measure") || g_str_equal (type, "evidence_link")
         || g_str_equal (type, "support") || g_str_equal (type, "issue");
}

static void
compare_record (Comparison *comparison, const char *type, const char *id, gboolean gone)
{
  LedgerVouchedLines *there = gone ? comparison->before : comparison->now;
  LedgerVouchedLines *other = gone ? comparison->now : comparison->before;
  if (!is_told_as_whole (type) || has_record (other, type, id))
    return;
  char *field = describe_record (there, type, id);
  char *content = describe_content (comparison, there, type, id);
  add_difference (comparison,
                  field ? field : g_strdup (_ ("Problem")),
                  type,
                  id,
                  gone ? content : NULL,
                  gone ? NULL : content);
}

static gboolean
same_value (const char *before, const char *now)
{
  return g_strcmp0 (before ? before : "n", now ? now : "n") == 0;
}

static void
compare_field (
    Comparison *comparison, const char *type, const char *id, const char *field, gboolean gone)
{
  g_autofree char *name = g_strdup_printf ("=%s.%s.%s", type, id, field);
  const char *before = ledger_vouched_lines_lookup (comparison->before, name);
  const char *now = ledger_vouched_lines_lookup (comparison->now, name);
  gboolean whole = is_told_as_whole (type) || g_str_equal (type, "evidence");
  if (same_value (before, now) || (gone && now))
    return;
  if (whole
      && (!has_record (comparison->before, type, id) || !has_record (comparison->now, type, id)))
    return;
  add_difference (comparison,
                  describe_field (comparison->now, type, id, field),
                  type,
                  id,
                  describe_value (comparison, comparison->before, type, field, before),
                  describe_value (comparison, comparison->now, type, field, now));
}

/* With GONE the lines of before that are there no more, else those of now. */
static void
compare_lines (Comparison *comparison, gboolean gone)
{
  LedgerVouchedLines *lines = gone ? comparison->before : comparison->now;
  for (guint i = 0; i < ledger_vouched_lines_get_n (lines); i++)
    {
      g_autofree char *type = NULL;
      g_autofree char *id = NULL;
      g_autofree char *field = NULL;
      char mark;
      const char *name = ledger_vouched_lines_get_name (lines, i, &mark);
      if (mark != '=' || !ledger_vouched_name_split (name, &type, &id, &field))
        continue;
      if (field)
        compare_field (comparison, type, id, field, gone);
      else
        compare_record (comparison, type, id, gone);
    }
}

/* --- several values --- */

/* The distinct values of a field in words with who wrote them, or NULL where there is one. */
static char *
describe_conflict (Comparison *comparison, const char *type, const char *id, const char *field)
{
  LedgerStore *store = ledger_document_get_store (comparison->document);
  g_autoptr (GPtrArray) heads = ledger_store_get_heads (store, type, id, field, NULL);
  g_autoptr (GPtrArray) distinct = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; heads && i < heads->len; i++)
    {
      const LedgerOperation *head = g_ptr_array_index (heads, i);
      gboolean known = FALSE;
      for (guint k = 0; k < distinct->len; k++)
        known |= ledger_value_equal (g_ptr_array_index (distinct, k), head->value);
      if (known)
        continue;
      g_ptr_array_add (distinct, head->value);
      g_autofree char *tagged =
          ledger_value_get_tag (head->value) == LEDGER_VALUE_INTEGER
              ? g_strdup_printf ("i%" G_GINT64_FORMAT, ledger_value_get_integer (head->value))
              : g_strconcat ("t", ledger_value_get_text (head->value), NULL);
      g_autofree char *value = describe_value (comparison, comparison->now, type, field, tagged);
      g_string_append_printf (words,
                              C_ ("one of several values", "%s%s (%s)"),
                              words->len ? C_ ("between values", ", ") : "",
                              value && *value ? value : C_ ("value", "empty"),
                              head->actor ? head->actor : "");
    }
  return distinct->len > 1 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

typedef gboolean (*ConflictFunc) (Comparison *comparison,
                                  const char *type,
                                  const char *id,
                                  const char *field,
                                  const char *values,
                                  gpointer data);

/* Calls FUNC for each vouched field with several values until it says FALSE. */
static void
foreach_conflict (Comparison *comparison, ConflictFunc func, gpointer data)
{
  for (guint i = 0; i < ledger_vouched_lines_get_n (comparison->now); i++)
    {
      g_autofree char *type = NULL;
      g_autofree char *id = NULL;
      g_autofree char *field = NULL;
      char mark;
      const char *name = ledger_vouched_lines_get_name (comparison->now, i, &mark);
      if (mark != '=' || !ledger_vouched_name_split (name, &type, &id, &field) || !field)
        continue;
      g_autofree char *values = describe_conflict (comparison, type, id, field);
      if (values && !func (comparison, type, id, field, values, data))
        return;
    }
}

static gboolean
add_conflict (Comparison *comparison,
              const char *type,
              const char *id,
              const char *field,
              const char *values,
              gpointer data)
{
  g_autofree char *name = g_strdup_printf ("=%s.%s.%s", type, id, field);
  const char *before = ledger_vouched_lines_lookup (comparison->before, name);
  for (guint i = 0; i < comparison->differences->len; i++)
    {
      LedgerDifference *difference = g_ptr_array_index (comparison->differences, i);
      g_autofree char *word = describe_field (comparison->now, type, id, field);
      if (g_str_equal (difference->id, id) && g_str_equal (difference->field, word))
        {
          g_free (difference->present_value);
          difference->present_value = g_strdup (values);
          difference->several = TRUE;
          return TRUE;
        }
    }
  add_difference (comparison,
                  describe_field (comparison->now, type, id, field),
                  type,
                  id,
                  describe_value (comparison, comparison->before, type, field, before),
                  g_strdup (values))
      ->several = TRUE;
  return TRUE;
}

GPtrArray *
ledger_vouched_lines_compare (LedgerVouchedLines *before,
                              LedgerVouchedLines *now,
                              LedgerDocument *document,
                              const char *issue_id)
{
  Comparison comparison = {
    .before = before,
    .now = now,
    .document = document,
    .differences = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_difference_free),
  };
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  compare_lines (&comparison, FALSE);
  compare_lines (&comparison, TRUE);
  if (!facts || facts->conflicted)
    foreach_conflict (&comparison, add_conflict, NULL);
  return comparison.differences;
}

static gboolean
refuse_conflict (Comparison *comparison,
                 const char *type,
                 const char *id,
                 const char *field,
                 const char *values,
                 gpointer data)
{
  g_autofree char *word = describe_field (comparison->now, type, id, field);
  g_set_error (data,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("%s has several values: %s. Choose one of them, then sign."),
               word,
               values);
  return FALSE;
}

gboolean
ledger_vouched_lines_refuse_conflicts (LedgerVouchedLines *lines,
                                       LedgerDocument *document,
                                       GError **error)
{
  g_autoptr (GError) found = NULL;
  Comparison comparison = { .before = lines, .now = lines, .document = document };
  foreach_conflict (&comparison, refuse_conflict, &found);
  if (!found)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}
