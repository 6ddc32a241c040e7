/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCHMARK_LEDGER_ISSUES 10000
#define BENCHMARK_LEDGER_MEASURES_OF_ISSUE 3

/* The largest ledger: 10,000 problems with 30,000 measures under 5 × 10 headings, imported, claimed
 * by 40 departments, deadlines over a year. Its path inside FOLDER, or NULL where it could not be
 * made. */
char *benchmark_ledger_make (const char *folder);
/* FOLDER and the files in it, one level deep and below. */
void benchmark_ledger_remove_folder (const char *folder);

G_END_DECLS
