/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-value.h"

#include <string.h>

static LedgerValue *
make (int index)
{
  switch (index)
    {
    case 0:
      return ledger_value_new_none ();
    case 1:
      return ledger_value_new_text ("");
    case 2:
      return ledger_value_new_text ("整改");
    case 3:
      return ledger_value_new_text ("整治");
    case 4:
      return ledger_value_new_bytes ("整改", strlen ("整改"));
    case 5:
      return ledger_value_new_bytes (NULL, 0);
    case 6:
      return ledger_value_new_integer (0);
    case 7:
      return ledger_value_new_integer (G_MININT64);
    case 8:
      return ledger_value_new_text ("0");
    default:
      return ledger_value_new_bytes ("a\0b", 3);
    }
}

/* All ten differ from one another, and each equals its own second making. */
static void
test_equal (void)
{
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 10; j++)
      {
        g_autoptr (LedgerValue) a = make (i);
        g_autoptr (LedgerValue) b = make (j);
        g_assert_cmpint (ledger_value_equal (a, b), ==, i == j);
      }
  g_autoptr (LedgerValue) none = ledger_value_new_none ();
  g_assert_false (ledger_value_equal (none, NULL));
  g_assert_false (ledger_value_equal (NULL, none));
  g_assert_true (ledger_value_equal (NULL, NULL));
}

static void
test_content (void)
{
  gsize length = 99;
  g_autoptr (LedgerValue) text = ledger_value_new_text ("台账");
  g_assert_cmpint (ledger_value_get_tag (text), ==, LEDGER_VALUE_TEXT);
  g_assert_cmpstr (ledger_value_get_text (text), ==, "台账");
  g_assert_cmpint (ledger_value_get_integer (text), ==, 0);
  g_assert_cmpmem (ledger_value_get_data (text, &length), length, "台账", 6);

  g_autoptr (LedgerValue) bytes = ledger_value_new_bytes ("a\0b", 3);
  g_assert_null (ledger_value_get_text (bytes));
  g_assert_cmpmem (ledger_value_get_data (bytes, &length), length, "a\0b", 3);

  g_autoptr (LedgerValue) integer = ledger_value_new_integer (G_MAXINT64);
  g_assert_cmpint (ledger_value_get_integer (integer), ==, G_MAXINT64);
  g_assert_null (ledger_value_get_data (integer, &length));
  g_assert_cmpuint (length, ==, 0);

  g_autoptr (LedgerValue) sized = ledger_value_new_text_sized ("台账，旧", 6);
  g_assert_true (ledger_value_equal (sized, text));
}

static void
test_null_text_is_none (void)
{
  g_autoptr (LedgerValue) none = ledger_value_new_text (NULL);
  g_autoptr (LedgerValue) sized = ledger_value_new_text_sized (NULL, 0);
  g_assert_cmpint (ledger_value_get_tag (none), ==, LEDGER_VALUE_NONE);
  g_assert_cmpint (ledger_value_get_tag (sized), ==, LEDGER_VALUE_NONE);
}

static gpointer
hold_and_let_go (gpointer data)
{
  for (int i = 0; i < 20000; i++)
    {
      ledger_value_ref (data);
      ledger_value_unref (data);
    }
  return NULL;
}

static void
test_counted_by_threads (void)
{
  g_autoptr (LedgerValue) value = ledger_value_new_text ("同一个值");
  GThread *threads[3];
  for (int i = 0; i < 3; i++)
    threads[i] = g_thread_new ("value", hold_and_let_go, value);
  for (int i = 0; i < 3; i++)
    g_thread_join (threads[i]);
  g_assert_cmpstr (ledger_value_get_text (value), ==, "同一个值");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/equal", test_equal);
  g_test_add_func ("/value/content", test_content);
  g_test_add_func ("/value/null-text-is-none", test_null_text_is_none);
  g_test_add_func ("/value/counted-by-threads", test_counted_by_threads);
  return g_test_run ();
}
