/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-doubt-row.h"

#include <glib/gi18n-lib.h>

#include "ledger-import-encodings.h"

struct _LedgerImportDoubtRow
{
  GtkWidget parent_instance;

  LedgerImportStudy *study;
  LedgerImportDoubt *doubt; /* or NULL */

  GtkWidget *stack;
  GtkWidget *buttons;
  GtkWidget *accept;
  GtkWidget *change;
  GtkWidget *edited; /* which cell; like the entry NULL until something is edited: rows are many */
  GtkWidget *entry;
};

enum
{
  PROP_DOUBT = 1,
};

G_DEFINE_FINAL_TYPE (LedgerImportDoubtRow, ledger_import_doubt_row, GTK_TYPE_WIDGET)

/* --- what a person says --- */

static void
on_accept (LedgerImportDoubtRow *self)
{
  g_autoptr (LedgerImportDoubt) doubt = g_object_ref (self->doubt);

  ledger_import_study_accept (self->study, doubt);
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
on_escape (GtkWidget *entry, GVariant *args, gpointer data)
{
  LedgerImportDoubtRow *self = data;

  stop_editing (self);
  gtk_widget_grab_focus (self->change);
  return TRUE;
}

static void
need_entry (LedgerImportDoubtRow *self)
{
  GtkEventController *keys;
  GtkWidget *box;

  if (self->entry != NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, self, NULL)));
  self->entry = gtk_entry_new ();
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entered), self);
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->edited = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->edited), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->edited), 4);
  gtk_widget_add_css_class (self->edited, "heading");
  gtk_widget_add_css_class (self->edited, "numeric");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->edited);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "edit");
}

static void
show_entry (LedgerImportDoubtRow *self)
{
  const LedgerDoubt *doubt = ledger_import_doubt_get (self->doubt);
  const char *shown = ledger_sheet_get_shown_text (
      ledger_import_study_get_sheet (self->study), doubt->row, doubt->column);
  const gboolean error = doubt->kind == LEDGER_DOUBT_ERROR;
  g_autofree char *name = g_strdup_printf (_ ("Content of %s"), doubt->cell);

  need_entry (self);
  gtk_label_set_text (GTK_LABEL (self->edited), doubt->cell);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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

  switch (doubt->kind)
    {
    case LEDGER_DOUBT_SPLIT:
      ledger_import_study_answer (self->study, doubt->row, doubt->column, NULL);
      break;
    case LEDGER_DOUBT_ENCODING:
      ledger_import_study_choose_encoding (
          self->study,
          ledger_import_encodings_get_next (
              ledger_workbook_get_encoding (ledger_import_study_get_workbook (self->study))));
      break;
    case LEDGER_DOUBT_PAIR:
      ledger_import_study_decide (self->study, doubt->row, TRUE);
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

/* --- the widget --- */

static void
ledger_import_doubt_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DOUBT)
    g_value_set_object (value, LEDGER_IMPORT_DOUBT_ROW (object)->doubt);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_import_doubt_row_dispose (GObject *object)
{
  LedgerImportDoubtRow *self = LEDGER_IMPORT_DOUBT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_DOUBT_ROW);
  g_clear_object (&self->study);
  g_clear_object (&self->doubt);
  G_OBJECT_CLASS (ledger_import_doubt_row_parent_class)->dispose (object);
}

static void
ledger_import_doubt_row_class_init (LedgerImportDoubtRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ledger_import_doubt_row_get_property;
  object_class->dispose = ledger_import_doubt_row_dispose;
  g_object_class_install_property (object_class,
                                   PROP_DOUBT,
                                   g_param_spec_object ("doubt",
                                                        NULL,
                                                        NULL,
                                                        LEDGER_TYPE_IMPORT_DOUBT,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-doubt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtRow, stack);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtRow, accept);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportDoubtRow, change);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
}

static void
ledger_import_doubt_row_init (LedgerImportDoubtRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  const gboolean pair = doubt->kind == LEDGER_DOUBT_PAIR;
  g_autofree char *accept =
      g_strdup_printf (pair ? _ ("Take %s as a new one") : _ ("Accept %s"), doubt->cell);
  g_autofree char *change =
      g_strdup_printf (pair ? _ ("Take %s as a change") : _ ("Change %s"), doubt->cell);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, accept, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
}

void
ledger_import_doubt_row_set_doubt (LedgerImportDoubtRow *self, LedgerImportDoubt *doubt)
{
  if (!g_set_object (&self->doubt, doubt))
    return;
  stop_editing (self);
  g_object_notify (G_OBJECT (self), "doubt");
  if (doubt == NULL)
    return;
  name_widgets (self, ledger_import_doubt_get (doubt));
  /* The two ways of a pair are long words: one above the other they leave the sentence its room. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  ledger_import_doubt_get (doubt)->kind == LEDGER_DOUBT_PAIR
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
}
