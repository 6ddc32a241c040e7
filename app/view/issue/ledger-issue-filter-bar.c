/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ledger-department.h"
#include "ledger-filter-button.h"
#include "ledger-person.h"

struct _LedgerIssueFilterBar
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *state;
  GtkWidget *department;
  GtkWidget *leader;
  GtkWidget *due;
  GtkWidget *clear;
  GtkWidget *count;
  GSimpleActionGroup *actions;
  gboolean following;
};

G_DEFINE_FINAL_TYPE (LedgerIssueFilterBar, ledger_issue_filter_bar, GTK_TYPE_WIDGET)

static LedgerFilter *
get_filter (LedgerIssueFilterBar *self)
{
  return ledger_session_get_filter (self->session);
}

/* --- what may be chosen; each menu is made when it is opened --- */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_any (GMenu *menu, const char *action)
{
  append_choice (menu, C_ ("filter", "Any"), action, "");
}

static void
fill_states (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_any (menu, "filter.state");
  for (guint i = LEDGER_STATE_UNCLAIMED; i <= LEDGER_STATE_CONTINUED; i++)
    append_choice (menu,
                   ledger_state_get_name ((LedgerState)i),
                   "filter.state",
                   ledger_state_get_word ((LedgerState)i));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static const LedgerFigure lights[] = {
  LEDGER_FIGURE_OVERDUE, LEDGER_FIGURE_NEAR,        LEDGER_FIGURE_ON_TIME,  LEDGER_FIGURE_LONG_TERM,
  LEDGER_FIGURE_UNDATED, LEDGER_FIGURE_NO_EVIDENCE, LEDGER_FIGURE_RETURNED, LEDGER_FIGURE_CHANGED,
};

static void
fill_lights (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_any (menu, "filter.due");
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    append_choice (
        menu, ledger_figure_get_name (lights[i]), "filter.due", ledger_figure_get_word (lights[i]));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_departments (GtkMenuButton *button, gpointer data)
{
  LedgerIssueFilterBar *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  LedgerTable *table =
      ledger_document_get_table (self->document, ledger_department_record_type.name);

  append_any (menu, "filter.department");
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);

      append_choice (menu,
                     ledger_record_get_text (record, LEDGER_DEPARTMENT_NAME),
                     "filter.department",
                     ledger_record_get_id (record));
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Of all people only those who lead something. */
static void
fill_leaders (GtkMenuButton *button, gpointer data)
{
  LedgerIssueFilterBar *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) leaders = g_hash_table_new (g_str_hash, g_str_equal);
  LedgerTable *claims = ledger_document_get_table (self->document, ledger_claim_record_type.name);
  LedgerTable *people = ledger_document_get_table (self->document, ledger_person_record_type.name);

  for (guint i = 0; i < ledger_table_get_n_records (claims); i++)
    {
      const char *id =
          ledger_record_get_text (ledger_table_get_record (claims, i), LEDGER_CLAIM_LEAD_LEADER);

      if (id != NULL)
        g_hash_table_add (leaders, (char *)id);
    }
  append_any (menu, "filter.leader");
  for (guint i = 0; i < ledger_table_get_n_records (people); i++)
    {
      LedgerRecord *record = ledger_table_get_record (people, i);
      const char *id = ledger_record_get_id (record);

      if (g_hash_table_contains (leaders, id))
        append_choice (
            menu, ledger_record_get_text (record, LEDGER_PERSON_NAME), "filter.leader", id);
    }
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
on_state (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerState state;
  const char *word = get_target (target);
  const gboolean chosen = word != NULL && ledger_state_from_word (word, &state);

  ledger_filter_set_states (get_filter (data), chosen ? 1u << state : 0);
}

static void
on_department (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_filter_set_department (get_filter (data), get_target (target));
}

static void
on_leader (GSimpleAction *action, GVariant *target, gpointer data)
{
  ledger_filter_set_leader (get_filter (data), get_target (target));
}

static void
on_due (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *word = get_target (target);
  LedgerFigure figure = LEDGER_FIGURE_ALL;

  for (guint i = 0; i < LEDGER_N_FIGURES; i++)
    if (g_strcmp0 (ledger_figure_get_word ((LedgerFigure)i), word) == 0)
      figure = (LedgerFigure)i;
  ledger_filter_set_figure (get_filter (data), figure);
  if (figure == LEDGER_FIGURE_ALL)
    ledger_filter_set_due (get_filter (data), LEDGER_DAY_NONE, LEDGER_DAY_NONE);
}

static const GActionEntry actions[] = {
  { "state", on_state, "s", "''" },
  { "department", on_department, "s", "''" },
  { "leader", on_leader, "s", "''" },
  { "due", on_due, "s", "''" },
};

static void
on_search (LedgerIssueFilterBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (!self->following)
    ledger_filter_set_search (get_filter (self), *text != '\0' ? text : NULL);
}

/* --- following the filter --- */

static void
show_choice (LedgerIssueFilterBar *self,
             GtkWidget *button,
             const char *action,
             const char *chosen,
             const char *target)
{
  ledger_filter_button_set_chosen (LEDGER_FILTER_BUTTON (button), chosen);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
      g_variant_new_string (target != NULL ? target : ""));
}

static void
show_states (LedgerIssueFilterBar *self, LedgerFilter *filter)
{
  const guint states = ledger_filter_get_states (filter);
  const char *word = NULL;
  const char *name = NULL;

  for (guint i = LEDGER_STATE_UNCLAIMED; i <= LEDGER_STATE_CONTINUED; i++)
    if (states == 1u << i)
      {
        word = ledger_state_get_word ((LedgerState)i);
        name = ledger_state_get_name ((LedgerState)i);
      }
  if (states != 0 && name == NULL)
    name = _ ("several states");
  show_choice (self, self->state, "state", name, word);
}

static void
show_due (LedgerIssueFilterBar *self, LedgerFilter *filter)
{
  const LedgerFigure figure = ledger_filter_get_figure (filter);
  const gboolean chosen = figure != LEDGER_FIGURE_ALL;
  g_autofree char *days = ledger_filter_describe_due (filter);

  show_choice (self,
               self->due,
               "due",
               days != NULL ? days
               : chosen     ? ledger_figure_get_name (figure)
                            : NULL,
               chosen ? ledger_figure_get_word (figure) : NULL);
}

static void
follow (LedgerIssueFilterBar *self)
{
  LedgerFilter *filter = get_filter (self);
  const char *department = ledger_filter_get_department (filter);
  const char *leader = ledger_filter_get_leader (filter);
  const char *search = ledger_filter_get_search (filter);

  self->following = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search)), search != NULL ? search : "")
      != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), search != NULL ? search : "");
  self->following = FALSE;
  show_states (self, filter);
  show_choice (self,
               self->department,
               "department",
               ledger_document_get_name (self->document, "department", department),
               department);
  show_choice (self,
               self->leader,
               "leader",
               ledger_document_get_name (self->document, "person", leader),
               leader);
  show_due (self, filter);
  gtk_widget_set_visible (self->clear, !ledger_filter_is_empty (filter));
}

