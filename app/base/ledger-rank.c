/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-rank.h"

#include <string.h>

#define BASE 36
#define END_WIDTH 6 /* at the list's ends ranks advance by END_STEP units of this many digits: */
#define END_STEP                                                                                   \
  1296 /* room for 800,000 records behind the first, and for many between any two                  \
        */

/* A rank is a fraction below one, written in base 36. One more digit stands before the point, for
 * the open end and for the sum of two. */
typedef struct
{
  int digits[1 + LEDGER_RANK_MAX];
} Fraction;

static const char symbols[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static gboolean
read_fraction (const char *rank, Fraction *fraction)
{
  *fraction = (Fraction){ 0 };
  for (gsize i = 0; rank[i] != '\0'; i++)
    {
      const char *symbol = strchr (symbols, rank[i]);
      if (symbol == NULL || i == LEDGER_RANK_MAX)
        return FALSE;
      fraction->digits[1 + i] = (int)(symbol - symbols);
    }
  return TRUE;
}

static int
compare (const Fraction *a, const Fraction *b)
{
  for (int i = 0; i <= LEDGER_RANK_MAX; i++)
    if (a->digits[i] != b->digits[i])
      return a->digits[i] - b->digits[i];
  return 0;
}

static Fraction
middle (const Fraction *a, const Fraction *b)
{
  Fraction sum = { 0 };
  int carry = 0;
  for (int i = LEDGER_RANK_MAX; i >= 0; i--)
    {
      int digit = a->digits[i] + b->digits[i] + carry;
      carry = i > 0 && digit >= BASE;
      sum.digits[i] = digit - carry * BASE;
    }

  int rest = 0;
  for (int i = 0; i <= LEDGER_RANK_MAX; i++)
    {
      int digit = rest * BASE + sum.digits[i];
      sum.digits[i] = digit / 2;
      rest = digit % 2;
    }
  return sum;
}

/* The first WIDTH digits; no rank ends in 0, or nothing would fit between it and the same without.
 */
static char *
write_fraction (const Fraction *fraction, int width)
{
  while (width > 0 && fraction->digits[width] == 0)
    width--;
  char *rank = g_malloc ((gsize)width + 1);
  for (int i = 0; i < width; i++)
    rank[i] = symbols[fraction->digits[1 + i]];
  rank[width] = '\0';
  return rank;
}

static char *
write_units (guint64 units, int width)
{
  Fraction fraction = { 0 };
  for (int i = width; i > 0; i--, units /= BASE)
    fraction.digits[i] = (int)(units % BASE);
  return write_fraction (&fraction, width);
}

static char *
between_fractions (const Fraction *low, const Fraction *high)
{
  Fraction mid = middle (low, high);
  Fraction cut = { 0 };

  /* The shortest beginning of the middle that is still above LOW: it is below HIGH as the middle
   * is. */
  for (int width = 1; width <= LEDGER_RANK_MAX; width++)
    {
      cut.digits[width] = mid.digits[width];
      if (compare (&cut, low) > 0)
        return compare (&cut, high) < 0 ? write_fraction (&cut, width) : NULL;
    }
  return NULL;
}

static gint64
units_of (const Fraction *fraction)
{
  gint64 units = 0;
  for (int i = 1; i <= END_WIDTH; i++)
    units = units * BASE + fraction->digits[i];
  return units;
}

/* Beside the only neighbour by one step. NULL at the very end, where halving still helps. */
static char *
beside (const Fraction *neighbour, int step)
{
  const gint64 all = 2176782336; /* BASE to the power of END_WIDTH */
  gint64 units = units_of (neighbour) + step;
  return units > 0 && units < all ? write_units ((guint64)units, END_WIDTH) : NULL;
}

char *
ledger_rank_between (const char *before, const char *after)
{
  Fraction low = { 0 };
  Fraction high = { .digits = { 1 } };

  if (before != NULL && !read_fraction (before, &low))
    return NULL;
  if (after != NULL && !read_fraction (after, &high))
    return NULL;
  if (compare (&low, &high) >= 0)
    return NULL;

  char *rank = NULL;
  if (before != NULL && after == NULL)
    rank = beside (&low, END_STEP);
  else if (before == NULL && after != NULL)
    rank = beside (&high, -END_STEP);
  return rank != NULL ? rank : between_fractions (&low, &high);
}

GStrv
ledger_rank_spread (guint n)
{
  const guint64 parts = (guint64)n + 1;
  guint64 all = BASE;
  int width = 1;

  /* Two digits of room between neighbours. */
  for (; all / parts < BASE * BASE; all *= BASE)
    width++;

  g_auto (GStrv) ranks = g_new0 (char *, parts);
  for (guint64 i = 0; i < n; i++)
    ranks[i] = write_units ((i + 1) * (all / parts), width);
  return g_steal_pointer (&ranks);
}
