/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-entries.h"

#include <glib/gi18n-lib.h>

struct _LedgerClaimEntries
{
  GObject parent_instance;

  GtkWidget *label;
  GtkWidget *department;
  GtkWidget *roles[LEDGER_N_CLAIM_ROLES];
  char *proposed[LEDGER_N_CLAIM_ROLES];
  char *proposed_department;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LedgerClaimEntries, ledger_claim_entries, G_TYPE_OBJECT)

static void
ledger_claim_entries_finalize (GObject *object)
{
  LedgerClaimEntries *self = LEDGER_CLAIM_ENTRIES (object);

  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    g_free (self->proposed[i]);
  g_free (self->proposed_department);
  G_OBJECT_CLASS (ledger_claim_entries_parent_class)->finalize (object);
}

static void
ledger_claim_entries_class_init (LedgerClaimEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ledger_claim_entries_finalize;
  signals[PICKED] = g_signal_new (
      "picked", LEDGER_TYPE_CLAIM_ENTRIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_picked (LedgerClaimEntries *self)
{
  g_signal_emit (self, signals[PICKED], 0);
}

static void
ledger_claim_entries_init (LedgerClaimEntries *self)
{
}

static GtkWidget *
add_picker (LedgerDocument *document, LedgerPickerKind kind, const char *label, const char *name)
{
  GtkWidget *picker = ledger_picker_entry_new (document, kind, label);

  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (picker), name);
  return picker;
}

static const char *const labels[LEDGER_N_CLAIM_ROLES] = {
  [LEDGER_CLAIM_ROLE_LEAD_LEADER] = N_ ("Lead leader"),
  [LEDGER_CLAIM_ROLE_HANDLER] = N_ ("Handler"),
  [LEDGER_CLAIM_ROLE_REVIEWER] = N_ ("Reviewer"),
  [LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = N_ ("Responsible leader"),
};

/* Of equal units, so that no column moves with what is unfolded or written. A lead leader has the
 * source beside the name. */
static const struct
{
  int left;
  int width;
} columns[LEDGER_N_CLAIM_COLUMNS] = {
  [LEDGER_CLAIM_COLUMN_FIRST] = { 0, 3 },
  [LEDGER_CLAIM_COLUMN_SECOND] = { 3, 3 },
  [LEDGER_CLAIM_COLUMN_ROLES + LEDGER_CLAIM_ROLE_LEAD_LEADER] = { 6, 4 },
  [LEDGER_CLAIM_COLUMN_ROLES + LEDGER_CLAIM_ROLE_HANDLER] = { 10, 3 },
  [LEDGER_CLAIM_COLUMN_ROLES + LEDGER_CLAIM_ROLE_REVIEWER] = { 13, 3 },
  [LEDGER_CLAIM_COLUMN_ROLES + LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = { 16, 3 },
};

void
ledger_claim_entries_attach (GtkGrid *grid, GtkWidget *widget, guint column, int row)
{
  gtk_grid_attach (grid, widget, columns[column].left, row, columns[column].width, 1);
}

LedgerClaimEntries *
ledger_claim_entries_new (LedgerDocument *document,
                          GtkGrid *grid,
                          int row,
                          GtkWidget *label,
                          gboolean issue,
                          const char *department,
                          const LedgerClaimProposal *proposals,
                          const gboolean *mixed)
{
  LedgerClaimEntries *self = g_object_new (LEDGER_TYPE_CLAIM_ENTRIES, NULL);

  self->label = label;
  self->department =
      add_picker (document, LEDGER_PICKER_DEPARTMENT, _ ("Responsible department"), department);
  self->proposed_department = g_strdup (department != NULL ? department : "");
  ledger_claim_entries_attach (
      grid, label, issue ? LEDGER_CLAIM_COLUMN_FIRST : LEDGER_CLAIM_COLUMN_SECOND, row);
  ledger_claim_entries_attach (
      grid, self->department, issue ? LEDGER_CLAIM_COLUMN_SECOND : LEDGER_CLAIM_COLUMN_FIRST, row);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      LedgerPickerEntry *picker;

      self->roles[i] =
          add_picker (document, LEDGER_PICKER_PERSON, _ (labels[i]), proposals[i].name);
      self->proposed[i] = g_strdup (proposals[i].name != NULL ? proposals[i].name : "");
      picker = LEDGER_PICKER_ENTRY (self->roles[i]);
      ledger_picker_entry_set_source (picker, ledger_claim_source_get_name (proposals[i].source));
      if (mixed != NULL && mixed[i])
        ledger_picker_entry_set_placeholder (picker, _ ("various"));
      else if (i == LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)
        ledger_picker_entry_set_placeholder (picker, _ ("Same as the lead leader"));
      g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
      gtk_widget_set_hexpand (self->roles[i], TRUE);
      ledger_claim_entries_attach (grid, self->roles[i], LEDGER_CLAIM_COLUMN_ROLES + i, row);
    }
  return self;
}

static const char *
get_written (GtkWidget *picker, const char *proposed)
{
  const char *name = ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (picker));

  return g_strcmp0 (name, proposed) != 0 ? name : NULL;
}

const char *
ledger_claim_entries_get_department (LedgerClaimEntries *self)
{
  return get_written (self->department, self->proposed_department);
}

const char *
ledger_claim_entries_get_role (LedgerClaimEntries *self, LedgerClaimRole role)
{
  return get_written (self->roles[role], self->proposed[role]);
}

const char *
ledger_claim_entries_peek_role (LedgerClaimEntries *self, LedgerClaimRole role)
{
  return ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->roles[role]));
}

