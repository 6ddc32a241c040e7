/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-error.h"
#include "ledger-settings.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("zhenggai-settings-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "inner", "settings.ini", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);
  g_unlink (fixture->path);
  g_rmdir (inner);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing is left beside */
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
save (LedgerSettings *settings)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (ledger_settings_save (settings, &error));
  g_assert_no_error (error);
}

static guint
mode_of (const char *path)
{
  GStatBuf info;
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerSettings) settings = ledger_settings_open (fixture->path);
  g_assert_null (ledger_settings_get_text (settings, "window", "page"));
  g_assert_cmpint (ledger_settings_get_integer (settings, "window", "width", 1366), ==, 1366);
  ledger_settings_set_text (settings, "window", "page", "问题台账；\n ");
  ledger_settings_set_integer (settings, "window", "width", -7);
  save (settings);
  g_assert_cmphex (mode_of (fixture->path), ==, 0600);

  g_autoptr (LedgerSettings) again = ledger_settings_open (fixture->path);
  g_autofree char *page = ledger_settings_get_text (again, "window", "page");
  g_assert_cmpstr (page, ==, "问题台账；\n ");
  g_assert_cmpint (ledger_settings_get_integer (again, "window", "width", 1), ==, -7);
  ledger_settings_set_text (again, "window", "page", NULL);
  save (again);
  g_autoptr (LedgerSettings) third = ledger_settings_open (fixture->path);
  g_assert_null (ledger_settings_get_text (third, "window", "page"));
  g_assert_cmpint (ledger_settings_get_integer (third, "window", "width", 1), ==, -7);
}

/* The window and the command line each keep what they set, whoever saves last. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerSettings) window = ledger_settings_open (fixture->path);
  g_autoptr (LedgerSettings) command = ledger_settings_open (fixture->path);
  ledger_settings_set_integer (window, "window", "width", 1000);
  ledger_settings_set_text (command, "export", "folder", "/a");
  save (command);
  save (window);
  g_autoptr (LedgerSettings) read = ledger_settings_open (fixture->path);
  g_autofree char *folder = ledger_settings_get_text (read, "export", "folder");
  g_assert_cmpstr (folder, ==, "/a");
  g_assert_cmpint (ledger_settings_get_integer (read, "window", "width", 0), ==, 1000);
}

static void
test_broken_file_is_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);
  g_mkdir (inner, 0700);
  g_file_set_contents (fixture->path, "[window\nwidth=\xff\x00", -1, NULL);
  g_chmod (fixture->path, 0644);

  g_autoptr (LedgerSettings) settings = ledger_settings_open (fixture->path);
  g_assert_cmpint (ledger_settings_get_integer (settings, "window", "width", 5), ==, 5);
  ledger_settings_set_text (settings, "window", "width", "wide");
  save (settings);
  g_assert_cmpint (ledger_settings_get_integer (settings, "window", "width", 5), ==, 5);
  g_assert_cmphex (mode_of (fixture->path), ==, 0600);
}

static void
test_desk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LedgerSettings) settings = ledger_settings_open (fixture->path);
  g_autofree char *desk = ledger_settings_dup_desk (settings);
  g_assert_cmpuint (strlen (desk), ==, 8);

  g_autoptr (LedgerSettings) again = ledger_settings_open (fixture->path);
  g_autofree char *same = ledger_settings_dup_desk (again);
  g_assert_cmpstr (desk, ==, same);
}

/* A folder that is a file cannot be written to, not even by root. */
static void
test_cannot_be_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_path_get_dirname (fixture->path);
  g_file_set_contents (inner, "a file", -1, NULL);
  g_autoptr (LedgerSettings) settings = ledger_settings_open (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (ledger_settings_save (settings, NULL)); /* nothing to save */
  ledger_settings_set_integer (settings, "a", "b", 1);
  g_assert_false (ledger_settings_save (settings, &error));
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_FAILED);
  g_autofree char *desk = ledger_settings_dup_desk (settings);
  g_autofree char *same = ledger_settings_dup_desk (settings);
  g_assert_cmpstr (desk, ==, same);
  g_unlink (inner);
}

/* What is saved later is there when the settings are freed, one change upon the other; what another
 * process stored stays. */
static void
test_save_later (Fixture *fixture, gconstpointer data)
{
  {
    g_autoptr (LedgerSettings) settings = ledger_settings_open (fixture->path);
    g_autoptr (LedgerSettings) other = ledger_settings_open (fixture->path);

    ledger_settings_set_text (other, "window", "other", "别的");
    save (other);
    ledger_settings_set_text (settings, "window", "page", "问题台账");
    ledger_settings_set_text (settings, "window", "gone", "一");
    ledger_settings_save_later (settings);
    ledger_settings_set_text (settings, "window", "page", "总览");
    ledger_settings_set_text (settings, "window", "gone", NULL);
    ledger_settings_save_later (settings);
    ledger_settings_save_later (settings);
  }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_autoptr (LedgerSettings) again = ledger_settings_open (fixture->path);
  g_autofree char *page = ledger_settings_get_text (again, "window", "page");
  g_autofree char *kept = ledger_settings_get_text (again, "window", "other");
  g_assert_cmpstr (page, ==, "总览");
  g_assert_cmpstr (kept, ==, "别的");
  g_assert_null (ledger_settings_get_text (again, "window", "gone"));
  g_assert_cmphex (mode_of (fixture->path), ==, 0600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/settings/round-trip", test_round_trip);
  ADD ("/settings/two-writers", test_two_writers);
  ADD ("/settings/broken-file-is-empty", test_broken_file_is_empty);
  ADD ("/settings/desk", test_desk);
  ADD ("/settings/save-later", test_save_later);
  ADD ("/settings/cannot-be-saved", test_cannot_be_saved);
#undef ADD
  return g_test_run ();
}
