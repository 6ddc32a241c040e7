/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BENCHMARK_SHEET_COLUMNS 12
#define BENCHMARK_SHEET_ROWS_OF_ISSUE 4

/* A list as offices send it, N_ROWS measures below one row of heads, an issue over four of them. */
gboolean benchmark_sheet_write (const char *path, guint n_rows);

/* A workbook of one sheet: ROWS and the STRINGS they point to, both as XML; style 1 is a date. */
gboolean benchmark_sheet_pack (const char *path, const char *rows, const char *strings);

G_END_DECLS
