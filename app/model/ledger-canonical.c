/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-canonical.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger-encoder.h"
#include "ledger-error.h"
#include "ledger-signoff-list.h"
#include "ledger-vouched-difference.h"
#include "ledger-vouched-lines.h"

void
ledger_signoff_text_free (LedgerSignoffText *text)
{
  if (!text)
    return;
  g_free (text->issue_id);
  g_free (text->opinion);
  g_free (text->signer_id);
  g_free (text->signer_name);
  g_free (text->entered_by);
  g_free (text->computer);
  g_strfreev (text->previous);
  g_free (text);
}

void
ledger_difference_free (LedgerDifference *difference)
{
  if (!difference)
    return;
  g_free (difference->field);
  g_free (difference->type);
  g_free (difference->id);
  g_free (difference->signed_value);
  g_free (difference->present_value);
  g_free (difference);
}

/* --- writing --- */

static void
put_optional (LedgerEncoder *encoder, const char *name, const char *text)
{
  if (text && *text)
    ledger_encoder_put_text (encoder, name, text);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
put_previous (LedgerEncoder *encoder, const LedgerSignoffText *header)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; header->previous && header->previous[i]; i++)
    g_ptr_array_add (sorted, header->previous[i]);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    ledger_encoder_put_text (encoder, "previous", g_ptr_array_index (sorted, i));
}

static void
put_header (LedgerEncoder *encoder, const LedgerSignoffText *header)
{
  g_autofree char *paper_day =
      header->paper_day == LEDGER_DAY_NONE ? NULL : ledger_day_to_iso (header->paper_day);
  ledger_encoder_put_header (encoder, LEDGER_CANONICAL_BUILDER);
  ledger_encoder_put_text (encoder, "issue", header->issue_id);
  ledger_encoder_put_text (encoder, "step", ledger_step_get_word (header->step));
  ledger_encoder_put_text (encoder, "decision", ledger_decision_get_word (header->decision));
  put_optional (encoder, "opinion", header->opinion);
  put_optional (encoder, "signer", header->signer_id);
  put_optional (encoder, "signer-name", header->signer_name);
  put_optional (encoder, "entered-by", header->entered_by);
  ledger_encoder_put_integer (encoder, "paper", header->paper ? 1 : 0);
  put_optional (encoder, "paper-day", paper_day);
  put_optional (encoder, "computer", header->computer);
  ledger_encoder_put_integer (encoder, "time", header->time);
  put_previous (encoder, header);
}

char *
ledger_canonical_build (LedgerDocument *document, const LedgerSignoffText *header, GError **error)
{
  g_autoptr (LedgerVouchedLines) lines = ledger_vouched_lines_collect (document, header->issue_id);
  LedgerStore *store = ledger_document_get_store (document);
  /* To return or take back is always possible: also because two values stand there. */
  if (header->decision == LEDGER_DECISION_AGREE
      && !ledger_vouched_lines_refuse_conflicts (lines, document, error))
    return NULL;
  if (!ledger_vouched_lines_add_heads (lines, store, error))
    return NULL;
  g_autoptr (LedgerEncoder) encoder = ledger_encoder_new ();
  put_header (encoder, header);
  ledger_vouched_lines_put (lines, encoder);
  gsize length;
  const guint8 *bytes = ledger_encoder_peek (encoder, &length);
  return g_strndup ((const char *)bytes, length);
}

/* --- reading --- */

