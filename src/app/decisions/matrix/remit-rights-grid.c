/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights: virtual in both directions, edited in place. */
#include "remit-rights-grid.h"

#include <glib/gi18n.h>

#include "remit-rights-grid-private.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-style.h"
#include "widgets/scrolling/remit-tick.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitRightsGrid, remit_rights_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ── Sizes ────────────────────────────────────────────────────────────────────────────────── */

static void
remit_rights_grid_measure (GtkWidget *widget G_GNUC_UNUSED,
                           GtkOrientation orientation,
                           int for_size G_GNUC_UNUSED,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
allocate (GtkWidget *child,
          int y,
          int width,
          int height)
{
  GtkAllocation box = { 0, y, width, height };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &box, -1);
}

static void
remit_rights_grid_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline G_GNUC_UNUSED)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);
  GHashTableIter iter;
  gpointer row;
  gpointer line;
  int scrolled;

  remit_rights_layout_set_width (&self->layout, width);
  remit_rights_grid_configure (self, width, height);
  remit_rights_grid_fill_later (self);

  scrolled = remit_scroller_get_y (&self->scroller);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line))
    {
      int row_height;
      int y = remit_rights_layout_get_row (&self->layout, GPOINTER_TO_UINT (row), &row_height);

      allocate (line, y - scrolled, width, row_height);
    }
  allocate (self->header, 0, width, self->layout.header);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Rows go under the header, and what is selected is not seen there. */
static void
remit_rights_grid_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);
  GHashTableIter iter;
  gpointer line;

  gtk_snapshot_push_clip (
    snapshot, &GRAPHENE_RECT_INIT (0, (float) self->layout.header,
                                   (float) gtk_widget_get_width (widget),
                                   (float) MAX (0, gtk_widget_get_height (widget)
                                                     - self->layout.header)));
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    gtk_widget_snapshot_child (widget, line, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->header, snapshot);
}

/* ── How large the text is ────────────────────────────────────────────────────────────────── */

static void
remit_rights_grid_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_rights_grid_parent_class)->realize (widget);

  remit_rights_grid_scale (REMIT_RIGHTS_GRID (widget));
}

static void
remit_rights_grid_css_changed (GtkWidget *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (remit_rights_grid_parent_class)->css_changed (widget, change);

  if (gtk_widget_get_realized (widget))
    remit_rights_grid_scale_later (REMIT_RIGHTS_GRID (widget));
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

static gboolean
remit_rights_grid_grab_focus (GtkWidget *widget)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);

  if (remit_rights_table_get_n_rows (self->table) == 0
      || remit_rights_table_get_n_columns (self->table) == 0)
    return FALSE;
  remit_rights_grid_focus_cursor (self);
  return TRUE;
}

