/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-page-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ledger-proof-notice.h"

#define DIVIDER_HEIGHT 36.0
#define NOTICE_HEIGHT 150.0
#define ZOOM_STEP 1.2
/* Whoever scrolls past files does not open each of them. */
#define SYNC_DELAY 40

enum
{
  PROP_DOCUMENT = 1,
  PROP_SESSION,
  PROP_FIT,
  PROP_ROTATION,
  PROP_CURRENT,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_OWN_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (LedgerPageView,
                               ledger_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- layout --- */

static void
add_file (LedgerPageView *self, LedgerProofFile *file)
{
  const guint n = ledger_proof_file_get_n_pages (file);

  ledger_page_layout_begin_file (self->layout);
  if (ledger_proof_file_get_state (file) == LEDGER_PROOF_FAILED)
    {
      ledger_page_layout_add_notice (self->layout);
      return;
    }
  for (guint page = 0; page < n; page++)
    {
      double width, height;

      ledger_proof_file_get_page_size (file, page, &width, &height);
      ledger_page_layout_add_page (self->layout, width, height);
    }
}

static void
make_layout (LedgerPageView *self)
{
  const LedgerPageFrame frame = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .fit = self->fit,
    .scale = self->scale,
    .rotation = self->rotation,
    .divider = self->dividers ? DIVIDER_HEIGHT : 0,
    .notice = NOTICE_HEIGHT,
  };

  self->layout = ledger_page_layout_new (&frame);
  self->layout_width = frame.width;
  self->layout_height = frame.height;
  for (guint i = 0; i < self->files->len; i++)
    add_file (self, self->files->pdata[i]);
}

/* --- what stands in the place of pages --- */

static void
on_retry (LedgerProofNotice *notice, LedgerPageView *self)
{
  LedgerProofFile *file = self->files->pdata[ledger_proof_notice_get_file (notice)];

  if (ledger_proof_notice_get_page (notice) < 0)
    ledger_proof_file_retry (file);
  else
    ledger_proof_file_retry_page (file, (guint)ledger_proof_notice_get_page (notice));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_export (LedgerProofNotice *notice, LedgerPageView *self)
{
  const char *ids[] = { ledger_page_view_get_evidence (self, ledger_proof_notice_get_file (notice)),
                        NULL };

  ledger_evidence_actions_set_evidence (self->actions, ids);
  g_action_group_activate_action (
      ledger_evidence_actions_get_group (self->actions), "export", NULL);
}

static LedgerProofNotice *
ensure_notice (LedgerPageView *self, guint file, int page)
{
  GtkWidget *notice;

  for (guint i = 0; i < self->notices->len; i++)
    if (ledger_proof_notice_get_file (self->notices->pdata[i]) == file
        && ledger_proof_notice_get_page (self->notices->pdata[i]) == page)
      return self->notices->pdata[i];
  notice = ledger_proof_notice_new (file, page);
  g_signal_connect (notice, "retry", G_CALLBACK (on_retry), self);
  g_signal_connect (notice, "export", G_CALLBACK (on_export), self);
  gtk_widget_insert_before (notice, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->notices, notice);
  return LEDGER_PROOF_NOTICE (notice);
}

/* The sentence that stands in BLOCK's place, or NULL. */
static const char *
get_sentence (LedgerPageView *self, const LedgerPageBlock *block)
{
  LedgerProofFile *file = self->files->pdata[block->file];

  if (block->kind == LEDGER_PAGE_BLOCK_NOTICE)
    return ledger_proof_file_get_error (file);
  if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
    return ledger_proof_file_get_page_error (file, block->page);
  return NULL;
}

static const LedgerPageBlock *
find_notice_block (LedgerPageView *self, LedgerProofNotice *notice)
{
  const int page = ledger_proof_notice_get_page (notice);
  const guint file = ledger_proof_notice_get_file (notice);
  const LedgerPageBlock *block =
      ledger_page_layout_find_page (self->layout, file, (guint)MAX (page, 0));

  if (block == NULL || get_sentence (self, block) == NULL
      || (block->kind == LEDGER_PAGE_BLOCK_PAGE) != (page >= 0))
    return NULL;
  return block;
}

static void
place_notice (LedgerPageView *self, GtkWidget *notice, const LedgerPageBlock *block)
{
  GtkAllocation area = { (int)(block->x - floor (ledger_page_view_get_left (self))),
                         (int)(floor (block->y) - floor (ledger_page_view_get_top (self))),
                         (int)block->width,
                         (int)block->height };
  int minimum;

  gtk_widget_measure (notice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, minimum);
  gtk_widget_measure (notice, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL, NULL);
  area.height = MAX (area.height, minimum);
  gtk_widget_size_allocate (notice, &area, -1);
}

/* While places are given out: only those that are there already. */
static void
place_notices (LedgerPageView *self)
{
  for (guint i = 0; i < self->notices->len; i++)
    {
      const LedgerPageBlock *block = find_notice_block (self, self->notices->pdata[i]);

      gtk_widget_set_child_visible (self->notices->pdata[i], block != NULL);
      if (block != NULL)
        place_notice (self, self->notices->pdata[i], block);
    }
}

static LedgerProofNotice *
need_notice (LedgerPageView *self, const LedgerPageBlock *block, const char *sentence)
{
  const gboolean of_page = block->kind == LEDGER_PAGE_BLOCK_PAGE;
  LedgerProofNotice *notice = ensure_notice (self, block->file, of_page ? (int)block->page : -1);

  /* Paper is white in dark mode too: there the text must be dark. */
  if (of_page)
    gtk_widget_add_css_class (GTK_WIDGET (notice), "on-paper");
  ledger_proof_notice_set_text (notice, sentence);
  ledger_proof_notice_set_retry (
      notice, of_page || ledger_proof_file_can_retry (self->files->pdata[block->file]));
  return notice;
}

/* Those in sight and near are made, others taken away: never while places are given out. */
static void
update_notices (LedgerPageView *self)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double top = ledger_page_view_get_top (self);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = ledger_page_layout_find (self->layout, top - height / 2);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);
      const char *sentence = get_sentence (self, block);

