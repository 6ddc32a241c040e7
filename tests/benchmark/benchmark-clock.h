/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What work costs. Judged is the processor's time, user and system together: other programs on the
 * machine make it little longer, while they may double what a clock on the wall shows. */
typedef struct
{
  double cpu;  /* seconds */
  double wall; /* seconds */
} BenchmarkTime;

/* Of this process and its ended children, all threads. */
BenchmarkTime benchmark_now (void);
BenchmarkTime benchmark_since (BenchmarkTime start);
/* Both fields are the smaller ones, each by itself. */
void benchmark_keep_best (BenchmarkTime *best, BenchmarkTime taken);
/* One line: how many programs want to run, for whoever reads the figures. */
void benchmark_print_load (void);

G_END_DECLS
