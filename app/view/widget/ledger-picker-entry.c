/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-picker-entry.h"

#include <glib/gi18n-lib.h>

#include "ledger-department.h"
#include "ledger-person.h"
#include "ledger-pinyin.h"
#include "ledger-popover-room.h"
#include "ledger-tab-order.h"
#include "ledger-text.h"

#define MOST_ROWS 12

/* Rows are strings: the known names that match, then "+" and the name to be added. */
#define NEW_ROW_MARK "+"

struct _LedgerPickerEntry
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerPickerKind kind;
  GtkStringList *coming; /* names picked beside this one that are no records yet, or NULL */
  char *name;
  gboolean setting; /* the text is being set by code */

  GtkWidget *entry;
  GtkWidget *source;
  GtkWidget *popover;
  GtkStringList *rows;
  GtkSingleSelection *selection;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerPickerEntry, ledger_picker_entry, GTK_TYPE_WIDGET)

static const char *
type_name (LedgerPickerEntry *self)
{
  return self->kind == LEDGER_PICKER_PERSON ? ledger_person_record_type.name
                                            : ledger_department_record_type.name;
}

static const char *
record_name (LedgerPickerEntry *self, LedgerRecord *record)
{
  return ledger_record_get_text (
      record, self->kind == LEDGER_PICKER_PERSON ? LEDGER_PERSON_NAME : LEDGER_DEPARTMENT_NAME);
}

static LedgerRecord *
find_by_name (LedgerPickerEntry *self, const char *name)
{
  LedgerTable *table;

  if (self->document == NULL)
    return NULL;
  table = ledger_document_get_table (self->document, type_name (self));
  for (guint i = 0; i < ledger_table_get_n_records (table); i++)
    {
      LedgerRecord *record = ledger_table_get_record (table, i);

      if (g_strcmp0 (record_name (self, record), name) == 0)
        return record;
    }
  return NULL;
}

static gboolean
is_coming (LedgerPickerEntry *self, const char *name)
{
  const guint n = self->coming != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->coming)) : 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->coming, i), name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_coming (LedgerPickerEntry *self, const char *text, GPtrArray *names)
{
  const guint n = self->coming != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->coming)) : 0;

  for (guint i = 0; i < n && names->len < MOST_ROWS; i++)
    {
      const char *name = gtk_string_list_get_string (self->coming, i);

      if (*text == '\0' || ledger_pinyin_matches (name, text))
        g_ptr_array_add (names, g_strdup (name));
    }
}

