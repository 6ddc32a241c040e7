/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-overview-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-box.h"
#include "ledger-chart-mark.h"
#include "ledger-chart-rows.h"
#include "ledger-clipboard-table.h"
#include "ledger-completion-panel.h"
#include "ledger-empty.h"
#include "ledger-heading-navigator.h"
#include "ledger-inspection.h"
#include "ledger-late-list.h"
#include "ledger-longest-wait.h"
#include "ledger-signoff-steps.h"
#include "ledger-stack-chart.h"
#include "ledger-statistics.h"
#include "ledger-step-bar.h"
#include "ledger-week-chart.h"

#define SETTINGS_GROUP "overview"
#define SETTINGS_TABLE "departments-as-table"

struct _LedgerOverviewPage
{
  LedgerPage parent_instance;

  guint idle; /* a refresh is on its way */
  gboolean stale;

  GtkWidget *stack;
  GtkWidget *left;
  GtkWidget *right;
  LedgerCompletionPanel *completion;
  GtkWidget *figures;
  GtkWidget *legend;
  GtkWidget *as_table;
  GtkWidget *as_bars;
  GtkWidget *departments;
  GtkWidget *weeks;
  GtkWidget *basis;
  GtkWidget *steps;
  GtkWidget *longest;
  GtkWidget *waiting_number;
  GtkWidget *waiting_button;
  GtkWidget *late_number;
  GtkWidget *late_copy;
  GtkWidget *late;
};

G_DEFINE_FINAL_TYPE (LedgerOverviewPage, ledger_overview_page, LEDGER_TYPE_PAGE)

#define DOCUMENT(self) ledger_page_get_document (LEDGER_PAGE (self))
#define SESSION(self) ledger_page_get_session (LEDGER_PAGE (self))

static gboolean
in_heading (const LedgerIssueFacts *facts, gpointer filter)
{
  return ledger_filter_matches_heading (filter, facts);
}

static GVariant *
get_rows (LedgerFigure figure)
{
  return ledger_chart_rows_new (figure, NULL, LEDGER_DAY_NONE, LEDGER_DAY_NONE);
}

/* --- figures --- */

static GtkWidget *
new_figure (LedgerFigure figure, guint number)
{
  return ledger_chart_mark_new_figure (ledger_figure_get_name (figure), number, get_rows (figure));
}

static void
show_figures (LedgerOverviewPage *self, const LedgerCounts *counts)
{
  static const LedgerFigure shown[] = {
    LEDGER_FIGURE_OVERDUE,
    LEDGER_FIGURE_NEAR,
    LEDGER_FIGURE_RETURNED,
    LEDGER_FIGURE_NO_EVIDENCE,
  };

  ledger_box_clear (self->figures);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    gtk_box_append (GTK_BOX (self->figures), new_figure (shown[i], counts->figures[shown[i]]));
}

/* --- departments and weeks --- */

static void
show_departments (LedgerOverviewPage *self, LedgerFilter *filter)
{
  g_autoptr (GPtrArray) departments =
      ledger_counts_by_department_where (DOCUMENT (self), in_heading, filter);

  ledger_stack_chart_set_departments (LEDGER_STACK_CHART (self->departments), departments);
}

static void
show_weeks (LedgerOverviewPage *self, LedgerFilter *filter)
{
  LedgerDocument *document = DOCUMENT (self);
  const LedgerDay today = ledger_document_get_today (document);
  guint weeks[LEDGER_WEEK_CHART_WEEKS];

  ledger_counts_by_week_where (document, today, weeks, G_N_ELEMENTS (weeks), in_heading, filter);
  ledger_week_chart_set_weeks (
      LEDGER_WEEK_CHART (self->weeks), weeks, today, ledger_document_get_calendar (document));
}

static void
on_as_table (LedgerOverviewPage *self)
{
  const gboolean table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));
  LedgerSettings *settings =
      SESSION (self) != NULL ? ledger_session_get_settings (SESSION (self)) : NULL;

  ledger_stack_chart_set_table (LEDGER_STACK_CHART (self->departments), table);
  if (settings == NULL)
    return;
  ledger_settings_set_integer (settings, SETTINGS_GROUP, SETTINGS_TABLE, table);
  ledger_settings_save_later (settings);
}

/* --- waiting --- */

