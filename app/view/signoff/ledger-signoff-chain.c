/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-signoff-chain.h"

#include <glib/gi18n-lib.h>

#include "ledger-approval-status.h"
#include "ledger-light-label.h"
#include "ledger-signoff.h"

struct _LedgerSignoffChain
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LedgerSignoffChain, ledger_signoff_chain, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
create_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const struct
{
  const char *symbol;
  LedgerTint tint;
} looks[] = {
  [LEDGER_APPROVAL_VALID] = { "✓", LEDGER_TINT_DONE },
  [LEDGER_APPROVAL_CHANGED] = { "◆", LEDGER_TINT_NEAR },
  [LEDGER_APPROVAL_ENDED] = { NULL, LEDGER_TINT_NONE },
  [LEDGER_APPROVAL_DAMAGED] = { "▲", LEDGER_TINT_LATE },
};

static GtkWidget *
create_status (LedgerApprovalStatus status)
{
  GtkWidget *chip = ledger_light_label_new ();

  ledger_light_label_set_chip (LEDGER_LIGHT_LABEL (chip),
                               looks[status].symbol,
                               ledger_approval_status_get_name (status),
                               looks[status].tint);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  return chip;
}

/* “整改时限：签时3月5日，现3月20日” */
static char *
describe_difference (const LedgerDifference *difference)
{
  if (difference->signed_value == NULL)
    return g_strdup_printf (_ ("%s: added since, now %s"),
                            difference->field,
                            difference->present_value ? difference->present_value : "—");
  if (difference->present_value == NULL)
    return g_strdup_printf (
        _ ("%s: signed as %s, now gone"), difference->field, difference->signed_value);
  return g_strdup_printf (_ ("%s: signed as %s, now %s"),
                          difference->field,
                          difference->signed_value,
                          difference->present_value);
}

/* Opinion and PC, as far as they are there. */
static char *
describe_rest (const LedgerSignoffText *text)
{
  const gboolean opinion = text->opinion != NULL && *text->opinion != '\0';
  const gboolean computer = text->computer != NULL && *text->computer != '\0';

  if (opinion && computer)
    return g_strdup_printf (_ ("“%s” made on %s"), text->opinion, text->computer);
  if (computer)
    return g_strdup_printf (_ ("Made on %s"), text->computer);
  return opinion ? g_strdup_printf (_ ("“%s”"), text->opinion) : NULL;
}

static void
append_signoff (GtkWidget *self, LedgerDocument *document, LedgerSignoff *signoff)
{
  const char *id = ledger_record_get_id (LEDGER_RECORD (signoff));
  const LedgerSignoffText *text = ledger_signoff_get_header (signoff);
  g_autoptr (GPtrArray) differences = NULL;
  const LedgerApprovalStatus status = ledger_approval_get_status (document, id, &differences);
  g_autofree char *words = ledger_approval_describe (document, id);
  g_autofree char *rest = text != NULL ? describe_rest (text) : NULL;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line =
      create_line (words != NULL ? words : _ ("A sign-off that cannot be read"), NULL);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), create_status (status));
  if (status == LEDGER_APPROVAL_ENDED)
    gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_set_parent (head, self);
  if (rest != NULL)
    gtk_widget_set_parent (create_line (rest, "caption"), self);
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      g_autofree char *changed = describe_difference (g_ptr_array_index (differences, i));

      gtk_widget_set_parent (create_line (changed, NULL), self);
    }
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const LedgerSignoffText *first = ledger_signoff_get_header (*(LedgerSignoff *const *)a);
  const LedgerSignoffText *second = ledger_signoff_get_header (*(LedgerSignoff *const *)b);
  const gint64 early = first != NULL ? first->time : 0;
  const gint64 late = second != NULL ? second->time : 0;

  return early < late ? -1 : early > late;
}

static void
ledger_signoff_chain_dispose (GObject *object)
{
  clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (ledger_signoff_chain_parent_class)->dispose (object);
}

static void
ledger_signoff_chain_class_init (LedgerSignoffChainClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ledger_signoff_chain_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ledger_signoff_chain_init (LedgerSignoffChain *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

GtkWidget *
ledger_signoff_chain_new (void)
{
  return g_object_new (LEDGER_TYPE_SIGNOFF_CHAIN, NULL);
}

void
ledger_signoff_chain_show (LedgerSignoffChain *self, LedgerDocument *document, const char *issue_id)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const GPtrArray *signoffs;

  clear (GTK_WIDGET (self));
  if (issue_id == NULL)
    return;
  signoffs = ledger_document_get_children (document, ledger_signoff_record_type.name, issue_id);
  for (guint i = 0; i < signoffs->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (signoffs, i));
  g_ptr_array_sort (sorted, compare_time);
  for (guint i = 0; i < sorted->len; i++)
    append_signoff (GTK_WIDGET (self), document, g_ptr_array_index (sorted, i));
}
