/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-page.h"

#include <glib/gi18n-lib.h>

#include "ledger-empty.h"
#include "ledger-import-doubt-list.h"
#include "ledger-import-form.h"
#include "ledger-import-outcome-view.h"
#include "ledger-import-preview.h"
#include "ledger-import-writing.h"
#include "ledger-recent-ledgers.h"
#include "ledger-subpage-bar.h"
#include "ledger-toolkit.h"

#define RIGHT_WIDTH 384

struct _LedgerImportPage
{
  LedgerPage parent_instance;

  LedgerImportStudy *study;
  LedgerImportOutcome *outcome;
  GtkWidget *bar;
  GtkWidget *sheets; /* drop-down; hidden where there is one sheet only */
  GtkWidget *import_button;
  GtkWidget *states; /* empty, reading, failed, ready */
  GtkWidget *failure;
  GtkWidget *reading_bar;
  GtkWidget *sides; /* sheet, outcome */
  GtkWidget *sheet_toggle;
  GtkWidget *outcome_toggle;
  GtkWidget *preview;
  GtkWidget *extent;
  GtkWidget *outcome_view;
  GtkWidget *figures[LEDGER_IMPORT_KEPT + 1];
  GtkWidget *sum;
  GtkWidget *reason;
  GtkWidget *form;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (LedgerImportPage, ledger_import_page, LEDGER_TYPE_PAGE)

static LedgerSession *
get_session (LedgerImportPage *self)
{
  return ledger_page_get_session (LEDGER_PAGE (self));
}

/* --- what the reading says --- */

static void
show_bar (LedgerImportPage *self)
{
  const char *path = ledger_import_study_get_path (self->study);
  const gboolean ready = ledger_import_study_get_state (self->study) == LEDGER_STUDY_READY;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (path != NULL && ready)
    name = g_path_get_basename (path);
  else if (ready)
    name = g_strdup (_ ("pasted table"));
  title = name != NULL ? g_strdup_printf (_ ("Import the list · %s"), name)
                       : g_strdup (_ ("Import the list"));
  ledger_subpage_bar_set_title (LEDGER_SUBPAGE_BAR (self->bar), title);
}

static void
on_sheet_chosen (LedgerImportPage *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->sheets));
  const char *name = chosen != NULL ? gtk_string_object_get_string (chosen) : NULL;

  if (name != NULL && ledger_import_study_get_state (self->study) == LEDGER_STUDY_READY)
    ledger_import_study_choose_sheet (self->study, name);
}

static void
show_sheets (LedgerImportPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LedgerWorkbook *workbook = ledger_import_study_get_workbook (self->study);
  const LedgerSheet *shown = ledger_import_study_get_sheet (self->study);
  const guint n = ledger_workbook_get_n_sheets (workbook);
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names,
                              ledger_sheet_get_name (ledger_workbook_get_sheet (workbook, i)));
      if (ledger_workbook_get_sheet (workbook, i) == shown)
        selected = i;
    }
  g_signal_handlers_block_by_func (self->sheets, on_sheet_chosen, self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->sheets), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sheets), selected);
  g_signal_handlers_unblock_by_func (self->sheets, on_sheet_chosen, self);
  gtk_widget_set_visible (self->sheets, n > 1);
}

/* Takes WORDS; of what there is none nothing is said. */
static void
add_count (GString *sum, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (sum, "%s%s", sum->len > 0 ? "  " : "", words);
  g_free (words);
}

static char *
dup_sum (const LedgerSheetCounts *counts)
{
  g_autoptr (GString) sum = g_string_new (NULL);

  add_count (
      sum,
      counts->issues,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", counts->issues),
                       counts->issues));
  add_count (sum,
             counts->headings,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u heading in the list",
                                           "%u headings in the list",
                                           counts->headings),
                              counts->headings));
  add_count (
      sum,
      counts->measures,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measure", "%u measures", counts->measures),
                       counts->measures));
  add_count (
      sum,
      counts->departments,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u department", "%u departments", counts->departments),
          counts->departments));
  add_count (
      sum,
      counts->people,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", counts->people),
                       counts->people));
  return g_string_free (g_steal_pointer (&sum), FALSE);
}

