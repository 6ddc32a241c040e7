/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-drop.h"

#include <glib/gi18n-lib.h>

#include "ledger-drag-scroll.h"
#include "ledger-drop-hint.h"
#include "ledger-dropped-list.h"
#include "ledger-evidence-attach.h"
#include "ledger-evidence-drag.h"
#include "ledger-evidence.h"
#include "ledger-gesture.h"

/* What a widget takes now, kept with it. */
typedef struct
{
  GtkWidget *widget; /* owns this */
  GtkDropTarget *target;
  LedgerSession *session;
  char *issue_id;
  char *measure_id;
  gboolean shared; /* as it was said last */
} Aim;

#define AIM_KEY "ledger-evidence-drop"
/* Of the window: the one place that is lit now, for places lie in one another. */
#define LIT_KEY "ledger-evidence-drop-lit"

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_clear_object (&aim->session);
  g_free (aim->issue_id);
  g_free (aim->measure_id);
  g_free (aim);
}

/* --- what is said while hovering --- */

static Aim *
get_lit (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), LIT_KEY) : NULL;
}

static void
set_lit (GtkWidget *widget, Aim *aim)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    g_object_set_data (G_OBJECT (root), LIT_KEY, aim);
}

/* The pointer is in a place inside of this one, and that one speaks. */
static gboolean
is_spoken_for (Aim *aim)
{
  Aim *lit = get_lit (aim->widget);

  return lit != NULL && lit != aim && gtk_widget_is_ancestor (lit->widget, aim->widget)
         && gtk_drop_target_get_current_drop (lit->target) != NULL;
}

static void
unlight (Aim *aim)
{
  if (get_lit (aim->widget) == aim)
    set_lit (aim->widget, NULL);
  ledger_drop_hint_hide (aim->widget);
}

/* Nobody else is lit from now on. */
static void
light (Aim *aim)
{
  Aim *lit = get_lit (aim->widget);

  if (lit != NULL && lit != aim)
    ledger_drop_hint_hide (lit->widget);
  set_lit (aim->widget, aim);
}

static gboolean
is_evidence (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop),
                                               LEDGER_TYPE_EVIDENCE_IDS);
}

/* Why it cannot be taken; NULL: it can. */
static const char *
get_refusal (Aim *aim, gboolean evidence)
{
  LedgerDocument *document = ledger_session_get_document (aim->session);

  if (ledger_document_is_read_only (document))
    return _ ("The ledger is open for reading only");
  if (evidence && aim->measure_id == NULL)
    return _ ("Drop it on a measure");
  return NULL;
}

/* The files are told once they are read, which is soon; before that nothing is known of them. */
static gboolean
holds_list (const GValue *value)
{
  return value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
         && ledger_dropped_list_find (g_value_get_boxed (value)) != NULL;
}

static char *
dup_invitation (Aim *aim, gboolean shared)
{
  LedgerDocument *document = ledger_session_get_document (aim->session);
  guint place;

  if (holds_list (gtk_drop_target_get_value (aim->target)))
    return g_strdup (_ ("Import the list"));
  if (aim->measure_id == NULL)
    {
      g_autofree char *label = ledger_document_dup_label (document, "issue", aim->issue_id);

      return g_strdup_printf (_ ("Add to %s, file later"), label);
    }
  place = ledger_document_get_measure_place (document, aim->measure_id);
  return g_strdup_printf (shared ? _ ("Share with measure %u") : _ ("File to measure %u"), place);
}

static GdkDragAction
hover (GtkDropTarget *target, Aim *aim)
{
  const gboolean evidence = is_evidence (target);
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  const char *refusal = get_refusal (aim, evidence);
  g_autofree char *text = NULL;

  if (aim->issue_id == NULL || drop == NULL)
    return 0;
  /* With Ctrl the pointer's side offers a copy only. */
  aim->shared = evidence && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0;
  if (!is_spoken_for (aim))
    {
      text = refusal != NULL ? g_strdup (refusal) : dup_invitation (aim, aim->shared);
      light (aim);
      ledger_drop_hint_show (aim->widget, text, refusal == NULL);
    }
  if (refusal != NULL)
    return 0;
  return evidence && !aim->shared ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, Aim *aim)
{
  return hover (target, aim);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, Aim *aim)
{
  return hover (target, aim);
}

