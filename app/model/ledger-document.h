/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger-calendar.h"
#include "ledger-issue-facts.h"
#include "ledger-progress.h"
#include "ledger-store.h"
#include "ledger-table.h"
#include "ledger-task-queue.h"
#include "ledger-writer.h"

G_BEGIN_DECLS

/* The open ledger: its tables as list models, what is computed about issues, and the way down for
 * edits. In the window it reads on the main thread through a read-only store and writes on the
 * thread `ledger-writer`; on the command line and in tests everything happens at once in the
 * calling thread (DESIGN 5).
 *
 * Properties (notify): "path", "read-only", "holder" (who has the lock, or NULL), "damage",
 * "undo-title", "redo-title" (NULL: nothing to undo), "undo-reason" (why the undo is refused),
 * "busy" (a commit takes over 100 ms), "saved-at" (gint64, UTC ms, 0: never). Signals: "refreshed"
 * after tables and facts are up to date again, whatever caused it; "issue-changed" (const char *id)
 * before it, for each issue whose facts differ; "issues-going" (guint) some turns of the main loop
 * before a large refresh that leaves so many fewer, for whoever shows thousands to prepare. */
#define LEDGER_TYPE_DOCUMENT (ledger_document_get_type ())
G_DECLARE_FINAL_TYPE (LedgerDocument, ledger_document, LEDGER, DOCUMENT, GObject)

typedef enum
{
  LEDGER_DOCUMENT_WINDOW, /* reader here, writer on its thread */
  LEDGER_DOCUMENT_SCRIPT, /* one writing store in this thread; DAMAGED before anything is written
                           * where pages or the log's hashes are broken */
  LEDGER_DOCUMENT_READ,   /* one read-only store in this thread, no lock */
} LedgerDocumentMode;

/* WINDOW falls back to reading where somebody else holds the lock or the folder cannot be written
 * ("read-only", "holder"). On a share or a stick it fails with UNSUPPORTED: the caller offers a
 * local copy, or READ. */
LedgerDocument *ledger_document_open (const char *path, LedgerDocumentMode mode, GError **error);
/* The same in two halves, for whoever may not wait. `prepare` opens and reads in the calling
 * thread, which may be any one; nobody else knows the document then, and that thread may also read
 * in it and call `load_rest`. Handed over (through a task, a join), it is settled once, on the
 * thread that has it from then on: there its clock, its filling and its answers run. Given up
 * instead, it is just unreferenced, on either thread. Languages and environment must have been set
 * up before. Until it is settled CANCELLABLE (or NULL) ends all its reading. */
LedgerDocument *ledger_document_prepare (const char *path,
                                         LedgerDocumentMode mode,
                                         GCancellable *cancellable,
                                         GError **error);
/* Reads the tables that would otherwise come bit by bit when there is nothing to do. */
void ledger_document_load_rest (LedgerDocument *self);
void ledger_document_settle (LedgerDocument *self);
/* A new ledger with its inspection record; UNIT may be NULL (asked later). */
LedgerDocument *ledger_document_create (
    const char *path, LedgerDocumentMode mode, const char *unit, const char *actor, GError **error);
/* The same in SCRIPT mode, and until it is closed all edits claim the times that CLOCK tells. */
LedgerDocument *ledger_document_create_with_clock (const char *path,
                                                   const char *unit,
                                                   const char *actor,
                                                   LedgerClock clock,
                                                   gpointer data,
                                                   GError **error);
/* Waits for the writer, closes. Done by dispose too. */
void ledger_document_close (LedgerDocument *self);

const char *ledger_document_get_path (LedgerDocument *self);
gboolean ledger_document_is_read_only (LedgerDocument *self);
LedgerCalendar *ledger_document_get_calendar (LedgerDocument *self);
/* Another notice was kept: lights, and all that counts working days, anew; "refreshed" follows. */
void ledger_document_reload_calendar (LedgerDocument *self);
/* Today, or the day of $ZHENGGAI_TODAY (ISO) in tests; refreshed at midnight by whoever holds a
 * main loop. */
LedgerDay ledger_document_get_today (LedgerDocument *self);
/* The store this thread reads through (in SCRIPT mode also the writing one). Short reads only (LOG
 * 12). */
LedgerStore *ledger_document_get_store (LedgerDocument *self);
/* The log position of the last refresh: what a form remembers when it is loaded. */
gint64 ledger_document_get_position (LedgerDocument *self);

/* --- tables; transfer none. Measures, evidence, sign-offs and what hangs on them load at first use
 * --- */
LedgerTable *ledger_document_get_table (LedgerDocument *self, const char *type_name);
LedgerRecord *ledger_document_lookup (LedgerDocument *self, const char *type_name, const char *id);
LedgerRecord *ledger_document_get_inspection (
    LedgerDocument *self); /* LedgerInspection, or NULL in an empty file */
/* The children of RECORD in a table (measures of an issue, links of a measure …), sorted. */
const GPtrArray *
ledger_document_get_children (LedgerDocument *self, const char *type_name, const char *parent_id);
/* Name of a person, department, phase or heading by id; "（已删除）" marks follow (LOG 10). NULL
 * for NULL. */
const char *ledger_document_get_name (LedgerDocument *self, const char *type_name, const char *id);
/* The living record of TYPE (person, department, phase) with that name, compared as trimmed text;
 * the first in the table's order where several bear it; NULL: nobody. */
LedgerRecord *
ledger_document_find_name (LedgerDocument *self, const char *type_name, const char *name);
/* The number as it is shown: of equal numbers after a merge the later ones as "1.2.3·重" (LOG 9).
 * NULL where the record has none. */