static void
show_figures (LedgerImportPage *self)
{
  LedgerImportPlan *plan = ledger_import_study_get_plan (self->study);
  const LedgerSheetCounts counts = ledger_import_study_get_counts (self->study);
  g_autofree char *sum = NULL;

  for (guint fate = 0; fate <= LEDGER_IMPORT_KEPT; fate++)
    {
      const guint n = ledger_import_outcome_count_issues (self->outcome, fate);
      g_autofree char *label = g_strdup_printf ("%s %u", ledger_import_fate_get_name (fate), n);

      gtk_button_set_label (GTK_BUTTON (self->figures[fate]), label);
      gtk_widget_set_visible (self->figures[fate], fate != LEDGER_IMPORT_KEPT || n > 0);
      gtk_widget_set_sensitive (self->figures[fate], n > 0);
    }
  sum = dup_sum (&counts);
  gtk_label_set_text (GTK_LABEL (self->sum), plan != NULL ? sum : "");
}

static char *
dup_import_label (const LedgerImportChosen *chosen)
{
  if (chosen->issues > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Import %u problem", "Import %u problems", chosen->issues),
        chosen->issues);
  if (chosen->measures > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Import %u measure", "Import %u measures", chosen->measures),
        chosen->measures);
  if (chosen->values > 0)
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE, "Take over %u change", "Take over %u changes", chosen->values),
        chosen->values);
  return g_strdup (_ ("Import"));
}

static void
show_button (LedgerImportPage *self)
{
  LedgerDocument *document = ledger_page_get_document (LEDGER_PAGE (self));
  const gboolean planned = ledger_import_study_get_plan (self->study) != NULL;
  const LedgerImportChosen chosen = ledger_import_outcome_count (self->outcome);
  const gboolean some = chosen.issues + chosen.measures + chosen.values > 0;
  const gboolean writable = document == NULL || !ledger_document_is_read_only (document);
  g_autofree char *label = dup_import_label (&chosen);
  const char *reason = ledger_import_study_get_reason (self->study);

  if (reason == NULL && !writable)
    reason = _ ("The ledger is open for reading only.");
  else if (reason == NULL && planned && !some)
    reason = _ ("The ledger holds all of this already.");
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  gtk_widget_set_tooltip_text (self->import_button, reason);
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  ledger_page_enable_action (LEDGER_PAGE (self),
                             "import",
                             planned && some && writable && !self->writing
                                 && !ledger_import_study_is_behind (self->study));
}

static gboolean
is_first (LedgerImportOutcome *outcome)
{
  return ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_UPDATED) == 0
         && ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_UNCHANGED) == 0
         && ledger_import_outcome_count_issues (outcome, LEDGER_IMPORT_KEPT) == 0;
}

static void
show_reading (LedgerImportPage *self)
{
  LedgerImportPlan *plan = ledger_import_study_get_plan (self->study);
  g_autofree char *unit = ledger_import_study_dup_unit (self->study);
  g_autofree char *extent = NULL;

  show_sheets (self);
  ledger_import_outcome_set_plan (self->outcome, plan);
  ledger_import_outcome_view_set_first (LEDGER_IMPORT_OUTCOME_VIEW (self->outcome_view),
                                        is_first (self->outcome));
  ledger_import_form_propose_unit (LEDGER_IMPORT_FORM (self->form), unit);
  show_figures (self);
  extent = ledger_import_preview_dup_extent (LEDGER_IMPORT_PREVIEW (self->preview));
  gtk_label_set_text (GTK_LABEL (self->extent), extent);
}

