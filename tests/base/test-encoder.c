/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-digest.h"
#include "ledger-encoder.h"

#include <string.h>

/* The vectors were computed by another program. They stand for ever: where one of these tests
 * fails, the code is wrong and not the vector. */

static void
assert_digest (LedgerEncoder *encoder, const char *expected)
{
  guint8 digest[32];
  ledger_encoder_digest (encoder, digest);
  g_autofree char *hex = ledger_hex_encode (digest, sizeof digest);
  g_assert_cmpstr (hex, ==, expected);
}

static void
put_value (LedgerEncoder *encoder, const char *field, LedgerValue *value)
{
  ledger_encoder_put_text (encoder, "field", field);
  ledger_encoder_put_value (encoder, "value", value);
  ledger_value_unref (value);
}

static void
put_part (LedgerEncoder *encoder)
{
  guint8 salt[32];
  for (guint8 i = 0; i < sizeof salt; i++)
    salt[i] = i;

  ledger_encoder_put_header (encoder, "zgl-part-1");
  ledger_encoder_put_bytes (encoder, "salt", salt, sizeof salt);
  ledger_encoder_put_text (encoder, "type", "issue");
  ledger_encoder_put_text (encoder, "record", "0123456789abcdef0123456789abcdef");
  put_value (encoder, "text", ledger_value_new_text ("党委理论学习中心组学习不深入\n“三重一大”"));
  put_value (encoder, "due", ledger_value_new_integer (G_MININT64));
  put_value (encoder, "gone", ledger_value_new_none ());
  put_value (encoder, "raw", ledger_value_new_bytes ("\0:\n\xff", 4));
  put_value (encoder, "empty", ledger_value_new_text (""));
  ledger_encoder_put_integer (encoder, "sequence", 0);
}

static void
test_vector_part (void)
{
  static const char expected[] =
      "field:4:text\nvalue:62:t党委理论学习中心组学习不深入\n“三重一大”\n"
      "field:3:due\nvalue:21:i-9223372036854775808\nfield:4:gone\nvalue:1:n\n"
      "field:3:raw\nvalue:5:b\0:\n\xff\nfield:5:empty\nvalue:1:t\nsequence:1:0\n";
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  gsize length;

  put_part (encoder);
  const char *bytes = (const char *)ledger_encoder_peek (encoder, &length);
  g_assert_cmpuint (length, ==, 322);
  const gsize tail = sizeof expected - 1;
  g_assert_cmpmem (bytes + length - tail, tail, expected, tail);
  assert_digest (encoder, "82023aae9bd6209a453c29745f1f28546db55ffd998f175294c77705971ff24c");
}

static void
test_vector_edit (void)
{
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();

  ledger_encoder_put_header (encoder, "zgl-edit-1");
  ledger_encoder_put_bytes (encoder, "prev", NULL, 0);
  ledger_encoder_put_text (encoder, "kind", "edit");
  ledger_encoder_put_integer (encoder, "time", G_GINT64_CONSTANT (1785974400000));
  gsize length;
  const guint8 *bytes = ledger_encoder_peek (encoder, &length);
  static const char expected[] = "zgl-edit-1\nprev:0:\nkind:4:edit\ntime:13:1785974400000\n";
  g_assert_cmpmem (bytes, length, expected, strlen (expected));
  assert_digest (encoder, "6942420fe67dfeed7f1b71b1da58f749a278a898bca9f0d20283717a5a6b71aa");
}

/* SHA-256 of nothing, from FIPS 180. */
static void
test_reset (void)
{
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  put_part (encoder);
  ledger_encoder_reset (encoder);
  assert_digest (encoder, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  put_part (encoder);
  assert_digest (encoder, "82023aae9bd6209a453c29745f1f28546db55ffd998f175294c77705971ff24c");
}

static void
test_parse_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260305);
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (int i = 0; i < 500; i++)
    {
      gsize length = (gsize)g_rand_int_range (random, 0, 40);
      guint8 *data = g_malloc (length + 1);
      for (gsize k = 0; k < length; k++)
        data[k] = (guint8)g_rand_int_range (random, 0, 256);
      ledger_encoder_put_bytes (encoder, "n", data, length);
      g_ptr_array_add (put, g_bytes_new_take (data, length));
    }

  gsize length, offset = 0, name_length, value_length;
  const char *name, *value;
  const char *bytes = (const char *)ledger_encoder_peek (encoder, &length);
  for (guint i = 0; i < put->len; i++)
    {
      g_assert_true (ledger_encoder_parse_line (
          bytes, length, &offset, &name, &name_length, &value, &value_length));
      gsize size;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (put, i), &size);
      g_assert_cmpmem (name, name_length, "n", 1);
      g_assert_cmpmem (value, value_length, data, size);
    }
  g_assert_cmpuint (offset, ==, length);
  g_assert_false (ledger_encoder_parse_line (
      bytes, length, &offset, &name, &name_length, &value, &value_length));
}

static void
test_parse_refuses (void)
{
  static const char *const lines[] = {
    "",
    "zgl-part-1\n",
    ":1:a\n",
    "a:1:\n",
    "a:1:a",
    "a:1:ab\n",
    "a:01:a\n",
    "a:00:\n",
    "a:+1:a\n",
    "a:-1:a\n",
    "a: 1:a\n",
    "a:2:a\n",
    "a\nb:1:a\n",
    "a::\n",
    "a:1a\n",
    "a:1",
    "a:",
    "a",
    "a:0:",
    "a:1:a\r\n",
    "a:0x1:a\n",
    "a:99999999999999999999999:a\n",
    "a:18446744073709551615:a\n",
    "a:18446744073709551616:a\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      gsize offset = 0, name_length, value_length;
      const char *name, *value;
      /* A copy without a NUL behind it, so that reading too far is caught. */
      gsize length = strlen (lines[i]);
      g_autofree char *copy = g_memdup2 (lines[i], length);
      g_assert_false (ledger_encoder_parse_line (
          copy, length, &offset, &name, &name_length, &value, &value_length));
      g_assert_cmpuint (offset, ==, 0);
    }
}

static void
test_refuses_ambiguous_names (void)
{
  static const char *const names[] = { "", "a:b", "a\n" };
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
      ledger_encoder_put_text (encoder, names[i], "x");
      g_test_assert_expected_messages ();
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
      ledger_encoder_put_header (encoder, names[i]);
      g_test_assert_expected_messages ();
    }
  gsize length;
  ledger_encoder_peek (encoder, &length);
  g_assert_cmpuint (length, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoder/vector-part", test_vector_part);
  g_test_add_func ("/encoder/vector-edit", test_vector_edit);
  g_test_add_func ("/encoder/reset", test_reset);
  g_test_add_func ("/encoder/parse-back", test_parse_back);
  g_test_add_func ("/encoder/parse-refuses", test_parse_refuses);
  g_test_add_func ("/encoder/refuses-ambiguous-names", test_refuses_ambiguous_names);
  return g_test_run ();
}
