/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parties of a conflict side by side, with their positions and interests. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "widgets/remit-names.h"
#include "widgets/rows/remit-field-row.h"
#include "widgets/sections/remit-icon-button.h"

/* Less is not read with ease; two of them fit the inspector where it has more room. */
#define CARD_WIDTH 180

struct _RemitConflictParties
{
  RemitListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitConflictParties, remit_conflict_parties, REMIT_TYPE_LIST_SECTION)

static GtkWidget *
create_remove (RemitEntity *party)
{
  /* Translators: a button; who would no longer be in the conflict */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"),
                                            remit_entity_get_text (party, REMIT_PARTY_NAME));
  GtkWidget *button = remit_icon_button_new ("list-remove-symbolic", label, "part.remove",
                                             remit_entity_get_id (party));

  gtk_widget_set_valign (button, GTK_ALIGN_FILL);
  return button;
}

/* Position and interest are typed into the card. */
static GtkWidget *
create_card (RemitSectionLink *link,
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
  remit_names_set (list, remit_entity_get_text (party, REMIT_PARTY_NAME));
  remit_editor_show_all (list, link->workspace, link->plan, party);
  return card;
}

static GtkWidget *
create_row (RemitListSection *self,
            gpointer party,
            guint index G_GNUC_UNUSED)
{
  GtkWidget *place = gtk_flow_box_child_new ();

  gtk_widget_set_focusable (place, FALSE);
  remit_names_set (place, remit_entity_get_text (party, REMIT_PARTY_NAME));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place),
                                create_card (remit_section_get_link (self), party));
  return place;
}

/* Keep the cards, and what is typed there, while the parties are the same. */
static char *
dup_state (RemitListSection *self G_GNUC_UNUSED,
           GPtrArray *parties)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (ids, " %" G_GINT64_FORMAT, remit_entity_get_id (parties->pdata[i]));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static GtkWidget *
create_list (RemitListSection *self G_GNUC_UNUSED)
{
  GtkWidget *cards = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (cards), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (cards), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (cards), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (cards), 12);
  return cards;
}

static void
fill_part (RemitListSection *self,
           RemitRecord *party)
{
  RemitEntity *person =
    remit_workspace_get (remit_section_get_link (self)->workspace, REMIT_KIND_PERSON,
                         remit_record_get_integer (party, REMIT_PARTY_PERSON));

  if (person != NULL)
    remit_record_set_text (party, REMIT_PARTY_NAME,
                           remit_entity_get_text (person, REMIT_PERSON_NAME));
}

static void
remit_conflict_parties_class_init (RemitConflictPartiesClass *klass)
{
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);

  section_class->kind = REMIT_KIND_PARTY;
  section_class->empty = N_ ("No parties yet");
  section_class->create_list = create_list;
  section_class->create_row = create_row;
  section_class->fill_part = fill_part;
  section_class->dup_state = dup_state;
}

static void
remit_conflict_parties_init (RemitConflictParties *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Parties"));
  remit_list_section_set_picker (REMIT_LIST_SECTION (self), _ ("Add a Party"),
                                 REMIT_PARTY_PERSON);
}