static void
show_progress (LedgerImportPage *self)
{
  LedgerProgress *progress = ledger_import_study_get_progress (self->study);
  const double fraction = progress != NULL ? ledger_progress_get_fraction (progress) : -1;

  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->reading_bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->reading_bar), fraction);
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
  const gboolean was_ready =
      g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->states)), "ready") == 0;

  show_bar (self);
  if (state == LEDGER_STUDY_READY)
    show_reading (self);
  else
    {
      ledger_import_outcome_set_plan (self->outcome, NULL);
      gtk_widget_set_visible (self->sheets, FALSE);
    }
  if (state == LEDGER_STUDY_FAILED)
    ledger_empty_set_line (self->failure, ledger_import_study_get_reason (self->study));
  gtk_widget_set_visible (self->import_button, state == LEDGER_STUDY_READY);
  gtk_stack_set_visible_child_name (GTK_STACK (self->states), names[state]);
  if (state == LEDGER_STUDY_READY && !was_ready)
    gtk_widget_grab_focus (self->form);
  show_button (self);
}

/* --- sides --- */

static void
show_side (LedgerImportPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->sides), name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sheet_toggle),
                                g_str_equal (name, "sheet"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->outcome_toggle),
                                g_str_equal (name, "outcome"));
}

static void
on_side_toggled (LedgerImportPage *self)
{
  const gboolean outcome = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->outcome_toggle));

  if (outcome && gtk_stack_get_visible_child (GTK_STACK (self->sides)) != self->outcome_view)
    ledger_import_outcome_set_fate (self->outcome, -1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->sides), outcome ? "outcome" : "sheet");
}

/* A number opens the rows that it counts. */
static void
on_figure (LedgerImportPage *self, GtkButton *button)
{
  for (guint fate = 0; fate <= LEDGER_IMPORT_KEPT; fate++)
    if (GTK_WIDGET (button) == self->figures[fate])
      {
        show_side (self, "outcome");
        ledger_import_outcome_set_fate (self->outcome, (int)fate);
      }
}

static void
on_cell (LedgerImportPage *self, guint row, guint column)
{
  g_autofree char *extent = NULL;

  show_side (self, "sheet");
  ledger_import_preview_select (LEDGER_IMPORT_PREVIEW (self->preview), row, column);
  extent = ledger_import_preview_dup_extent (LEDGER_IMPORT_PREVIEW (self->preview));
  gtk_label_set_text (GTK_LABEL (self->extent), extent);
}

/* --- importing --- */

static void
end_writing (LedgerImportPage *self)
{
  self->writing = FALSE;
  gtk_widget_set_sensitive (self->states, TRUE);
  show_button (self);
}

static char *
dup_toast (LedgerImportPage *self)
{
  const LedgerImportChosen chosen = ledger_import_outcome_count (self->outcome);

  if (chosen.values > 0)
    return g_strdup_printf (_ ("Imported %u problems, %u measures, changed %u places"),
                            chosen.issues,
                            chosen.measures,
                            chosen.values);
  if (chosen.measures == 0)
    return g_strdup_printf (_ ("Imported %u problems"), chosen.issues);
  return g_strdup_printf (_ ("Imported %u problems, %u measures"), chosen.issues, chosen.measures);
}

static void
on_ledger_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ledger_import_writing_make_ledger_finish (result, &error);
  g_autoptr (LedgerSession) session = g_object_ref (get_session (self));
  g_autofree char *toast = NULL;
  g_autofree char *person = NULL;

  if (file == NULL)
    {
      end_writing (self);
      ledger_session_show_error (session, error);
      return;
    }
  toast = dup_toast (self);
  person = ledger_import_form_dup_person (LEDGER_IMPORT_FORM (self->form));
  ledger_session_open_ledger (session, file, person, toast);
}

static void
on_committed (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;

  end_writing (self);
  if (committed && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ledger_session_pop_subpage (session);
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
  LedgerImportForm *form = LEDGER_IMPORT_FORM (self->form);
  g_autofree char *unit = ledger_import_form_dup_unit (form);
  g_autofree char *person = ledger_import_form_dup_person (form);
  const LedgerImportRound round = {
    .unit = unit,
    .report_due = ledger_import_form_get_report_due (form),
    .feedback_date =
        document == NULL ? ledger_import_study_find_feedback_date (self->study) : LEDGER_DAY_NONE,
    .actor = person,
  };

  if (plan == NULL || self->writing)
    return;
  self->writing = TRUE;
  gtk_widget_set_sensitive (self->states, FALSE);
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
on_file_chosen (GListModel *files, gpointer data)
{
  g_autoptr (LedgerImportPage) self = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    ledger_import_page_load_file (self, file);
}

static void
do_choose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerImportPage *self = data;

  ledger_toolkit_choose_files (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               _ ("Import a list of problems"),
                               _ ("_Import"),
                               LEDGER_FILES_SHEET,
                               FALSE,
                               on_file_chosen,
                               g_object_ref (self));
}

static void
do_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ledger_import_study_cancel (LEDGER_IMPORT_PAGE (data)->study);
}

