/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-section.h"

typedef struct
{
  LedgerDocument *document;
  LedgerSession *session;
  GtkWidget *frame;
  char *issue;
} LedgerIssueSectionPrivate;

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LedgerIssueSection, ledger_issue_section, ADW_TYPE_BIN)

#define PRIVATE(self)                                                                              \
  ((LedgerIssueSectionPrivate *)ledger_issue_section_get_instance_private (self))

static void
write_content (LedgerIssueSection *self)
{
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (self);

  if (facts != NULL && ledger_section_get_expanded (ledger_issue_section_get_frame (self)))
    LEDGER_ISSUE_SECTION_GET_CLASS (self)->write_content (self, facts);
}

static void
ledger_issue_section_dispose (GObject *object)
{
  LedgerIssueSectionPrivate *private = PRIVATE (LEDGER_ISSUE_SECTION (object));

  if (private->frame != NULL)
    g_signal_handlers_disconnect_by_data (private->frame, object);
  G_OBJECT_CLASS (ledger_issue_section_parent_class)->dispose (object);
  private->frame = NULL;
  g_clear_object (&private->document);
  g_clear_object (&private->session);
}

static void
ledger_issue_section_finalize (GObject *object)
{
  g_free (PRIVATE (LEDGER_ISSUE_SECTION (object))->issue);
  G_OBJECT_CLASS (ledger_issue_section_parent_class)->finalize (object);
}

static void
ledger_issue_section_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  LedgerIssueSectionPrivate *private = PRIVATE (LEDGER_ISSUE_SECTION (object));

  if (id == PROP_DOCUMENT)
  private->document = g_value_dup_object (value);
  else if (id == PROP_SESSION) private->session = g_value_dup_object (value);
  else G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ledger_issue_section_class_init (LedgerIssueSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ledger_issue_section_dispose;
  object_class->finalize = ledger_issue_section_finalize;
  object_class->set_property = ledger_issue_section_set_property;
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, LEDGER_TYPE_DOCUMENT, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEDGER_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ledger_issue_section_init (LedgerIssueSection *self)
{
  LedgerIssueSectionPrivate *private = PRIVATE (self);

  private->frame = ledger_section_new ("");
  adw_bin_set_child (ADW_BIN (self), private->frame);
  g_signal_connect_swapped (private->frame, "notify::expanded", G_CALLBACK (write_content), self);
}

LedgerDocument *
ledger_issue_section_get_document (LedgerIssueSection *self)
{
  return PRIVATE (self)->document;
}

LedgerSession *
ledger_issue_section_get_session (LedgerIssueSection *self)
{
  return PRIVATE (self)->session;
}

LedgerSection *
ledger_issue_section_get_frame (LedgerIssueSection *self)
{
  return LEDGER_SECTION (PRIVATE (self)->frame);
}

const char *
ledger_issue_section_get_issue (LedgerIssueSection *self)
{
  return PRIVATE (self)->issue;
}

const LedgerIssueFacts *
ledger_issue_section_get_facts (LedgerIssueSection *self)
{
  LedgerIssueSectionPrivate *private = PRIVATE (self);

  return private->issue != NULL ? ledger_document_get_facts (private->document, private->issue)
                                : NULL;
}

static void
reload (LedgerIssueSection *self)
{
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (self);

  if (facts == NULL)
    return;
  LEDGER_ISSUE_SECTION_GET_CLASS (self)->write_head (self, facts);
  write_content (self);
}

void
ledger_issue_section_set_issue (LedgerIssueSection *self, const char *issue_id)
{
  LedgerIssueSectionPrivate *private = PRIVATE (self);
  LedgerIssueSectionClass *klass = LEDGER_ISSUE_SECTION_GET_CLASS (self);

  if (g_strcmp0 (private->issue, issue_id) != 0)
    {
      g_free (private->issue);
      private->issue = g_strdup (issue_id);
      if (klass->reset != NULL)
        klass->reset (self);
    }
  reload (self);
}

void
ledger_issue_section_set_expanded (LedgerIssueSection *self, gboolean expanded)
{
  ledger_section_set_expanded (ledger_issue_section_get_frame (self), expanded);
}
