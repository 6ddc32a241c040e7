/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-schedule-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-empty.h"
#include "ledger-gantt.h"
#include "ledger-heading-navigator.h"
#include "ledger-schedule-menu.h"

#define WEEK_ZOOM 22.0 /* pixels a day: a week's days have their numbers */
#define MONTH_ZOOM 7.5
#define ZOOM_STEP 1.25

struct _LedgerSchedulePage
{
  LedgerPage parent_instance;

  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *gantt;
  GtkWidget *count;
  GtkWidget *filter_words;
  GtkWidget *clear;
  GHashTable *folded; /* issue ids */
  guint reload;
};

G_DEFINE_FINAL_TYPE (LedgerSchedulePage, ledger_schedule_page, LEDGER_TYPE_PAGE)

static LedgerFilter *
get_filter (LedgerSchedulePage *self)
{
  return ledger_session_get_filter (ledger_page_get_session (LEDGER_PAGE (self)));
}

static guint
count_issues (LedgerScheduleRows *rows)
{
  guint n = 0;

  for (guint i = 0; i < ledger_schedule_rows_get_n (rows); i++)
    n += ledger_schedule_rows_get (rows, i)->kind == LEDGER_SCHEDULE_ISSUE;
  return n;
}

static void
show_words (LedgerSchedulePage *self, guint n_shown)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));
  guint n_all = ledger_table_get_n_records (ledger_document_get_table (document, "issue"));
  g_autofree char *count = g_strdup_printf (_ ("%u/%u problems"), n_shown, n_all);
  g_autofree char *words = ledger_filter_describe_conditions (get_filter (self));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->filter_words), words ? words : "");
  gtk_widget_set_visible (self->clear, words != NULL);
}

static void
reload (LedgerSchedulePage *self)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));
  g_autoptr (LedgerScheduleRows) rows = NULL;
  LedgerDay first, last;
  guint n_shown;

  self->reload = 0;
  rows = ledger_schedule_rows_read (document, get_filter (self), self->folded);
  n_shown = count_issues (rows);
  ledger_gantt_set_days (LEDGER_GANTT (self->gantt),
                         ledger_document_get_calendar (document),
                         ledger_document_get_today (document));
  ledger_gantt_set_rows (LEDGER_GANTT (self->gantt), rows);
  show_words (self, n_shown);
  if (n_shown == 0 && !ledger_filter_is_empty (get_filter (self)))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
  else
    gtk_stack_set_visible_child_name (
        GTK_STACK (self->stack),
        ledger_schedule_rows_get_span (rows, &first, &last) ? "chart" : "empty");
}

static gboolean
reload_idle (gpointer data)
{
  reload (data);
  return G_SOURCE_REMOVE;
}

/* A refresh and a filter change often come together: one reading for both. */
static void
queue_reload (LedgerSchedulePage *self)
{
  if (self->reload == 0)
    self->reload = g_idle_add (reload_idle, self);
}

static void
open_row (LedgerSchedulePage *self, guint index)
{
  const LedgerScheduleRow *row =
      ledger_schedule_rows_get (ledger_gantt_get_rows (LEDGER_GANTT (self->gantt)), index);

  if (row->issue_id)
    ledger_session_open_issue (ledger_page_get_session (LEDGER_PAGE (self)), row->issue_id);
}

static void
toggle_fold (LedgerSchedulePage *self, guint index)
{
  const LedgerScheduleRow *row =
      ledger_schedule_rows_get (ledger_gantt_get_rows (LEDGER_GANTT (self->gantt)), index);

  if (!g_hash_table_remove (self->folded, row->issue_id))
    g_hash_table_add (self->folded, g_strdup (row->issue_id));
  reload (self);
}

static void
zoom_week (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_gantt_zoom (LEDGER_GANTT (((LedgerSchedulePage *)data)->gantt), WEEK_ZOOM);
}

static void
zoom_month (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_gantt_zoom (LEDGER_GANTT (((LedgerSchedulePage *)data)->gantt), MONTH_ZOOM);
}

static void
zoom_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_gantt_fit (LEDGER_GANTT (((LedgerSchedulePage *)data)->gantt));
}

static void
zoom_by (LedgerSchedulePage *self, double factor)
{
  LedgerGantt *gantt = LEDGER_GANTT (self->gantt);

  ledger_gantt_zoom (gantt, ledger_gantt_get_zoom (gantt) * factor);
}

static void
zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom_by (data, ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom_by (data, 1 / ZOOM_STEP);
}

static void
show_today (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerSchedulePage *self = data;

  ledger_gantt_show_day (LEDGER_GANTT (self->gantt),
                         ledger_document_get_today (ledger_page_get_document (LEDGER_PAGE (self))));
}

static void
show_late (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerFilter *filter = get_filter (data);
  gboolean late = ledger_filter_get_figure (filter) == LEDGER_FIGURE_OVERDUE;

  ledger_filter_set_figure (filter, late ? LEDGER_FIGURE_ALL : LEDGER_FIGURE_OVERDUE);
}

