/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy of the sample ledger at FOLDER/NAME; its path. The build makes the sample once, on the day
 * 2026-03-10 ($ZHENGGAI_SAMPLE_LEDGER): forty papers to typeset and inspect are too much for each
 * test. A program started without it makes its own. */
char *ledger_test_sample_copy (const char *folder, const char *name);

G_END_DECLS
