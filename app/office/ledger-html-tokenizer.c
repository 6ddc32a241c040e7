/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "ledger-html-tokenizer.h"

#include <string.h>

typedef struct
{
  const char *name;
  gunichar character;
} Entity;

static const Entity entities[] = {
  { "amp", '&' },       { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
  { "apos", '\'' },     { "nbsp", ' ' },     { "ensp", ' ' },     { "emsp", ' ' },
  { "ldquo", 0x201C },  { "rdquo", 0x201D }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
  { "middot", 0xB7 },   { "mdash", 0x2014 }, { "ndash", 0x2013 }, { "hellip", 0x2026 },
  { "times", 0xD7 },    { "deg", 0xB0 },     { "yen", 0xA5 },     { "bull", 0x2022 },
  { "permil", 0x2030 }, { "plusmn", 0xB1 },  { "divide", 0xF7 },  { "sect", 0xA7 },
};

void
ledger_html_tokenizer_init (LedgerHtmlTokenizer *tokenizer, const char *html, gsize length)
{
  *tokenizer = (LedgerHtmlTokenizer){ .at = html, .end = html + length };
}

static const char *
find (const char *at, const char *end, const char *what)
{
  return memmem (at, (gsize)(end - at), what, strlen (what));
}

/* Behind the next WHAT, or the end. */
static const char *
behind (const char *at, const char *end, const char *what)
{
  const char *found = find (at, end, what);

  return found != NULL ? found + strlen (what) : end;
}

/* Where a tag ends: a > within quotes does not count. */
static const char *
find_tag_end (const char *at, const char *end)
{
  char quote = '\0';

  for (; at < end; at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '>')
        return at;
      else if ((*at == '"' || *at == '\'') && at[-1] == '=')
        quote = *at;
    }
  return end;
}

static gboolean
is_raw (const char *name)
{
  return strcmp (name, "script") == 0 || strcmp (name, "style") == 0 || strcmp (name, "title") == 0
         || strcmp (name, "xml") == 0;
}

/* Scripts and styles end at their own closing tag and nowhere else. */
static void
skip_raw (LedgerHtmlTokenizer *tokenizer)
{
  const char *at = tokenizer->at;
  gsize length = strlen (tokenizer->name);

  for (;;)
    {
      const char *close = find (at, tokenizer->end, "</");

      if (close == NULL || (gsize)(tokenizer->end - close) < length + 2)
        {
          tokenizer->at = tokenizer->end;
          return;
        }
      at = close + 2;
      if (g_ascii_strncasecmp (at, tokenizer->name, length) == 0)
        {
          tokenizer->at = behind (at, tokenizer->end, ">");
          return;
        }
    }
}

static const char *
read_name (LedgerHtmlTokenizer *tokenizer, const char *at, const char *end)
{
  gsize length = 0;

  for (; at < end && (g_ascii_isalnum (*at) || *at == ':' || *at == '-'); at++)
    if (length + 1 < sizeof tokenizer->name)
      tokenizer->name[length++] = g_ascii_tolower (*at);
  tokenizer->name[length] = '\0';
  return at;
}

static LedgerHtmlToken
read_tag (LedgerHtmlTokenizer *tokenizer)
{
  const char *at = tokenizer->at + 1;
  gboolean closing = *at == '/';
  const char *end = find_tag_end (at, tokenizer->end);

  tokenizer->text = read_name (tokenizer, closing ? at + 1 : at, end);
  tokenizer->length = (gsize)(end - tokenizer->text);
  tokenizer->at = end < tokenizer->end ? end + 1 : end;
  if (!closing && is_raw (tokenizer->name))
    skip_raw (tokenizer);
  return closing ? LEDGER_HTML_CLOSE : LEDGER_HTML_OPEN;
}

static gboolean
is_tag (const char *at, const char *end)
{
  return at + 1 < end
         && (g_ascii_isalpha (at[1]) || (at[1] == '/' && at + 2 < end && g_ascii_isalpha (at[2])));
}

static gboolean
is_declaration (const char *at, const char *end)
{
  return at + 1 < end && (at[1] == '!' || at[1] == '?');
}

static LedgerHtmlToken
read_text (LedgerHtmlTokenizer *tokenizer)
{
  const char *at = tokenizer->at;

  tokenizer->text = at;
  for (at++; at < tokenizer->end; at++)
    if (*at == '<' && (is_tag (at, tokenizer->end) || is_declaration (at, tokenizer->end)))
      break;
  tokenizer->length = (gsize)(at - tokenizer->text);
  tokenizer->at = at;
  return LEDGER_HTML_TEXT;
}

