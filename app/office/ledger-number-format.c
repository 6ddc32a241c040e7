/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-number-format.h"

#include <math.h>
#include <string.h>

typedef enum
{
  TOKEN_LITERAL,
  TOKEN_YEAR,
  TOKEN_MONTH,
  TOKEN_DAY,
  TOKEN_WEEKDAY,
  TOKEN_HOUR,
  TOKEN_MINUTE,
  TOKEN_SECOND,
  TOKEN_HALF_DAY,
  TOKEN_NUMBER,
} TokenKind;

typedef struct
{
  TokenKind kind;
  guint count;  /* how often the letter stands there */
  char text[8]; /* of a literal: one character */
} Token;

struct _LedgerNumberFormat
{
  GArray *tokens;
  gboolean is_date;
  gboolean is_time;
  gboolean elapsed;   /* [h]: hours beyond a day are counted on */
  gboolean half_days; /* hours from 1 to 12 */
  gboolean plain;     /* shown as a plain number */
  guint digits;       /* zeros before the point */
  guint decimals;
  guint optional; /* of the decimals: # or ? */
  gboolean grouped;
  double scale;
};

enum
{
  MAX_CODE = 255, /* characters; longer ones are no format */
  MAX_DECIMALS = 30,
};

static const char *const weekdays[] = { "一", "二", "三", "四", "五", "六", "日" };

static void
add_token (LedgerNumberFormat *format, TokenKind kind, guint count)
{
  Token token = { kind, count, "" };

  g_array_append_val (format->tokens, token);
}

/* One character of the code as it stands; returns where the next begins. */
static const char *
add_literal (LedgerNumberFormat *format, const char *at)
{
  Token token = { TOKEN_LITERAL, 1, "" };
  const char *next = g_utf8_next_char (at);

  memcpy (token.text, at, (gsize)(next - at));
  g_array_append_val (format->tokens, token);
  return next;
}

static const char *
read_quoted (LedgerNumberFormat *format, const char *at)
{
  for (at++; *at != '\0' && *at != '"';)
    at = add_literal (format, at);
  return *at == '"' ? at + 1 : at;
}

/* [h], [mm] and [ss] count on; [$¥-804] shows a currency; colours and conditions show nothing. */
static const char *
read_bracket (LedgerNumberFormat *format, const char *at)
{
  const char *end = strchr (at, ']');
  char letter = g_ascii_tolower (at[1]);

  if (end == NULL)
    return at + strlen (at);
  if (letter != '\0' && strchr ("hms", letter) != NULL
      && strspn (at + 1, "hHmMsS") == (gsize)(end - at - 1))
    {
      format->elapsed = TRUE;
      add_token (format,
                 letter == 'h'   ? TOKEN_HOUR
                 : letter == 'm' ? TOKEN_MINUTE
                                 : TOKEN_SECOND,
                 (guint)(end - at - 1));
      format->is_time = TRUE;
    }
  else if (at[1] == '$')
    for (at += 2; at < end && *at != '-';)
      at = add_literal (format, at);
  return end + 1;
}

static TokenKind
letter_kind (char letter)
{
  switch (letter)
    {
    case 'y':
    case 'e':
      return TOKEN_YEAR;
    case 'm':
      return TOKEN_MONTH;
    case 'd':
      return TOKEN_DAY;
    case 'a':
      return TOKEN_WEEKDAY;
    case 'h':
      return TOKEN_HOUR;
    case 's':
      return TOKEN_SECOND;
    default:
      return TOKEN_LITERAL;
    }
}

static const char *
read_letters (LedgerNumberFormat *format, const char *at)
{
  char letter = g_ascii_tolower (*at);
  TokenKind kind = letter_kind (letter);
  guint count = 0;

  if (kind == TOKEN_LITERAL)
    return add_literal (format, at);
  while (g_ascii_tolower (at[count]) == letter)
    count++;
  if (kind == TOKEN_DAY && count > 2)
    kind = TOKEN_WEEKDAY;
  /* One e is the whole year. */
  add_token (format, kind, letter == 'e' ? 4 : count);
  return at + count;
}

static const char *
read_number (LedgerNumberFormat *format, const char *at)
{
  gboolean after_point = FALSE;
  guint commas = 0; /* behind the last digit: each divides by a thousand */

  for (; *at != '\0' && strchr ("0#?.,", *at) != NULL; at++)
    {
      if (*at == '.')
        after_point = TRUE;
      else if (*at == ',')
        commas++;
      else
        {
          format->grouped |= commas > 0;
          commas = 0;
          format->digits += !after_point && *at == '0';
          format->decimals += after_point;
          format->optional += after_point && *at != '0';
        }
    }
  for (; commas > 0; commas--)
    format->scale /= 1000;
  add_token (format, TOKEN_NUMBER, 1);
  return at;
}

