/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-filter.h"

#include <glib/gi18n-lib.h>

#include "ledger-department.h"
#include "ledger-heading.h"
#include "ledger-issue-search.h"
#include "ledger-person.h"
#include "ledger-text.h"

struct _LedgerFilter
{
  GtkFilter parent_instance;

  GWeakRef document;
  char *heading;
  GHashTable *subtree; /* ids of the heading and all below; NULL: to be computed */
  guint states;
  char *department;
  char *leader;
  LedgerFigure figure;
  LedgerDay due_from;
  LedgerDay due_until;
  LedgerIssueSearch *search;
};

G_DEFINE_FINAL_TYPE (LedgerFilter, ledger_filter, GTK_TYPE_FILTER)

static void
changed (LedgerFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add_subtree (LedgerDocument *document, GHashTable *ids, const char *id)
{
  const GPtrArray *children =
      ledger_document_get_children (document, ledger_heading_record_type.name, id);

  if (!g_hash_table_add (ids, g_strdup (id)))
    return;
  for (guint i = 0; i < children->len; i++)
    add_subtree (document, ids, ledger_record_get_id (g_ptr_array_index (children, i)));
}

/* Its heading is not where headings are (LOG 10). */
static gboolean
is_unplaced (LedgerFilter *self, const char *heading)
{
  g_autoptr (LedgerDocument) document = g_weak_ref_get (&self->document);

  return document != NULL && heading != NULL
         && ledger_document_get_heading_depth (document, heading) == 0;
}

static gboolean
in_heading (LedgerFilter *self, const LedgerIssueFacts *facts)
{
  const char *heading;

  if (self->heading == NULL)
    return TRUE;
  heading = ledger_record_get_text (LEDGER_RECORD (facts->issue), LEDGER_ISSUE_HEADING);
  if (g_str_equal (self->heading, LEDGER_FILTER_UNPLACED))
    return is_unplaced (self, heading);
  if (self->subtree == NULL)
    {
      g_autoptr (LedgerDocument) document = g_weak_ref_get (&self->document);

      if (document == NULL)
        return FALSE;
      self->subtree = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_subtree (document, self->subtree, self->heading);
    }
  return heading != NULL && g_hash_table_contains (self->subtree, heading);
}

static gboolean
claim_names (const LedgerIssueFacts *facts, guint column, const char *id)
{
  const char *named = NULL;

  if (id == NULL)
    return TRUE;
  if (facts->claim != NULL)
    named = ledger_record_get_text (LEDGER_RECORD (facts->claim), column);
  return g_strcmp0 (id, LEDGER_FILTER_NO_DEPARTMENT) == 0 ? named == NULL
                                                          : g_strcmp0 (named, id) == 0;
}

static gboolean
in_due (LedgerFilter *self, const LedgerIssueFacts *facts)
{
  if (self->due_from == LEDGER_DAY_NONE && self->due_until == LEDGER_DAY_NONE)
    return TRUE;
  if (facts->due == LEDGER_DAY_NONE)
    return FALSE;
  return (self->due_from == LEDGER_DAY_NONE || facts->due >= self->due_from)
         && (self->due_until == LEDGER_DAY_NONE || facts->due <= self->due_until);
}

gboolean
ledger_filter_matches_but_heading (LedgerFilter *self, const LedgerIssueFacts *facts)
{
  if (facts == NULL)
    return FALSE;
  if (self->states != 0 && (self->states & (1u << facts->workflow.state)) == 0)
    return FALSE;
  if (self->figure != LEDGER_FIGURE_ALL && !ledger_figure_counts (self->figure, facts))
    return FALSE;
  return claim_names (facts, LEDGER_CLAIM_DEPARTMENT, self->department)
         && claim_names (facts, LEDGER_CLAIM_LEAD_LEADER, self->leader) && in_due (self, facts)
         && ledger_issue_search_finds (self->search, facts);
}

gboolean
ledger_filter_matches_heading (LedgerFilter *self, const LedgerIssueFacts *facts)
{
  return facts != NULL && in_heading (self, facts);
}

gboolean
ledger_filter_matches (LedgerFilter *self, const LedgerIssueFacts *facts)
{
  return facts != NULL && in_heading (self, facts)
         && ledger_filter_matches_but_heading (self, facts);
}

gboolean
ledger_filter_is_empty (LedgerFilter *self)
{
  return self->heading == NULL && self->states == 0 && self->department == NULL
         && self->leader == NULL && self->figure == LEDGER_FIGURE_ALL
         && self->due_from == LEDGER_DAY_NONE && self->due_until == LEDGER_DAY_NONE
         && ledger_issue_search_get_text (self->search) == NULL;
}

static gboolean
ledger_filter_match (GtkFilter *filter, gpointer item)
{
  LedgerFilter *self = LEDGER_FILTER (filter);
  g_autoptr (LedgerDocument) document = NULL;

  if (ledger_filter_is_empty (self))
    return TRUE;
  document = g_weak_ref_get (&self->document);
  return document != NULL
         && ledger_filter_matches (
             self, ledger_document_get_facts (document, ledger_record_get_id (item)));
}

static GtkFilterMatch
ledger_filter_get_strictness (GtkFilter *filter)
{
  return ledger_filter_is_empty (LEDGER_FILTER (filter)) ? GTK_FILTER_MATCH_ALL
                                                         : GTK_FILTER_MATCH_SOME;
}

static void
on_issue_changed (LedgerDocument *document, const char *id, LedgerFilter *self)
{
  ledger_issue_search_forget (self->search, id);
}

static void
on_refreshed (LedgerDocument *document, LedgerFilter *self)
{
  g_clear_pointer (&self->subtree, g_hash_table_unref);
  if (!ledger_filter_is_empty (self))
    changed (self);
}

static void
ledger_filter_finalize (GObject *object)
{
  LedgerFilter *self = LEDGER_FILTER (object);

  g_weak_ref_clear (&self->document);
  g_clear_pointer (&self->subtree, g_hash_table_unref);
  g_free (self->heading);
  g_free (self->department);
  g_free (self->leader);
  ledger_issue_search_free (self->search);
  G_OBJECT_CLASS (ledger_filter_parent_class)->finalize (object);
}

static void
ledger_filter_class_init (LedgerFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = ledger_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = ledger_filter_get_strictness;
}

static void
ledger_filter_init (LedgerFilter *self)
{
  g_weak_ref_init (&self->document, NULL);
  self->figure = LEDGER_FIGURE_ALL;
  self->due_from = LEDGER_DAY_NONE;
  self->due_until = LEDGER_DAY_NONE;
  self->search = ledger_issue_search_new ();
}

LedgerFilter *
ledger_filter_new (LedgerDocument *document)
{
  LedgerFilter *self = g_object_new (LEDGER_TYPE_FILTER, NULL);

  if (document == NULL)
    return self;
  g_weak_ref_set (&self->document, document);
  g_signal_connect_object (document, "issue-changed", G_CALLBACK (on_issue_changed), self, 0);
  g_signal_connect_object (document, "refreshed", G_CALLBACK (on_refreshed), self, 0);
  return self;
}

/* --- conditions --- */

static gboolean
take_text (char **field, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

static gboolean
take_heading (LedgerFilter *self, const char *heading_id)
{
  if (!take_text (&self->heading, heading_id))
    return FALSE;
  g_clear_pointer (&self->subtree, g_hash_table_unref);
  return TRUE;
}

void
ledger_filter_set_heading (LedgerFilter *self, const char *heading_id)
{
  if (take_heading (self, heading_id))
    changed (self);
}

void
ledger_filter_set_states (LedgerFilter *self, guint states)
{
  if (self->states == states)
    return;
  self->states = states;
  changed (self);
}

void
ledger_filter_set_department (LedgerFilter *self, const char *department_id)
{
  if (take_text (&self->department, department_id))
    changed (self);
}

void
ledger_filter_set_leader (LedgerFilter *self, const char *person_id)
{
  if (take_text (&self->leader, person_id))
    changed (self);
}

void
ledger_filter_set_figure (LedgerFilter *self, LedgerFigure figure)
{
  if (self->figure == figure)
    return;
  self->figure = figure;
  changed (self);
}

void
ledger_filter_set_due (LedgerFilter *self, LedgerDay from, LedgerDay until)
{
  if (self->due_from == from && self->due_until == until)
    return;
  self->due_from = from;
  self->due_until = until;
  changed (self);
}

void
ledger_filter_set_search (LedgerFilter *self, const char *text)
{
  if (ledger_issue_search_set_text (self->search, text))
    changed (self);
}

const char *
ledger_filter_get_heading (LedgerFilter *self)
{
  return self->heading;
}

guint
ledger_filter_get_states (LedgerFilter *self)
{
  return self->states;
}

const char *
ledger_filter_get_department (LedgerFilter *self)
{
  return self->department;
}

const char *
ledger_filter_get_leader (LedgerFilter *self)
{
  return self->leader;
}

LedgerFigure
ledger_filter_get_figure (LedgerFilter *self)
{
  return self->figure;
}

void
ledger_filter_get_due (LedgerFilter *self, LedgerDay *from, LedgerDay *until)
{
  *from = self->due_from;
  *until = self->due_until;
}

const char *
ledger_filter_get_search (LedgerFilter *self)
{
  return ledger_issue_search_get_text (self->search);
}

void
ledger_filter_clear (LedgerFilter *self)
{
  if (ledger_filter_is_empty (self))
    return;
  take_heading (self, NULL);
  ledger_issue_search_set_text (self->search, NULL);
  g_clear_pointer (&self->department, g_free);
  g_clear_pointer (&self->leader, g_free);
  self->states = 0;
  self->figure = LEDGER_FIGURE_ALL;
  self->due_from = self->due_until = LEDGER_DAY_NONE;
  changed (self);
}

/* --- words --- */

static void
add_name (GPtrArray *words, LedgerDocument *document, const char *type, const char *id)
{
  const char *name;

  if (id == NULL || document == NULL)
    return;
  name = g_strcmp0 (id, LEDGER_FILTER_NO_DEPARTMENT) == 0
             ? _ ("no department")
             : ledger_document_get_name (document, type, id);
  if (name != NULL)
    g_ptr_array_add (words, ledger_text_ellipsize (name, 24));
}

char *
ledger_filter_describe_due (LedgerFilter *self)
{
  g_autoptr (LedgerDocument) document = g_weak_ref_get (&self->document);
  const LedgerDay today = document != NULL ? ledger_document_get_today (document) : LEDGER_DAY_NONE;
  g_autofree char *from = NULL, *until = NULL;

  if (self->due_from != LEDGER_DAY_NONE)
    from = ledger_day_to_words (self->due_from, today);
  if (self->due_until != LEDGER_DAY_NONE)
    until = ledger_day_to_words (self->due_until, today);
  if (from != NULL && until != NULL)
    /* TRANSLATORS: due between two days */
    return g_strdup_printf (_ ("due %s to %s"), from, until);
  if (from != NULL)
    return g_strdup_printf (_ ("due from %s"), from);
  return until != NULL ? g_strdup_printf (_ ("due until %s"), until) : NULL;
}

char *
ledger_filter_describe_conditions (LedgerFilter *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LedgerDocument) document = g_weak_ref_get (&self->document);
  char *due = ledger_filter_describe_due (self);

  if (self->figure != LEDGER_FIGURE_ALL)
    g_ptr_array_add (words, g_strdup (ledger_figure_get_name (self->figure)));
  for (guint state = 0; state < 32; state++)
    if ((self->states & (1u << state)) != 0)
      g_ptr_array_add (words, g_strdup (ledger_state_get_name (state)));
  add_name (words, document, ledger_department_record_type.name, self->department);
  add_name (words, document, ledger_person_record_type.name, self->leader);
  if (g_strcmp0 (self->heading, LEDGER_FILTER_UNPLACED) == 0)
    g_ptr_array_add (words, g_strdup (_ ("To be placed")));
  else
    add_name (words, document, ledger_heading_record_type.name, self->heading);
  if (due != NULL)
    g_ptr_array_add (words, due);
  if (ledger_issue_search_get_text (self->search) != NULL)
    g_ptr_array_add (words,
                     g_strdup_printf (_ ("“%s”"), ledger_issue_search_get_text (self->search)));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  /* TRANSLATORS: between the parts of a list in one line */
  return g_strjoinv (C_ ("list", ", "), (char **)words->pdata);
}

char *
ledger_filter_describe (LedgerFilter *self)
{
  g_autofree char *conditions = ledger_filter_describe_conditions (self);

  return conditions != NULL ? g_strdup_printf (_ ("Filter: %s"), conditions) : NULL;
}

/* --- back list --- */

#define CONDITIONS_TYPE "(msumsmsuiims)"

GVariant *
ledger_filter_save (LedgerFilter *self)
{
  return g_variant_new (CONDITIONS_TYPE,
                        self->heading,
                        self->states,
                        self->department,
                        self->leader,
                        (guint)self->figure,
                        self->due_from,
                        self->due_until,
                        ledger_issue_search_get_text (self->search));
}

void
ledger_filter_restore (LedgerFilter *self, GVariant *conditions)
{
  const char *heading, *department, *leader, *search;
  guint states, figure;
  gint32 from, until;

  g_return_if_fail (g_variant_is_of_type (conditions, G_VARIANT_TYPE (CONDITIONS_TYPE)));
  g_variant_get (conditions,
                 "(m&sum&sm&suiim&s)",
                 &heading,
                 &states,
                 &department,
                 &leader,
                 &figure,
                 &from,
                 &until,
                 &search);
  take_heading (self, heading);
  ledger_issue_search_set_text (self->search, search);
  take_text (&self->department, department);
  take_text (&self->leader, leader);
  self->states = states;
  self->figure = figure;
  self->due_from = from;
  self->due_until = until;
  changed (self);
}
