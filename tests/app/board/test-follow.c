/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After any edit, cards, heads and rows show what they would if they were bound afresh. */
#include "board-fixture.h"
#include "board/pool/remit-pool-row.h"
#include "state/random-edits.h"
#include "widgets/remit-tooltip.h"

#define N_EDITS 150

static void
append_tree (GString *text,
             GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *joined = g_strjoinv (".", classes);
  const char *tooltip = remit_tooltip_get (widget);
  const char *name = g_object_get_data (G_OBJECT (widget), "remit-name"); /* see remit-names.c */

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  g_string_append_printf (text, "%s.%s [%s] (%s)", G_OBJECT_TYPE_NAME (widget), joined,
                          tooltip != NULL ? tooltip : "", name != NULL ? name : "");
  if (GTK_IS_LABEL (widget))
    g_string_append (text, gtk_label_get_label (GTK_LABEL (widget)));
  if (GTK_IS_IMAGE (widget))
    g_string_append (text, gtk_image_get_icon_name (GTK_IMAGE (widget)));
  g_string_append_c (text, '\n');
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_tree (text, child);
}

static char *
dump (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  append_tree (text, root);
  return g_string_free (text, FALSE);
}

/* Binds every card, head and row that shows something again. */
static void
bind_all (BoardFixture *f,
          GtkWidget *widget)
{
  gint64 id = 0;

  if (REMIT_IS_SLOT_CARD (widget)
      && (id = remit_slot_card_get_slot (REMIT_SLOT_CARD (widget))) != 0)
    remit_slot_card_bind (REMIT_SLOT_CARD (widget), f->workspace,
                          remit_workspace_get (f->workspace, REMIT_KIND_SLOT, id));
  else if (REMIT_IS_TEAM_HEAD (widget)
           && (id = remit_team_head_get_team (REMIT_TEAM_HEAD (widget))) != 0)
    remit_team_head_bind (REMIT_TEAM_HEAD (widget), f->workspace,
                          remit_workspace_get (f->workspace, REMIT_KIND_TEAM, id));
  else if (REMIT_IS_POOL_ROW (widget))
    remit_pool_row_refresh (REMIT_POOL_ROW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    bind_all (f, child);
}

static void
check (BoardFixture *f,
       GtkWidget *root,
       const char *what)
{
  g_autofree char *followed = dump (root);
  g_autofree char *bound = NULL;

  bind_all (f, root);
  bound = dump (root);
  if (g_strcmp0 (followed, bound) != 0)
    g_error ("After “%s” it shows\n%sinstead of\n%s", what, followed, bound);
}

static void
test_random (BoardFixture *f,
             gconstpointer data)
{
  RandomEdits edits;

  random_edits_init (&edits, f->workspace, 3);
  remit_window_set_plan (f->window, edits.plan);
  remit_test_settle ();
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *what = random_edits_do (&edits);

      if (remit_workspace_get (f->workspace, REMIT_KIND_PLAN, edits.plan) == NULL)
        break;
      remit_test_settle ();
      check (f, GTK_WIDGET (f->board), what);
      check (f, GTK_WIDGET (f->pool), what);
    }
  random_edits_clear (&edits);
}

static void
add_tests (void)
{
  g_test_add ("/app/board/follow/random", BoardFixture, NULL, board_fixture_set_up, test_random,
              board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
