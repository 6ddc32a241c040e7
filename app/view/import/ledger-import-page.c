/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-empty.h"
#include "ledger-import-choices.h"
#include "ledger-import-sides.h"
#include "ledger-import-summary.h"
#include "ledger-import-waiting.h"
#include "ledger-import-words.h"
#include "ledger-import-writing.h"
#include "ledger-recent-ledgers.h"
#include "ledger-subpage-bar.h"
#include "ledger-toolkit.h"

struct _LedgerImportPage
{
  LedgerPage parent_instance;

  LedgerImportStudy *study;
  LedgerImportOutcome *outcome;
  LedgerSubpageBar *bar;
  LedgerImportChoices *choices;
  GtkWidget *import_button;
  GtkStack *states; /* empty, reading, failed, ready; NULL once it is wound down */
  GtkWidget *failure;
  LedgerImportWaiting *waiting;
  LedgerImportSides *sides;
  LedgerImportSummary *summary;
  gboolean writing;
  gboolean leaving;
  char *person; /* who imports */
};

G_DEFINE_FINAL_TYPE (LedgerImportPage, ledger_import_page, LEDGER_TYPE_PAGE)

static LedgerSession *
get_session (LedgerImportPage *self)
{
  return ledger_page_get_session (LEDGER_PAGE (self));
}

static gboolean
is_ready (LedgerImportPage *self)
{
  return ledger_import_study_get_state (self->study) == LEDGER_STUDY_READY;
}

/* --- the bar --- */

static void
show_title (LedgerImportPage *self)
{
  const char *path = ledger_import_study_get_path (self->study);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (path != NULL && is_ready (self))
    name = g_path_get_basename (path);
  else if (is_ready (self))
    name = g_strdup (_ ("pasted table"));
  title = name != NULL ? g_strdup_printf (_ ("Import the list · %s"), name)
                       : g_strdup (_ ("Import the list"));
  ledger_subpage_bar_set_title (self->bar, title);
}

static void
on_refused (LedgerImportPage *self, const char *sentence)
{
  ledger_session_toast (get_session (self), sentence, NULL, NULL, NULL);
}

/* --- what the reading says --- */

/* Why nothing can be imported now, or NULL. */
static const char *
find_reason (LedgerImportPage *self, gboolean some)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));
  const char *reason = ledger_import_study_get_reason (self->study);

  if (reason != NULL)
    return reason;
  if (document != NULL && ledger_document_is_read_only (document))
    return _ ("The ledger is open for reading only.");
  if (ledger_import_study_get_plan (self->study) != NULL && !some)
    return _ ("The ledger holds all of this already.");
  return NULL;
}

static void
show_button (LedgerImportPage *self)
{
  const LedgerImportChosen chosen = ledger_import_outcome_count (self->outcome);
  const gboolean some = chosen.issues + chosen.measures + chosen.values > 0;
  const char *reason = find_reason (self, some);
  g_autofree char *label =
      self->writing ? g_strdup (_ ("Importing…")) : ledger_import_words_dup_button (&chosen);

  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  ledger_toolkit_set_tooltip (self->import_button, reason);
  ledger_import_summary_set_reason (self->summary, reason);
  ledger_page_enable_action (LEDGER_PAGE (self),
                             "import",
                             ledger_import_study_get_plan (self->study) != NULL && some
                                 && reason == NULL && !self->writing
                                 && !ledger_import_study_is_behind (self->study));
}

static gboolean
is_first (LedgerImportOutcome *outcome)
{
  return ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_UPDATED) == 0
         && ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_UNCHANGED) == 0
         && ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_KEPT) == 0;
}

/* A ledger whose problems all differ is compared too: its pairs have to be told. */
static gboolean
is_compared (LedgerImportPage *self)
{
  LedgerImportPlan *plan = ledger_import_study_get_plan (self->study);

  return !is_first (self->outcome)
         || (plan != NULL && ledger_import_plan_get_pairs (plan)->len > 0);
}

static void
on_study_changed (LedgerImportPage *self)
{
  static const char *const names[] = {
    [LEDGER_STUDY_EMPTY] = "empty",
    [LEDGER_STUDY_READING] = "reading",
    [LEDGER_STUDY_FAILED] = "failed",
    [LEDGER_STUDY_READY] = "ready",
  };
  const LedgerStudyState state = ledger_import_study_get_state (self->study);
  const gboolean ready = state == LEDGER_STUDY_READY;
  const gboolean was_ready =
      g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "ready") == 0;

  show_title (self);
  ledger_import_outcome_set_plan (self->outcome,
                                  ready ? ledger_import_study_get_plan (self->study) : NULL);
  if (ready)
    {
      ledger_import_sides_show_reading (self->sides, !is_compared (self));
      ledger_import_summary_show_reading (self->summary);
    }
  gtk_widget_set_visible (self->import_button, ready);
  ledger_import_waiting_watch (
      self->waiting,
      state == LEDGER_STUDY_READING ? ledger_import_study_get_progress (self->study) : NULL);
  if (state == LEDGER_STUDY_FAILED)
    ledger_empty_set_line (self->failure, ledger_import_study_get_reason (self->study));
  gtk_stack_set_visible_child_name (self->states, names[state]);
  if (ready && !was_ready)
    gtk_widget_child_focus (GTK_WIDGET (ledger_import_summary_get_form (self->summary)),
                            GTK_DIR_TAB_FORWARD);
  show_button (self);
}

