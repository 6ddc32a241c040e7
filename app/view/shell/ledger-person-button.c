/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-person-button.h"

#include <glib/gi18n-lib.h>

#include "ledger-department.h"
#include "ledger-gesture.h"
#include "ledger-person.h"
#include "ledger-picker-entry.h"
#include "ledger-toolkit.h"

struct _LedgerPersonButton
{
  GtkWidget parent_instance;

  LedgerSession *session;
  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *popover;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *picker; /* made with the session's document */
};

G_DEFINE_FINAL_TYPE (LedgerPersonButton, ledger_person_button, GTK_TYPE_WIDGET)

static const char *
department_of (LedgerDocument *document, const char *person_id)
{
  LedgerRecord *person =
      ledger_document_lookup (document, ledger_person_record_type.name, person_id);
  const char *department =
      person != NULL ? ledger_record_get_text (person, LEDGER_PERSON_DEPARTMENT) : NULL;

  if (department != NULL)
    return ledger_document_get_name (document, ledger_department_record_type.name, department);
  return person != NULL ? ledger_record_get_text (person, LEDGER_PERSON_POST) : NULL;
}

static void
show_person (LedgerPersonButton *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  const char *id = ledger_session_get_person_id (self->session);
  const char *name = ledger_session_get_person_name (self->session);
  const char *department = id != NULL ? department_of (document, id) : NULL;
  g_autofree char *text =
      department != NULL ? g_strdup_printf ("%s·%s", name, department) : g_strdup (name);
  g_autofree char *label = g_strdup_printf (_ ("At the keyboard: %s"), text);

  gtk_label_set_text (GTK_LABEL (self->name), text);
  ledger_toolkit_set_tooltip (self->button, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
clear_list (LedgerPersonButton *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static GtkWidget *
new_row (LedgerDocument *document, LedgerRecord *person)
{
  const char *department = department_of (document, ledger_record_get_id (person));
  const char *name = ledger_record_get_text (person, LEDGER_PERSON_NAME);
  g_autofree char *text =
      department != NULL ? g_strdup_printf ("%s  %s", name, department) : g_strdup (name);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (
      G_OBJECT (row), "person", g_strdup (ledger_record_get_id (person)), g_free);
  return row;
}

static void
fill_list (LedgerPersonButton *self)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  LedgerTable *people = ledger_document_get_table (document, ledger_person_record_type.name);

  clear_list (self);
  for (guint i = 0; i < ledger_table_get_n_records (people); i++)
    {
      LedgerRecord *person = ledger_table_get_record (people, i);
      GtkWidget *row = new_row (document, person);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (g_strcmp0 (ledger_record_get_id (person), ledger_session_get_person_id (self->session))
          == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
    }
}

void
ledger_person_button_open (LedgerPersonButton *self)
{
  if (self->session == NULL)
    return;
  fill_list (self);
  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->picker), "");
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_row_activated (LedgerPersonButton *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "person");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  ledger_session_set_person (self->session, id, NULL);
}

static void
on_learnt (LedgerSession *session, gboolean committed, gpointer id)
{
  if (committed)
    ledger_session_set_person (session, id, NULL);
  g_free (id);
}

/* A new name: the person is added by an edit of its own, whose actor is who was here before. */
static void
learn (LedgerPersonButton *self, const char *name)
{
  LedgerDocument *document = ledger_session_get_document (self->session);
  g_autofree char *title = g_strdup_printf (_ ("Add person %s"), name);
  LedgerEdit *edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  char *id = ledger_gesture_learn_person (document, edit, name);

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  ledger_session_commit (self->session, edit, NULL, NULL, on_learnt, id);
}

static void
on_picked (LedgerPersonButton *self)
{
  LedgerPickerEntry *picker = LEDGER_PICKER_ENTRY (self->picker);
  const char *id = ledger_picker_entry_get_id (picker);
  const char *name = ledger_picker_entry_get_name (picker);

  if (*name == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (id != NULL)
    ledger_session_set_person (self->session, id, NULL);
  else if (ledger_document_is_read_only (ledger_session_get_document (self->session)))
    ledger_session_set_person (self->session, NULL, name);
  else
    learn (self, name);
}

/* Whoever types while the list has the keyboard means a name. */
static gboolean
on_list_key (LedgerPersonButton *self,
             guint key,
             guint code,
             GdkModifierType state,
             GtkEventControllerKey *keys)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isalnum (gdk_keyval_to_unicode (key)) || !gtk_widget_grab_focus (self->picker))
    return FALSE;
  return gtk_event_controller_key_forward (keys, gtk_root_get_focus (root));
}

static void
ledger_person_button_dispose (GObject *object)
{
  LedgerPersonButton *self = LEDGER_PERSON_BUTTON (object);

  ledger_person_button_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_PERSON_BUTTON);
  G_OBJECT_CLASS (ledger_person_button_parent_class)->dispose (object);
}

static void
ledger_person_button_class_init (LedgerPersonButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_person_button_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/shell/ledger-person-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPersonButton, button);
  gtk_widget_class_bind_template_child (widget_class, LedgerPersonButton, name);
  gtk_widget_class_bind_template_child (widget_class, LedgerPersonButton, popover);
  gtk_widget_class_bind_template_child (widget_class, LedgerPersonButton, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerPersonButton, list);
  gtk_widget_class_bind_template_callback (widget_class, ledger_person_button_open);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
}

static void
ledger_person_button_init (LedgerPersonButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_person_button_set_session (LedgerPersonButton *self, LedgerSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->picker != NULL)
    {
      gtk_box_remove (GTK_BOX (self->box), self->picker);
      self->picker = NULL;
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  self->picker = ledger_picker_entry_new (
      ledger_session_get_document (session), LEDGER_PICKER_PERSON, _ ("Another person"));
  ledger_picker_entry_set_placeholder (LEDGER_PICKER_ENTRY (self->picker),
                                       _ ("Find, or write a new name"));
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_picked), self);
  gtk_box_append (GTK_BOX (self->box), self->picker);
  g_signal_connect_swapped (session, "notify::person-name", G_CALLBACK (show_person), self);
  show_person (self);
}
