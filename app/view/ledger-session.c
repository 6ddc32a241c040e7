/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-session.h"

#include <glib/gi18n-lib.h>

#include "ledger-inspection.h"
#include "ledger-person.h"

struct _LedgerSession
{
  GObject parent_instance;

  LedgerDocument *document;
  LedgerSettings *settings; /* borrowed */
  LedgerFilter *filter;
  LedgerTrail *trail;
  LedgerNoticeBoard *notices;
  char *person_id;
  char *person_name;
  GStrv selection;
  LedgerSizeClass size_class;
  gboolean large_type;
  gboolean whole_window;
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_FILTER,
  PROP_TRAIL,
  PROP_SELECTION,
  PROP_PERSON_ID,
  PROP_PERSON_NAME,
  PROP_SIZE_CLASS,
  PROP_LARGE_TYPE,
  PROP_WHOLE_WINDOW,
  N_PROPS,
};

enum
{
  NOTICE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LedgerSizeClass,
                    ledger_size_class,
                    G_DEFINE_ENUM_VALUE (LEDGER_SIZE_NARROW, "narrow"),
                    G_DEFINE_ENUM_VALUE (LEDGER_SIZE_MIDDLE, "middle"),
                    G_DEFINE_ENUM_VALUE (LEDGER_SIZE_WIDE, "wide"))

G_DEFINE_FINAL_TYPE (LedgerSession, ledger_session, G_TYPE_OBJECT)

#define PERSON_GROUP "person"         /* ledger id = person id */
#define LARGE_TYPE_GROUP "large-type" /* person id = 0 or 1 */
#define LOGIN_KEY "login"

static void
on_notices_changed (LedgerSession *self)
{
  g_signal_emit (self, signals[NOTICE_CHANGED], 0);
}

static void
ledger_session_constructed (GObject *object)
{
  LedgerSession *self = LEDGER_SESSION (object);

  G_OBJECT_CLASS (ledger_session_parent_class)->constructed (object);
  self->filter = ledger_filter_new (self->document);
}

static void
ledger_session_finalize (GObject *object)
{
  LedgerSession *self = LEDGER_SESSION (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->trail);
  g_clear_object (&self->notices);
  g_clear_object (&self->document);
  g_free (self->person_id);
  g_free (self->person_name);
  g_strfreev (self->selection);
  G_OBJECT_CLASS (ledger_session_parent_class)->finalize (object);
}

static void
ledger_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerSession *self = LEDGER_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_TRAIL:
      g_value_set_object (value, self->trail);
      break;
    case PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
      break;
    case PROP_PERSON_ID:
      g_value_set_string (value, self->person_id);
      break;
    case PROP_PERSON_NAME:
      g_value_set_string (value, ledger_session_get_person_name (self));
      break;
    case PROP_SIZE_CLASS:
      g_value_set_enum (value, self->size_class);
      break;
    case PROP_LARGE_TYPE:
      g_value_set_boolean (value, self->large_type);
      break;
    case PROP_WHOLE_WINDOW:
      g_value_set_boolean (value, self->whole_window);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LedgerSession *self = LEDGER_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SELECTION:
      ledger_session_select (self, g_value_get_boxed (value));
      break;
    case PROP_SIZE_CLASS:
      ledger_session_set_size_class (self, g_value_get_enum (value));
      break;
    case PROP_LARGE_TYPE:
      ledger_session_set_large_type (self, g_value_get_boolean (value));
      break;
    case PROP_WHOLE_WINDOW:
      ledger_session_set_whole_window (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] =
      g_param_spec_object ("document",
                           NULL,
                           NULL,
                           LEDGER_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, LEDGER_TYPE_FILTER, readable);
  props[PROP_TRAIL] = g_param_spec_object ("trail", NULL, NULL, LEDGER_TYPE_TRAIL, readable);
  props[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, writable);
  props[PROP_PERSON_ID] = g_param_spec_string ("person-id", NULL, NULL, NULL, readable);
  props[PROP_PERSON_NAME] = g_param_spec_string ("person-name", NULL, NULL, NULL, readable);
  props[PROP_SIZE_CLASS] = g_param_spec_enum (
      "size-class", NULL, NULL, LEDGER_TYPE_SIZE_CLASS, LEDGER_SIZE_MIDDLE, writable);
  props[PROP_LARGE_TYPE] = g_param_spec_boolean ("large-type", NULL, NULL, FALSE, writable);
  props[PROP_WHOLE_WINDOW] = g_param_spec_boolean ("whole-window", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (klass, N_PROPS, props);
}

