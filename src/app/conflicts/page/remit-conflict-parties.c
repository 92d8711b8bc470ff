/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parties of a conflict, side by side: what they want, and why. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-parties.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-picker-button.h"
#include "widgets/remit-editor.h"
#include "widgets/rows/remit-notes-row.h"

/* Less is not read with ease; two of them fit the inspector where it has more room. */
#define CARD_WIDTH 180

struct _RemitConflictParties
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  GtkWidget *cards;
  RemitEntityPicker *picker;
  GArray *shown; /* ids of the parties that have a card */
};

static void remit_conflict_parties_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictParties, remit_conflict_parties,
                               ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_conflict_parties_editor_init))

/* ── Cards ────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_remove (RemitEntity *party)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: a button; who would no longer be in the conflict */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"),
                                            remit_entity_get_text (party, REMIT_PARTY_NAME));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parties.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", remit_entity_get_id (party));
  return button;
}

/* Position and interest are typed into the card. */
static GtkWidget *
create_card (RemitConflictParties *self,
             RemitEntity *party)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (remit_entity_get_text (party, REMIT_PARTY_NAME));
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_size_request (card, CARD_WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), create_remove (party));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list),
                       g_object_new (REMIT_TYPE_NOTES_ROW, "field", "position", NULL));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       g_object_new (REMIT_TYPE_NOTES_ROW, "field", "interest", NULL));
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), list);
  remit_editor_show_all (list, self->link.workspace, self->link.plan, party);
  return card;
}

static gboolean
is_shown (RemitConflictParties *self,
          GPtrArray *parties)
{
  if (parties->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    if (remit_entity_get_id (parties->pdata[i]) != g_array_index (self->shown, gint64, i))
      return FALSE;
  return TRUE;
}

static void
update (GtkWidget *widget)
{
  RemitConflictParties *self = REMIT_CONFLICT_PARTIES (widget);
  GPtrArray *parties = NULL;
  GtkWidget *child;

  if (self->link.entity != NULL)
    parties = remit_workspace_get_referring (self->link.workspace, REMIT_KIND_PARTY,
                                             REMIT_PARTY_CONFLICT,
                                             remit_entity_get_id (self->link.entity));
  /* what is typed into a card stays */
  if (parties != NULL && is_shown (self, parties) && parties->len > 0)
    return;
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->cards), child);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; parties != NULL && i < parties->len; i++)
    {
      gint64 id = remit_entity_get_id (parties->pdata[i]);
      GtkWidget *place = gtk_flow_box_child_new ();

      g_array_append_val (self->shown, id);
      gtk_widget_set_focusable (place, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place),
                                    create_card (self, parties->pdata[i]));
      gtk_flow_box_append (GTK_FLOW_BOX (self->cards), place);
    }
  gtk_widget_set_visible (self->cards, self->shown->len > 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->shown->len > 0 ? NULL : _ ("Nobody yet"));
}

/* ── Adding and removing ──────────────────────────────────────────────────────────────────── */

static void
on_remove (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitConflictParties *self = REMIT_CONFLICT_PARTIES (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_design_delete (self->link.workspace, REMIT_KIND_PARTY,
                              g_variant_get_int64 (parameter), &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_picked (RemitConflictParties *self,
           gint64 id)
{
  RemitEntity *person = remit_workspace_get (self->link.workspace, REMIT_KIND_PERSON, id);
  g_autoptr (RemitRecord) party = remit_record_new (REMIT_KIND_PARTY);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (person == NULL || self->link.entity == NULL)
    return;
  remit_record_set_integer (party, REMIT_PARTY_PLAN,
                            remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_PLAN));
  remit_record_set_integer (party, REMIT_PARTY_CONFLICT, remit_entity_get_id (self->link.entity));
  remit_record_set_integer (party, REMIT_PARTY_PERSON, id);
  remit_record_set_text (party, REMIT_PARTY_NAME,
                         remit_entity_get_text (person, REMIT_PERSON_NAME));
  done = remit_design_create (self->link.workspace, party, &error) != 0;
  remit_conflict_say (GTK_WIDGET (self), self->link.workspace, done, error);
}

static void
on_popover_shown (RemitConflictParties *self)
{
  if (self->link.entity != NULL)
    remit_entity_picker_show (self->picker, self->link.workspace, REMIT_KIND_PERSON,
                              self->link.entity);
}

static GtkWidget *
create_adder (RemitConflictParties *self)
{
  self->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  return remit_picker_button_new (_ ("Add a Party"), self->picker, NULL,
                                  G_CALLBACK (on_popover_shown), self);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitConflictParties *self = REMIT_CONFLICT_PARTIES (editor);

  g_array_set_size (self->shown, 0);
  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_conflict_parties_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_conflict_parties_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_CONFLICT_PARTIES (object)->link);

  G_OBJECT_CLASS (remit_conflict_parties_parent_class)->dispose (object);
}

static void
remit_conflict_parties_finalize (GObject *object)
{
  g_array_unref (REMIT_CONFLICT_PARTIES (object)->shown);

  G_OBJECT_CLASS (remit_conflict_parties_parent_class)->finalize (object);
}

static void
remit_conflict_parties_class_init (RemitConflictPartiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_conflict_parties_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_conflict_parties_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "parties.remove", "x", on_remove);
}

static void
remit_conflict_parties_init (RemitConflictParties *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Parties"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), create_adder (self));
  self->cards = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->cards), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->cards), 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->cards);
}
