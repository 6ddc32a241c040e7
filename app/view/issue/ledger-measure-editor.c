/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-measure-editor.h"

#include <glib/gi18n-lib.h>

#include "ledger-date-entry.h"
#include "ledger-error.h"
#include "ledger-field.h"
#include "ledger-gesture.h"
#include "ledger-measure.h"
#include "ledger-phase.h"
#include "ledger-picker-entry.h"
#include "ledger-text.h"

struct _LedgerMeasureEditor
{
  GtkWidget parent_instance;

  LedgerSession *session;
  char *measure;
  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *grid;
  GtkWidget *more_toggle;
  GtkWidget *more_arrow;
  GtkWidget *more;
  GtkWidget *more_grid;
  GtkWidget *refusal;
  GtkWidget *due;
  GtkWidget *target;
  GtkWidget *owner;
  GtkWidget *phase;
  GPtrArray *phases; /* ids, NULL first: none */
  GtkWidget *start;
  GtkWidget *finished_on;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerMeasureEditor, ledger_measure_editor, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerMeasureEditor *self)
{
  return ledger_session_get_document (self->session);
}

static LedgerRecord *
get_record (LedgerMeasureEditor *self)
{
  return ledger_document_lookup (get_document (self), "measure", self->measure);
}

static const char *
get_text (LedgerRecord *record, guint column)
{
  const char *text = ledger_record_get_text (record, column);

  return text != NULL ? text : "";
}

/* --- phases --- */

static void
fill_phases (LedgerMeasureEditor *self, const char *chosen)
{
  LedgerTable *table = ledger_document_get_table (get_document (self), "phase");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->phases, 0);
  g_ptr_array_add (self->phases, NULL);
  gtk_string_list_append (names, C_ ("phase", "None"));
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *phase = ledger_table_get_record (table, i);
      const char *id = ledger_record_get_id (phase);

      if (g_strcmp0 (id, chosen) == 0)
        selected = self->phases->len;
      g_ptr_array_add (self->phases, g_strdup (id));
      gtk_string_list_append (names, get_text (phase, LEDGER_PHASE_NAME));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->phase), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->phase), selected);
}

static const char *
get_phase (LedgerMeasureEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->phase));
  const char *id = selected < self->phases->len ? g_ptr_array_index (self->phases, selected) : NULL;

  return id != NULL ? id : "";
}

/* --- saving --- */

static char *
dup_words (LedgerMeasureEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  GtkTextIter start, end;
  g_autofree char *written = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  written = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return ledger_text_trim (written);
}

/* What is as it was is left out; VALUE NULL is a date that cannot be read. */
static gboolean
add (LedgerMeasureEditor *self,
     LedgerEdit *edit,
     guint column,
     const char *before,
     const char *value,
     GError **error)
{
  const char *field = ledger_measure_record_type.columns[column].name;

  if (value == NULL)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("“%s” cannot be read as a date. Write it like 3.5, 2026-03-05 or 3月底."),
                   ledger_field_get_word ("measure", field));
      return FALSE;
    }
  return g_strcmp0 (before, value) == 0
         || ledger_gesture_add_set (
             get_document (self), edit, "measure", self->measure, field, value, error);
}

static char *
dup_deadline_words (LedgerRecord *record)
{
  const char *due = ledger_record_get_text (record, LEDGER_MEASURE_DUE);
  g_autoptr (LedgerDeadline) deadline = due != NULL ? ledger_deadline_from_canonical (due) : NULL;

  return deadline != NULL ? ledger_deadline_to_entry (deadline) : g_strdup ("");
}

static gboolean
add_day (
    LedgerMeasureEditor *self, LedgerEdit *edit, guint column, GtkWidget *entry, GError **error)
{
  g_autofree char *value = ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (entry));
  const LedgerDay day = ledger_date_entry_get_day (LEDGER_DATE_ENTRY (entry));

  if (value != NULL && ledger_record_get_day (get_record (self), column) == day)
    return TRUE;
  return add (self, edit, column, NULL, value, error);
}

