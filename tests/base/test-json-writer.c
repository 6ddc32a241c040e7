/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-json-writer.h"

static void
write_sample (LedgerJsonWriter *writer)
{
  ledger_json_writer_begin_object (writer, NULL);
  ledger_json_writer_text (writer, "title", "“立行立改”\n\"a\\b\"");
  ledger_json_writer_text (writer, "due", NULL);
  ledger_json_writer_integer (writer, "least", G_MININT64);
  ledger_json_writer_boolean (writer, "closed", TRUE);
  ledger_json_writer_begin_array (writer, "list");
  ledger_json_writer_integer (writer, NULL, 1);
  ledger_json_writer_text (writer, NULL, "二");
  ledger_json_writer_begin_object (writer, NULL);
  ledger_json_writer_end_object (writer);
  ledger_json_writer_end_array (writer);
  ledger_json_writer_end_object (writer);
}

static void
test_one_line (void)
{
  g_autoptr (LedgerJsonWriter) writer = ledger_json_writer_new ();
  write_sample (writer);
  g_autofree char *json = ledger_json_writer_finish (writer, FALSE);
  g_assert_cmpstr (json,
                   ==,
                   "{\"title\":\"“立行立改”\\n\\\"a\\\\b\\\"\",\"due\":null,"
                   "\"least\":-9223372036854775808,\"closed\":true,\"list\":[1,\"二\",{}]}");
}

static void
test_indented (void)
{
  g_autoptr (LedgerJsonWriter) writer = ledger_json_writer_new ();
  ledger_json_writer_begin_object (writer, NULL);
  ledger_json_writer_integer (writer, "n", 3);
  ledger_json_writer_end_object (writer);
  g_autofree char *json = ledger_json_writer_finish (writer, TRUE);
  g_assert_cmpstr (json, ==, "{\n  \"n\" : 3\n}");
}

static void
test_broken_text_becomes_valid (void)
{
  g_autoptr (LedgerJsonWriter) writer = ledger_json_writer_new ();
  ledger_json_writer_begin_array (writer, NULL);
  ledger_json_writer_text (writer, NULL, "a\xff");
  ledger_json_writer_end_array (writer);
  g_autofree char *json = ledger_json_writer_finish (writer, FALSE);
  g_assert_cmpstr (json, ==, "[\"a\xef\xbf\xbd\"]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/one-line", test_one_line);
  g_test_add_func ("/json-writer/indented", test_indented);
  g_test_add_func ("/json-writer/broken-text-becomes-valid", test_broken_text_becomes_valid);
  return g_test_run ();
}
