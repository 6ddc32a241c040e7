/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-list.h"

#include <glib/gi18n-lib.h>

#include "ledger-evidence-actions.h"
#include "ledger-evidence-desk.h"
#include "ledger-evidence-drag.h"
#include "ledger-evidence-drop.h"
#include "ledger-evidence-form.h"
#include "ledger-evidence-row.h"
#include "ledger-evidence-rows.h"
#include "ledger-evidence.h"
#include "ledger-issue-proof.h"
#include "ledger-toolkit.h"

/* More rows than these wait behind a button: the details hold other sections too, and every row is
 * a widget. */
#define FIRST_ROWS 40

struct _LedgerEvidenceList
{
  GtkWidget parent_instance;

  LedgerDocument *document;
  LedgerSession *session;
  char *issue_id;
  gboolean all;
  guint n_rows;
  LedgerEvidenceActions *actions;
  GtkWidget *empty;
  GtkWidget *rows;
  GtkWidget *more;
  GtkWidget *menu;
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  PROP_ISSUE_ID,
  PROP_N_ROWS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerEvidenceList, ledger_evidence_list, GTK_TYPE_WIDGET)

/* --- rows --- */

static void
show_more_button (LedgerEvidenceList *self, guint hidden)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", hidden), hidden);

  gtk_widget_set_visible (self->more, hidden > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
}

static const char *
get_shown (LedgerEvidenceList *self)
{
  return ledger_evidence_desk_get_shown (ledger_evidence_desk_get (self->session));
}

/* The page beside shows another one. */
static void
on_shown (LedgerEvidenceList *self)
{
  ledger_evidence_rows_mark (GTK_LIST_BOX (self->rows), get_shown (self));
}

static void
update (LedgerEvidenceList *self)
{
  g_autoptr (GPtrArray) proof = ledger_issue_proof_list (self->document, self->issue_id);
  const guint n = self->all ? proof->len : MIN (proof->len, FIRST_ROWS);

  ledger_evidence_rows_fill (
      GTK_LIST_BOX (self->rows), self->document, self->issue_id, proof, n, get_shown (self));
  show_more_button (self, proof->len - n);
  gtk_widget_set_visible (self->rows, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
  if (self->n_rows == proof->len)
    return;
  self->n_rows = proof->len;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ROWS]);
}

static void
on_more (LedgerEvidenceList *self)
{
  self->all = TRUE;
  update (self);
  gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
}

/* --- what a row can do --- */

/* The selected rows; the row at hand alone where it is not one of them. */
static GStrv
list_selected (LedgerEvidenceList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GList *rows = gtk_list_box_get_selected_rows (GTK_LIST_BOX (self->rows));

  for (GList *at = rows; at != NULL; at = at->next)
    g_strv_builder_add (builder, ledger_evidence_row_get_evidence (at->data));
  g_list_free (rows);
  return g_strv_builder_end (builder);
}

static void
on_selection_changed (LedgerEvidenceList *self)
{
  g_auto (GStrv) ids = list_selected (self);

  ledger_evidence_actions_set_evidence (self->actions, (const char *const *)ids);
}

static void
on_row_activated (LedgerEvidenceList *self, LedgerEvidenceRow *row)
{
  ledger_session_open_evidence (self->session, ledger_evidence_row_get_evidence (row));
}

static void
select_only (LedgerEvidenceList *self, GtkWidget *row)
{
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->rows));
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), GTK_LIST_BOX_ROW (row));
}

static void
show_menu (LedgerEvidenceList *self, LedgerEvidenceRow *row, double x, double y)
{
  GdkRectangle at = { (int)x, (int)y, 1, 1 };
  g_autoptr (GMenuModel) menu = NULL;

  if (!gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    select_only (self, GTK_WIDGET (row));
  menu = ledger_evidence_actions_create_menu (self->actions);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary (GtkGestureClick *gesture, int n, double x, double y, LedgerEvidenceList *self)
{
  double in_list_x, in_list_y;
  GtkListBoxRow *row;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->rows, x, y, &in_list_x, &in_list_y);
  row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->rows), (int)in_list_y);
  ledger_toolkit_let_go (GTK_WIDGET (self), x, y);
  if (row != NULL)
    show_menu (self, LEDGER_EVIDENCE_ROW (row), x, y);
}

static LedgerEvidenceRow *
get_focus_row (LedgerEvidenceList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->rows);

  return LEDGER_IS_EVIDENCE_ROW (focus) ? LEDGER_EVIDENCE_ROW (focus) : NULL;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (widget);
  LedgerEvidenceRow *row = get_focus_row (self);
  double x, y;

  if (row == NULL)
    return FALSE;
  gtk_widget_translate_coordinates (
      GTK_WIDGET (row), widget, 12, gtk_widget_get_height (GTK_WIDGET (row)), &x, &y);
  show_menu (self, row, x, y);
  return TRUE;
}

/* The row that has the keyboard is meant, whether it was marked or only reached. */
static gboolean
on_action_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LedgerEvidenceRow *row = get_focus_row (LEDGER_EVIDENCE_LIST (widget));

  if (row == NULL)
    return FALSE;
  if (!gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    select_only (LEDGER_EVIDENCE_LIST (widget), GTK_WIDGET (row));
  gtk_widget_activate_action_variant (widget, g_variant_get_string (arguments, NULL), NULL);
  return TRUE;
}

