/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-paper-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-picker-entry.h"
#include "ledger-toolkit.h"

struct _LedgerPaperForm
{
  GtkWidget parent_instance;

  LedgerStep step;
  GFile *file;
  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *signer;
  GtkWidget *day;
  GtkWidget *opinion;
  GtkWidget *returned;
  GtkWidget *choose;
  GtkWidget *scan_name;
  GtkWidget *drop_scan;
  GtkWidget *buttons;
  GtkWidget *enter;
};

enum
{
  ENTERED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerPaperForm, ledger_paper_form, GTK_TYPE_WIDGET)

static void
on_enter (LedgerPaperForm *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_cancel (LedgerPaperForm *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* --- the scan --- */

static void
say_scan (LedgerPaperForm *self, const char *words)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;

  if (words == NULL)
    words = shown != NULL ? shown : _ ("Choose, or drop it here");
  gtk_label_set_text (GTK_LABEL (self->scan_name), words);
}

void
ledger_paper_form_set_scan (LedgerPaperForm *self, GFile *file)
{
  g_set_object (&self->file, file);
  gtk_widget_set_visible (self->drop_scan, file != NULL);
  say_scan (self, NULL);
}

GFile *
ledger_paper_form_get_scan (LedgerPaperForm *self)
{
  return self->file;
}

static void
on_drop_scan (LedgerPaperForm *self)
{
  ledger_paper_form_set_scan (self, NULL);
  gtk_widget_grab_focus (self->choose);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (LedgerPaperForm) self = data;

  if (file != NULL)
    ledger_paper_form_set_scan (self, file);
}

static void
on_choose (LedgerPaperForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  ledger_toolkit_choose_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              _ ("Scan of the signed paper"),
                              _ ("_Choose"),
                              LEDGER_FILES_ANY,
                              on_file_chosen,
                              g_object_ref (self));
}

static GdkDragAction
on_hover (GtkDropTarget *target, double x, double y, LedgerPaperForm *self)
{
  say_scan (self, _ ("Keep it as the scan of this paper"));
  gtk_widget_add_css_class (self->choose, "drop-target");
  return GDK_ACTION_COPY;
}

static void
on_unhover (GtkDropTarget *target, LedgerPaperForm *self)
{
  say_scan (self, NULL);
  gtk_widget_remove_css_class (self->choose, "drop-target");
}

/* One paper, one scan: of several files the first. */
static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, LedgerPaperForm *self)
{
  GSList *files = g_value_get_boxed (value);

  on_unhover (target, self);
  if (files == NULL)
    return FALSE;
  ledger_paper_form_set_scan (self, files->data);
  return TRUE;
}

static void
take_drops (LedgerPaperForm *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (on_hover), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_unhover), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- life --- */

static void
ledger_paper_form_dispose (GObject *object)
{
  LedgerPaperForm *self = LEDGER_PAPER_FORM (object);

  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_PAPER_FORM);
  G_OBJECT_CLASS (ledger_paper_form_parent_class)->dispose (object);
}

static void
ledger_paper_form_class_init (LedgerPaperFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_paper_form_dispose;
  signals[ENTERED] =
      g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/signoff/ledger-paper-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, opinion);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, returned);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, choose);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, scan_name);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, drop_scan);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, buttons);
  gtk_widget_class_bind_template_child (widget_class, LedgerPaperForm, enter);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_scan);
}

static void
ledger_paper_form_init (LedgerPaperForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_drops (self);
}

GtkWidget *
ledger_paper_form_new (LedgerDocument *document)
{
  LedgerPaperForm *self = g_object_new (LEDGER_TYPE_PAPER_FORM, NULL);

  self->signer = ledger_picker_entry_new (document, LEDGER_PICKER_PERSON, _ ("Signer"));
  self->day = ledger_date_entry_new (document, _ ("Date on the paper"));
  ledger_date_entry_set_fact (LEDGER_DATE_ENTRY (self->day), TRUE);
  gtk_widget_set_hexpand (self->signer, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), self->signer, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->day, 1, 1, 1, 1);
  return GTK_WIDGET (self);
}

void
ledger_paper_form_begin (LedgerPaperForm *self, LedgerStep step, const char *signer)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Signature on paper: %s"), ledger_step_get_name (step));

  self->step = step;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->signer), signer != NULL ? signer : "");
  ledger_date_entry_set_day (LEDGER_DATE_ENTRY (self->day), LEDGER_DAY_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->opinion), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->returned), FALSE);
  gtk_widget_set_visible (self->returned, step != LEDGER_STEP_HANDLER);
  ledger_paper_form_set_scan (self, NULL);
  gtk_widget_grab_focus (self->day);
}

LedgerPaperSignoff
ledger_paper_form_get_paper (LedgerPaperForm *self)
{
  const gboolean returned = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->returned));

  return (LedgerPaperSignoff){
    .step = self->step,
    .decision = returned ? LEDGER_DECISION_RETURN : LEDGER_DECISION_AGREE,
    .signer_id = ledger_picker_entry_get_id (LEDGER_PICKER_ENTRY (self->signer)),
    .day = ledger_date_entry_get_day (LEDGER_DATE_ENTRY (self->day)),
    .opinion = gtk_editable_get_text (GTK_EDITABLE (self->opinion)),
  };
}
