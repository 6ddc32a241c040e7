/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-start-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-recent-facts.h"
#include "ledger-recent-ledgers.h"
#include "ledger-toolkit.h"

struct _LedgerStartPage
{
  LedgerPage parent_instance;

  GtkWidget *import_button;
  GtkWidget *recent_title;
  GtkWidget *recent;
  GtkWidget *hint;
  LedgerTaskQueue *jobs;
  GCancellable *cancellable; /* of reading the ledgers */
  gboolean filled;           /* with the last ledgers */
};

G_DEFINE_FINAL_TYPE (LedgerStartPage, ledger_start_page, LEDGER_TYPE_PAGE)

#define PATH_KEY "path"
#define TITLE_KEY "title"

static void
set_row_text (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_autofree char *escaped_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  if (escaped_title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (row, escaped);
}

static const char *
get_title (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), TITLE_KEY);
}

/* Copies of one ledger bear one title: the file's name tells them apart. */
static void
name_file (GtkWidget *row)
{
  g_autofree char *name = g_path_get_basename (g_object_get_data (G_OBJECT (row), PATH_KEY));
  g_autofree char *title = g_strdup_printf ("%s（%s）", get_title (row), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
}

static void
tell_apart (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *other = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  for (; other != NULL; other = gtk_widget_get_next_sibling (other))
    if (other != row && get_title (row) != NULL
        && g_strcmp0 (get_title (other), get_title (row)) == 0)
      {
        name_file (row);
        name_file (other);
      }
}

static void
on_read (GObject *row, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerRecentFacts) facts = ledger_recent_facts_read_finish (result);
  GtkWidget *changed;

  LEDGER_TASK_QUEUE_ACQUIRE (result);
  if (facts == NULL)
    return;
  set_row_text (ADW_ACTION_ROW (row), facts->title, facts->subtitle);
  g_object_set_data_full (row, TITLE_KEY, g_strdup (facts->title), g_free);
  tell_apart (GTK_WIDGET (row));
  if (facts->changed == NULL)
    return;
  changed = gtk_label_new (facts->changed);
  gtk_widget_add_css_class (changed, "numeric");
  gtk_widget_add_css_class (changed, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), changed);
}

static void
add_row (LedgerStartPage *self, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), " ");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  ledger_toolkit_set_tooltip (row, path);
  g_object_set_data_full (G_OBJECT (row), PATH_KEY, g_strdup (path), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
  ledger_recent_facts_read (self->jobs, path, G_OBJECT (row), self->cancellable, on_read, NULL);
}

static void
fill_recent (LedgerStartPage *self)
{
  LedgerSettings *settings =
      ledger_session_get_settings (ledger_page_get_session (LEDGER_PAGE (self)));
  g_auto (GStrv) paths = settings != NULL ? ledger_recent_ledgers_get (settings) : NULL;
  const guint n = paths != NULL ? g_strv_length (paths) : 0;

  for (guint i = 0; i < n; i++)
    add_row (self, paths[i]);
  gtk_widget_set_visible (self->recent_title, n > 0);
  gtk_widget_set_visible (self->recent, n > 0);
  gtk_widget_set_visible (self->hint, n == 0);
}

static void
on_row_activated (LedgerStartPage *self, GtkListBoxRow *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), PATH_KEY);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ledger_session_open_ledger (ledger_page_get_session (LEDGER_PAGE (self)), file, NULL, NULL);
}

static void
ledger_start_page_take_focus (LedgerPage *page)
{
  gtk_widget_grab_focus (LEDGER_START_PAGE (page)->import_button);
}

/* A program that is started with a ledger shows this page to nobody, and reading the last ones
 * would take as long as reading the ledger itself. */
static void
ledger_start_page_map (GtkWidget *widget)
{
  LedgerStartPage *self = LEDGER_START_PAGE (widget);

  if (!self->filled)
    fill_recent (self);
  self->filled = TRUE;
  GTK_WIDGET_CLASS (ledger_start_page_parent_class)->map (widget);
}

static void
ledger_start_page_dispose (GObject *object)
{
  LedgerStartPage *self = LEDGER_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->jobs);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (ledger_start_page_parent_class)->dispose (object);
}

static void
ledger_start_page_class_init (LedgerStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_start_page_dispose;
  widget_class->map = ledger_start_page_map;
  LEDGER_PAGE_CLASS (klass)->take_focus = ledger_start_page_take_focus;
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/shell/ledger-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerStartPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, LedgerStartPage, recent_title);
  gtk_widget_class_bind_template_child (widget_class, LedgerStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, LedgerStartPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ledger_start_page_init (LedgerStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->jobs = ledger_task_queue_new ("ledger-jobs");
  self->cancellable = g_cancellable_new ();
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Rectification Ledger"));
  ledger_page_set_primary_action (LEDGER_PAGE (self), "win.import");
}