static void
name_widget (GtkWidget *widget, const char *words)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_waiting (LedgerOverviewPage *self)
{
  LedgerSession *session = SESSION (self);
  const guint n = ledger_session_count_waiting (session);
  const gboolean approves = ledger_session_is_leader (session);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf ("%s %u", _ ("Waiting for me"), n);

  gtk_button_set_label (GTK_BUTTON (self->waiting_number), number);
  name_widget (self->waiting_number, words);
  gtk_button_set_label (GTK_BUTTON (self->waiting_button),
                        approves ? _ ("Go to approve") : _ ("Go to review"));
  name_widget (self->waiting_button, approves ? _ ("Go to approve") : _ ("Go to review"));
  gtk_widget_set_visible (self->waiting_button, n > 0);
  gtk_widget_set_sensitive (self->waiting_number, n > 0);
  ledger_page_set_primary_action (LEDGER_PAGE (self), n > 0 ? "page.go-waiting" : NULL);
}

static void
show_late (LedgerOverviewPage *self, const LedgerCounts *counts, GPtrArray *issues)
{
  const guint n = counts->figures[LEDGER_FIGURE_PRESSING];

  ledger_box_clear (self->late_number);
  gtk_box_append (GTK_BOX (self->late_number),
                  ledger_chart_rows_new_link (LEDGER_FIGURE_PRESSING, n));
  gtk_widget_set_visible (self->late_copy, n > 0);
  ledger_late_list_set_issues (LEDGER_LATE_LIST (self->late), DOCUMENT (self), issues);
}

/* --- refreshing --- */

static void
show_all (LedgerOverviewPage *self)
{
  LedgerDocument *document = DOCUMENT (self);
  LedgerFilter *filter = ledger_session_get_filter (SESSION (self));
  const LedgerCounts counts = ledger_counts_where (document, in_heading, filter);
  const LedgerCompletion completion =
      ledger_statistics_get_completion (document, in_heading, filter);
  g_autoptr (GPtrArray) issues = ledger_statistics_list (document, in_heading, filter);
  g_autofree char *basis = ledger_statistics_describe_basis (document);
  const gboolean empty =
      ledger_table_get_n_records (ledger_document_get_table (document, "issue")) == 0;

  self->stale = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "content");
  if (empty)
    {
      ledger_page_set_primary_action (LEDGER_PAGE (self), "win.import");
      return;
    }
  ledger_completion_panel_show (self->completion, document, &completion);
  show_figures (self, &counts);
  show_departments (self, filter);
  show_weeks (self, filter);
  ledger_step_bar_set_counts (LEDGER_STEP_BAR (self->steps),
                              &counts,
                              ledger_signoff_steps_ask (document, LEDGER_STEP_REVIEWER));
  ledger_longest_wait_set_issues (LEDGER_LONGEST_WAIT (self->longest), document, issues);
  show_waiting (self);
  show_late (self, &counts, issues);
  gtk_label_set_text (GTK_LABEL (self->basis), basis);
}

static gboolean
on_idle (gpointer data)
{
  LedgerOverviewPage *self = data;

  self->idle = 0;
  show_all (self);
  return G_SOURCE_REMOVE;
}

/* Several things change at once; what nobody looks at is counted when somebody does. */
static void
refresh (LedgerOverviewPage *self)
{
  self->stale = TRUE;
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (on_idle, self);
}

static void
ledger_overview_page_map (GtkWidget *widget)
{
  LedgerOverviewPage *self = LEDGER_OVERVIEW_PAGE (widget);

  if (self->stale)
    show_all (self);
  GTK_WIDGET_CLASS (ledger_overview_page_parent_class)->map (widget);
}

/* --- actions --- */

static void
do_open_rows (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_chart_rows_open (parameter, SESSION (data));
}

static void
do_show_departments (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (LEDGER_OVERVIEW_PAGE (data)->as_table), TRUE);
}

static void
do_go_waiting (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_session_open_page (SESSION (data), LEDGER_PAGE_ID_SIGNOFF);
}

static void
do_copy_late (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (LedgerTableCopy) copy =
      ledger_late_list_copy (LEDGER_LATE_LIST (LEDGER_OVERVIEW_PAGE (data)->late));

  ledger_clipboard_table_put (data, SESSION (data), copy);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (gtk_widget_get_parent (widget)) == widget;
}

