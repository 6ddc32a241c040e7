/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-vouched-lines.h"

#include <string.h>

#include "ledger-digest.h"
#include "ledger-evidence-link.h"
#include "ledger-evidence.h"
#include "ledger-issue.h"
#include "ledger-measure.h"

/* The builder's own list, not the column tables' flags: an old text is compared with the fields of
 * its builder for ever, whatever is vouched for later (LOG 7). Never edited. */
static const struct
{
  const char *type;
  const char *fields[8];
} vouched[] = {
  { "issue",
    { "text", "deadline_class", "due", "target", "root_cause", "generalise_check", "result" } },
  { "claim", { "department", "lead_leader", "handler", "reviewer", "responsible_leader" } },
  { "support", { "department" } },
  { "measure", { "text", "target", "owner", "start", "due", "done", "finished_on" } },
  { "evidence_link", { "evidence", "pages" } },
  { "evidence", { "digest" } },
};

typedef struct
{
  char *name; /* with its mark */
  char *value;
} Line;

struct _LedgerVouchedLines
{
  GPtrArray *lines;
  GHashTable *by_name; /* the first line of a name */
};

static void
line_free (Line *line)
{
  g_free (line->name);
  g_free (line->value);
  g_free (line);
}

static LedgerVouchedLines *
lines_new (void)
{
  LedgerVouchedLines *lines = g_new0 (LedgerVouchedLines, 1);
  lines->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  lines->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return lines;
}

void
ledger_vouched_lines_free (LedgerVouchedLines *lines)
{
  if (!lines)
    return;
  g_hash_table_unref (lines->by_name);
  g_ptr_array_unref (lines->lines);
  g_free (lines);
}

/* Takes both strings. */
static void
add_line (LedgerVouchedLines *lines, char *name, char *value)
{
  Line *line = g_new (Line, 1);
  *line = (Line){ name, value };
  g_ptr_array_add (lines->lines, line);
  if (!g_hash_table_contains (lines->by_name, name))
    g_hash_table_insert (lines->by_name, line->name, line);
}

const char *const *
ledger_vouched_fields_of (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (vouched); i++)
    if (g_str_equal (vouched[i].type, type))
      return vouched[i].fields;
  return NULL;
}

static char *
tag_bytes (const LedgerValue *value)
{
  gsize length;
  gconstpointer data = ledger_value_get_data (value, &length);
  g_autofree char *hex = ledger_hex_encode (data, length);
  return g_strconcat ("b", hex, NULL);
}

static char *
tag_value (const LedgerValue *value)
{
  switch (ledger_value_get_tag (value))
    {
    case LEDGER_VALUE_TEXT:
      return g_strconcat ("t", ledger_value_get_text (value), NULL);
    case LEDGER_VALUE_INTEGER:
      return g_strdup_printf ("i%" G_GINT64_FORMAT, ledger_value_get_integer (value));
    case LEDGER_VALUE_BYTES:
      return tag_bytes (value);
    default:
      return g_strdup ("n");
    }
}

static char *
tag_text (const char *text)
{
  return text ? g_strconcat ("t", text, NULL) : g_strdup ("n");
}

static void
add_name (LedgerVouchedLines *lines, LedgerDocument *document, const char *type, const char *id)
{
  g_autofree char *name = g_strdup_printf ("~name.%s.%s", type, id);
  if (!g_hash_table_contains (lines->by_name, name))
    add_line (
        lines, g_steal_pointer (&name), tag_text (ledger_document_get_name (document, type, id)));
}

static void
add_field (LedgerVouchedLines *lines,
           LedgerDocument *document,
           LedgerRecord *record,
           const char *field)
{
  const LedgerRecordType *type = ledger_record_get_record_type (record);
  guint place = ledger_record_type_find_column (type, field);
  const LedgerValue *value = ledger_record_get_value (record, place);
  const LedgerColumn *column = &type->columns[place];
  add_line (lines,
            g_strdup_printf ("=%s.%s.%s", type->name, ledger_record_get_id (record), field),
            tag_value (value));
  const char *target = column->kind == LEDGER_COLUMN_REFERENCE ? column->target : NULL;
  const char *id = ledger_value_get_text (value);
  if (id && (g_strcmp0 (target, "person") == 0 || g_strcmp0 (target, "department") == 0))
    add_name (lines, document, target, id);
}

static void
add_record (LedgerVouchedLines *lines, LedgerDocument *document, LedgerRecord *record)
{
  const char *type = ledger_record_get_record_type (record)->name;
  const char *const *fields = ledger_vouched_fields_of (type);
  add_line (lines, g_strdup_printf ("=%s.%s", type, ledger_record_get_id (record)), g_strdup ("n"));
  for (guint i = 0; fields[i]; i++)
    add_field (lines, document, record, fields[i]);
}

static void
add_shown (LedgerVouchedLines *lines, LedgerRecord *record, const char *field, char *value)
{
  const char *type = ledger_record_get_record_type (record)->name;
  add_line (
      lines, g_strdup_printf ("~%s.%s.%s", type, ledger_record_get_id (record), field), value);
}

