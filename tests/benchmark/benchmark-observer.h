/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A program seen from outside, as a person sees it: started, its window mapped, its first full
 * frame on the screen. */
typedef struct
{
  double frame;  /* ms from the start to the first damage over 60 % of the window */
  double cpu;    /* ms of processor time, user and system, of the program until then */
  double memory; /* MiB, its share (PSS) half a second later, children with it */
} BenchmarkSight;

/* Starts ARGUMENTS (NULL at the end) and looks at its first top-level window of at least 300 × 200
 * on $DISPLAY; then ends it. FALSE where nothing was seen within SECONDS. */
gboolean benchmark_observe (const char *const *arguments, guint seconds, BenchmarkSight *sight);

G_END_DECLS
