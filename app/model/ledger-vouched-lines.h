/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-encoder.h"

G_BEGIN_DECLS

/* What builder "zgtz-signoff-1" vouches for of an issue, its claim, supporting departments,
 * measures and filed proof: COMPARED lines `=type.id` (the record is there) and `=type.id.field`
 * (its value), SHOWN lines `~type.id.field` (numbers, titles), `~name.type.id` (names of persons
 * and departments) and `~head.type.id.field` (the operation that stands in a compared field).
 * Values are a tag letter (LedgerValueTag) and the content; bytes are written as hex digits, so
 * that the text stays readable. The same form is read back from a stored text. */
typedef struct _LedgerVouchedLines LedgerVouchedLines;

/* As the issue is now. */
LedgerVouchedLines *ledger_vouched_lines_collect (LedgerDocument *document, const char *issue_id);
/* From the part of a stored text that begins at OFFSET; unknown lines are left out. */
LedgerVouchedLines *ledger_vouched_lines_read (const char *body, gsize offset);
void ledger_vouched_lines_free (LedgerVouchedLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerVouchedLines, ledger_vouched_lines_free)

/* Writes all lines, in the order that is signed. */
void ledger_vouched_lines_put (LedgerVouchedLines *lines, LedgerEncoder *encoder);
/* Adds a head line for each compared field that has operations. */
gboolean
ledger_vouched_lines_add_heads (LedgerVouchedLines *lines, LedgerStore *store, GError **error);

guint ledger_vouched_lines_get_n (LedgerVouchedLines *lines);
/* A line by its place: *MARK '=' or '~'; name without the mark. */
const char *ledger_vouched_lines_get_name (LedgerVouchedLines *lines, guint index, char *mark);
/* The tagged value of a line, or NULL where there is none of that name (with its mark). */
const char *ledger_vouched_lines_lookup (LedgerVouchedLines *lines, const char *marked_name);
/* Whether a line of that name and value is there; head lines may stand several times. */
gboolean
ledger_vouched_lines_has (LedgerVouchedLines *lines, const char *marked_name, const char *value);

/* Splits "measure.<id>.due"; *FIELD is NULL for the record's own line. FALSE where it is none. */
gboolean ledger_vouched_name_split (const char *name, char **type, char **id, char **field);

/* The fields that this builder vouches for, for the test that holds them against the column
 * tables: NULL-terminated, for a type name; NULL for other types. */
const char *const *ledger_vouched_fields_of (const char *type);

G_END_DECLS
