/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-application.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ledger-early-opening.h"
#include "ledger-tooltip.h"
#include "ledger-window-drop.h"
#include "ledger-window-opening.h"
#include "ledger-window.h"

#define APPLICATION_ID "io.github.zhenggai.Ledger"

struct _LedgerApplication
{
  AdwApplication parent_instance;
  LedgerSettings *settings;
  char *first_path; /* of the first ledger on the command line, or NULL */
  LedgerEarlyOpening *early;
};

G_DEFINE_FINAL_TYPE (LedgerApplication, ledger_application, ADW_TYPE_APPLICATION)

static LedgerWindow *
new_window (LedgerApplication *self)
{
  return ledger_window_new (GTK_APPLICATION (self), self->settings);
}

static void
ledger_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (new_window (LEDGER_APPLICATION (application)));
  gtk_window_present (window);
}

/* What was read beside the start, where it is this file. */
static LedgerOpenedFile *
take_early (LedgerApplication *self, GFile *file)
{
  g_autoptr (LedgerEarlyOpening) early = g_steal_pointer (&self->early);
  g_autofree char *path = g_file_get_path (file);

  if (early == NULL || g_strcmp0 (ledger_early_opening_get_path (early), path) != 0)
    return NULL;
  return ledger_early_opening_finish (early);
}

/* The window of a start page takes the first file, each further one has a window of its own. */
static void
ledger_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      LedgerWindow *window = new_window (LEDGER_APPLICATION (application));
      LedgerOpenedFile *opened = take_early (LEDGER_APPLICATION (application), files[i]);

      if (opened != NULL)
        ledger_window_opening_show (window, opened);
      else
        ledger_window_drop_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static gboolean
ledger_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  LedgerApplication *self = LEDGER_APPLICATION (application);
  char **words = *arguments;

  for (guint i = 1; words[0] != NULL && words[i] != NULL && self->first_path == NULL; i++)
    if (words[i][0] != '-')
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (words[i]);

        self->first_path = g_file_get_path (file);
      }
  return G_APPLICATION_CLASS (ledger_application_parent_class)
      ->local_command_line (application, arguments, status);
}

/* Comes in the process that will show the ledgers only, before the toolkit is there. */
static void
ledger_application_startup (GApplication *application)
{
  LedgerApplication *self = LEDGER_APPLICATION (application);
  g_autoptr (GtkCssProvider) css = NULL;

  if (self->first_path != NULL)
    self->early = ledger_early_opening_begin (self->first_path);
  G_APPLICATION_CLASS (ledger_application_parent_class)->startup (application);
  ledger_tooltip_keep_lines ();
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/zhenggai/Ledger/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static int
ledger_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GOutputStream) out = NULL;

  if (!g_variant_dict_contains (options, "version"))
    return -1;
  out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_output_stream_printf (out, NULL, NULL, NULL, "zhenggai %s\n", LEDGER_VERSION);
  return 0;
}

static void
do_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = data;
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
  g_list_free (windows);
}

static void
ledger_application_finalize (GObject *object)
{
  LedgerApplication *self = LEDGER_APPLICATION (object);

  g_clear_pointer (&self->early, ledger_early_opening_free);
  g_clear_pointer (&self->settings, ledger_settings_free);
  g_free (self->first_path);
  G_OBJECT_CLASS (ledger_application_parent_class)->finalize (object);
}

static void
ledger_application_class_init (LedgerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ledger_application_finalize;
  application_class->activate = ledger_application_activate;
  application_class->open = ledger_application_open;
  application_class->local_command_line = ledger_application_local_command_line;
  application_class->startup = ledger_application_startup;
  application_class->handle_local_options = ledger_application_handle_local_options;
}

static void
ledger_application_init (LedgerApplication *self)
{
  const GActionEntry entries[] = { { "quit", do_quit } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_application_add_main_option (
      G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE, _ ("Print the version"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[LEDGER…]"));
}

LedgerApplication *
ledger_application_new (const char *settings_path)
{
  const GApplicationFlags alone =
      g_getenv ("ZHENGGAI_ALONE") != NULL ? G_APPLICATION_NON_UNIQUE : 0;
  LedgerApplication *self = g_object_new (LEDGER_TYPE_APPLICATION,
                                          "application-id",
                                          APPLICATION_ID,
                                          "flags",
                                          G_APPLICATION_HANDLES_OPEN | alone,
                                          NULL);

  self->settings = ledger_settings_open (settings_path);
  return self;
}
