/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-start-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"
#include "ledger-recent-ledgers.h"

struct _LedgerStartPage
{
  LedgerPage parent_instance;

  GtkWidget *import_button;
  GtkWidget *recent_title;
  GtkWidget *recent;
  GtkWidget *hint;
  GtkWidget *next; /* the row to be read next, borrowed */
  guint idle;
};

G_DEFINE_FINAL_TYPE (LedgerStartPage, ledger_start_page, LEDGER_TYPE_PAGE)

#define PATH_KEY "path"

static char *
describe_counts (const LedgerCounts *counts)
{
  const guint waiting = counts->figures[LEDGER_FIGURE_AWAITING_REVIEW]
                        + counts->figures[LEDGER_FIGURE_AWAITING_APPROVAL];

  return g_strdup_printf (_ ("overdue %u   to sign %u   done %u/%u"),
                          counts->figures[LEDGER_FIGURE_OVERDUE],
                          waiting,
                          counts->figures[LEDGER_FIGURE_DONE],
                          counts->figures[LEDGER_FIGURE_ALL]);
}

static char *
describe_inspection (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const char *unit, *name;

  if (inspection == NULL)
    return NULL;
  unit = ledger_record_get_text (inspection, LEDGER_INSPECTION_UNIT);
  name = ledger_record_get_text (inspection, LEDGER_INSPECTION_NAME);
  if (unit != NULL && name != NULL)
    return g_strdup_printf ("%s·%s", unit, name);
  return g_strdup (unit != NULL ? unit : name);
}

static void
set_row_text (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_autofree char *escaped_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  if (escaped_title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (row, escaped);
}

/* Opening for reading takes no lock; a ledger that cannot be read keeps its path as its title and
 * says why. */
static void
read_row (GtkWidget *row)
{
  const char *path = g_object_get_data (G_OBJECT (row), PATH_KEY);
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = NULL;
  g_autofree char *title = NULL, *subtitle = NULL;
  LedgerCounts counts;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_row_text (ADW_ACTION_ROW (row), NULL, _ ("No longer in its place"));
      return;
    }
  document = ledger_document_open (path, LEDGER_DOCUMENT_READ, &error);
  if (document == NULL)
    {
      set_row_text (ADW_ACTION_ROW (row), NULL, error->message);
      return;
    }
  counts = ledger_counts_of_all (document);
  title = describe_inspection (document);
  subtitle = describe_counts (&counts);
  set_row_text (ADW_ACTION_ROW (row), title, subtitle);
  ledger_document_close (document);
}

static gboolean
read_next (gpointer data)
{
  LedgerStartPage *self = data;

  if (self->next == NULL)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }
  read_row (self->next);
  self->next = gtk_widget_get_next_sibling (self->next);
  return G_SOURCE_CONTINUE;
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
  gtk_widget_set_tooltip_text (row, path);
  g_object_set_data_full (G_OBJECT (row), PATH_KEY, g_strdup (path), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
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
  self->next = gtk_widget_get_first_child (self->recent);
  if (n > 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, read_next, self, NULL);
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

static void
ledger_start_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (ledger_start_page_parent_class)->constructed (object);
  fill_recent (LEDGER_START_PAGE (object));
}

static void
ledger_start_page_dispose (GObject *object)
{
  LedgerStartPage *self = LEDGER_START_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (ledger_start_page_parent_class)->dispose (object);
}

static void
ledger_start_page_class_init (LedgerStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_start_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_start_page_dispose;
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
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Rectification Ledger"));
  ledger_page_set_primary_action (LEDGER_PAGE (self), "win.import");
}
