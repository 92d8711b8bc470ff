/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, in the form of either. */
#include "remit-entity-rows.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-fit.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"
#include "widgets/sections/remit-section.h"

struct _RemitAssignmentRow
{
  AdwExpanderRow parent_instance;

  RemitSectionLink link;

  GtkLabel *allocation;
  GtkWidget *remove;
};

static void remit_assignment_row_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitAssignmentRow, remit_assignment_row, ADW_TYPE_EXPANDER_ROW,
                               REMIT_IMPLEMENT_SECTION (remit_assignment_row_section_init))

/* The other end: the person in the form of a slot, the slot in the form of a person. */
static RemitKind
get_other (RemitAssignmentRow *self,
           gint64 *id)
{
  gboolean by_slot = self->link.subject == REMIT_KIND_SLOT;

  *id = remit_entity_get_integer (self->link.entity, by_slot ? (guint) REMIT_ASSIGNMENT_PERSON
                                                        : (guint) REMIT_ASSIGNMENT_SLOT);
  return by_slot ? REMIT_KIND_PERSON : REMIT_KIND_SLOT;
}

/* The skills that a person lacks for the slot, and their load. */
static char *
dup_person_words (RemitAssignmentRow *self)
{
  gint64 person = remit_entity_get_integer (self->link.entity, REMIT_ASSIGNMENT_PERSON);
  g_autofree char *load_words = NULL;
  g_auto (RemitFit) fit = { 0 };
  RemitLoad load;

  remit_load_get (self->link.workspace,
                  remit_entity_get_integer (self->link.entity, REMIT_ASSIGNMENT_PLAN), person,
                  &load);
  load_words = remit_load_dup_summary (&load);
  remit_fit_get (self->link.workspace, person,
                 remit_entity_get_integer (self->link.entity, REMIT_ASSIGNMENT_SLOT), &fit);
  if (fit.missing == NULL)
    return g_steal_pointer (&load_words);
  /* Translators: the names of skills; then a load, such as “80 % of 100 %” */
  return g_strdup_printf (_ ("Lacks %s; load %s"), fit.missing, load_words);
}

/* The team of a slot, and its plan when it is another one. */
static char *
dup_slot_words (RemitAssignmentRow *self)
{
  RemitEntity *slot = remit_workspace_get (
      self->link.workspace, REMIT_KIND_SLOT,
      remit_entity_get_integer (self->link.entity, REMIT_ASSIGNMENT_SLOT));
  g_autofree char *team = NULL;
  g_autofree char *plan = NULL;

  if (slot == NULL)
    return g_strdup ("");
  team = remit_design_dup_name (self->link.workspace, REMIT_KIND_TEAM,
                                remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
  plan = remit_design_dup_name (self->link.workspace, REMIT_KIND_PLAN,
                                remit_entity_get_integer (slot, REMIT_SLOT_PLAN));
  /* Translators: the names of a team and of the plan it belongs to */
  return g_strdup_printf (_ ("%s, in %s"), team, plan);
}

static void
update (GtkWidget *widget)
{
  RemitAssignmentRow *self = REMIT_ASSIGNMENT_ROW (widget);
  gint64 id;
  RemitKind kind = get_other (self, &id);
  g_autofree char *name = remit_design_dup_name (self->link.workspace, kind, id);
  g_autofree char *words = kind == REMIT_KIND_PERSON ? dup_person_words (self)
                                                     : dup_slot_words (self);
  g_autofree char *percent = remit_record_display (remit_entity_get_record (self->link.entity),
                                                   REMIT_ASSIGNMENT_ALLOCATION);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  gtk_label_set_label (self->allocation, percent);
  remit_edits_set_sensitive (self->remove, self->link.workspace);
}

static void
on_open (RemitAssignmentRow *self)
{
  gint64 id;
  RemitKind kind = get_other (self, &id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) kind, id);
}

static void
on_show_on_board (RemitAssignmentRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_ASSIGNMENT, remit_entity_get_id (self->link.entity),
                              (int) REMIT_KIND_NONE, (gint64) 0);
}

static void
on_unassign (RemitAssignmentRow *self)
{
  RemitPlacement placement = {
    .person = remit_entity_get_integer (self->link.entity, REMIT_ASSIGNMENT_PERSON),
    .assignment = remit_entity_get_id (self->link.entity),
  };

  /* the row goes with it */
  remit_try_place (gtk_widget_get_parent (GTK_WIDGET (self)), self->link.workspace, &placement, 1,
                   NULL);
}

static void
remit_assignment_row_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitAssignmentRow, link);
  iface->others = REMIT_HOLDER_KINDS | REMIT_KIND_BIT (REMIT_KIND_PLAN)
                  | REMIT_KIND_BIT (REMIT_KIND_ABSENCE) | REMIT_KIND_BIT (REMIT_KIND_PERSON_SKILL)
                  | REMIT_KIND_BIT (REMIT_KIND_SLOT_NEED) | REMIT_KIND_BIT (REMIT_KIND_SKILL);
  iface->prepare = remit_section_show_children;
  iface->update = update;
}

static void
remit_assignment_row_class_init (RemitAssignmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/remit/Remit/inspector/remit-assignment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAssignmentRow, allocation);
  gtk_widget_class_bind_template_child (widget_class, RemitAssignmentRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_show_on_board);
  gtk_widget_class_bind_template_callback (widget_class, on_unassign);
}

static void
remit_assignment_row_init (RemitAssignmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
