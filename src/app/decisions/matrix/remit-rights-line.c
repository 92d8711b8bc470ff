/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the matrix: the title of a decision and its cells, or the heading of a team. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-rights-line.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "widgets/remit-tooltip.h"

/* Pixels around a cell. */
#define CELL_MARGIN 4

struct _RemitRightsLine
{
  GtkWidget parent_instance;

  RemitRightsTable *table; /* the grid's */
  const RemitRightsLayout *layout;
  guint row;
  guint first;
  int scrolled;
  gboolean heading;

  GtkWidget *head;
  GtkLabel *title;
  GtkLabel *note;
  GtkImage *mark;
  GPtrArray *cells; /* of the columns from the first on */
  guint n_used;
};

G_DEFINE_FINAL_TYPE (RemitRightsLine, remit_rights_line, GTK_TYPE_WIDGET)

/* ── Sizes ────────────────────────────────────────────────────────────────────────────────── */

static void
remit_rights_line_measure (GtkWidget *widget G_GNUC_UNUSED,
                           GtkOrientation orientation G_GNUC_UNUSED,
                           int for_size G_GNUC_UNUSED,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = 0;
}

/* @x: from the start */
static void
allocate (RemitRightsLine *self,
          GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int line_width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation box = { from_right ? line_width - x - width : x, y, width, height };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &box, -1);
}

static void
remit_rights_line_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline G_GNUC_UNUSED)
{
  RemitRightsLine *self = REMIT_RIGHTS_LINE (widget);

  allocate (self, self->head, 0, 0, self->heading ? width : self->layout->side, height);
  for (guint i = 0; i < self->n_used; i++)
    allocate (self, self->cells->pdata[i],
              remit_rights_layout_get_column (self->layout, self->first + i) - self->scrolled
                + CELL_MARGIN,
              CELL_MARGIN, self->layout->column_width - 2 * CELL_MARGIN,
              height - 2 * CELL_MARGIN);
}

/* The title stays where it is, and the cells go on under it. */
static void
remit_rights_line_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  RemitRightsLine *self = REMIT_RIGHTS_LINE (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget) - self->layout->side;

  if (!self->heading)
    {
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (from_right ? 0 : (float) self->layout->side, 0,
                                                   (float) MAX (0, width),
                                                   (float) gtk_widget_get_height (widget)));
      for (guint i = 0; i < self->n_used; i++)
        gtk_widget_snapshot_child (widget, self->cells->pdata[i], snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->head, snapshot);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_rights_line_dispose (GObject *object)
{
  RemitRightsLine *self = REMIT_RIGHTS_LINE (object);
  GtkWidget *child;

  self->n_used = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_rights_line_parent_class)->dispose (object);
}

static void
remit_rights_line_class_init (RemitRightsLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_rights_line_dispose;
  widget_class->measure = remit_rights_line_measure;
  widget_class->size_allocate = remit_rights_line_size_allocate;
  widget_class->snapshot = remit_rights_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "remit-rights-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static GtkLabel *
add_label (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
remit_rights_line_init (RemitRightsLine *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cells = g_ptr_array_new ();
  self->head = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_HEADER,
                             "spacing", 6, NULL);
  gtk_widget_add_css_class (self->head, "remit-rights-title");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->title = add_label (GTK_BOX (words));
  self->note = add_label (GTK_BOX (words));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_box_append (GTK_BOX (self->head), words);
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->mark));
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

GtkWidget *
remit_rights_line_new (RemitRightsTable *table,
                       const RemitRightsLayout *layout)
{
  RemitRightsLine *self = g_object_new (REMIT_TYPE_RIGHTS_LINE, NULL);

  self->table = table;
  self->layout = layout;
  return GTK_WIDGET (self);
}

/* ── Binding ──────────────────────────────────────────────────────────────────────────────── */

