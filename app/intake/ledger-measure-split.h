/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Several measures in one cell, taken apart at their numbering (1. 2.、一是 二是、①②) or, without
 * numbering, at line breaks. Numbers must run on from 1, so that “2026年” or “3.5亿” splits
 * nothing. The parts bear no number. One part where there is nothing to split; none for blank text.
 * Never NULL. */
GStrv ledger_measure_split (const char *text);

G_END_DECLS
