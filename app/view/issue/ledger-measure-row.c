/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-evidence-drop.h"
#include "ledger-gesture.h"
#include "ledger-light-label.h"
#include "ledger-measure.h"
#include "ledger-text.h"

struct _LedgerMeasureRow
{
  GtkListBoxRow parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *measure;
  GtkWidget *stack; /* "read", "edit" */
  GtkWidget *tick;
  GtkWidget *place;
  GtkWidget *text;
  GtkWidget *due;
  GtkWidget *proof;
  GtkWidget *words; /* GtkTextView, NULL until edited */
  GtkWidget *day;
  GtkWidget *menu;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (LedgerMeasureRow, ledger_measure_row, GTK_TYPE_LIST_BOX_ROW)

static LedgerRecord *
get_record (LedgerMeasureRow *self)
{
  return ledger_document_lookup (self->document, "measure", self->measure);
}

static gboolean
is_done (LedgerMeasureRow *self)
{
  LedgerRecord *record = get_record (self);

  return record != NULL && ledger_record_get_integer (record, LEDGER_MEASURE_DONE) != 0;
}

static char *
describe_due (LedgerMeasureRow *self, LedgerRecord *record)
{
  const char *due = ledger_record_get_text (record, LEDGER_MEASURE_DUE);
  g_autoptr (LedgerDeadline) deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;

  if (deadline == NULL)
    return g_strdup ("");
  return ledger_deadline_to_words (deadline, ledger_document_get_today (self->document));
}

static void
show_proof (LedgerMeasureRow *self)
{
  const guint n =
      ledger_document_get_children (self->document, "evidence_link", self->measure)->len;
  g_autofree char *words =
      n > 0 ? g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence", "%u pieces of evidence", n), n)
            : g_strdup (_ ("no evidence yet"));

  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (self->proof), NULL, words, LEDGER_TINT_NONE);
}

void
ledger_measure_row_reload (LedgerMeasureRow *self)
{
  LedgerRecord *record = get_record (self);
  g_autofree char *place = NULL;
  g_autofree char *due = NULL;

  if (record == NULL)
    return;
  place = g_strdup_printf ("%u", ledger_document_get_measure_place (self->document, self->measure));
  due = describe_due (self, record);
  self->writing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), is_done (self));
  self->writing = FALSE;
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_label_set_text (GTK_LABEL (self->text), ledger_record_get_text (record, LEDGER_MEASURE_TEXT));
  gtk_label_set_text (GTK_LABEL (self->due), due);
  gtk_widget_set_visible (self->due, *due != '\0');
  show_proof (self);
}

/* --- edits --- */

static void
commit (LedgerMeasureRow *self, LedgerEdit *edit, GError **error, const char *toast)
{
  ledger_session_commit (self->session, edit, error, toast, NULL, NULL);
}

static void
set_done (LedgerMeasureRow *self, gboolean done)
{
  g_autoptr (GError) error = NULL;

  commit (self,
          ledger_gesture_finish_measure (self->document, self->measure, done, &error),
          &error,
          done ? _ ("Measure marked as done") : _ ("Measure is open again"));
}

static void
on_tick (LedgerMeasureRow *self)
{
  if (!self->writing)
    set_done (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->tick)));
}

static void
move (LedgerMeasureRow *self, int delta)
{
  g_autoptr (GError) error = NULL;

  commit (self,
          ledger_gesture_move_measure (self->document, self->measure, delta, &error),
          &error,
          _ ("Order of measures changed"));
}

static void
leave_edit (LedgerMeasureRow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "read");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
save_edit (LedgerMeasureRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  g_autoptr (LedgerEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextIter start, end;
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;
  g_autofree char *due = ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (self->day));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  written = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  text = ledger_text_trim (written);
  edit = ledger_gesture_set (self->document, "measure", self->measure, "text", text, &error);
  if (edit != NULL && due != NULL
      && !ledger_gesture_add_set (
          self->document, edit, "measure", self->measure, "due", due, &error))
    g_clear_pointer (&edit, ledger_edit_unref);
  if (edit != NULL)
    leave_edit (self);
  commit (self, g_steal_pointer (&edit), &error, _ ("Measure changed"));
}

static gboolean
on_edit_key (LedgerMeasureRow *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    leave_edit (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) == 0)
    save_edit (self);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
create_button (const char *label, GCallback clicked, gpointer self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
build_edit (LedgerMeasureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_widget_add_css_class (self->words, "card");
  gtk_widget_set_size_request (self->words, -1, 48);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Measure"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_edit_key), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->words, keys);
  self->day = ledger_date_entry_new (self->document, _ ("Deadline of the measure"));
  ledger_date_entry_set_deadline (LEDGER_DATE_ENTRY (self->day), TRUE);
  gtk_widget_set_hexpand (self->day, TRUE);
  g_signal_connect_swapped (self->day, "activate", G_CALLBACK (save_edit), self);
  gtk_box_append (GTK_BOX (line), self->day);
  gtk_box_append (GTK_BOX (line), create_button (_ ("Cancel"), G_CALLBACK (leave_edit), self));
  gtk_box_append (GTK_BOX (line), create_button (_ ("Save measure"), G_CALLBACK (save_edit), self));
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), line);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "edit");
}

