/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xlsx-relations.h"

#include <string.h>

#include "ledger-markup.h"

typedef struct
{
  char *id;
  char *kind;
  char *part;
} Relation;

struct _LedgerXlsxRelations
{
  GArray *list;
  char *folder; /* of the part that has them, "" or ending in a slash */
};

enum
{
  MAX_RELATIONS = 100000,
};

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->part);
}

/* "../x.xml" from "xl/worksheets/" is "xl/x.xml"; "/xl/x.xml" is itself. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined =
      g_strconcat (strchr ("/\\", *target) != NULL ? "" : folder, target, NULL);
  g_auto (GStrv) steps = g_strsplit_set (joined, "/\\", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (kept, (gint)MAX (kept->len, 1) - 1);
      else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (kept, steps[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static void
on_start (LedgerMarkup *markup,
          LedgerMarkupSpace space,
          const char *local,
          const char *const *attributes,
          gpointer data)
{
  LedgerXlsxRelations *relations = data;
  const char *id = ledger_markup_attribute (attributes, "Id");
  const char *type = ledger_markup_attribute (attributes, "Type");
  const char *target = ledger_markup_attribute (attributes, "Target");
  const char *mode = ledger_markup_attribute (attributes, "TargetMode");
  const char *slash;
  Relation relation;

  if (space != LEDGER_MARKUP_RELATIONSHIPS || strcmp (local, "Relationship") != 0 || id == NULL
      || type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0
      || relations->list->len >= MAX_RELATIONS)
    return;
  slash = strrchr (type, '/');
  relation.id = g_strdup (id);
  relation.kind = g_strdup (slash != NULL ? slash + 1 : type);
  relation.part = resolve (relations->folder, target);
  g_array_append_val (relations->list, relation);
}

static const LedgerMarkupHandlers handlers = { on_start, NULL, NULL };

LedgerXlsxRelations *
ledger_xlsx_relations_read (LedgerArchive *archive,
                            const char *part,
                            LedgerReadBudget *budget,
                            GError **error)
{
  g_autoptr (LedgerXlsxRelations) relations = g_new0 (LedgerXlsxRelations, 1);
  const char *slash = strrchr (part, '/');
  const char *file = slash != NULL ? slash + 1 : part;
  g_autofree char *name = NULL;

  relations->list = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (relations->list, clear_relation);
  relations->folder = g_strndup (part, (gsize)(file - part));
  name = g_strdup_printf ("%s_rels/%s.rels", relations->folder, file);
  if (ledger_archive_has (archive, name)
      && !ledger_markup_read (archive, name, &handlers, relations, budget, error))
    return NULL;
  return g_steal_pointer (&relations);
}

void
ledger_xlsx_relations_free (LedgerXlsxRelations *relations)
{
  g_array_unref (relations->list);
  g_free (relations->folder);
  g_free (relations);
}

const char *
ledger_xlsx_relations_find (const LedgerXlsxRelations *relations, const char *id, const char *kind)
{
  for (guint i = 0; i < relations->list->len; i++)
    {
      const Relation *relation = &g_array_index (relations->list, Relation, i);

      if ((id == NULL || strcmp (relation->id, id) == 0) && strcmp (relation->kind, kind) == 0)
        return relation->part;
    }
  return NULL;
}

const char *
ledger_xlsx_relations_find_kind (const LedgerXlsxRelations *relations, const char *kind)
{
  return ledger_xlsx_relations_find (relations, NULL, kind);
}