void
ledger_claim_entries_share_coming (LedgerClaimEntries *self, GtkStringList *people)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    ledger_picker_entry_share_coming (LEDGER_PICKER_ENTRY (self->roles[i]), people);
}

void
ledger_claim_entries_inherit (LedgerClaimEntries *self, LedgerClaimEntries *row)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      const char *name = ledger_claim_entries_peek_role (row, i);
      const char *none =
          i == LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER ? _ ("Same as the lead leader") : "";

      ledger_picker_entry_set_placeholder (LEDGER_PICKER_ENTRY (self->roles[i]),
                                           *name != '\0' ? name : none);
    }
}

gboolean
ledger_claim_entries_is_touched (LedgerClaimEntries *self)
{
  gboolean touched = ledger_claim_entries_get_department (self) != NULL;

  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    touched = touched || ledger_claim_entries_get_role (self, i) != NULL;
  return touched;
}

void
ledger_claim_entries_take_role (LedgerClaimEntries *self, LedgerClaimRole role, const char *name)
{
  ledger_picker_entry_take (LEDGER_PICKER_ENTRY (self->roles[role]), name);
}

gboolean
ledger_claim_entries_has_focus (LedgerClaimEntries *self, GtkWidget *focus, LedgerClaimRole *role)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, self->roles[i]))
      {
        *role = (LedgerClaimRole)i;
        return TRUE;
      }
  return FALSE;
}

void
ledger_claim_entries_set_visible (LedgerClaimEntries *self, gboolean visible)
{
  gtk_widget_set_visible (self->label, visible);
  gtk_widget_set_visible (self->department, visible);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    gtk_widget_set_visible (self->roles[i], visible);
}

void
ledger_claim_entries_set_hint (LedgerClaimEntries *self, const char *hint)
{
  ledger_picker_entry_set_placeholder (LEDGER_PICKER_ENTRY (self->department), hint);
}

void
ledger_claim_entries_focus_role (LedgerClaimEntries *self, LedgerClaimRole role)
{
  gtk_widget_grab_focus (self->roles[role]);
}

void
ledger_claim_entries_start (LedgerClaimEntries *self)
{
  ledger_claim_entries_focus_role (self, LEDGER_CLAIM_ROLE_HANDLER);
}
