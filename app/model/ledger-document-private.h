/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger-document.h"
#include "ledger-facts-table.h"
#include "ledger-heading-tree.h"
#include "ledger-writer.h"

G_BEGIN_DECLS

/* What the files of the document share: properties (ledger-document.c), opening (-opening), tables
 * and what is looked up in them (-tables), the way up (-refresh, -reach, -renewal), the way down
 * (-writing). */
struct _LedgerDocument
{
  GObject parent_instance;

  char *path;
  LedgerDocumentMode mode;
  gboolean read_only;
  char *holder;
  char *damage;
  LedgerStore *store;    /* this thread's */
  LedgerWriter *writer;  /* NULL: read-only */
  LedgerTaskQueue *jobs; /* WINDOW only */
  GMainContext *context; /* where it was settled; NULL: not yet */

  LedgerCalendar *calendar;
  LedgerDay today;
  char *desk;
  char *actor_id;
  char *actor_name;

  GPtrArray *tables;    /* LedgerTable*, as the types of the reading; NULL: not loaded */
  LedgerTable *filling; /* being loaded in slices, or NULL */
  gint64 filling_last;
  guint filling_place;
  guint filling_source;
  LedgerHeadingTree *tree;
  LedgerFactsTable *facts;
  GPtrArray *facts_in_order; /* LedgerIssueFacts*, of `facts`; NULL: to be listed */
  GHashTable *deleted_names; /* "type id" to the name with （已删除） */
  gboolean shows_deleted;    /* some facts name what was deleted */
  GHashTable *names;         /* type to (trimmed name to record), made at first asking */

  gint64 position; /* of the last refresh; -1 before the first */
  guint reading;   /* depth of the read transaction */
  gboolean refreshing;
  LedgerTaskQueue *renewing; /* reads what a large edit wrote; NULL before the first */
  gboolean renewal;          /* under way */
  GCancellable *unwanted;    /* of what it reads: cancelled by closing */
  GPtrArray *to_announce; /* ids of issues; tables are published, "refreshed" comes yet; or NULL */
  GQueue waiting;         /* for what they wrote to be shown */
  gboolean refresh_again;
  GHashTable *conflicted; /* ids of records with a field of several values; NULL: not read */

  char *undo_title;
  char *undo_reason;
  char *redo_title;
  gint64 saved_at;
  gboolean busy;
  guint pending; /* commits under way */
  guint busy_source;
  guint checkpoint_source;
  guint poll_source;
};

enum
{
  LEDGER_DOCUMENT_PROP_PATH = 1,
  LEDGER_DOCUMENT_PROP_READ_ONLY,
  LEDGER_DOCUMENT_PROP_HOLDER,
  LEDGER_DOCUMENT_PROP_DAMAGE,
  LEDGER_DOCUMENT_PROP_UNDO_TITLE,
  LEDGER_DOCUMENT_PROP_UNDO_REASON,
  LEDGER_DOCUMENT_PROP_REDO_TITLE,
  LEDGER_DOCUMENT_PROP_BUSY,
  LEDGER_DOCUMENT_PROP_SAVED_AT,
  LEDGER_DOCUMENT_N_PROPS,
};

enum
{
  LEDGER_DOCUMENT_SIGNAL_REFRESHED,
  LEDGER_DOCUMENT_SIGNAL_ISSUE_CHANGED,
  LEDGER_DOCUMENT_SIGNAL_ISSUES_GOING,
};

void ledger_document_notify (LedgerDocument *self, guint property);
void ledger_document_emit_refreshed (LedgerDocument *self);
void ledger_document_emit_issue_changed (LedgerDocument *self, const char *id);
void ledger_document_emit_issues_going (LedgerDocument *self, guint n);

/* -tables */
/* The table if it is loaded. */
LedgerTable *ledger_document_peek_table (LedgerDocument *self, const char *type_name);
/* What was derived from tables that a refresh has touched. TYPE NULL: everything. */
void ledger_document_forget_derived (LedgerDocument *self, const char *type_name);
gboolean ledger_document_load_first (LedgerDocument *self, GError **error);
/* Loads the other tables in slices while nothing else is to be done. */
void ledger_document_start_filling (LedgerDocument *self);
void ledger_document_stop_filling (LedgerDocument *self);

/* -refresh; nested begins count. */
gboolean ledger_document_begin_read (LedgerDocument *self, GError **error);
void ledger_document_end_read (LedgerDocument *self);
void ledger_document_read_conflicts (LedgerDocument *self);
void ledger_document_read_undo (LedgerDocument *self);
gboolean ledger_document_check_today (LedgerDocument *self);

/* For ledger_store_foreach_touched: TOUCHED is a table of type names (of the reading) and sets of
 * ids. */
void ledger_document_take_touched (const char *type_name, const char *id, gpointer touched);

/* Adopted or read: the lists move (tables), then all is told (announce; takes ISSUES). */
void ledger_document_publish_tables (LedgerDocument *self);
void ledger_document_announce (LedgerDocument *self, GPtrArray *issues);

/* -reach */
/* Whether, with the records that edits after the position read last have made come or go, more than
 * LIMIT others come or go in the tables that are loaded. */
gboolean ledger_document_reaches_many (LedgerDocument *self, guint limit);

/* -renewal */
/* FUNC is called when all that has been written by now is shown, or could not be read (ERROR): at
 * once, or after a while where it is much, for then it is read on another thread, and the document
 * shows meanwhile what it showed. FUNC may be NULL. */
typedef void (*LedgerDocumentShown) (LedgerDocument *self, const GError *error, gpointer data);
void ledger_document_refresh_then (LedgerDocument *self, LedgerDocumentShown func, gpointer data);
/* What is published but not told is told now. */
void ledger_document_finish_renewal (LedgerDocument *self);
void ledger_document_stop_renewal (LedgerDocument *self);

/* -writing */
void ledger_document_stop_writing (LedgerDocument *self);

G_END_DECLS