void
ledger_measure_row_edit (LedgerMeasureRow *self)
{
  LedgerRecord *record = get_record (self);
  const char *due;
  g_autoptr (LedgerDeadline) deadline = NULL;

  if (record == NULL)
    return;
  if (self->words == NULL)
    build_edit (self);
  due = ledger_record_get_text (record, LEDGER_MEASURE_DUE);
  deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)),
                            ledger_record_get_text (record, LEDGER_MEASURE_TEXT),
                            -1);
  ledger_date_entry_set_words (LEDGER_DATE_ENTRY (self->day),
                               deadline != NULL ? deadline->words : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "edit");
  gtk_widget_grab_focus (self->words);
}

/* --- context menu --- */

static void
on_finish_action (GSimpleAction *action, GVariant *target, gpointer self)
{
  set_done (self, !is_done (self));
}

static void
on_edit_action (GSimpleAction *action, GVariant *target, gpointer self)
{
  ledger_measure_row_edit (self);
}

static void
on_up_action (GSimpleAction *action, GVariant *target, gpointer self)
{
  move (self, -1);
}

static void
on_down_action (GSimpleAction *action, GVariant *target, gpointer self)
{
  move (self, 1);
}

static void
on_delete_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerMeasureRow *self = data;
  const char *const ids[] = { self->measure, NULL };
  g_autofree char *label = ledger_document_dup_label (self->document, "measure", self->measure);
  g_autofree char *toast = g_strdup_printf (_ ("Deleted %s"), label);
  g_autoptr (GError) error = NULL;

  commit (self, ledger_gesture_delete (self->document, "measure", ids, &error), &error, toast);
}

static const GActionEntry actions[] = {
  { "finish", on_finish_action }, { "edit", on_edit_action },     { "up", on_up_action },
  { "down", on_down_action },     { "delete", on_delete_action },
};

static void
open_menu (LedgerMeasureRow *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *attach = g_strdup_printf ("page.add-evidence-to::%s", self->measure);
  const GdkRectangle at = { (int)x, (int)y, 1, 1 };

  g_menu_append (menu, _ ("Add evidence…"), attach);
  g_menu_append (menu, is_done (self) ? _ ("Mark as open") : _ ("Mark as done"), "measure.finish");
  g_menu_append (menu, _ ("Change"), "measure.edit");
  g_menu_append (menu, _ ("Move up"), "measure.up");
  g_menu_append (menu, _ ("Move down"), "measure.down");
  g_menu_append (menu, _ ("Delete"), "measure.delete");
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary_click (LedgerMeasureRow *self, int n_press, double x, double y)
{
  open_menu (self, x, y);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  const char *action = data;

  if (action == NULL)
    open_menu (LEDGER_MEASURE_ROW (widget), 24, gtk_widget_get_height (widget) - 4);
  else
    gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

static void
add_key (GtkEventController *keys, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_callback_action_new (on_key, (gpointer)action, NULL)));
}

static void
add_controllers (LedgerMeasureRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_key (keys, "Menu|<Shift>F10", NULL);
  add_key (keys, "F2", "measure.edit");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- life --- */

static void
ledger_measure_row_dispose (GObject *object)
{
  LedgerMeasureRow *self = LEDGER_MEASURE_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (ledger_measure_row_parent_class)->dispose (object);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
}

static void
ledger_measure_row_finalize (GObject *object)
{
  g_free (LEDGER_MEASURE_ROW (object)->measure);
  G_OBJECT_CLASS (ledger_measure_row_parent_class)->finalize (object);
}

static void
ledger_measure_row_class_init (LedgerMeasureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_measure_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_measure_row_finalize;
}

static GtkWidget *
create_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
build_read (LedgerMeasureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->tick = gtk_check_button_new ();
  gtk_widget_set_valign (self->tick, GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Measure done"), -1);
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (on_tick), self);
  self->place = create_label ("numeric");
  gtk_widget_set_valign (self->place, GTK_ALIGN_START);
  self->text = create_label ("measure-text");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (column, TRUE);
  self->due = create_label ("caption");
  gtk_widget_add_css_class (self->due, "numeric");
  self->proof = ledger_light_label_new ();
  gtk_widget_add_css_class (self->proof, "caption");
  gtk_box_append (GTK_BOX (line), self->due);
  gtk_box_append (GTK_BOX (line), self->proof);
  gtk_box_append (GTK_BOX (column), self->text);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (box), self->tick);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), column);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "read");
}

static void
ledger_measure_row_init (LedgerMeasureRow *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->stack);
  build_read (self);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "measure", G_ACTION_GROUP (group));
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
ledger_measure_row_new (LedgerDocument *document, LedgerSession *session, const char *measure_id)
{
  LedgerMeasureRow *self = g_object_new (LEDGER_TYPE_MEASURE_ROW, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->measure = g_strdup (measure_id);
  if (get_record (self) != NULL)
    ledger_evidence_drop_attach (
        GTK_WIDGET (self), session, ledger_record_get_parent_id (get_record (self)), measure_id);
  ledger_measure_row_reload (self);
  return GTK_WIDGET (self);
}

const char *
ledger_measure_row_get_measure (LedgerMeasureRow *self)
{
  return self->measure;
}