char *ledger_document_dup_number (LedgerDocument *self, LedgerRecord *record);
/* Whether another living record of the type bears the number of this one. */
gboolean
ledger_document_shares_number (LedgerDocument *self, const char *type_name, const char *id);
/* How titles and 操作记录 name a record: "1.2.3", "1.2.3措施2", "1.2.3-05", a name; never NULL.
 * Also for the deleted. */
char *ledger_document_dup_label (LedgerDocument *self, const char *type_name, const char *id);

/* Whether a field of that record (an issue, a person …) has several values since a merge (LOG 5):
 * ledger_conflict_find_in_record names them. */
gboolean ledger_document_is_conflicted (LedgerDocument *self, const char *record_id);

/* --- computed --- */
const LedgerIssueFacts *ledger_document_get_facts (LedgerDocument *self,
                                                   const char *issue_id); /* NULL: none such */
/* The facts (LedgerIssueFacts*) of all issues in the table's order. Owned by the document, valid
 * until the next refresh. */
const GPtrArray *ledger_document_list_facts (LedgerDocument *self);
/* LedgerHeading* in preorder; what cannot be reached comes last and is shown under 待归位. Owned by
 * the document, valid until the next refresh. */
const GPtrArray *ledger_document_get_headings (LedgerDocument *self);
/* 1 for the uppermost level … 4; 0: 待归位. */
guint ledger_document_get_heading_depth (LedgerDocument *self, const char *heading_id);
/* Place in the preorder from 1; 0 for NULL; after all others for an unknown heading. */
guint ledger_document_get_heading_order (LedgerDocument *self, const char *heading_id);
/* The place of a measure in its issue, counted from 1, as in 措施2; 0 where there is no such one.
 */
guint ledger_document_get_measure_place (LedgerDocument *self, const char *measure_id);
/* An issue by "1.2.3" or id; a measure by "1.2.3/2" or id; an evidence by "1.2.3-05" or id: the
 * record (transfer none). NOT_FOUND or AMBIGUOUS with a sentence. TYPE NULL: any of them. */
LedgerRecord *ledger_document_find (LedgerDocument *self,
                                    const char *type_name,
                                    const char *reference,
                                    GError **error);

/* --- writing --- */
/* Who is at the keyboard: actor of every edit from now on (person's name; NULL: the login's full
 * name). */
void ledger_document_set_actor (LedgerDocument *self, const char *person_id, const char *name);
const char *ledger_document_get_actor_id (LedgerDocument *self);
const char *ledger_document_get_actor_name (LedgerDocument *self);
/* The label of the user account, by which an undo finds its own edits (LOG 8). */
const char *ledger_document_get_desk (LedgerDocument *self);

/* SCRIPT and tests: commits in this thread and refreshes. *WRITTEN may be NULL. */
gboolean
ledger_document_commit (LedgerDocument *self, LedgerEdit *edit, gboolean *written, GError **error);
gboolean ledger_document_undo (LedgerDocument *self, char **title, GError **error);
gboolean ledger_document_redo (LedgerDocument *self, char **title, GError **error);
/* Looks for edits after the position last read, by whomever, and shows them. Cheap where there are
 * none. */
gboolean ledger_document_refresh (LedgerDocument *self, GError **error);
/* What 撤销 and 重做 would do; NULL: nothing. The reason is set where the undo is refused. */
const char *ledger_document_get_undo_title (LedgerDocument *self);
const char *ledger_document_get_undo_reason (LedgerDocument *self);
const char *ledger_document_get_redo_title (LedgerDocument *self);
/* Whether a commit is under way for more than 100 ms. */
gboolean ledger_document_is_busy (LedgerDocument *self);
/* When the ledger's newest edit was written, as it claims; UTC milliseconds, 0: not known. */
gint64 ledger_document_get_saved_at (LedgerDocument *self);
/* The name of who writes in the ledger meanwhile, where that is why it is read-only; else NULL. */
const char *ledger_document_get_holder (LedgerDocument *self);
/* The sentence about the first table that could not be read, or NULL: its list then stands empty
 * and nobody may take that for the truth. */
const char *ledger_document_get_damage (LedgerDocument *self);

/* Any mode: the edit goes to the writer; CALLBACK comes after the refresh that shows it. A window
 * reads what a large edit wrote on another thread and shows until then what it showed; nobody has
 * to know, but "refreshed" comes in a turn of the main loop of its own after the lists have moved.
 */
void ledger_document_commit_async (LedgerDocument *self,
                                   LedgerEdit *edit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean ledger_document_commit_finish (LedgerDocument *self,
                                        GAsyncResult *result,
                                        gboolean *written,
                                        GError **error);
void ledger_document_undo_async (LedgerDocument *self, GAsyncReadyCallback callback, gpointer data);
void ledger_document_redo_async (LedgerDocument *self, GAsyncReadyCallback callback, gpointer data);
/* The title of what was undone or redone; for both. */
char *ledger_document_undo_finish (LedgerDocument *self, GAsyncResult *result, GError **error);

/* Work that needs the writing store (staging evidence, backup, taking in): FUNC runs on the
 * writer's thread with it (in SCRIPT mode at once) and must be short: other edits wait. Waits for
 * the answer; from any thread but the writer's. Edits that FUNC took in are shown by a refresh that
 * follows by itself. LEDGER_ERROR_READ_ONLY where the document is read-only. */
gboolean ledger_document_call_writer (LedgerDocument *self,
                                      LedgerWriterFunc func,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);
/* The queue `ledger-jobs` for long work (import, attach, verify, export); NULL in SCRIPT mode. */
LedgerTaskQueue *ledger_document_get_jobs (LedgerDocument *self);

G_END_DECLS
