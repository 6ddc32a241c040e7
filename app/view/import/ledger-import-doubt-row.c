/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt-row.h"

#include <glib/gi18n-lib.h>

struct _LedgerImportDoubtRow
{
  GtkWidget parent_instance;

  LedgerImportStudy *study;
  LedgerImportDoubt *doubt; /* or NULL */

  GtkWidget *stack;
  GtkWidget *cell;
  GtkWidget *text;
  GtkWidget *accept;
  GtkWidget *change;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (LedgerImportDoubtRow, ledger_import_doubt_row, GTK_TYPE_WIDGET)

/* The encodings that offices' files come in; tried one after another. */
static const char *
next_encoding (const char *now)
{
  static const char *const encodings[] = { "GB18030", "UTF-8", "BIG5", NULL };

  for (guint i = 0; now != NULL && encodings[i + 1] != NULL; i++)
    if (g_ascii_strcasecmp (encodings[i], now) == 0)
      return encodings[i + 1];
  return encodings[0];
}

static LedgerDoubtKind
get_kind (LedgerImportDoubtRow *self)
{
  return ledger_import_doubt_get (self->doubt)->kind;
}

/* --- what a person says --- */

static void
on_accept (LedgerImportDoubtRow *self)
{
  g_autoptr (LedgerImportDoubt) doubt = g_object_ref (self->doubt);

  ledger_import_study_accept (self->study, doubt);
}

static void
show_entry (LedgerImportDoubtRow *self)
{
  const LedgerDoubt *doubt = ledger_import_doubt_get (self->doubt);
  const char *shown = ledger_sheet_get_shown_text (
      ledger_import_study_get_sheet (self->study), doubt->row, doubt->column);
  const gboolean error = doubt->kind == LEDGER_DOUBT_ERROR;

  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         doubt->proposal != NULL ? doubt->proposal
                         : error                 ? ""
                                                 : shown);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "edit");
  gtk_widget_grab_focus (self->entry);
}

static void
on_change (LedgerImportDoubtRow *self)
{
  const LedgerDoubt *doubt = ledger_import_doubt_get (self->doubt);
  const char *path = ledger_import_study_get_path (self->study);

  switch (doubt->kind)
    {
    case LEDGER_DOUBT_SPLIT:
      ledger_import_study_answer (self->study, doubt->row, doubt->column, NULL);
      break;
    case LEDGER_DOUBT_ENCODING:
      if (path != NULL)
        {
          g_autofree char *same = g_strdup (path);
          LedgerWorkbook *workbook = ledger_import_study_get_workbook (self->study);

          ledger_import_study_load_file (
              self->study, same, next_encoding (ledger_workbook_get_encoding (workbook)));
        }
      break;
    case LEDGER_DOUBT_DEADLINE:
    case LEDGER_DOUBT_NUMBER:
    case LEDGER_DOUBT_ERROR:
    case LEDGER_DOUBT_HIDDEN:
    case LEDGER_DOUBT_LEFT_OUT:
    default:
      show_entry (self);
      break;
    }
}

static void
stop_editing (LedgerImportDoubtRow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "show");
}

static void
on_entered (LedgerImportDoubtRow *self)
{
  const LedgerDoubt *doubt = ledger_import_doubt_get (self->doubt);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  stop_editing (self);
  ledger_import_study_answer (self->study, doubt->row, doubt->column, text);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  stop_editing (data);
  gtk_widget_grab_focus (LEDGER_IMPORT_DOUBT_ROW (data)->change);
  return TRUE;
}

/* --- the widget --- */

static void
ledger_import_doubt_row_dispose (GObject *object)
{
  LedgerImportDoubtRow *self = LEDGER_IMPORT_DOUBT_ROW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->study);
  g_clear_object (&self->doubt);
  G_OBJECT_CLASS (ledger_import_doubt_row_parent_class)->dispose (object);
}

static void
ledger_import_doubt_row_class_init (LedgerImportDoubtRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_import_doubt_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_button (LedgerImportDoubtRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_shown (LedgerImportDoubtRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cell = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->cell), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->cell), 4);
  gtk_widget_add_css_class (self->cell, "heading");
  gtk_widget_add_css_class (self->cell, "numeric");
  gtk_box_append (GTK_BOX (box), self->cell);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (box), self->text);
  self->accept = create_button (self, _ ("Accept"), G_CALLBACK (on_accept));
  gtk_box_append (GTK_BOX (box), self->accept);
  self->change = create_button (self, C_ ("import", "Change"), G_CALLBACK (on_change));
  gtk_box_append (GTK_BOX (box), self->change);
  return box;
}

static GtkWidget *
create_entry (LedgerImportDoubtRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entered), self);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
  return self->entry;
}

static void
ledger_import_doubt_row_init (LedgerImportDoubtRow *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), create_shown (self), "show");
  gtk_stack_add_named (GTK_STACK (self->stack), create_entry (self), "edit");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
ledger_import_doubt_row_new (LedgerImportStudy *study)
{
  LedgerImportDoubtRow *self = g_object_new (LEDGER_TYPE_IMPORT_DOUBT_ROW, NULL);

  self->study = g_object_ref (study);
  return GTK_WIDGET (self);
}

static void
name_widgets (LedgerImportDoubtRow *self, const LedgerDoubt *doubt)
{
  g_autofree char *accept = g_strdup_printf (_ ("Accept %s"), doubt->cell);
  g_autofree char *change = g_strdup_printf (_ ("Change %s"), doubt->cell);
  g_autofree char *entry = g_strdup_printf (_ ("Content of %s"), doubt->cell);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, accept, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, entry, -1);
}

void
ledger_import_doubt_row_set_doubt (LedgerImportDoubtRow *self, LedgerImportDoubt *doubt)
{
  const LedgerDoubt *told;
  LedgerDoubtKind kind;

  g_set_object (&self->doubt, doubt);
  stop_editing (self);
  if (doubt == NULL)
    return;
  told = ledger_import_doubt_get (doubt);
  kind = get_kind (self);
  gtk_label_set_text (GTK_LABEL (self->cell), told->cell);
  gtk_label_set_text (GTK_LABEL (self->text), told->text);
  gtk_widget_set_tooltip_text (self->text, told->proposal);
  gtk_button_set_label (GTK_BUTTON (self->change),
                        kind == LEDGER_DOUBT_SPLIT      ? _ ("As one")
                        : kind == LEDGER_DOUBT_ENCODING ? _ ("Another")
                                                        : C_ ("import", "Change"));
  gtk_widget_set_visible (self->change,
                          kind != LEDGER_DOUBT_HIDDEN && kind != LEDGER_DOUBT_LEFT_OUT);
  name_widgets (self, told);
}