static void
on_value (GtkDropTarget *target, GParamSpec *pspec, Aim *aim)
{
  if (gtk_drop_target_get_current_drop (target) != NULL)
    hover (target, aim);
}

static void
on_leave (GtkDropTarget *target, Aim *aim)
{
  unlight (aim);
}

/* --- dropping --- */

static char *
dup_filed_text (Aim *aim, guint n, gboolean shared)
{
  LedgerDocument *document = ledger_session_get_document (aim->session);
  const guint place = ledger_document_get_measure_place (document, aim->measure_id);

  if (shared)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u file is shared with measure %u",
                                         "%u files are shared with measure %u",
                                         n),
                            n,
                            place);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u file was filed to measure %u",
                                       "%u files were filed to measure %u",
                                       n),
                          n,
                          place);
}

static void
file_evidence (Aim *aim, const char *const *ids, gboolean shared)
{
  LedgerDocument *document = ledger_session_get_document (aim->session);
  g_autofree char *text = dup_filed_text (aim, g_strv_length ((char **)ids), shared);
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, text);
  g_autoptr (GError) error = NULL;

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  for (guint i = 0; ids[i] != NULL; i++)
    if (!ledger_gesture_add_filing (document, edit, ids[i], aim->measure_id, shared, &error))
      {
        ledger_session_show_error (aim->session, error);
        return;
      }
  ledger_session_commit (aim->session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Aim *aim)
{
  g_autoptr (GListStore) files = NULL;

  unlight (aim);
  if (aim->issue_id == NULL
      || get_refusal (aim, G_VALUE_HOLDS (value, LEDGER_TYPE_EVIDENCE_IDS)) != NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, LEDGER_TYPE_EVIDENCE_IDS))
    {
      file_evidence (aim, g_value_get_boxed (value), aim->shared);
      return TRUE;
    }
  if (holds_list (value))
    {
      ledger_dropped_list_open (aim->widget,
                                aim->session,
                                ledger_dropped_list_find (g_value_get_boxed (value)),
                                aim->issue_id,
                                aim->measure_id);
      return TRUE;
    }
  files = g_list_store_new (G_TYPE_FILE);
  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    g_list_store_append (files, at->data);
  ledger_evidence_attach_files (
      aim->widget, aim->session, aim->issue_id, aim->measure_id, G_LIST_MODEL (files));
  return TRUE;
}

/* The toolkit tells nobody that a drop is over who went from the screen before: the next drag would
 * meet the last one here. */
static void
on_widget_unmap (Aim *aim)
{
  unlight (aim);
  gtk_drop_target_reject (aim->target);
}

/* In the midst of a drag, too: another issue is shown, say. */
static void
on_widget_destroy (Aim *aim)
{
  unlight (aim);
}

static Aim *
install (GtkWidget *widget)
{
  GType types[] = { LEDGER_TYPE_EVIDENCE_IDS, GDK_TYPE_FILE_LIST };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  Aim *aim = g_new0 (Aim, 1);

  aim->widget = widget;
  aim->target = target;
  g_object_set_data_full (G_OBJECT (widget), AIM_KEY, aim, aim_free);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "notify::value", G_CALLBACK (on_value), aim);
  g_signal_connect (target, "enter", G_CALLBACK (on_enter), aim);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), aim);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), aim);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), aim);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    ledger_drag_scroll_attach (GTK_SCROLLED_WINDOW (widget));
  g_signal_connect_swapped (widget, "unmap", G_CALLBACK (on_widget_unmap), aim);
  g_signal_connect_swapped (widget, "destroy", G_CALLBACK (on_widget_destroy), aim);
  return aim;
}

void
ledger_evidence_drop_attach (GtkWidget *widget,
                             LedgerSession *session,
                             const char *issue_id,
                             const char *measure_id)
{
  Aim *aim = g_object_get_data (G_OBJECT (widget), AIM_KEY);

  if (aim == NULL)
    aim = install (widget);
  g_set_object (&aim->session, session);
  g_free (aim->issue_id);
  aim->issue_id = g_strdup (issue_id);
  g_free (aim->measure_id);
  aim->measure_id = g_strdup (measure_id);
}
