/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-form.h"

#include <glib/gi18n-lib.h>

#include "ledger-choice.h"
#include "ledger-date-entry.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"
#include "ledger-issue-proof.h"
#include "ledger-passing-popover.h"

struct _LedgerEvidenceForm
{
  GtkPopover parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *evidence_id;
  gint64 position; /* of the ledger when the form was loaded (LOG 12) */
  GtkWidget *grid;
  GtkWidget *date_label;
  GtkWidget *title;
  GtkWidget *kind;
  GtkWidget *number;
  GtkWidget *date;
};

G_DEFINE_FINAL_TYPE (LedgerEvidenceForm, ledger_evidence_form, GTK_TYPE_POPOVER)

#define TYPE ledger_evidence_record_type.name

static LedgerRecord *
get_evidence (LedgerEvidenceForm *self)
{
  return ledger_document_lookup (self->document, TYPE, self->evidence_id);
}

static void
ledger_evidence_form_dispose (GObject *object)
{
  LedgerEvidenceForm *self = LEDGER_EVIDENCE_FORM (object);

  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_EVIDENCE_FORM);
  G_OBJECT_CLASS (ledger_evidence_form_parent_class)->dispose (object);
}

/* --- writing --- */

static gboolean
put_if_changed (
    LedgerEvidenceForm *self, LedgerEdit *edit, guint column, const char *text, GError **error)
{
  const char *field = ledger_evidence_record_type.columns[column].name;
  const char *was = ledger_record_get_text (get_evidence (self), column);

  if (g_strcmp0 (was != NULL ? was : "", text) == 0)
    return TRUE;
  return ledger_gesture_add_set (self->document, edit, TYPE, self->evidence_id, field, text, error);
}

static const char *
get_chosen_kind (LedgerEvidenceForm *self)
{
  guint n = 0;
  const LedgerChoice *choices = ledger_choice_list (TYPE, "kind", &n);
  const guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return at >= 1 && at <= n ? choices[at - 1].word : "";
}

static gboolean
put_date (LedgerEvidenceForm *self, LedgerEdit *edit, GError **error)
{
  g_autofree char *value = ledger_date_entry_dup_value (LEDGER_DATE_ENTRY (self->date));
  const LedgerDay was = ledger_record_get_day (get_evidence (self), LEDGER_EVIDENCE_DOCUMENT_DATE);

  if (ledger_date_entry_get_day (LEDGER_DATE_ENTRY (self->date)) == was && value != NULL)
    return TRUE;
  return ledger_gesture_add_set (self->document,
                                 edit,
                                 TYPE,
                                 self->evidence_id,
                                 "document_date",
                                 value != NULL ? value : "?",
                                 error);
}

static gboolean
put_all (LedgerEvidenceForm *self, LedgerEdit *edit, GError **error)
{
  return put_if_changed (self,
                         edit,
                         LEDGER_EVIDENCE_TITLE,
                         gtk_editable_get_text (GTK_EDITABLE (self->title)),
                         error)
         && put_if_changed (self, edit, LEDGER_EVIDENCE_KIND, get_chosen_kind (self), error)
         && put_if_changed (self,
                            edit,
                            LEDGER_EVIDENCE_DOCUMENT_NUMBER,
                            gtk_editable_get_text (GTK_EDITABLE (self->number)),
                            error)
         && put_date (self, edit, error);
}

