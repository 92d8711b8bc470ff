/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team on the board: its head, and below it the cards of those of its slots that are in sight. */
#include "remit-team-column.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-verdict-mark.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"
#include "widgets/scrolling/remit-in-use.h"

struct _RemitTeamColumn
{
  GtkWidget parent_instance;

  RemitDragHub *hub;
  GtkWidget *head;
  GtkWidget *shelf;  /* what the cards are in, which are cut off at the head */
  GHashTable *cards; /* by the id of the slot */
  GPtrArray *spare;
  GtkWidget *foot;   /* adds a slot */
  gint64 team;
};

G_DEFINE_FINAL_TYPE (RemitTeamColumn, remit_team_column, GTK_TYPE_WIDGET)

/* Sizes are given from outside, so neither has a layout. */
typedef GtkWidget RemitShelf;
typedef GtkWidgetClass RemitShelfClass;

GType remit_shelf_get_type (void);

G_DEFINE_TYPE (RemitShelf, remit_shelf, GTK_TYPE_WIDGET)

static void
remit_shelf_class_init (RemitShelfClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_shelf_init (RemitShelf *self)
{
  gtk_widget_set_overflow (self, GTK_OVERFLOW_HIDDEN);
}

static void
remit_team_column_dispose (GObject *object)
{
  RemitTeamColumn *self = REMIT_TEAM_COLUMN (object);
  GtkWidget *card;

  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->spare, 0);
  while (self->shelf != NULL && (card = gtk_widget_get_first_child (self->shelf)) != NULL)
    gtk_widget_unparent (card);
  self->foot = NULL;
  g_clear_pointer (&self->shelf, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_team_column_parent_class)->dispose (object);
}

static void
remit_team_column_finalize (GObject *object)
{
  RemitTeamColumn *self = REMIT_TEAM_COLUMN (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->spare);

  G_OBJECT_CLASS (remit_team_column_parent_class)->finalize (object);
}

static void
remit_team_column_class_init (RemitTeamColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_team_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_team_column_finalize;

  gtk_widget_class_set_css_name (widget_class, "remit-column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
remit_team_column_init (RemitTeamColumn *self)
{
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->spare = g_ptr_array_new ();
  self->shelf = g_object_new (remit_shelf_get_type (), NULL);
  gtk_widget_insert_before (self->shelf, GTK_WIDGET (self), NULL);
}

/* The keyboard has the menu of the team for it. */
static void
on_add_slot (RemitTeamColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.team", "x", self->team);
  gtk_widget_activate_action (GTK_WIDGET (self), "board.add-slot", NULL);
}

static void
add_foot (RemitTeamColumn *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  /* Translators: a button that adds a slot to a team */
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Slot"));
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  self->foot = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->foot), content);
  gtk_widget_set_focusable (self->foot, FALSE);
  gtk_widget_add_css_class (self->foot, "flat");
  gtk_widget_add_css_class (self->foot, "remit-column-foot");
  g_signal_connect_swapped (self->foot, "clicked", G_CALLBACK (on_add_slot), self);
  gtk_widget_insert_before (self->foot, self->shelf, NULL);
}

RemitTeamColumn *
remit_team_column_new (RemitDragHub *hub)
{
  RemitTeamColumn *self = g_object_new (REMIT_TYPE_TEAM_COLUMN, NULL);

  self->hub = g_object_ref (hub);
  self->head = GTK_WIDGET (remit_team_head_new (hub));
  gtk_widget_insert_before (self->head, GTK_WIDGET (self), self->shelf);
  add_foot (self);
  return self;
}

void
remit_team_column_bind (RemitTeamColumn *self,
                        RemitWorkspace *workspace,
                        RemitEntity *team)
{
  const char *name = remit_entity_get_text (team, REMIT_TEAM_NAME);

  g_autofree char *add = NULL;

  /* Translators: a team */
  add = g_strdup_printf (_ ("Add a Slot to %s"), name);
  self->team = remit_entity_get_id (team);
  remit_names_set (self->foot, add);
  remit_tooltip_set (self->foot, add);
  remit_edits_set_sensitive (self->foot, workspace);
  remit_team_head_bind (REMIT_TEAM_HEAD (self->head), workspace, team);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shelf), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static gboolean
