/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-gesture-private.h"

#include "ledger-error.h"
#include "ledger-heading-tree.h"
#include "ledger-heading.h"
#include "ledger-id.h"
#include "ledger-issue.h"
#include "ledger-measure.h"
#include "ledger-reading.h"
#include "ledger-text.h"

#include <glib/gi18n-lib.h>

static gboolean
check_text (const char *text, const LedgerRecordType *type, GError **error)
{
  g_autofree char *trimmed = ledger_text_trim (text != NULL ? text : "");

  if (trimmed[0] != '\0')
    return TRUE;
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_INVALID,
               _ ("Write something first: a %s without words was not added."),
               _ (type->word));
  return FALSE;
}

static LedgerEdit *
hand_over (LedgerEdit **edit, char **id, char *made)
{
  if (id != NULL)
    *id = made;
  else
    g_free (made);
  return g_steal_pointer (edit);
}

/* --- headings and issues --- */

/* Headings and issues under one heading share their numbers: 1.2 is never both. */
static char *
give_number (LedgerDocument *document, const char *heading_id, GError **error)
{
  static const char *const types[] = { "heading", "issue", NULL };
  LedgerRecord *heading = NULL;
  g_autofree char *prefix = g_strdup ("");

  if (heading_id != NULL)
    {
      heading = ledger_gesture_need (document, "heading", heading_id, error);
      if (heading == NULL)
        return NULL;
      const char *upper = ledger_record_get_text (heading, LEDGER_HEADING_NUMBER);
      g_free (prefix);
      prefix = upper != NULL ? g_strconcat (upper, ".", NULL) : g_strdup ("");
    }
  gint64 next = ledger_gesture_next_number (document, types, prefix, error);
  return next > 0 ? g_strdup_printf ("%s%" G_GINT64_FORMAT, prefix, next) : NULL;
}

LedgerEdit *
ledger_gesture_add_issue (
    LedgerDocument *document, const char *heading_id, const char *text, char **id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  if (!check_text (text, &ledger_issue_record_type, error))
    return NULL;
  g_autofree char *number = give_number (document, heading_id, error);
  if (number == NULL)
    return NULL;

  char *made = ledger_id_new_random ();
  g_autofree char *title = g_strdup_printf (_ ("Add problem %s"), number);
  g_autofree char *rank = ledger_gesture_dup_last_rank (document, "issue", heading_id);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  if (heading_id != NULL)
    ledger_edit_set_text (edit, "issue", made, "heading", heading_id);
  ledger_edit_set_text (edit, "issue", made, "number", number);
  ledger_edit_set_text (edit, "issue", made, "rank", rank);
  ledger_edit_set_text (edit, "issue", made, "text", text);
  return hand_over (&edit, id, made);
}

LedgerEdit *
ledger_gesture_add_heading (
    LedgerDocument *document, const char *parent_id, const char *text, char **id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  if (!check_text (text, &ledger_heading_record_type, error))
    return NULL;
  if (parent_id != NULL
      && ledger_document_get_heading_depth (document, parent_id) >= LEDGER_HEADING_MAX_DEPTH)
    {
      g_set_error (error,
                   LEDGER_ERROR,
                   LEDGER_ERROR_INVALID,
                   _ ("Headings have at most %u levels. Choose a higher place."),
                   LEDGER_HEADING_MAX_DEPTH);
      return NULL;
    }
  g_autofree char *number = give_number (document, parent_id, error);
  if (number == NULL)
    return NULL;

  char *made = ledger_id_new_random ();
  g_autofree char *title = g_strdup_printf (_ ("Add heading %s"), number);
  g_autofree char *rank = ledger_gesture_dup_last_rank (document, "heading", parent_id);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  if (parent_id != NULL)
    ledger_edit_set_text (edit, "heading", made, "parent", parent_id);
  ledger_edit_set_text (edit, "heading", made, "number", number);
  ledger_edit_set_text (edit, "heading", made, "rank", rank);
  ledger_edit_set_text (edit, "heading", made, "text", text);
  return hand_over (&edit, id, made);
}

/* --- measures and notes --- */

