/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-claim-section.h"

#include <glib/gi18n-lib.h>

#include "ledger-claim-grid.h"
#include "ledger-gesture.h"
#include "ledger-picker-entry.h"
#include "ledger-support.h"

struct _LedgerClaimSection
{
  LedgerIssueSection parent_instance;

  GtkWidget *form; /* NULL until unfolded */
  GtkWidget *department;
  GtkWidget *roles[LEDGER_N_CLAIM_ROLES];
  GtkWidget *supporting;
  GtkWidget *more_toggle;
  GtkWidget *more_arrow;
  GtkWidget *more;
  GtkWidget *usual;
  GtkWidget *cancel;
  GtkWidget *save;
  char *shown[LEDGER_N_CLAIM_ROLES]; /* as proposed, to see what was typed since */
  gboolean dirty;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (LedgerClaimSection, ledger_claim_section, LEDGER_TYPE_ISSUE_SECTION)

static const struct
{
  const char *label;
  const char *field; /* the department's usual person, or NULL */
} roles[LEDGER_N_CLAIM_ROLES] = {
  [LEDGER_CLAIM_ROLE_LEAD_LEADER] = { N_ ("Lead leader"), "default_lead_leader" },
  [LEDGER_CLAIM_ROLE_HANDLER] = { N_ ("Handler"), "default_handler" },
  [LEDGER_CLAIM_ROLE_REVIEWER] = { N_ ("Reviewer"), "default_reviewer" },
  [LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = { N_ ("Responsible leader"), NULL },
};

/* --- head --- */

static char *
describe (const LedgerIssueFacts *facts)
{
  g_autoptr (GString) text = g_string_new (facts->department);

  if (facts->handler != NULL)
    g_string_append_printf (text, " %s", facts->handler);
  if (facts->reviewer != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("review %s"), facts->reviewer);
    }
  if (facts->lead_leader != NULL)
    g_string_append_printf (text, " · %s", facts->lead_leader);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_claimed (const LedgerIssueFacts *facts)
{
  return facts->workflow.state != LEDGER_STATE_UNCLAIMED;
}

static void
show_buttons (LedgerClaimSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (section);
  const gboolean claimed = facts != NULL && is_claimed (facts);
  const gboolean open = ledger_section_get_expanded (ledger_issue_section_get_frame (section));

  gtk_widget_set_visible (self->cancel, open && (self->dirty || !claimed));
  gtk_widget_set_visible (self->save, open && claimed && self->dirty);
}

static void
write_head (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  g_autofree char *caption = is_claimed (facts) ? describe (facts) : NULL;

  ledger_section_set_caption (ledger_issue_section_get_frame (section),
                              caption != NULL ? caption : _ ("not claimed yet"));
  show_buttons (LEDGER_CLAIM_SECTION (section));
}

/* --- form --- */

static LedgerPickerEntry *
get_picker (LedgerClaimSection *self, LedgerClaimRole role)
{
  return LEDGER_PICKER_ENTRY (self->roles[role]);
}

/* Typed names count before they are picked. */
static gboolean
is_touched (LedgerClaimSection *self, LedgerClaimRole role)
{
  const char *name = ledger_picker_entry_get_name (get_picker (self, role));

  return g_strcmp0 (name, self->shown[role] != NULL ? self->shown[role] : "") != 0;
}

static gboolean
is_anything_touched (LedgerClaimSection *self)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (is_touched (self, (LedgerClaimRole)i))
      return TRUE;
  return self->dirty;
}

static void
show_line (LedgerClaimSection *self, const LedgerClaimLine *line)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (!is_touched (self, (LedgerClaimRole)i))
      {
        g_free (self->shown[i]);
        self->shown[i] = g_strdup (line->roles[i].name);
        ledger_picker_entry_set_name (get_picker (self, (LedgerClaimRole)i), line->roles[i].name);
        ledger_picker_entry_set_source (get_picker (self, (LedgerClaimRole)i),
                                        ledger_claim_source_get_name (line->roles[i].source));
      }
}

static char *
join_supporting (LedgerIssueSection *section)
{
  LedgerDocument *document = ledger_issue_section_get_document (section);
  const GPtrArray *links =
      ledger_document_get_children (document, "support", ledger_issue_section_get_issue (section));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const char *id =
          ledger_record_get_text (g_ptr_array_index (links, i), LEDGER_SUPPORT_DEPARTMENT);
      const char *name = ledger_document_get_name (document, "department", id);

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
show_usual (LedgerClaimSection *self)
{
  const char *name = ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department));
  g_autofree char *label = g_strdup_printf (_ ("Propose these people for %s from now on"), name);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->usual), label);
  gtk_widget_set_visible (self->usual, *name != '\0');
}

static void
set_dirty (LedgerClaimSection *self, gboolean dirty)
{
  self->dirty = dirty;
  show_buttons (self);
}

static void
on_department (LedgerClaimSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  g_autoptr (LedgerClaimLine) line =
      ledger_claim_line_new (ledger_issue_section_get_document (section),
                             ledger_issue_section_get_issue (section),
                             ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)));

  if (line != NULL)
    show_line (self, line);
  show_usual (self);
  set_dirty (self, TRUE);
}

