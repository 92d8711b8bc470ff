/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of those who write plans: one moment, one order, one place that leaves out. */
#include "exchange/remit-plan-source.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitStore *store;
  RemitStore *other;
  gint64 plan;
} Fixture;

static gint64
add (Fixture *fixture,
     RemitKind kind,
     void (*fill) (RemitRecord *record, gint64 plan, gint64 first, gint64 second),
     gint64 first,
     gint64 second)
{
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  fill (record, fixture->plan, first, second);
  edit = remit_edit_begin (fixture->store, "Add", &error);
  g_assert_no_error (error);
  remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  return remit_record_get_id (record);
}

static void
fill_person (RemitRecord *person,
             gint64 plan G_GNUC_UNUSED,
             gint64 first G_GNUC_UNUSED,
             gint64 second G_GNUC_UNUSED)
{
  remit_record_set_text (person, REMIT_PERSON_NAME, "Ada");
  remit_record_set_text (person, REMIT_PERSON_EMAIL, "ada@example.org");
  remit_record_set_text (person, REMIT_PERSON_NOTES, "Wants to leave");
}

static void
fill_conflict (RemitRecord *conflict,
               gint64 plan,
               gint64 visibility,
               gint64 second G_GNUC_UNUSED)
{
  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_VISIBILITY, visibility);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE,
                         visibility == REMIT_VISIBILITY_TEAM ? "Labels" : "Tone");
  remit_record_set_text (conflict, REMIT_CONFLICT_RAISER, "Ada");
  remit_record_set_integer (conflict, REMIT_CONFLICT_RAISED, 1);
}

static void
fill_party (RemitRecord *party,
            gint64 plan,
            gint64 conflict,
            gint64 person)
{
  remit_record_set_integer (party, REMIT_PARTY_PLAN, plan);
  remit_record_set_integer (party, REMIT_PARTY_CONFLICT, conflict);
  remit_record_set_text (party, REMIT_PARTY_NAME, "Side");
  remit_record_set_integer (party, REMIT_PARTY_PERSON, person);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = remit_test_make_folder ();
  path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (path);
  fixture->other = remit_test_open_new (path);
  fixture->plan = remit_test_add_plan (fixture->other, "Fraud");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->other);
  g_assert_finalize_object (fixture->store);
  remit_test_remove_folder (fixture->folder);
}

static guint
count (RemitPlanSource *source,
       RemitKind kind,
       gint64 parent)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  remit_plan_source_begin (source, kind, parent);
  while (remit_plan_source_next (source, kind) != NULL)
    n++;
  g_assert_true (remit_plan_source_check (source, &error));
  g_assert_no_error (error);
  return n;
}

/* What another connection writes meanwhile is not in it. */
static void
test_moment (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPlanSource) source = NULL;
  gint64 team;

  remit_test_add_team (fixture->other, fixture->plan, "One");
  source = remit_plan_source_open (fixture->store, fixture->plan, REMIT_AUDIENCE_FULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (remit_record_get_text (remit_plan_source_get_plan (source), REMIT_PLAN_NAME),
                   ==, "Fraud");
  team = remit_test_add_team (fixture->other, fixture->plan, "Two");
  g_assert_cmpuint (count (source, REMIT_KIND_TEAM, 0), ==, 1);
  g_assert_null (remit_plan_source_find (source, REMIT_KIND_TEAM, team));
  g_clear_pointer (&source, remit_plan_source_close);

  source = remit_plan_source_open (fixture->store, fixture->plan, REMIT_AUDIENCE_FULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (source, REMIT_KIND_TEAM, 0), ==, 2);
  g_assert_cmpstr (remit_record_get_text (remit_plan_source_find (source, REMIT_KIND_TEAM, team),
                                          REMIT_TEAM_NAME), ==, "Two");
}

/* Private conflicts, what is in them, who is in them, and what fields say of people. */
static void
check_audience (Fixture *fixture,
                RemitAudience audience,
                const gint64 conflicts[2],
                const gint64 parties[2])
{
  gboolean full = audience == REMIT_AUDIENCE_FULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitPlanSource) source = NULL;
  const RemitRecord *person;

  source = remit_plan_source_open (fixture->store, fixture->plan, audience, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (source, REMIT_KIND_CONFLICT, 0), ==, full ? 2 : 1);
  for (guint i = 0; i < 2; i++)
    {
      gboolean shown = full || i == 0;

      g_assert_true ((remit_plan_source_find (source, REMIT_KIND_CONFLICT, conflicts[i]) != NULL)
                     == shown);
      g_assert_true ((remit_plan_source_find (source, REMIT_KIND_PARTY, parties[i]) != NULL)
                     == shown);
      g_assert_cmpuint (count (source, REMIT_KIND_PARTY, conflicts[i]), ==, shown ? 1 : 0);
    }
  g_assert_cmpuint (count (source, REMIT_KIND_PERSON, 0), ==, full ? 2 : 1);

  remit_plan_source_begin (source, REMIT_KIND_PERSON, 0);
  person = remit_plan_source_next (source, REMIT_KIND_PERSON);
  g_assert_cmpstr (remit_record_get_text (person, REMIT_PERSON_NAME), ==,
                   audience == REMIT_AUDIENCE_ANONYMOUS ? "Person 1" : "Ada");
  g_assert_cmpstr (remit_record_get_text (person, REMIT_PERSON_EMAIL), ==,
                   full ? "ada@example.org" : "");
  g_assert_cmpstr (remit_record_get_text (person, REMIT_PERSON_NOTES), ==,
                   full ? "Wants to leave" : "");
  g_assert_true (remit_plan_source_shows (source, &remit_person_info.fields[REMIT_PERSON_EMAIL])
                 == full);
}

static void
test_audiences (Fixture *fixture,
                gconstpointer data)
{
  gint64 conflicts[2], parties[2];

  for (guint i = 0; i < 2; i++)
    {
      gint64 person = i == 0 ? add (fixture, REMIT_KIND_PERSON, fill_person, 0, 0)
                             : remit_test_add_person (fixture->store, "Bob");

      conflicts[i] = add (fixture, REMIT_KIND_CONFLICT, fill_conflict,
                          i == 0 ? REMIT_VISIBILITY_TEAM : REMIT_VISIBILITY_PRIVATE, 0);
      parties[i] = add (fixture, REMIT_KIND_PARTY, fill_party, conflicts[i], person);
    }
  for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
    check_audience (fixture, audience, conflicts, parties);
}

static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_plan_source_open (fixture->store, 4711, REMIT_AUDIENCE_FULL, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
  /* and its moment is over */
  remit_test_add_team (fixture->other, fixture->plan, "One");
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_TEAM), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/exchange/plan-source/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("moment", test_moment);
  ADD ("audiences", test_audiences);
  ADD ("gone", test_gone);

  return g_test_run ();
}
