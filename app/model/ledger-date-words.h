/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy of TEXT in which dates are easy to read: full-width forms as ASCII, all dashes as '-',
 * Chinese numbers before 年 月 日 号 季 个 周 天 (and in 第N) as digits, blanks removed unless they
 * part two digits. For reading only, never stored. */
char *ledger_date_words_simplify (const char *text);

G_END_DECLS