static gboolean
add_fields (LedgerMeasureEditor *self, LedgerEdit *edit, GError **error)
{
  LedgerRecord *record = get_record (self);
  g_autofree char *words = dup_words (self);
  g_autofree char *due_before = dup_deadline_words (record);
  g_autofree char *due = ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (self->due));
  const char *owner = ledger_document_get_name (
      get_document (self), "person", ledger_record_get_text (record, LEDGER_MEASURE_OWNER));

  return add (self, edit, LEDGER_MEASURE_TEXT, get_text (record, LEDGER_MEASURE_TEXT), words, error)
         && add (self, edit, LEDGER_MEASURE_DUE, due_before, due, error)
         && add (self,
                 edit,
                 LEDGER_MEASURE_TARGET,
                 get_text (record, LEDGER_MEASURE_TARGET),
                 gtk_editable_get_text (GTK_EDITABLE (self->target)),
                 error)
         && add (self,
                 edit,
                 LEDGER_MEASURE_OWNER,
                 owner != NULL ? owner : "",
                 ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->owner)),
                 error)
         && add (self,
                 edit,
                 LEDGER_MEASURE_PHASE,
                 get_text (record, LEDGER_MEASURE_PHASE),
                 get_phase (self),
                 error)
         && add_day (self, edit, LEDGER_MEASURE_START, self->start, error)
         && add_day (self, edit, LEDGER_MEASURE_FINISHED_ON, self->finished_on, error);
}

static LedgerEdit *
make_edit (LedgerMeasureEditor *self, GError **error)
{
  g_autofree char *label =
      ledger_document_dup_label (get_document (self), "measure", self->measure);
  g_autofree char *title = g_strdup_printf (_ ("Change %s"), label);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (get_document (self), title);

  return add_fields (self, edit, error) ? g_steal_pointer (&edit) : NULL;
}

static void
refuse (LedgerMeasureEditor *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->refusal, error != NULL);
}

static void
finish (LedgerMeasureEditor *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
on_save (LedgerMeasureEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LedgerEdit) edit = NULL;

  if (get_record (self) == NULL)
    {
      finish (self);
      return;
    }
  edit = make_edit (self, &error);
  refuse (self, error);
  if (edit == NULL)
    return;
  if (ledger_edit_get_n_changes (edit) > 0)
    ledger_session_commit (
        self->session, g_steal_pointer (&edit), NULL, _ ("Measure changed"), NULL, NULL);
  finish (self);
}

static void
on_cancel (LedgerMeasureEditor *self)
{
  finish (self);
}

static void
on_more (LedgerMeasureEditor *self)
{
  const gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more_toggle));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->more_arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
}

/* An Enter that ends the spelling of a word belongs to the input method. */
static gboolean
is_spelling (LedgerMeasureEditor *self, GtkEventController *keys)
{
  return gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->words),
                                                   gtk_event_controller_get_current_event (keys));
}

static gboolean
on_key (LedgerMeasureEditor *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *keys)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  if (!is_spelling (self, keys))
    on_save (self);
  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  finish (LEDGER_MEASURE_EDITOR (widget));
  return TRUE;
}

/* --- building --- */

static void
attach (GtkWidget *grid, int row, const char *text, GtkWidget *input)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (input, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), input, 1, row, 1, 1);
}

static GtkWidget *
create_day (LedgerMeasureEditor *self, const char *label)
{
  GtkWidget *entry = ledger_date_entry_new (get_document (self), label);

  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_save), self);
  return entry;
}

