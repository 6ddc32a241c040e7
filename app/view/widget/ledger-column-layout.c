/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-column-layout.h"

#define SAVE_DELAY_MS 500
#define WIDTH_KEY "ledger-width" /* of a column while it is hidden */
#define OBJECT_KEY "ledger-column-layout"

typedef struct
{
  char *key;
  GtkColumnViewColumn *column;
} Column;

struct _LedgerColumnLayout
{
  GObject parent_instance;

  GtkColumnView *view; /* owns self */
  LedgerSettings *settings;
  char *group;
  GArray *columns;
  gboolean keeping;
  guint save_source;
};

G_DEFINE_FINAL_TYPE (LedgerColumnLayout, ledger_column_layout, G_TYPE_OBJECT)

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->key);
  g_object_unref (column->column);
}

static void
ledger_column_layout_finalize (GObject *object)
{
  LedgerColumnLayout *self = LEDGER_COLUMN_LAYOUT (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_array_unref (self->columns);
  g_free (self->group);
  G_OBJECT_CLASS (ledger_column_layout_parent_class)->finalize (object);
}

static void
ledger_column_layout_class_init (LedgerColumnLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_column_layout_finalize;
}

static void
ledger_column_layout_init (LedgerColumnLayout *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
}

LedgerColumnLayout *
ledger_column_layout_attach (GtkColumnView *view, LedgerSettings *settings, const char *group)
{
  LedgerColumnLayout *self = g_object_new (LEDGER_TYPE_COLUMN_LAYOUT, NULL);

  self->view = view;
  self->settings = settings;
  self->group = g_strdup (group);
  g_object_set_data_full (G_OBJECT (view), OBJECT_KEY, self, g_object_unref);
  return self;
}

static const char *
key_of (LedgerColumnLayout *self, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, Column, i).column == column)
      return g_array_index (self->columns, Column, i).key;
  return NULL;
}

static gboolean
save (gpointer data)
{
  LedgerColumnLayout *self = data;
  GListModel *shown = gtk_column_view_get_columns (self->view);
  g_autoptr (GString) order = g_string_new (NULL);

  self->save_source = 0;
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      const char *key = key_of (self, column);

      if (key == NULL)
        continue;
      g_string_append_printf (order,
                              "%s%s:%d:%d",
                              order->len > 0 ? " " : "",
                              key,
                              gtk_column_view_column_get_fixed_width (column),
                              gtk_column_view_column_get_visible (column));
    }
  ledger_settings_set_text (self->settings, self->group, "columns", order->str);
  ledger_settings_save_later (self->settings);
  return G_SOURCE_REMOVE;
}

static void
queue_save (LedgerColumnLayout *self)
{
  if (!self->keeping || self->settings == NULL || self->save_source != 0)
    return;
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save, self);
}

/* GTK 4.8 takes the fixed width of a hidden column away from the one that takes the rest: a hidden
 * column has none, and gets it back when it is shown. */
static void
give_width (GtkColumnViewColumn *column)
{
  const int kept = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH_KEY));
  const int width = gtk_column_view_column_get_fixed_width (column);

  if (!gtk_column_view_column_get_visible (column))
    {
      if (width > 0)
        g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
      gtk_column_view_column_set_fixed_width (column, -1);
    }
  else if (width < 0 && kept > 0)
    gtk_column_view_column_set_fixed_width (column, kept);
}

void
ledger_column_layout_append (LedgerColumnLayout *self,
                             const char *key,
                             GtkColumnViewColumn *column,
                             int width,
                             gboolean shown)
{
  Column entry = { g_strdup (key), g_object_ref (column) };

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width < 0);
  gtk_column_view_column_set_visible (column, shown);
  g_array_append_val (self->columns, entry);
  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width));
  gtk_column_view_append_column (self->view, column);
  g_signal_connect (column, "notify::visible", G_CALLBACK (give_width), NULL);
  give_width (column);
  g_signal_connect_object (
      column, "notify::fixed-width", G_CALLBACK (queue_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      column, "notify::visible", G_CALLBACK (queue_save), self, G_CONNECT_SWAPPED);
}

static GtkColumnViewColumn *
find_column (LedgerColumnLayout *self, const char *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (g_array_index (self->columns, Column, i).key, key) == 0)
      return g_array_index (self->columns, Column, i).column;
  return NULL;
}

/* One kept entry, KEY:WIDTH:SHOWN; what does not parse or is no longer a column is passed over. */
static void
apply (LedgerColumnLayout *self, const char *text, guint *place)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  GtkColumnViewColumn *column;
  gint64 width, shown;

  if (g_strv_length (parts) != 3 || !g_ascii_string_to_signed (parts[1], 10, -1, 4000, &width, NULL)
      || !g_ascii_string_to_signed (parts[2], 10, 0, 1, &shown, NULL))
    return;
  column = find_column (self, parts[0]);
  if (column == NULL)
    return;
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, (int)width);
  gtk_column_view_column_set_visible (column, shown != 0);
  give_width (column);
  gtk_column_view_insert_column (self->view, (*place)++, column);
}

void
ledger_column_layout_restore (LedgerColumnLayout *self)
{
  g_autofree char *kept = NULL;
  guint place = 0;

  if (self->settings != NULL)
    kept = ledger_settings_get_text (self->settings, self->group, "columns");
  if (kept != NULL)
    {
      g_auto (GStrv) entries = g_strsplit (kept, " ", 0);

      for (gsize i = 0; entries[i] != NULL; i++)
        apply (self, entries[i], &place);
    }
  self->keeping = TRUE;
  g_signal_connect_object (gtk_column_view_get_columns (self->view),
                           "items-changed",
                           G_CALLBACK (queue_save),
                           self,
                           G_CONNECT_SWAPPED);
}

void
ledger_column_layout_set_shown (LedgerColumnLayout *self, const char *key, gboolean shown)
{
  GtkColumnViewColumn *column = find_column (self, key);

  g_return_if_fail (column != NULL);
  gtk_column_view_column_set_visible (column, shown);
}

/* The inner list of a column view: the child that has the action. */
static GtkWidget *
find_list (GtkWidget *view)
{
  if (!GTK_IS_COLUMN_VIEW (view))
    return view;
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), GTK_TYPE_LIST_VIEW))
      return child;
  return NULL;
}

void
ledger_list_scroll_to (GtkWidget *view, guint position)
{
  GtkWidget *list = find_list (view);

  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}