static void
on_save (LedgerEvidenceForm *self)
{
  g_autofree char *label = ledger_document_dup_label (self->document, TYPE, self->evidence_id);
  g_autofree char *text = g_strdup_printf (_ ("Evidence %s was changed"), label);
  g_autofree char *title = g_strdup_printf (_ ("Change evidence %s"), label);
  g_autoptr (LedgerEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (get_evidence (self) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  edit = ledger_edit_new (LEDGER_EDIT_PLAIN, title);
  ledger_edit_set_actor (edit,
                         ledger_document_get_actor_name (self->document),
                         ledger_document_get_desk (self->document));
  ledger_edit_set_position (edit, self->position);
  if (!put_all (self, edit, &error))
    {
      ledger_session_show_error (self->session, error);
      return;
    }
  if (ledger_edit_get_n_changes (edit) > 0)
    ledger_session_commit (self->session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- the form --- */

static void
fill_kinds (LedgerEvidenceForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = 0;
  const LedgerChoice *choices = ledger_choice_list (TYPE, "kind", &n);

  gtk_string_list_append (names, _ ("none"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (choices[i].name));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind), G_LIST_MODEL (names));
}

static void
load_kind (LedgerEvidenceForm *self, const char *word)
{
  guint n = 0;
  const LedgerChoice *choices = ledger_choice_list (TYPE, "kind", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), i + 1);
}

static const char *
get_or_empty (LedgerRecord *record, guint column)
{
  const char *text = ledger_record_get_text (record, column);

  return text != NULL ? text : "";
}

static void
load (LedgerEvidenceForm *self, LedgerRecord *evidence)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title),
                         get_or_empty (evidence, LEDGER_EVIDENCE_TITLE));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title),
                                  get_or_empty (evidence, LEDGER_EVIDENCE_FILE_NAME));
  gtk_editable_set_text (GTK_EDITABLE (self->number),
                         get_or_empty (evidence, LEDGER_EVIDENCE_DOCUMENT_NUMBER));
  load_kind (self, ledger_record_get_text (evidence, LEDGER_EVIDENCE_KIND));
  if (ledger_record_get_day (evidence, LEDGER_EVIDENCE_DOCUMENT_DATE) != LEDGER_DAY_NONE)
    ledger_date_entry_set_day (LEDGER_DATE_ENTRY (self->date),
                               ledger_record_get_day (evidence, LEDGER_EVIDENCE_DOCUMENT_DATE));
  self->position = ledger_document_get_position (self->document);
}

/* The date entry needs the document for its working days. */
static void
add_date (LedgerEvidenceForm *self)
{
  self->date = ledger_date_entry_new (self->document, _ ("Document date"));
  ledger_date_entry_set_fact (LEDGER_DATE_ENTRY (self->date), TRUE);
  gtk_widget_set_hexpand (self->date, TRUE);
  g_signal_connect_swapped (self->date, "activate", G_CALLBACK (on_save), self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->date_label), self->date);
  gtk_grid_attach (GTK_GRID (self->grid), self->date, 1, 3, 1, 1);
}

static void
ledger_evidence_form_class_init (LedgerEvidenceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ledger_evidence_form_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/evidence/ledger-evidence-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceForm, grid);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceForm, date_label);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceForm, title);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceForm, kind);
  gtk_widget_class_bind_template_child (widget_class, LedgerEvidenceForm, number);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
ledger_evidence_form_init (LedgerEvidenceForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ledger_passing_popover_attach (GTK_POPOVER (self));
  fill_kinds (self);
}

/* Below the row that has the focus, so that one sees what is being named. */
static void
point_to_focus (LedgerEvidenceForm *self, GtkWidget *owner)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  GdkRectangle at;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, owner)
      || !gtk_widget_compute_bounds (focus, owner, &bounds))
    return;
  at = (GdkRectangle){
    (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height
  };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
}

LedgerEvidenceForm *
ledger_evidence_form_popup (GtkWidget *owner,
                            LedgerDocument *document,
                            LedgerSession *session,
                            const char *evidence_id)
{
  LedgerRecord *evidence = ledger_document_lookup (document, TYPE, evidence_id);
  LedgerEvidenceForm *self;

  if (evidence == NULL)
    return NULL;
  self = g_object_new (LEDGER_TYPE_EVIDENCE_FORM, NULL);
  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->evidence_id = g_strdup (evidence_id);
  add_date (self);
  load (self, evidence);
  gtk_widget_set_parent (GTK_WIDGET (self), owner);
  point_to_focus (self, owner);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->title);
  return self;
}
