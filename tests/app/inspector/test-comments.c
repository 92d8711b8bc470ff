/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comments in the forms of what they are on, and their count on the board. */
#include "inspector/remit-comments-section.h"
#include "plan/design/remit-design.h"
#include "remit-inspector-test.h"

static GtkWidget *
find_section (InspectorFixture *fixture,
              RemitKind kind,
              gint64 id)
{
  return remit_test_find (remit_inspector_test_show (fixture, kind, id),
                          REMIT_TYPE_COMMENTS_SECTION);
}

static void
write_comment (GtkWidget *section,
               const char *text)
{
  GtkWidget *entry = remit_test_find (section, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
  remit_test_settle ();
}

static RemitEntity *
get_only (InspectorFixture *fixture)
{
  GListModel *comments = remit_workspace_get_list (fixture->workspace, REMIT_KIND_COMMENT);
  g_autoptr (RemitEntity) comment = g_list_model_get_item (comments, 0);

  g_assert_cmpuint (g_list_model_get_n_items (comments), ==, 1);
  return comment; /* the workspace has it */
}

/* On everything that has such a section: written, undone and redone, on the right thing. */
static void
test_written (InspectorFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  const struct
  {
    RemitKind kind;
    gint64 id;
    guint field;
  } subjects[] = {
    { REMIT_KIND_TEAM, fixture->team, REMIT_COMMENT_TEAM },
    { REMIT_KIND_SLOT, fixture->slot, REMIT_COMMENT_SLOT },
    { REMIT_KIND_PERSON, fixture->ada, REMIT_COMMENT_PERSON },
    { REMIT_KIND_PLAN, fixture->plan, REMIT_COMMENT_PLAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      GtkWidget *section = find_section (fixture, subjects[i].kind, subjects[i].id);
      g_autofree char *before = remit_test_dump (fixture->store);

      g_test_message ("%s", remit_entity_info (subjects[i].kind)->name);
      write_comment (section, "Who steps in?");
      g_assert_cmpint (remit_entity_get_integer (get_only (fixture), subjects[i].field), ==,
                       subjects[i].id);
      g_assert_true (remit_test_shows (section, "Who steps in?"));
      g_assert_cmpstr (gtk_editable_get_text (
                         GTK_EDITABLE (remit_test_find (section, ADW_TYPE_ENTRY_ROW))),
                       ==, "");
      remit_inspector_test_undo_and_redo (fixture, before);
      g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
      remit_test_settle ();
      g_assert_false (remit_test_shows (section, "Who steps in?"));
    }
}

/* An empty one is refused in words, and what is typed is not lost. */
static void
test_empty (InspectorFixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *section = find_section (fixture, REMIT_KIND_SLOT, fixture->slot);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;

  write_comment (section, "");
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (remit_test_shows (GTK_WIDGET (fixture->window), "Comment must not be empty"));
}

static void
test_resolved (InspectorFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *section = find_section (fixture, REMIT_KIND_SLOT, fixture->slot);
  g_autofree char *before = NULL;
  gint64 id;

  write_comment (section, "Who steps in?");
  id = remit_entity_get_id (get_only (fixture));
  before = remit_test_dump (fixture->store);
  gtk_widget_activate_action (section, "comments.resolve", "x", id);
  remit_test_settle ();
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture), REMIT_COMMENT_RESOLVED), ==, 1);
  remit_inspector_test_undo_and_redo (fixture, before);
  gtk_widget_activate_action (section, "comments.resolve", "x", id);
  g_assert_cmpint (remit_entity_get_integer (get_only (fixture), REMIT_COMMENT_RESOLVED), ==, 0);
}

/* The card says how many are open, whoever writes them; the form of one leads on. */
static void
test_counted (InspectorFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *section = find_section (fixture, REMIT_KIND_SLOT, fixture->slot);
  GtkWidget *card = remit_test_find (window, g_type_from_name ("RemitSlotCard"));
  GtkWidget *row;

  write_comment (section, "Who steps in?");
  write_comment (section, "From when on?");
  g_assert_true (remit_test_shows (card, "2"));
  row = gtk_widget_get_ancestor (remit_test_find_text (section, "From when on?"),
                                 ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (row);
  remit_test_settle ();
  g_assert_true (remit_test_shows (window, "Resolved"));
  g_assert_true (remit_workspace_undo (fixture->workspace, REMIT_HISTORY_UNDO, NULL));
  remit_test_settle ();
  g_assert_true (remit_test_shows (card, "1"));
  g_assert_false (remit_test_shows (card, "2"));
}

/* What is typed about one thing is not said of another. */
static void
test_draft (InspectorFixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *section = find_section (fixture, REMIT_KIND_TEAM, fixture->team);
  GtkWidget *entry = remit_test_find (section, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Who leads it?");
  remit_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Who leads it?");
  section = find_section (fixture, REMIT_KIND_TEAM, fixture->other_team);
  entry = remit_test_find (section, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static const char *
get_typed (GtkWidget *section)
{
  return gtk_editable_get_text (GTK_EDITABLE (remit_test_find (section, ADW_TYPE_ENTRY_ROW)));
}

/* What was given up is there again where it was written, and nowhere else. */
static void
test_given_up (InspectorFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *section = find_section (fixture, REMIT_KIND_TEAM, fixture->team);
  g_auto (RemitTestOther) other = { NULL };

  remit_test_other_hold (&other, fixture->window);
  write_comment (section, "Who leads it?");
  g_assert_cmpstr (get_typed (section), ==, "");
  remit_test_give_up (fixture->window);
  g_assert_cmpstr (get_typed (section), ==, "Who leads it?");

  write_comment (section, "Who leads it?");
  g_assert_true (find_section (fixture, REMIT_KIND_TEAM, fixture->other_team) == section);
  remit_test_give_up (fixture->window);
  g_assert_cmpstr (get_typed (section), ==, "");
}

static void
add_tests (void)
{
#define ADD(path, test)                                                              \
  g_test_add (path, InspectorFixture, NULL, remit_inspector_test_set_up, test,       \
              remit_inspector_test_tear_down)
  ADD ("/comments/written", test_written);
  ADD ("/comments/empty", test_empty);
  ADD ("/comments/resolved", test_resolved);
  ADD ("/comments/counted", test_counted);
  ADD ("/comments/draft", test_draft);
  ADD ("/comments/given-up", test_given_up);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
