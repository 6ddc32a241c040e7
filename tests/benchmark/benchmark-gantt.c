/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 阶段计划 while it is scrolled, with 1,000, 10,000 and 100,000 bars in a window of 1366 × 720: the
 * middle frame, from before-paint to after-paint, takes at most 6 ms of this thread, and the
 * largest number no more than half as much again as the smallest: only what is seen is drawn. */
#include <stdio.h>
#include <time.h>

#include "benchmark-clock.h"
#include "benchmark-loop.h"
#include "ledger-gantt.h"
#include "ledger-view-test.h"

enum
{
  FRAMES = 150,
  STEP = 40,
  SKIPPED = 77,
};

static const double LIMIT = 6;
static const double FLAT = 1.5;

typedef struct
{
  BenchmarkFrame frames[FRAMES];
  guint n;
  gint64 wall;
  gint64 cpu;
} Scroll;

static gint64
clock_of (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void
on_before (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->wall = clock_of (CLOCK_MONOTONIC);
  scroll->cpu = clock_of (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_after (GdkFrameClock *clock, Scroll *scroll)
{
  if (scroll->n >= FRAMES)
    return;
  scroll->frames[scroll->n].wall = (double)(clock_of (CLOCK_MONOTONIC) - scroll->wall) / 1e6;
  scroll->frames[scroll->n++].cpu =
      (double)(clock_of (CLOCK_THREAD_CPUTIME_ID) - scroll->cpu) / 1e6;
}

static void
scroll_on (gpointer data)
{
  GtkAdjustment *adjustment = data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
}

static BenchmarkFrame
measure (LedgerViewTest *test, guint n_bars)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  LedgerDay today = ledger_day_new (2026, 3, 10);
  GtkWidget *gantt = ledger_gantt_new (calendar, today);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (LedgerScheduleRows) rows = ledger_schedule_rows_new_made_up (n_bars, today - 60);
  Scroll scroll = { 0 };
  GtkWindow *window;
  GtkAdjustment *adjustment;
  GdkFrameClock *clock;

  ledger_gantt_set_rows (LEDGER_GANTT (gantt), rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), gantt);
  window = ledger_view_test_present (test, scrolled);
  gtk_window_set_default_size (window, 1366, 720);
  benchmark_loop_run (400);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  for (guint i = 0; i < 20; i++) /* fonts and layouts for the first time */
    benchmark_frame_after (GTK_WIDGET (window), scroll_on, adjustment);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before), &scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after), &scroll);
  for (guint i = 0; i < 2 * FRAMES && scroll.n < FRAMES; i++)
    benchmark_frame_after (GTK_WIDGET (window), scroll_on, adjustment);
  g_signal_handlers_disconnect_by_data (clock, &scroll);
  gtk_window_destroy (window);
  benchmark_loop_run (200);
  return benchmark_frame_median (scroll.frames, scroll.n);
}

int
main (int argc, char **argv)
{
  static const guint numbers[] = { 1000, 10000, 100000 };
  LedgerViewTest test = { 0 };
  double first = 0, last = 0;
  gboolean missed = FALSE;

  if (g_getenv ("DISPLAY") == NULL)
    {
      printf ("skipped: no display\n");
      return SKIPPED;
    }
  ledger_view_test_init (&argc, &argv);
  ledger_view_test_set_up (&test, NULL);
  benchmark_print_load ();
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      BenchmarkFrame frame = measure (&test, numbers[i]);

      printf ("%u bars: middle frame while scrolling %.2f ms of this thread (%.2f on the clock), "
              "ratio %.2f (at most 1.0)\n",
              numbers[i],
              frame.cpu,
              frame.wall,
              frame.cpu / LIMIT);
      missed |= frame.cpu > LIMIT;
      first = i == 0 ? frame.cpu : first;
      last = frame.cpu;
    }
  printf ("100,000 bars against 1,000: ratio %.2f (at most %.1f)\n", last / first, FLAT);
  ledger_view_test_tear_down (&test, NULL);
  return missed || last / first > FLAT ? 1 : 0;
}
