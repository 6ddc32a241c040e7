/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-history-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ledger-filter-button.h"
#include "ledger-operation-words.h"
#include "ledger-toolkit.h"

struct _LedgerHistoryFilterBar
{
  GtkWidget parent_instance;

  LedgerSession *session;
  LedgerHistoryDiary *diary;
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *person;
  GtkWidget *kind;
  GtkWidget *days;
  GtkWidget *issue;
  GtkWidget *clear;
  GtkWidget *undo;
  GtkWidget *undo_label;
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

static LedgerDocument *
get_document (LedgerHistoryFilterBar *self)
{
  return ledger_session_get_document (self->session);
}

/* --- what may be chosen; each menu is made when it is opened --- */

static void
fill_people (LedgerHistoryFilterBar *self, LedgerFilterButton *button)
{
  g_autoptr (GPtrArray) people = ledger_history_diary_list_people (self->diary);

  for (guint i = 0; i < people->len; i++)
    ledger_filter_button_offer (button, people->pdata[i], people->pdata[i]);
}

static void
fill_kinds (LedgerHistoryFilterBar *self, LedgerFilterButton *button)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    ledger_filter_button_offer (button, kinds[i], ledger_operation_words_get_kind (kinds[i]));
}

static void
fill_days (LedgerHistoryFilterBar *self, LedgerFilterButton *button)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    ledger_filter_button_offer (button, spans[i].word, _ (spans[i].name));
}

static void
offer_issue (LedgerHistoryFilterBar *self, LedgerFilterButton *button, const char *id)
{
  g_autofree char *label = ledger_document_dup_label (get_document (self), "issue", id);

  ledger_filter_button_offer (button, id, label);
}

/* The one shown, and the one that is selected in the table of problems. */
static void
fill_issues (LedgerHistoryFilterBar *self, LedgerFilterButton *button)
{
  const char *shown = ledger_history_diary_get_issue (self->diary);
  const char *selected = ledger_session_get_selected_issue (self->session);

  if (shown != NULL)
    offer_issue (self, button, shown);
  if (selected != NULL && g_strcmp0 (selected, shown) != 0)
    offer_issue (self, button, selected);
}

/* --- choosing --- */

static void
on_person (LedgerHistoryFilterBar *self, const char *name)
{
  ledger_history_diary_set_person (self->diary, name);
}

static void
on_kind (LedgerHistoryFilterBar *self, const char *kind)
{
  ledger_history_diary_set_kind (self->diary, kind);
}

static void
on_days (LedgerHistoryFilterBar *self, const char *word)
{
  const LedgerDay today = ledger_document_get_today (get_document (self));
  LedgerDay from = LEDGER_DAY_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_strcmp0 (word, spans[i].word) == 0)
      from = today - spans[i].days + 1;
  ledger_history_diary_set_days (self->diary, from, LEDGER_DAY_NONE);
}

static void
on_issue (LedgerHistoryFilterBar *self, const char *id)
{
  ledger_history_diary_set_issue (self->diary, id);
}

static void
on_search (LedgerHistoryFilterBar *self)
{
  ledger_history_diary_set_search (self->diary,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* --- following --- */

static void
show_days (LedgerHistoryFilterBar *self)
{
  const LedgerDay today = ledger_document_get_today (get_document (self));
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
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->days), word, chosen);
}

static void
follow (LedgerHistoryFilterBar *self)
{
  const char *person = ledger_history_diary_get_person (self->diary);
  const char *kind = ledger_history_diary_get_kind (self->diary);
  const char *issue = ledger_history_diary_get_issue (self->diary);
  g_autofree char *label =
      issue != NULL ? ledger_document_dup_label (get_document (self), "issue", issue) : NULL;

  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->person), person, person);
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->kind),
                             kind,
                             kind != NULL ? ledger_operation_words_get_kind (kind) : NULL);
  ledger_filter_button_show (LEDGER_FILTER_BUTTON (self->issue), issue, label);
  show_days (self);
  gtk_widget_set_visible (self->clear, ledger_history_diary_is_filtered (self->diary));
}

static void
follow_undo (LedgerHistoryFilterBar *self)
{
  LedgerDocument *document = get_document (self);
  const char *title = ledger_document_get_undo_title (document);
  const char *reason = ledger_document_get_undo_reason (document);
  g_autofree char *text = title == NULL    ? NULL
                          : reason == NULL ? g_strdup_printf (_ ("Undo “%s”"), title)
                                           : g_strdup_printf (_ ("“%s” cannot be undone"), title);

  gtk_widget_set_visible (self->undo, title != NULL && !ledger_document_is_read_only (document));
  ledger_toolkit_set_tooltip (self->undo, reason != NULL ? reason : text);
  gtk_label_set_text (GTK_LABEL (self->undo_label), text != NULL ? text : "");
}

/* --- life --- */

static void
ledger_history_filter_bar_dispose (GObject *object)
{
  LedgerHistoryFilterBar *self = LEDGER_HISTORY_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_HISTORY_FILTER_BAR);
  g_clear_object (&self->session);
  g_clear_object (&self->diary);
  G_OBJECT_CLASS (ledger_history_filter_bar_parent_class)->dispose (object);
}

static void
ledger_history_filter_bar_class_init (LedgerHistoryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_history_filter_bar_dispose;
  g_type_ensure (LEDGER_TYPE_FILTER_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/history/ledger-history-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, person);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, kind);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, days);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, issue);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, undo);
  gtk_widget_class_bind_template_child (widget_class, LedgerHistoryFilterBar, undo_label);
  gtk_widget_class_bind_template_callback (widget_class, fill_people);
  gtk_widget_class_bind_template_callback (widget_class, fill_kinds);
  gtk_widget_class_bind_template_callback (widget_class, fill_days);
  gtk_widget_class_bind_template_callback (widget_class, fill_issues);
  gtk_widget_class_bind_template_callback (widget_class, on_person);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_days);
  gtk_widget_class_bind_template_callback (widget_class, on_issue);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
}

static void
ledger_history_filter_bar_init (LedgerHistoryFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_history_filter_bar_new (LedgerSession *session, LedgerHistoryDiary *diary)
{
  LedgerHistoryFilterBar *self = g_object_new (LEDGER_TYPE_HISTORY_FILTER_BAR, NULL);
  LedgerDocument *document = ledger_session_get_document (session);

  self->session = g_object_ref (session);
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
  /* In this order: a cursor that blinks already is not stopped by selecting, and the toolkit warns
   * of it in the next frame. */
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  gtk_widget_grab_focus (self->search);
}

void
ledger_history_filter_bar_clear (LedgerHistoryFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ledger_history_diary_clear (self->diary);
}
