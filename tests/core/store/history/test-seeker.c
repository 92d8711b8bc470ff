/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the history in a thread: all of it, while others write, and until nobody wants it. */
#include "remit-test.h"
#include "store/history/remit-history-seeker.h"

#define MANY 250

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  RemitHistorySeeker *seeker;
  GArray *found;   /* as a list that shows it */
  guint n_changes; /* of whether it seeks */
} Fixture;

static void
add_people (RemitStore *store,
            const char *name,
            guint n)
{
  for (guint i = 0; i < n; i++)
    remit_test_add_person (store, name);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (fixture->path);
  fixture->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_people (fixture->store, "Ada", MANY);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->seeker);
  /* what it left running */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (fixture->found);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static void
on_found (Fixture *fixture,
          GArray *newer,
          GArray *older)
{
  g_array_prepend_vals (fixture->found, newer->data, newer->len);
  g_array_append_vals (fixture->found, older->data, older->len);
}

static void
on_seeking_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
begin (Fixture *fixture,
       const RemitHistoryFilter *filter)
{
  g_array_set_size (fixture->found, 0);
  fixture->n_changes = 0;
  g_clear_object (&fixture->seeker);
  fixture->seeker = remit_history_seeker_new (fixture->path, filter);
  g_signal_connect_swapped (fixture->seeker, "found", G_CALLBACK (on_found), fixture);
  g_signal_connect_swapped (fixture->seeker, "seeking-changed", G_CALLBACK (on_seeking_changed),
                            fixture);
}

static void
wait_for_older (Fixture *fixture)
{
  while (remit_history_seeker_is_seeking (fixture->seeker))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_length (Fixture *fixture,
                 guint n)
{
  while (fixture->found->len < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->found->len, ==, n);
}

/* Every entry once, the newest first. */
static void
assert_falling (Fixture *fixture,
                gint64 from,
                gint64 to)
{
  g_assert_cmpuint (fixture->found->len, ==, from - to + 1);
  for (guint i = 0; i < fixture->found->len; i++)
    g_assert_cmpint (g_array_index (fixture->found, gint64, i), ==, from - i);
}

static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  const RemitHistoryFilter filter = { .words = (char *) "aDA" };

  begin (fixture, &filter);
  g_assert_false (remit_history_seeker_is_seeking (fixture->seeker));
  remit_history_seeker_seek_older (fixture->seeker, 10);
  g_assert_true (remit_history_seeker_is_seeking (fixture->seeker));
  wait_for_older (fixture);
  g_assert_cmpuint (fixture->found->len, >=, 10);
  g_assert_cmpuint (fixture->found->len, <, MANY);
  g_assert_false (remit_history_seeker_is_complete (fixture->seeker));
  g_assert_cmpuint (fixture->n_changes, ==, 2);

  remit_history_seeker_seek_older (fixture->seeker, MANY);
  wait_for_older (fixture);
  g_assert_true (remit_history_seeker_is_complete (fixture->seeker));
  assert_falling (fixture, MANY, 1);
  /* there is nothing more */
  remit_history_seeker_seek_older (fixture->seeker, 1);
  g_assert_false (remit_history_seeker_is_seeking (fixture->seeker));
}

/* Before it begins, while it searches, and after that; more at once than it reads at once. */
static void
test_meanwhile (Fixture *fixture,
                gconstpointer data)
{
  const RemitHistoryFilter filter = { .words = (char *) "ada" };
  g_autoptr (RemitStore) other = remit_test_open_new (fixture->path);
  gint64 newest = MANY;

  begin (fixture, &filter);
  remit_history_seeker_seek_older (fixture->seeker, MANY);
  add_people (other, "Ada", MANY);
  newest += MANY;
  remit_history_seeker_seek_newer (fixture->seeker);
  wait_for_older (fixture);
  wait_for_length (fixture, (guint) newest);
  assert_falling (fixture, newest, 1);

  add_people (other, "Grace", MANY);
  add_people (fixture->store, "Ada", 1);
  remit_history_seeker_seek_newer (fixture->seeker);
  wait_for_length (fixture, (guint) newest + 1);
  g_assert_cmpint (g_array_index (fixture->found, gint64, 0), ==, newest + MANY + 1);
  /* that was no search of what is older */
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

static void
rename_team (RemitStore *store,
             gint64 team)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Rename", NULL);

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME, "Data", NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

/* What becomes part of it later is about it, too. */
static void
test_entity (Fixture *fixture,
             gconstpointer data)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Churn");
  gint64 other = remit_test_add_plan (fixture->store, "Fraud");
  const RemitHistoryFilter filter = { .entity = plan };

  begin (fixture, &filter);
  remit_history_seeker_seek_older (fixture->seeker, MANY);
  wait_for_older (fixture);
  assert_falling (fixture, MANY + 1, MANY + 1);

  rename_team (fixture->store, remit_test_add_team (fixture->store, plan, "ML"));
  remit_test_add_team (fixture->store, other, "Risk");
  remit_history_seeker_seek_newer (fixture->seeker);
  wait_for_length (fixture, 3);
  g_assert_cmpint (g_array_index (fixture->found, gint64, 0), ==, MANY + 4);
  g_assert_cmpint (g_array_index (fixture->found, gint64, 1), ==, MANY + 3);
}

/* Whoever begins another search is not told of the first. */
static void
test_dropped (Fixture *fixture,
              gconstpointer data)
{
  const RemitHistoryFilter all = { .words = (char *) "ada" };
  const RemitHistoryFilter none = { .words = (char *) "grace" };

  begin (fixture, &all);
  remit_history_seeker_seek_older (fixture->seeker, MANY);
  begin (fixture, &none);
  remit_history_seeker_seek_older (fixture->seeker, MANY);
  wait_for_older (fixture);
  g_assert_true (remit_history_seeker_is_complete (fixture->seeker));
  g_assert_cmpuint (fixture->found->len, ==, 0);
}

static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.remit", NULL);

  begin (fixture, NULL);
  g_clear_object (&fixture->seeker);
  fixture->seeker = remit_history_seeker_new (path, NULL);
  remit_history_seeker_seek_older (fixture->seeker, 1);
  wait_for_older (fixture);
  g_assert_error (remit_history_seeker_get_error (fixture->seeker), REMIT_STORE_ERROR,
                  REMIT_STORE_ERROR_NOT_FOUND);
  /* it does not try again by itself */
  remit_history_seeker_seek_older (fixture->seeker, 1);
  g_assert_false (remit_history_seeker_is_seeking (fixture->seeker));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/seeker/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("steps", test_steps);
  ADD ("meanwhile", test_meanwhile);
  ADD ("entity", test_entity);
  ADD ("dropped", test_dropped);
  ADD ("failure", test_failure);
#undef ADD
  return g_test_run ();
}
