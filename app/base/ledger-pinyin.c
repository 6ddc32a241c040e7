/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-pinyin.h"

#include "ledger-text.h"

#include <string.h>

#define LEVEL_1_FIRST 0xb0a1
#define LEVEL_1_LAST 0xd7f9
/* A surname is read as one only at the start of something as short as a name. */
#define NAME_LENGTH 4

typedef struct
{
  guint16 first; /* GB 2312 code of the first character read with LETTER */
  char letter;
} Boundary;

static const Boundary boundaries[] = {
  { 0xb0a1, 'a' }, { 0xb0c5, 'b' }, { 0xb2c1, 'c' }, { 0xb4ee, 'd' }, { 0xb6ea, 'e' },
  { 0xb7a2, 'f' }, { 0xb8c1, 'g' }, { 0xb9fe, 'h' }, { 0xbbf7, 'j' }, { 0xbfa6, 'k' },
  { 0xc0ac, 'l' }, { 0xc2e8, 'm' }, { 0xc4c3, 'n' }, { 0xc5b6, 'o' }, { 0xc5be, 'p' },
  { 0xc6da, 'q' }, { 0xc8bb, 'r' }, { 0xc8f6, 's' }, { 0xcbfa, 't' }, { 0xcdda, 'w' },
  { 0xcef4, 'x' }, { 0xd1b9, 'y' }, { 0xd4d1, 'z' },
};

typedef struct
{
  gunichar character;
  guint16 like;      /* code of a level-1 character of the same sound */
  char other;        /* a second reading's initial, or '\0' */
  gboolean anywhere; /* rarer than level 1: it has no other reading to be taken from its code */
} Surname;

static const Surname surnames[] = {
  { 0x5355, 0xc9c6, 'd', FALSE }, /* 单 as 善 */
  { 0x89e3, 0xd0bb, 'j', FALSE }, /* 解 as 谢 */
  { 0x67e5, 0xd4fa, 'c', FALSE }, /* 查 as 扎 */
  { 0x7fdf, 0xd5ac, 'd', FALSE }, /* 翟 as 宅 */
  { 0x4ec7, 0xc7f3, 'c', FALSE }, /* 仇 as 求 */
  { 0x533a, 0xc5b7, 'q', FALSE }, /* 区 as 欧 */
  { 0x53ec, 0xc9d9, 'z', FALSE }, /* 召 as 少 */
  { 0x66fe, 0xd4f6, 'c', FALSE }, /* 曾 as 增 */
  { 0x8983, 0xc7d8, 't', TRUE },  /* 覃 as 秦 */
  { 0x95eb, 0xd1cf, '\0', TRUE }, /* 闫 as 严 */
  { 0x891a, 0xb3fe, '\0', TRUE }, /* 褚 as 楚 */
  { 0x8c0c, 0xb3c2, '\0', TRUE }, /* 谌 as 陈 */
  { 0x4f5f, 0xcdaf, '\0', TRUE }, /* 佟 as 童 */
  { 0x95f5, 0xc3f4, '\0', TRUE }, /* 闵 as 敏 */
  { 0x7f2a, 0xc3ee, '\0', TRUE }, /* 缪 as 妙 */
  { 0x909d, 0xbff3, '\0', TRUE }, /* 邝 as 矿 */
  { 0x90ac, 0xcedd, '\0', TRUE }, /* 邬 as 屋 */
  { 0x683e, 0xc2cd, '\0', TRUE }, /* 栾 as 峦 */
  { 0x4f58, 0xc9df, '\0', TRUE }, /* 佘 as 蛇 */
  { 0x82ae, 0xc8f1, '\0', TRUE }, /* 芮 as 锐 */
  { 0x5c91, 0xb2e3, '\0', TRUE }, /* 岑 as 层 */
  { 0x664f, 0xd1e3, '\0', TRUE }, /* 晏 as 雁 */
  { 0x80e5, 0xd0eb, '\0', TRUE }, /* 胥 as 须 */
  { 0x8340, 0xd1b0, '\0', TRUE }, /* 荀 as 寻 */
  { 0x853a, 0xc1df, '\0', TRUE }, /* 蔺 as 吝 */
  { 0x77bf, 0xc7fe, '\0', TRUE }, /* 瞿 as 渠 */
  { 0x6ed5, 0xccdb, '\0', TRUE }, /* 滕 as 疼 */
  { 0x81e7, 0xd4e0, '\0', TRUE }, /* 臧 as 脏 */
  { 0x9697, 0xceaf, 'k', TRUE },  /* 隗 as 委 */
  { 0x8398, 0xc9ea, 'x', TRUE },  /* 莘 as 申 */
};

typedef struct
{
  gunichar character;
  guint16 code;           /* where it stands in the order of sounds; 0: nowhere */
  const Surname *surname; /* or NULL */
} Sound;

static gboolean
is_level_1 (guint code)
{
  return code >= LEVEL_1_FIRST && code <= LEVEL_1_LAST;
}

