/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-drop.h"
#include "ledger-evidence-link.h"
#include "ledger-filing.h"
#include "ledger-gesture.h"
#include "ledger-light-label.h"
#include "ledger-measure-editor.h"
#include "ledger-measure-order.h"
#include "ledger-measure.h"
#include "ledger-toolkit.h"

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
  GtkWidget *missing;
  GtkWidget *proof;
  GtkWidget *editor; /* NULL until edited */
  GtkWidget *menu;   /* NULL until opened */
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

static GPtrArray *
list_links (LedgerMeasureRow *self)
{
  return ledger_filing_list_links (self->document, self->measure);
}

/* A number opens what it counts. */
static void
show_proof (LedgerMeasureRow *self)
{
  g_autoptr (GPtrArray) links = list_links (self);
  const guint n = links->len;
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence", "%u pieces of evidence", n), n);

  ledger_light_label_set_chip (
      LEDGER_LIGHT_LABEL (self->missing), NULL, _ ("no evidence yet"), LEDGER_TINT_NONE);
  gtk_button_set_label (GTK_BUTTON (self->proof), words);
  gtk_widget_set_visible (self->missing, n == 0);
  gtk_widget_set_visible (self->proof, n > 0);
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

/* --- editing --- */

static void
leave_edit (LedgerMeasureRow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "read");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
ledger_measure_row_edit (LedgerMeasureRow *self)
{
  if (get_record (self) == NULL)
    return;
  if (self->editor == NULL)
    {
      self->editor = ledger_measure_editor_new (self->session);
      g_signal_connect_object (
          self->editor, "finished", G_CALLBACK (leave_edit), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (GTK_STACK (self->stack), self->editor, "edit");
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "edit");
  ledger_measure_editor_start (LEDGER_MEASURE_EDITOR (self->editor), self->measure);
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

static void
on_show_proof_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerMeasureRow *self = data;
  g_autoptr (GPtrArray) links = list_links (self);

  if (links->len > 0)
    ledger_session_open_evidence (
        self->session, ledger_record_get_text (links->pdata[0], LEDGER_EVIDENCE_LINK_EVIDENCE));
}

static const GActionEntry actions[] = {
  { "finish", on_finish_action }, { "edit", on_edit_action },
  { "up", on_up_action },         { "down", on_down_action },
  { "delete", on_delete_action }, { "show-proof", on_show_proof_action },
};

static void
ensure_menu (LedgerMeasureRow *self)
{
  if (self->menu != NULL)
    return;
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (gtk_widget_grab_focus), self);
}

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
  ensure_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary_click (LedgerMeasureRow *self, int n_press, double x, double y)
{
  ledger_toolkit_let_go (GTK_WIDGET (self), x, y);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_measure_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ledger_measure_row_finalize;
  g_type_ensure (LEDGER_TYPE_LIGHT_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, tick);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, place);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, text);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, due);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, missing);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureRow, proof);
  gtk_widget_class_bind_template_callback (widget_class, on_tick);
}

static void
ledger_measure_row_init (LedgerMeasureRow *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "measure", G_ACTION_GROUP (group));
  add_controllers (self);
}

static void
take_measure (LedgerMeasureRow *self, const char *measure_id)
{
  g_free (self->measure);
  self->measure = g_strdup (measure_id);
  LedgerRecord *record = get_record (self);
  ledger_evidence_drop_attach (GTK_WIDGET (self),
                               self->session,
                               record != NULL ? ledger_record_get_parent_id (record) : NULL,
                               measure_id);
  ledger_measure_order_attach (GTK_WIDGET (self), self->session, measure_id);
  ledger_measure_row_reload (self);
}

GtkWidget *
ledger_measure_row_new (LedgerDocument *document, LedgerSession *session, const char *measure_id)
{
  LedgerMeasureRow *self = g_object_new (LEDGER_TYPE_MEASURE_ROW, NULL);

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  take_measure (self, measure_id);
  return GTK_WIDGET (self);
}

gboolean
ledger_measure_row_show_other (LedgerMeasureRow *self, const char *measure_id)
{
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  if (g_strcmp0 (shown, "edit") == 0)
    return FALSE;
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  take_measure (self, measure_id);
  return TRUE;
}

const char *
ledger_measure_row_get_measure (LedgerMeasureRow *self)
{
  return self->measure;
}