static guint
new_signal (const char *name, guint n_params, GType a, GType b, GType c, GType d)
{
  return g_signal_new (name,
                       LEDGER_TYPE_SESSION,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       a,
                       b,
                       c,
                       d);
}

static void
ledger_session_class_init (LedgerSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ledger_session_constructed;
  object_class->finalize = ledger_session_finalize;
  object_class->get_property = ledger_session_get_property;
  object_class->set_property = ledger_session_set_property;
  install_properties (object_class);

  new_signal ("open-page", 1, G_TYPE_STRING, 0, 0, 0);
  new_signal ("open-issue", 1, G_TYPE_STRING, 0, 0, 0);
  new_signal ("open-signoff", 1, G_TYPE_STRING, 0, 0, 0);
  new_signal ("open-evidence", 1, G_TYPE_STRING, 0, 0, 0);
  new_signal ("push-subpage", 1, GTK_TYPE_WIDGET, 0, 0, 0);
  new_signal ("pop-subpage", 0, 0, 0, 0, 0);
  new_signal ("import-file", 1, G_TYPE_FILE, 0, 0, 0);
  new_signal ("import-table", 2, G_TYPE_STRING, G_TYPE_STRING, 0, 0);
  new_signal ("open-ledger", 3, G_TYPE_FILE, G_TYPE_STRING, G_TYPE_STRING, 0);
  new_signal ("show-ledger", 3, LEDGER_TYPE_DOCUMENT, G_TYPE_STRING, G_TYPE_STRING, 0);
  new_signal ("toast", 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_VARIANT);
  signals[NOTICE_CHANGED] = new_signal ("notice-changed", 0, 0, 0, 0, 0);
}

static void
ledger_session_init (LedgerSession *self)
{
  self->selection = g_new0 (char *, 1);
  self->size_class = LEDGER_SIZE_MIDDLE;
  self->trail = ledger_trail_new ();
  self->notices = ledger_notice_board_new ();
  g_signal_connect_object (
      self->notices, "changed", G_CALLBACK (on_notices_changed), self, G_CONNECT_SWAPPED);
}

/* --- who is at the keyboard --- */

static const char *
large_type_key (LedgerSession *self)
{
  return self->person_id != NULL ? self->person_id : LOGIN_KEY;
}

static const char *
ledger_id (LedgerSession *self)
{
  return self->document != NULL
             ? ledger_store_get_ledger_id (ledger_document_get_store (self->document))
             : NULL;
}

static void
take_person (LedgerSession *self, const char *person_id, const char *name)
{
  const char *known = NULL;

  if (self->document != NULL && person_id != NULL)
    known = ledger_document_get_name (self->document, ledger_person_record_type.name, person_id);
  g_free (self->person_id);
  self->person_id = g_strdup (person_id);
  g_free (self->person_name);
  self->person_name = g_strdup (name != NULL ? name : known);
  if (self->document != NULL)
    ledger_document_set_actor (self->document, self->person_id, self->person_name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSON_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSON_NAME]);
}

static void
restore_large_type (LedgerSession *self)
{
  ledger_session_set_large_type (
      self,
      ledger_settings_get_integer (
          self->settings, LARGE_TYPE_GROUP, large_type_key (self), self->large_type));
}

static void
restore_person (LedgerSession *self)
{
  const char *id = ledger_id (self);
  g_autofree char *person = NULL;

  if (self->settings == NULL)
    return;
  if (id != NULL)
    person = ledger_settings_get_text (self->settings, PERSON_GROUP, id);
  if (person != NULL
      && ledger_document_lookup (self->document, ledger_person_record_type.name, person) != NULL)
    take_person (self, person, NULL);
  restore_large_type (self);
}

