/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-styles.h"

#include <string.h>

#include "ledger-number-builtin.h"

enum
{
  MAX_STYLES = 65536, /* as many as the format allows; those beyond are plain */
  MAX_FORMATS = 65536,
};

struct _LedgerXlsxStyles
{
  GHashTable *formats; /* number of a format → LedgerNumberFormat */
  GArray *ids;         /* style → number of its format */
};

typedef struct
{
  LedgerXlsxStyles *styles;
  gboolean in_cells; /* cellXfs: a cell's styles; cellStyleXfs has xf elements of its own */
  gboolean in_formats;
} Reading;

static guint
read_id (const char *const *attributes, gboolean *known)
{
  const char *value = ledger_markup_attribute (attributes, "numFmtId");
  guint64 id = 0;

  *known = value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &id, NULL);
  return *known ? (guint)id : 0;
}

static void
define_format (LedgerXlsxStyles *styles, guint id, const char *code)
{
  if (g_hash_table_size (styles->formats) < MAX_FORMATS)
    g_hash_table_insert (styles->formats, GUINT_TO_POINTER (id), ledger_number_format_new (code));
}

static void
on_start (LedgerMarkup *markup,
          LedgerMarkupSpace space,
          const char *local,
          const char *const *attributes,
          gpointer data)
{
  Reading *reading = data;
  gboolean known;
  guint id;

  if (space != LEDGER_MARKUP_SHEET)
    return;
  if (strcmp (local, "cellXfs") == 0)
    reading->in_cells = TRUE;
  else if (strcmp (local, "numFmts") == 0)
    reading->in_formats = TRUE;
  else if (strcmp (local, "numFmt") == 0 && reading->in_formats)
    {
      id = read_id (attributes, &known);
      if (known)
        define_format (reading->styles, id, ledger_markup_attribute (attributes, "formatCode"));
    }
  else if (strcmp (local, "xf") == 0 && reading->in_cells && reading->styles->ids->len < MAX_STYLES)
    {
      id = read_id (attributes, &known);
      g_array_append_val (reading->styles->ids, id);
    }
}

static void
on_end (LedgerMarkup *markup, LedgerMarkupSpace space, const char *local, gpointer data)
{
  Reading *reading = data;

  if (space == LEDGER_MARKUP_SHEET && strcmp (local, "cellXfs") == 0)
    reading->in_cells = FALSE;
  else if (space == LEDGER_MARKUP_SHEET && strcmp (local, "numFmts") == 0)
    reading->in_formats = FALSE;
}

static const LedgerMarkupHandlers handlers = { on_start, on_end, NULL };

static void
define_builtins (LedgerXlsxStyles *styles)
{
  for (guint i = 0; i < styles->ids->len; i++)
    {
      guint id = g_array_index (styles->ids, guint, i);
      const char *code = ledger_number_builtin_get_code (id);

      if (code != NULL && !g_hash_table_contains (styles->formats, GUINT_TO_POINTER (id)))
        define_format (styles, id, code);
    }
}

LedgerXlsxStyles *
ledger_xlsx_styles_read (LedgerArchive *archive,
                         const char *part,
                         LedgerReadBudget *budget,
                         GError **error)
{
  g_autoptr (LedgerXlsxStyles) styles = g_new0 (LedgerXlsxStyles, 1);
  Reading reading = { styles, FALSE, FALSE };

  styles->formats =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)ledger_number_format_free);
  styles->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  if (part != NULL && !ledger_markup_read (archive, part, &handlers, &reading, budget, error))
    return NULL;
  define_builtins (styles);
  return g_steal_pointer (&styles);
}

void
ledger_xlsx_styles_free (LedgerXlsxStyles *styles)
{
  g_hash_table_unref (styles->formats);
  g_array_unref (styles->ids);
  g_free (styles);
}

const LedgerNumberFormat *
ledger_xlsx_styles_get (const LedgerXlsxStyles *styles, guint style)
{
  guint id = style < styles->ids->len ? g_array_index (styles->ids, guint, style) : 0;

  return id == 0 ? NULL : g_hash_table_lookup (styles->formats, GUINT_TO_POINTER (id));
}
