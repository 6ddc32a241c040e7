/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-likeness.h"

#include <string.h>

#include "ledger-text.h"

#define SAME_PLACE 10     /* per cent more for the same heading, and for the same number */
#define LEAST_WORDING 35  /* less in common is another problem, wherever it stands */
#define LEAST_LIKENESS 50 /* offered from here on */
#define COMMON 256        /* what more issues than these have in common tells them not apart */
#define CANDIDATES 16     /* issues of a row that are compared letter by letter */

/* --- what a wording is made of --- */

typedef struct
{
  guint64 *grams; /* sorted; two neighbouring characters each, or the only one */
  guint n;
} Wording;

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const guint64 first = *(const guint64 *)a;
  const guint64 second = *(const guint64 *)b;

  return first < second ? -1 : first > second;
}

static void
wording_init (Wording *wording, const char *text)
{
  g_autofree char *folded = ledger_text_fold (text != NULL ? text : "");
  const glong length = g_utf8_strlen (folded, -1);
  gunichar before = 0;
  guint n = 0;

  wording->grams = g_new (guint64, MAX (length, 1));
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (before != 0 || length == 1)
        wording->grams[n++] = ((guint64)before << 32) | c;
      before = c;
    }
  wording->n = n;
  qsort (wording->grams, n, sizeof *wording->grams, compare_grams);
}

static void
wording_clear (Wording *wording)
{
  g_free (wording->grams);
}

static guint
count_common (const Wording *a, const Wording *b)
{
  guint common = 0;
  guint i = 0;
  guint k = 0;

  while (i < a->n && k < b->n)
    {
      const int order = compare_grams (&a->grams[i], &b->grams[k]);

      common += order == 0;
      i += order <= 0;
      k += order >= 0;
    }
  return common;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? ledger_text_fold (a) : NULL;
  g_autofree char *second = b != NULL ? ledger_text_fold (b) : NULL;

  return first != NULL && *first != '\0' && g_strcmp0 (first, second) == 0;
}

static guint
compare (const LedgerImportSide *a,
         const Wording *first,
         const LedgerImportSide *b,
         const Wording *second)
{
  const guint shorter = MIN (first->n, second->n);
  const guint common = shorter > 0 ? count_common (first, second) : 0;
  guint likeness;

  if (common == 0)
    return 0;
  likeness = 100 * common / (first->n + second->n) + 50 * common / shorter;
  if (likeness < LEAST_WORDING)
    return likeness;
  if (a->heading != NULL && g_strcmp0 (a->heading, b->heading) == 0)
    likeness += SAME_PLACE;
  if (is_same (a->number, b->number))
    likeness += SAME_PLACE;
  return MIN (likeness, 100);
}

guint
ledger_import_likeness_compare (const LedgerImportSide *a, const LedgerImportSide *b)
{
  Wording first, second;
  guint likeness;

  wording_init (&first, a->text);
  wording_init (&second, b->text);
  likeness = compare (a, &first, b, &second);
  wording_clear (&first);
  wording_clear (&second);
  return likeness;
}

/* --- who comes into question --- */

typedef struct
{
  const LedgerImportSide *rows;
  const LedgerImportSide *issues;
  guint n_issues;
  Wording *wordings;  /* of the issues */
  GHashTable *places; /* two characters to the issues that have them, a GArray of guint */
  guint *shared;      /* of each issue with the row at hand */
  GArray *touched;    /* issues whose count is not 0 */
  GArray *found;      /* LedgerImportLikeness */
} Search;

static void
index_issue (Search *search, guint issue)
{
  const Wording *wording = &search->wordings[issue];

  for (guint i = 0; i < wording->n; i++)
    {
      GArray *places = g_hash_table_lookup (search->places, &wording->grams[i]);

      if (i > 0 && wording->grams[i] == wording->grams[i - 1])
        continue;
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (search->places, &wording->grams[i], places);
        }
      if (places->len <= COMMON)
        g_array_append_val (places, issue);
    }
}