/* The first letter of the sound at CODE; '\0' outside level 1. */
static char
letter_of (guint16 code)
{
  if (!is_level_1 (code))
    return '\0';
  gsize i = G_N_ELEMENTS (boundaries) - 1;
  while (boundaries[i].first > code)
    i--;
  return boundaries[i].letter;
}

static const Surname *
find_surname (gunichar character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (surnames[i].character == character)
      return &surnames[i];
  return NULL;
}

/* Moves *BYTES behind one character of GB 18030, which holds GB 2312 as it is. */
static guint16
take_code (const guchar **bytes)
{
  const guchar *at = *bytes;
  if (at[0] < 0x80)
    {
      *bytes += 1;
      return 0;
    }
  gboolean four = at[1] >= '0' && at[1] <= '9';
  *bytes += four ? 4 : 2;
  guint16 code = four ? 0 : (guint16)(at[0] << 8 | at[1]);
  /* GBK put other characters between the rows of GB 2312. */
  return is_level_1 (code) && at[1] >= 0xa1 ? code : 0;
}

static Sound
sound_new (gunichar character, guint16 code, gboolean may_be_surname)
{
  Sound sound = { .character = character, .code = code };
  const Surname *surname = find_surname (character);

  if (surname != NULL && (surname->anywhere || may_be_surname))
    {
      sound.surname = surname;
      sound.code = surname->like;
    }
  return sound;
}

/* One Sound a character. Full-width letters and digits have become ASCII, letters lower case. */
static GArray *
sounds_of (const char *text)
{
  GArray *sounds = g_array_new (FALSE, FALSE, sizeof (Sound));
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *gb = g_convert (valid, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  const guchar *bytes = (const guchar *)gb;
  gboolean short_as_name = g_utf8_strlen (valid, -1) <= NAME_LENGTH;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint16 code = bytes != NULL ? take_code (&bytes) : 0;
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (c < 0x80)
        c = (gunichar)g_ascii_tolower ((char)c);
      Sound sound = sound_new (c, code, at == valid && short_as_name);
      g_array_append_val (sounds, sound);
    }
  return sounds;
}

static char
initial_of (const Sound *sound)
{
  if (sound->character < 0x80 && g_ascii_isalnum ((char)sound->character))
    return (char)sound->character;
  return letter_of (sound->code);
}

char *
ledger_pinyin_initials (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GArray) sounds = sounds_of (text);
  GString *initials = g_string_sized_new (sounds->len);
  for (guint i = 0; i < sounds->len; i++)
    {
      char initial = initial_of (&g_array_index (sounds, Sound, i));
      if (initial != '\0')
        g_string_append_c (initials, initial);
    }
  return g_string_free (initials, FALSE);
}

/* '{' and '|' come behind every letter and digit of ASCII. Those of one sound read elsewhere follow
 * the character of level 1 that has it. */
static void
append_key (GString *key, const Sound *sound)
{
  gunichar c = sound->character;
  if (c < '{')
    g_string_append_c (key, (char)c);
  else if (sound->surname != NULL)
    g_string_append_printf (key, "{%04x~%06x", sound->code, c);
  else if (sound->code != 0)
    g_string_append_printf (key, "{%04x", sound->code);
  else
    g_string_append_printf (key, "|%06x", c);
}

char *
ledger_pinyin_sort_key (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (GArray) sounds = sounds_of (text);
  GString *key = g_string_sized_new (sounds->len * 5);
  for (guint i = 0; i < sounds->len; i++)
    append_key (key, &g_array_index (sounds, Sound, i));
  return g_string_free (key, FALSE);
}

/* The characters that can be typed by a letter, in their order. */
static void
drop_silent (GArray *sounds)
{
  for (guint i = sounds->len; i > 0; i--)
    if (initial_of (&g_array_index (sounds, Sound, i - 1)) == '\0')
      g_array_remove_index (sounds, i - 1);
}

static gboolean
sounds_like (const Sound *sound, char letter)
{
  return initial_of (sound) == letter
         || (sound->surname != NULL && sound->surname->other == letter && letter != '\0');
}

static gboolean
begins_at (GArray *sounds, guint start, const char *letters)
{
  for (guint i = 0; letters[i] != '\0'; i++)
    if (!sounds_like (&g_array_index (sounds, Sound, start + i), letters[i]))
      return FALSE;
  return TRUE;
}

gboolean
ledger_pinyin_matches (const char *text, const char *words)
{
  g_return_val_if_fail (text != NULL && words != NULL, FALSE);

  g_autofree char *folded = ledger_text_fold (text);
  g_autofree char *letters = ledger_text_fold (words);
  if (ledger_text_contains_folded (folded, letters))
    return TRUE;

  const gsize length = strlen (letters);
  g_autoptr (GArray) sounds = sounds_of (text);
  drop_silent (sounds);
  for (guint start = 0; start + length <= sounds->len; start++)
    if (begins_at (sounds, start, letters))
      return TRUE;
  return FALSE;
}