/* Digits file a row that waits for it; elsewhere they mean nothing. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        LedgerEvidenceList *self)
{
  LedgerEvidenceRow *row = get_focus_row (self);
  const guint digit = gdk_keyval_to_unicode (key) - '0';
  const gboolean shared = (state & GDK_ALT_MASK) != 0;

  if (row == NULL || digit < 1 || digit > 9 || (state & GDK_CONTROL_MASK) != 0
      || (!shared && !ledger_evidence_row_is_unfiled (row)))
    return FALSE;
  if (!gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)))
    select_only (self, GTK_WIDGET (row));
  return ledger_evidence_actions_file (self->actions, digit, shared);
}

/* --- dragging out --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, LedgerEvidenceList *self)
{
  GtkListBoxRow *row;
  g_auto (GStrv) ids = NULL;

  row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->rows), (int)y);
  if (row == NULL)
    return NULL;
  if (!gtk_list_box_row_is_selected (row))
    select_only (self, GTK_WIDGET (row));
  ids = list_selected (self);
  return ledger_evidence_drag_new (self->document, (const char *const *)ids);
}

/* One line hangs at the pointer, beside what it points at: the name of one, the number of many. */
static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, LedgerEvidenceList *self)
{
  g_auto (GStrv) ids = list_selected (self);
  const guint n = g_strv_length (ids);
  g_autofree char *text =
      n == 1
          ? ledger_document_dup_label (self->document, ledger_evidence_record_type.name, ids[0])
          : g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%u file of evidence", "%u files of evidence", n), n);
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "drag-chip");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), chip);
  gdk_drag_set_hotspot (drag, -12, -12);
}

/* --- life --- */

static void
ledger_evidence_list_dispose (GObject *object)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "evidence", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_evidence_list_parent_class)->dispose (object);
}

static void
ledger_evidence_list_finalize (GObject *object)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (object);

  g_free (self->issue_id);
  G_OBJECT_CLASS (ledger_evidence_list_parent_class)->finalize (object);
}

static void
ledger_evidence_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ISSUE_ID:
      g_value_set_string (value, self->issue_id);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->n_rows);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_evidence_list_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ISSUE_ID:
      ledger_evidence_list_set_issue (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_evidence_list_constructed (GObject *object)
{
  LedgerEvidenceList *self = LEDGER_EVIDENCE_LIST (object);

  G_OBJECT_CLASS (ledger_evidence_list_parent_class)->constructed (object);
  self->actions = ledger_evidence_actions_new (GTK_WIDGET (self), self->document, self->session);
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "evidence", ledger_evidence_actions_get_group (self->actions));
  g_signal_connect_swapped (self->document, "refreshed", G_CALLBACK (update), self);
  g_signal_connect_object (ledger_evidence_desk_get (self->session),
                           "notify::shown",
                           G_CALLBACK (on_shown),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
add_shortcuts (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, on_action_key, "s", "evidence.delete");
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, on_action_key, "s", "evidence.edit");
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/zhenggai/Ledger/evidence/ledger-evidence-list.ui");
  gtk_widget_class_bind_template_child (klass, LedgerEvidenceList, empty);
  gtk_widget_class_bind_template_child (klass, LedgerEvidenceList, rows);
  gtk_widget_class_bind_template_child (klass, LedgerEvidenceList, more);
  gtk_widget_class_bind_template_child (klass, LedgerEvidenceList, menu);
  gtk_widget_class_bind_template_callback (klass, on_selection_changed);
  gtk_widget_class_bind_template_callback (klass, on_row_activated);
  gtk_widget_class_bind_template_callback (klass, on_key);
  gtk_widget_class_bind_template_callback (klass, on_drag_prepare);
  gtk_widget_class_bind_template_callback (klass, on_drag_begin);
  gtk_widget_class_bind_template_callback (klass, on_more);
  gtk_widget_class_bind_template_callback (klass, on_secondary);
}

static void
ledger_evidence_list_class_init (LedgerEvidenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = ledger_evidence_list_constructed;
  object_class->dispose = ledger_evidence_list_dispose;
  object_class->finalize = ledger_evidence_list_finalize;
  object_class->get_property = ledger_evidence_list_get_property;
  object_class->set_property = ledger_evidence_list_set_property;
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, LEDGER_TYPE_DOCUMENT, once);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEDGER_TYPE_SESSION, once);
  props[PROP_ISSUE_ID] =
      g_param_spec_string ("issue-id",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_ROWS] = g_param_spec_uint (
      "n-rows", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "evidencelist");
  add_shortcuts (widget_class);
}

static void
ledger_evidence_list_init (LedgerEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ledger_evidence_list_new (LedgerDocument *document, LedgerSession *session)
{
  return g_object_new (LEDGER_TYPE_EVIDENCE_LIST, "document", document, "session", session, NULL);
}

void
ledger_evidence_list_set_issue (LedgerEvidenceList *self, const char *issue_id)
{
  g_return_if_fail (LEDGER_IS_EVIDENCE_LIST (self));
  if (g_strcmp0 (self->issue_id, issue_id) == 0)
    return;
  g_free (self->issue_id);
  self->issue_id = g_strdup (issue_id);
  self->all = FALSE;
  ledger_evidence_actions_set_issue (self->actions, issue_id);
  ledger_evidence_drop_attach (GTK_WIDGET (self), self->session, issue_id, NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ISSUE_ID]);
}

guint
ledger_evidence_list_get_n_rows (LedgerEvidenceList *self)
{
  return self->n_rows;
}
