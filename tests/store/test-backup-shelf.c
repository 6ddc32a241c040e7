/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-backup-shelf.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  Fixture *fixture;
  char *path;
  char *folder;
  LedgerStore *store;
} Shelf;

static void
shelf_open (Shelf *shelf, gconstpointer unused)
{
  shelf->fixture = fixture_new ();
  shelf->path = fixture_path (shelf->fixture, "台账.zgl");
  shelf->folder = ledger_backup_shelf_dup_folder (shelf->path);
  shelf->store = fixture_create (shelf->path, "a");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list (Shelf *shelf)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (shelf->folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
shelf_close (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = list (shelf);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (shelf->folder, names->pdata[i], NULL);
      g_remove (path);
    }
  g_rmdir (shelf->folder);
  g_object_unref (shelf->store);
  g_free (shelf->folder);
  g_free (shelf->path);
  fixture_free (shelf->fixture);
}

/* How many were made on DAY of March 2026 at HOUR. */
static guint
keep (Shelf *shelf, int day, int hour)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, day, hour, 0, 0);
  guint n_made = 0;
  GError *error = NULL;
  ledger_backup_shelf_keep (shelf->store, now, &n_made, NULL, NULL, &error);
  g_assert_no_error (error);
  return n_made;
}

static guint
count (Shelf *shelf, const char *part)
{
  g_autoptr (GPtrArray) names = list (shelf);
  guint n = 0;
  for (guint i = 0; i < names->len; i++)
    n += strstr (names->pdata[i], part) != NULL;
  return n;
}

/* Log copies daily, a full one weekly, three kept of each (LOG 15). */
static void
test_days_and_weeks (Shelf *shelf, gconstpointer unused)
{
  g_assert_cmpuint (keep (shelf, 1, 9), ==, 2);
  g_assert_cmpuint (keep (shelf, 1, 17), ==, 0);
  g_assert_cmpuint (keep (shelf, 2, 8), ==, 1);
  g_assert_cmpuint (keep (shelf, 7, 8), ==, 1);
  g_assert_cmpuint (keep (shelf, 8, 8), ==, 2);
  g_assert_cmpuint (count (shelf, "台账-daily-"), ==, 3);
  for (int day = 9; day <= 31; day++)
    keep (shelf, day, 8);
  g_assert_cmpuint (count (shelf, "台账-daily-"), ==, 3);
  g_assert_cmpuint (count (shelf, "台账-daily-20260331-080000.zgl"), ==, 1);
  g_assert_cmpuint (count (shelf, "台账-weekly-"), ==, 3);
  g_assert_cmpuint (count (shelf, "台账-weekly-20260329-080000.zgl"), ==, 1);
}

/* A clock that ran ahead once does not stop the copies, and what others put there stays. */
static void
test_strange_names (Shelf *shelf, gconstpointer unused)
{
  static const char *const others[] = { "台账-daily-说明.zgl",
                                        "台账-daily-20260301.txt",
                                        "别的.zgl" };
  keep (shelf, 30, 8);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (shelf->folder, others[i], NULL);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  for (int day = 1; day <= 6; day++)
    g_assert_cmpuint (keep (shelf, day, 8), >=, 1);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpuint (count (shelf, others[i]), ==, 1);
}

/* Any copy is a ledger that opens and checks. */
static void
test_copies_are_sound (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *issue = fixture_add (shelf->store, "a", "issue", NULL, "一");
  g_autofree char *digest = fixture_digest (shelf->store);
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 1, 9, 0, 0);
  for (guint kind = LEDGER_BACKUP_LOG; kind <= LEDGER_BACKUP_FULL; kind++)
    {
      g_autofree char *copy = NULL;
      GError *error = NULL;
      ledger_backup_shelf_add (shelf->store, kind, "copy", now, &copy, NULL, NULL, &error);
      g_assert_no_error (error);
      g_autoptr (LedgerStore) opened = fixture_open (copy, LEDGER_STORE_READ);
      g_autofree char *found = fixture_digest (opened);
      g_assert_cmpstr (found, ==, digest);
      fixture_assert_sound (opened);
    }
}

/* A job makes them on a connection of its own while the writer goes on. */
static void
test_beside_the_writer (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (LedgerStore) reader = fixture_open (shelf->path, LEDGER_STORE_READ);
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 1, 9, 0, 0);
  g_autofree char *issue = fixture_add (shelf->store, "a", "issue", NULL, "一");
  GError *error = NULL;
  guint n_made = 0;
  ledger_backup_shelf_keep (reader, now, &n_made, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_made, ==, 2);
  fixture_set (shelf->store, "a", "issue", issue, "text", "二");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/backup-shelf/" name, Shelf, NULL, shelf_open, func, shelf_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("days-and-weeks", test_days_and_weeks);
  ADD ("strange-names", test_strange_names);
  ADD ("copies-are-sound", test_copies_are_sound);
  ADD ("beside-the-writer", test_beside_the_writer);
  return g_test_run ();
}
