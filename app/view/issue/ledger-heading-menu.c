/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-heading-menu.h"

#include <glib/gi18n-lib.h>

#include "ledger-gesture.h"
#include "ledger-heading-form.h"
#include "ledger-menu-entry.h"

struct _LedgerHeadingMenu
{
  GtkWidget *owner;
  LedgerSession *session;
  GtkWidget *popover;
  GSimpleActionGroup *actions;
  char *heading; /* NULL: all */
  GdkRectangle area;
};

static LedgerDocument *
get_document (LedgerHeadingMenu *self)
{
  return ledger_session_get_document (self->session);
}

static void
commit (LedgerHeadingMenu *self, LedgerEdit *edit, GError **error, const char *toast)
{
  ledger_session_commit (self->session, edit, error, toast, NULL, NULL);
}

static void
on_rename (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;

  ledger_heading_form_rename (self->owner, &self->area, self->session, self->heading);
}

static void
on_add_heading (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;

  ledger_heading_form_add_heading (self->owner, &self->area, self->session, self->heading);
}

static void
on_add_issue (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;

  ledger_heading_form_add_issue (self->owner, &self->area, self->session, self->heading);
}

static void
on_place_on_top (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;
  g_autoptr (GError) error = NULL;

  commit (self,
          ledger_gesture_set (get_document (self), "heading", self->heading, "parent", "", &error),
          &error,
          _ ("Heading moved to the uppermost level"));
}

static void
on_keep (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;
  g_autoptr (GError) error = NULL;

  commit (self,
          ledger_gesture_keep (get_document (self), "heading", self->heading, &error),
          &error,
          _ ("Heading kept"));
}

/* After a merge two headings may bear one number; the one chosen gets the next that is free. */
static void
on_renumber (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit =
      ledger_gesture_renumber (get_document (self), "heading", self->heading, &error);
  const char *toast = edit != NULL ? ledger_edit_get_title (edit) : NULL;

  commit (self, edit, &error, toast);
}

static void
on_delete (GSimpleAction *action, GVariant *target, gpointer data)
{
  LedgerHeadingMenu *self = data;
  const char *const ids[] = { self->heading, NULL };
  g_autoptr (GError) error = NULL;

  commit (self,
          ledger_gesture_delete (get_document (self), "heading", ids, &error),
          &error,
          _ ("Heading deleted"));
}

static const GActionEntry actions[] = {
  { "rename", on_rename },       { "add-heading", on_add_heading },
  { "add-issue", on_add_issue }, { "place-on-top", on_place_on_top },
  { "renumber", on_renumber },   { "keep", on_keep },
  { "delete", on_delete },       { "delete-anyway", on_delete },
};

static GMenuModel *
create_model (void)
{
  GMenu *menu = g_menu_new ();

  ledger_menu_entry_append_possible (menu, _ ("Rename…"), "heading.rename");
  g_menu_append (menu, _ ("Add heading below…"), "heading.add-heading");
  g_menu_append (menu, _ ("Add a problem…"), "heading.add-issue");
  ledger_menu_entry_append_possible (
      menu, _ ("Move to the uppermost level"), "heading.place-on-top");
  ledger_menu_entry_append_possible (menu, _ ("Give another number"), "heading.renumber");
  ledger_menu_entry_append_possible (menu, _ ("Keep"), "heading.keep");
  ledger_menu_entry_append_possible (menu, _ ("Delete all the same"), "heading.delete-anyway");
  ledger_menu_entry_append_possible (menu, _ ("Delete"), "heading.delete");
  return G_MENU_MODEL (menu);
}

LedgerHeadingMenu *
ledger_heading_menu_new (GtkWidget *owner, LedgerSession *session)
{
  LedgerHeadingMenu *self = g_new0 (LedgerHeadingMenu, 1);
  g_autoptr (GMenuModel) model = create_model ();

  self->owner = owner;
  self->session = g_object_ref (session);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (owner, "heading", G_ACTION_GROUP (self->actions));
  self->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, owner);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), owner);
  return self;
}

void
ledger_heading_menu_free (LedgerHeadingMenu *self)
{
  if (self == NULL)
    return;
  gtk_widget_insert_action_group (self->owner, "heading", NULL);
  gtk_widget_unparent (self->popover);
  g_object_unref (self->actions);
  g_object_unref (self->session);
  g_free (self->heading);
  g_free (self);
}

static void
enable (LedgerHeadingMenu *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_empty (LedgerHeadingMenu *self)
{
  return ledger_document_get_children (get_document (self), "issue", self->heading)->len == 0
         && ledger_document_get_children (get_document (self), "heading", self->heading)->len == 0;
}

static void
enable_for (LedgerHeadingMenu *self, LedgerRecord *heading)
{
  LedgerDocument *document = get_document (self);
  const gboolean writable = !ledger_document_is_read_only (document);
  const gboolean one = writable && heading != NULL;
  const gboolean contested = one && ledger_record_is_contested (heading);

  enable (self, "rename", one);
  enable (self, "add-heading", writable);
  enable (self, "add-issue", writable);
  enable (self,
          "place-on-top",
          one && ledger_document_get_heading_depth (document, self->heading) == 0);
  enable (
      self, "renumber", one && ledger_document_shares_number (document, "heading", self->heading));
  enable (self, "keep", contested);
  enable (self, "delete-anyway", contested);
  enable (self, "delete", one && !contested && is_empty (self));
}

void
ledger_heading_menu_open (LedgerHeadingMenu *self, const char *heading_id, const GdkRectangle *area)
{
  LedgerRecord *heading = ledger_document_lookup (get_document (self), "heading", heading_id);

  g_free (self->heading);
  self->heading = heading != NULL ? g_strdup (heading_id) : NULL;
  self->area = *area;
  enable_for (self, heading);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
