/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-import-choices.h"

#include "ledger-import-encodings.h"

struct _LedgerImportChoices
{
  GtkWidget parent_instance;

  LedgerImportStudy *study;
  GtkDropDown *sheets;
  GtkDropDown *encodings;
};

G_DEFINE_FINAL_TYPE (LedgerImportChoices, ledger_import_choices, GTK_TYPE_WIDGET)

static gboolean
is_ready (LedgerImportChoices *self)
{
  return self->study != NULL && ledger_import_study_get_state (self->study) == LEDGER_STUDY_READY;
}

static void
on_sheet_chosen (LedgerImportChoices *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->sheets);
  const char *name = chosen != NULL ? gtk_string_object_get_string (chosen) : NULL;

  if (name != NULL && is_ready (self))
    ledger_import_study_choose_sheet (self->study, name);
}

static void
on_encoding_chosen (LedgerImportChoices *self)
{
  const guint at = gtk_drop_down_get_selected (self->encodings);
  const char *const *encodings = ledger_import_encodings_get ();

  if (is_ready (self) && at < g_strv_length ((GStrv)encodings))
    ledger_import_study_choose_encoding (self->study, encodings[at]);
}

/* Shows NAMES with the one at SELECTED, without that counting as a choice. */
static void
fill_choices (GtkDropDown *choices,
              GtkStringList *names,
              guint selected,
              gboolean shown,
              GCallback on_chosen,
              LedgerImportChoices *self)
{
  g_signal_handlers_block_by_func (choices, on_chosen, self);
  gtk_drop_down_set_model (choices, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choices, selected);
  g_signal_handlers_unblock_by_func (choices, on_chosen, self);
  gtk_widget_set_visible (GTK_WIDGET (choices), shown);
}

static void
show_sheets (LedgerImportChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LedgerWorkbook *workbook = ledger_import_study_get_workbook (self->study);
  const LedgerSheet *shown = ledger_import_study_get_sheet (self->study);
  const guint n = ledger_workbook_get_n_sheets (workbook);
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names,
                              ledger_sheet_get_name (ledger_workbook_get_sheet (workbook, i)));
      if (ledger_workbook_get_sheet (workbook, i) == shown)
        selected = i;
    }
  fill_choices (self->sheets, names, selected, n > 1, G_CALLBACK (on_sheet_chosen), self);
}

static void
show_encodings (LedgerImportChoices *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *encodings = ledger_import_encodings_get ();
  const char *read = ledger_workbook_get_encoding (ledger_import_study_get_workbook (self->study));
  guint n = 0;
  guint selected = G_MAXUINT;

  for (; encodings[n] != NULL; n++)
    {
      gtk_string_list_append (names, ledger_import_encodings_get_words (encodings[n]));
      if (read != NULL && g_ascii_strcasecmp (encodings[n], read) == 0)
        selected = n;
    }
  if (read != NULL && selected == G_MAXUINT)
    {
      gtk_string_list_append (names, read);
      selected = n;
    }
  fill_choices (self->encodings,
                names,
                selected,
                read != NULL && ledger_import_study_get_path (self->study) != NULL,
                G_CALLBACK (on_encoding_chosen),
                self);
}

static void
on_study_changed (LedgerImportChoices *self)
{
  if (is_ready (self))
    {
      show_sheets (self);
      show_encodings (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->encodings), FALSE);
}

static void
ledger_import_choices_dispose (GObject *object)
{
  LedgerImportChoices *self = LEDGER_IMPORT_CHOICES (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_IMPORT_CHOICES);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (ledger_import_choices_parent_class)->dispose (object);
}

static void
ledger_import_choices_class_init (LedgerImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_import_choices_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/import/ledger-import-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerImportChoices, sheets);
  gtk_widget_class_bind_template_child (widget_class, LedgerImportChoices, encodings);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_chosen);
}

static void
ledger_import_choices_init (LedgerImportChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ledger_import_choices_set_study (LedgerImportChoices *self, LedgerImportStudy *study)
{
  g_assert (self->study == NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "changed", G_CALLBACK (on_study_changed), self);
}
