/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-cell.h"

#include <glib/gi18n-lib.h>

#include "ledger-drop-hint.h"
#include "ledger-evidence-drag.h"
#include "ledger-gesture.h"
#include "ledger-issue-ids.h"
#include "ledger-toolkit.h"
#include "ledger-tooltip.h"

struct _LedgerHeadingCell
{
  GtkWidget parent_instance;

  LedgerSession *session;
  GtkTreeListRow *list_row;
  LedgerHeadingRow *row;
  GtkWidget *expander;
};

enum
{
  PROP_LIST_ROW = 1,
  PROP_ROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerHeadingCell, ledger_heading_cell, GTK_TYPE_WIDGET)

static LedgerDocument *
get_document (LedgerHeadingCell *self)
{
  return ledger_session_get_document (self->session);
}

/* --- problems dropped on it --- */

static const char *
get_heading (LedgerHeadingCell *self)
{
  return self->row != NULL ? ledger_heading_row_get_heading (self->row) : NULL;
}

static gboolean
stand_here (LedgerHeadingCell *self, const char *const *ids)
{
  for (; *ids != NULL; ids++)
    {
      LedgerRecord *issue = ledger_document_lookup (get_document (self), "issue", *ids);

      if (issue == NULL
          || g_strcmp0 (ledger_record_get_text (issue, LEDGER_ISSUE_HEADING), get_heading (self))
                 != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds (GtkDropTarget *target, GType type)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), type);
}

/* Why nothing can be dropped here; NULL: it can. */
static const char *
get_refusal (LedgerHeadingCell *self, gboolean issues)
{
  const char *heading = get_heading (self);

  if (!issues)
    return _ ("Evidence is filed to a measure, not to a heading");
  if (ledger_document_is_read_only (get_document (self)))
    return _ ("The ledger is open for reading only");
  if (heading == NULL || ledger_document_lookup (get_document (self), "heading", heading) == NULL)
    return _ ("Drop it on a heading");
  return NULL;
}

static GdkDragAction
hover (LedgerHeadingCell *self, GtkDropTarget *target)
{
  const char *refusal = get_refusal (self, holds (target, LEDGER_TYPE_ISSUE_IDS));
  const GValue *value = gtk_drop_target_get_value (target);
  g_autofree char *text = NULL;

  if (refusal == NULL && value != NULL && G_VALUE_HOLDS (value, LEDGER_TYPE_ISSUE_IDS)
      && stand_here (self, g_value_get_boxed (value)))
    refusal = _ ("It stands under this heading already");
  text = refusal != NULL
             ? g_strdup (refusal)
             : g_strdup_printf (_ ("File under %s"), ledger_heading_row_get_title (self->row));
  ledger_drop_hint_show (GTK_WIDGET (self), text, refusal == NULL);
  return refusal == NULL ? GDK_ACTION_MOVE : 0;
}

static GdkDragAction
on_enter (LedgerHeadingCell *self, double x, double y, GtkDropTarget *target)
{
  return hover (self, target);
}

static GdkDragAction
on_motion (LedgerHeadingCell *self, double x, double y, GtkDropTarget *target)
{
  return hover (self, target);
}

static void
on_leave (LedgerHeadingCell *self)
{
  ledger_drop_hint_hide (GTK_WIDGET (self));
}

static gboolean
on_drop (LedgerHeadingCell *self, const GValue *value, double x, double y)
{
  const gboolean issues = G_VALUE_HOLDS (value, LEDGER_TYPE_ISSUE_IDS);
  const char *const *ids = issues ? g_value_get_boxed (value) : NULL;
  const guint n = issues ? g_strv_length ((char **)ids) : 0;
  g_autofree char *label = NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;

  ledger_drop_hint_hide (GTK_WIDGET (self));
  if (n == 0 || get_refusal (self, TRUE) != NULL || stand_here (self, ids))
    return FALSE;
  label = ledger_document_dup_label (get_document (self), "issue", ids[0]);
  toast = n == 1 ? g_strdup_printf (_ ("%s moved to “%s”, its number stays"),
                                    label,
                                    ledger_heading_row_get_title (self->row))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u problem moved to “%s”, numbers stay",
                                                 "%u problems moved to “%s”, numbers stay",
                                                 n),
                                    n,
                                    ledger_heading_row_get_title (self->row));
  ledger_session_commit (
      self->session,
      ledger_gesture_move_issues (get_document (self), ids, get_heading (self), &error),
      &error,
      toast,
      NULL,
      NULL);
  return TRUE;
}

static void
add_drop_target (LedgerHeadingCell *self)
{
  GType types[] = { LEDGER_TYPE_ISSUE_IDS, LEDGER_TYPE_EVIDENCE_IDS };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  /* The ids tell while hovering whether they stand here already. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- life --- */

static void
on_secondary_click (LedgerHeadingCell *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ledger_toolkit_let_go (GTK_WIDGET (self), x, y);
  g_signal_emit (self, signals[MENU], 0);
}

/* A tooltip that is set asks the screen for the pointer, once for each cell; one that is asked for
 * does not. */
static gboolean
on_query_tooltip (LedgerHeadingCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (self->row == NULL || ledger_toolkit_is_under_popover (GTK_WIDGET (self)))
    return FALSE;
  ledger_tooltip_set_text (tooltip, ledger_heading_row_get_title (self->row));
  return TRUE;
}

static void
ledger_heading_cell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerHeadingCell *self = LEDGER_HEADING_CELL (object);

  if (id == PROP_LIST_ROW)
    g_value_set_object (value, self->list_row);
  else if (id == PROP_ROW)
    g_value_set_object (value, self->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_heading_cell_dispose (GObject *object)
{
  LedgerHeadingCell *self = LEDGER_HEADING_CELL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEDGER_TYPE_HEADING_CELL);
  g_clear_object (&self->list_row);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_heading_cell_parent_class)->dispose (object);
}

static void
ledger_heading_cell_class_init (LedgerHeadingCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ledger_heading_cell_dispose;
  object_class->get_property = ledger_heading_cell_get_property;
  props[PROP_LIST_ROW] =
      g_param_spec_object ("list-row", NULL, NULL, GTK_TYPE_TREE_LIST_ROW, flags);
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, LEDGER_TYPE_HEADING_ROW, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[MENU] = g_signal_new (
      "menu", LEDGER_TYPE_HEADING_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEDGER_TYPE_HEADING_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/zhenggai/Ledger/issue/ledger-heading-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, LedgerHeadingCell, expander);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
  gtk_widget_class_set_css_name (widget_class, "headingcell");
}

static void
ledger_heading_cell_init (LedgerHeadingCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drop_target (self);
}

GtkWidget *
ledger_heading_cell_new (LedgerSession *session)
{
  LedgerHeadingCell *self = g_object_new (LEDGER_TYPE_HEADING_CELL, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
ledger_heading_cell_set_list_row (LedgerHeadingCell *self, GtkTreeListRow *list_row)
{
  g_autoptr (LedgerHeadingRow) row =
      list_row != NULL ? gtk_tree_list_row_get_item (list_row) : NULL;

  if (g_set_object (&self->list_row, list_row))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST_ROW]);
  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}

LedgerHeadingRow *
ledger_heading_cell_get_row (LedgerHeadingCell *self)
{
  return self->row;
}
