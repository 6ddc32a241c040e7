/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-calendar.h"
#include "ledger-error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *day;
  LedgerDayKind kind;
  const char *name;
} DayCase;

/* Read off the notices of the General Office of the State Council. */
static void
test_notices (void)
{
  static const DayCase cases[] = {
    { "2026-10-01", LEDGER_DAY_KIND_HOLIDAY, "国庆节" },
    { "2026-03-05", LEDGER_DAY_KIND_WORKING, NULL },
    { "2026-03-07", LEDGER_DAY_KIND_REST, NULL },
    { "2018-12-29", LEDGER_DAY_KIND_MAKE_UP, "元旦" }, /* in the notice of 2019 */
    { "2018-12-31", LEDGER_DAY_KIND_HOLIDAY, "元旦" },
    { "2022-12-31", LEDGER_DAY_KIND_HOLIDAY, "元旦" }, /* in the notice of 2023 */
    { "2020-01-31", LEDGER_DAY_KIND_HOLIDAY, "春节" }, /* the extension */
    { "2023-10-07", LEDGER_DAY_KIND_MAKE_UP, "国庆节" },
    { "2027-10-01", LEDGER_DAY_KIND_WORKING, NULL }, /* not announced yet: a Friday */
  };
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LedgerDay day = ledger_day_from_iso (cases[i].day);
      const char *name = ledger_calendar_name (calendar, day);
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (ledger_calendar_kind (calendar, day), ==, cases[i].kind);
      if (cases[i].name == NULL)
        g_assert_null (name);
      else
        g_assert_nonnull (strstr (name, cases[i].name));
    }
  g_assert_true (ledger_calendar_knows_year (calendar, 2026));
  g_assert_false (ledger_calendar_knows_year (calendar, 2027));
  g_assert_false (ledger_calendar_knows_year (calendar, 1999));
}

/* Days off and make-up days a notice names, counted apart from the program. The
 * seventh of 2020 is a Monday, for its notice took back a day off. */
static void
test_notice_counts (void)
{
  static const int counts[][3] = {
    { 2020, 30, 6 }, { 2021, 31, 7 }, { 2024, 28, 8 }, { 2025, 28, 5 }, { 2026, 33, 6 }
  };
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      int off = 0, make_up = 0;
      LedgerDay last = ledger_day_new (counts[i][0], 12, 31);
      for (LedgerDay day = ledger_day_new (counts[i][0], 1, 1); day <= last; day++)
        {
          LedgerDayKind kind = ledger_calendar_kind (calendar, day);
          off += kind == LEDGER_DAY_KIND_HOLIDAY;
          make_up += kind == LEDGER_DAY_KIND_MAKE_UP;
        }
      g_assert_cmpint (off, ==, counts[i][1]);
      g_assert_cmpint (make_up, ==, counts[i][2]);
    }
}

/* The oracle walks over a table of worked days, one day at a time, and knows no shortcut. */
static gboolean
is_worked (GArray *worked, LedgerDay first, LedgerDay day)
{
  return g_array_index (worked, gboolean, day - first);
}

static int
oracle_between (GArray *worked, LedgerDay first, LedgerDay from, LedgerDay until)
{
  int count = 0;
  for (LedgerDay day = MIN (from, until); day < MAX (from, until); day++)
    count += is_worked (worked, first, day + 1);
  return until >= from ? count : -count;
}

static void
test_arithmetic (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const LedgerDay first = ledger_day_new (2018, 1, 1);
  const LedgerDay last = ledger_day_new (2028, 12, 31);
  for (LedgerDay day = first; day <= last; day++)
    {
      gboolean is = ledger_calendar_is_working (calendar, day);
      g_array_append_val (worked, is);
    }

  for (int i = 0; i < 5000; i++)
    {
      LedgerDay from = g_rand_int_range (random, first + 400, last - 400);
      int n = g_rand_int_range (random, -200, 201);
      LedgerDay day = ledger_calendar_add_working_days (calendar, from, n);
      int between = oracle_between (worked, first, from, day);

      g_assert_cmpint (ledger_calendar_working_days_between (calendar, from, day), ==, between);
      if (n == 0)
        g_assert_cmpint (day, ==, from);
      else
        g_assert_true (is_worked (worked, first, day));
      if (n > 0)
        g_assert_cmpint (between, ==, n);
      if (n < 0) /* DAY counts and FROM does not, the other way round than BETWEEN has it */
        g_assert_cmpint (oracle_between (worked, first, day - 1, from - 1), ==, -n);

      LedgerDay at = ledger_calendar_working_day_at_or_before (calendar, from);
      g_assert_true (is_worked (worked, first, at));
      for (LedgerDay between_day = at + 1; between_day <= from; between_day++)
        g_assert_false (is_worked (worked, first, between_day));
    }
}

static void
test_end_of_time (void)
{
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  LedgerDay last = ledger_day_new (9999, 12, 31);
  g_assert_cmpint (ledger_calendar_add_working_days (calendar, last, 1), ==, LEDGER_DAY_NONE);
  g_assert_cmpint (ledger_calendar_add_working_days (calendar, ledger_day_new (1900, 1, 1), -9),
                   ==,
                   LEDGER_DAY_NONE);
}

