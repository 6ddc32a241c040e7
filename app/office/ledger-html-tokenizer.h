/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts a web page into tags and texts, as tolerantly as browsers do and with nothing kept between
 * two calls: made for tables from the clipboard, not for pages. Comments, declarations, scripts and
 * styles are skipped. */
typedef enum
{
  LEDGER_HTML_END,
  LEDGER_HTML_TEXT,
  LEDGER_HTML_OPEN,
  LEDGER_HTML_CLOSE,
} LedgerHtmlToken;

/* On the stack; every pointer goes into the page. */
typedef struct
{
  const char *at;
  const char *end;
  char name[16];    /* of a tag, lower case; longer ones are cut */
  const char *text; /* of a text, or the attributes of an opening tag */
  gsize length;
} LedgerHtmlTokenizer;

void ledger_html_tokenizer_init (LedgerHtmlTokenizer *tokenizer, const char *html, gsize length);
LedgerHtmlToken ledger_html_tokenizer_next (LedgerHtmlTokenizer *tokenizer);

/* The value of an attribute of the tag just read, its entities resolved; NULL if it has none. */
char *ledger_html_tokenizer_dup_attribute (const LedgerHtmlTokenizer *tokenizer, const char *name);

/* Adds LENGTH bytes with entities resolved to OUT; every run of white space becomes one blank, as a
 * page shows it, and a protected blank a plain one. */
void ledger_html_tokenizer_add_text (GString *out, const char *text, gsize length);

G_END_DECLS
