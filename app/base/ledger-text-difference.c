/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text-difference.h"

/* Of what is compared character by character: 2 bytes each, freed at once. */
#define MOST_CELLS (9 * 1000 * 1000)

typedef struct
{
  const gunichar *before;
  const gunichar *after;
  gsize n_before;
  gsize n_after;
} Middle;

void
ledger_text_part_free (LedgerTextPart *part)
{
  if (part == NULL)
    return;
  g_free (part->text);
  g_free (part);
}

/* --- collecting: removed and added between two kept stretches are told apart --- */

typedef struct
{
  GPtrArray *parts;
  GString *kept;
  GString *removed;
  GString *added;
} Collector;

static void
flush (GPtrArray *parts, GString *text, LedgerTextChange change)
{
  if (text->len == 0)
    return;
  LedgerTextPart *part = g_new0 (LedgerTextPart, 1);
  part->change = change;
  part->text = g_strndup (text->str, text->len);
  g_ptr_array_add (parts, part);
  g_string_truncate (text, 0);
}

static void
keep (Collector *collector, gunichar character)
{
  flush (collector->parts, collector->removed, LEDGER_TEXT_REMOVED);
  flush (collector->parts, collector->added, LEDGER_TEXT_ADDED);
  g_string_append_unichar (collector->kept, character);
}

static void
change (Collector *collector, GString *text, gunichar character)
{
  flush (collector->parts, collector->kept, LEDGER_TEXT_KEPT);
  g_string_append_unichar (text, character);
}

/* --- the longest common sequence of the middle --- */

/* lengths[i][j]: of the longest that BEFORE from i and AFTER from j have in common. */
static guint16 *
measure (const Middle *middle)
{
  const gsize width = middle->n_after + 1;
  guint16 *lengths = g_new0 (guint16, (middle->n_before + 1) * width);

  for (gsize i = middle->n_before; i > 0; i--)
    for (gsize j = middle->n_after; j > 0; j--)
      {
        guint16 *cell = lengths + (i - 1) * width + j - 1;
        *cell = middle->before[i - 1] == middle->after[j - 1] ? (guint16)(cell[width + 1] + 1)
                                                              : MAX (cell[width], cell[1]);
      }
  return lengths;
}

static void
walk (const Middle *middle, const guint16 *lengths, Collector *collector)
{
  const gsize width = middle->n_after + 1;
  gsize i = 0;
  gsize j = 0;

  while (i < middle->n_before || j < middle->n_after)
    {
      const guint16 *cell = lengths + i * width + j;

      if (i < middle->n_before && j < middle->n_after && middle->before[i] == middle->after[j])
        {
          keep (collector, middle->before[i++]);
          j++;
        }
      else if (j == middle->n_after || (i < middle->n_before && cell[width] >= cell[1]))
        change (collector, collector->removed, middle->before[i++]);
      else
        change (collector, collector->added, middle->after[j++]);
    }
}

static void
compare_middle (const Middle *middle, Collector *collector)
{
  if (middle->n_before < G_MAXUINT16 && middle->n_after < G_MAXUINT16
      && middle->n_before * middle->n_after <= MOST_CELLS)
    {
      g_autofree guint16 *lengths = measure (middle);
      walk (middle, lengths, collector);
      return;
    }
  for (gsize i = 0; i < middle->n_before; i++)
    change (collector, collector->removed, middle->before[i]);
  for (gsize i = 0; i < middle->n_after; i++)
    change (collector, collector->added, middle->after[i]);
}

GPtrArray *
ledger_text_difference (const char *before, const char *after)
{
  glong n_before = 0;
  glong n_after = 0;
  g_autofree gunichar *one = g_utf8_to_ucs4_fast (before != NULL ? before : "", -1, &n_before);
  g_autofree gunichar *other = g_utf8_to_ucs4_fast (after != NULL ? after : "", -1, &n_after);
  const gsize most = (gsize)MIN (n_before, n_after);
  gsize head = 0;
  gsize tail = 0;

  while (head < most && one[head] == other[head])
    head++;
  while (tail < most - head && one[(gsize)n_before - 1 - tail] == other[(gsize)n_after - 1 - tail])
    tail++;

  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  Collector collector = {
    .parts = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_text_part_free),
    .kept = kept,
    .removed = removed,
    .added = added,
  };
  const Middle middle = {
    .before = one + head,
    .after = other + head,
    .n_before = (gsize)n_before - head - tail,
    .n_after = (gsize)n_after - head - tail,
  };
  for (gsize i = 0; i < head; i++)
    keep (&collector, one[i]);
  compare_middle (&middle, &collector);
  for (gsize i = (gsize)n_before - tail; i < (gsize)n_before; i++)
    keep (&collector, one[i]);
  flush (collector.parts, removed, LEDGER_TEXT_REMOVED);
  flush (collector.parts, added, LEDGER_TEXT_ADDED);
  flush (collector.parts, kept, LEDGER_TEXT_KEPT);
  return collector.parts;
}
