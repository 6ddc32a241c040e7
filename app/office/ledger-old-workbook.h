/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of a workbook of before 2007 (BIFF): only whether it asks for a password when opened.
 * The record that says so stands among the first, right behind the one that begins the workbook. */
gboolean ledger_old_workbook_is_locked (const guint8 *bytes, gsize length);

G_END_DECLS
