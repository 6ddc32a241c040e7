/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benchmark-clock.h"

#include <stdlib.h>
#include <sys/resource.h>

static double
cpu_of (int who)
{
  struct rusage usage = { 0 };

  getrusage (who, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

BenchmarkTime
benchmark_now (void)
{
  return (BenchmarkTime){
    .cpu = cpu_of (RUSAGE_SELF) + cpu_of (RUSAGE_CHILDREN),
    .wall = (double)g_get_monotonic_time () / G_USEC_PER_SEC,
  };
}

BenchmarkTime
benchmark_since (BenchmarkTime start)
{
  BenchmarkTime now = benchmark_now ();

  return (BenchmarkTime){ .cpu = now.cpu - start.cpu, .wall = now.wall - start.wall };
}

void
benchmark_keep_best (BenchmarkTime *best, BenchmarkTime taken)
{
  best->cpu = best->cpu > 0 ? MIN (best->cpu, taken.cpu) : taken.cpu;
  best->wall = best->wall > 0 ? MIN (best->wall, taken.wall) : taken.wall;
}

void
benchmark_print_load (void)
{
  double load[1] = { 0 };

  if (getloadavg (load, 1) == 1)
    g_print ("load of the machine: %.1f on %u processors; %s\n",
             load[0],
             g_get_num_processors (),
             load[0] < 0.5 ? "quiet" : "not quiet");
}