/* --- both halves --- */

static void
on_fate (LedgerImportPage *self, int fate)
{
  ledger_import_sides_show_fate (self->sides, (LedgerImportFate)fate);
}

static void
on_cell (LedgerImportPage *self, guint row, guint column)
{
  ledger_import_sides_show_cell (self->sides, row, column);
}

static void
on_summary_activate (LedgerImportPage *self)
{
  gtk_widget_grab_focus (self->import_button);
}

static void
on_decided (LedgerImportPage *self, guint row, gboolean as_change)
{
  ledger_import_study_decide (self->study, row, as_change);
}

/* --- importing --- */

/* While it is written nothing here can be changed. The form is greyed; the list stays as it looks
 * and only takes no part, for another look of some hundred cells holds up the window. */
static void
set_writing (LedgerImportPage *self, gboolean writing)
{
  GtkWidget *states = GTK_WIDGET (self->states);

  self->writing = writing;
  if (states == NULL)
    return;
  if (writing)
    ledger_toolkit_leave_focus (states);
  gtk_widget_set_can_target (states, !writing);
  gtk_widget_set_can_focus (states, !writing);
  gtk_accessible_update_state (GTK_ACCESSIBLE (states), GTK_ACCESSIBLE_STATE_BUSY, writing, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (ledger_import_summary_get_form (self->summary)), !writing);
}

static void
end_writing (LedgerImportPage *self)
{
  set_writing (self, FALSE);
  if (self->states == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ledger_page_take_focus (LEDGER_PAGE (self));
  show_button (self);
}

static char *
dup_toast (LedgerImportPage *self)
{
  const LedgerImportChosen chosen = ledger_import_outcome_count (self->outcome);

  return ledger_import_words_dup_toast (&chosen);
}

static void
on_ledger_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerDocument) document = NULL;
  g_autoptr (GFile) file = ledger_import_writing_make_ledger_finish (result, &document, &error);
  g_autoptr (LedgerSession) session = g_object_ref (get_session (self));
  g_autofree char *toast = NULL;

  if (file == NULL)
    {
      end_writing (self);
      ledger_session_show_error (session, error);
      return;
    }
  toast = dup_toast (self);
  if (document != NULL)
    ledger_session_show_ledger (session, document, self->person, toast);
  else
    ledger_session_open_ledger (session, file, self->person, toast);
}

static void
on_committed (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;

  if (committed && !self->leaving && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ledger_session_pop_subpage (session);
  else
    end_writing (self);
}

static void
on_edit_made (GObject *source, GAsyncResult *result, gpointer data)
{
  LedgerImportPage *self = data;
  GError *error = NULL;
  LedgerEdit *edit = ledger_import_writing_make_edit_finish (result, &error);
  g_autofree char *toast = dup_toast (self);

  ledger_session_commit (get_session (self), edit, &error, toast, on_committed, self);
}

static void
do_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerImportPage *self = data;
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));
  LedgerTaskQueue *jobs = ledger_import_study_get_jobs (self->study);
  LedgerImportPlan *plan = ledger_import_study_get_plan (self->study);
  LedgerImportForm *form = ledger_import_summary_get_form (self->summary);
  g_autofree char *unit = ledger_import_form_dup_unit (form);
  LedgerImportRound round = {
    .unit = unit,
    .report_due = ledger_import_form_get_report_due (form),
    .feedback_date =
        document == NULL ? ledger_import_study_find_feedback_date (self->study) : LEDGER_DAY_NONE,
  };

  if (plan == NULL || self->writing || ledger_import_study_is_behind (self->study))
    return;
  g_free (self->person);
  self->person = ledger_import_form_dup_person (form);
  round.actor = self->person;
  set_writing (self, TRUE);
  show_button (self);
  if (document != NULL)
    ledger_import_writing_make_edit (
        jobs, plan, &round, ledger_document_get_path (document), on_edit_made, g_object_ref (self));
  else
    {
      g_autofree char *home = ledger_recent_ledgers_dup_home ();

      ledger_import_writing_make_ledger (
          jobs, plan, &round, home, on_ledger_made, g_object_ref (self));
    }
}

/* --- choosing a file --- */

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;

  if (file != NULL)
    ledger_import_page_load_file (self, file);
}

static void
do_choose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerImportPage *self = data;

  ledger_toolkit_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              _ ("Import a list of problems"),
                              _ ("_Import"),
                              LEDGER_FILES_SHEET,
                              on_file_chosen,
                              g_object_ref (self));
}

static void
do_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_import_study_cancel (LEDGER_IMPORT_PAGE (data)->study);
}

/* --- the page --- */