/* --- building --- */

static GtkWidget *
create_reading (LedgerImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Reading the list…")));
  self->reading_bar = gtk_progress_bar_new ();
  gtk_widget_set_size_request (self->reading_bar, 320, -1);
  gtk_box_append (GTK_BOX (box), self->reading_bar);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "page.cancel");
  gtk_box_append (GTK_BOX (box), cancel);
  return box;
}

static GtkWidget *
create_toggle (LedgerImportPage *self, const char *label, GtkWidget *group)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_side_toggled), self);
  return toggle;
}

static GtkWidget *
create_foot (LedgerImportPage *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_add_css_class (foot, "sheet-foot");
  self->sheet_toggle = create_toggle (self, _ ("The list"), NULL);
  self->outcome_toggle = create_toggle (self, _ ("After the import"), self->sheet_toggle);
  gtk_box_append (GTK_BOX (linked), self->sheet_toggle);
  gtk_box_append (GTK_BOX (linked), self->outcome_toggle);
  gtk_box_append (GTK_BOX (foot), linked);
  self->extent = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->extent, "numeric");
  gtk_widget_add_css_class (self->extent, "dim-label");
  gtk_box_append (GTK_BOX (foot), self->extent);
  return foot;
}

static GtkWidget *
create_left (LedgerImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sides = gtk_stack_new ();
  self->preview = ledger_import_preview_new (self->study);
  self->outcome_view = ledger_import_outcome_view_new (self->outcome);
  gtk_stack_add_named (GTK_STACK (self->sides), self->preview, "sheet");
  gtk_stack_add_named (GTK_STACK (self->sides), self->outcome_view, "outcome");
  gtk_widget_set_vexpand (self->sides, TRUE);
  gtk_box_append (GTK_BOX (box), self->sides);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sheet_toggle), TRUE);
  return box;
}

static GtkWidget *
create_figures (LedgerImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint fate = 0; fate <= LEDGER_IMPORT_KEPT; fate++)
    {
      self->figures[fate] = gtk_button_new_with_label (ledger_import_fate_get_name (fate));
      gtk_widget_add_css_class (self->figures[fate], "flat");
      gtk_widget_add_css_class (self->figures[fate], "numeric");
      gtk_widget_add_css_class (self->figures[fate], "small-button");
      g_signal_connect_swapped (self->figures[fate], "clicked", G_CALLBACK (on_figure), self);
      gtk_box_append (GTK_BOX (box), self->figures[fate]);
    }
  return box;
}

static GtkWidget *
create_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
on_form_activate (LedgerImportPage *self)
{
  gtk_widget_grab_focus (self->import_button);
}

static GtkWidget *
create_right (LedgerImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *doubts = ledger_import_doubt_list_new (self->study);

  gtk_widget_add_css_class (box, "import-side");
  gtk_widget_set_size_request (box, RIGHT_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), create_figures (self));
  self->sum = create_label ("numeric");
  gtk_box_append (GTK_BOX (box), self->sum);
  self->reason = create_label (NULL);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  g_signal_connect_swapped (doubts, "cell", G_CALLBACK (on_cell), self);
  gtk_widget_set_vexpand (doubts, TRUE);
  gtk_box_append (GTK_BOX (box), doubts);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->form = ledger_import_form_new (get_session (self));
  g_signal_connect_swapped (self->form, "activate", G_CALLBACK (on_form_activate), self);
  gtk_box_append (GTK_BOX (box), self->form);
  ledger_page_add_pane (LEDGER_PAGE (self), doubts);
  ledger_page_add_pane (LEDGER_PAGE (self), self->form);
  return box;
}