/* The chart in which the keyboard is; else the list. */
static gboolean
ledger_overview_page_copy (LedgerPage *page)
{
  LedgerOverviewPage *self = LEDGER_OVERVIEW_PAGE (page);
  g_autoptr (LedgerTableCopy) copy = NULL;
  const gboolean left = has_focus (self->left);

  if (left && has_focus (self->departments))
    copy = ledger_stack_chart_copy (LEDGER_STACK_CHART (self->departments));
  else if (left && has_focus (self->weeks))
    copy = ledger_week_chart_copy (LEDGER_WEEK_CHART (self->weeks));
  else if (has_focus (self->right) && has_focus (self->steps))
    copy = ledger_step_bar_copy (LEDGER_STEP_BAR (self->steps));
  else
    copy = ledger_late_list_copy (LEDGER_LATE_LIST (self->late));
  return ledger_clipboard_table_put (GTK_WIDGET (self), SESSION (self), copy);
}

static void
ledger_overview_page_take_focus (LedgerPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* --- the page --- */

static void
add_empty (LedgerOverviewPage *self)
{
  GtkWidget *empty = ledger_empty_new_suggesting (
      _ ("No problems yet"),
      _ ("Import the list of problems from the feedback, or add them one by one."),
      _ ("Import a list"),
      "win.import");

  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
}

static void
ledger_overview_page_constructed (GObject *object)
{
  LedgerOverviewPage *self = LEDGER_OVERVIEW_PAGE (object);
  LedgerSession *session = SESSION (self);
  LedgerSettings *settings;
  GtkWidget *navigator;

  G_OBJECT_CLASS (ledger_overview_page_parent_class)->constructed (object);
  self->stale = TRUE;
  settings = ledger_session_get_settings (session);
  if (settings != NULL
      && ledger_settings_get_integer (settings, SETTINGS_GROUP, SETTINGS_TABLE, FALSE))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->as_table), TRUE);
  navigator = ledger_heading_navigator_new (DOCUMENT (self), session);
  ledger_heading_navigator_set_whole (LEDGER_HEADING_NAVIGATOR (navigator), TRUE);
  ledger_page_set_navigator (LEDGER_PAGE (self), navigator);
  g_signal_connect_object (
      DOCUMENT (self), "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      DOCUMENT (self), "notify::saved-at", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "notify::person-id", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ledger_session_get_filter (session),
                           "changed",
                           G_CALLBACK (refresh),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
ledger_overview_page_dispose (GObject *object)
{
  LedgerOverviewPage *self = LEDGER_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (ledger_overview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, stack);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, left);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, right);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, completion);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, figures);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, legend);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, as_table);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, as_bars);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, departments);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, weeks);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, basis);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, steps);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, longest);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, waiting_number);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, waiting_button);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, late_number);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, late_copy);
  gtk_widget_class_bind_template_child (klass, LedgerOverviewPage, late);
  gtk_widget_class_bind_template_callback (klass, on_as_table);
}

static void
ledger_overview_page_class_init (LedgerOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ledger_overview_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_overview_page_dispose;
  widget_class->map = ledger_overview_page_map;
  page_class->ready = TRUE;
  page_class->copy = ledger_overview_page_copy;
  page_class->take_focus = ledger_overview_page_take_focus;
  g_type_ensure (LEDGER_TYPE_COMPLETION_PANEL);
  g_type_ensure (LEDGER_TYPE_STACK_CHART);
  g_type_ensure (LEDGER_TYPE_STEP_BAR);
  g_type_ensure (LEDGER_TYPE_WEEK_CHART);
  g_type_ensure (LEDGER_TYPE_LATE_LIST);
  g_type_ensure (LEDGER_TYPE_LONGEST_WAIT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/overview/ledger-overview-page.ui");
  bind_children (widget_class);
}

static void
ledger_overview_page_init (LedgerOverviewPage *self)
{
  static const GActionEntry entries[] = {
    { "open-rows", do_open_rows, "(umsii)" },
    { "show-departments", do_show_departments },
    { "go-waiting", do_go_waiting },
    { "copy-late", do_copy_late },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  add_empty (self);
  gtk_box_append (GTK_BOX (self->legend),
                  ledger_stack_chart_get_legend (LEDGER_STACK_CHART (self->departments)));
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Overview"));
  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
  ledger_page_add_pane (LEDGER_PAGE (self), self->left);
  ledger_page_add_pane (LEDGER_PAGE (self), self->right);
}