static void
ledger_import_page_take_focus (LedgerPage *page)
{
  if (LEDGER_IMPORT_PAGE (page)->states != NULL)
    gtk_widget_child_focus (GTK_WIDGET (LEDGER_IMPORT_PAGE (page)->states), GTK_DIR_TAB_FORWARD);
}

/* The list in its columns is nearly all that the page is made of; then goes what is around it. */
static gboolean
ledger_import_page_wind_down (LedgerPage *page)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (page);
  const gboolean first = !self->leaving;

  if (self->states == NULL)
    return FALSE;
  self->leaving = TRUE;
  g_signal_handlers_disconnect_by_data (self->study, self);
  g_signal_handlers_disconnect_by_data (self->outcome, self);
  ledger_import_waiting_watch (self->waiting, NULL);
  ledger_import_study_cancel (self->study);
  gtk_widget_set_visible (GTK_WIDGET (self->states), FALSE);
  /* Whoever leaves has enough to do in this turn. */
  if (!first && !ledger_import_sides_wind_down (self->sides))
    {
      self->states = NULL;
      adw_bin_set_child (ADW_BIN (self), NULL);
    }
  return TRUE;
}

static void
ledger_import_page_unroot (GtkWidget *widget)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (widget);

  if (self->study != NULL)
    ledger_import_study_cancel (self->study);
  GTK_WIDGET_CLASS (ledger_import_page_parent_class)->unroot (widget);
}

static void
add_panes (LedgerImportPage *self)
{
  ledger_page_add_pane (LEDGER_PAGE (self), GTK_WIDGET (self->sides));
  ledger_page_add_pane (LEDGER_PAGE (self), ledger_import_summary_get_doubts (self->summary));
  ledger_page_add_pane (LEDGER_PAGE (self),
                        GTK_WIDGET (ledger_import_summary_get_form (self->summary)));
}

static void
ledger_import_page_constructed (GObject *object)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (object);
  const GActionEntry entries[] = {
    { "import", do_import },
    { "choose", do_choose },
    { "cancel", do_cancel },
  };

  G_OBJECT_CLASS (ledger_import_page_parent_class)->constructed (object);
  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
  self->study = ledger_import_study_new (ledger_page_get_document (LEDGER_PAGE (self)));
  self->outcome = ledger_import_outcome_new ();
  ledger_import_choices_set_study (self->choices, self->study);
  ledger_import_sides_set_study (self->sides, self->study, self->outcome);
  ledger_import_summary_set_study (self->summary, self->study, self->outcome, get_session (self));
  add_panes (self);
  g_signal_connect_swapped (self->study, "changed", G_CALLBACK (on_study_changed), self);
  g_signal_connect_swapped (self->study, "accepted", G_CALLBACK (show_button), self);
  g_signal_connect_swapped (self->study, "refused", G_CALLBACK (on_refused), self);
  g_signal_connect_swapped (self->outcome, "chosen-changed", G_CALLBACK (show_button), self);
  g_signal_connect_swapped (self->outcome, "decided", G_CALLBACK (on_decided), self);
  ledger_page_set_title (LEDGER_PAGE (self), _ ("Import"));
  ledger_page_set_primary_action (LEDGER_PAGE (self), "page.import");
  on_study_changed (self);
}

static void
ledger_import_page_dispose (GObject *object)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (object);

  if (self->study != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->study, self);
      ledger_import_study_cancel (self->study);
      ledger_import_outcome_set_plan (self->outcome, NULL);
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->study);
  g_clear_object (&self->outcome);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (ledger_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/zhenggai/Ledger/import/ledger-import-page.ui");
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, bar);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, choices);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, import_button);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, states);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, failure);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, waiting);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, sides);
  gtk_widget_class_bind_template_child (klass, LedgerImportPage, summary);
  gtk_widget_class_bind_template_callback (klass, on_fate);
  gtk_widget_class_bind_template_callback (klass, on_cell);
  gtk_widget_class_bind_template_callback (klass, on_summary_activate);
}

static void
ledger_import_page_class_init (LedgerImportPageClass *klass)
{
  g_type_ensure (LEDGER_TYPE_SUBPAGE_BAR);
  g_type_ensure (LEDGER_TYPE_IMPORT_CHOICES);
  g_type_ensure (LEDGER_TYPE_IMPORT_SIDES);
  g_type_ensure (LEDGER_TYPE_IMPORT_SUMMARY);
  g_type_ensure (LEDGER_TYPE_IMPORT_WAITING);
  G_OBJECT_CLASS (klass)->constructed = ledger_import_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_import_page_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = ledger_import_page_unroot;
  LEDGER_PAGE_CLASS (klass)->take_focus = ledger_import_page_take_focus;
  LEDGER_PAGE_CLASS (klass)->wind_down = ledger_import_page_wind_down;
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ledger_import_page_init (LedgerImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_page_load_file (LedgerImportPage *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || self->writing || self->states == NULL)
    return;
  ledger_import_study_load_file (self->study, path);
}

void
ledger_import_page_load_table (LedgerImportPage *self, const char *text, const char *html)
{
  if (self->writing || self->states == NULL)
    return;
  ledger_import_study_load_table (self->study, text, html);
}
