/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-issue-spring.h"

/* Long enough to pass over rows without bringing up each of them. */
#define MOMENT 600

typedef struct
{
  LedgerIssueTable *table; /* owns this */
  LedgerSession *session;
  char *issue_id; /* under the pointer */
  guint source;
} Spring;

static void
let_go (Spring *spring)
{
  g_clear_handle_id (&spring->source, g_source_remove);
  g_clear_pointer (&spring->issue_id, g_free);
}

static void
spring_free (gpointer data)
{
  Spring *spring = data;

  let_go (spring);
  g_object_unref (spring->session);
  g_free (spring);
}

static gboolean
on_moment (gpointer data)
{
  Spring *spring = data;
  const char *ids[] = { spring->issue_id, NULL };

  spring->source = 0;
  ledger_session_select (spring->session, ids);
  return G_SOURCE_REMOVE;
}

static void
on_motion (GtkDropControllerMotion *controller, double x, double y, Spring *spring)
{
  const char *id = ledger_issue_table_pick (spring->table, x, y);

  if (g_strcmp0 (id, spring->issue_id) == 0)
    return;
  let_go (spring);
  if (id == NULL)
    return;
  spring->issue_id = g_strdup (id);
  spring->source = g_timeout_add (MOMENT, on_moment, spring);
}

static void
on_leave (GtkDropControllerMotion *controller, Spring *spring)
{
  let_go (spring);
}

void
ledger_issue_spring_attach (LedgerIssueTable *table, LedgerSession *session)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  Spring *spring = g_new0 (Spring, 1);

  spring->table = table;
  spring->session = g_object_ref (session);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), spring);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), spring);
  gtk_widget_add_controller (GTK_WIDGET (table), motion);
  g_object_set_data_full (G_OBJECT (table), "ledger-issue-spring", spring, spring_free);
}
