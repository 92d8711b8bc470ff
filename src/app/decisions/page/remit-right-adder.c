/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that gives a letter of a decision to a slot, a role or a person. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-right-adder.h"

#include <glib/gi18n.h>

#include "plan/decide/remit-matrix.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-feedback.h"

static const RemitKind kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

/* A button, and what it is for. */
typedef struct {
  RemitWorkspace *workspace;
  RemitEntity *decision;
  RemitLetter letter;
  GtkMenuButton *button;
  GtkDropDown *kind;
  RemitEntityPicker *picker;
} Adder;

static void
adder_free (gpointer data,
            GClosure *closure G_GNUC_UNUSED)
{
  Adder *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->decision);
  g_free (self);
}

/* Slots have names that repeat: their team is said below. */
static char *
describe_slot (RemitWorkspace *workspace,
               RemitEntity *subject G_GNUC_UNUSED,
               RemitEntity *entity)
{
  return remit_design_dup_name (workspace, REMIT_KIND_TEAM,
                                remit_entity_get_integer (entity, REMIT_SLOT_TEAM));
}

/* The slots of the decision's own team come first. */
static GHashTable *
score_slots (Adder *self)
{
  GHashTable *scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 team = remit_entity_get_integer (self->decision, REMIT_DECISION_TEAM);
  g_autoptr (GPtrArray) slots = team != 0 ? remit_design_get_slots (self->workspace, team)
                                          : g_ptr_array_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      gint64 id = remit_entity_get_id (slots->pdata[i]);

      g_hash_table_insert (scores, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (1));
    }
  return scores;
}

static void
fill (Adder *self)
{
  RemitKind kind = kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];

  if (kind == REMIT_KIND_SLOT)
    remit_entity_picker_show_best (self->picker, self->workspace, kind, self->decision,
                                   score_slots (self), describe_slot);
  else
    remit_entity_picker_show (self->picker, self->workspace, kind, self->decision);
}

static void
on_shown (GtkWidget *popover G_GNUC_UNUSED,
          Adder *self)
{
  fill (self);
}

static void
on_closed (GtkWidget *popover G_GNUC_UNUSED,
           Adder *self)
{
  remit_entity_picker_clear (self->picker);
}

static void
on_kind (GtkDropDown *choice G_GNUC_UNUSED,
         GParamSpec *pspec G_GNUC_UNUSED,
         Adder *self)
{
  fill (self);
}

static void
on_picked (RemitEntityPicker *picker G_GNUC_UNUSED,
           gint64 id,
           Adder *self)
{
  RemitCell cell = {
    .decision = remit_entity_get_id (self->decision),
    .holder_kind = kinds[gtk_drop_down_get_selected (self->kind)],
    .holder = id,
  };
  /* the button goes when the rights are shown anew */
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self->button), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GtkWidget) parent = form != NULL ? g_object_ref (form) : NULL;
  g_autoptr (RemitWorkspace) workspace = g_object_ref (self->workspace);
  g_autoptr (GError) error = NULL;

  cell.letters = remit_matrix_get_letters (workspace, cell.decision, cell.holder_kind, id)
                 | REMIT_LETTERS (self->letter);
  gtk_menu_button_popdown (self->button);
  if (!remit_matrix_set (workspace, &cell, 1, &error))
    remit_feedback_error (parent, error);
  else
    remit_feedback_done (parent, remit_workspace_get_undo_label (workspace));
}

static GtkWidget *
create_popover (Adder *self)
{
  const char *words[] = { _ ("Slot"), _ ("Role"), _ ("Person"), NULL };
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is to hold the right"), -1);
  self->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (on_kind), self);
  g_signal_connect (self->picker, "picked", G_CALLBACK (on_picked), self);
  g_signal_connect (popover, "show", G_CALLBACK (on_shown), self);
  g_signal_connect_data (popover, "closed", G_CALLBACK (on_closed), self, adder_free, 0);
  return popover;
}

GtkWidget *
remit_right_adder_new (RemitWorkspace *workspace,
                       RemitEntity *decision,
                       RemitLetter letter)
{
  GtkWidget *button = gtk_menu_button_new ();
  Adder *self = g_new0 (Adder, 1);
  /* Translators: a button; a letter such as A */
  g_autofree char *label = g_strdup_printf (_ ("Give %s"), remit_letter_get_nick (letter));

  self->workspace = g_object_ref (workspace);
  self->decision = g_object_ref (decision);
  self->letter = letter;
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "list-add-symbolic");
  gtk_menu_button_set_popover (self->button, create_popover (self));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}
