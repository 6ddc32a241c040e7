/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-id.h"
#include "ledger-import-cell.h"
#include "ledger-import-headings.h"
#include "ledger-import-plan-private.h"
#include "ledger-measure.h"
#include "ledger-rank.h"

/* The edit of an import under way: names learnt once, numbers and ranks counted on in memory, for
 * 10,000 rows must not search the edit again and again. */
typedef struct
{
  LedgerDocument *document;
  LedgerEdit *edit;
  LedgerImportHeadings *headings;
  GHashTable *numbers_of; /* heading id to its number, of headings made here */
  GHashTable *last_given; /* prefix to the last numeral given, as a pointer */
  GHashTable *last_ranks; /* "type\nparent" to the last rank */
  GHashTable *names;      /* "type\nname" to id */
  GHashTable *new_issues; /* row to id, of chosen new issues */
  gboolean empty_before;  /* the ledger had neither headings nor issues */
} Writer;

/* --- names --- */

static const char *
learn (Writer *writer, const char *type, const char *name)
{
  g_autofree char *key = g_strconcat (type, "\n", name, NULL);
  const char *known = g_hash_table_lookup (writer->names, key);
  if (known)
    return known;
  char *id = g_str_equal (type, "person")
                 ? ledger_gesture_learn_person (writer->document, writer->edit, name)
                 : ledger_gesture_learn_department (writer->document, writer->edit, name);
  if (id)
    g_hash_table_insert (writer->names, g_steal_pointer (&key), id);
  return id;
}

/* --- numbers: given once, the deleted counted (LOG 9) --- */

/* What was numbered in a ledger that is empty again, as after an import undone, stands on no paper:
 * the numbers begin at 1 once more. */
static guint
largest_given (Writer *writer, const char *prefix)
{
  static const char *const types[] = { "heading", "issue" };
  LedgerStore *store = ledger_document_get_store (writer->document);
  gint64 largest = 0;
  for (guint i = 0; !writer->empty_before && i < G_N_ELEMENTS (types); i++)
    largest = MAX (largest, ledger_store_largest_given (store, types[i], "number", prefix, NULL));
  return (guint)largest;
}

static const char *
number_of_heading (Writer *writer, const char *id)
{
  const char *made = g_hash_table_lookup (writer->numbers_of, id);
  LedgerRecord *heading = made ? NULL : ledger_document_lookup (writer->document, "heading", id);
  if (!heading)
    return made;
  guint column = ledger_record_type_find_column (ledger_record_get_record_type (heading), "number");
  return ledger_record_get_text (heading, column);
}

static char *
give_number (Writer *writer, const char *heading_id)
{
  const char *above = heading_id ? number_of_heading (writer, heading_id) : NULL;
  char *prefix = above ? g_strconcat (above, ".", NULL) : g_strdup ("");
  gpointer last = NULL;
  guint given;
  if (g_hash_table_lookup_extended (writer->last_given, prefix, NULL, &last))
    given = GPOINTER_TO_UINT (last) + 1;
  else
    given = largest_given (writer, prefix) + 1;
  char *number = g_strdup_printf ("%s%u", prefix, given);
  g_hash_table_insert (writer->last_given, prefix, GUINT_TO_POINTER (given));
  return number;
}

/* --- ranks: behind what is there --- */

static char *
dup_last_rank (Writer *writer, const char *type, const char *parent)
{
  LedgerTable *table = ledger_document_get_table (writer->document, type);
  guint column = ledger_record_type_find_column (ledger_table_get_record_type (table), "rank");
  const char *last = NULL;
  const GPtrArray *siblings = parent ? ledger_table_get_children (table, parent) : NULL;
  guint n = siblings ? siblings->len : parent ? 0 : ledger_table_get_n_records (table);
  for (guint i = 0; i < n; i++)
    {
      LedgerRecord *record =
          siblings ? g_ptr_array_index (siblings, i) : ledger_table_get_record (table, i);
      const char *rank = ledger_record_get_text (record, column);
      if (g_strcmp0 (rank, last) > 0)
        last = rank;
    }
  return g_strdup (last);
}