LedgerEdit *
ledger_gesture_add_measure (
    LedgerDocument *document, const char *issue_id, const char *text, char **id, GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  if (!check_text (text, &ledger_measure_record_type, error)
      || ledger_gesture_need (document, "issue", issue_id, error) == NULL)
    return NULL;

  char *made = ledger_id_new_random ();
  const GPtrArray *siblings = ledger_document_get_children (document, "measure", issue_id);
  g_autofree char *label = ledger_document_dup_label (document, "issue", issue_id);
  g_autofree char *title = g_strdup_printf (_ ("Add %s measure %u"), label, siblings->len + 1);
  g_autofree char *rank = ledger_gesture_dup_last_rank (document, "measure", issue_id);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  ledger_edit_set_text (edit, "measure", made, "issue", issue_id);
  ledger_edit_set_text (edit, "measure", made, "rank", rank);
  ledger_edit_set_text (edit, "measure", made, "text", text);
  return hand_over (&edit, id, made);
}

/* *ID (out, may be NULL) is the new note's. */
static gboolean
put_note (LedgerDocument *document,
          LedgerEdit *edit,
          const char *issue_id,
          const char *measure_id,
          const char *text,
          char **id,
          GError **error)
{
  const LedgerRecordType *type = ledger_reading_find_type (ledger_reading_get_default (), "note");
  if (!check_text (text, type, error)
      || ledger_gesture_need (document, "issue", issue_id, error) == NULL
      || (measure_id != NULL
          && ledger_gesture_need (document, "measure", measure_id, error) == NULL))
    return FALSE;

  g_autofree char *made = ledger_id_new_random ();
  g_autofree char *rank = ledger_gesture_dup_last_rank (document, "note", issue_id);
  ledger_edit_set_text (edit, "note", made, "issue", issue_id);
  if (measure_id != NULL)
    ledger_edit_set_text (edit, "note", made, "measure", measure_id);
  ledger_edit_set_text (edit, "note", made, "text", text);
  ledger_edit_set_text (edit, "note", made, "noted_by", ledger_document_get_actor_name (document));
  ledger_edit_set_text (edit, "note", made, "rank", rank);
  ledger_gesture_put_today (document, edit, "note", made, "noted_on");
  if (id != NULL)
    *id = g_steal_pointer (&made);
  return TRUE;
}

LedgerEdit *
ledger_gesture_add_note (LedgerDocument *document,
                         const char *issue_id,
                         const char *measure_id,
                         const char *text,
                         char **id,
                         GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);
  if (!put_note (document, edit, issue_id, measure_id, text, id, error))
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document,
                                                      measure_id != NULL ? "measure" : "issue",
                                                      measure_id != NULL ? measure_id : issue_id);
  g_autofree char *title = g_strdup_printf (_ ("Add progress to %s"), label);
  ledger_edit_set_title (edit, title);
  return g_steal_pointer (&edit);
}

LedgerEdit *
ledger_gesture_add_note_to_many (LedgerDocument *document,
                                 const char *const *issue_ids,
                                 const char *text,
                                 GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  guint n = g_strv_length ((char **)issue_ids);
  if (n == 1)
    return ledger_gesture_add_note (document, issue_ids[0], NULL, text, NULL, error);
  g_autofree char *title =
      g_strdup_printf (ngettext ("Add progress to %u item", "Add progress to %u items", n), n);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  for (guint i = 0; i < n; i++)
    if (!put_note (document, edit, issue_ids[i], NULL, text, NULL, error))
      return NULL;
  return g_steal_pointer (&edit);
}

LedgerEdit *
ledger_gesture_finish_measure (LedgerDocument *document,
                               const char *measure_id,
                               gboolean done,
                               GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);

  LedgerRecord *measure = ledger_gesture_need (document, "measure", measure_id, error);
  if (measure == NULL)
    return NULL;
  g_autofree char *label = ledger_document_dup_label (document, "measure", measure_id);
  g_autofree char *title =
      g_strdup_printf (done ? _ ("Mark %s as done") : _ ("Mark %s as not done"), label);
  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, title);
  ledger_edit_set_integer (edit, "measure", measure_id, "done", done ? 1 : 0);
  if (!done)
    ledger_edit_set_text (edit, "measure", measure_id, "finished_on", NULL);
  else if (ledger_record_get_text (measure, LEDGER_MEASURE_FINISHED_ON) == NULL)
    ledger_gesture_put_today (document, edit, "measure", measure_id, "finished_on");
  return g_steal_pointer (&edit);
}