/* One proof may prove several measures; its own lines stand once. */
static void
add_evidence (LedgerVouchedLines *lines, LedgerDocument *document, LedgerRecord *link)
{
  const char *id = ledger_record_get_text (link, LEDGER_EVIDENCE_LINK_EVIDENCE);
  LedgerRecord *evidence = id ? ledger_document_lookup (document, "evidence", id) : NULL;
  if (!evidence) /* its link says nothing without it */
    return;
  add_record (lines, document, link);
  g_autofree char *name = g_strdup_printf ("=evidence.%s", id);
  if (g_hash_table_contains (lines->by_name, name))
    return;
  add_record (lines, document, evidence);
  add_shown (lines,
             evidence,
             "number",
             tag_text (ledger_record_get_text (evidence, LEDGER_EVIDENCE_NUMBER)));
  add_shown (lines,
             evidence,
             "title",
             tag_text (ledger_record_get_text (evidence, LEDGER_EVIDENCE_TITLE)));
  add_shown (lines,
             evidence,
             "pages",
             tag_value (ledger_record_get_value (evidence, LEDGER_EVIDENCE_PAGES)));
}

static void
add_measure (LedgerVouchedLines *lines, LedgerDocument *document, LedgerRecord *measure)
{
  const char *id = ledger_record_get_id (measure);
  const GPtrArray *links = ledger_document_get_children (document, "evidence_link", id);
  add_record (lines, document, measure);
  add_shown (lines,
             measure,
             "place",
             g_strdup_printf ("i%u", ledger_document_get_measure_place (document, id)));
  for (guint i = 0; i < links->len; i++)
    add_evidence (lines, document, g_ptr_array_index (links, i));
}

LedgerVouchedLines *
ledger_vouched_lines_collect (LedgerDocument *document, const char *issue_id)
{
  LedgerVouchedLines *lines = lines_new ();
  LedgerRecord *issue = ledger_document_lookup (document, "issue", issue_id);
  LedgerRecord *claim = ledger_document_lookup (document, "claim", issue_id);
  if (issue)
    {
      add_record (lines, document, issue);
      add_shown (
          lines, issue, "number", tag_text (ledger_record_get_text (issue, LEDGER_ISSUE_NUMBER)));
    }
  if (claim)
    add_record (lines, document, claim);
  const GPtrArray *supports = ledger_document_get_children (document, "support", issue_id);
  for (guint i = 0; i < supports->len; i++)
    add_record (lines, document, g_ptr_array_index (supports, i));
  const GPtrArray *measures = ledger_document_get_children (document, "measure", issue_id);
  for (guint i = 0; i < measures->len; i++)
    add_measure (lines, document, g_ptr_array_index (measures, i));
  return lines;
}

LedgerVouchedLines *
ledger_vouched_lines_read (const char *body, gsize offset)
{
  LedgerVouchedLines *lines = lines_new ();
  const char *name;
  const char *value;
  gsize name_length;
  gsize value_length;
  while (ledger_encoder_parse_line (
      body, strlen (body), &offset, &name, &name_length, &value, &value_length))
    if (*name == '=' || *name == '~')
      add_line (lines, g_strndup (name, name_length), g_strndup (value, value_length));
  return lines;
}

void
ledger_vouched_lines_put (LedgerVouchedLines *lines, LedgerEncoder *encoder)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines->lines, i);
      ledger_encoder_put_text (encoder, line->name, line->value);
    }
}

gboolean
ledger_vouched_lines_add_heads (LedgerVouchedLines *lines, LedgerStore *store, GError **error)
{
  guint n = lines->lines->len;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *type = NULL;
      g_autofree char *id = NULL;
      g_autofree char *field = NULL;
      char mark;
      const char *name = ledger_vouched_lines_get_name (lines, i, &mark);
      if (mark != '=' || !ledger_vouched_name_split (name, &type, &id, &field) || !field)
        continue;
      g_autoptr (GPtrArray) heads = ledger_store_get_heads (store, type, id, field, error);
      if (!heads)
        return FALSE;
      for (guint k = 0; k < heads->len; k++)
        {
          const LedgerOperation *head = g_ptr_array_index (heads, k);
          add_line (
              lines, g_strdup_printf ("~head.%s.%s.%s", type, id, field), tag_text (head->edit));
        }
    }
  return TRUE;
}

guint
ledger_vouched_lines_get_n (LedgerVouchedLines *lines)
{
  return lines->lines->len;
}

const char *
ledger_vouched_lines_get_name (LedgerVouchedLines *lines, guint index, char *mark)
{
  const Line *line = g_ptr_array_index (lines->lines, index);
  *mark = line->name[0];
  return line->name + 1;
}

const char *
ledger_vouched_lines_lookup (LedgerVouchedLines *lines, const char *marked_name)
{
  const Line *line = g_hash_table_lookup (lines->by_name, marked_name);
  return line ? line->value : NULL;
}

gboolean
ledger_vouched_lines_has (LedgerVouchedLines *lines, const char *marked_name, const char *value)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines->lines, i);
      if (g_str_equal (line->name, marked_name) && g_str_equal (line->value, value))
        return TRUE;
    }
  return FALSE;
}

gboolean
ledger_vouched_name_split (const char *name, char **type, char **id, char **field)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 3);
  guint n = g_strv_length (parts);
  if (n < 2)
    return FALSE;
  *type = g_strdup (parts[0]);
  *id = g_strdup (parts[1]);
  *field = g_strdup (n == 3 ? parts[2] : NULL);
  return TRUE;
}