LedgerHtmlToken
ledger_html_tokenizer_next (LedgerHtmlTokenizer *tokenizer)
{
  while (tokenizer->at < tokenizer->end)
    {
      const char *at = tokenizer->at;

      if (*at != '<')
        return read_text (tokenizer);
      if (is_tag (at, tokenizer->end))
        return read_tag (tokenizer);
      if (!is_declaration (at, tokenizer->end))
        return read_text (tokenizer);
      if (tokenizer->end - at >= 4 && memcmp (at, "<!--", 4) == 0)
        tokenizer->at = behind (at + 4, tokenizer->end, "-->");
      else
        tokenizer->at = behind (at, tokenizer->end, ">");
    }
  return LEDGER_HTML_END;
}

/* Reads name and value of one attribute; returns where the next begins, NULL at the end. */
static const char *
next_attribute (const char *at,
                const char *end,
                const char **name,
                gsize *name_length,
                const char **value,
                gsize *value_length)
{
  while (at < end && (g_ascii_isspace (*at) || *at == '/'))
    at++;
  if (at == end)
    return NULL;
  *name = at++;
  while (at < end && *at != '=' && !g_ascii_isspace (*at))
    at++;
  *name_length = (gsize)(at - *name);
  *value = at;
  *value_length = 0;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at == end || *at != '=')
    return at;
  for (at++; at < end && g_ascii_isspace (*at);)
    at++;
  if (at < end && (*at == '"' || *at == '\''))
    {
      const char *close = memchr (at + 1, *at, (gsize)(end - at - 1));

      *value = at + 1;
      *value_length = (gsize)((close != NULL ? close : end) - *value);
      return close != NULL ? close + 1 : end;
    }
  *value = at;
  while (at < end && !g_ascii_isspace (*at))
    at++;
  *value_length = (gsize)(at - *value);
  return at;
}

char *
ledger_html_tokenizer_dup_attribute (const LedgerHtmlTokenizer *tokenizer, const char *name)
{
  const char *at = tokenizer->text;
  const char *end = at + tokenizer->length;
  const char *found;
  const char *value;
  gsize found_length;
  gsize value_length;

  while ((at = next_attribute (at, end, &found, &found_length, &value, &value_length)) != NULL)
    if (found_length == strlen (name) && g_ascii_strncasecmp (found, name, found_length) == 0)
      {
        GString *text = g_string_sized_new (value_length);

        ledger_html_tokenizer_add_text (text, value, value_length);
        return g_string_free (text, FALSE);
      }
  return NULL;
}

static gunichar
read_number (const char *digits, gsize length)
{
  gboolean hex = length > 1 && g_ascii_tolower (digits[0]) == 'x';
  guint64 number = 0;

  for (gsize i = hex ? 1 : 0; i < length && number <= 0x10FFFF; i++)
    {
      int digit = hex ? g_ascii_xdigit_value (digits[i]) : g_ascii_digit_value (digits[i]);

      if (digit < 0)
        return 0;
      number = number * (hex ? 16 : 10) + (guint64)digit;
    }
  if (number == 0xA0)
    return ' ';
  return number >= 0x20 && number != 0x7F && g_unichar_validate ((gunichar)number)
             ? (gunichar)number
             : 0;
}

/* The character of the entity at AT ("&amp;"), and how long it is written; 0 where it is none. */
static gunichar
read_entity (const char *at, const char *end, gsize *length)
{
  const char *semicolon = memchr (at, ';', (gsize)MIN (end - at, 12));
  gsize inner;

  if (semicolon == NULL)
    return 0;
  inner = (gsize)(semicolon - at) - 1;
  *length = inner + 2;
  if (at[1] == '#')
    return read_number (at + 2, inner - 1);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == inner && memcmp (entities[i].name, at + 1, inner) == 0)
      return entities[i].character;
  return 0;
}

void
ledger_html_tokenizer_add_text (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize used = 1;
      gunichar character = *text == '&' ? read_entity (text, end, &used) : 0;

      if (character != 0)
        g_string_append_unichar (out, character);
      else if (g_ascii_isspace (*text))
        {
          used = 1;
          if (out->len == 0 || strchr (" \n", out->str[out->len - 1]) == NULL)
            g_string_append_c (out, ' ');
        }
      else if (end - text >= 2 && memcmp (text, "\xC2\xA0", 2) == 0)
        {
          used = 2;
          g_string_append_c (out, ' ');
        }
      else
        {
          used = 1;
          if ((guchar)*text >= 0x20 && *text != 0x7F)
            g_string_append_c (out, *text);
        }
      text += used;
    }
}