static void
build_bar (LedgerImportPage *self)
{
  self->bar = ledger_subpage_bar_new (_ ("Import the list"), NULL);
  self->sheets = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sheet"), -1);
  gtk_widget_set_tooltip_text (self->sheets, _ ("Sheet"));
  gtk_widget_set_visible (self->sheets, FALSE);
  g_signal_connect_swapped (self->sheets, "notify::selected", G_CALLBACK (on_sheet_chosen), self);
  ledger_subpage_bar_append (LEDGER_SUBPAGE_BAR (self->bar), self->sheets);
  self->import_button = gtk_button_new_with_label (_ ("Import"));
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import_button), "page.import");
  ledger_subpage_bar_append_end (LEDGER_SUBPAGE_BAR (self->bar), self->import_button);
}

static GtkWidget *
create_ready (LedgerImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = create_left (self);

  gtk_widget_set_hexpand (left, TRUE);
  ledger_page_add_pane (LEDGER_PAGE (self), self->sides);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), create_right (self));
  return box;
}

static void
build_states (LedgerImportPage *self)
{
  self->states = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->states),
                       ledger_empty_new (_ ("Import the list"),
                                         _ ("Drop the list here, or paste a table"),
                                         _ ("Choose a list…"),
                                         "page.choose",
                                         TRUE),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->states), create_reading (self), "reading");
  self->failure = ledger_empty_new (
      _ ("The list was not imported"), NULL, _ ("Choose another list…"), "page.choose", TRUE);
  gtk_stack_add_named (GTK_STACK (self->states), self->failure, "failed");
  gtk_stack_add_named (GTK_STACK (self->states), create_ready (self), "ready");
  gtk_widget_set_vexpand (self->states, TRUE);
}

/* --- the page --- */

static void
ledger_import_page_take_focus (LedgerPage *page)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (page);

  gtk_widget_child_focus (self->states, GTK_DIR_TAB_FORWARD);
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
ledger_import_page_constructed (GObject *object)
{
  LedgerImportPage *self = LEDGER_IMPORT_PAGE (object);
  const GActionEntry entries[] = {
    { "import", do_import },
    { "choose", do_choose },
    { "cancel", do_cancel },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (ledger_import_page_parent_class)->constructed (object);
  ledger_page_add_actions (LEDGER_PAGE (self), entries, G_N_ELEMENTS (entries), self);
  self->study = ledger_import_study_new (ledger_page_get_document (LEDGER_PAGE (self)));
  self->outcome = ledger_import_outcome_new ();
  build_bar (self);
  build_states (self);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->states);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->study, "changed", G_CALLBACK (on_study_changed), self);
  g_signal_connect_swapped (self->outcome, "chosen-changed", G_CALLBACK (show_button), self);
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
  g_clear_object (&self->study);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (ledger_import_page_parent_class)->dispose (object);
}

static void
ledger_import_page_class_init (LedgerImportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = ledger_import_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ledger_import_page_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = ledger_import_page_unroot;
  LEDGER_PAGE_CLASS (klass)->take_focus = ledger_import_page_take_focus;
  LEDGER_PAGE_CLASS (klass)->ready = TRUE;
}

static void
ledger_import_page_init (LedgerImportPage *self)
{
}

static void
watch_progress (LedgerImportPage *self)
{
  LedgerProgress *progress = ledger_import_study_get_progress (self->study);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->reading_bar), 0);
  if (progress != NULL)
    g_signal_connect_object (
        progress, "notify::fraction", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
}

void
ledger_import_page_load_file (LedgerImportPage *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || self->writing)
    return;
  ledger_import_study_load_file (self->study, path, NULL);
  watch_progress (self);
}

void
ledger_import_page_load_table (LedgerImportPage *self, const char *text, const char *html)
{
  if (self->writing)
    return;
  ledger_import_study_load_table (self->study, text, html);
  watch_progress (self);
}
