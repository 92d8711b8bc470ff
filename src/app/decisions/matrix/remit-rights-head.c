/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a column of the matrix: the holder, and counts of the letters. */
#include "remit-rights-head.h"

#include <glib/gi18n.h>

#include "widgets/remit-tooltip.h"

struct _RemitRightsHead
{
  GtkBox parent_instance;

  RemitRightsTable *table; /* the grid's */
  RemitKind kind;
  gint64 id;

  GtkLabel *name;
  GtkLabel *people;
  GtkLabel *totals;
  GtkImage *mark;
};

G_DEFINE_FINAL_TYPE (RemitRightsHead, remit_rights_head, GTK_TYPE_BOX)

static void
on_released (RemitRightsHead *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) self->kind,
                              self->id);
}

static void
remit_rights_head_class_init (RemitRightsHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/matrix/remit-rights-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRightsHead, name);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsHead, people);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsHead, totals);
  gtk_widget_class_bind_template_child (widget_class, RemitRightsHead, mark);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
  gtk_widget_class_set_css_name (widget_class, "remit-rights-head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
remit_rights_head_init (RemitRightsHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A slot or a person goes where it is dropped; a role is not dragged. */
static RemitDrag *
create_drag (GtkWidget *widget)
{
  RemitRightsHead *self = REMIT_RIGHTS_HEAD (widget);
  const char *name = gtk_label_get_label (self->name);
  RemitDrag *drag;

  if (self->kind == REMIT_KIND_SLOT)
    return remit_drag_new (REMIT_DRAG_SLOT, self->id, name);
  if (self->kind != REMIT_KIND_PERSON)
    return NULL;
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, name);
  remit_drag_add (drag, self->id, 0);
  return drag;
}

GtkWidget *
remit_rights_head_new (RemitRightsTable *table,
                       RemitDragHub *hub)
{
  RemitRightsHead *self = g_object_new (REMIT_TYPE_RIGHTS_HEAD, NULL);

  self->table = table;
  remit_drag_hub_add_source (hub, GTK_WIDGET (self), GTK_WIDGET (self), create_drag);
  return GTK_WIDGET (self);
}

int
remit_rights_head_measure (RemitRightsHead *self,
                           gboolean with_people)
{
  int least;

  g_return_val_if_fail (REMIT_IS_RIGHTS_HEAD (self), 0);

  gtk_label_set_label (self->name, "X\nX");
  gtk_label_set_label (self->people, "X");
  gtk_widget_set_visible (GTK_WIDGET (self->people), with_people);
  gtk_label_set_label (self->totals, "X");
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static char *
dup_spoken (RemitRightsHead *self,
            const RemitRightsColumn *column,
            const char *people,
            guint n_decides,
            guint n_does,
            const RemitFindingMark *mark)
{
  g_autofree char *team = column->team != 0 ? remit_rights_table_dup_team (self->table,
                                                                           column->team)
                                            : NULL;
  g_autofree char *decides = g_strdup_printf (
    ngettext ("decides %u decision", "decides %u decisions", n_decides), n_decides);
  g_autofree char *does = g_strdup_printf (ngettext ("works on %u decision",
                                                     "works on %u decisions", n_does), n_does);
  g_autoptr (GString) spoken = g_string_new (column->name);

  if (team != NULL)
    g_string_append_printf (spoken, ", %s", team);
  if (*people != '\0')
    g_string_append_printf (spoken, ", %s", people);
  g_string_append_printf (spoken, ": %s, %s", decides, does);
  if (mark->words != NULL)
    g_string_append_printf (spoken, "\n%s", mark->words);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

/* Returns: who they are, one after another */
static char *
join_people (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
bind_people (RemitRightsHead *self,
             guint column,
             gboolean with_people)
{
  g_autoptr (GPtrArray) names = remit_rights_table_list_people (self->table, column);
  g_autofree char *words = remit_rights_people_dup_words (names);

  with_people = with_people && self->kind != REMIT_KIND_PERSON;
  gtk_label_set_label (self->people, with_people ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->people), with_people);
  return join_people (names);
}

void
remit_rights_head_bind (RemitRightsHead *self,
                        RemitChecker *checker,
                        guint column,
                        gboolean with_people)
{
  const RemitRightsColumn *at;
  g_auto (RemitFindingMark) mark = { 0 };
  g_autofree char *totals = NULL;
  g_autofree char *people = NULL;
  g_autofree char *spoken = NULL;
  guint n_decides;
  guint n_does;

  g_return_if_fail (REMIT_IS_RIGHTS_HEAD (self));

  at = remit_rights_table_get_column (self->table, column);
  self->kind = at->kind;
  self->id = at->id;
  remit_rights_table_count (self->table, column, &n_decides, &n_does);
  remit_finding_mark_get (checker, at->kind, at->id, REMIT_KIND_NONE, 0, &mark);
  gtk_label_set_label (self->name, at->name);
  /* Translators: under a column of the matrix: on how many it decides, and how many it does; the
   * letters of RACI */
  totals = g_strdup_printf (_ ("A %1$u · R %2$u"), n_decides, n_does);
  gtk_label_set_label (self->totals, totals);
  remit_finding_mark_show (&mark, self->mark);
  people = bind_people (self, column, with_people);
  spoken = dup_spoken (self, at, people, n_decides, n_does, &mark);
  remit_tooltip_set (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}
