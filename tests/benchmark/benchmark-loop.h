/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Watches the main loop of this process from its poll function: what happens between two polls is
 * one turn, in which the window answers nobody. A turn's own time is the clock's less what the
 * kernel says this thread stood in line for a processor (/proc/self/schedstat), so that other
 * programs on the machine do not count, while waiting for a file or a lock does. */

/* One watch per process, on the thread that runs the loop. */
void benchmark_loop_watch (void);

typedef struct
{
  double own;  /* milliseconds: computing and waiting, the line for a processor left out */
  double cpu;  /* of it, computing */
  double wall; /* by the clock */
} BenchmarkTurn;

/* Begins a new account. */
void benchmark_loop_begin (void);
/* The longest turn since, by its own time; N_LONG (may be NULL): turns above LIMIT ms. Tells on the
 * output where the turns above LIMIT were when looked at. */
BenchmarkTurn benchmark_loop_end (double limit, guint *n_long);

/* Runs the loop until CONDITION holds (TRUE) or SECONDS are over. */
gboolean benchmark_loop_wait (gboolean (*condition) (gpointer data), gpointer data, guint seconds);
/* Runs it for MILLISECONDS. */
void benchmark_loop_run (guint milliseconds);

/* What one act costs this thread until the next frame of WINDOW is painted. */
typedef struct
{
  double cpu;  /* milliseconds of this thread */
  double wall; /* milliseconds */
} BenchmarkFrame;

typedef void (*BenchmarkAct) (gpointer data);
BenchmarkFrame benchmark_frame_after (GtkWidget *window, BenchmarkAct act, gpointer data);

/* The middle one of N by CPU time, the wall time the middle one by itself. */
BenchmarkFrame benchmark_frame_median (const BenchmarkFrame *frames, guint n);

G_END_DECLS
