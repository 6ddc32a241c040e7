/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-form-popover.h"
#include "ledger-gesture.h"
#include "ledger-heading.h"

/* Lives with its popover. */
typedef struct
{
  LedgerSession *session;
  char *heading; /* NULL: none above */
  GtkWidget *entry;
} HeadingForm;

static void
form_free (gpointer data)
{
  HeadingForm *form = data;

  g_object_unref (form->session);
  g_free (form->heading);
  g_free (form);
}

static LedgerDocument *
get_document (HeadingForm *form)
{
  return ledger_session_get_document (form->session);
}

static const char *
get_text (HeadingForm *form)
{
  return gtk_editable_get_text (GTK_EDITABLE (form->entry));
}

static void
finish (LedgerFormPopover *popover,
        HeadingForm *form,
        LedgerEdit *edit,
        const GError *error,
        const char *toast,
        LedgerSessionDone done,
        gpointer data)
{
  if (edit == NULL)
    {
      ledger_form_popover_refuse (popover, error, form->entry);
      return;
    }
  ledger_session_commit (form->session, edit, NULL, toast, done, data);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

typedef struct
{
  const char *title;
  const char *submit;
  const char *label;
  const char *text;
  GCallback submitted;
} HeadingFormWords;

static void
open_form (GtkWidget *parent,
           const GdkRectangle *area,
           LedgerSession *session,
           const char *heading_id,
           const HeadingFormWords *words)
{
  GtkWidget *popover = ledger_form_popover_new (words->title, words->submit);
  HeadingForm *form = g_new0 (HeadingForm, 1);

  form->session = g_object_ref (session);
  form->heading = g_strdup (heading_id);
  form->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (form->entry), words->text != NULL ? words->text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (form->entry), 36);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words->label, -1);
  ledger_form_popover_add (LEDGER_FORM_POPOVER (popover), NULL, form->entry);
  g_object_set_data_full (G_OBJECT (popover), "form", form, form_free);
  g_signal_connect (popover, "submitted", words->submitted, form);
  ledger_form_popover_open (LEDGER_FORM_POPOVER (popover), parent, area);
}

/* “1.2 学习贯彻不够”, or NULL. */
static char *
dup_title (LedgerSession *session, const char *heading_id)
{
  LedgerDocument *document = ledger_session_get_document (session);
  LedgerRecord *heading = ledger_document_lookup (document, "heading", heading_id);
  g_autofree char *number = NULL;
  const char *text;

  if (heading == NULL)
    return NULL;
  number = ledger_document_dup_number (document, heading);
  text = ledger_record_get_text (heading, LEDGER_HEADING_TEXT);
  return g_strdup_printf ("%s %s", number != NULL ? number : "", text != NULL ? text : "");
}

/* --- 改名 --- */

static void
on_rename (LedgerFormPopover *popover, HeadingForm *form)
{
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit = ledger_gesture_set (
      get_document (form), "heading", form->heading, "text", get_text (form), &error);

  finish (popover, form, edit, error, _ ("Heading renamed"), NULL, NULL);
}

void
ledger_heading_form_rename (GtkWidget *parent,
                            const GdkRectangle *area,
                            LedgerSession *session,
                            const char *heading_id)
{
  LedgerRecord *heading =
      ledger_document_lookup (ledger_session_get_document (session), "heading", heading_id);
  g_autofree char *title = dup_title (session, heading_id);
  const HeadingFormWords words = {
    .title = title,
    .submit = _ ("Rename"),
    .label = _ ("Text of the heading"),
    .text = heading != NULL ? ledger_record_get_text (heading, LEDGER_HEADING_TEXT) : NULL,
    .submitted = G_CALLBACK (on_rename),
  };

  if (heading != NULL)
    open_form (parent, area, session, heading_id, &words);
}

/* --- what is added under a heading --- */

typedef struct
{
  const char *under; /* the title, with %s for the heading */
  const char *on_top;
  const char *submit;
  const char *label;
  GCallback submitted;
} HeadingFormAddition;

static void
open_addition (GtkWidget *parent,
               const GdkRectangle *area,
               LedgerSession *session,
               const char *heading_id,
               const HeadingFormAddition *addition)
{
  g_autofree char *above = dup_title (session, heading_id);
  g_autoptr (GString) title = g_string_new (above != NULL ? addition->under : addition->on_top);
  HeadingFormWords words = {
    .submit = addition->submit,
    .label = addition->label,
    .submitted = addition->submitted,
  };

  if (above != NULL)
    g_string_replace (title, "%s", above, 1);
  words.title = title->str;
  open_form (parent, area, session, heading_id, &words);
}

/* --- 新增下级 --- */

static void
on_add_heading (LedgerFormPopover *popover, HeadingForm *form)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_add_heading (get_document (form), form->heading, get_text (form), &id, &error);

  finish (popover, form, edit, error, _ ("Heading added"), NULL, NULL);
}

void
ledger_heading_form_add_heading (GtkWidget *parent,
                                 const GdkRectangle *area,
                                 LedgerSession *session,
                                 const char *heading_id)
{
  const HeadingFormAddition addition = {
    .under = _ ("New heading under “%s”"),
    .on_top = _ ("New heading on the uppermost level"),
    .submit = _ ("Add heading"),
    .label = _ ("Text of the heading"),
    .submitted = G_CALLBACK (on_add_heading),
  };

  open_addition (parent, area, session, heading_id, &addition);
}

/* --- 新增问题 --- */

static void
on_issue_added (LedgerSession *session, gboolean committed, gpointer data)
{
  g_autofree char *id = data;

  if (committed)
    ledger_session_open_issue (session, id);
}

static void
on_add_issue (LedgerFormPopover *popover, HeadingForm *form)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_add_issue (get_document (form), form->heading, get_text (form), &id, &error);

  finish (popover,
          form,
          edit,
          error,
          _ ("Problem added"),
          edit != NULL ? on_issue_added : NULL,
          g_steal_pointer (&id));
}

void
ledger_heading_form_add_issue (GtkWidget *parent,
                               const GdkRectangle *area,
                               LedgerSession *session,
                               const char *heading_id)
{
  const HeadingFormAddition addition = {
    .under = _ ("New problem under “%s”"),
    .on_top = _ ("New problem"),
    .submit = _ ("Add problem"),
    .label = _ ("Wording of the problem"),
    .submitted = G_CALLBACK (on_add_issue),
  };

  open_addition (parent, area, session, heading_id, &addition);
}