LedgerSession *
ledger_session_new (LedgerDocument *document, LedgerSettings *settings)
{
  LedgerSession *self = g_object_new (LEDGER_TYPE_SESSION, "document", document, NULL);

  self->settings = settings;
  restore_person (self);
  return self;
}

LedgerDocument *
ledger_session_get_document (LedgerSession *self)
{
  return self->document;
}

LedgerSettings *
ledger_session_get_settings (LedgerSession *self)
{
  return self->settings;
}

LedgerFilter *
ledger_session_get_filter (LedgerSession *self)
{
  return self->filter;
}

LedgerTrail *
ledger_session_get_trail (LedgerSession *self)
{
  return self->trail;
}

const char *
ledger_session_get_person_id (LedgerSession *self)
{
  return self->person_id;
}

const char *
ledger_session_get_person_name (LedgerSession *self)
{
  const char *login = g_get_real_name ();

  if (self->person_name != NULL)
    return self->person_name;
  return g_strcmp0 (login, "Unknown") == 0 || *login == '\0' ? g_get_user_name () : login;
}

void
ledger_session_set_person (LedgerSession *self, const char *person_id, const char *name)
{
  const char *id = ledger_id (self);

  take_person (self, person_id, name);
  if (self->settings == NULL)
    return;
  if (id != NULL)
    ledger_settings_set_text (self->settings, PERSON_GROUP, id, person_id);
  restore_large_type (self);
  ledger_settings_save_later (self->settings);
}

/* --- selection and the window as it is now --- */

const char *const *
ledger_session_get_selection (LedgerSession *self)
{
  return (const char *const *)self->selection;
}

guint
ledger_session_get_n_selected (LedgerSession *self)
{
  return g_strv_length (self->selection);
}

const char *
ledger_session_get_selected_issue (LedgerSession *self)
{
  return g_strv_length (self->selection) == 1 ? self->selection[0] : NULL;
}

void
ledger_session_select (LedgerSession *self, const char *const *issue_ids)
{
  const char *const none[] = { NULL };
  const char *const *ids = issue_ids != NULL ? issue_ids : none;

  if (g_strv_equal (ids, (const char *const *)self->selection))
    return;
  g_strfreev (self->selection);
  self->selection = g_strdupv ((char **)ids);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTION]);
}

LedgerSizeClass
ledger_session_get_size_class (LedgerSession *self)
{
  return self->size_class;
}

void
ledger_session_set_size_class (LedgerSession *self, LedgerSizeClass size_class)
{
  if (self->size_class == size_class)
    return;
  self->size_class = size_class;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIZE_CLASS]);
}

gboolean
ledger_session_get_large_type (LedgerSession *self)
{
  return self->large_type;
}

void
ledger_session_set_large_type (LedgerSession *self, gboolean large_type)
{
  if (self->large_type == large_type)
    return;
  self->large_type = large_type;
  if (self->settings != NULL)
    {
      ledger_settings_set_integer (
          self->settings, LARGE_TYPE_GROUP, large_type_key (self), large_type);
      ledger_settings_save_later (self->settings);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LARGE_TYPE]);
}

gboolean
ledger_session_get_whole_window (LedgerSession *self)
{
  return self->whole_window;
}

void
ledger_session_set_whole_window (LedgerSession *self, gboolean whole_window)
{
  if (self->whole_window == whole_window)
    return;
  self->whole_window = whole_window;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WHOLE_WINDOW]);
}

/* --- notices --- */

void
ledger_session_set_notice (LedgerSession *self,
                           LedgerNoticeKind kind,
                           const char *text,
                           const char *button,
                           const char *action,
                           GVariant *target)
{
  ledger_notice_board_set (self->notices, kind, text, button, action, target);
}

const LedgerNotice *
ledger_session_get_notice (LedgerSession *self, LedgerNoticeKind *kind)
{
  return ledger_notice_board_get (self->notices, kind);
}

void
ledger_session_dismiss_notice (LedgerSession *self, LedgerNoticeKind kind)
{
  ledger_notice_board_dismiss (self->notices, kind);
}