static void
on_person (LedgerClaimSection *self)
{
  set_dirty (self, TRUE);
}

static void
on_supporting (LedgerClaimSection *self)
{
  if (!self->writing)
    set_dirty (self, TRUE);
}

static void
on_more (LedgerClaimSection *self, GtkToggleButton *toggle)
{
  const gboolean open = gtk_toggle_button_get_active (toggle);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->more), open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->more_arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
attach (GtkWidget *grid, int row, const char *label, GtkWidget *child)
{
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (child, TRUE);
  gtk_grid_attach (GTK_GRID (grid), caption, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), child, 1, row, 1, 1);
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

static void
build_more (LedgerClaimSection *self)
{
  GtkWidget *grid = create_grid ();
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->supporting = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->supporting), _ ("Several parted by 、"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->supporting),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Supporting departments"),
                                  -1);
  g_signal_connect_swapped (self->supporting, "changed", G_CALLBACK (on_supporting), self);
  attach (grid, 0, _ ("Supporting departments"), self->supporting);
  attach (grid,
          1,
          _ (roles[LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER].label),
          self->roles[LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER]);
  ledger_picker_entry_set_placeholder (get_picker (self, LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER),
                                       _ ("Same as the lead leader"));
  self->more_toggle = toggle;
  self->more_arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_box_append (GTK_BOX (head), self->more_arrow);
  gtk_box_append (GTK_BOX (head), gtk_label_new (_ ("More")));
  gtk_button_set_child (GTK_BUTTON (toggle), head);
  self->more = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->more), grid);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_more), self);
  gtk_box_append (GTK_BOX (self->form), toggle);
  gtk_box_append (GTK_BOX (self->form), self->more);
}

static void
build_form (LedgerClaimSection *self)
{
  LedgerDocument *document = ledger_issue_section_get_document (LEDGER_ISSUE_SECTION (self));
  GtkWidget *grid = create_grid ();

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->form, "claim-form");
  self->department =
      ledger_picker_entry_new (document, LEDGER_PICKER_DEPARTMENT, _ ("Responsible department"));
  g_signal_connect_swapped (self->department, "picked", G_CALLBACK (on_department), self);
  attach (grid, 0, _ ("Responsible department"), self->department);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      self->roles[i] = ledger_picker_entry_new (document, LEDGER_PICKER_PERSON, _ (roles[i].label));
      g_signal_connect_swapped (self->roles[i], "picked", G_CALLBACK (on_person), self);
      if (i != LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)
        attach (grid, (int)i + 1, _ (roles[i].label), self->roles[i]);
    }
  gtk_box_append (GTK_BOX (self->form), grid);
  build_more (self);
  self->usual = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (self->form), self->usual);
  ledger_section_set_child (ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self)),
                            self->form);
}

static void
write_content (LedgerIssueSection *section, const LedgerIssueFacts *facts)
{
  LedgerClaimSection *self = LEDGER_CLAIM_SECTION (section);
  g_autoptr (LedgerClaimLine) line = NULL;
  g_autofree char *supporting = NULL;

  if (self->form == NULL)
    build_form (self);
  show_buttons (self);
  if (is_anything_touched (self))
    return;
  line = ledger_claim_line_new (
      ledger_issue_section_get_document (section), ledger_issue_section_get_issue (section), NULL);
  if (line == NULL)
    return;
  ledger_picker_entry_set_name (LEDGER_PICKER_ENTRY (self->department), line->department);
  ledger_picker_entry_set_source (LEDGER_PICKER_ENTRY (self->department),
                                  ledger_claim_source_get_name (line->department_source));
  show_line (self, line);
  show_usual (self);
  supporting = join_supporting (section);
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->supporting), supporting);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->usual), !is_claimed (facts));
  self->writing = FALSE;
}

static void
reset (LedgerIssueSection *section)
{
  LedgerClaimSection *self = LEDGER_CLAIM_SECTION (section);

  self->dirty = FALSE;
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    {
      g_clear_pointer (&self->shown[i], g_free);
      if (self->form != NULL)
        ledger_picker_entry_set_name (get_picker (self, (LedgerClaimRole)i), NULL);
    }
}

/* --- saving --- */

static GStrv
split_supporting (LedgerClaimSection *self)
{
  g_auto (GStrv) parts = g_regex_split_simple (
      "[、，,;；\\s]+", gtk_editable_get_text (GTK_EDITABLE (self->supporting)), 0, 0);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (names, parts[i]);
  return g_strv_builder_end (names);
}

/* The people become the department's usual ones. */
static void
add_usual (LedgerClaimSection *self, LedgerDocument *document, LedgerEdit *edit)
{
  g_autofree char *department = ledger_gesture_learn_department (
      document, edit, ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)));

  for (guint i = 0; department != NULL && i < LEDGER_N_CLAIM_ROLES; i++)
    {
      g_autofree char *person = ledger_gesture_learn_person (
          document, edit, ledger_picker_entry_get_name (get_picker (self, (LedgerClaimRole)i)));

      if (roles[i].field != NULL && person != NULL)
        ledger_edit_set_text (edit, "department", department, roles[i].field, person);
    }
}

