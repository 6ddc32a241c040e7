/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Initials and order of the 3,755 level-1 characters of GB 2312, whose code order is pinyin order;
 * no library and no table of readings. Rarer characters have no initial, but for some surnames (闫,
 * 覃). A few characters are read otherwise as surnames (单, 解, 仇): so they are at the start of a
 * text of at most four characters. */

/* "张伟" gives "zw"; a letter or digit stands for itself, a character without initial is left out.
 */
char *ledger_pinyin_initials (const char *text);
/* A key whose byte order is the order of a Chinese list of names: level-1 characters by pinyin,
 * then the rest by code point; digits and letters before both. Printable ASCII. */
char *ledger_pinyin_sort_key (const char *text);
/* Whether TEXT contains WORDS as text (folded) or its initials contain them; of a character
 * with two readings either counts. */
gboolean ledger_pinyin_matches (const char *text, const char *words);

G_END_DECLS
