/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-calendar.h"

#include "ledger-error.h"
#include "ledger-locale.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

struct _LedgerCalendar
{
  gatomicrefcount references;
  GHashTable *notices; /* year → GHashTable of the listed days: day → Listed */
};

typedef struct
{
  char *name;
  gboolean off;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *listed = data;
  g_free (listed->name);
  g_free (listed);
}

LedgerCalendar *
ledger_calendar_new_weekends (void)
{
  LedgerCalendar *calendar = g_new0 (LedgerCalendar, 1);
  g_atomic_ref_count_init (&calendar->references);
  calendar->notices = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  return calendar;
}

LedgerCalendar *
ledger_calendar_ref (LedgerCalendar *calendar)
{
  g_atomic_ref_count_inc (&calendar->references);
  return calendar;
}

void
ledger_calendar_unref (LedgerCalendar *calendar)
{
  if (!g_atomic_ref_count_dec (&calendar->references))
    return;
  g_hash_table_unref (calendar->notices);
  g_free (calendar);
}

static JsonNode *
member (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

static gboolean
add_listed (GHashTable *days, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  JsonObject *object = json_node_get_object (node);
  JsonNode *name = member (object, "name", G_TYPE_STRING);
  JsonNode *date = member (object, "date", G_TYPE_STRING);
  JsonNode *off = member (object, "isOffDay", G_TYPE_BOOLEAN);
  if (name == NULL || date == NULL || off == NULL)
    return FALSE;

  LedgerDay day = ledger_day_from_iso (json_node_get_string (date));
  if (day == LEDGER_DAY_NONE)
    return FALSE;

  Listed *listed = g_new0 (Listed, 1);
  listed->name = json_node_dup_string (name);
  listed->off = json_node_get_boolean (off);
  g_hash_table_insert (days, GINT_TO_POINTER (day), listed);
  return TRUE;
}

/* NULL where the text is not that of a notice. */
static GHashTable *
read_notice (JsonNode *root)
{
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  JsonNode *list = json_object_get_member (json_node_get_object (root), "days");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;

  g_autoptr (GHashTable) days = g_hash_table_new_full (NULL, NULL, NULL, listed_free);
  JsonArray *array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_listed (days, json_array_get_element (array, i)))
      return NULL;
  return g_steal_pointer (&days);
}

/* 0 unless the file is called YYYY.json. */
static int
year_of_file (const char *file)
{
  if (strlen (file) != strlen ("YYYY.json") || !g_str_has_suffix (file, ".json"))
    return 0;
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (file[i]))
      return 0;
  return (int)g_ascii_strtoll (file, NULL, 10);
}

static gboolean
add_notice (LedgerCalendar *calendar, int year, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) days = NULL;

  if (json_parser_load_from_file (parser, path, NULL))
    days = read_notice (json_parser_get_root (parser));
  if (days == NULL)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_DAMAGED,
                   _ ("The holiday notice “%s” cannot be read. Replace the file by a whole one."),
                   path);
      return FALSE;
    }
  g_hash_table_replace (calendar->notices, GINT_TO_POINTER (year), g_steal_pointer (&days));
  return TRUE;
}

static gboolean
add_folder (LedgerCalendar *calendar, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    return TRUE;

  for (const char *file = g_dir_read_name (dir); file != NULL; file = g_dir_read_name (dir))
    {
      int year = year_of_file (file);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      if (year != 0 && !add_notice (calendar, year, path, error))
        return FALSE;
    }
  return TRUE;
}

LedgerCalendar *
ledger_calendar_load (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);

  g_autoptr (LedgerCalendar) calendar = ledger_calendar_new_weekends ();
  return add_folder (calendar, folder, error) ? g_steal_pointer (&calendar) : NULL;
}

static char *
dup_kept_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "zhenggai", "holidays", NULL);
}

LedgerCalendar *
ledger_calendar_load_default (void)
{
  g_autofree char *datadir = ledger_locale_dup_datadir ();
  g_autofree char *folder = g_build_filename (datadir, "holidays", NULL);
  g_autofree char *kept = dup_kept_folder ();
  LedgerCalendar *calendar = ledger_calendar_load (folder, NULL);
  if (calendar == NULL)
    calendar = ledger_calendar_new_weekends ();
  /* A kept file that was broken later leaves the others as they are. */
  add_folder (calendar, kept, NULL);
  return calendar;
}

/* --- keeping a notice --- */

static int
year_of_notice (JsonNode *root)
{
  JsonNode *node = member (json_node_get_object (root), "year", G_TYPE_INT64);
  gint64 year = node != NULL ? json_node_get_int (node) : 0;
  return year >= 2000 && year <= 2999 ? (int)year : 0;
}

/* Every day lies in the year of the notice or, at its edges, in the neighbouring one. */
static gboolean
belongs_to_year (GHashTable *days, int year)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_INT (key) < ledger_day_new (year - 1, 12, 1)
        || GPOINTER_TO_INT (key) > ledger_day_new (year + 1, 1, 31))
      return FALSE;
  return g_hash_table_size (days) > 0;
}

