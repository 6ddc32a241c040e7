/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with the largest ledger (10,000 problems, 30,000 measures) against an empty
 * gnome-text-editor, in turns on one screen: the first full frame, by the middle of the times on
 * the clock until then, and memory. The processor times are told beside: on a busy machine, where
 * the two threads of the start wait for each other, they say more. Skipped without a display or
 * where the peer is not installed. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "benchmark-clock.h"
#include "benchmark-ledger.h"
#include "benchmark-observer.h"

enum
{
  ROUNDS = 7,
  PATIENCE_S = 60,
  SKIPPED = 77,
};

static const double LIMIT = 1.0;
static const double MEMORY_LIMIT = 160;

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;

  return (one > other) - (one < other);
}

static BenchmarkSight
middle (const BenchmarkSight *sights)
{
  double frame[ROUNDS], cpu[ROUNDS], memory[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      frame[i] = sights[i].frame;
      cpu[i] = sights[i].cpu;
      memory[i] = sights[i].memory;
    }
  qsort (frame, ROUNDS, sizeof *frame, compare);
  qsort (cpu, ROUNDS, sizeof *cpu, compare);
  qsort (memory, ROUNDS, sizeof *memory, compare);
  return (BenchmarkSight){ frame[ROUNDS / 2], cpu[ROUNDS / 2], memory[ROUNDS / 2] };
}

static gboolean
run_rounds (const char *const *own, const char *const *peer, BenchmarkSight *sights)
{
  BenchmarkSight owns[ROUNDS], peers[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    if (!benchmark_observe (own, PATIENCE_S, &owns[i])
        || !benchmark_observe (peer, PATIENCE_S, &peers[i]))
      return FALSE;
  sights[0] = middle (owns);
  sights[1] = middle (peers);
  return TRUE;
}

static int
judge (const BenchmarkSight *own, const BenchmarkSight *peer)
{
  double ratio = own->frame / peer->frame;

  printf ("first full frame, middle of %d: %.0f ms (%.0f ms of processor time), "
          "gnome-text-editor %.0f ms (%.0f ms); ratio %.2f (at most %.1f), by processor %.2f\n",
          ROUNDS,
          own->frame,
          own->cpu,
          peer->frame,
          peer->cpu,
          ratio,
          LIMIT,
          own->cpu / peer->cpu);
  printf ("memory: %.0f MiB (at most %.0f), gnome-text-editor %.0f MiB; ratio to the limit %.2f\n",
          own->memory,
          MEMORY_LIMIT,
          peer->memory,
          own->memory / MEMORY_LIMIT);
  return ratio <= LIMIT && own->memory <= MEMORY_LIMIT ? 0 : 1;
}

int
main (int argc, char **argv)
{
  g_autofree char *editor = g_find_program_in_path ("gnome-text-editor");
  g_autofree char *folder = NULL;
  g_autofree char *ledger = NULL;
  BenchmarkSight sights[2];
  gboolean seen;

  if (argc != 2)
    return 2;
  if (g_getenv ("DISPLAY") == NULL || editor == NULL)
    {
      printf ("skipped: %s\n", editor == NULL ? "no gnome-text-editor" : "no display");
      return SKIPPED;
    }
  folder = g_dir_make_tmp ("frame-XXXXXX", NULL);
  ledger = folder != NULL ? benchmark_ledger_make (folder) : NULL;
  if (ledger == NULL)
    return 1;
  g_setenv ("ZHENGGAI_ALONE", "1", TRUE);
  g_setenv ("G_DEBUG", "", TRUE); /* the peer's own warnings are no business of ours */
  benchmark_print_load ();
  {
    const char *const own[] = { argv[1], ledger, NULL };
    const char *const peer[] = { editor, "--standalone", NULL };

    seen = run_rounds (own, peer, sights);
  }
  benchmark_ledger_remove_folder (folder);
  if (!seen)
    {
      printf ("a window was not seen\n");
      return 1;
    }
  return judge (&sights[0], &sights[1]);
}
