/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.2

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  PROP_FIT,
  PROP_ROTATION,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LedgerPageView, ledger_page_view, LEDGER_TYPE_SCROLL_AREA)

/* --- where one is --- */

static void
tell_accessible (LedgerPageView *self)
{
  g_autofree char *label = NULL;
  LedgerProofFile *file;

  if (self->current_file >= self->files->len)
    return;
  file = self->files->pdata[self->current_file];
  g_autofree char *name = ledger_proof_file_dup_label (file);
  if (ledger_proof_file_get_error (file) != NULL)
    label = g_strdup_printf ("%s %s", name, ledger_proof_file_get_error (file));
  else
    label = g_strdup_printf (
        _ ("%s page %u of %u"), name, self->current_page, ledger_proof_file_get_n_pages (file));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ledger_page_view_update_current (LedgerPageView *self)
{
  const guint n = ledger_page_layout_get_n (self->layout);
  const double y = ledger_scroll_area_get_top (LEDGER_SCROLL_AREA (self))
                   + gtk_widget_get_height (GTK_WIDGET (self)) / 3.;
  const guint index = ledger_page_layout_find (self->layout, y);
  const LedgerPageBlock *block =
      n > 0 ? ledger_page_layout_get (self->layout, MIN (index, n - 1)) : NULL;
  const guint file = block != NULL ? block->file : 0;
  const guint page = block != NULL ? block->page + 1 : 0;

  if (file == self->current_file && page == self->current_page)
    return;
  self->current_file = file;
  self->current_page = page;
  tell_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}

/* --- files --- */

static void
on_file_changed (LedgerPageView *self)
{
  ledger_page_view_relayout (self);
  tell_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}

static void
on_page_changed (LedgerPageView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_file (LedgerPageView *self, LedgerProofFile *file)
{
  g_signal_handlers_disconnect_by_data (file, self);
  ledger_proof_file_close (file);
}

static LedgerProofFile *
take_file (LedgerPageView *self, GPtrArray *old, const char *id)
{
  LedgerProofFile *file;

  for (guint i = 0; i < old->len; i++)
    if (g_strcmp0 (ledger_proof_file_get_evidence (old->pdata[i]), id) == 0)
      return g_ptr_array_steal_index (old, i);
  file = ledger_proof_file_new (self->document, self->reader, id);
  g_signal_connect_swapped (file, "changed", G_CALLBACK (on_file_changed), self);
  g_signal_connect_swapped (file, "page-changed", G_CALLBACK (on_page_changed), self);
  return file;
}

static gboolean
is_same (LedgerPageView *self, const char *const *ids, gboolean dividers)
{
  const guint n = ids != NULL ? g_strv_length ((char **)ids) : 0;

  if (n != self->files->len || dividers != self->dividers)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ledger_page_view_get_evidence (self, i), ids[i]) != 0)
      return FALSE;
  return TRUE;
}

void
ledger_page_view_set_files (LedgerPageView *self,
                            const char *const *evidence_ids,
                            gboolean dividers)
{
  GPtrArray *files;
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (LEDGER_IS_PAGE_VIEW (self));
  if (is_same (self, evidence_ids, dividers))
    return;
  if (self->layout != NULL)
    ledger_page_view_relayout (self);
  self->anchor = (LedgerPageAnchor){ 0 };
  self->dividers = dividers;
  old = g_steal_pointer (&self->files);
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; evidence_ids != NULL && evidence_ids[i] != NULL; i++)
    g_ptr_array_add (files, take_file (self, old, evidence_ids[i]));
  for (guint i = 0; i < old->len; i++)
    drop_file (self, old->pdata[i]);
  self->files = files;
  ledger_page_view_drop_notices (self);
  ledger_scroll_area_set_top (LEDGER_SCROLL_AREA (self), 0);
  self->current_file = self->current_page = G_MAXUINT;
  ledger_page_view_relayout (self);
}

guint
ledger_page_view_get_n_files (LedgerPageView *self)
{
  return self->files->len;
}

const char *
ledger_page_view_get_evidence (LedgerPageView *self, guint file)
{
  return file < self->files->len ? ledger_proof_file_get_evidence (self->files->pdata[file]) : NULL;
}

const char *
ledger_page_view_get_current (LedgerPageView *self, guint *file, guint *page, guint *n_pages)
{
  LedgerProofFile *at;

  *file = *page = *n_pages = 0;
  if (self->current_file >= self->files->len)
    return NULL;
  at = self->files->pdata[self->current_file];
  *file = self->current_file;
  if (ledger_proof_file_get_state (at) != LEDGER_PROOF_FAILED)
    {
      *n_pages = ledger_proof_file_get_n_pages (at);
      *page = CLAMP (self->current_page, 1, *n_pages);
    }
  return ledger_proof_file_get_evidence (at);
}