      if (block->y >= top + height * 1.5)
        break;
      if (sentence != NULL)
        g_hash_table_add (kept, need_notice (self, block, sentence));
    }
  for (guint i = self->notices->len; i-- > 0;)
    if (!g_hash_table_contains (kept, self->notices->pdata[i]))
      gtk_widget_unparent (g_ptr_array_remove_index (self->notices, i));
}

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

static void
update_current (LedgerPageView *self)
{
  const guint n = ledger_page_layout_get_n (self->layout);
  const double y = ledger_page_view_get_top (self) + gtk_widget_get_height (GTK_WIDGET (self)) / 3.;
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

/* --- which files are open, which pages are wished for --- */

static void
wish_blocks (LedgerPageView *self, double from, double until, gboolean *near)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = ledger_page_layout_find (self->layout, from);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);

      if (block->y >= until)
        break;
      near[block->file] = TRUE;
      if (block->kind == LEDGER_PAGE_BLOCK_PAGE)
        ledger_proof_file_wish (self->files->pdata[block->file],
                                block->page,
                                (guint)lround (block->width * scale),
                                self->rotation);
    }
}

static void
open_and_close (LedgerPageView *self, const gboolean *near)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autoptr (LedgerProofFile) file = g_object_ref (self->files->pdata[i]);

      if (!near[i])
        ledger_proof_file_close (file);
      else
        ledger_proof_file_open (file);
      ledger_proof_file_end_wishes (file);
    }
}

/* Also tells where one is: not while places are given out, for who hears it changes other widgets.
 * In sight first, then half a screen on, then half a screen back. */
static gboolean
make_wishes (gpointer data)
{
  LedgerPageView *self = data;
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double top = ledger_page_view_get_top (self);
  g_autofree gboolean *near = g_new0 (gboolean, MAX (self->files->len, 1));

  self->sync_source = 0;
  if (self->layout == NULL)
    return G_SOURCE_REMOVE;
  update_current (self);
  update_notices (self);
  for (guint i = 0; i < self->files->len; i++)
    ledger_proof_file_begin_wishes (self->files->pdata[i]);
  wish_blocks (self, top, top + height, near);
  wish_blocks (self, top + height, top + height * 1.5, near);
  wish_blocks (self, top - height * 0.5, top, near);
  open_and_close (self, near);
  return G_SOURCE_REMOVE;
}

static void
queue_sync (LedgerPageView *self)
{
  if (self->sync_source == 0)
    self->sync_source = g_timeout_add (SYNC_DELAY, make_wishes, self);
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
  for (guint i = self->notices->len; i-- > 0;)
    gtk_widget_unparent (g_ptr_array_remove_index (self->notices, i));
  ledger_page_view_set_top (self, 0);
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

char *
ledger_page_view_dup_heading (LedgerPageView *self, guint file)
{
  LedgerProofFile *at = self->files->pdata[file];
  const guint n = ledger_proof_file_get_n_pages (at);
  g_autofree char *label = ledger_proof_file_dup_label (at);
  g_autofree char *pages = NULL;

  if (ledger_proof_file_get_state (at) == LEDGER_PROOF_FAILED)
    return g_steal_pointer (&label);
  pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n), n);
  return g_strdup_printf ("%s  %s", label, pages);
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

gboolean
ledger_page_view_is_settled (LedgerPageView *self)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const double top = ledger_page_view_get_top (self);
  const double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL || self->sync_source != 0)
    return FALSE;
  for (guint i = ledger_page_layout_find (self->layout, top);
       i < ledger_page_layout_get_n (self->layout);
       i++)
    {
      const LedgerPageBlock *block = ledger_page_layout_get (self->layout, i);
      const int width = (int)lround (block->width * scale);
      GdkTexture *picture;

      if (block->y >= bottom)
        break;
      if (block->kind != LEDGER_PAGE_BLOCK_PAGE || get_sentence (self, block) != NULL)
        continue;
      picture = ledger_proof_file_get_picture (
          self->files->pdata[block->file], block->page, (guint)width, self->rotation);
      if (picture == NULL || gdk_texture_get_width (picture) != width)
        return FALSE;
    }
  return TRUE;
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
    make_layout (self);
  ledger_page_view_configure (self);
  place_notices (self);
  self->allocating = FALSE;
  queue_sync (self);
  gtk_widget_queue_draw (widget);
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

  g_clear_handle_id (&self->sync_source, g_source_remove);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    drop_file (self, self->files->pdata[i]);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  for (guint i = 0; self->notices != NULL && i < self->notices->len; i++)
    gtk_widget_unparent (self->notices->pdata[i]);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->layout, ledger_page_layout_free);
  ledger_page_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  ledger_page_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
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
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
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
    case PROP_HADJUSTMENT:
      ledger_page_view_set_adjustment (
          self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      ledger_page_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
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
  g_object_class_install_properties (klass, N_OWN_PROPS, props);
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
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
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ledger_page_view_add_controllers (self);
}

GtkWidget *
ledger_page_view_new (LedgerDocument *document, LedgerSession *session)
{
  return g_object_new (LEDGER_TYPE_PAGE_VIEW, "document", document, "session", session, NULL);
}
