/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-json-writer.h"

#include <json-glib/json-glib.h>

struct _LedgerJsonWriter
{
  JsonBuilder *builder;
};

LedgerJsonWriter *
ledger_json_writer_new (void)
{
  LedgerJsonWriter *writer = g_new0 (LedgerJsonWriter, 1);
  writer->builder = json_builder_new ();
  return writer;
}

void
ledger_json_writer_free (LedgerJsonWriter *writer)
{
  if (writer == NULL)
    return;
  g_object_unref (writer->builder);
  g_free (writer);
}

static JsonBuilder *
at_member (LedgerJsonWriter *writer, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (writer->builder, name);
  return writer->builder;
}

void
ledger_json_writer_begin_object (LedgerJsonWriter *writer, const char *name)
{
  json_builder_begin_object (at_member (writer, name));
}

void
ledger_json_writer_end_object (LedgerJsonWriter *writer)
{
  json_builder_end_object (writer->builder);
}

void
ledger_json_writer_begin_array (LedgerJsonWriter *writer, const char *name)
{
  json_builder_begin_array (at_member (writer, name));
}

void
ledger_json_writer_end_array (LedgerJsonWriter *writer)
{
  json_builder_end_array (writer->builder);
}

void
ledger_json_writer_text (LedgerJsonWriter *writer, const char *name, const char *text)
{
  JsonBuilder *builder = at_member (writer, name);

  if (text == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  /* Whoever reads the output expects UTF-8 whatever a foreign file held. */
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  json_builder_add_string_value (builder, valid);
}

void
ledger_json_writer_integer (LedgerJsonWriter *writer, const char *name, gint64 integer)
{
  json_builder_add_int_value (at_member (writer, name), integer);
}

void
ledger_json_writer_boolean (LedgerJsonWriter *writer, const char *name, gboolean boolean)
{
  json_builder_add_boolean_value (at_member (writer, name), boolean);
}

char *
ledger_json_writer_finish (LedgerJsonWriter *writer, gboolean indented)
{
  g_autoptr (JsonNode) root = json_builder_get_root (writer->builder);
  json_builder_reset (writer->builder);
  g_return_val_if_fail (root != NULL, NULL);
  return json_to_string (root, indented);
}
