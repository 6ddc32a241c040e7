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
fill_states (LedgerIssueFilterBar *self, LedgerFilterButton *button)
{
  for (guint i = LEDGER_STATE_UNCLAIMED; i <= LEDGER_STATE_CONTINUED; i++)
    ledger_filter_button_offer (
        button, ledger_state_get_word ((LedgerState)i), ledger_state_get_name ((LedgerState)i));
}

static const LedgerFigure lights[] = {
  LEDGER_FIGURE_OVERDUE, LEDGER_FIGURE_NEAR,        LEDGER_FIGURE_ON_TIME,  LEDGER_FIGURE_LONG_TERM,
  LEDGER_FIGURE_UNDATED, LEDGER_FIGURE_NO_EVIDENCE, LEDGER_FIGURE_RETURNED, LEDGER_FIGURE_CHANGED,
};

static void
fill_lights (LedgerIssueFilterBar *self, LedgerFilterButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    ledger_filter_button_offer (
        button, ledger_figure_get_word (lights[i]), ledger_figure_get_name (lights[i]));
}

static void
fill_departments (LedgerIssueFilterBar *self, LedgerFilterButton *button)
{
  LedgerTable *table =
      ledger_document_get_table (self->document, ledger_department_record_type.name);

  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);

      ledger_filter_button_offer (button,
                                  ledger_record_get_id (record),
                                  ledger_record_get_text (record, LEDGER_DEPARTMENT_NAME));
    }
}

/* Of all people only those who lead something. */
static void
fill_leaders (LedgerIssueFilterBar *self, LedgerFilterButton *button)
{
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
  for (guint i = 0; i < ledger_table_get_n_records (people); i++)
    {
      LedgerRecord *record = ledger_table_get_record (people, i);
      const char *id = ledger_record_get_id (record);

      if (g_hash_table_contains (leaders, id))
        ledger_filter_button_offer (
            button, id, ledger_record_get_text (record, LEDGER_PERSON_NAME));
    }
}

/* --- choosing --- */

static void
on_state (LedgerIssueFilterBar *self, const char *word)
{
  LedgerState state;
  const gboolean chosen = word != NULL && ledger_state_from_word (word, &state);

  ledger_filter_set_states (get_filter (self), chosen ? 1u << state : 0);
}

static void
on_department (LedgerIssueFilterBar *self, const char *id)
{
  ledger_filter_set_department (get_filter (self), id);
}

static void
on_leader (LedgerIssueFilterBar *self, const char *id)
{
  ledger_filter_set_leader (get_filter (self), id);
}

static void
on_due (LedgerIssueFilterBar *self, const char *word)
{
  LedgerFigure figure = LEDGER_FIGURE_ALL;

  for (guint i = 0; i < LEDGER_N_FIGURES; i++)
    if (g_strcmp0 (ledger_figure_get_word ((LedgerFigure)i), word) == 0)
      figure = (LedgerFigure)i;
  ledger_filter_set_figure (get_filter (self), figure);
  if (figure == LEDGER_FIGURE_ALL)
    ledger_filter_set_due (get_filter (self), LEDGER_DAY_NONE, LEDGER_DAY_NONE);
}

static void
on_search (LedgerIssueFilterBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (!self->following)
    ledger_filter_set_search (get_filter (self), *text != '\0' ? text : NULL);
}

/* --- following the filter --- */

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
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->state), word, name);
}

static void
show_due (LedgerIssueFilterBar *self, LedgerFilter *filter)
{
  const LedgerFigure figure = ledger_filter_get_figure (filter);
  const gboolean chosen = figure != LEDGER_FIGURE_ALL;
  g_autofree char *days = ledger_filter_describe_due (filter);

  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->due),
                             chosen ? ledger_figure_get_word (figure) : NULL,
                             days != NULL ? days
                             : chosen     ? ledger_figure_get_name (figure)
                                          : NULL);
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
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->department),
                             department,
                             ledger_document_get_name (self->document, "department", department));
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->leader),
                             leader,
                             ledger_document_get_name (self->document, "person", leader));
  show_due (self, filter);
  gtk_widget_set_visible (self->clear, !ledger_filter_is_empty (filter));
}

/* --- life --- */

static void
ledger_issue_filter_bar_dispose (GObject *object)
{
  LedgerIssueFilterBar *self = LEDGER_ISSUE_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_ISSUE_FILTER_BAR);
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
  gtk_widget_class_bind_template_callback (widget_class, fill_states);
  gtk_widget_class_bind_template_callback (widget_class, fill_departments);
  gtk_widget_class_bind_template_callback (widget_class, fill_leaders);
  gtk_widget_class_bind_template_callback (widget_class, fill_lights);
  gtk_widget_class_bind_template_callback (widget_class, on_state);
  gtk_widget_class_bind_template_callback (widget_class, on_department);
  gtk_widget_class_bind_template_callback (widget_class, on_leader);
  gtk_widget_class_bind_template_callback (widget_class, on_due);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
}

static void
ledger_issue_filter_bar_init (LedgerIssueFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  /* In this order, as in the diary: a cursor that blinks already is not stopped by selecting. */
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  gtk_widget_grab_focus (self->search);
}
