/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-row.h"

static LedgerRow *
new_row (void)
{
  static const char *const texts[] = { "办公室", "财务科", NULL };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_row_free);
  LedgerRow *inner = ledger_row_new ();
  LedgerRow *row = ledger_row_new ();

  ledger_row_put_integer (inner, "n", 7);
  g_ptr_array_add (rows, inner);
  ledger_row_put_text (row, "id", "00ff");
  ledger_row_put_text (row, "number", "1.2.3");
  ledger_row_put_text (row, "text", "一行\n又一行");
  ledger_row_put_text (row, "none", NULL);
  ledger_row_put_boolean (row, "done", TRUE);
  ledger_row_put_texts (row, "supporting", texts);
  ledger_row_put_texts (row, "empty", NULL);
  ledger_row_take_rows (row, "rows", rows);
  return row;
}

static void
test_json_holds_everything (void)
{
  g_autoptr (LedgerRow) row = new_row ();
  g_autoptr (LedgerJsonWriter) writer = ledger_json_writer_new ();
  g_autofree char *text = NULL;

  ledger_row_write (row, writer, NULL);
  text = ledger_json_writer_finish (writer, FALSE);
  g_assert_cmpstr (text,
                   ==,
                   "{\"id\":\"00ff\",\"number\":\"1.2.3\",\"text\":\"一行\\n又一行\",\"none\":null,"
                   "\"done\":true,\"supporting\":[\"办公室\",\"财务科\"],\"empty\":[],"
                   "\"rows\":[{\"n\":7}]}");
}

static void
test_line_is_one_line (void)
{
  g_autoptr (LedgerRow) row = new_row ();
  g_autofree char *line = ledger_row_to_line (row);

  g_assert_cmpstr (line, ==, "1.2.3\t一行 又一行\t\t1\t办公室、财务科\t");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row/json-holds-everything", test_json_holds_everything);
  g_test_add_func ("/row/line-is-one-line", test_line_is_one_line);
  return g_test_run ();
}
