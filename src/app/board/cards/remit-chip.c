/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, on the slot's card. */
#include "remit-chip.h"

#include <glib/gi18n.h>

#include "plan/load/remit-load.h"
#include "plan/placement/remit-fit.h"
#include "remit-sign-mark.h"
#include "widgets/drawing/remit-avatar.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"
#include "widgets/remit-names.h"

struct _RemitChip
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  RemitEntity *assignment;
  RemitBoardGhosts *laid_over;

  GtkLabel *avatar;
  GtkLabel *name;
  GtkImage *overload;
  GtkLabel *allocation;
  GtkWidget *sign; /* made when there is one */
};

G_DEFINE_FINAL_TYPE (RemitChip, remit_chip, GTK_TYPE_WIDGET)

static void
remit_chip_dispose (GObject *object)
{
  RemitChip *self = REMIT_CHIP (object);
  GtkWidget *child;

  remit_chip_unbind (self);
  g_clear_object (&self->laid_over);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_chip_parent_class)->dispose (object);
}

static void
remit_chip_class_init (RemitChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/cards/remit-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitChip, avatar);
  gtk_widget_class_bind_template_child (widget_class, RemitChip, name);
  gtk_widget_class_bind_template_child (widget_class, RemitChip, overload);
  gtk_widget_class_bind_template_child (widget_class, RemitChip, allocation);
  gtk_widget_class_set_css_name (widget_class, "remit-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
remit_chip_init (RemitChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* digits and signs alone, which would change places from right to left */
  gtk_widget_set_direction (GTK_WIDGET (self->allocation), GTK_TEXT_DIR_LTR);
}

static RemitDrag *
create_drag (GtkWidget *widget)
{
  RemitChip *self = REMIT_CHIP (widget);
  RemitDrag *drag;

  if (self->assignment == NULL)
    return NULL;
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, gtk_label_get_label (self->name));
  remit_drag_add (drag,
                  remit_entity_get_integer (self->assignment, REMIT_ASSIGNMENT_PERSON),
                  remit_entity_get_id (self->assignment));
  return drag;
}

RemitChip *
remit_chip_new (RemitDragHub *hub)
{
  RemitChip *self = g_object_new (REMIT_TYPE_CHIP, NULL);

  remit_drag_hub_add_source (hub, GTK_WIDGET (self), GTK_WIDGET (self), create_drag);
  return self;
}

/* Returns: (transfer full) (nullable): what speaks against the person here: skills, then load */
static char *
dup_doubts (RemitChip *self,
            gboolean *is_over)
{
  gint64 person = remit_entity_get_integer (self->assignment, REMIT_ASSIGNMENT_PERSON);
  gint64 slot = remit_entity_get_integer (self->assignment, REMIT_ASSIGNMENT_SLOT);
  gint64 plan = remit_entity_get_integer (self->assignment, REMIT_ASSIGNMENT_PLAN);
  g_auto (RemitFit) fit = { 0 };
  g_autofree char *skills = NULL;
  g_autofree char *overload = NULL;
  RemitLoad load;

  remit_fit_get (self->workspace, person, slot, &fit);
  remit_load_get (self->workspace, plan, person, &load);
  if (fit.missing != NULL)
    /* Translators: the names of skills */
    skills = g_strdup_printf (_ ("Lacks %s"), fit.missing);
  *is_over = load.over;
  if (load.over)
    overload = remit_load_dup_summary (&load);
  if (skills == NULL || overload == NULL)
    return skills != NULL ? g_steal_pointer (&skills) : g_steal_pointer (&overload);
  /* Translators: joins two remarks on a person */
  return g_strdup_printf (_ ("%s; %s"), skills, overload);
}

static void
speak (RemitChip *self,
       const char *name,
       const char *percent,
       gboolean proposed,
       const char *doubts,
       const char *sign)
{
  g_autofree char *share = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: percent of somebody's time, which is not settled yet */
  share = proposed ? g_strdup_printf (_ ("%s, proposed"), percent) : g_strdup (percent);
  if (doubts != NULL)
    /* Translators: a person, percent of their time, and remarks on them */
    spoken = g_strdup_printf (_ ("%s, %s. %s"), name, share, doubts);
  else
    /* Translators: a person, and percent of their time */
    spoken = g_strdup_printf (_ ("%s, %s"), name, share);
  if (sign != NULL)
    {
      g_autofree char *alone = g_steal_pointer (&spoken);

      spoken = g_strdup_printf ("%s. %s", alone, sign);
    }
  remit_names_set (GTK_WIDGET (self), spoken);
}

void
remit_chip_bind (RemitChip *self,
                 RemitWorkspace *workspace,
                 RemitEntity *assignment)
{
  gint64 id = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);
  RemitEntity *person = remit_workspace_get (workspace, REMIT_KIND_PERSON, id);
  const char *name = person != NULL ? remit_entity_get_text (person, REMIT_PERSON_NAME) : "";
  gboolean proposed = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_STATE)
                      == REMIT_ASSIGNMENT_STATE_PROPOSED;
  g_autofree char *percent = NULL;
  g_autofree char *doubts = NULL;
  g_autofree char *sign = NULL;
  gboolean is_over;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->assignment, assignment);
  percent = remit_record_display (remit_entity_get_record (assignment),
                                  REMIT_ASSIGNMENT_ALLOCATION);
  doubts = dup_doubts (self, &is_over);

  remit_avatar_set_name (self->avatar, name);
  gtk_label_set_label (self->name, name);
  remit_tooltip_set (GTK_WIDGET (self->name), name); /* seen where it is cut */
  gtk_label_set_label (self->allocation, percent);
  /* what skills the slot asks for is a matter of the slot, and stands at its name */
  gtk_widget_set_visible (GTK_WIDGET (self->overload), is_over);
  remit_tooltip_set (GTK_WIDGET (self), doubts);
  remit_style_set_class (GTK_WIDGET (self), "proposed", proposed);
  sign = remit_sign_mark_show (self->laid_over, remit_entity_get_id (assignment),
                               GTK_WIDGET (self), GTK_WIDGET (self), &self->sign);
  speak (self, name, percent, proposed, doubts, sign);
}

void
remit_chip_set_ghosts (RemitChip *self,
                       RemitBoardGhosts *ghosts)
{
  g_return_if_fail (REMIT_IS_CHIP (self));

  g_set_object (&self->laid_over, ghosts);
}

void
remit_chip_set_names (RemitChip *self,
                      gboolean names)
{
  g_return_if_fail (REMIT_IS_CHIP (self));

  gtk_widget_set_visible (GTK_WIDGET (self->avatar), !names);
  gtk_widget_set_visible (GTK_WIDGET (self->allocation), !names);
}

void
remit_chip_unbind (RemitChip *self)
{
  g_clear_object (&self->assignment);
  g_clear_object (&self->workspace);
}

gboolean
remit_chip_is_marked (RemitChip *self)
{
  g_return_val_if_fail (REMIT_IS_CHIP (self), FALSE);

  return self->assignment != NULL && gtk_widget_get_visible (GTK_WIDGET (self->overload));
}

gint64
remit_chip_get_assignment (RemitChip *self)
{
  g_return_val_if_fail (REMIT_IS_CHIP (self), 0);

  return self->assignment != NULL ? remit_entity_get_id (self->assignment) : 0;
}

gint64
remit_chip_get_person (RemitChip *self)
{
  g_return_val_if_fail (REMIT_IS_CHIP (self), 0);

  return self->assignment != NULL
           ? remit_entity_get_integer (self->assignment, REMIT_ASSIGNMENT_PERSON)
           : 0;
}