/* Kept by the writer. At a full end the last rank is given again; the id then decides (LOG 10). */
static const char *
next_rank (Writer *writer, const char *type, const char *parent)
{
  g_autofree char *key = g_strconcat (type, "\n", parent ? parent : "", NULL);
  const char *known = g_hash_table_lookup (writer->last_ranks, key);
  g_autofree char *last = known ? g_strdup (known) : dup_last_rank (writer, type, parent);
  char *rank = ledger_rank_between (last, NULL);
  if (!rank)
    rank = g_strdup (last ? last : "i");
  g_hash_table_insert (writer->last_ranks, g_steal_pointer (&key), rank);
  return rank;
}

/* --- records --- */

static const char *
make_heading (Writer *writer, const char *parent, const char *text)
{
  g_autofree char *id = ledger_id_new_random ();
  char *number = give_number (writer, parent);
  LedgerEdit *edit = writer->edit;
  if (parent)
    ledger_edit_set_text (edit, "heading", id, "parent", parent);
  ledger_edit_set_text (edit, "heading", id, "number", number);
  ledger_edit_set_text (edit, "heading", id, "rank", next_rank (writer, "heading", parent));
  ledger_edit_set_text (edit, "heading", id, "text", text);
  g_hash_table_insert (writer->numbers_of, g_strdup (id), number);
  return ledger_import_headings_add (writer->headings, parent, text, id);
}

/* The last heading of the row's path, made where it is not there; NULL for none. */
static const char *
need_path (Writer *writer, const LedgerImportIssue *row)
{
  const char *id = NULL;
  for (guint i = 0; row->headings && row->headings[i]; i++)
    {
      const char *found = ledger_import_headings_find (writer->headings, id, row->headings[i]);
      id = found ? found : make_heading (writer, id, row->headings[i]);
    }
  return id;
}

static void
put_cell (Writer *writer,
          const LedgerImportCell *cell,
          const LedgerImportIssue *row,
          const LedgerImportMeasure *measure,
          const char *id)
{
  g_autofree char *content = ledger_import_cell_dup (cell, row, measure);
  const char *value = content;
  if (!content)
    return;
  if (cell->kind == LEDGER_IMPORT_CELL_PERSON)
    value = learn (writer, "person", content);
  else if (cell->kind == LEDGER_IMPORT_CELL_DEPARTMENT)
    value = learn (writer, "department", content);
  ledger_edit_set_text (writer->edit, cell->type, id, cell->field, value);
}

static void
put_cells (Writer *writer,
           const char *type,
           const LedgerImportIssue *row,
           const LedgerImportMeasure *measure,
           const char *id)
{
  guint n;
  const LedgerImportCell *cells = ledger_import_cells_of (type, &n);
  for (guint i = 0; i < n; i++)
    put_cell (writer, &cells[i], row, measure, id);
}

static void
put_support (Writer *writer, const char *issue_id, const char *name)
{
  const char *department = learn (writer, "department", name);
  if (!department)
    return;
  g_autofree char *id = ledger_id_new_derived ("support", issue_id, department, NULL);
  ledger_edit_set_text (writer->edit, "support", id, "issue", issue_id);
  ledger_edit_set_text (writer->edit, "support", id, "department", department);
}

/* Who the sheet names stands in the claim but is not claimed by that: nobody has said yes yet. */
static void
put_claim (Writer *writer, const LedgerImportIssue *row, const char *id)
{
  guint n;
  gboolean named = FALSE;
  const LedgerImportCell *cells = ledger_import_cells_of ("claim", &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *content = ledger_import_cell_dup (&cells[i], row, NULL);
      named |= content != NULL;
    }
  if (named)
    {
      ledger_edit_set_text (writer->edit, "claim", id, "issue", id);
      put_cells (writer, "claim", row, NULL, id);
    }
  for (guint i = 0; row->supporting && row->supporting[i]; i++)
    put_support (writer, id, row->supporting[i]);
}

/* 立行立改 and 长期 say their class themselves. */
static void
put_class (Writer *writer, const LedgerImportIssue *row, const char *id)
{
  g_autoptr (LedgerDeadline) due =
      row->deadline ? ledger_deadline_from_canonical (row->deadline) : NULL;
  if (!due || (row->deadline_class && *row->deadline_class))
    return;
  if (due->precision == LEDGER_PRECISION_IMMEDIATE)
    ledger_edit_set_text (writer->edit, "issue", id, "deadline_class", "immediate");
  else if (due->precision == LEDGER_PRECISION_LONG_TERM)
    ledger_edit_set_text (writer->edit, "issue", id, "deadline_class", "long_term");
}