/* --- deleting --- */

static gboolean
issue_is_signed (LedgerDocument *document, const char *issue_id)
{
  const LedgerIssueFacts *facts = ledger_document_get_facts (document, issue_id);
  return facts != NULL && facts->workflow.last != NULL;
}

static const char *
find_signed_below (LedgerDocument *document, const char *heading_id, guint levels)
{
  const GPtrArray *issues = ledger_document_get_children (document, "issue", heading_id);
  for (guint i = 0; i < issues->len; i++)
    if (issue_is_signed (document, ledger_record_get_id (issues->pdata[i])))
      return ledger_record_get_id (issues->pdata[i]);

  const GPtrArray *headings = ledger_document_get_children (document, "heading", heading_id);
  const char *found = NULL;
  for (guint i = 0; found == NULL && levels > 0 && i < headings->len; i++)
    found = find_signed_below (document, ledger_record_get_id (headings->pdata[i]), levels - 1);
  return found;
}

/* What was signed for stays; a return or a further edit is the way (LOG 10). */
static gboolean
check_deletable (LedgerDocument *document, const char *type, const char *id, GError **error)
{
  const char *issue = NULL;

  if (g_str_equal (type, "signoff") || g_str_equal (type, "inspection"))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_REFUSED,
                           _ ("Sign-offs and the round of inspection itself are never deleted."));
      return FALSE;
    }
  if (g_str_equal (type, "issue") || g_str_equal (type, "claim"))
    issue = issue_is_signed (document, id) ? id : NULL;
  else if (g_str_equal (type, "heading"))
    issue = find_signed_below (document, id, LEDGER_HEADING_MAX_DEPTH);
  if (issue == NULL)
    return TRUE;
  g_autofree char *label = ledger_document_dup_label (document, "issue", issue);
  g_set_error (error,
               LEDGER_ERROR,
               LEDGER_ERROR_REFUSED,
               _ ("%s has been signed and cannot be deleted."),
               label);
  return FALSE;
}

/* A link belongs to its measure and would outlive its proof. */
static void
delete_links_of (LedgerDocument *document, LedgerEdit *edit, const char *evidence_id)
{
  g_autoptr (GPtrArray) links =
      ledger_table_list_records (ledger_document_get_table (document, "evidence_link"));

  for (guint i = 0; i < links->len; i++)
    {
      LedgerRecord *link = links->pdata[i];
      guint column =
          ledger_record_type_find_column (ledger_record_get_record_type (link), "evidence");
      if (g_strcmp0 (ledger_record_get_text (link, column), evidence_id) == 0)
        ledger_edit_delete (edit, "evidence_link", ledger_record_get_id (link));
    }
}

static char *
dup_delete_title (LedgerDocument *document, const char *type, const char *const *ids)
{
  guint n = g_strv_length ((char **)ids);
  const LedgerRecordType *known = ledger_reading_find_type (ledger_reading_get_default (), type);

  if (n != 1)
    return g_strdup_printf (ngettext ("Delete %u item", "Delete %u items", n), n);
  g_autofree char *label = ledger_document_dup_label (document, type, ids[0]);
  return g_strdup_printf (_ ("Delete %s %s"), _ (known->word), label);
}

LedgerEdit *
ledger_gesture_delete (LedgerDocument *document,
                       const char *type,
                       const char *const *ids,
                       GError **error)
{
  g_return_val_if_fail (LEDGER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ids != NULL && ids[0] != NULL, NULL);

  g_autoptr (LedgerEdit) edit = ledger_gesture_new (document, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (ledger_gesture_need (document, type, ids[i], error) == NULL
          || !check_deletable (document, type, ids[i], error))
        return NULL;
      if (g_str_equal (type, "evidence"))
        delete_links_of (document, edit, ids[i]);
      ledger_edit_delete (edit, type, ids[i]);
    }
  g_autofree char *title = dup_delete_title (document, type, ids);
  ledger_edit_set_title (edit, title);
  return g_steal_pointer (&edit);
}