static gboolean
decision_from_word (const char *word, LedgerDecision *decision)
{
  for (guint i = LEDGER_DECISION_AGREE; i <= LEDGER_DECISION_DELEGATE; i++)
    if (g_str_equal (word, ledger_decision_get_word ((LedgerDecision)i)))
      {
        *decision = (LedgerDecision)i;
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  LedgerSignoffText *text;
  GStrvBuilder *previous;
  gboolean has_step;
  gboolean has_decision;
} Parser;

/* Takes VALUE for the name it belongs to; FALSE where the line is none of the header's. */
static gboolean
take_text (Parser *parser, const char *name, char *value)
{
  const struct
  {
    const char *name;
    char **place;
  } texts[] = {
    { "issue", &parser->text->issue_id },        { "opinion", &parser->text->opinion },
    { "signer", &parser->text->signer_id },      { "signer-name", &parser->text->signer_name },
    { "entered-by", &parser->text->entered_by }, { "computer", &parser->text->computer },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (name, texts[i].name))
      {
        g_free (*texts[i].place);
        *texts[i].place = g_strdup (value);
        return TRUE;
      }
  return FALSE;
}

static void
take_header_line (Parser *parser, const char *name, char *value)
{
  if (take_text (parser, name, value))
    return;
  if (g_str_equal (name, "step"))
    parser->has_step = ledger_step_from_word (value, &parser->text->step);
  else if (g_str_equal (name, "decision"))
    parser->has_decision = decision_from_word (value, &parser->text->decision);
  else if (g_str_equal (name, "paper"))
    parser->text->paper = g_str_equal (value, "1");
  else if (g_str_equal (name, "paper-day"))
    parser->text->paper_day = ledger_day_from_iso (value);
  else if (g_str_equal (name, "time"))
    parser->text->time = g_ascii_strtoll (value, NULL, 10);
  else if (g_str_equal (name, "previous"))
    g_strv_builder_add (parser->previous, value);
}

/* Past the builder's line; 0 where the text was made by none that is known. */
static gsize
skip_builder (const char *body)
{
  gsize length = strlen (LEDGER_CANONICAL_BUILDER);
  if (!body || strncmp (body, LEDGER_CANONICAL_BUILDER, length) != 0 || body[length] != '\n')
    return 0;
  return length + 1;
}

static gboolean
parse_lines (Parser *parser, const char *body, gsize offset)
{
  const char *name;
  const char *value;
  gsize name_length;
  gsize value_length;
  gsize length = strlen (body);
  while (
      ledger_encoder_parse_line (body, length, &offset, &name, &name_length, &value, &value_length))
    {
      g_autofree char *own_name = g_strndup (name, name_length);
      g_autofree char *own_value = g_strndup (value, value_length);
      if (*own_name != '=' && *own_name != '~')
        take_header_line (parser, own_name, own_value);
    }
  return offset == length && parser->text->issue_id && parser->has_step && parser->has_decision;
}

LedgerSignoffText *
ledger_canonical_parse (const char *body, GError **error)
{
  g_autoptr (LedgerSignoffText) text = g_new0 (LedgerSignoffText, 1);
  g_autoptr (GStrvBuilder) previous = g_strv_builder_new ();
  Parser parser = { .text = text, .previous = previous };
  gsize offset = skip_builder (body);
  text->paper_day = LEDGER_DAY_NONE;
  if (offset == 0 || !parse_lines (&parser, body, offset))
    {
      g_set_error_literal (error,
                           LEDGER_ERROR,
                           LEDGER_ERROR_DAMAGED,
                           _ ("The text of a sign-off cannot be read. Check the ledger, and "
                              "restore a backup where it is damaged."));
      return NULL;
    }
  text->previous = g_strv_builder_end (previous);
  return g_steal_pointer (&text);
}

GPtrArray *
ledger_canonical_compare (LedgerDocument *document, const char *body)
{
  gsize offset = skip_builder (body);
  g_autoptr (LedgerSignoffText) header = ledger_canonical_parse (body, NULL);
  if (!header)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)ledger_difference_free);
  g_autoptr (LedgerVouchedLines) before = ledger_vouched_lines_read (body, offset);
  g_autoptr (LedgerVouchedLines) now = ledger_vouched_lines_collect (document, header->issue_id);
  return ledger_vouched_lines_compare (before, now, document, header->issue_id);
}

gboolean
ledger_canonical_contains_head (
    const char *body, const char *type, const char *id, const char *field, const char *edit_hash)
{
  gsize offset = skip_builder (body);
  if (offset == 0)
    return FALSE;
  g_autofree char *name = g_strdup_printf ("~head.%s.%s.%s", type, id, field);
  g_autofree char *value = g_strconcat ("t", edit_hash, NULL);
  g_autoptr (LedgerVouchedLines) lines = ledger_vouched_lines_read (body, offset);
  return ledger_vouched_lines_has (lines, name, value);
}

gboolean
ledger_canonical_has_changed (LedgerDocument *document, const char *const *signoff_ids, guint n_ids)
{
  LedgerStore *store = ledger_document_get_store (document);

  for (guint i = 0; i < n_ids; i++)
    {
      const char *id = signoff_ids[i];
      g_autofree char *body = id != NULL ? ledger_signoff_list_dup_body (store, id) : NULL;
      if (body == NULL)
        continue;
      g_autoptr (GPtrArray) differences = ledger_canonical_compare (document, body);
      if (differences->len > 0)
        return TRUE;
    }
  return FALSE;
}
