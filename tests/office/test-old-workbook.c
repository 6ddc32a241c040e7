/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-old-workbook.h"

static void
test_locked (void)
{
  const struct
  {
    const char *bytes;
    gsize size;
    gboolean locked;
  } cases[] = {
#define CASE(bytes, locked) { bytes, sizeof bytes - 1, locked }
    CASE ("", FALSE),
    CASE ("\x09\x08", FALSE),
    CASE ("\x09\x08\x02\x00\x00\x06\x2f\x00\x02\x00\x00\x00", TRUE),
    CASE ("\x09\x04\x02\x00\x00\x06\x86\x00\x00\x00\x2f\x00\x02\x00\x00\x00", TRUE),
    CASE ("\x09\x02\x00\x00\x2f\x00\x00\x00", TRUE),
    CASE ("\x09\x00\x00\x00\x2f\x00\x00\x00", TRUE),
    /* ended before, or cut in the middle of a record */
    CASE ("\x09\x08\x02\x00\x00\x06\x0a\x00\x00\x00\x2f\x00\x02\x00\x00\x00", FALSE),
    CASE ("\x09\x08\xff\xff\x2f\x00\x02\x00\x00\x00", FALSE),
    CASE ("\x09\x08\x02\x00\x00\x06\x2f\x00\x02", FALSE),
    /* content of a record is no record */
    CASE ("\x09\x08\x04\x00\x2f\x00\x02\x00\x42\x00\x00\x00", FALSE),
    /* no workbook at all */
    CASE ("\x2f\x00\x00\x00", FALSE),
    CASE ("\x09\x10\x00\x00\x2f\x00\x00\x00", FALSE),
#undef CASE
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (
          ledger_old_workbook_is_locked ((const guint8 *)cases[i].bytes, cases[i].size),
          ==,
          cases[i].locked);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/old-workbook/locked", test_locked);
  return g_test_run ();
}
