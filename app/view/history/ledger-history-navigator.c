/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-navigator.h"

#include <glib/gi18n-lib.h>

struct _LedgerHistoryNavigator
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerHistoryDiary *diary;
  GtkWidget *scrolled;
  GtkWidget *list;
  char *outline; /* of the rows, to see whether they are still those */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (LedgerHistoryNavigator, ledger_history_navigator, GTK_TYPE_WIDGET)

/* A row carries its person ("person", owned) or its day ("day", GINT_TO_POINTER); neither: all. */
static GtkWidget *
add_row (LedgerHistoryNavigator *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  return row;
}

static void
fill (LedgerHistoryNavigator *self, GPtrArray *people, GPtrArray *days)
{
  const LedgerDay today = ledger_document_get_today (self->document);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  add_row (self, C_ ("navigator", "All"));
  for (guint i = 0; i < people->len; i++)
    {
      row = add_row (self, people->pdata[i]);
      g_object_set_data_full (G_OBJECT (row), "person", g_strdup (people->pdata[i]), g_free);
    }
  for (guint i = 0; i < days->len; i++)
    {
      const LedgerDay day = GPOINTER_TO_INT (days->pdata[i]);
      g_autofree char *words = ledger_day_to_words (day, today);
      g_autofree char *text =
          day == today ? g_strdup_printf (_ ("%s today"), words) : g_strdup (words);

      row = add_row (self, text != NULL ? text : "");
      gtk_widget_add_css_class (row, "numeric");
      g_object_set_data (G_OBJECT (row), "day", days->pdata[i]);
    }
}

static gboolean
is_chosen (LedgerHistoryNavigator *self, GtkWidget *row)
{
  const char *person = g_object_get_data (G_OBJECT (row), "person");
  const LedgerDay day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "day"));
  const char *chosen = ledger_history_diary_get_person (self->diary);
  LedgerDay from, until;

  ledger_history_diary_get_days (self->diary, &from, &until);
  if (day != 0)
    return from == day && until == day;
  if (person != NULL)
    return g_strcmp0 (person, chosen) == 0 && from == LEDGER_DAY_NONE;
  return chosen == NULL && from == LEDGER_DAY_NONE;
}

static void
follow (LedgerHistoryNavigator *self)
{
  GtkListBoxRow *found = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_chosen (self, row))
      found = GTK_LIST_BOX_ROW (row);
  self->following = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), found);
  self->following = FALSE;
}

static void
update (LedgerHistoryNavigator *self)
{
  g_autoptr (GPtrArray) people = ledger_history_diary_list_people (self->diary);
  g_autoptr (GPtrArray) days = ledger_history_diary_list_days (self->diary);
  g_autoptr (GString) outline = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (outline, "%s\n", (char *)people->pdata[i]);
  for (guint i = 0; i < days->len; i++)
    g_string_append_printf (outline, "%d\n", GPOINTER_TO_INT (days->pdata[i]));
  if (g_strcmp0 (outline->str, self->outline) != 0)
    {
      g_free (self->outline);
      self->outline = g_strdup (outline->str);
      self->following = TRUE;
      fill (self, people, days);
      self->following = FALSE;
    }
  follow (self);
}

static void
on_selected (LedgerHistoryNavigator *self, GtkListBoxRow *row)
{
  const char *person;
  LedgerDay day;

  if (self->following || row == NULL)
    return;
  person = g_object_get_data (G_OBJECT (row), "person");
  day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "day"));
  if (day == 0)
    day = LEDGER_DAY_NONE;
  ledger_history_diary_set_person (self->diary, person);
  ledger_history_diary_set_days (self->diary, day, day);
}

/* --- life --- */

static void
ledger_history_navigator_dispose (GObject *object)
{
  LedgerHistoryNavigator *self = LEDGER_HISTORY_NAVIGATOR (object);

  self->following = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_HISTORY_NAVIGATOR);
  g_clear_pointer (&self->outline, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->diary);
  G_OBJECT_CLASS (ledger_history_navigator_parent_class)->dispose (object);
}

static void
ledger_history_navigator_class_init (LedgerHistoryNavigatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_history_navigator_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/history/ledger-history-navigator.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryNavigator, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryNavigator, list);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
ledger_history_navigator_init (LedgerHistoryNavigator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_history_navigator_new (LedgerDocument *document, LedgerHistoryDiary *diary)
{
  LedgerHistoryNavigator *self = g_object_new (LEDGER_TYPE_HISTORY_NAVIGATOR, NULL);

  self->document = g_object_ref (document);
  self->diary = g_object_ref (diary);
  g_signal_connect_object (diary, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (diary, "filtered", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