static gboolean
skip_word (const char **at, const char *word)
{
  if (g_ascii_strncasecmp (*at, word, strlen (word)) != 0)
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static const char *
read_half_day (LedgerNumberFormat *format, const char *at)
{
  if (!skip_word (&at, "AM/PM") && !skip_word (&at, "A/P"))
    skip_word (&at, "上午/下午");
  format->half_days = TRUE;
  add_token (format, TOKEN_HALF_DAY, 1);
  return at;
}

static gboolean
is_half_day (const char *at)
{
  return skip_word (&at, "AM/PM") || skip_word (&at, "A/P") || skip_word (&at, "上午/下午");
}

/* Reads one thing of the code, and returns where the next begins. */
static const char *
read_one (LedgerNumberFormat *format, const char *at)
{
  if (is_half_day (at))
    return read_half_day (format, at);
  if (skip_word (&at, "General") || skip_word (&at, "G/通用格式"))
    {
      format->plain = TRUE;
      return at;
    }
  if (*at == '"')
    return read_quoted (format, at);
  if (*at == '[')
    return read_bracket (format, at);
  if (*at == '\\')
    return at[1] != '\0' ? add_literal (format, at + 1) : at + 1;
  if (*at == '_' || *at == '*') /* the width of a character; a character to fill with */
    return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
  if (*at != '\0' && strchr ("0#?", *at) != NULL)
    return read_number (format, at);
  if (*at == '%')
    format->scale *= 100;
  if (*at == '@')
    {
      format->plain = TRUE;
      return at + 1;
    }
  return read_letters (format, at);
}

/* An m behind hours or before seconds is minutes. */
static void
tell_minutes (GArray *tokens)
{
  TokenKind previous = TOKEN_LITERAL;
  Token *waiting = NULL;

  for (guint i = 0; i < tokens->len; i++)
    {
      Token *token = &g_array_index (tokens, Token, i);

      if (token->kind == TOKEN_LITERAL || token->kind == TOKEN_HALF_DAY)
        continue;
      if (token->kind == TOKEN_MONTH && token->count <= 2 && previous == TOKEN_HOUR)
        token->kind = TOKEN_MINUTE;
      else if (token->kind == TOKEN_SECOND && waiting != NULL && previous == TOKEN_MONTH)
        waiting->kind = TOKEN_MINUTE;
      waiting = token->kind == TOKEN_MONTH && token->count <= 2 ? token : NULL;
      previous = token->kind;
    }
}

static void
settle (LedgerNumberFormat *format)
{
  guint numbers = 0;

  tell_minutes (format->tokens);
  for (guint i = 0; i < format->tokens->len; i++)
    {
      const Token *token = &g_array_index (format->tokens, Token, i);
      TokenKind kind = token->kind;

      numbers += kind == TOKEN_NUMBER;
      format->is_date |= kind == TOKEN_YEAR || kind == TOKEN_MONTH || kind == TOKEN_DAY
                         || (kind == TOKEN_WEEKDAY && token->count > 2);
      format->is_time |= kind == TOKEN_HOUR || kind == TOKEN_MINUTE || kind == TOKEN_SECOND;
    }
  /* "0.00E+00" has an e, "ss.0" a number: what comes first decides. */
  if (format->tokens->len > 0 && numbers > 0
      && g_array_index (format->tokens, Token, 0).kind == TOKEN_NUMBER)
    format->is_date = format->is_time = FALSE;
  if (!format->is_date && !format->is_time && (numbers != 1 || format->decimals > MAX_DECIMALS))
    format->plain = TRUE;
}

static gboolean
is_exponent (const char *at)
{
  return g_ascii_tolower (*at) == 'e' && (at[1] == '+' || at[1] == '-');
}

LedgerNumberFormat *
ledger_number_format_new (const char *code)
{
  LedgerNumberFormat *format = g_new0 (LedgerNumberFormat, 1);
  const char *at = code;

  format->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  format->scale = 1;
  if (code == NULL || !g_utf8_validate (code, -1, NULL) || g_utf8_strlen (code, -1) > MAX_CODE)
    at = "";
  /* Only the section for positive numbers: the others differ in sign and colour. */
  while (*at != '\0' && *at != ';')
    {
      if (is_exponent (at) || *at == '/')
        {
          /* A fraction and a power are shown plainly; a date goes on behind its slash. */
          format->plain |=
              is_exponent (at)
              || (format->tokens->len > 0
                  && g_array_index (format->tokens, Token, format->tokens->len - 1).kind
                         == TOKEN_NUMBER);
          at = add_literal (format, at);
        }
      else
        at = read_one (format, at);
    }
  settle (format);
  return format;
}

void
ledger_number_format_free (LedgerNumberFormat *format)
{
  g_array_unref (format->tokens);
  g_free (format);
}

gboolean
ledger_number_format_is_date (const LedgerNumberFormat *format)
{
  return format != NULL && format->is_date;
}

static void
show_plain (double number, GString *text)
{
  char shown[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < 1e15 && number == trunc (number))
    g_string_append_printf (text, "%" G_GINT64_FORMAT, (gint64)number);
  else
    g_string_append (text, g_ascii_formatd (shown, sizeof shown, "%.15g", number));
}

/* The digits of WHOLE, with zeros before and commas between as the format says. */
static void
add_whole (const LedgerNumberFormat *format, const char *whole, gsize length, GString *text)
{
  gsize zeros = format->digits > length ? format->digits - length : 0;
  gsize total = zeros + length;

  if (format->digits == 0 && length == 1 && *whole == '0' && format->decimals > 0)
    return; /* "#.0" shows .5 */
  for (gsize i = 0; i < total; i++)
    {
      if (format->grouped && i > 0 && (total - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, i < zeros ? '0' : whole[i - zeros]);
    }
}

static void
add_number (const LedgerNumberFormat *format, double number, GString *text)
{
  char code[16];
  char shown[400];
  const char *point;
  gsize decimals;

  g_snprintf (code, sizeof code, "%%.%uf", format->decimals);
  g_ascii_formatd (shown, sizeof shown, code, fabs (number));
  point = strchr (shown, '.');
  add_whole (format, shown, point != NULL ? (gsize)(point - shown) : strlen (shown), text);
  decimals = point != NULL ? strlen (point + 1) : 0;
  for (guint i = 0; i < format->optional && decimals > 0 && point[decimals] == '0'; i++)
    decimals--;
  if (decimals > 0)
    g_string_append_len (text, point, (gssize)decimals + 1);
}

static void
show_number (const LedgerNumberFormat *format, double number, GString *text)
{
  double scaled = number * format->scale;

  if (!(fabs (scaled) < 1e300))
    {
      show_plain (number, text);
      return;
    }
  if (scaled < 0)
    g_string_append_c (text, '-');
  for (guint i = 0; i < format->tokens->len; i++)
    {
      const Token *token = &g_array_index (format->tokens, Token, i);

      if (token->kind == TOKEN_NUMBER)
        add_number (format, scaled, text);
      else
        g_string_append (text, token->text);
    }
}

static void
add_padded (GString *text, gint64 value, guint count)
{
  g_string_append_printf (text, "%0*" G_GINT64_FORMAT, count >= 2 ? 2 : 1, value);
}

/* SECONDS of the day, or of all days where the format counts on. */
static void
add_clock (const LedgerNumberFormat *format, const Token *token, gint64 seconds, GString *text)
{
  gint64 hours = seconds / 3600;

  if (token->kind == TOKEN_HOUR && format->half_days)
    hours = (hours + 11) % 12 + 1;
  if (token->kind == TOKEN_HOUR)
    add_padded (text, hours, token->count);
  else if (token->kind == TOKEN_MINUTE)
    add_padded (text, seconds / 60 % 60, token->count);
  else if (token->kind == TOKEN_SECOND)
    add_padded (text, seconds % 60, token->count);
  else
    g_string_append (text, seconds < 12 * 3600 ? "上午" : "下午");
}

static void
add_date (const Token *token, LedgerDay day, GString *text)
{
  int year, month, dom;

  ledger_day_split (day, &year, &month, &dom);
  if (token->kind == TOKEN_YEAR && token->count <= 2)
    add_padded (text, year % 100, 2);
  else if (token->kind == TOKEN_YEAR)
    g_string_append_printf (text, "%04d", year);
  else if (token->kind == TOKEN_MONTH)
    add_padded (text, month, token->count <= 2 ? token->count : 1);
  else if (token->kind == TOKEN_DAY)
    add_padded (text, dom, token->count);
  else
    g_string_append_printf (
        text, "%s%s", token->count > 3 ? "星期" : "", weekdays[ledger_day_weekday (day) - 1]);
}

static void
show_moment (const LedgerNumberFormat *format, double number, LedgerDay day, GString *text)
{
  double days = format->elapsed ? number : number - floor (number);
  gint64 seconds = (gint64)floor (days * 86400 + 0.5);

  for (guint i = 0; i < format->tokens->len; i++)
    {
      const Token *token = &g_array_index (format->tokens, Token, i);

      if (token->kind == TOKEN_LITERAL)
        g_string_append (text, token->text);
      else if (token->kind >= TOKEN_HOUR && token->kind <= TOKEN_HALF_DAY)
        add_clock (format, token, seconds, text);
      else if (token->kind != TOKEN_NUMBER && day != LEDGER_DAY_NONE)
        add_date (token, day, text);
    }
}

void
ledger_number_format_show (const LedgerNumberFormat *format,
                           double number,
                           LedgerDay day,
                           GString *text)
{
  gboolean moment = format != NULL && (format->is_date || format->is_time);

  if (moment && (format->is_date ? day != LEDGER_DAY_NONE : number >= 0 && number < 1e6))
    show_moment (format, number, day, text);
  else if (format == NULL || format->plain || moment)
    show_plain (number, text);
  else
    show_number (format, number, text);
}
