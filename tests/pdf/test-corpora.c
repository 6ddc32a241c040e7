/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of files that nobody ever wrote: every sample of tests/data, with bytes changed, cut
 * off, blanked or doubled at places that a seed chooses. Whatever the file does to its reader, the
 * answer is a verdict, and the next file is read as if nothing had been. */
#include "ledger-pdf-intake.h"

#include <string.h>
#include <unistd.h>

#include "ledger-pdf-samples.h"

#define MUTANTS 60 /* of each sample */
#define PATIENCE_MS 60000

typedef struct
{
  char *name;
  char *bytes;
  gsize size;
} Sample;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->name);
  g_free (sample->bytes);
  g_free (sample);
}

static void
add_samples (GPtrArray *samples, const char *kind)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Sample *sample = g_new0 (Sample, 1);

      sample->name = g_strdup (name);
      g_assert_true (g_file_get_contents (path, &sample->bytes, &sample->size, NULL));
      g_ptr_array_add (samples, sample);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Sample *const *one = a;
  const Sample *const *other = b;

  return strcmp ((*one)->name, (*other)->name);
}

static guint
pick (GRand *random, gsize n)
{
  return (guint)g_rand_int_range (random, 0, (gint32)MAX (n, 1));
}

/* A few bytes anywhere, or a stretch blanked. */
static void
spoil (GRand *random, GByteArray *bytes)
{
  const guint n = 1 + pick (random, 20);
  const guint from = pick (random, bytes->len);

  if (pick (random, 3) == 0)
    {
      memset (bytes->data + from, (int)pick (random, 256), MIN (bytes->len - from, 1 + n * 40));
      return;
    }
  for (guint i = 0; i < n; i++)
    bytes->data[pick (random, bytes->len)] = (guint8)pick (random, 256);
}

/* A digit made another: lengths, offsets and sizes are written in digits. */
static void
spoil_digits (GRand *random, GByteArray *bytes)
{
  for (guint i = 0; i < 200; i++)
    {
      guint8 *at = bytes->data + pick (random, bytes->len);

      if (g_ascii_isdigit (*at))
        *at = (guint8)('0' + pick (random, 10));
    }
}

static GByteArray *
mutate (GRand *random, const Sample *sample)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint from = pick (random, sample->size);

  g_byte_array_append (bytes, (const guint8 *)sample->bytes, (guint)sample->size);
  switch (pick (random, 5))
    {
    case 0:
      g_byte_array_set_size (bytes, 1 + from);
      break;
    case 1:
      g_byte_array_append (bytes, (const guint8 *)sample->bytes + from, (guint)sample->size - from);
      break;
    case 2:
      spoil_digits (random, bytes);
      break;
    default:
      spoil (random, bytes);
    }
  return bytes;
}

static void
try_one (LedgerPdfIntake *intake, const GByteArray *bytes, guint *counts)
{
  g_autoptr (GError) error = NULL;
  LedgerPdfInspection inspection = { 0 };
  const int file = ledger_pdf_samples_from_bytes (bytes->data, bytes->len);

  g_assert_true (ledger_pdf_intake_inspect (intake, file, &inspection, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (ledger_pdf_verdict_to_name (inspection.verdict));
  counts[inspection.verdict]++;
  close (file);
}

static void
check_good (LedgerPdfIntake *intake)
{
  LedgerPdfInspection inspection = { 0 };
  const int file = ledger_pdf_samples_open ("four-pages.pdf");

  g_assert_true (ledger_pdf_intake_inspect (intake, file, &inspection, NULL, NULL));
  g_assert_cmpstr (ledger_pdf_verdict_to_name (inspection.verdict), ==, "usable");
  g_assert_cmpuint (inspection.pages, ==, 4);
  close (file);
}

static void
test_mutants (void)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (sample_free);
  g_autoptr (LedgerPdfIntake) intake = ledger_pdf_intake_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20260310);
  guint counts[LEDGER_PDF_VERDICT_LIMIT + 1] = { 0 };

  add_samples (samples, "pdf");
  add_samples (samples, "images");
  g_ptr_array_sort (samples, compare_names);
  g_assert_cmpuint (samples->len, >, 10);
  ledger_pdf_intake_set_wall_limit (intake, PATIENCE_MS);
  for (guint i = 0; i < samples->len; i++)
    {
      for (guint j = 0; j < MUTANTS; j++)
        {
          g_autoptr (GByteArray) bytes = mutate (random, samples->pdata[i]);

          try_one (intake, bytes, counts);
        }
      check_good (intake);
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_test_message ("%s: %u", ledger_pdf_verdict_to_name (i), counts[i]);
  g_test_message ("%u workers", ledger_pdf_intake_get_starts (intake));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpora/mutants", test_mutants);
  return g_test_run ();
}