static void
build (LedgerMeasureEditor *self)
{
  const char *target = ledger_field_get_word ("measure", "target");

  self->due = create_day (self, _ ("Deadline of the measure"));
  ledger_date_entry_set_deadline (LEDGER_DATE_ENTRY (self->due), TRUE);
  attach (self->grid, 0, ledger_field_get_word ("measure", "due"), self->due);
  self->target = gtk_entry_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_LABEL, target, -1);
  g_signal_connect_swapped (self->target, "activate", G_CALLBACK (on_save), self);
  self->owner = ledger_picker_entry_new (
      get_document (self), LEDGER_PICKER_PERSON, ledger_field_get_word ("measure", "owner"));
  self->phase = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->phase),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ledger_field_get_word ("measure", "phase"),
                                  -1);
  self->start = create_day (self, ledger_field_get_word ("measure", "start"));
  self->finished_on = create_day (self, ledger_field_get_word ("measure", "finished_on"));
  attach (self->more_grid, 0, target, self->target);
  attach (self->more_grid, 1, ledger_field_get_word ("measure", "owner"), self->owner);
  attach (self->more_grid, 2, ledger_field_get_word ("measure", "phase"), self->phase);
  attach (self->more_grid, 3, ledger_field_get_word ("measure", "start"), self->start);
  attach (self->more_grid, 4, ledger_field_get_word ("measure", "finished_on"), self->finished_on);
}

static void
ledger_measure_editor_dispose (GObject *object)
{
  LedgerMeasureEditor *self = LEDGER_MEASURE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_MEASURE_EDITOR);
  g_clear_object (&self->session);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->phases, g_ptr_array_unref);
  G_OBJECT_CLASS (ledger_measure_editor_parent_class)->dispose (object);
}

static void
ledger_measure_editor_class_init (LedgerMeasureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_measure_editor_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-measure-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, box);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, words);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, more_toggle);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, more_arrow);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, more);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, more_grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerMeasureEditor, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_css_name (widget_class, "measureeditor");
  signals[FINISHED] = g_signal_new ("finished",
                                    LEDGER_TYPE_MEASURE_EDITOR,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
}

static void
ledger_measure_editor_init (LedgerMeasureEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->phases = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->words, keys);
}

GtkWidget *
ledger_measure_editor_new (LedgerSession *session)
{
  LedgerMeasureEditor *self = g_object_new (LEDGER_TYPE_MEASURE_EDITOR, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}

static gboolean
has_more (LedgerRecord *record)
{
  const guint columns[] = { LEDGER_MEASURE_TARGET,
                            LEDGER_MEASURE_OWNER,
                            LEDGER_MEASURE_PHASE,
                            LEDGER_MEASURE_START,
                            LEDGER_MEASURE_FINISHED_ON };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (ledger_record_get_text (record, columns[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
ledger_measure_editor_start (LedgerMeasureEditor *self, const char *measure_id)
{
  LedgerRecord *record = ledger_document_lookup (get_document (self), "measure", measure_id);
  g_autofree char *due = NULL;

  if (record == NULL)
    return;
  g_free (self->measure);
  self->measure = g_strdup (measure_id);
  due = dup_deadline_words (record);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)),
                            get_text (record, LEDGER_MEASURE_TEXT),
                            -1);
  ledger_date_entry_set_words (LEDGER_DATE_ENTRY (self->due), due);
  gtk_editable_set_text (GTK_EDITABLE (self->target), get_text (record, LEDGER_MEASURE_TARGET));
  ledger_picker_entry_set_name (
      LEDGER_PICKER_ENTRY (self->owner),
      ledger_document_get_name (
          get_document (self), "person", ledger_record_get_text (record, LEDGER_MEASURE_OWNER)));
  fill_phases (self, ledger_record_get_text (record, LEDGER_MEASURE_PHASE));
  ledger_date_entry_set_day (LEDGER_DATE_ENTRY (self->start),
                             ledger_record_get_day (record, LEDGER_MEASURE_START));
  ledger_date_entry_set_day (LEDGER_DATE_ENTRY (self->finished_on),
                             ledger_record_get_day (record, LEDGER_MEASURE_FINISHED_ON));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_toggle), has_more (record));
  refuse (self, NULL);
  gtk_widget_grab_focus (self->words);
}