static void
make_issue (Writer *writer, const LedgerImportIssue *row, const char *id)
{
  const char *heading = need_path (writer, row);
  g_autofree char *number = give_number (writer, heading);
  LedgerEdit *edit = writer->edit;
  if (heading)
    ledger_edit_set_text (edit, "issue", id, "heading", heading);
  ledger_edit_set_text (edit, "issue", id, "number", number);
  ledger_edit_set_text (edit, "issue", id, "rank", next_rank (writer, "issue", heading));
  ledger_edit_set_text (edit, "issue", id, "original", row->text);
  put_cells (writer, "issue", row, NULL, id);
  put_class (writer, row, id);
  put_claim (writer, row, id);
  g_hash_table_insert (writer->new_issues, (gpointer)row, (gpointer)id);
}

static void
make_measure (Writer *writer, const LedgerImportLine *line, const char *issue_id)
{
  ledger_edit_set_text (writer->edit, "measure", line->id, "issue", issue_id);
  ledger_edit_set_text (
      writer->edit, "measure", line->id, "rank", next_rank (writer, "measure", issue_id));
  put_cells (writer, "measure", line->issue, line->measure, line->id);
}

static void
put_field (Writer *writer, const LedgerImportLine *line)
{
  const LedgerImportCell *cell = ledger_import_cell_find (line->type, line->field);
  if (g_str_equal (line->type, "support"))
    put_support (writer, line->id, line->after);
  else if (g_str_equal (line->field, "heading"))
    ledger_edit_set_text (
        writer->edit, "issue", line->id, "heading", need_path (writer, line->issue));
  else if (cell)
    put_cell (writer, cell, line->issue, line->measure, line->id);
  if (g_str_equal (line->type, "claim"))
    ledger_edit_set_text (writer->edit, "claim", line->id, "issue", line->id);
}

/* The issue that the lines of the same row before this one were about. */
static const char *
issue_of_row (LedgerImportPlan *plan, guint index)
{
  const LedgerImportIssue *row = ((LedgerImportLine *)plan->lines->pdata[index])->issue;
  for (guint i = index; i > 0; i--)
    {
      const LedgerImportLine *line = g_ptr_array_index (plan->lines, i - 1);
      if (line->issue != row)
        break;
      if (!line->measure)
        return line->id;
    }
  return NULL;
}

static void
write_line (Writer *writer, LedgerImportPlan *plan, guint index)
{
  const LedgerImportLine *line = g_ptr_array_index (plan->lines, index);
  if (!line->chosen || line->fate == LEDGER_IMPORT_UNCHANGED)
    return;
  if (line->fate != LEDGER_IMPORT_ADDED)
    {
      put_field (writer, line);
      return;
    }
  if (!line->measure)
    {
      make_issue (writer, line->issue, line->id);
      return;
    }
  const char *issue_id = issue_of_row (plan, index);
  gboolean there = issue_id
                   && (g_hash_table_contains (writer->new_issues, line->issue)
                       || ledger_document_lookup (writer->document, "issue", issue_id));
  if (there) /* the issue of a measure may have been left out by choice */
    make_measure (writer, line, issue_id);
}

static void
writer_clear (Writer *writer)
{
  g_hash_table_unref (writer->numbers_of);
  g_hash_table_unref (writer->last_given);
  g_hash_table_unref (writer->last_ranks);
  g_hash_table_unref (writer->names);
  g_hash_table_unref (writer->new_issues);
  ledger_import_headings_free (writer->headings);
}

static gboolean
is_empty (LedgerDocument *document)
{
  return ledger_table_get_n_records (ledger_document_get_table (document, "heading")) == 0
         && ledger_table_get_n_records (ledger_document_get_table (document, "issue")) == 0;
}

LedgerEdit *
ledger_import_plan_make_edit (LedgerImportPlan *plan, LedgerDocument *document, GError **error)
{
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_IMPORT, _ ("Import the list"));
  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  Writer writer = {
    .document = document,
    .edit = edit,
    .headings = ledger_import_headings_new (document),
    .numbers_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .last_given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .last_ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .new_issues = g_hash_table_new (NULL, NULL),
    .empty_before = is_empty (document),
  };
  for (guint i = 0; i < plan->lines->len; i++)
    write_line (&writer, plan, i);
  writer_clear (&writer);
  return edit;
}
