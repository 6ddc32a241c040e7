/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page.h"

typedef struct
{
  LedgerDocument *document;
  LedgerSession *session;
  char *title;
  GtkWidget *navigator;
  GtkWidget *header_buttons;
  char *primary_action;
  GSimpleActionGroup *actions;
  GPtrArray *panes;  /* GWeakRef* */
  GVariant *covered; /* the place of the page below; NULL: none */
} LedgerPagePrivate;

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  PROP_TITLE,
  PROP_NAVIGATOR,
  PROP_HEADER_BUTTONS,
  PROP_PRIMARY_ACTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LedgerPage, ledger_page, ADW_TYPE_BIN)

#define PRIVATE(page) ((LedgerPagePrivate *)ledger_page_get_instance_private (page))

static void
weak_ref_free (gpointer data)
{
  GWeakRef *ref = data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
ledger_page_dispose (GObject *object)
{
  LedgerPagePrivate *private = PRIVATE (LEDGER_PAGE (object));

  gtk_widget_insert_action_group (GTK_WIDGET (object), "page", NULL);
  g_clear_object (&private->actions);
  g_clear_object (&private->navigator);
  g_clear_object (&private->header_buttons);
  G_OBJECT_CLASS (ledger_page_parent_class)->dispose (object);
  /* After the children, which may still look at both while they are taken down. */
  g_clear_object (&private->document);
  g_clear_object (&private->session);
}

static void
ledger_page_finalize (GObject *object)
{
  LedgerPagePrivate *private = PRIVATE (LEDGER_PAGE (object));

  g_free (private->title);
  g_free (private->primary_action);
  g_clear_pointer (&private->covered, g_variant_unref);
  g_ptr_array_unref (private->panes);
  G_OBJECT_CLASS (ledger_page_parent_class)->finalize (object);
}

static void
ledger_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerPagePrivate *private = PRIVATE (LEDGER_PAGE (object));

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, private->document);
      break;
    case PROP_SESSION:
      g_value_set_object (value, private->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, private->title);
      break;
    case PROP_NAVIGATOR:
      g_value_set_object (value, private->navigator);
      break;
    case PROP_HEADER_BUTTONS:
      g_value_set_object (value, private->header_buttons);
      break;
    case PROP_PRIMARY_ACTION:
      g_value_set_string (value, private->primary_action);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LedgerPage *self = LEDGER_PAGE (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      PRIVATE (self)->document = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      PRIVATE (self)->session = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      ledger_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_NAVIGATOR:
      ledger_page_set_navigator (self, g_value_get_object (value));
      break;
    case PROP_HEADER_BUTTONS:
      ledger_page_set_header_buttons (self, g_value_get_object (value));
      break;
    case PROP_PRIMARY_ACTION:
      ledger_page_set_primary_action (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_page_class_init (LedgerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags plain = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ledger_page_dispose;
  object_class->finalize = ledger_page_finalize;
  object_class->get_property = ledger_page_get_property;
  object_class->set_property = ledger_page_set_property;

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, LEDGER_TYPE_DOCUMENT, construct);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEDGER_TYPE_SESSION, construct);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, plain);
  props[PROP_NAVIGATOR] = g_param_spec_object ("navigator", NULL, NULL, GTK_TYPE_WIDGET, plain);
  props[PROP_HEADER_BUTTONS] =
      g_param_spec_object ("header-buttons", NULL, NULL, GTK_TYPE_WIDGET, plain);
  props[PROP_PRIMARY_ACTION] = g_param_spec_string ("primary-action", NULL, NULL, NULL, plain);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ledger_page_init (LedgerPage *self)
{
  LedgerPagePrivate *private = PRIVATE (self);

  private->panes = g_ptr_array_new_with_free_func (weak_ref_free);
  private->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (private->actions));
}

LedgerDocument *
ledger_page_get_document (LedgerPage *self)
{
  return PRIVATE (self)->document;
}

LedgerSession *
ledger_page_get_session (LedgerPage *self)
{
  return PRIVATE (self)->session;
}

