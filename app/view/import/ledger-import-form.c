/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-inspection.h"
#include "ledger-text.h"

struct _LedgerImportForm
{
  GtkWidget parent_instance;

  LedgerSession *session;
  GtkWidget *grid;
  GtkWidget *unit;       /* NULL where it is known */
  GtkWidget *report_due; /* likewise */
  GtkWidget *person;     /* NULL with a ledger: there the sidebar asks */
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

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->proposed, g_free);
  G_OBJECT_CLASS (ledger_import_form_parent_class)->dispose (object);
}

static void
ledger_import_form_class_init (LedgerImportFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_import_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATE] = g_signal_new (
      "activate", LEDGER_TYPE_IMPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_import_form_init (LedgerImportForm *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

static void
add_row (LedgerImportForm *self, int row, const char *words, GtkWidget *entry)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, row, 1, 1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
}

static GtkWidget *
create_entry (const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static gboolean
is_known (LedgerRecord *inspection, guint column)
{
  return inspection != NULL
         && ledger_value_get_tag (ledger_record_get_value (inspection, column))
                != LEDGER_VALUE_NONE;
}

GtkWidget *
ledger_import_form_new (LedgerSession *session)
{
  LedgerImportForm *self = g_object_new (LEDGER_TYPE_IMPORT_FORM, NULL);
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerRecord *inspection = document != NULL ? ledger_document_get_inspection (document) : NULL;

  self->session = g_object_ref (session);
  if (!is_known (inspection, LEDGER_INSPECTION_UNIT))
    {
      self->unit = create_entry (_ ("Unit"));
      add_row (self, 0, _ ("Unit"), self->unit);
    }
  if (!is_known (inspection, LEDGER_INSPECTION_REPORT_DUE))
    {
      self->report_due = ledger_date_entry_new (document, _ ("Report due"));
      add_row (self, 1, _ ("Report due"), self->report_due);
    }
  if (document == NULL)
    {
      self->person = create_entry (_ ("Entered by"));
      gtk_editable_set_text (GTK_EDITABLE (self->person), ledger_session_get_person_name (session));
      add_row (self, 2, _ ("Entered by"), self->person);
    }
  return GTK_WIDGET (self);
}

void
ledger_import_form_propose_unit (LedgerImportForm *self, const char *unit)
{
  const char *now;

  if (self->unit == NULL)
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

  if (entry == NULL)
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
