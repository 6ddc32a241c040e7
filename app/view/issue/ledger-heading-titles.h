/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"

G_BEGIN_DECLS

/* TEXT without the 一、 or （一） that its list put before it: on the screen a heading bears 1.2,
 * and only on paper the other. What is nothing but a number stays. */
const char *ledger_heading_titles_skip_numeral (const char *text);
/* “1.2 学习贯彻不够” for each heading, in the order of ledger_document_get_headings(); of equal
 * numbers the later as 1.2·重. Elements are freed with the array. */
GPtrArray *ledger_heading_titles_list (LedgerDocument *document);

G_END_DECLS