static void
set_text (LedgerPage *self, char **field, const char *text, guint prop)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_widget (LedgerPage *self, GtkWidget **field, GtkWidget *widget, guint prop)
{
  if (*field == widget)
    return;
  g_clear_object (field);
  if (widget != NULL)
    *field = g_object_ref_sink (widget);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

const char *
ledger_page_get_title (LedgerPage *self)
{
  return PRIVATE (self)->title;
}

void
ledger_page_set_title (LedgerPage *self, const char *title)
{
  set_text (self, &PRIVATE (self)->title, title, PROP_TITLE);
}

GtkWidget *
ledger_page_get_navigator (LedgerPage *self)
{
  return PRIVATE (self)->navigator;
}

void
ledger_page_set_navigator (LedgerPage *self, GtkWidget *navigator)
{
  set_widget (self, &PRIVATE (self)->navigator, navigator, PROP_NAVIGATOR);
}

GtkWidget *
ledger_page_get_header_buttons (LedgerPage *self)
{
  return PRIVATE (self)->header_buttons;
}

void
ledger_page_set_header_buttons (LedgerPage *self, GtkWidget *buttons)
{
  set_widget (self, &PRIVATE (self)->header_buttons, buttons, PROP_HEADER_BUTTONS);
}

const char *
ledger_page_get_primary_action (LedgerPage *self)
{
  return PRIVATE (self)->primary_action;
}

void
ledger_page_set_primary_action (LedgerPage *self, const char *action)
{
  set_text (self, &PRIVATE (self)->primary_action, action, PROP_PRIMARY_ACTION);
}

void
ledger_page_add_actions (LedgerPage *self, const GActionEntry *entries, int n, gpointer data)
{
  g_action_map_add_action_entries (ledger_page_get_actions (self), entries, n, data);
}

GActionMap *
ledger_page_get_actions (LedgerPage *self)
{
  return G_ACTION_MAP (PRIVATE (self)->actions);
}

void
ledger_page_enable_action (LedgerPage *self, const char *name, gboolean enabled)
{
  GAction *action;

  /* Disposed: the group went before the models whose signals may still come. */
  if (PRIVATE (self)->actions == NULL)
    return;
  action = g_action_map_lookup_action (ledger_page_get_actions (self), name);
  g_return_if_fail (action != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
ledger_page_add_pane (LedgerPage *self, GtkWidget *pane)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, pane);
  g_ptr_array_add (PRIVATE (self)->panes, ref);
}

GPtrArray *
ledger_page_get_panes (LedgerPage *self)
{
  GPtrArray *refs = PRIVATE (self)->panes;
  GPtrArray *panes = g_ptr_array_new ();

  for (guint i = 0; i < refs->len; i++)
    {
      g_autoptr (GtkWidget) pane = g_weak_ref_get (g_ptr_array_index (refs, i));

      if (pane != NULL)
        g_ptr_array_add (panes, pane);
    }
  return panes;
}

void
ledger_page_take_focus (LedgerPage *self)
{
  if (LEDGER_PAGE_GET_CLASS (self)->take_focus != NULL)
    LEDGER_PAGE_GET_CLASS (self)->take_focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
ledger_page_leave (LedgerPage *self)
{
  if (LEDGER_PAGE_GET_CLASS (self)->left != NULL)
    LEDGER_PAGE_GET_CLASS (self)->left (self);
}

gboolean
ledger_page_wind_down (LedgerPage *self)
{
  return LEDGER_PAGE_GET_CLASS (self)->wind_down != NULL
         && LEDGER_PAGE_GET_CLASS (self)->wind_down (self);
}

void
ledger_page_find (LedgerPage *self)
{
  if (LEDGER_PAGE_GET_CLASS (self)->find != NULL)
    LEDGER_PAGE_GET_CLASS (self)->find (self);
}

gboolean
ledger_page_copy (LedgerPage *self)
{
  return LEDGER_PAGE_GET_CLASS (self)->copy != NULL && LEDGER_PAGE_GET_CLASS (self)->copy (self);
}

gboolean
ledger_page_step_back (LedgerPage *self)
{
  return LEDGER_PAGE_GET_CLASS (self)->step_back != NULL
         && LEDGER_PAGE_GET_CLASS (self)->step_back (self);
}

void
ledger_page_reveal (LedgerPage *self, const char *issue_id)
{
  if (LEDGER_PAGE_GET_CLASS (self)->reveal != NULL)
    LEDGER_PAGE_GET_CLASS (self)->reveal (self, issue_id);
}

void
ledger_page_reveal_evidence (LedgerPage *self, const char *evidence_id)
{
  if (LEDGER_PAGE_GET_CLASS (self)->reveal_evidence != NULL)
    LEDGER_PAGE_GET_CLASS (self)->reveal_evidence (self, evidence_id);
}

gboolean
ledger_page_take_files (LedgerPage *self, GListModel *files)
{
  return LEDGER_PAGE_GET_CLASS (self)->take_files != NULL
         && LEDGER_PAGE_GET_CLASS (self)->take_files (self, files);
}

GVariant *
ledger_page_save_position (LedgerPage *self)
{
  if (LEDGER_PAGE_GET_CLASS (self)->save_position == NULL)
    return NULL;
  return LEDGER_PAGE_GET_CLASS (self)->save_position (self);
}

void
ledger_page_restore_position (LedgerPage *self, GVariant *position)
{
  if (position != NULL && LEDGER_PAGE_GET_CLASS (self)->restore_position != NULL)
    LEDGER_PAGE_GET_CLASS (self)->restore_position (self, position);
}

void
ledger_page_cover (LedgerPage *self, LedgerPage *below)
{
  GVariant *position = below != NULL ? ledger_page_save_position (below) : NULL;

  g_clear_pointer (&PRIVATE (self)->covered, g_variant_unref);
  if (position != NULL)
    PRIVATE (self)->covered = g_variant_ref_sink (position);
}

void
ledger_page_uncover (LedgerPage *self, LedgerPage *below)
{
  ledger_page_restore_position (below, PRIVATE (self)->covered);
}
