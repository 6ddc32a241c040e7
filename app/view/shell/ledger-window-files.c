/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-window-files.h"

#include <glib/gi18n-lib.h>

#include "ledger-recent-ledgers.h"
#include "ledger-toolkit.h"
#include "ledger-window-drop.h"
#include "ledger-window-opening.h"

#define SUFFIX ".zgl"

/* --- import and open --- */

static void
on_list_chosen (GFile *file, gpointer data)
{
  g_autoptr (LedgerWindow) window = data;

  if (file != NULL)
    ledger_session_import_file (ledger_window_get_session (window), file);
}

void
ledger_window_files_import (LedgerWindow *window)
{
  ledger_toolkit_choose_file (GTK_WINDOW (window),
                              _ ("Import a list of problems"),
                              _ ("Import"),
                              LEDGER_FILES_SHEET,
                              on_list_chosen,
                              g_object_ref (window));
}

static void
on_ledger_chosen (GFile *file, gpointer data)
{
  g_autoptr (LedgerWindow) window = data;

  if (file != NULL)
    ledger_window_drop_open (window, file);
}

void
ledger_window_files_open (LedgerWindow *window)
{
  ledger_toolkit_choose_file (GTK_WINDOW (window),
                              _ ("Open a ledger"),
                              _ ("Open"),
                              LEDGER_FILES_LEDGER,
                              on_ledger_chosen,
                              g_object_ref (window));
}

/* --- new --- */

static GFile *
with_suffix (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *longer = NULL;

  if (g_str_has_suffix (path, SUFFIX))
    return g_object_ref (file);
  longer = g_strconcat (path, SUFFIX, NULL);
  return g_file_new_for_path (longer);
}

static void
on_place_chosen (GFile *chosen, gpointer data)
{
  g_autoptr (LedgerWindow) window = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (chosen == NULL)
    return;
  file = with_suffix (chosen);
  path = g_file_get_path (file);
  ledger_window_opening_create (window, path);
}

void
ledger_window_files_new (LedgerWindow *window)
{
  g_autofree char *name = g_strconcat (_ ("New ledger"), SUFFIX, NULL);

  ledger_toolkit_choose_save (GTK_WINDOW (window),
                              _ ("New empty ledger"),
                              _ ("Create"),
                              LEDGER_FILES_LEDGER,
                              name,
                              on_place_chosen,
                              g_object_ref (window));
}

/* --- copies --- */

/* A file name in FOLDER that is not taken: NAME.zgl, NAME-2.zgl … */
static char *
free_path (const char *folder, const char *name)
{
  g_autofree char *first = g_strconcat (name, SUFFIX, NULL);
  char *path = g_build_filename (folder, first, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u%s", name, i, SUFFIX);

      g_free (path);
      path = g_build_filename (folder, next, NULL);
    }
  return path;
}

void
ledger_window_files_copy_here (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *home = ledger_recent_ledgers_dup_home ();
  g_autofree char *base = NULL, *path = NULL;
  char *dot;

  if (document == NULL)
    return;
  base = g_path_get_basename (ledger_document_get_path (document));
  dot = g_strrstr (base, SUFFIX);
  if (dot != NULL)
    *dot = '\0';
  path = free_path (home, base);
  ledger_window_opening_copy_here (window, ledger_document_get_path (document), path);
}

/* --- holidays --- */

static void
on_holidays_chosen (GFile *file, gpointer data)
{
  g_autoptr (LedgerWindow) window = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LedgerSession *session = ledger_window_get_session (window);
  int year;

  if (path == NULL)
    return;
  year = ledger_calendar_keep_notice (path, &error);
  if (year == 0)
    {
      ledger_session_show_error (session, error);
      return;
    }
  if (ledger_window_get_document (window) != NULL)
    ledger_document_reload_calendar (ledger_window_get_document (window));
  text = g_strdup_printf (_ ("The holidays of %d are imported"), year);
  ledger_session_toast (session, text, NULL, NULL, NULL);
}

void
ledger_window_files_import_holidays (LedgerWindow *window)
{
  ledger_toolkit_choose_file (GTK_WINDOW (window),
                              _ ("Import a holiday notice"),
                              _ ("Import"),
                              LEDGER_FILES_HOLIDAYS,
                              on_holidays_chosen,
                              g_object_ref (window));
}

/* --- backup --- */

typedef struct
{
  LedgerWindow *window;
  char *target;
} Backup;

static void
backup_free (Backup *backup)
{
  g_object_unref (backup->window);
  g_free (backup->target);
  g_free (backup);
}

static gboolean
write_backup (LedgerStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ledger_store_backup (store, LEDGER_BACKUP_FULL, data, NULL, cancellable, error);
}

static void
run_backup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Backup *backup = data;
  GError *error = NULL;

  if (ledger_document_call_writer (source, write_backup, backup->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *document, GAsyncResult *result, gpointer data)
{
  const Backup *backup = g_task_get_task_data (G_TASK (result));
  LedgerSession *session = ledger_window_get_session (backup->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ledger_session_show_error (session, error);
      return;
    }
  name = g_path_get_basename (backup->target);
  text = g_strdup_printf (_ ("Backed up to %s and checked"), name);
  ledger_session_toast (session, text, NULL, NULL, NULL);
}

static void
on_backup_chosen (GFile *chosen, gpointer data)
{
  g_autoptr (LedgerWindow) window = data;
  LedgerDocument *document = ledger_window_get_document (window);
  g_autoptr (GFile) file = chosen != NULL ? with_suffix (chosen) : NULL;
  g_autoptr (GTask) task = NULL;
  Backup *backup;

  if (file == NULL || document == NULL)
    return;
  backup = g_new0 (Backup, 1);
  backup->window = g_object_ref (window);
  backup->target = g_file_get_path (file);
  task = g_task_new (document, NULL, on_backed_up, NULL);
  g_task_set_task_data (task, backup, (GDestroyNotify)backup_free);
  ledger_task_queue_push (ledger_document_get_jobs (document), task, run_backup);
}

void
ledger_window_files_back_up (LedgerWindow *window)
{
  LedgerDocument *document = ledger_window_get_document (window);
  g_autofree char *base = NULL, *name = NULL, *day = NULL;
  char *dot;

  if (document == NULL)
    return;
  base = g_path_get_basename (ledger_document_get_path (document));
  dot = g_strrstr (base, SUFFIX);
  if (dot != NULL)
    *dot = '\0';
  day = ledger_day_to_iso (ledger_document_get_today (document));
  name = g_strdup_printf (_ ("%s backup %s.zgl"), base, day);
  ledger_toolkit_choose_save (GTK_WINDOW (window),
                              _ ("Back up the ledger"),
                              _ ("Back up"),
                              LEDGER_FILES_LEDGER,
                              name,
                              on_backup_chosen,
                              g_object_ref (window));
}
