/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-evidence-desk.h"

#include <glib/gi18n-lib.h>

#include "ledger-filing-run.h"
#include "ledger-gesture.h"

#define KEY "ledger-evidence-desk"

struct _LedgerEvidenceDesk
{
  GObject parent_instance;

  LedgerSession *session; /* owns this */
  GSimpleActionGroup *actions;
  GPtrArray *piles; /* GCancellable*, borrowed */
  char *shown;
};

enum
{
  PROP_SHOWN = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerEvidenceDesk, ledger_evidence_desk, G_TYPE_OBJECT)

/* --- actions --- */

static void
do_cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceDesk *self = data;

  for (guint i = 0; i < self->piles->len; i++)
    g_cancellable_cancel (self->piles->pdata[i]);
}

/* 归入本措施，标为共用: the measure, then the evidence. */
static void
do_share (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceDesk *self = data;
  LedgerDocument *document = ledger_session_get_document (self->session);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);
  g_autoptr (LedgerEdit) edit = ledger_edit_new (LEDGER_EDIT_PLAIN, _ ("Share evidence"));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ledger_edit_set_actor (
      edit, ledger_document_get_actor_name (document), ledger_document_get_desk (document));
  for (; ids[0] != NULL && ids[n + 1] != NULL; n++)
    if (!ledger_gesture_add_filing (document, edit, ids[n + 1], ids[0], TRUE, &error))
      {
        ledger_session_show_error (self->session, error);
        return;
      }
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u file is shared now", "%u files are shared now", n), n);
  ledger_session_commit (self->session, g_steal_pointer (&edit), NULL, text, NULL, NULL);
}

static void
do_show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceDesk *self = data;

  ledger_session_open_evidence (self->session, g_variant_get_string (parameter, NULL));
}

static void
do_unfile (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LedgerEvidenceDesk *self = data;
  g_autofree const char **titles = g_variant_get_strv (parameter, NULL);

  ledger_filing_run_take_back (self->session, titles);
}

/* --- life --- */

static void
ledger_evidence_desk_finalize (GObject *object)
{
  LedgerEvidenceDesk *self = LEDGER_EVIDENCE_DESK (object);

  g_object_unref (self->actions);
  g_ptr_array_unref (self->piles);
  g_free (self->shown);
  G_OBJECT_CLASS (ledger_evidence_desk_parent_class)->finalize (object);
}

static void
ledger_evidence_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    g_value_set_string (value, LEDGER_EVIDENCE_DESK (object)->shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_evidence_desk_class_init (LedgerEvidenceDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ledger_evidence_desk_finalize;
  object_class->get_property = ledger_evidence_desk_get_property;
  props[PROP_SHOWN] =
      g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ledger_evidence_desk_init (LedgerEvidenceDesk *self)
{
  const GActionEntry entries[] = {
    { "cancel", do_cancel, NULL, NULL, NULL, { 0 } },
    { "share", do_share, "as", NULL, NULL, { 0 } },
    { "show", do_show, "s", NULL, NULL, { 0 } },
    { "unfile", do_unfile, "as", NULL, NULL, { 0 } },
  };

  self->piles = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

LedgerEvidenceDesk *
ledger_evidence_desk_get (LedgerSession *session)
{
  LedgerEvidenceDesk *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self != NULL)
    return self;
  self = g_object_new (LEDGER_TYPE_EVIDENCE_DESK, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), KEY, self, g_object_unref);
  return self;
}

void
ledger_evidence_desk_join (LedgerEvidenceDesk *self, GtkWidget *near)
{
  GtkRoot *root = gtk_widget_get_root (near);

  if (root != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (root), "attach", G_ACTION_GROUP (self->actions));
}

const char *
ledger_evidence_desk_get_shown (LedgerEvidenceDesk *self)
{
  return self->shown;
}

void
ledger_evidence_desk_set_shown (LedgerEvidenceDesk *self, const char *evidence_id)
{
  if (g_strcmp0 (self->shown, evidence_id) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (evidence_id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

void
ledger_evidence_desk_begin (LedgerEvidenceDesk *self, GCancellable *pile)
{
  g_ptr_array_add (self->piles, pile);
}

void
ledger_evidence_desk_end (LedgerEvidenceDesk *self, GCancellable *pile)
{
  g_ptr_array_remove (self->piles, pile);
}

gboolean
ledger_evidence_desk_is_busy (LedgerEvidenceDesk *self)
{
  return self->piles->len > 0;
}