static void
test_weekends_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load ("/no/such/folder", &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      ledger_calendar_kind (calendar, ledger_day_new (2026, 10, 1)), ==, LEDGER_DAY_KIND_WORKING);
  g_assert_cmpint (
      ledger_calendar_kind (calendar, ledger_day_new (2026, 10, 3)), ==, LEDGER_DAY_KIND_REST);
  g_autoptr (LedgerCalendar) same = ledger_calendar_ref (calendar);
  g_assert_false (ledger_calendar_knows_year (same, 2026));
}

static void
test_broken_notices (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "3",
    "{}",
    "{\"days\":{}}",
    "{\"days\":[3]}",
    "{\"days\":[{}]}",
    "{\"days\":[{\"name\":\"元旦\",\"date\":\"2026-13-01\",\"isOffDay\":true}]}",
    "{\"days\":[{\"name\":\"元旦\",\"date\":\"2026-01-01\",\"isOffDay\":\"yes\"}]}",
    "{\"days\":[{\"name\":null,\"date\":\"2026-01-01\",\"isOffDay\":true}]}",
    "{\"days\":[{\"name\":\"元旦\",\"date\":20260101,\"isOffDay\":true}]}",
  };
  g_autofree char *folder = g_dir_make_tmp ("zhenggai-holidays-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "2026.json", NULL);
  g_autofree char *other = g_build_filename (folder, "schema.json", NULL);

  g_file_set_contents (other, "not a notice", -1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_file_set_contents (path, texts[i], -1, NULL);
      g_assert_null (ledger_calendar_load (folder, &error));
      g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_DAMAGED);
      g_assert_nonnull (g_strstr_len (error->message, -1, "2026.json"));
    }

  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, "{\"days\":[]}", -1, NULL);
  g_autoptr (LedgerCalendar) calendar = ledger_calendar_load (folder, &error);
  g_assert_no_error (error);
  g_assert_false (ledger_calendar_knows_year (calendar, 2026));
  g_unlink (path);
  g_unlink (other);
  g_rmdir (folder);
}

static void
check_not_kept (const char *folder, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "notice.json", NULL);
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    g_file_set_contents (path, text, -1, NULL);
  g_assert_cmpint (ledger_calendar_keep_notice (path, &error), ==, 0);
  g_assert_error (error, LEDGER_ERROR, LEDGER_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "notice.json"));
  g_unlink (path);
}

/* A notice under any name is kept for its year, over the installed one; what is none is refused. */
static void
test_kept_notice (void)
{
  static const char notice[] = "{\"year\":2027,\"papers\":[],\"days\":["
                               "{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true},"
                               "{\"name\":\"国庆节\",\"date\":\"2027-10-09\",\"isOffDay\":false}]}";
  g_autofree char *folder = g_dir_make_tmp ("zhenggai-holidays-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "放假安排.json", NULL);
  g_autofree char *kept =
      g_build_filename (g_get_user_data_dir (), "zhenggai", "holidays", "2027.json", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, notice, -1, NULL);
  g_assert_cmpint (ledger_calendar_keep_notice (path, &error), ==, 2027);
  g_assert_no_error (error);
  {
    g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();

    g_assert_true (ledger_calendar_knows_year (calendar, 2027));
    g_assert_true (ledger_calendar_knows_year (calendar, 2026));
    g_assert_false (ledger_calendar_is_working (calendar, ledger_day_new (2027, 1, 1)));
    g_assert_true (ledger_calendar_is_working (calendar, ledger_day_new (2027, 10, 9)));
  }
  check_not_kept (folder, NULL);
  check_not_kept (folder, "{}");
  check_not_kept (folder, "{\"year\":2027,\"days\":[]}");
  check_not_kept (folder,
                  "{\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}");
  check_not_kept (folder,
                  "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2025-01-01\","
                  "\"isOffDay\":true}]}");
  /* Broken later: what is installed stands. */
  g_file_set_contents (kept, "{", -1, NULL);
  {
    g_autoptr (LedgerCalendar) calendar = ledger_calendar_load_default ();

    g_assert_true (ledger_calendar_knows_year (calendar, 2026));
  }
  g_unlink (kept);
  g_unlink (path);
  g_rmdir (folder);
}

/* Notices that a person kept are no part of these tests. */
static char *
use_home (void)
{
  char *home = g_dir_make_tmp ("zhenggai-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  return home;
}

int
main (int argc, char **argv)
{
  g_autofree char *home = use_home ();
  g_autofree char *inner = g_build_filename (home, "zhenggai", NULL);
  g_autofree char *folder = g_build_filename (inner, "holidays", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/notices", test_notices);
  g_test_add_func ("/calendar/notice-counts", test_notice_counts);
  g_test_add_func ("/calendar/arithmetic", test_arithmetic);
  g_test_add_func ("/calendar/end-of-time", test_end_of_time);
  g_test_add_func ("/calendar/weekends-alone", test_weekends_alone);
  g_test_add_func ("/calendar/broken-notices", test_broken_notices);
  g_test_add_func ("/calendar/kept-notice", test_kept_notice);
  result = g_test_run ();
  g_rmdir (folder);
  g_rmdir (inner);
  g_rmdir (home);
  return result;
}
