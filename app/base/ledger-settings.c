/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-settings.h"

#include "ledger-error.h"
#include "ledger-id.h"
#include "ledger-task-queue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define DESK_LENGTH 8

struct _LedgerSettings
{
  char *path;
  GKeyFile *keys;
  /* Group and key of what was set since the last save: only this is written over what another
   * process may have saved meanwhile. */
  GPtrArray *changed;
  LedgerTaskQueue *saving; /* NULL before the first save_later */
};

static GKeyFile *
read_keys (const char *path)
{
  GKeyFile *keys = g_key_file_new ();
  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_KEEP_COMMENTS, NULL))
    {
      g_key_file_unref (keys);
      keys = g_key_file_new ();
    }
  return keys;
}

LedgerSettings *
ledger_settings_open (const char *path)
{
  LedgerSettings *settings = g_new0 (LedgerSettings, 1);

  if (path != NULL)
    settings->path = g_strdup (path);
  else
    settings->path = g_build_filename (g_get_user_config_dir (), "zhenggai", "settings.ini", NULL);
  settings->keys = read_keys (settings->path);
  settings->changed = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  return settings;
}

void
ledger_settings_free (LedgerSettings *settings)
{
  if (settings == NULL)
    return;
  g_clear_object (&settings->saving);
  g_free (settings->path);
  g_key_file_unref (settings->keys);
  g_ptr_array_unref (settings->changed);
  g_free (settings);
}

char *
ledger_settings_get_text (LedgerSettings *settings, const char *group, const char *key)
{
  return g_key_file_get_string (settings->keys, group, key, NULL);
}

int
ledger_settings_get_integer (LedgerSettings *settings,
                             const char *group,
                             const char *key,
                             int fallback)
{
  g_autoptr (GError) error = NULL;
  int integer = g_key_file_get_integer (settings->keys, group, key, &error);
  return error == NULL ? integer : fallback;
}

static void
note_change (LedgerSettings *settings, const char *group, const char *key)
{
  const char *names[] = { group, key, NULL };
  g_ptr_array_add (settings->changed, g_strdupv ((GStrv)names));
}

void
ledger_settings_set_text (LedgerSettings *settings,
                          const char *group,
                          const char *key,
                          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (settings->keys, group, key, text);
  else
    g_key_file_remove_key (settings->keys, group, key, NULL);
  note_change (settings, group, key);
}

void
ledger_settings_set_integer (LedgerSettings *settings,
                             const char *group,
                             const char *key,
                             int integer)
{
  g_key_file_set_integer (settings->keys, group, key, integer);
  note_change (settings, group, key);
}

static GKeyFile *
join_with_stored (const char *path, GPtrArray *changed, GKeyFile *keys)
{
  GKeyFile *stored = read_keys (path);

  for (guint i = 0; i < changed->len; i++)
    {
      GStrv names = g_ptr_array_index (changed, i);
      g_autofree char *value = g_key_file_get_value (keys, names[0], names[1], NULL);
      if (value != NULL)
        g_key_file_set_value (stored, names[0], names[1], value);
      else
        g_key_file_remove_key (stored, names[0], names[1], NULL);
    }
  return stored;
}

static gboolean
write_keys (const char *path, GKeyFile *keys, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) cause = NULL;
  gsize length = 0;
  g_autofree char *data = g_key_file_to_data (keys, &length, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (
          path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &cause)
      && g_chmod (path, 0600) == 0) /* newer GLib keeps the mode of a file that was there */
    return TRUE;

  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_FAILED,
               _ ("The settings cannot be saved to “%s”. Check that the folder may be written to "
                  "and that the disk is not full; the ledger itself is not touched."),
               path);
  return FALSE;
}

gboolean
ledger_settings_save (LedgerSettings *settings, GError **error)
{
  if (settings->changed->len == 0)
    return TRUE;

  g_autoptr (GKeyFile) joined =
      join_with_stored (settings->path, settings->changed, settings->keys);
  if (!write_keys (settings->path, joined, error))
    return FALSE;

  g_key_file_unref (settings->keys);
  settings->keys = g_steal_pointer (&joined);
  g_ptr_array_set_size (settings->changed, 0);
  return TRUE;
}

/* --- on a thread --- */

typedef struct
{
  char *path;
  GPtrArray *changed;
  GKeyFile *keys;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->path);
  g_ptr_array_unref (saving->changed);
  g_key_file_unref (saving->keys);
  g_free (saving);
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GKeyFile) joined = join_with_stored (saving->path, saving->changed, saving->keys);

  write_keys (saving->path, joined, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ledger_settings_save_later (LedgerSettings *settings)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  if (settings->changed->len == 0)
    return;
  if (settings->saving == NULL)
    settings->saving = ledger_task_queue_new ("ledger-settings");
  saving = g_new0 (Saving, 1);
  saving->path = g_strdup (settings->path);
  saving->keys = g_key_file_new ();
  g_autofree char *data = g_key_file_to_data (settings->keys, NULL, NULL);
  g_key_file_load_from_data (saving->keys, data, (gsize)-1, G_KEY_FILE_KEEP_COMMENTS, NULL);
  saving->changed = g_steal_pointer (&settings->changed);
  settings->changed = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, saving, saving_free);
  ledger_task_queue_push (settings->saving, task, run_save);
}

char *
ledger_settings_dup_desk (LedgerSettings *settings)
{
  g_autofree char *desk = ledger_settings_get_text (settings, "desk", "label");
  if (desk != NULL && *desk != '\0')
    return g_steal_pointer (&desk);

  g_autofree char *id = ledger_id_new_random ();
  g_autofree char *label = g_strndup (id, DESK_LENGTH);
  ledger_settings_set_text (settings, "desk", "label", label);
  /* Where the folder cannot be written to, the label holds for this process: nothing depends on its
   * being the same tomorrow. */
  ledger_settings_save (settings, NULL);
  return g_steal_pointer (&label);
}