/* What there is to say of a decision, beside its title: "Deployment · by 3 March". */
static char *
dup_note (RemitEntity *decision)
{
  const RemitRecord *record = remit_entity_get_record (decision);
  gint64 status = remit_entity_get_integer (decision, REMIT_DECISION_STATUS);
  gint64 framework = remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK);
  g_autofree char *kind = remit_record_display (record, REMIT_DECISION_KIND);
  g_autofree char *stands = remit_record_display (record, REMIT_DECISION_STATUS);
  g_autofree char *day = remit_record_display (record, REMIT_DECISION_DECIDE_BY);
  g_autoptr (GString) note = g_string_new (kind);

  if (framework != REMIT_FRAMEWORK_RACI)
    g_string_append_printf (note, " · %s",
                            remit_framework_get_info ((RemitFramework) framework)->nick);
  if (status != REMIT_DECISION_STATUS_PROPOSED)
    g_string_append_printf (note, " · %s", stands);
  else if (*day != '\0')
    {
      g_string_append (note, " · ");
      /* Translators: the day by which something is to be decided */
      g_string_append_printf (note, _ ("by %s"), day);
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
set_class (GtkWidget *widget,
           const char *style_class,
           gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

static gboolean
is_over (RemitEntity *decision)
{
  gint64 status = remit_entity_get_integer (decision, REMIT_DECISION_STATUS);

  return status != REMIT_DECISION_STATUS_PROPOSED && status != REMIT_DECISION_STATUS_ACCEPTED;
}

static void
bind_head (RemitRightsLine *self,
           RemitChecker *checker,
           const RemitRightsRow *row)
{
  g_auto (RemitFindingMark) mark = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;

  self->heading = row->decision == NULL;
  set_class (GTK_WIDGET (self), "heading", self->heading);
  set_class (GTK_WIDGET (self), "over", !self->heading && is_over (row->decision));
  if (self->heading)
    {
      title = remit_rights_table_dup_team (self->table, row->team);
      remit_finding_mark_get (checker, REMIT_KIND_TEAM, 0, REMIT_KIND_NONE, 0, &mark);
    }
  else
    {
      title = g_strdup (remit_entity_get_text (row->decision, REMIT_DECISION_TITLE));
      note = dup_note (row->decision);
      remit_finding_mark_get (checker, REMIT_KIND_DECISION, remit_entity_get_id (row->decision),
                              REMIT_KIND_NONE, 0, &mark);
    }
  gtk_label_set_label (self->title, title);
  remit_tooltip_set (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  remit_finding_mark_show (&mark, self->mark);
}

static GtkWidget *
ensure_cell (RemitRightsLine *self,
             guint place)
{
  if (place == self->cells->len)
    {
      GtkWidget *cell = remit_rights_cell_new ();

      gtk_widget_insert_before (cell, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_widget_set_child_visible (self->cells->pdata[place], TRUE);
  return self->cells->pdata[place];
}

static void
bind_cells (RemitRightsLine *self,
            RemitChecker *checker,
            const RemitRightsRow *row,
            guint n)
{
  g_autofree RemitRightsLetters *letters = g_new (RemitRightsLetters, MAX (n, 1));
  RemitFramework framework = remit_rights_table_get_framework (self->table, self->row);
  const char *title = remit_entity_get_text (row->decision, REMIT_DECISION_TITLE);

  remit_rights_table_get_letters (self->table, self->row, self->first, n, letters);
  for (guint i = 0; i < n; i++)
    {
      const RemitRightsColumn *column = remit_rights_table_get_column (self->table,
                                                                       self->first + i);
      /* Translators: a decision, and who has a right in it: a cell of the matrix */
      g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), title, column->name);
      g_auto (RemitFindingMark) mark = { 0 };

      remit_finding_mark_get (checker, REMIT_KIND_DECISION, remit_entity_get_id (row->decision),
                              column->kind, column->id, &mark);
      remit_rights_cell_bind (REMIT_RIGHTS_CELL (ensure_cell (self, i)), name, framework,
                              &letters[i], &mark);
    }
}

void
remit_rights_line_bind (RemitRightsLine *self,
                        RemitChecker *checker,
                        guint row,
                        guint first,
                        guint last)
{
  const RemitRightsRow *at;
  guint n;

  g_return_if_fail (REMIT_IS_RIGHTS_LINE (self));

  at = remit_rights_table_get_row (self->table, row);
  self->row = row;
  self->first = first;
  bind_head (self, checker, at);
  n = self->heading ? 0 : last - first;
  if (n > 0)
    bind_cells (self, checker, at, n);
  for (guint i = n; i < self->cells->len; i++)
    gtk_widget_set_child_visible (self->cells->pdata[i], FALSE);
  self->n_used = n;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_rights_line_set_scrolled (RemitRightsLine *self,
                                int scrolled)
{
  if (self->scrolled == scrolled)
    return;
  self->scrolled = scrolled;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
remit_rights_line_get_cell (RemitRightsLine *self,
                            guint column)
{
  return column >= self->first && column < self->first + self->n_used
           ? self->cells->pdata[column - self->first]
           : NULL;
}

void
remit_rights_line_select (RemitRightsLine *self,
                          guint from,
                          guint until)
{
  for (guint i = 0; i < self->n_used; i++)
    remit_rights_cell_set_selected (self->cells->pdata[i],
                                    self->first + i >= from && self->first + i < until);
}

void
remit_rights_line_set_target (RemitRightsLine *self,
                              gboolean target)
{
  set_class (GTK_WIDGET (self), "target", target);
}

guint
remit_rights_line_get_n_widgets (RemitRightsLine *self)
{
  return self->cells->len;
}