keep_none (gint64 slot,
           RemitSlotCard *card,
           gpointer data)
{
  return FALSE;
}

void
remit_team_column_unbind (RemitTeamColumn *self)
{
  remit_team_column_release_cards (self, keep_none, NULL);
  remit_team_head_unbind (REMIT_TEAM_HEAD (self->head));
}

RemitTeamHead *
remit_team_column_get_head (RemitTeamColumn *self)
{
  return REMIT_TEAM_HEAD (self->head);
}

/* ── Cards ────────────────────────────────────────────────────────────────────────────────── */

RemitSlotCard *
remit_team_column_get_card (RemitTeamColumn *self,
                            gint64 slot)
{
  return g_hash_table_lookup (self->cards, &slot);
}

RemitSlotCard *
remit_team_column_add_card (RemitTeamColumn *self,
                            gint64 slot)
{
  GtkWidget *card;

  if (self->spare->len > 0)
    {
      card = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      remit_in_use_set (card, TRUE);
    }
  else
    {
      card = GTK_WIDGET (remit_slot_card_new (self->hub));
      gtk_widget_insert_before (card, self->shelf, self->foot);
    }
  g_hash_table_insert (self->cards, g_memdup2 (&slot, sizeof slot), card);
  return REMIT_SLOT_CARD (card);
}

void
remit_team_column_release_cards (RemitTeamColumn *self,
                                 RemitTeamColumnKeep keep,
                                 gpointer data)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      if (keep (*(gint64 *) id, card, data))
        continue;
      remit_slot_card_unbind (card);
      remit_in_use_set (card, FALSE);
      g_ptr_array_add (self->spare, card);
      g_hash_table_iter_remove (&iter);
    }
}

void
remit_team_column_foreach_card (RemitTeamColumn *self,
                                RemitTeamColumnFunc func,
                                gpointer data)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    func (*(gint64 *) id, card, data);
}

guint
remit_team_column_get_n_cards (RemitTeamColumn *self)
{
  return g_hash_table_size (self->cards) + self->spare->len;
}

/* ── Where they stand ─────────────────────────────────────────────────────────────────────── */

/* Smaller than it is, from the middle of its top. */
static void
allocate_scaled (RemitTeamColumn *self,
                 const GtkAllocation *place,
                 float scale)
{
  GskTransform *transform = gsk_transform_translate (
    NULL, &GRAPHENE_POINT_INIT ((float) place->x + (float) place->width * (1 - scale) / 2,
                                (float) place->y));

  gtk_widget_allocate (GTK_WIDGET (self), place->width, place->height, -1,
                       gsk_transform_scale (transform, scale, scale));
}

void
remit_team_column_allocate (RemitTeamColumn *self,
                            const GtkAllocation *place,
                            int head_height,
                            double scale)
{
  int below = MAX (0, place->height - head_height);

  if (scale < 1)
    allocate_scaled (self, place, (float) scale);
  else
    gtk_widget_size_allocate (GTK_WIDGET (self), place, -1);
  gtk_widget_size_allocate (self->head, &(GtkAllocation){ 0, 0, place->width, head_height }, -1);
  gtk_widget_size_allocate (self->shelf, &(GtkAllocation){ 0, head_height, place->width, below },
                            -1);
}

void
remit_team_column_allocate_card (RemitSlotCard *card,
                                 const GtkAllocation *place)
{
  gtk_widget_size_allocate (GTK_WIDGET (card), place, -1);
}

void
remit_team_column_allocate_foot (RemitTeamColumn *self,
                                 const GtkAllocation *place)
{
  gtk_widget_size_allocate (self->foot, place, -1);
}

void
remit_team_column_set_mark (RemitTeamColumn *self,
                            RemitVerdict verdict,
                            gboolean target)
{
  remit_verdict_mark_set (self->foot, verdict, target);
}

void
remit_team_column_set_empty (RemitTeamColumn *self,
                             gboolean empty)
{
  remit_style_set_class (self->foot, "empty", empty);
}

int
remit_team_column_measure_foot (RemitTeamColumn *self)
{
  int natural;

  gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}
