/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-toolkit.h"

#include <glib/gi18n-lib.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#define SIDEBAR_WIDTH 248
#define CONTENT_MINIMUM 860

typedef struct
{
  LedgerFilesChosen files;
  LedgerFileChosen file;
  gpointer data;
} Choice;

/* Until 4.14 it is a word of GDK_DEBUG, since 4.16 one of a list of its own. */
static void
leave_out_gl (void)
{
  const char *variable = gtk_get_minor_version () < 16 ? "GDK_DEBUG" : "GDK_DISABLE";
  const char *word = gtk_get_minor_version () < 16 ? "gl-disable" : "gl";
  const char *asked = g_getenv (variable);
  g_autofree char *words = asked != NULL ? g_strdup_printf ("%s,%s", asked, word) : g_strdup (word);

  g_setenv (variable, words, TRUE);
}

void
ledger_toolkit_choose_renderer (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (g_str_equal (g_getenv ("GSK_RENDERER"), "cairo"))
    leave_out_gl ();
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, LedgerFileKind kind)
{
  const char *const ledgers[] = { "zgl", NULL };
  const char *const sheets[] = { "xlsx", "xlsm", "csv", "tsv", "txt", "xls", "et", NULL };
  const char *const holidays[] = { "json", NULL };
  g_autoptr (GtkFileFilter) all = NULL;

  if (kind == LEDGER_FILES_LEDGER)
    add_filter (chooser, _ ("Ledgers"), ledgers);
  else if (kind == LEDGER_FILES_SHEET)
    add_filter (chooser, _ ("Spreadsheets"), sheets);
  else if (kind == LEDGER_FILES_HOLIDAYS)
    add_filter (chooser, _ ("Holiday notices"), holidays);
  all = gtk_file_filter_new ();
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  const gboolean accepted = response == GTK_RESPONSE_ACCEPT;

  if (choice->files != NULL)
    {
      g_autoptr (GListModel) files = accepted ? gtk_file_chooser_get_files (chooser) : NULL;

      choice->files (files, choice->data);
    }
  else
    {
      g_autoptr (GFile) file = accepted ? gtk_file_chooser_get_file (chooser) : NULL;

      choice->file (file, choice->data);
    }
  g_free (choice);
  g_object_unref (dialog);
}

static GtkFileChooser *
new_chooser (GtkWindow *parent,
             const char *title,
             const char *accept,
             GtkFileChooserAction action,
             Choice choice)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, action, accept, _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (
      dialog, "response", G_CALLBACK (on_response), g_memdup2 (&choice, sizeof choice));
  return GTK_FILE_CHOOSER (dialog);
}

void
ledger_toolkit_choose_file (GtkWindow *parent,
                            const char *title,
                            const char *accept,
                            LedgerFileKind kind,
                            LedgerFileChosen chosen,
                            gpointer data)
{
  GtkFileChooser *chooser = new_chooser (parent,
                                         title,
                                         accept,
                                         GTK_FILE_CHOOSER_ACTION_OPEN,
                                         (Choice){ .file = chosen, .data = data });

  add_filters (chooser, kind);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ledger_toolkit_choose_files (GtkWindow *parent,
                             const char *title,
                             const char *accept,
                             LedgerFileKind kind,
                             LedgerFilesChosen chosen,
                             gpointer data)
{
  GtkFileChooser *chooser = new_chooser (parent,
                                         title,
                                         accept,
                                         GTK_FILE_CHOOSER_ACTION_OPEN,
                                         (Choice){ .files = chosen, .data = data });

  add_filters (chooser, kind);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ledger_toolkit_choose_save (GtkWindow *parent,
                            const char *title,
                            const char *accept,
                            LedgerFileKind kind,
                            const char *proposed_name,
                            LedgerFileChosen chosen,
                            gpointer data)
{
  GtkFileChooser *chooser = new_chooser (parent,
                                         title,
                                         accept,
                                         GTK_FILE_CHOOSER_ACTION_SAVE,
                                         (Choice){ .file = chosen, .data = data });

  add_filters (chooser, kind);
  gtk_file_chooser_set_current_name (chooser, proposed_name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
ledger_toolkit_choose_folder (GtkWindow *parent,
                              const char *title,
                              const char *accept,
                              LedgerFileChosen chosen,
                              gpointer data)
{
  GtkFileChooser *chooser = new_chooser (parent,
                                         title,
                                         accept,
                                         GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                         (Choice){ .file = chosen, .data = data });

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

#define CANCEL "cancel"

typedef struct
{
  LedgerAnswered answered;
  gpointer data;
  char *answer; /* NULL: none */
} Question;

static gboolean
pass_answer (gpointer data)
{
  Question *question = data;

  question->answered (question->answer, question->data);
  return G_SOURCE_REMOVE;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->answer);
  g_free (question);
}

/* Told once the dialog is gone: what is done then may take away the window over which it lies. */
static void
on_answer (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = g_memdup2 (data, sizeof (Question));

  question->answer = g_strcmp0 (response, CANCEL) == 0 ? NULL : g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT, pass_answer, question, question_free);
}

static GtkWidget *
create_words (const char *text, const char *style, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* The question's own heading is measured by newer libraries in large type for the width that it
 * needs in small type, and the toolkit complains: the words stand below it, in the same styles. */
static GtkWidget *
create_question (const char *title, const char *text)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (words), create_words (title, "title-2", 20));
  gtk_box_append (GTK_BOX (words), create_words (text, "body", 40));
  return words;
}

void
ledger_toolkit_ask (GtkWindow *parent,
                    const char *title,
                    const char *text,
                    const char *const *answers,
                    LedgerAnswered answered,
                    gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Question question = { answered, data, NULL };

  gtk_window_set_title (GTK_WINDOW (dialog), title);
  adw_message_dialog_set_extra_child (message, create_question (title, text));
  adw_message_dialog_add_response (message, CANCEL, _ ("Cancel"));
  for (gsize i = 0; answers[i] != NULL; i += 2)
    adw_message_dialog_add_response (message, answers[i], answers[i + 1]);
  adw_message_dialog_set_close_response (message, CANCEL);
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (on_answer),
                         g_memdup2 (&question, sizeof question),
                         (GClosureNotify)(void (*) (void))g_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

GtkWindow *
ledger_toolkit_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name",
                _ ("Rectification Ledger"),
                "application-icon",
                "io.github.zhenggai.Ledger",
                "version",
                LEDGER_VERSION,
                "comments",
                _ ("One ledger for the whole round of rectification after an inspection: "
                   "problems, measures, evidence, sign-offs. Without server or network."),
                "license-type",
                GTK_LICENSE_GPL_3_0,
                NULL);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
  return GTK_WINDOW (about);
}

void
ledger_toolkit_set_diagnostics (GtkWindow *about, const char *text)
{
  adw_about_window_set_debug_info (ADW_ABOUT_WINDOW (about), text);
  adw_about_window_set_debug_info_filename (ADW_ABOUT_WINDOW (about), "zhenggai.txt");
}

void
ledger_toolkit_leave_focus (GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (part);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part)))
    gtk_root_set_focus (root, NULL);
}