static void
fill_rows (LedgerPickerEntry *self, const char *text)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LedgerTable *table =
      self->document != NULL ? ledger_document_get_table (self->document, type_name (self)) : NULL;
  const guint n = table != NULL ? ledger_table_get_n_records (table) : 0;

  for (guint i = 0; i < n && names->len < MOST_ROWS; i++)
    {
      const char *name = record_name (self, ledger_table_get_record (table, i));

      if (name != NULL && (*text == '\0' || ledger_pinyin_matches (name, text)))
        g_ptr_array_add (names, g_strdup (name));
    }
  add_coming (self, text, names);
  if (*text != '\0' && find_by_name (self, text) == NULL && !is_coming (self, text))
    g_ptr_array_add (names, g_strconcat (NEW_ROW_MARK, text, NULL));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->rows, 0, n_before, (const char *const *)names->pdata);
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
set_text (LedgerPickerEntry *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

/* 新增 behind a name that is no record yet, so that a slip is seen; who is picked next finds it. */
static void
show_new (LedgerPickerEntry *self)
{
  const gboolean is_new =
      self->document != NULL && *self->name != '\0' && find_by_name (self, self->name) == NULL;

  ledger_picker_entry_set_source (self, is_new ? C_ ("picker", "new") : NULL);
  if (is_new && self->coming != NULL && !is_coming (self, self->name))
    gtk_string_list_append (self->coming, self->name);
}

static void
take_name (LedgerPickerEntry *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

static void
pick (LedgerPickerEntry *self, const char *name)
{
  g_autofree char *kept = g_strdup (name);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  take_name (self, kept);
  set_text (self, kept);
  show_new (self);
  g_signal_emit (self, signals[PICKED], 0);
}

static void
pick_row (LedgerPickerEntry *self, guint position)
{
  const char *row = gtk_string_list_get_string (self->rows, position);

  if (row != NULL)
    pick (self, g_str_has_prefix (row, NEW_ROW_MARK) ? row + strlen (NEW_ROW_MARK) : row);
}

static void
open_list (LedgerPickerEntry *self, const char *text)
{
  fill_rows (self, text);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_widget_set_size_request (self->popover, MAX (gtk_widget_get_width (self->entry), 180), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  ledger_popover_room_make (self->popover);
}

static void
on_changed (LedgerPickerEntry *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;
  text = ledger_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  take_name (self, text);
  ledger_picker_entry_set_source (self, NULL);
  if (*text != '\0')
    {
      open_list (self, text);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0);
}

static void
on_activate (LedgerPickerEntry *self)
{
  if (gtk_widget_get_visible (self->popover))
    pick_row (self, gtk_single_selection_get_selected (self->selection));
  else
    g_signal_emit (self, signals[PICKED], 0);
}

static void
on_row_activated (LedgerPickerEntry *self, guint position)
{
  pick_row (self, position);
  gtk_widget_grab_focus (self->entry);
}

/* The keyboard stays in the entry: arrows move the mark in the list. */
static gboolean
on_key (LedgerPickerEntry *self, guint key, guint code, GdkModifierType state)
{
  const gboolean open = gtk_widget_get_visible (self->popover);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const guint at = gtk_single_selection_get_selected (self->selection);

  if (key == GDK_KEY_Down && !open)
    {
      open_list (self, "");
      return TRUE;
    }
  if (!open)
    return FALSE;
  if (key == GDK_KEY_Escape)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (key == GDK_KEY_Down && n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (at + 1, n - 1));
  else if (key == GDK_KEY_Up && n > 0)
    gtk_single_selection_set_selected (self->selection, at > 0 ? at - 1 : 0);
  else
    return FALSE;
  return TRUE;
}

/* A long name is read from its beginning. */
static void
on_focus_left (LedgerPickerEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, LedgerPickerEntry *self)
{
  const char *row = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *text = NULL;
  LedgerRecord *record;
  const char *post = NULL;

  if (g_str_has_prefix (row, NEW_ROW_MARK))
    text = g_strdup_printf (_ ("Add “%s”"), row + strlen (NEW_ROW_MARK));
  else
    {
      record = find_by_name (self, row);
      if (record != NULL && self->kind == LEDGER_PICKER_PERSON)
        post = ledger_record_get_text (record, LEDGER_PERSON_POST);
      text = post != NULL ? g_strdup_printf ("%s  %s", row, post) : g_strdup (row);
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
ledger_picker_entry_dispose (GObject *object)
{
  LedgerPickerEntry *self = LEDGER_PICKER_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_PICKER_ENTRY);
  g_clear_object (&self->document);
  g_clear_object (&self->coming);
  G_OBJECT_CLASS (ledger_picker_entry_parent_class)->dispose (object);
}

static void
ledger_picker_entry_finalize (GObject *object)
{
  g_free (LEDGER_PICKER_ENTRY (object)->name);
  G_OBJECT_CLASS (ledger_picker_entry_parent_class)->finalize (object);
}

static gboolean
ledger_picker_entry_grab_focus (GtkWidget *widget)
{
  LedgerPickerEntry *self = LEDGER_PICKER_ENTRY (widget);

  /* First, as a cursor that blinks already is not stopped by selecting. */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return gtk_widget_grab_focus (self->entry);
}

static void
ledger_picker_entry_class_init (LedgerPickerEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ledger_picker_entry_dispose;
  object_class->finalize = ledger_picker_entry_finalize;
  widget_class->focus = ledger_tab_order_through;
  widget_class->grab_focus = ledger_picker_entry_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "pickerentry");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/widget/ledger-picker-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerPickerEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, LedgerPickerEntry, source);
  gtk_widget_class_bind_template_child (widget_class, LedgerPickerEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, LedgerPickerEntry, rows);
  gtk_widget_class_bind_template_child (widget_class, LedgerPickerEntry, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  signals[PICKED] = g_signal_new (
      "picked", LEDGER_TYPE_PICKER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ledger_picker_entry_init (LedgerPickerEntry *self)
{
  self->name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_picker_entry_new (LedgerDocument *document, LedgerPickerKind kind, const char *label)
{
  LedgerPickerEntry *self = g_object_new (LEDGER_TYPE_PICKER_ENTRY, NULL);

  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->kind = kind;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
ledger_picker_entry_get_name (LedgerPickerEntry *self)
{
  return self->name;
}

const char *
ledger_picker_entry_get_id (LedgerPickerEntry *self)
{
  LedgerRecord *record = *self->name != '\0' ? find_by_name (self, self->name) : NULL;

  return record != NULL ? ledger_record_get_id (record) : NULL;
}

void
ledger_picker_entry_set_name (LedgerPickerEntry *self, const char *name)
{
  take_name (self, name != NULL ? name : "");
  set_text (self, self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

void
ledger_picker_entry_take (LedgerPickerEntry *self, const char *name)
{
  ledger_picker_entry_set_name (self, name);
  show_new (self);
}

void
ledger_picker_entry_share_coming (LedgerPickerEntry *self, GtkStringList *coming)
{
  g_set_object (&self->coming, coming);
}

void
ledger_picker_entry_set_placeholder (LedgerPickerEntry *self, const char *text)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}

void
ledger_picker_entry_set_source (LedgerPickerEntry *self, const char *source)
{
  gtk_label_set_text (GTK_LABEL (self->source), source != NULL ? source : "");
  gtk_widget_set_visible (self->source, source != NULL);
  ledger_popover_room_make (GTK_WIDGET (self));
}