static void
clear_filter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_filter_clear (get_filter (data));
}

static void
fill_dates (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_session_open_page (ledger_page_get_session (LEDGER_PAGE (data)), LEDGER_PAGE_ID_PEOPLE);
}

static void
fill_stack (LedgerSchedulePage *self)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));

  self->gantt = ledger_gantt_new (ledger_document_get_calendar (document),
                                  ledger_document_get_today (document));
  ledger_gantt_set_folded (LEDGER_GANTT (self->gantt), self->folded);
  g_signal_connect_swapped (self->gantt, "row-activated", G_CALLBACK (open_row), self);
  g_signal_connect_swapped (self->gantt, "fold-toggled", G_CALLBACK (toggle_fold), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->gantt);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      ledger_empty_new_suggesting (_ ("No deadlines yet"),
                                   _ ("Fill in the hand-in date, then the phases can be laid out."),
                                   _ ("Fill in dates"),
                                   "page.fill-dates"),
      "empty");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      ledger_empty_new_suggesting (
          _ ("No matching problems"), NULL, _ ("Clear filter"), "page.clear-filter"),
      "none");
}

static void
ledger_schedule_page_constructed (GObject *object)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-week", .activate = zoom_week },
    { .name = "zoom-month", .activate = zoom_month },
    { .name = "zoom-reset", .activate = zoom_all },
    { .name = "zoom-in", .activate = zoom_in },
    { .name = "zoom-out", .activate = zoom_out },
    { .name = "today", .activate = show_today },
    { .name = "late", .activate = show_late },
    { .name = "clear-filter", .activate = clear_filter },
    { .name = "fill-dates", .activate = fill_dates },
  };
  LedgerSchedulePage *self = LEDGER_SCHEDULE_PAGE (object);
  LedgerPage *page = LEDGER_PAGE (object);

  G_OBJECT_CLASS (ledger_schedule_page_parent_class)->constructed (object);
  ledger_page_add_actions (page, entries, G_N_ELEMENTS (entries), self);
  fill_stack (self);
  ledger_page_set_navigator (page,
                             ledger_heading_navigator_new (ledger_page_get_document (page),
                                                           ledger_page_get_session (page)));
  ledger_page_add_pane (page, self->gantt);
  ledger_schedule_menu_attach (LEDGER_GANTT (self->gantt), page);
  g_signal_connect_object (ledger_page_get_document (page),
                           "refreshed",
                           G_CALLBACK (queue_reload),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_filter (self), "changed", G_CALLBACK (queue_reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
ledger_schedule_page_take_focus (LedgerPage *page)
{
  gtk_widget_grab_focus (LEDGER_SCHEDULE_PAGE (page)->gantt);
}

static void
ledger_schedule_page_reveal (LedgerPage *page, const char *issue_id)
{
  LedgerSchedulePage *self = LEDGER_SCHEDULE_PAGE (page);
  LedgerScheduleRows *rows = ledger_gantt_get_rows (LEDGER_GANTT (self->gantt));

  for (guint i = 0; i < ledger_schedule_rows_get_n (rows); i++)
    if (g_strcmp0 (ledger_schedule_rows_get (rows, i)->issue_id, issue_id) == 0)
      {
        ledger_gantt_select (LEDGER_GANTT (self->gantt), i);
        return;
      }
}

static void
ledger_schedule_page_dispose (GObject *object)
{
  LedgerSchedulePage *self = LEDGER_SCHEDULE_PAGE (object);

  g_clear_handle_id (&self->reload, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_SCHEDULE_PAGE);
  G_OBJECT_CLASS (ledger_schedule_page_parent_class)->dispose (object);
}

static void
ledger_schedule_page_finalize (GObject *object)
{
  g_hash_table_unref (LEDGER_SCHEDULE_PAGE (object)->folded);
  G_OBJECT_CLASS (ledger_schedule_page_parent_class)->finalize (object);
}

static void
ledger_schedule_page_class_init (LedgerSchedulePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LedgerPageClass *page_class = LEDGER_PAGE_CLASS (klass);

  object_class->constructed = ledger_schedule_page_constructed;
  object_class->dispose = ledger_schedule_page_dispose;
  object_class->finalize = ledger_schedule_page_finalize;
  page_class->ready = TRUE;
  page_class->take_focus = ledger_schedule_page_take_focus;
  page_class->reveal = ledger_schedule_page_reveal;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/schedule/ledger-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerSchedulePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LedgerSchedulePage, count);
  gtk_widget_class_bind_template_child (widget_class, LedgerSchedulePage, filter_words);
  gtk_widget_class_bind_template_child (widget_class, LedgerSchedulePage, clear);
}

static void
ledger_schedule_page_init (LedgerSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Schedule"));
}
