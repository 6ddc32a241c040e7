/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-text-encoding.h"

#include <string.h>

static const char *const sample =
    "序号,问题,完成时限\n1,学懂弄通做实党的创新理论有落差，\n2,𠀀㐀龥\n";

static void
check (const char *bytes, gsize size, const char *expected, gboolean expected_doubt)
{
  const char *encoding;
  gboolean doubtful;
  gsize length;
  g_autofree char *text =
      ledger_text_encoding_decode (bytes, size, NULL, &length, &encoding, &doubtful);

  g_assert_cmpstr (encoding, ==, expected);
  g_assert_cmpstr (text, ==, sample);
  g_assert_cmpuint (length, ==, strlen (sample));
  g_assert_cmpint (doubtful, ==, expected_doubt);
}

static void
test_encodings (void)
{
  const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\xEF\xBB\xBF", 3 },
    { "GB18030", "", 0 },
    { "GB18030", "\x84\x31\x95\x33", 4 },
    { "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "\xFE\xFF", 2 },
    { "UTF-16BE", "", 0 },
    { "UTF-32LE", "\xFF\xFE\0\0", 4 },
    { "UTF-32BE", "\0\0\xFE\xFF", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size;
      g_autofree char *body = g_convert (sample, -1, cases[i].encoding, "UTF-8", NULL, &size, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_assert_nonnull (body);
      g_byte_array_append (bytes, (const guint8 *)cases[i].mark, (guint)cases[i].mark_length);
      g_byte_array_append (bytes, (const guint8 *)body, (guint)size);
      check ((const char *)bytes->data, bytes->len, cases[i].encoding, FALSE);
    }
}

/* Big5 cannot be told from GB18030 for certain: it has to come out doubtful or not at all. */
static void
test_big5 (void)
{
  gsize size;
  gsize length;
  const char *encoding;
  gboolean doubtful;
  g_autofree char *bytes = g_convert ("序號,問題,完成時限\n1,學習貫徹中央精神還有差距,三月底\n",
                                      -1,
                                      "BIG5",
                                      "UTF-8",
                                      NULL,
                                      &size,
                                      NULL);
  g_autofree char *guessed = NULL;
  g_autofree char *chosen = NULL;

  g_assert_nonnull (bytes);
  guessed = ledger_text_encoding_decode (bytes, size, NULL, &length, &encoding, &doubtful);
  g_assert_true (guessed == NULL || doubtful);
  chosen = ledger_text_encoding_decode (bytes, size, "BIG5", &length, &encoding, &doubtful);
  g_assert_true (g_str_has_prefix (chosen, "序號,問題"));
  g_assert_false (doubtful);
}

static void
test_no_text (void)
{
  const struct
  {
    const char *bytes;
    gsize size;
  } cases[] = {
    { "\x01\x02\x03\x04", 4 },     { "abc\0def\0\0", 9 },
    { "\xFF\xFF\xFF", 3 },         { "\xFF\xFE\x41", 3 },
    { "\xEF\xBB\xBF\xC3\x28", 5 }, { "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *encoding;
      gboolean doubtful;
      gsize length;

      g_assert_null (ledger_text_encoding_decode (
          cases[i].bytes, cases[i].size, NULL, &length, &encoding, &doubtful));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-encoding/encodings", test_encodings);
  g_test_add_func ("/text-encoding/big5", test_big5);
  g_test_add_func ("/text-encoding/no-text", test_no_text);
  return g_test_run ();
}
