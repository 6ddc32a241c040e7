/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-checked-mark.h"

#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define LOOKED_AT G_GINT64_CONSTANT (1772000000000000)
#define SOON (LOOKED_AT + G_TIME_SPAN_MINUTE)

typedef struct
{
  Fixture *fixture;
  char *mark;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->fixture = fixture_new ();
  place->mark = fixture_path (place->fixture, "cache/mark");
  place->path = fixture_path (place->fixture, "a.zgl");
  g_assert_true (g_file_set_contents (place->path, "台账", -1, NULL));
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autofree char *cache = g_path_get_dirname (place->mark);
  g_unlink (place->mark);
  g_rmdir (cache);
  fixture_free (place->fixture);
  g_free (place->mark);
  g_free (place->path);
}

static void
test_lasts (Place *place, gconstpointer data)
{
  const gint64 end = LOOKED_AT + LEDGER_CHECKED_MARK_LASTS;

  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, 0);
  ledger_checked_mark_write (place->mark, place->path, LOOKED_AT);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, LOOKED_AT);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, end - 1), ==, LOOKED_AT);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, end), ==, 0);
  /* A clock that was put back. */
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, LOOKED_AT - 1), ==, 0);
}

/* Whatever else wrote the file, it is another one now: with the same size and the same time of the
 * last change too. */
static void
test_written (Place *place, gconstpointer data)
{
  GStatBuf before;
  g_assert_cmpint (g_stat (place->path, &before), ==, 0);
  ledger_checked_mark_write (place->mark, place->path, LOOKED_AT);
  g_usleep (20000); /* the clock of the file system ticks */
  FILE *file = g_fopen (place->path, "r+b");
  g_assert_cmpuint (fwrite ("账", 1, 3, file), ==, 3);
  fclose (file);
  const struct timespec times[] = { before.st_atim, before.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, place->path, times, 0), ==, 0);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, 0);
}

static void
test_another_file (Place *place, gconstpointer data)
{
  g_autofree char *other = fixture_path (place->fixture, "b.zgl");
  ledger_checked_mark_write (place->mark, place->path, LOOKED_AT);
  g_assert_true (g_file_set_contents (other, "台账", -1, NULL));
  g_assert_cmpint (ledger_checked_mark_read (place->mark, other, SOON), ==, 0);
  g_assert_cmpint (g_rename (other, place->path), ==, 0);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, 0);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, 0);
  ledger_checked_mark_write (place->mark, place->path, LOOKED_AT);
}

static void
test_nonsense (Place *place, gconstpointer data)
{
  static const char *const texts[] = { "", "\n", "[log]\nlooked-at=1772000000000000\n", "x\ny\n" };
  ledger_checked_mark_write (place->mark, place->path, LOOKED_AT);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (place->mark, texts[i], -1, NULL));
      g_assert_cmpint (ledger_checked_mark_read (place->mark, place->path, SOON), ==, 0);
    }
}

#define ADD(name, func) g_test_add (name, Place, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/checked-mark/lasts", test_lasts);
  ADD ("/checked-mark/written", test_written);
  ADD ("/checked-mark/another-file", test_another_file);
  ADD ("/checked-mark/nonsense", test_nonsense);
  return g_test_run ();
}