void
ledger_page_view_go_to (LedgerPageView *self, guint file, guint page)
{
  const gboolean divider = self->dividers && page <= 1;

  if (file >= self->files->len)
    return;
  self->anchor = (LedgerPageAnchor){
    .set = TRUE,
    .kind = divider ? LEDGER_PAGE_BLOCK_DIVIDER : LEDGER_PAGE_BLOCK_PAGE,
    .file = file,
    .page = MAX (page, 1) - 1,
    .fraction = -1,
  };
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- fit, zoom, rotation --- */

void
ledger_page_view_set_fit (LedgerPageView *self, LedgerPageFit fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  ledger_page_view_relayout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
}

LedgerPageFit
ledger_page_view_get_fit (LedgerPageView *self)
{
  return self->fit;
}

void
ledger_page_view_zoom (LedgerPageView *self, int step)
{
  if (step == 0)
    {
      ledger_page_view_set_fit (self, LEDGER_PAGE_FIT_WIDTH);
      return;
    }
  if (self->layout != NULL && self->fit != LEDGER_PAGE_FIT_NONE)
    self->scale = ledger_page_layout_get_scale (self->layout);
  self->scale = CLAMP (self->scale * (step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP),
                       LEDGER_PAGE_MIN_SCALE,
                       LEDGER_PAGE_MAX_SCALE);
  self->fit = LEDGER_PAGE_FIT_NONE;
  ledger_page_view_relayout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
}

void
ledger_page_view_rotate (LedgerPageView *self)
{
  self->rotation = (self->rotation + 90) % 360;
  ledger_page_view_relayout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROTATION]);
}

/* --- widget --- */

static void
ledger_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (widget);

  self->allocating = TRUE;
  if (self->layout != NULL && (self->layout_width != width || self->layout_height != height))
    ledger_page_view_relayout (self);
  if (self->layout == NULL)
    ledger_page_view_make_layout (self);
  ledger_page_view_configure (self);
  ledger_page_view_place_notices (self);
  self->allocating = FALSE;
  ledger_page_view_queue_wishes (self);
  gtk_widget_queue_draw (widget);
}

/* Files come near or go: not while places are given out, for then it follows anyway. */
static void
ledger_page_view_moved (LedgerScrollArea *area)
{
  if (!LEDGER_PAGE_VIEW (area)->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (area));
}

static void
ledger_page_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 120;
  *natural = 480;
}

static void
ledger_page_view_constructed (GObject *object)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (object);

  G_OBJECT_CLASS (ledger_page_view_parent_class)->constructed (object);
  self->reader = ledger_evidence_reader_new (self->document);
  self->actions = ledger_evidence_actions_new (GTK_WIDGET (self), self->document, self->session);
}

static void
ledger_page_view_dispose (GObject *object)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (object);

  g_clear_handle_id (&self->wish_source, g_source_remove);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    drop_file (self, self->files->pdata[i]);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  if (self->notices != NULL)
    ledger_page_view_drop_notices (self);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->layout, ledger_page_layout_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->reader);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ledger_page_view_parent_class)->dispose (object);
}

static void
ledger_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FIT:
      g_value_set_uint (value, self->fit);
      break;
    case PROP_ROTATION:
      g_value_set_uint (value, self->rotation);
      break;
    case PROP_CURRENT:
      g_value_set_uint (value, self->current_page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ledger_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LedgerPageView *self = LEDGER_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, LEDGER_TYPE_DOCUMENT, once);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LEDGER_TYPE_SESSION, once);
  props[PROP_FIT] = g_param_spec_uint ("fit", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ROTATION] = g_param_spec_uint ("rotation", NULL, NULL, 0, 270, 0, readable);
  props[PROP_CURRENT] = g_param_spec_uint ("current", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (klass, N_PROPS, props);
}

static void
ledger_page_view_class_init (LedgerPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ledger_page_view_constructed;
  object_class->dispose = ledger_page_view_dispose;
  object_class->get_property = ledger_page_view_get_property;
  object_class->set_property = ledger_page_view_set_property;
  install_properties (object_class);
  LEDGER_SCROLL_AREA_CLASS (klass)->moved = ledger_page_view_moved;
  widget_class->size_allocate = ledger_page_view_size_allocate;
  widget_class->measure = ledger_page_view_measure;
  widget_class->snapshot = ledger_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ledger_page_view_add_keys (widget_class);
}

static void
ledger_page_view_init (LedgerPageView *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->notices = g_ptr_array_new ();
  self->fit = LEDGER_PAGE_FIT_WIDTH;
  self->scale = 1;
  self->current_file = self->current_page = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  ledger_page_view_add_controllers (self);
}

GtkWidget *
ledger_page_view_new (LedgerDocument *document, LedgerSession *session)
{
  return g_object_new (LEDGER_TYPE_PAGE_VIEW, "document", document, "session", session, NULL);
}
