/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns the text of a workbook into what people see, in place: "_x000D_" and its like into the
 * characters they stand for (control characters go), line breaks of all kinds into \n. */
void ledger_xlsx_text_settle (GString *text);

G_END_DECLS
