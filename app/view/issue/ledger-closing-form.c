/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-closing-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-form-popover.h"
#include "ledger-gesture.h"
#include "ledger-inspection.h"

/* Lives with its popover. */
typedef struct
{
  LedgerSession *session;
  char *issue;
  GtkWidget *day;
  GtkWidget *paper; /* of a closing */
  GtkWidget *office;
  GtkWidget *found; /* of a rebound */
} ClosingForm;

static void
form_free (gpointer data)
{
  ClosingForm *form = data;

  g_object_unref (form->session);
  g_free (form->issue);
  g_free (form);
}

static ClosingForm *
form_new (LedgerFormPopover *popover, LedgerSession *session, const char *issue_id)
{
  ClosingForm *form = g_new0 (ClosingForm, 1);
  LedgerDocument *document = ledger_session_get_document (session);

  form->session = g_object_ref (session);
  form->issue = g_strdup (issue_id);
  form->day = ledger_date_entry_new (document, _ ("Date"));
  ledger_date_entry_set_day (LEDGER_DATE_ENTRY (form->day), ledger_document_get_today (document));
  g_object_set_data_full (G_OBJECT (popover), "form", form, form_free);
  return form;
}

static GtkWidget *
create_entry (const char *label, const char *text, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static char *
dup_label (LedgerSession *session, const char *issue_id)
{
  return ledger_document_dup_label (ledger_session_get_document (session), "issue", issue_id);
}

static LedgerDay
get_day (ClosingForm *form)
{
  return ledger_date_entry_get_day (LEDGER_DATE_ENTRY (form->day));
}

/* Takes EDIT; where there is none the form stays and says why. */
static void
finish (LedgerFormPopover *popover,
        ClosingForm *form,
        LedgerEdit *edit,
        const GError *error,
        GtkWidget *input,
        const char *toast)
{
  if (edit == NULL)
    {
      ledger_form_popover_refuse (popover, error, input);
      return;
    }
  ledger_session_commit (form->session, edit, NULL, toast, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* --- 登记销号 --- */

static void
on_close (LedgerFormPopover *popover, ClosingForm *form)
{
  LedgerDocument *document = ledger_session_get_document (form->session);
  const LedgerDay day = get_day (form);
  g_autofree char *label = dup_label (form->session, form->issue);
  g_autofree char *words = ledger_day_to_words (day, ledger_document_get_today (document));
  g_autofree char *toast = g_strdup_printf (_ ("Closing of %s recorded: %s"), label, words);
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_close_issue (document,
                                  form->issue,
                                  day,
                                  gtk_editable_get_text (GTK_EDITABLE (form->paper)),
                                  gtk_editable_get_text (GTK_EDITABLE (form->office)),
                                  &error);

  finish (popover, form, edit, error, form->day, toast);
}

static const char *
get_office (LedgerDocument *document)
{
  LedgerRecord *inspection = ledger_document_get_inspection (document);
  const char *office =
      inspection != NULL ? ledger_record_get_text (inspection, LEDGER_INSPECTION_INSPECTION_OFFICE)
                         : NULL;

  return office != NULL ? office : _ ("the inspection office");
}

void
ledger_closing_form_open (GtkWidget *parent, LedgerSession *session, const char *issue_id)
{
  g_autofree char *label = dup_label (session, issue_id);
  g_autofree char *title = g_strdup_printf (_ ("Closing of %s"), label);
  GtkWidget *popover = ledger_form_popover_new (title, _ ("Record closing"));
  ClosingForm *form = form_new (LEDGER_FORM_POPOVER (popover), session, issue_id);

  form->office =
      create_entry (_ ("Closed by"), get_office (ledger_session_get_document (session)), NULL);
  form->paper =
      create_entry (_ ("Document"), "", _ ("Number or name of the document, where there is one"));
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), _ ("Date"), form->day);
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), _ ("Closed by"), form->office);
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), _ ("Document"), form->paper);
  g_signal_connect (popover, "submitted", G_CALLBACK (on_close), form);
  ledger_form_popover_open (LEDGER_FORM_POPOVER (popover), parent, NULL);
}

/* --- 登记反弹 --- */

static void
on_rebound (LedgerFormPopover *popover, ClosingForm *form)
{
  g_autofree char *label = dup_label (form->session, form->issue);
  g_autofree char *toast = g_strdup_printf (_ ("Rebound of %s recorded"), label);
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_reopen_issue (ledger_session_get_document (form->session),
                                   form->issue,
                                   get_day (form),
                                   gtk_editable_get_text (GTK_EDITABLE (form->found)),
                                   &error);

  finish (popover, form, edit, error, form->found, toast);
}

void
ledger_closing_form_open_rebound (GtkWidget *parent, LedgerSession *session, const char *issue_id)
{
  g_autofree char *label = dup_label (session, issue_id);
  g_autofree char *title = g_strdup_printf (_ ("Rebound of %s"), label);
  GtkWidget *popover = ledger_form_popover_new (title, _ ("Record rebound"));
  ClosingForm *form = form_new (LEDGER_FORM_POPOVER (popover), session, issue_id);

  form->found = create_entry (_ ("What was found"), "", _ ("For example at a look back"));
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), _ ("Date"), form->day);
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), _ ("What was found"), form->found);
  g_signal_connect (popover, "submitted", G_CALLBACK (on_rebound), form);
  ledger_form_popover_open (LEDGER_FORM_POPOVER (popover), parent, NULL);
}
