/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-markup.h"

#include <expat.h>
#include <string.h>

#include "ledger-sheet-fault.h"

/* Between namespace and local name; no namespace has a blank in it. */
#define SEPARATOR ' '

enum
{
  MAX_DEPTH = 256,
  /* Expat looks at an unfinished token again with every piece: a huge one would take for ever. */
  MAX_TOKEN = 8 * 1000 * 1000,
};

struct _LedgerMarkup
{
  XML_Parser parser;
  const LedgerMarkupHandlers *handlers;
  gpointer data;
  const char *name;
  GError *error;
  guint64 fed;
  guint depth;
};

typedef struct
{
  LedgerMarkupSpace space;
  const char *uri;
} Space;

static const Space spaces[] = {
  { LEDGER_MARKUP_SHEET, "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
  { LEDGER_MARKUP_SHEET, "http://purl.oclc.org/ooxml/spreadsheetml/main" },
  { LEDGER_MARKUP_RELATION, "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
  { LEDGER_MARKUP_RELATION, "http://purl.oclc.org/ooxml/officeDocument/relationships" },
  { LEDGER_MARKUP_RELATIONSHIPS, "http://schemas.openxmlformats.org/package/2006/relationships" },
};

static LedgerMarkupSpace
split_name (const char *name, const char **local)
{
  const char *separator = strchr (name, SEPARATOR);
  gsize length;

  *local = separator != NULL ? separator + 1 : name;
  if (separator == NULL)
    return LEDGER_MARKUP_NONE;
  length = (gsize)(separator - name);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strncmp (spaces[i].uri, name, length) == 0 && spaces[i].uri[length] == '\0')
      return spaces[i].space;
  return LEDGER_MARKUP_OTHER;
}

void
ledger_markup_fail (LedgerMarkup *markup, GError *error)
{
  if (markup->error == NULL)
    markup->error = error;
  else
    g_error_free (error);
  XML_StopParser (markup->parser, XML_FALSE);
}

void
ledger_markup_refuse (LedgerMarkup *markup, LedgerSheetFault fault)
{
  GError *error = NULL;

  ledger_sheet_fault_set (fault, markup->name, &error);
  ledger_markup_fail (markup, error);
}

static void XMLCALL
on_start (void *data, const XML_Char *name, const XML_Char **attributes)
{
  LedgerMarkup *markup = data;
  const char *local;
  LedgerMarkupSpace space = split_name (name, &local);

  if (markup->error != NULL)
    return;
  if (++markup->depth > MAX_DEPTH)
    ledger_markup_refuse (markup, LEDGER_SHEET_FAULT_DAMAGED);
  else if (markup->handlers->start != NULL)
    markup->handlers->start (markup, space, local, (const char *const *)attributes, markup->data);
}

static void XMLCALL
on_end (void *data, const XML_Char *name)
{
  LedgerMarkup *markup = data;
  const char *local;
  LedgerMarkupSpace space = split_name (name, &local);

  if (markup->error != NULL)
    return;
  markup->depth--;
  if (markup->handlers->end != NULL)
    markup->handlers->end (markup, space, local, markup->data);
}

static void XMLCALL
on_text (void *data, const XML_Char *text, int length)
{
  LedgerMarkup *markup = data;

  if (markup->error == NULL)
    markup->handlers->text (markup, text, (gsize)length, markup->data);
}

static void XMLCALL
on_doctype (void *data,
            const XML_Char *name,
            const XML_Char *system,
            const XML_Char *public,
            int has_internal_subset)
{
  ledger_markup_refuse (data, LEDGER_SHEET_FAULT_DAMAGED);
}

/* How far the parser has read, -1 if it cannot tell. Newer expat deprecates the narrow number,
 * older has no other. */
static gint64
position (XML_Parser parser)
{
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
  return XML_GetCurrentByteIndex64 (parser);
#else
  return XML_GetCurrentByteIndex (parser);
#endif
}

static gboolean
feed (const char *bytes, gsize length, gpointer data, GError **error)
{
  LedgerMarkup *markup = data;
  enum XML_Status status = XML_Parse (markup->parser, bytes, (int)length, length == 0);
  gint64 at;

  if (markup->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&markup->error));
      return FALSE;
    }
  if (status != XML_STATUS_OK)
    return ledger_sheet_fault_set (LEDGER_SHEET_FAULT_DAMAGED, markup->name, error);
  markup->fed += length;
  at = position (markup->parser);
  if (length > 0 && at >= 0 && markup->fed - (guint64)at > MAX_TOKEN)
    return ledger_sheet_fault_set (LEDGER_SHEET_FAULT_TOO_LARGE, markup->name, error);
  return TRUE;
}

gboolean
ledger_markup_read (LedgerArchive *archive,
                    const char *part,
                    const LedgerMarkupHandlers *handlers,
                    gpointer data,
                    LedgerReadBudget *budget,
                    GError **error)
{
  LedgerMarkup markup = { .handlers = handlers, .data = data, .name = budget->name };
  gboolean done;

  markup.parser = XML_ParserCreateNS (NULL, SEPARATOR);
  XML_SetUserData (markup.parser, &markup);
  XML_SetElementHandler (markup.parser, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (markup.parser, on_doctype);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (markup.parser, on_text);
  done = ledger_archive_read (archive, part, budget, feed, &markup, error);
  XML_ParserFree (markup.parser);
  g_clear_error (&markup.error);
  return done;
}

const char *
ledger_markup_attribute (const char *const *attributes, const char *local)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (attributes[i], local) == 0)
      return attributes[i + 1];
  return NULL;
}

const char *
ledger_markup_attribute_in (const char *const *attributes,
                            LedgerMarkupSpace space,
                            const char *local)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      const char *name;

      if (split_name (attributes[i], &name) == space && strcmp (name, local) == 0)
        return attributes[i + 1];
    }
  return NULL;
}

gboolean
ledger_markup_is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}