static LedgerEdit *
make_edit (LedgerClaimSection *self, GError **error)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  LedgerDocument *document = ledger_issue_section_get_document (section);
  const char *const ids[] = { ledger_issue_section_get_issue (section), NULL };
  g_auto (GStrv) supporting = split_supporting (self);
  const LedgerClaimValues values = {
    .department = ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)),
    .lead_leader = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_LEAD_LEADER)),
    .handler = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_HANDLER)),
    .reviewer = ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_REVIEWER)),
    .responsible_leader =
        ledger_picker_entry_get_name (get_picker (self, LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)),
    .supporting = (const char *const *)supporting,
  };
  LedgerEdit *edit = ledger_gesture_claim (document, ids, &values, error);

  if (edit != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->usual)))
    add_usual (self, document, edit);
  return edit;
}

void
ledger_claim_section_save (LedgerClaimSection *self)
{
  LedgerIssueSection *section = LEDGER_ISSUE_SECTION (self);
  const LedgerIssueFacts *facts = ledger_issue_section_get_facts (section);
  g_autofree char *label = NULL;
  g_autofree char *toast = NULL;
  g_autoptr (GError) error = NULL;
  LedgerEdit *edit;

  if (facts == NULL || self->form == NULL)
    return;
  label = ledger_document_dup_label (ledger_issue_section_get_document (section),
                                     "issue",
                                     ledger_issue_section_get_issue (section));
  toast =
      g_strdup_printf (is_claimed (facts) ? _ ("Claim of %s changed") : _ ("Claimed %s"), label);
  edit = make_edit (self, &error);
  if (edit != NULL)
    {
      reset (section);
      ledger_issue_section_set_expanded (section, FALSE);
    }
  ledger_session_commit (
      ledger_issue_section_get_session (section), edit, &error, toast, NULL, NULL);
}

void
ledger_claim_section_cancel (LedgerClaimSection *self)
{
  reset (LEDGER_ISSUE_SECTION (self));
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), FALSE);
  show_buttons (self);
}

void
ledger_claim_section_start (LedgerClaimSection *self)
{
  ledger_issue_section_set_expanded (LEDGER_ISSUE_SECTION (self), TRUE);
  if (*ledger_picker_entry_get_name (LEDGER_PICKER_ENTRY (self->department)) == '\0')
    {
      gtk_widget_grab_focus (self->department);
      return;
    }
  for (guint i = 0; i < LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER; i++)
    if (*ledger_picker_entry_get_name (get_picker (self, (LedgerClaimRole)i)) == '\0')
      {
        gtk_widget_grab_focus (self->roles[i]);
        return;
      }
  gtk_widget_grab_focus (self->roles[LEDGER_CLAIM_ROLE_HANDLER]);
}

void
ledger_claim_section_locate (LedgerClaimSection *self, const char *field)
{
  static const char *const fields[LEDGER_N_CLAIM_ROLES] = {
    [LEDGER_CLAIM_ROLE_LEAD_LEADER] = "lead_leader",
    [LEDGER_CLAIM_ROLE_HANDLER] = "handler",
    [LEDGER_CLAIM_ROLE_REVIEWER] = "reviewer",
    [LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER] = "responsible_leader",
  };

  ledger_claim_section_start (self);
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    if (g_strcmp0 (field, fields[i]) == 0)
      {
        if (i == LEDGER_CLAIM_ROLE_RESPONSIBLE_LEADER)
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->more_toggle), TRUE);
        gtk_widget_grab_focus (self->roles[i]);
      }
  if (g_strcmp0 (field, "department") == 0)
    gtk_widget_grab_focus (self->department);
}

static void
ledger_claim_section_finalize (GObject *object)
{
  for (guint i = 0; i < LEDGER_N_CLAIM_ROLES; i++)
    g_free (LEDGER_CLAIM_SECTION (object)->shown[i]);
  G_OBJECT_CLASS (ledger_claim_section_parent_class)->finalize (object);
}

static void
ledger_claim_section_class_init (LedgerClaimSectionClass *klass)
{
  LedgerIssueSectionClass *section_class = LEDGER_ISSUE_SECTION_CLASS (klass);

  section_class->write_head = write_head;
  section_class->write_content = write_content;
  section_class->reset = reset;
  G_OBJECT_CLASS (klass)->finalize = ledger_claim_section_finalize;
}

static void
ledger_claim_section_init (LedgerClaimSection *self)
{
  LedgerSection *frame = ledger_issue_section_get_frame (LEDGER_ISSUE_SECTION (self));

  ledger_section_set_title (frame, _ ("Claim"));
  self->cancel = ledger_section_add_button (frame, _ ("Cancel"), "page.cancel-claim");
  self->save = ledger_section_add_button (frame, _ ("Change claim"), "page.save-claim");
  g_signal_connect_swapped (frame, "notify::expanded", G_CALLBACK (show_buttons), self);
}