static int
check_notice (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) days = NULL;
  int year;

  if (!json_parser_load_from_data (parser, text, (gssize)length, NULL))
    return 0;
  days = read_notice (json_parser_get_root (parser));
  if (days == NULL)
    return 0;
  year = year_of_notice (json_parser_get_root (parser));
  return year != 0 && belongs_to_year (days, year) ? year : 0;
}

int
ledger_calendar_keep_notice (const char *path, GError **error)
{
  g_autofree char *folder = dup_kept_folder ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL, *file = NULL, *target = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = 0;
  int year = 0;

  if (g_file_get_contents (path, &text, &length, NULL))
    year = check_notice (text, length);
  if (year == 0)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” is not a holiday notice. Choose the file of the year (YYYY.json)."),
                   name);
      return 0;
    }
  file = g_strdup_printf ("%d.json", year);
  target = g_build_filename (folder, file, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents (target, text, (gssize)length, &failure))
    return year;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_FAILED,
               _ ("The holidays of %d could not be kept in “%s”. Check that the folder can be "
                  "written."),
               year,
               folder);
  return 0;
}

static const Listed *
find_in_notice (LedgerCalendar *calendar, int year, LedgerDay day)
{
  GHashTable *days = g_hash_table_lookup (calendar->notices, GINT_TO_POINTER (year));
  return days != NULL ? g_hash_table_lookup (days, GINT_TO_POINTER (day)) : NULL;
}

static const Listed *
find_listed (LedgerCalendar *calendar, LedgerDay day)
{
  int year;
  ledger_day_split (day, &year, NULL, NULL);
  const Listed *listed = find_in_notice (calendar, year, day);
  return listed != NULL ? listed : find_in_notice (calendar, year + 1, day);
}

LedgerDayKind
ledger_calendar_kind (LedgerCalendar *calendar, LedgerDay day)
{
  g_return_val_if_fail (day != LEDGER_DAY_NONE, LEDGER_DAY_KIND_WORKING);

  const Listed *listed = find_listed (calendar, day);
  if (listed != NULL && listed->off)
    return LEDGER_DAY_KIND_HOLIDAY;
  if (ledger_day_weekday (day) < 6)
    return LEDGER_DAY_KIND_WORKING;
  return listed != NULL ? LEDGER_DAY_KIND_MAKE_UP : LEDGER_DAY_KIND_REST;
}

const char *
ledger_calendar_name (LedgerCalendar *calendar, LedgerDay day)
{
  g_return_val_if_fail (day != LEDGER_DAY_NONE, NULL);
  const Listed *listed = find_listed (calendar, day);
  return listed != NULL ? listed->name : NULL;
}

gboolean
ledger_calendar_is_working (LedgerCalendar *calendar, LedgerDay day)
{
  LedgerDayKind kind = ledger_calendar_kind (calendar, day);
  return kind == LEDGER_DAY_KIND_WORKING || kind == LEDGER_DAY_KIND_MAKE_UP;
}

gboolean
ledger_calendar_knows_year (LedgerCalendar *calendar, int year)
{
  GHashTable *days = g_hash_table_lookup (calendar->notices, GINT_TO_POINTER (year));
  return days != NULL && g_hash_table_size (days) > 0;
}

int
ledger_calendar_working_days_between (LedgerCalendar *calendar, LedgerDay from, LedgerDay until)
{
  g_return_val_if_fail (from != LEDGER_DAY_NONE && until != LEDGER_DAY_NONE, 0);

  if (until < from)
    return -ledger_calendar_working_days_between (calendar, until, from);
  int count = 0;
  for (LedgerDay day = from + 1; day <= until; day++)
    count += ledger_calendar_is_working (calendar, day);
  return count;
}

LedgerDay
ledger_calendar_add_working_days (LedgerCalendar *calendar, LedgerDay from, int n)
{
  g_return_val_if_fail (from != LEDGER_DAY_NONE, LEDGER_DAY_NONE);

  const LedgerDay first = ledger_day_new (1900, 1, 1);
  const LedgerDay last = ledger_day_new (9999, 12, 31);
  const int step = n < 0 ? -1 : 1;
  LedgerDay day = from;
  for (gint64 left = ABS ((gint64)n); left > 0;)
    {
      day += step;
      if (day < first || day > last)
        return LEDGER_DAY_NONE;
      left -= ledger_calendar_is_working (calendar, day);
    }
  return day;
}

LedgerDay
ledger_calendar_working_day_at_or_before (LedgerCalendar *calendar, LedgerDay from)
{
  g_return_val_if_fail (from != LEDGER_DAY_NONE, LEDGER_DAY_NONE);

  return ledger_calendar_is_working (calendar, from)
             ? from
             : ledger_calendar_add_working_days (calendar, from, -1);
}
