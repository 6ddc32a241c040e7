/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ledger-operation-words.h"

struct _LedgerHistoryFilterBar
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerHistoryDiary *diary;
  GSimpleActionGroup *actions;
  GtkWidget *search;
  GtkWidget *person;
  GtkWidget *kind;
  GtkWidget *days;
  GtkWidget *clear;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (LedgerHistoryFilterBar, ledger_history_filter_bar, GTK_TYPE_WIDGET)

static const char *const kinds[] = { "edit", "import", "undo", "redo", "merge" };

/* Days back from today, the day itself counted. */
static const struct
{
  const char *word;
  int days;
  const char *name;
} spans[] = {
  { "today", 1, N_ ("Today") },
  { "week", 7, N_ ("Last 7 days") },
  { "month", 30, N_ ("Last 30 days") },
};

/* --- menus --- */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
fill_people (GtkMenuButton *button, gpointer data)
{
  LedgerHistoryFilterBar *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) people = ledger_history_diary_list_people (self->diary);

  append_choice (menu, C_ ("filter", "Any"), "diary.person", "");
  for (guint i = 0; i < people->len; i++)
    append_choice (menu, people->pdata[i], "diary.person", people->pdata[i]);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_kinds (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_choice (menu, C_ ("filter", "Any"), "diary.kind", "");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_choice (menu, ledger_operation_words_get_kind (kinds[i]), "diary.kind", kinds[i]);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_days (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_choice (menu, C_ ("filter", "Any"), "diary.days", "");
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    append_choice (menu, _ (spans[i].name), "diary.days", spans[i].word);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- choosing --- */

static const char *
get_target (GVariant *target)
{
  const char *text = g_variant_get_string (target, NULL);

  return *text != '\0' ? text : NULL;
}

static void
on_person (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_history_diary_set_person (LEDGER_HISTORY_FILTER_BAR (data)->diary, get_target (target));
}

static void
on_kind (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_history_diary_set_kind (LEDGER_HISTORY_FILTER_BAR (data)->diary, get_target (target));
}

static void
on_days (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHistoryFilterBar *self = data;
  const LedgerDay today = ledger_document_get_today (self->document);
  LedgerDay from = LEDGER_DAY_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_strcmp0 (get_target (target), spans[i].word) == 0)
      from = today - spans[i].days + 1;
  ledger_history_diary_set_days (self->diary, from, LEDGER_DAY_NONE);
}

static const GActionEntry actions[] = {
  { "person", on_person, "s", "''" },
  { "kind", on_kind, "s", "''" },
  { "days", on_days, "s", "''" },
};

static void
on_search (LedgerHistoryFilterBar *self)
{
  ledger_history_diary_set_search (self->diary,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* --- following --- */

static void
show_choice (LedgerHistoryFilterBar *self,
             GtkWidget *button,
             const char *action,
             const char *title,
             const char *chosen,
             const char *target)
{
  GtkWidget *child = gtk_menu_button_get_child (GTK_MENU_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (child)),
                      chosen != NULL ? chosen : title);
  if (chosen != NULL)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
      g_variant_new_string (target != NULL ? target : ""));
}

static void
show_days (LedgerHistoryFilterBar *self)
{
  const LedgerDay today = ledger_document_get_today (self->document);
  LedgerDay from, until;
  g_autofree char *day = NULL;
  const char *chosen = NULL;
  const char *word = NULL;

  ledger_history_diary_get_days (self->diary, &from, &until);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (until == LEDGER_DAY_NONE && from == today - spans[i].days + 1)
      {
        chosen = _ (spans[i].name);
        word = spans[i].word;
      }
  if (chosen == NULL && from != LEDGER_DAY_NONE)
    chosen = day = ledger_day_to_words (from, today);
  show_choice (self, self->days, "days", C_ ("history", "Date"), chosen, word);
}

static void
follow (LedgerHistoryFilterBar *self)
{
  const char *person = ledger_history_diary_get_person (self->diary);
  const char *kind = ledger_history_diary_get_kind (self->diary);

  show_choice (self, self->person, "person", C_ ("history", "Person"), person, person);
  show_choice (self,
               self->kind,
               "kind",
               C_ ("history", "Kind"),
               kind != NULL ? ledger_operation_words_get_kind (kind) : NULL,
               kind);
  show_days (self);
  gtk_widget_set_visible (self->clear, ledger_history_diary_is_filtered (self->diary));
}

static void
follow_undo (LedgerHistoryFilterBar *self)
{
  const char *title = ledger_document_get_undo_title (self->document);
  const char *reason = ledger_document_get_undo_reason (self->document);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->undo));
  g_autofree char *text = title != NULL ? g_strdup_printf (_ ("Undo “%s”"), title) : NULL;

  gtk_widget_set_visible (self->undo,
                          title != NULL && !ledger_document_is_read_only (self->document));
  gtk_widget_set_tooltip_text (self->undo, reason != NULL ? reason : text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (label)), text != NULL ? text : "");
}

/* --- life --- */

static void
ledger_history_filter_bar_dispose (GObject *object)
{
  LedgerHistoryFilterBar *self = LEDGER_HISTORY_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  g_clear_object (&self->diary);
  G_OBJECT_CLASS (ledger_history_filter_bar_parent_class)->dispose (object);
}

static void
ledger_history_filter_bar_class_init (LedgerHistoryFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_history_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterbar");
}

static GtkWidget *
add_menu (LedgerHistoryFilterBar *self, const char *title, GtkMenuButtonCreatePopupFunc fill)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill, self, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
add_undo (LedgerHistoryFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("edit-undo-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  self->undo = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->undo), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "win.undo");
  gtk_widget_set_halign (self->undo, GTK_ALIGN_END);
  gtk_widget_set_valign (self->undo, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->undo, TRUE);
  gtk_widget_set_parent (self->undo, GTK_WIDGET (self));
}

static void
ledger_history_filter_bar_init (LedgerHistoryFilterBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find…"), NULL);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 24);
  gtk_widget_set_valign (self->search, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find"), -1);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  self->person = add_menu (self, C_ ("history", "Person"), fill_people);
  self->kind = add_menu (self, C_ ("history", "Kind"), fill_kinds);
  self->days = add_menu (self, C_ ("history", "Date"), fill_days);
  self->clear = gtk_button_new_with_label (_ ("Clear filter"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "page.clear-filter");
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  add_undo (self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "diary", G_ACTION_GROUP (self->actions));
}

GtkWidget *
ledger_history_filter_bar_new (LedgerDocument *document, LedgerHistoryDiary *diary)
{
  LedgerHistoryFilterBar *self = g_object_new (LEDGER_TYPE_HISTORY_FILTER_BAR, NULL);

  self->document = g_object_ref (document);
  self->diary = g_object_ref (diary);
  g_signal_connect_object (diary, "filtered", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::undo-title", G_CALLBACK (follow_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::undo-reason", G_CALLBACK (follow_undo), self, G_CONNECT_SWAPPED);
  follow (self);
  follow_undo (self);
  return GTK_WIDGET (self);
}

void
ledger_history_filter_bar_find (LedgerHistoryFilterBar *self)
{
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

void
ledger_history_filter_bar_clear (LedgerHistoryFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ledger_history_diary_clear (self->diary);
}