/* --- life --- */

static void
ledger_issue_filter_bar_dispose (GObject *object)
{
  LedgerIssueFilterBar *self = LEDGER_ISSUE_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_ISSUE_FILTER_BAR);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_issue_filter_bar_parent_class)->dispose (object);
}

static void
ledger_issue_filter_bar_class_init (LedgerIssueFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_issue_filter_bar_dispose;
  g_type_ensure (LEDGER_TYPE_FILTER_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-issue-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, state);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, department);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, leader);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, due);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, LedgerIssueFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
}

static void
ledger_issue_filter_bar_init (LedgerIssueFilterBar *self)
{
  const struct
  {
    GtkWidget **button;
    GtkMenuButtonCreatePopupFunc fill;
  } menus[] = {
    { &self->state, fill_states },
    { &self->department, fill_departments },
    { &self->leader, fill_leaders },
    { &self->due, fill_lights },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    ledger_filter_button_set_fill (LEDGER_FILTER_BUTTON (*menus[i].button), menus[i].fill, self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

GtkWidget *
ledger_issue_filter_bar_new (LedgerDocument *document, LedgerSession *session)
{
  LedgerIssueFilterBar *self = g_object_new (LEDGER_TYPE_ISSUE_FILTER_BAR, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  g_signal_connect_object (
      get_filter (self), "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}

void
ledger_issue_filter_bar_set_count (LedgerIssueFilterBar *self, guint shown, guint all)
{
  g_autofree char *text =
      shown == all
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", all), all)
          : g_strdup_printf (_ ("%u/%u items"), shown, all);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

void
ledger_issue_filter_bar_find (LedgerIssueFilterBar *self)
{
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
