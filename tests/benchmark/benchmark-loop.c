/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benchmark-loop.h"

#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define DEPTH 40
#define MOST_SAMPLES 12
/* Of what is told: a turn that lasts longer is looked at, and again after as much more. */
#define LOOK_AFTER_RATIO 0.6

typedef struct
{
  gint64 wall;
  gint64 cpu;
  gint64 line; /* nanoseconds, as the others */
} Moment;

typedef struct
{
  void *frames[DEPTH];
  int n;
} Sample;

typedef struct
{
  pthread_t thread;
  int schedstat;
  GPollFunc poll;
  Moment begin; /* of the turn */
  BenchmarkTurn worst;
  GArray *turns;           /* BenchmarkTurn with samples, of this account */
  volatile gint64 busy_at; /* 0: in poll */
  Sample samples[MOST_SAMPLES];
  volatile int n_samples;
  double told_from; /* milliseconds; longer turns are told with their samples, 0: none are */
} Watch;

static Watch watch;

static gint64
clock_of (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static gint64
read_line (void)
{
  char text[128] = { 0 };
  char *rest = NULL;

  if (watch.schedstat < 0 || pread (watch.schedstat, text, sizeof text - 1, 0) <= 0)
    return 0;
  strtoll (text, &rest, 10);
  return strtoll (rest, NULL, 10);
}

static Moment
get_moment (void)
{
  return (Moment){ clock_of (CLOCK_MONOTONIC), clock_of (CLOCK_THREAD_CPUTIME_ID), read_line () };
}

static void
on_look (int number)
{
  int n = watch.n_samples;

  if (n < MOST_SAMPLES)
    {
      watch.samples[n].n = backtrace (watch.samples[n].frames, DEPTH);
      watch.n_samples = n + 1;
    }
}

static void *
run_looking (void *data)
{
  const gint64 look_after = (gint64)(watch.told_from * LOOK_AFTER_RATIO * 1e6);
  gint64 looked = 0;

  for (;;)
    {
      gint64 busy = watch.busy_at;

      usleep (5000);
      if (busy == 0 || busy != watch.busy_at)
        continue;
      if (clock_of (CLOCK_MONOTONIC) - MAX (busy, looked) < look_after)
        continue;
      looked = clock_of (CLOCK_MONOTONIC);
      pthread_kill (watch.thread, SIGUSR2);
    }
  return NULL;
}

/* With the place on the clock, for whoever records at the same time (perf record -k mono). */
static void
tell_samples (const BenchmarkTurn *turn, const Moment *end)
{
  printf ("  a turn of %.0f ms, %.4f s to %.4f s, seen at:\n",
          turn->own,
          (double)watch.begin.wall / 1e9,
          (double)end->wall / 1e9);
  fflush (stdout);
  for (int i = 0; i < watch.n_samples; i++)
    {
      backtrace_symbols_fd (watch.samples[i].frames, watch.samples[i].n, STDOUT_FILENO);
      printf ("  --\n");
      fflush (stdout);
    }
}

static void
end_turn (void)
{
  Moment end = get_moment ();
  BenchmarkTurn turn = {
    .wall = (double)(end.wall - watch.begin.wall) / 1e6,
    .cpu = (double)(end.cpu - watch.begin.cpu) / 1e6,
  };

  watch.busy_at = 0;
  turn.own = MAX (turn.wall - (double)(end.line - watch.begin.line) / 1e6, turn.cpu);
  if (turn.own > watch.worst.own)
    watch.worst = turn;
  g_array_append_val (watch.turns, turn);
  if (watch.told_from > 0 && turn.own > watch.told_from)
    tell_samples (&turn, &end);
}

static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  int result;

  if (watch.busy_at != 0)
    end_turn ();
  result = watch.poll (fds, n, timeout);
  watch.n_samples = 0;
  watch.begin = get_moment ();
  watch.busy_at = watch.begin.wall;
  return result;
}

void
benchmark_loop_watch (void)
{
  struct sigaction action = { .sa_handler = on_look, .sa_flags = SA_RESTART };
  const char *told_from = g_getenv ("BENCHMARK_STACKS");
  void *first[1];
  pthread_t looker;

  watch.thread = pthread_self ();
  watch.schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  watch.turns = g_array_new (FALSE, FALSE, sizeof (BenchmarkTurn));
  backtrace (first, 1); /* loads what it needs now, not in the signal */
  sigaction (SIGUSR2, &action, NULL);
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watched_poll);
  if (told_from == NULL)
    return;
  watch.told_from = g_ascii_strtod (told_from, NULL);
  pthread_create (&looker, NULL, run_looking, NULL);
  pthread_detach (looker);
}

void
benchmark_loop_begin (void)
{
  watch.worst = (BenchmarkTurn){ 0 };
  g_array_set_size (watch.turns, 0);
  watch.begin = get_moment ();
}

BenchmarkTurn
benchmark_loop_end (double limit, guint *n_long)
{
  guint n = 0;

  for (guint i = 0; i < watch.turns->len; i++)
    n += g_array_index (watch.turns, BenchmarkTurn, i).own > limit;
  if (n_long != NULL)
    *n_long = n;
  return watch.worst;
}

static gboolean
keep_turning (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
benchmark_loop_wait (gboolean (*condition) (gpointer data), gpointer data, guint seconds)
{
  const gint64 end = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
  guint source = g_timeout_add (10, keep_turning, NULL);
  gboolean held;

  while (!(held = condition (data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  return held;
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

void
benchmark_loop_run (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64)milliseconds * 1000;

  benchmark_loop_wait (is_over, &end, milliseconds / 1000 + 2);
}

/* --- frames --- */

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *)data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

BenchmarkFrame
benchmark_frame_after (GtkWidget *window, BenchmarkAct act, gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  gint64 wall = clock_of (CLOCK_MONOTONIC);
  gint64 cpu = clock_of (CLOCK_THREAD_CPUTIME_ID);
  BenchmarkFrame frame;

  act (data);
  benchmark_loop_wait (is_true, &painted, 5);
  frame.cpu = (double)(clock_of (CLOCK_THREAD_CPUTIME_ID) - cpu) / 1e6;
  frame.wall = (double)(clock_of (CLOCK_MONOTONIC) - wall) / 1e6;
  g_signal_handler_disconnect (clock, handler);
  return frame;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;

  return (one > other) - (one < other);
}

BenchmarkFrame
benchmark_frame_median (const BenchmarkFrame *frames, guint n)
{
  g_autofree double *cpu = g_new (double, n);
  g_autofree double *wall = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      cpu[i] = frames[i].cpu;
      wall[i] = frames[i].wall;
    }
  qsort (cpu, n, sizeof *cpu, compare);
  qsort (wall, n, sizeof *wall, compare);
  return (BenchmarkFrame){ cpu[n / 2], wall[n / 2] };
}
