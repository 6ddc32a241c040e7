/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest sheet there is: 1,048,576 rows, 16,384 columns (A … XFD). */
#define LEDGER_SHEET_MAX_ROWS 1048576u
#define LEDGER_SHEET_MAX_COLUMNS 16384u

/* Rows and columns count from 0 in the program and from 1 and A in what people see. */
char *ledger_cell_address_new (guint row, guint column); /* 8, 0 gives "A9" */
char *ledger_cell_address_column (guint column);         /* 26 gives "AA" */
/* Reads "A1", "aa9" and "$B$2" from the LENGTH bytes at TEXT (-1: up to its end). FALSE where that
 * is no address of a sheet; ROW and COLUMN are then untouched. */
gboolean ledger_cell_address_parse (const char *text, gssize length, guint *row, guint *column);

G_END_DECLS
