/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of the matrix, which name the letters with their meaning. */
#include <glib/gi18n.h>

#include "remit-rights-grid-private.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-try.h"

/* "A · Accountable: has the last word" */
static char *
dup_letter_label (const RemitLetterInfo *letter,
                  gboolean has)
{
  /* Translators: a letter such as A, its name, and what it means, in a menu */
  g_autofree char *label = g_strdup_printf (_ ("%1$s · %2$s: %3$s"),
                                            remit_letter_choices[letter->letter].nick,
                                            g_dgettext (GETTEXT_PACKAGE, letter->name),
                                            g_dgettext (GETTEXT_PACKAGE, letter->meaning));

  return g_strconcat (has ? "✓ " : "", label, NULL);
}

static GMenu *
create_letters (RemitFramework framework,
                RemitLetters has,
                const char *action)
{
  const RemitFrameworkInfo *info = remit_framework_get_info (framework);
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < info->n_letters; i++)
    {
      const RemitLetterInfo *letter = &info->letters[i];
      g_autofree char *label = dup_letter_label (letter,
                                                 (has & REMIT_LETTERS (letter->letter)) != 0);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s",
                                         remit_letter_choices[letter->letter].nick);
      g_menu_append_item (section, item);
    }
  return section;
}

static void
show (RemitRightsGrid *self,
      GMenuModel *model,
      const GdkRectangle *at)
{
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), model, at));
}

/* ── A cell ───────────────────────────────────────────────────────────────────────────────── */

static void
add_sections (RemitRightsGrid *self,
              int row,
              GMenu *menu)
{
  RemitEntity *entity = remit_rights_table_get_row (self->table, (guint) row)->decision;
  g_autoptr (GMenuItem) raise = g_menu_item_new (_ ("_Raise a Conflict…"), NULL);
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) decision = g_menu_new ();

  g_menu_append (clipboard, _ ("Cu_t"), "rights.cut");
  g_menu_append (clipboard, _ ("_Copy"), "rights.copy");
  g_menu_append (clipboard, _ ("_Paste"), "rights.paste");
  g_menu_append (clipboard, _ ("_Fill Down"), "rights.fill-down");
  g_menu_append (clipboard, _ ("C_lear"), "rights.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append (decision, _ ("_Open Decision"), "rights.open");
  g_menu_item_set_action_and_target (raise, "win.raise-conflict", "(ix)",
                                     (int) REMIT_KIND_DECISION, remit_entity_get_id (entity));
  g_menu_append_item (decision, raise);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (decision));
}

void
remit_rights_grid_show_menu (RemitRightsGrid *self,
                             int row,
                             int column)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) letters = NULL;
  GtkWidget *cell = remit_rights_grid_get_cell (self, row, column);
  RemitRightsLetters has;
  graphene_rect_t box;
  GdkRectangle at;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &box))
    return;
  remit_rights_table_get_letters (self->table, (guint) row, (guint) column, 1, &has);
  letters = create_letters (remit_rights_table_get_framework (self->table, (guint) row), has.own,
                            "rights.letter");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (letters));
  add_sections (self, row, menu);
  at = (GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width,
                       (int) box.size.height };
  show (self, G_MENU_MODEL (menu), &at);
}

/* ── A drop ───────────────────────────────────────────────────────────────────────────────── */

/* To whom which right is offered, and what they have when it is. */
typedef struct {
  RemitRightsGrid *grid;
  gint64 decision;
  RemitFramework framework;
  RemitKind kind;
  gint64 holder;
  RemitLetters has;
} Offer;

static void
on_offered (GSimpleAction *action G_GNUC_UNUSED,
            GVariant *parameter,
            gpointer data)
{
  Offer *offer = data;
  const RemitLetterInfo *letter = remit_framework_parse_letter (
    offer->framework, g_variant_get_string (parameter, NULL));
  RemitCell cell = { offer->decision, offer->kind, offer->holder };

  if (letter == NULL)
    return;
  cell.keep = ~REMIT_LETTERS (letter->letter);
  if (!(offer->has & REMIT_LETTERS (letter->letter)))
    cell.letters = REMIT_LETTERS (letter->letter);
  remit_try_set_rights (GTK_WIDGET (offer->grid), offer->grid->workspace, &cell, 1, NULL);
}

static void
free_offer (gpointer offer,
            GClosure *closure G_GNUC_UNUSED)
{
  g_free (offer);
}

void
remit_rights_grid_offer (RemitRightsGrid *self,
                         int row,
                         RemitKind kind,
                         gint64 holder,
                         double x,
                         double y)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("give", G_VARIANT_TYPE_STRING);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) letters = NULL;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  gint64 decision = remit_entity_get_id (
    remit_rights_table_get_row (self->table, (guint) row)->decision);
  Offer *offer = g_new0 (Offer, 1);

  *offer = (Offer){
    .grid = self,
    .decision = decision,
    .framework = remit_rights_table_get_framework (self->table, (guint) row),
    .kind = kind,
    .holder = holder,
    .has = remit_matrix_get_letters (self->workspace, decision, kind, holder),
  };
  g_signal_connect_data (action, "activate", G_CALLBACK (on_offered), offer, free_offer, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "offer", G_ACTION_GROUP (group));
  letters = create_letters (offer->framework, offer->has, "offer.give");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (letters));
  show (self, G_MENU_MODEL (menu), &at);
}
