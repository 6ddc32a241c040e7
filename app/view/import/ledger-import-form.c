/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-inspection.h"
#include "ledger-text.h"

/* What the column has: newer toolkits ask for the height at the least width, too, where the words
 * under the date would break into lines that they never have. */
#define ENTRY_WIDTH 290

struct _LedgerImportForm
{
  GtkWidget parent_instance;

  LedgerSession *session;
  GtkWidget *grid;
  GtkWidget *unit; /* hidden where it is known, like the others */
  GtkWidget *report_due_label;
  GtkWidget *report_due; /* NULL where it is known */
  GtkWidget *person;     /* hidden with a ledger: there the sidebar asks */
  char *proposed;        /* the unit that was filled in, not typed */
};

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerImportForm, ledger_import_form, GTK_TYPE_WIDGET)

static void
on_activate (LedgerImportForm *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
ledger_import_form_dispose (GObject *object)
{
  LedgerImportForm *self = LEDGER_IMPORT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_FORM);
  g_clear_object (&self->session);
  g_clear_pointer (&self->proposed, g_free);
  G_OBJECT_CLASS (ledger_import_form_parent_class)->dispose (object);
}

static void
ledger_import_form_class_init (LedgerImportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_form_dispose;
  signals[ACTIVATE] = g_signal_new (
      "activate", LEDGER_TYPE_IMPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportForm, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportForm, unit);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportForm, report_due_label);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportForm, person);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
ledger_import_form_init (LedgerImportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_known (LedgerRecord *inspection, guint column)
{
  return inspection != NULL
         && ledger_value_get_tag (ledger_record_get_value (inspection, column))
                != LEDGER_VALUE_NONE;
}

/* A date entry is made for its ledger: rest days belong to one. */
static void
add_report_due (LedgerImportForm *self, LedgerDocument *document)
{
  self->report_due = ledger_date_entry_new (document, _ ("Report due"));
  gtk_widget_set_hexpand (self->report_due, TRUE);
  gtk_widget_set_size_request (self->report_due, ENTRY_WIDTH, -1);
  gtk_grid_attach (GTK_GRID (self->grid), self->report_due, 1, 1, 1, 1);
  gtk_widget_insert_after (self->report_due, self->grid, self->report_due_label);
  gtk_widget_set_visible (self->report_due_label, TRUE);
  g_signal_connect_swapped (self->report_due, "activate", G_CALLBACK (on_activate), self);
}

void
ledger_import_form_set_session (LedgerImportForm *self, LedgerSession *session)
{
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerRecord *inspection = document != NULL ? ledger_document_get_inspection (document) : NULL;

  g_assert (self->session == NULL);
  self->session = g_object_ref (session);
  gtk_widget_set_visible (self->unit, !is_known (inspection, LEDGER_INSPECTION_UNIT));
  if (!is_known (inspection, LEDGER_INSPECTION_REPORT_DUE))
    add_report_due (self, document);
  gtk_widget_set_visible (self->person, document == NULL);
  if (document == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->person), ledger_session_get_person_name (session));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->unit) || self->report_due != NULL
                              || document == NULL);
}

void
ledger_import_form_propose_unit (LedgerImportForm *self, const char *unit)
{
  const char *now;

  if (!gtk_widget_get_visible (self->unit))
    return;
  now = gtk_editable_get_text (GTK_EDITABLE (self->unit));
  if (*now != '\0' && g_strcmp0 (now, self->proposed) != 0)
    return;
  g_free (self->proposed);
  self->proposed = g_strdup (unit != NULL ? unit : "");
  if (g_strcmp0 (now, self->proposed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->unit), self->proposed);
}

static char *
dup_entered (GtkWidget *entry)
{
  char *text;

  if (!gtk_widget_get_visible (entry))
    return NULL;
  text = ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

char *
ledger_import_form_dup_unit (LedgerImportForm *self)
{
  return dup_entered (self->unit);
}

LedgerDay
ledger_import_form_get_report_due (LedgerImportForm *self)
{
  return self->report_due != NULL ? ledger_date_entry_get_day (LEDGER_DATE_ENTRY (self->report_due))
                                  : LEDGER_DAY_NONE;
}

char *
ledger_import_form_dup_person (LedgerImportForm *self)
{
  char *person = dup_entered (self->person);

  return person != NULL ? person : g_strdup (ledger_session_get_person_name (self->session));
}
