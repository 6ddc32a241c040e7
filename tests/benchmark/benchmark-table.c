/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 问题台账 of the largest ledger in the real window: its first filling, sorting, filtering, a
 * click, each until the next frame is painted. */
#include <stdio.h>
#include <time.h>

#include "benchmark-clock.h"
#include "benchmark-ledger.h"
#include "benchmark-loop.h"
#include "ledger-issue-table.h"
#include "ledger-view-test.h"

enum
{
  ROUNDS = 12,
  SKIPPED = 77,
};

typedef struct
{
  LedgerViewTest test;
  LedgerWindow *window;
  GtkWidget *table;
  guint round;
  gboolean missed;
} Bench;

static void
tell (Bench *bench, const char *what, BenchmarkFrame frame, double limit)
{
  printf ("%s: %.1f ms of this thread to the next frame (%.1f on the clock), ratio %.2f (at most "
          "1.0 of %.0f ms)\n",
          what,
          frame.cpu,
          frame.wall,
          frame.cpu / limit,
          limit);
  fflush (stdout);
  bench->missed |= frame.cpu > limit;
}

/* --- acts --- */

static void
open_issues (gpointer data)
{
  Bench *bench = data;

  ledger_session_open_page (ledger_window_get_session (bench->window), LEDGER_PAGE_ID_ISSUES);
}

static void
sort (gpointer data)
{
  static const char *const orders[][2] = {
    { "table.sort-descending", "due" },    { "table.sort-ascending", "number" },
    { "table.sort-descending", "number" }, { "table.sort-ascending", "due" },
    { "table.sort-descending", "text" },   { "table.sort-ascending", "state" },
  };
  Bench *bench = data;
  const char *const *order = orders[bench->round++ % G_N_ELEMENTS (orders)];

  gtk_widget_activate_action (bench->table, order[0], "s", order[1]);
}

static void
filter (gpointer data)
{
  Bench *bench = data;
  LedgerFilter *filter = ledger_session_get_filter (ledger_window_get_session (bench->window));

  switch (bench->round++ % 4)
    {
    case 0:
      ledger_filter_set_search (filter, "1.");
      break;
    case 1:
      ledger_filter_set_search (filter, "第77");
      break;
    case 2:
      ledger_filter_clear (filter);
      break;
    default:
      ledger_filter_set_due (filter, ledger_day_new (2026, 2, 1), ledger_day_new (2026, 4, 1));
      break;
    }
}

static void
filter_nothing (gpointer data)
{
  Bench *bench = data;

  ledger_filter_clear (ledger_session_get_filter (ledger_window_get_session (bench->window)));
}

static BenchmarkFrame
measure (Bench *bench, BenchmarkAct act)
{
  BenchmarkFrame frames[ROUNDS];

  bench->round = 0;
  for (guint i = 0; i < ROUNDS; i++)
    {
      frames[i] = benchmark_frame_after (GTK_WIDGET (bench->window), act, bench);
      benchmark_loop_run (400);
    }
  return benchmark_frame_median (frames, ROUNDS);
}

/* --- a click, from the release of the button to the frame that shows the row selected --- */

typedef struct
{
  gint64 cpu;
  gint64 wall;
  gboolean painted;
  BenchmarkFrame frame;
} Click;

static gint64
clock_of (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static gboolean
on_event (GtkEventControllerLegacy *controller, GdkEvent *event, Click *click)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    {
      click->cpu = clock_of (CLOCK_THREAD_CPUTIME_ID);
      click->wall = clock_of (CLOCK_MONOTONIC);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_painted (GdkFrameClock *clock, Click *click)
{
  if (click->cpu == 0 || click->painted)
    return;
  click->frame.cpu = (double)(clock_of (CLOCK_THREAD_CPUTIME_ID) - click->cpu) / 1e6;
  click->frame.wall = (double)(clock_of (CLOCK_MONOTONIC) - click->wall) / 1e6;
  click->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Click *)data)->painted;
}

static BenchmarkFrame
measure_click (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  GtkEventController *watcher = gtk_event_controller_legacy_new ();
  BenchmarkFrame frames[ROUNDS];
  Click click = { 0 };
  gulong handler;

  gtk_event_controller_set_propagation_phase (watcher, GTK_PHASE_CAPTURE);
  g_signal_connect (watcher, "event", G_CALLBACK (on_event), &click);
  gtk_widget_add_controller (GTK_WIDGET (bench->window), watcher);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &click);
  for (guint i = 0; i < ROUNDS; i++)
    {
      /* Down the rows of the table, below its heads. */
      g_autofree char *x = g_strdup_printf ("%d", 420);
      g_autofree char *y = g_strdup_printf ("%d", 280 + 48 * (int)(i % 6));
      const char *const arguments[] = { "xdotool", "mousemove", x, y, "click", "1", NULL };
      g_autoptr (GSubprocess) pointer = NULL;

      click = (Click){ 0 };
      pointer = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
      if (pointer == NULL || !benchmark_loop_wait (is_painted, &click, 10))
        g_error ("a click was not seen");
      frames[i] = click.frame;
      benchmark_loop_run (200);
    }
  g_signal_handler_disconnect (clock, handler);
  gtk_widget_remove_controller (GTK_WIDGET (bench->window), watcher);
  return benchmark_frame_median (frames, ROUNDS);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autofree char *path = NULL;

  if (g_getenv ("DISPLAY") == NULL)
    {
      printf ("skipped: no display\n");
      return SKIPPED;
    }
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_set_up (&bench.test, NULL);
  benchmark_print_load ();
  path = benchmark_ledger_make (bench.test.folder);
  bench.window = ledger_view_test_open_window (&bench.test, path);
  ledger_session_open_page (ledger_window_get_session (bench.window), LEDGER_PAGE_ID_SCHEDULE);
  benchmark_loop_run (1500);
  tell (&bench,
        "first filling of the table, 10,000 problems",
        benchmark_frame_after (GTK_WIDGET (bench.window), open_issues, &bench),
        200);
  benchmark_loop_run (1500);
  bench.table = ledger_view_test_find (GTK_WIDGET (bench.window), LEDGER_TYPE_ISSUE_TABLE, NULL);
  tell (&bench, "sorting 10,000 problems", measure (&bench, sort), 100);
  tell (&bench, "filtering 10,000 problems", measure (&bench, filter), 200);
  filter_nothing (&bench);
  benchmark_loop_run (1000);
  tell (&bench, "a click in the table", measure_click (&bench), 20);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  benchmark_loop_run (300);
  benchmark_ledger_remove_folder (bench.test.folder);
  return bench.missed ? 1 : 0;
}
