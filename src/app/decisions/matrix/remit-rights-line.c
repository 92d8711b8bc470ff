/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the matrix: the title of a decision and its cells, or the heading of a team. */
#include "remit-rights-line.h"

#include <glib/gi18n.h>

#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

/* Pixels around a cell. */
#define CELL_MARGIN 4

struct _RemitRightsLine
{
  RemitRightsStrip parent_instance;

  guint row;
  guint first;
  guint last;

  GtkWidget *head;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *note;
  GtkImage *mark;
};

G_DEFINE_FINAL_TYPE (RemitRightsLine, remit_rights_line, REMIT_TYPE_RIGHTS_STRIP)

static GtkWidget *
create_cell (RemitRightsStrip *strip)
{
  return g_object_new (REMIT_TYPE_RIGHTS_CELL, NULL);
}

static void
remit_rights_line_class_init (RemitRightsLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  REMIT_RIGHTS_STRIP_CLASS (klass)->create_part = create_cell;
  REMIT_RIGHTS_STRIP_CLASS (klass)->margin = CELL_MARGIN;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/matrix/remit-rights-line.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRightsLine, head);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsLine, arrow);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsLine, title);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsLine, note);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsLine, mark);
  gtk_widget_class_set_css_name (widget_class, "remit-rights-line");
}

static void
remit_rights_line_init (RemitRightsLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

int
remit_rights_line_measure (RemitRightsLine *self)
{
  int least;

  g_return_val_if_fail (REMIT_IS_RIGHTS_LINE (self), 0);

  gtk_label_set_label (self->title, "X");
  gtk_label_set_label (self->note, "X");
  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  return least;
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
      g_string_append_printf (note, _ ("due %s"), day);
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static gboolean
is_over (RemitEntity *decision)
{
  gint64 status = remit_entity_get_integer (decision, REMIT_DECISION_STATUS);

  return status != REMIT_DECISION_STATUS_PROPOSED && status != REMIT_DECISION_STATUS_ACCEPTED;
}

/* Returns: (transfer full): the team, and how many decisions it has */
static char *
bind_heading (RemitRightsLine *self,
              const RemitRightsRow *row)
{
  RemitRightsTable *table = remit_rights_strip_get_table (REMIT_RIGHTS_STRIP (self));
  gboolean folded = remit_rights_table_is_folded (table, row->team);
  g_autofree char *team = remit_rights_table_dup_team (table, row->team);

  gtk_image_set_from_icon_name (self->arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, !folded,
                               -1);
  /* Translators: a team, and how many decisions it has */
  return g_strdup_printf (_ ("%1$s (%2$u)"), team, row->n_decisions);
}

static void
bind_head (RemitRightsLine *self,
           RemitChecker *checker,
           const RemitRightsRow *row)
{
  g_auto (RemitFindingMark) mark = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;

  remit_style_set_class (GTK_WIDGET (self), "heading", row->decision == NULL);
  remit_style_set_class (GTK_WIDGET (self), "over",
                         row->decision != NULL && is_over (row->decision));
  if (row->decision == NULL)
    {
      title = bind_heading (self, row);
      remit_finding_mark_get (checker, REMIT_KIND_TEAM, 0, REMIT_KIND_NONE, 0, &mark);
    }
  else
    {
      title = g_strdup (remit_entity_get_text (row->decision, REMIT_DECISION_TITLE));
      note = dup_note (row->decision);
      remit_finding_mark_get (checker, REMIT_KIND_DECISION, remit_entity_get_id (row->decision),
                              REMIT_KIND_NONE, 0, &mark);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), row->decision == NULL);
  if (row->decision != NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED);
  gtk_label_set_label (self->title, title);
  remit_tooltip_set (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  remit_finding_mark_show (&mark, self->mark);
}

static void
bind_cells (RemitRightsLine *self,
            RemitChecker *checker,
            RemitEntity *decision)
{
  RemitRightsStrip *strip = REMIT_RIGHTS_STRIP (self);
  RemitRightsTable *table = remit_rights_strip_get_table (strip);
  guint n = self->last - self->first;
  g_autofree RemitRightsLetters *letters = g_new (RemitRightsLetters, MAX (n, 1));
  RemitFramework framework = remit_rights_table_get_framework (table, self->row);

  remit_rights_table_get_letters (table, self->row, self->first, n, letters);
  for (guint i = 0; i < n; i++)
    {
      const RemitRightsColumn *column = remit_rights_table_get_column (table, self->first + i);
      GtkWidget *cell = remit_rights_strip_get_part (strip, self->first + i);
      /* Translators: a decision, and who has a right in it: a cell of the matrix */
      g_autofree char *name = g_strdup_printf (
        _ ("%1$s, %2$s"), remit_entity_get_text (decision, REMIT_DECISION_TITLE), column->name);
      g_auto (RemitFindingMark) mark = { 0 };

      remit_finding_mark_get (checker, REMIT_KIND_DECISION, remit_entity_get_id (decision),
                              column->kind, column->id, &mark);
      remit_rights_cell_bind (REMIT_RIGHTS_CELL (cell), name, framework, &letters[i], &mark);
    }
}

void
remit_rights_line_bind (RemitRightsLine *self,
                        RemitChecker *checker,
                        guint row,
                        guint first,
                        guint last)
{
  RemitRightsStrip *strip = REMIT_RIGHTS_STRIP (self);
  const RemitRightsRow *at =
    remit_rights_table_get_row (remit_rights_strip_get_table (strip), row);

  self->row = row;
  self->first = first;
  self->last = at->decision != NULL ? last : first;
  bind_head (self, checker, at);
  remit_rights_strip_show (strip, self->first, self->last);
  if (self->last > self->first)
    bind_cells (self, checker, at->decision);
}

void
remit_rights_line_select (RemitRightsLine *self,
                          guint from,
                          guint until)
{
  for (guint i = self->first; i < self->last; i++)
    {
      GtkWidget *cell = remit_rights_strip_get_part (REMIT_RIGHTS_STRIP (self), i);

      remit_rights_cell_set_selected (REMIT_RIGHTS_CELL (cell), i >= from && i < until);
    }
}

void
remit_rights_line_set_target (RemitRightsLine *self,
                              gboolean target)
{
  remit_style_set_class (GTK_WIDGET (self), "target", target);
}
