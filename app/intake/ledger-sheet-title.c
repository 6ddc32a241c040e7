/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-sheet-title.h"

#include <string.h>

#include "ledger-deadline.h"
#include "ledger-text.h"

/* --- "单位：某市某局" --- */

/* Behind LABEL, a remark in brackets (盖章) and a colon; NULL where there is no colon: 各责任单位
 * in a title names none. */
static const char *
skip_label (const char *found, const char *label)
{
  found += strlen (label);
  if (g_str_has_prefix (found, "（") || *found == '(')
    {
      const char *wide = strstr (found, "）");
      const char *narrow = strchr (found, ')');

      if (wide == NULL && narrow == NULL)
        return NULL;
      found = g_utf8_next_char (wide != NULL ? wide : narrow);
    }
  while (g_unichar_isspace (g_utf8_get_char (found)))
    found = g_utf8_next_char (found);
  if (*found != ':' && !g_str_has_prefix (found, "："))
    return NULL;
  return g_utf8_next_char (found);
}

/* Up to a wide gap; NULL where nothing stands there. */
static char *
dup_first_word (const char *text)
{
  const char *end;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  for (end = text; *end != '\0' && !g_unichar_isspace (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);
  return end > text ? g_strndup (text, (gsize)(end - text)) : NULL;
}

static char *
find_in_row (const LedgerSheet *sheet, guint row, const char *label)
{
  guint n;
  const LedgerCell *cells = ledger_sheet_get_row (sheet, row, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *found = strstr (cells[i].text, label);
      const char *value = found != NULL ? skip_label (found, label) : NULL;
      char *word = value != NULL ? dup_first_word (value) : NULL;

      /* The label has a cell of its own: what it names stands in the next. */
      if (value != NULL && word == NULL && i + 1 < n)
        word = dup_first_word (cells[i + 1].text);
      if (word != NULL)
        return word;
    }
  return NULL;
}

static char *
find_labelled (const LedgerSheet *sheet, guint n_rows, const char *label)
{
  char *word = NULL;

  for (guint row = 0; row < n_rows && word == NULL; row++)
    word = find_in_row (sheet, row, label);
  return word;
}

/* --- 2026年某市某局巡察整改任务分解表 --- */

#define DIGIT "[0-9０-９]"
#define YEAR                                                                                                \
  "(?:(?:19|20|１９|２０)" DIGIT "{2}|[一二][〇○零Oo九][〇○零Oo一二三四五六七八九]{2})" \
  "\\s*(?:年度|年)?"
#define BRACKETED_YEAR "[（(〔\\[【]?\\s*" YEAR "\\s*[）)〕\\]】]?"
#define TERM "(?:第?[一二三四五六七八九十0-9０-９]+届)"

static char *
strip (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);

  return ledger_text_trim (rest);
}

/* Where the unit's name ends: at what it has done to it, or at whom it reports to. */
static gsize
find_end (const char *title)
{
  static const char *const ends[] = { "党组", "党委", "关于", "落实", "贯彻", "巡察", "巡视",
                                      "整改", "反馈", "市委", "省委", "县委", "区委", "中央" };
  gsize length = strlen (title);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *found = strstr (title, ends[i]);

      if (found != NULL && (gsize)(found - title) < length)
        length = (gsize)(found - title);
    }
  return length;
}

/* 中共某市某局委员会 is the party committee of 某市某局; 某市卫生健康委员会 is the unit itself. */
static char *
strip_party (const char *unit)
{
  return g_str_has_prefix (unit, "中共") ? strip (unit + strlen ("中共"), "委员会$")
                                         : g_strdup (unit);
}

char *
ledger_sheet_title_dup_unit_of (const char *title)
{
  g_autofree char *plain =
      strip (title, "^\\s*附件\\s*[0-9０-９一二三四五六七八九十]*\\s*[-—:：、.．]?\\s*");
  g_autofree char *undated = strip (plain, "^" BRACKETED_YEAR "[、，,]?\\s*");
  const gsize length = find_end (undated);
  g_autofree char *head = g_strndup (undated, length);
  g_autofree char *name = strip (head, "\\s*(?:" BRACKETED_YEAR "|" TERM ")\\s*$");
  g_autofree char *unit =
      g_str_has_prefix (undated + length, "党") ? g_strdup (name) : strip_party (name);
  const char *bare = g_str_has_prefix (unit, "中共") ? unit + strlen ("中共") : unit;

  /* Of a title without any such word nothing tells where a name ends; 各单位 is nobody's name. */
  if (length == strlen (undated) || g_utf8_strlen (bare, -1) < 3 || g_str_has_prefix (bare, "各"))
    return NULL;
  return g_strdup (bare);
}

char *
ledger_sheet_title_dup_unit (const LedgerSheet *sheet, guint n_rows)
{
  static const char *const labels[] = { "填报单位", "被巡察单位", "整改单位", "单位名称", "单位" };
  char *unit = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels) && unit == NULL; i++)
    unit = find_labelled (sheet, n_rows, labels[i]);
  for (guint row = 0; row < n_rows && unit == NULL; row++)
    {
      guint n;
      const LedgerCell *cells = ledger_sheet_get_row (sheet, row, &n);

      unit = n > 0 ? ledger_sheet_title_dup_unit_of (cells[0].text) : NULL;
    }
  return unit;
}

LedgerDay
ledger_sheet_title_find_feedback_date (const LedgerSheet *sheet, guint n_rows)
{
  g_autofree char *text = find_labelled (sheet, n_rows, "反馈时间");
  g_autofree char *other = text != NULL ? NULL : find_labelled (sheet, n_rows, "反馈日期");
  g_autoptr (LedgerDeadline) deadline =
      text != NULL || other != NULL
          ? ledger_deadline_parse (text != NULL ? text : other, ledger_day_today (), NULL)
          : NULL;

  return deadline != NULL && deadline->precision == LEDGER_PRECISION_DAY ? deadline->day
                                                                         : LEDGER_DAY_NONE;
}
