/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who is not in a slot, on the slot's card: suggested for it, or removed from it. */
#include "remit-ghost-chip.h"

#include <glib/gi18n.h>

#include "remit-sign-mark.h"
#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitGhostChip
{
  GtkWidget parent_instance;

  RemitBoardGhosts *ghosts;
  guint number;
  gboolean names;

  GtkCheckButton *check;
  GtkLabel *sign;
  GtkLabel *title;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (RemitGhostChip, remit_ghost_chip, GTK_TYPE_WIDGET)

static void
on_toggled (RemitGhostChip *self)
{
  if (self->ghosts != NULL)
    remit_board_ghosts_select (self->ghosts, self->number,
                               gtk_check_button_get_active (self->check));
}

static void
remit_ghost_chip_dispose (GObject *object)
{
  RemitGhostChip *self = REMIT_GHOST_CHIP (object);
  GtkWidget *child;

  remit_ghost_chip_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_ghost_chip_parent_class)->dispose (object);
}

static void
remit_ghost_chip_class_init (RemitGhostChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_ghost_chip_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/cards/remit-ghost-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitGhostChip, check);
  gtk_widget_class_bind_template_child (widget_class, RemitGhostChip, sign);
  gtk_widget_class_bind_template_child (widget_class, RemitGhostChip, title);
  gtk_widget_class_bind_template_child (widget_class, RemitGhostChip, text);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_set_css_name (widget_class, "remit-ghost-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
remit_ghost_chip_init (RemitGhostChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

RemitGhostChip *
remit_ghost_chip_new (void)
{
  return g_object_new (REMIT_TYPE_GHOST_CHIP, NULL);
}

char *
remit_ghost_chip_dup_words (const RemitBoardGhost *ghost)
{
  const char *label = ghost->is_choice ? _ ("suggested")
                                       : remit_board_sign_get_label (ghost->sign);
  const char *state = ghost->problem != NULL ? _ ("no longer possible")
                      : ghost->is_selected   ? _ ("selected")
                                             : _ ("not selected");
  const char *text = ghost->problem != NULL ? ghost->problem : ghost->text;
  g_autofree char *who = ghost->is_choice ? g_strdup_printf ("%s, %s", ghost->title, state)
                                          : g_strdup (ghost->title);

  if (*label == '\0')
    return g_strdup_printf ("%s. %s", who, text);
  /* Translators: “suggested”, “added” or “removed”, who, and why */
  return *text != '\0' ? g_strdup_printf (_ ("%1$s: %2$s. %3$s"), label, who, text)
                       /* Translators: “suggested”, “added” or “removed”, and who */
                       : g_strdup_printf (_ ("%1$s: %2$s"), label, who);
}

static void
show_text (RemitGhostChip *self,
           const RemitBoardGhost *ghost)
{
  const char *text = ghost->problem != NULL ? ghost->problem : ghost->text;
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  gtk_label_set_label (self->text, line);
  gtk_widget_set_visible (GTK_WIDGET (self->text), !self->names && *line != '\0');
  remit_tooltip_set (GTK_WIDGET (self), *text != '\0' ? text : NULL);
  remit_style_set_class (GTK_WIDGET (self->text), "warning", ghost->problem != NULL);
  remit_style_set_class (GTK_WIDGET (self->text), "dim-label", ghost->problem == NULL);
}

static void
show_check (RemitGhostChip *self,
            const RemitBoardGhost *ghost,
            const char *slot_name)
{
  g_autofree char *name = NULL;

  gtk_check_button_set_active (self->check, ghost->is_selected && ghost->problem == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), ghost->problem == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->check), ghost->is_choice && !self->names);
  /* Translators: a check box at somebody who is suggested, and for which slot */
  name = g_strdup_printf (_ ("Include %1$s for %2$s"), ghost->title, slot_name);
  remit_names_set (GTK_WIDGET (self->check), name);
}

void
remit_ghost_chip_bind (RemitGhostChip *self,
                       RemitBoardGhosts *ghosts,
                       guint number,
                       const char *slot_name)
{
  const RemitBoardGhost *ghost = remit_board_ghosts_get_nth (ghosts, number);
  g_autofree char *words = remit_ghost_chip_dup_words (ghost);

  g_clear_object (&self->ghosts); /* so that what is shown is not taken for a click */
  gtk_label_set_label (self->title, ghost->title);
  gtk_label_set_label (self->sign, remit_board_sign_get_text (ghost->sign));
  gtk_widget_set_visible (GTK_WIDGET (self->sign), ghost->sign != REMIT_BOARD_SIGN_NONE);
  show_text (self, ghost);
  show_check (self, ghost, slot_name);
  remit_sign_mark_outline (GTK_WIDGET (self), ghost->sign);
  remit_style_set_class (GTK_WIDGET (self), "void", ghost->problem != NULL);
  remit_style_set_class (GTK_WIDGET (self), "left", ghost->is_choice && !ghost->is_selected);
  remit_names_set (GTK_WIDGET (self), words);
  self->number = number;
  self->ghosts = g_object_ref (ghosts);
}

void
remit_ghost_chip_unbind (RemitGhostChip *self)
{
  g_clear_object (&self->ghosts);
}

void
remit_ghost_chip_set_names (RemitGhostChip *self,
                            gboolean names)
{
  g_return_if_fail (REMIT_IS_GHOST_CHIP (self));

  self->names = names;
  gtk_widget_set_visible (GTK_WIDGET (self->text),
                          !names && *gtk_label_get_label (self->text) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->check),
                          !names && self->ghosts != NULL
                            && remit_board_ghosts_get_nth (self->ghosts, self->number)->is_choice);
}