/* One stop for Tab: it enters where the keyboard was, and leaves; arrows move within. */
static gboolean
remit_rights_grid_focus (GtkWidget *widget,
                         GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* the arrows go through an open menu */
  if (child != NULL && child == REMIT_RIGHTS_GRID (widget)->menu)
    return gtk_widget_child_focus (child, direction);
  if (child != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return remit_rights_grid_grab_focus (widget);
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_rights_grid_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (!remit_scroller_get_property (&REMIT_RIGHTS_GRID (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_rights_grid_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (!remit_scroller_set_property (&REMIT_RIGHTS_GRID (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_rights_grid_dispose (GObject *object)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (object);
  GtkWidget *child;

  remit_tick_stop (GTK_WIDGET (self), &self->fill_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->scale_tick);
  remit_rights_grid_set_plan (self, NULL, 0);
  remit_rights_grid_set_checker (self, NULL);
  g_hash_table_remove_all (self->lines);
  g_ptr_array_set_size (self->spare, 0);
  g_clear_weak_pointer (&self->menu);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->header = NULL;
  remit_scroller_dispose (&self->scroller);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_rights_grid_parent_class)->dispose (object);
}

static void
remit_rights_grid_finalize (GObject *object)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (object);

  g_hash_table_unref (self->lines);
  g_ptr_array_unref (self->spare);
  remit_rights_table_free (self->table);
  remit_rights_layout_clear (&self->layout);

  G_OBJECT_CLASS (remit_rights_grid_parent_class)->finalize (object);
}

static void
remit_rights_grid_class_init (RemitRightsGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_rights_grid_get_property;
  object_class->set_property = remit_rights_grid_set_property;
  object_class->dispose = remit_rights_grid_dispose;
  object_class->finalize = remit_rights_grid_finalize;
  widget_class->realize = remit_rights_grid_realize;
  widget_class->css_changed = remit_rights_grid_css_changed;
  widget_class->measure = remit_rights_grid_measure;
  widget_class->size_allocate = remit_rights_grid_size_allocate;
  widget_class->snapshot = remit_rights_grid_snapshot;
  widget_class->grab_focus = remit_rights_grid_grab_focus;
  widget_class->focus = remit_rights_grid_focus;

  remit_scroller_install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "remit-rights-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  remit_rights_grid_install_actions (widget_class);
}

static void
on_scrolled (GtkWidget *widget)
{
  remit_rights_grid_fill (REMIT_RIGHTS_GRID (widget));
  gtk_widget_queue_allocate (widget);
}

static void
remit_rights_grid_init (RemitRightsGrid *self)
{
  self->scroller = (RemitScroller){
    .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .from_start = TRUE, .page_step = 0.8,
  };
  self->table = remit_rights_table_new ();
  remit_rights_layout_init (&self->layout);
  self->lines = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->column_kind = REMIT_KIND_SLOT;
  self->target_row = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decision rights"), -1);
}

RemitRightsGrid *
remit_rights_grid_new (RemitDragHub *hub)
{
  RemitRightsGrid *self = g_object_new (REMIT_TYPE_RIGHTS_GRID, NULL);

  self->hub = g_object_ref (hub);
  self->header = remit_rights_header_new (self->table, &self->layout, hub);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  remit_rights_grid_add_pointer (self);
  remit_rights_grid_add_keys (self);
  return self;
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

/* Rows are decisions in the order of their teams; columns are slots, or whoever has a right. */
static gboolean
makes_lines (RemitKind kind,
             RemitKind columns,
             gboolean filtered)
{
  static const RemitKind kinds[] = { REMIT_KIND_PLAN, REMIT_KIND_TEAM, REMIT_KIND_SLOT,
                                     REMIT_KIND_ROLE, REMIT_KIND_PERSON, REMIT_KIND_DECISION };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kind == kinds[i])
      return TRUE;
  return (kind == REMIT_KIND_RIGHT && (columns != REMIT_KIND_SLOT || filtered))
         || (kind == REMIT_KIND_ASSIGNMENT && columns == REMIT_KIND_PERSON);
}

static gboolean
is_structural (GPtrArray *changes,
               RemitKind columns,
               gboolean filtered)
{
  for (guint i = 0; i < changes->len; i++)
    if (makes_lines (((const RemitChange *) changes->pdata[i])->kind, columns, filtered))
      return TRUE;
  return changes->len == 0;
}

static void
on_changed (RemitWorkspace *workspace G_GNUC_UNUSED,
            GPtrArray *changes,
            RemitRightsGrid *self)
{
  if (is_structural (changes, self->column_kind,
                     remit_rights_table_is_filtered (self->table)))
    remit_rights_grid_rebuild (self);
  else
    remit_rights_grid_rebind (self);
}

void
remit_rights_grid_set_plan (RemitRightsGrid *self,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  static const char *const edits[] = {
    "rights.clear", "rights.cycle", "rights.fill-down", "rights.cut", "rights.paste",
    "rights.letter", NULL,
  };

  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  if (self->workspace == workspace && self->plan == plan)
    return;
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_handler, self->workspace);
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  remit_style_set_class (GTK_WIDGET (self), "read-only",
                         workspace != NULL && !remit_edits_are_possible (workspace));
  if (workspace != NULL)
    self->changed_handler = g_signal_connect (workspace, "changed", G_CALLBACK (on_changed), self);
  self->cursor_decision = self->cursor_holder = 0;
  self->row = self->column = self->anchor_row = self->anchor_column = 0;
  remit_rights_grid_rebuild (self);
}

void
remit_rights_grid_set_checker (RemitRightsGrid *self,
                               RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  remit_finding_mark_watch (&self->checker, checker, G_CALLBACK (remit_rights_grid_rebind), self);
}

void
remit_rights_grid_set_columns (RemitRightsGrid *self,
                               RemitKind kind)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  if (self->column_kind == kind)
    return;
  self->column_kind = kind;
  self->cursor_holder = 0;
  self->column = self->anchor_column = 0;
  remit_rights_grid_rebuild (self);
}

gint64
remit_rights_grid_get_decision (RemitRightsGrid *self)
{
  g_return_val_if_fail (REMIT_IS_RIGHTS_GRID (self), 0);

  return remit_rights_grid_is_cell (self, self->row, self->column) ? self->cursor_decision : 0;
}

guint
remit_rights_grid_get_n_widgets (RemitRightsGrid *self)
{
  guint n = remit_rights_strip_get_n_widgets (REMIT_RIGHTS_STRIP (self->header));
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    n += remit_rights_strip_get_n_widgets (line);
  for (guint i = 0; i < self->spare->len; i++)
    n += remit_rights_strip_get_n_widgets (self->spare->pdata[i]);
  return n;
}