void
ledger_toolkit_bin_set_child (GtkWidget *bin, GtkWidget *child)
{
  if (adw_bin_get_child (ADW_BIN (bin)) != child)
    adw_bin_set_child (ADW_BIN (bin), child);
}

GtkWidget *
ledger_toolkit_flap_new (GtkWidget *sidebar, GtkWidget *content)
{
  GtkWidget *flap = adw_flap_new ();
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_set_size_request (sidebar, SIDEBAR_WIDTH, -1);
  gtk_widget_set_size_request (content, CONTENT_MINIMUM, -1);
  gtk_widget_set_hexpand (content, TRUE);
  adw_flap_set_flap (ADW_FLAP (flap), sidebar);
  adw_flap_set_separator (ADW_FLAP (flap), separator);
  adw_flap_set_content (ADW_FLAP (flap), content);
  adw_flap_set_fold_policy (ADW_FLAP (flap), ADW_FLAP_FOLD_POLICY_AUTO);
  adw_flap_set_transition_type (ADW_FLAP (flap), ADW_FLAP_TRANSITION_TYPE_OVER);
  /* Esc belongs to the page: one step back. */
  adw_flap_set_swipe_to_open (ADW_FLAP (flap), FALSE);
  adw_flap_set_swipe_to_close (ADW_FLAP (flap), FALSE);
  return flap;
}

gboolean
ledger_toolkit_flap_is_folded (GtkWidget *flap)
{
  return adw_flap_get_folded (ADW_FLAP (flap));
}

gboolean
ledger_toolkit_flap_is_open (GtkWidget *flap)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (flap));
}

void
ledger_toolkit_flap_set_open (GtkWidget *flap, gboolean open)
{
  adw_flap_set_reveal_flap (ADW_FLAP (flap), open);
}

void
ledger_toolkit_flap_set_always_folded (GtkWidget *flap, gboolean folded)
{
  adw_flap_set_fold_policy (ADW_FLAP (flap),
                            folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* --- tooltips --- */

void
ledger_toolkit_set_tooltip (GtkWidget *widget, const char *text)
{
  /* Each change of it asks the screen where the pointer is, and waits for the answer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  /* Only a visible widget is asked for; and what is not mapped cannot lie under the pointer. */
  gboolean hide = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (hide)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (hide)
    gtk_widget_set_visible (widget, TRUE);
}

gboolean
ledger_toolkit_is_under_popover (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkNative *native = focus != NULL ? gtk_widget_get_native (focus) : NULL;

  return GTK_IS_POPOVER (native) && gtk_widget_get_native (widget) != native;
}

/* --- the button of a pointer --- */

void
ledger_toolkit_let_go (GtkWidget *widget, double x, double y)
{
  GtkWidget *pressed = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  for (GtkWidget *at = pressed != NULL ? pressed : widget; at != NULL;
       at = gtk_widget_get_parent (at))
    gtk_widget_unset_state_flags (at, GTK_STATE_FLAG_ACTIVE);
}
