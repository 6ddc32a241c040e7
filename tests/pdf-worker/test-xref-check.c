/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-xref-check.h"

#include "ledger-pdf-samples.h"
#include <string.h>
#include <unistd.h>

#define OBJECT "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n" /* object at 9, table at 30 */
#define END "trailer\n<< /Size 2 >>\nstartxref\n30\n%%EOF\n"

static const struct
{
  const char *name;
  const char *content;
  gboolean sound;
} CASES[] = {
  { "good", OBJECT "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n" END, TRUE },
  { "short line ends", OBJECT "xref\n0 2\n0000000000 65535 f\n0000000009 00000 n\n" END, TRUE },
  { "two sections", OBJECT "xref\n0 1\n0000000000 65535 f \n1 1\n0000000009 00000 n \n" END, TRUE },
  { "entry at 0 counts as free",
    OBJECT "xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \n" END,
    TRUE },
  { "foreign bytes before",
    "junk\n" OBJECT "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n" END,
    TRUE },
  { "wrong place", OBJECT "xref\n0 2\n0000000000 65535 f \n0000000010 00000 n \n" END, FALSE },
  { "wrong number", OBJECT "xref\n2 1\n0000000009 00000 n \n" END, FALSE },
  { "words in an entry",
    OBJECT "xref\n0 2\n0000000000 65535 f don't panic\n0000000009 00000 n \n" END,
    FALSE },
  { "missing entry", OBJECT "xref\n0 2\n0000000000 65535 f \n" END, FALSE },
  { "count that lies", OBJECT "xref\n0 99999999999\n0000000000 65535 f \n" END, FALSE },
  { "sections without end", OBJECT "xref\n0 0\n0 0\n0 0\n", FALSE },
  { "no startxref", OBJECT, FALSE },
  { "startxref past the end", OBJECT "startxref\n999999\n%%EOF", FALSE },
  { "startxref at nothing", OBJECT "startxref\n3\n%%EOF", FALSE },
  { "stream", OBJECT "startxref\n9\n%%EOF", TRUE },
  { "empty", "", FALSE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      int fd = ledger_pdf_samples_from_bytes (CASES[i].content, strlen (CASES[i].content));

      g_test_message ("%s", CASES[i].name);
      g_assert_true (ledger_xref_check_is_sound (fd) == CASES[i].sound);
      close (fd);
    }
}

/* Any byte changed or cut: an answer, and never a reading outside. */
static void
test_noise (void)
{
  static const char good[] = OBJECT "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n" END;

  for (guint i = 0; i < 2000; i++)
    {
      char copy[sizeof good];
      gsize length = (gsize)g_test_rand_int_range (0, sizeof good);
      int fd;

      memcpy (copy, good, sizeof good);
      copy[g_test_rand_int_range (0, sizeof good)] = (char)g_test_rand_int_range (0, 256);
      fd = ledger_pdf_samples_from_bytes (copy, length);
      (void)ledger_xref_check_is_sound (fd);
      close (fd);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xref-check/cases", test_cases);
  g_test_add_func ("/xref-check/noise", test_noise);
  return g_test_run ();
}