static void
count_shared (Search *search, const Wording *row)
{
  for (guint i = 0; i < row->n; i++)
    {
      const GArray *places = g_hash_table_lookup (search->places, &row->grams[i]);

      for (guint k = 0; places != NULL && places->len <= COMMON && k < places->len; k++)
        {
          const guint issue = g_array_index (places, guint, k);

          if (search->shared[issue]++ == 0)
            g_array_append_val (search->touched, issue);
        }
    }
}

/* Keeps BEST, the issues that share most, in order; of equals the first in the ledger. */
static guint
keep_best (const Search *search, guint best[CANDIDATES], guint n, guint issue)
{
  guint at = n;

  while (at > 0
         && (search->shared[issue] > search->shared[best[at - 1]]
             || (search->shared[issue] == search->shared[best[at - 1]] && issue < best[at - 1])))
    at--;
  if (at == CANDIDATES)
    return n;
  n = MIN (n + 1, CANDIDATES);
  memmove (&best[at + 1], &best[at], (n - at - 1) * sizeof *best);
  best[at] = issue;
  return n;
}

static void
search_row (Search *search, guint row)
{
  Wording wording;
  guint best[CANDIDATES];
  guint n = 0;

  wording_init (&wording, search->rows[row].text);
  count_shared (search, &wording);
  for (guint i = 0; i < search->touched->len; i++)
    n = keep_best (search, best, n, g_array_index (search->touched, guint, i));
  for (guint i = 0; i < n; i++)
    {
      LedgerImportLikeness found = { row, best[i], 0 };

      found.likeness = compare (
          &search->rows[row], &wording, &search->issues[best[i]], &search->wordings[best[i]]);
      if (found.likeness >= LEAST_LIKENESS)
        g_array_append_val (search->found, found);
    }
  for (guint i = 0; i < search->touched->len; i++)
    search->shared[g_array_index (search->touched, guint, i)] = 0;
  g_array_set_size (search->touched, 0);
  wording_clear (&wording);
}

/* --- the pairs --- */

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const LedgerImportLikeness *first = a;
  const LedgerImportLikeness *second = b;

  if (first->likeness != second->likeness)
    return first->likeness > second->likeness ? -1 : 1;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->issue < second->issue ? -1 : first->issue > second->issue;
}

static GArray *
take_best (GArray *found)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LedgerImportLikeness));
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) issues = g_hash_table_new (NULL, NULL);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      const LedgerImportLikeness *pair = &g_array_index (found, LedgerImportLikeness, i);

      if (g_hash_table_contains (rows, GUINT_TO_POINTER (pair->row))
          || g_hash_table_contains (issues, GUINT_TO_POINTER (pair->issue)))
        continue;
      g_hash_table_add (rows, GUINT_TO_POINTER (pair->row));
      g_hash_table_add (issues, GUINT_TO_POINTER (pair->issue));
      g_array_append_vals (pairs, pair, 1);
    }
  return pairs;
}

GArray *
ledger_import_likeness_propose (const LedgerImportSide *rows,
                                guint n_rows,
                                const LedgerImportSide *issues,
                                guint n_issues)
{
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (LedgerImportLikeness));
  g_autofree guint *shared = g_new0 (guint, n_issues);
  g_autofree Wording *wordings = g_new0 (Wording, n_issues);
  Search search = { rows, issues, n_issues, wordings, places, shared, touched, found };

  for (guint i = 0; i < n_issues && n_rows > 0; i++)
    {
      wording_init (&wordings[i], issues[i].text);
      index_issue (&search, i);
    }
  for (guint i = 0; i < n_rows && n_issues > 0; i++)
    search_row (&search, i);
  g_hash_table_remove_all (places); /* its keys lie in the wordings */
  for (guint i = 0; i < n_issues; i++)
    wording_clear (&wordings[i]);
  return take_best (found);
}
