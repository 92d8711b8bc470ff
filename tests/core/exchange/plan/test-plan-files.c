/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans that are written and read again, the templates and the sample among them. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "model/remit-day.h"
#include "remit-plan-test.h"

/* Export, import into an empty workspace, export: the same bytes, and import again: nothing. */
static void
check_round_trip (PlanFixture *fixture,
                  gint64 plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = plan_test_export (fixture->store, plan, fixture->folder);
  g_autofree char *path = g_build_filename (fixture->folder, "export.xml", NULL);
  g_autoptr (RemitStore) other = plan_fixture_open_other (fixture);
  g_autoptr (RemitImportResult) result = remit_plan_read (other, path, NULL, &error);
  g_autoptr (RemitImportResult) again = NULL;
  g_autofree char *second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 length;
  g_autofree char *hash = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (result->plan, ==, plan);
  before = remit_test_dump (other);
  second = plan_test_export (other, plan, fixture->folder);
  g_assert_cmpstr (second, ==, first);

  again = remit_plan_read (other, path, NULL, &error);
  g_assert_no_error (error);
  for (RemitKind kind = REMIT_KIND_NONE; kind < REMIT_N_KINDS; kind++)
    {
      g_assert_cmpuint (again->added[kind], ==, 0);
      g_assert_cmpuint (again->changed[kind], ==, 0);
      g_assert_cmpuint (again->removed[kind], ==, 0);
      g_assert_cmpuint (again->same[kind], ==, result->added[kind]);
    }
  after = remit_test_dump (other);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (remit_history_get_head (other, &length, &hash, NULL));
  g_assert_cmpint (length, ==, 1);
}

static void
check_data_file (PlanFixture *fixture,
                 const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) result = NULL;

  g_test_message ("%s", path);
  plan_test_assert_valid (path);
  result = remit_plan_read (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_notes, ==, 0);
  remit_test_undo_and_redo (fixture->store, before);
  check_round_trip (fixture, result->plan);
}

static void
check_data_folder (const char *folder)
{
  g_autoptr (GPtrArray) files = plan_test_list_data (folder);

  for (guint i = 0; i < files->len; i++)
    {
      PlanFixture fixture;

      plan_fixture_set_up (&fixture, NULL);
      check_data_file (&fixture, files->pdata[i]);
      plan_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_templates (void)
{
  check_data_folder ("templates");
}

static void
test_samples (void)
{
  check_data_folder ("samples");
}

/* Each slot of a template says why it is there and what it needs. */
static void
test_template_contents (PlanFixture *fixture,
                        gconstpointer data G_GNUC_UNUSED)
{
  static const char sql[] =
    "SELECT count (*) FROM slot WHERE length (why) < 60"
    " OR NOT EXISTS (SELECT 1 FROM slot_need WHERE slot = slot.id)";
  g_autoptr (GPtrArray) files = plan_test_list_data ("templates");
  g_autoptr (RemitStatement) row = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitImportResult) result = remit_plan_read (fixture->store, files->pdata[i],
                                                              NULL, &error);

      g_assert_no_error (error);
      /* roles and skills that an earlier one has too are the same to the letter */
      g_assert_cmpuint (result->changed[REMIT_KIND_ROLE], ==, 0);
      g_assert_cmpuint (result->changed[REMIT_KIND_SKILL], ==, 0);
      g_assert_cmpuint (result->added[REMIT_KIND_SLOT], >=, 5);
    }
  row = remit_store_prepare (fixture->store, sql, NULL);
  g_assert_true (remit_store_step (fixture->store, row));
  g_assert_cmpint (sqlite3_column_int (row, 0), ==, 0);
}

static void
set_all (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & REMIT_FIELD_ZONE)
      remit_record_set_text (record, i, "Europe/Berlin");
    else if (info->fields[i].flags & REMIT_FIELD_PERIODS)
      remit_record_set_text (record, i, "2026-01-01/2026-03-31 50%; 2026-04-01/.. 80%");
    else if (info->fields[i].flags & REMIT_FIELD_MONEY)
      remit_record_set_text (record, i, "650.00 EUR");
    else if (remit_field_is_text (&info->fields[i]))
      remit_record_set_text (record, i, "ä <&> \"'\n\tz\r 😀 ");
    else if (info->fields[i].kind == REMIT_FIELD_DATE)
      remit_record_set_integer (record, i, remit_day_parse ("2026-03-31"));
    /* what it was copied from is not in every workspace: see test-origins.c */
    else if (info->fields[i].kind != REMIT_FIELD_REFERENCE
             && info->fields[i].kind != REMIT_FIELD_ORIGIN
             && !(info->fields[i].flags & REMIT_FIELD_IMPLIED))
      remit_record_set_integer (record, i, 1);
}

static void
link_to (RemitRecord *record,
         const char *field,
         gint64 id)
{
  int i = remit_entity_info_find_field (remit_record_get_info (record), field);
  gint64 other;

  if (i < 0)
    return;
  if ((remit_record_get_info (record)->fields[i].flags & REMIT_FIELD_ALTERNATIVE)
      && remit_record_get_alternative (record, &other) != REMIT_KIND_NONE)
    return;
  remit_record_set_integer (record, (guint) i, id);
}

/* One row of each kind, every field with a value of its own. */
static gint64
fill (RemitStore *store)
{
  gint64 ids[REMIT_N_KINDS] = { 0 };

  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    {
      RemitRecord *record = remit_record_new (kind);

      set_all (record);
      link_to (record, "skill", ids[REMIT_KIND_SKILL]);
      link_to (record, "role", ids[REMIT_KIND_ROLE]);
      link_to (record, "person", ids[REMIT_KIND_PERSON]);
      link_to (record, "plan", ids[REMIT_KIND_PLAN]);
      link_to (record, "team", ids[REMIT_KIND_TEAM]);
      link_to (record, "slot", ids[REMIT_KIND_SLOT]);
      link_to (record, "decision", ids[REMIT_KIND_DECISION]);
      link_to (record, "assignment", ids[REMIT_KIND_ASSIGNMENT]);
      link_to (record, "conflict", ids[REMIT_KIND_CONFLICT]);
      link_to (record, "ladder", ids[REMIT_KIND_LADDER]);
      /* the log leads to what the conflict says */
      if (kind == REMIT_KIND_CONFLICT)
        remit_record_set_integer (record, REMIT_CONFLICT_STATUS, REMIT_CONFLICT_OPEN);
      if (kind == REMIT_KIND_CONFLICT_EVENT)
        remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND, REMIT_CONFLICT_EVENT_RAISED);
      ids[kind] = remit_test_insert (store, record);
    }
  return ids[REMIT_KIND_PLAN];
}

static void
test_every_field (PlanFixture *fixture,
                  gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = fill (fixture->store);
  g_autofree char *first = remit_test_dump (fixture->store);
  g_autofree char *second = NULL;

  check_round_trip (fixture, plan);
  {
    g_autoptr (RemitStore) other = plan_fixture_open_other (fixture);
    char *parts;
    char *other_parts;

    /* apart from the ids of parts, which are not in files */
    second = remit_test_dump (other);
    parts = strstr (first, "plan ");
    other_parts = strstr (second, "plan ");
    g_assert_nonnull (parts);
    g_assert_nonnull (other_parts);
    *strstr (parts, "slot-need ") = '\0';
    *strstr (other_parts, "slot-need ") = '\0';
    g_assert_cmpstr (parts, ==, other_parts);
  }
}

static void
test_people_of_plan (PlanFixture *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Plan");
  gint64 team = remit_test_add_team (fixture->store, plan, "Team");
  gint64 role = remit_test_add_role (fixture->store, "role", "Role");
  gint64 slot = remit_test_add_slot (fixture->store, plan, team, role);
  gint64 boss = remit_test_add_person (fixture->store, "Boss");
  gint64 ada = remit_test_add_person (fixture->store, "Ada");
  RemitEdit *edit = remit_edit_begin (fixture->store, "Test", NULL);
  g_autofree char *text = NULL;

  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_PERSON, ada, REMIT_PERSON_MANAGER, boss,
                                         NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
  remit_edit_free (edit);
  remit_test_add_person (fixture->store, "Somebody else");
  remit_test_add_role (fixture->store, "unused", "Unused");
  remit_test_add_skill (fixture->store, "Unused");
  remit_test_add_assignment (fixture->store, plan, slot, ada, 50);

  text = plan_test_export (fixture->store, plan, fixture->folder);
  g_assert_nonnull (strstr (text, "name=\"Ada\""));
  g_assert_nonnull (strstr (text, "name=\"Boss\""));
  g_assert_null (strstr (text, "Somebody else"));
  g_assert_null (strstr (text, "Unused"));
  check_round_trip (fixture, plan);
}

/* What XML has no characters for is replaced, and the file stays one. */
static void
test_characters (PlanFixture *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (fixture->store, "a\001b\357\277\276c\033");
  g_autofree char *text = plan_test_export (fixture->store, plan, fixture->folder);

  g_assert_nonnull (strstr (text, "name=\"a\357\277\275b\357\277\275c\357\277\275\""));
}

static void
test_unwritable (PlanFixture *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none", "plan.xml", NULL);
  gint64 plan = remit_test_add_plan (fixture->store, "Plan");

  g_assert_false (plan_test_write (fixture->store, plan, REMIT_AUDIENCE_FULL, path, NULL, NULL,
                                   NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  g_assert_false (plan_test_write (fixture->store, plan, REMIT_AUDIENCE_FULL, "/dev/full", NULL,
                                    NULL, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
}

/* A file that cannot be written as a whole stays what it was. */
static void
check_untouched (PlanFixture *fixture,
                 gint64 plan,
                 GCancellable *cancellable,
                 RemitProgress progress,
                 gpointer progress_data,
                 GQuark domain,
                 int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plan_fixture_write (fixture, "before");
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_false (plan_test_write (fixture->store, plan, REMIT_AUDIENCE_FULL, path, cancellable,
                                    progress, progress_data, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");

  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_true (g_str_has_prefix (name, "test.remit") || g_str_equal (name, "plan.xml"));
}

static gboolean
write_to_full_disk (PlanFixture *fixture,
                    gint64 plan,
                    const char *path,
                    GError **error)
{
  struct rlimit before;
  struct rlimit full;
  gboolean written;

  getrlimit (RLIMIT_FSIZE, &before);
  full = (struct rlimit){ .rlim_cur = 8192, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &full);
  written = plan_test_write (fixture->store, plan, REMIT_AUDIENCE_FULL, path, NULL, NULL, NULL,
                              error);
  setrlimit (RLIMIT_FSIZE, &before);
  return written;
}

/* No half of a new file, and the whole of an old one. */
static void
test_full_disk (PlanFixture *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Plan");
  g_autofree char *name = g_strnfill (200, 'x');
  g_autofree char *text = NULL;

  for (int i = 0; i < 100; i++)
    remit_test_add_team (fixture->store, plan, name);

  for (int old = 0; old <= 1; old++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;

      path = old ? plan_fixture_write (fixture, "before")
                 : g_build_filename (fixture->folder, "new.xml", NULL);
      g_assert_false (write_to_full_disk (fixture, plan, path, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == old);
      if (old)
        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    }
  g_assert_cmpstr (text, ==, "before");
}

static void
test_no_such_plan (PlanFixture *fixture,
                   gconstpointer data G_GNUC_UNUSED)
{
  check_untouched (fixture, 17, NULL, NULL, NULL, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND);
}

static void
cancel (double share G_GNUC_UNUSED,
        gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gint64
add_many_slots (RemitStore *store)
{
  gint64 plan = remit_test_add_plan (store, "Plan");
  gint64 team = remit_test_add_team (store, plan, "Team");
  gint64 role = remit_test_add_role (store, "role", "Role");
  RemitEdit *edit = remit_edit_begin (store, "Test", NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, team);
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
      g_assert_true (remit_edit_insert (edit, slot, NULL));
    }
  g_assert_true (remit_edit_commit (edit, NULL));
  remit_edit_free (edit);
  return plan;
}

static void
test_cancel_writing (PlanFixture *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 plan = add_many_slots (fixture->store);

  check_untouched (fixture, plan, cancellable, cancel, cancellable, G_IO_ERROR,
                   G_IO_ERROR_CANCELLED);
}

static void
test_cancel_reading (PlanFixture *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RemitImportOptions options = { .cancellable = cancellable, .progress = cancel,
                                 .progress_data = cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) other = plan_fixture_open_other (fixture);
  g_autofree char *before = remit_test_dump (other);
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "export.xml", NULL);
  g_autofree char *text = plan_test_export (fixture->store, add_many_slots (fixture->store),
                                            fixture->folder);

  g_assert_null (remit_plan_read (other, path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = remit_test_dump (other);
  g_assert_cmpstr (after, ==, before);
}

static void
remember (double share,
          gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1.0);
  *last = share;
}

static void
test_progress (PlanFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  double written = 0, read = 0;
  RemitImportOptions options = { .progress = remember, .progress_data = &read };
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) other = plan_fixture_open_other (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "export.xml", NULL);
  g_autoptr (RemitImportResult) result = NULL;

  plan_test_write (fixture->store, add_many_slots (fixture->store), REMIT_AUDIENCE_FULL, path,
                    NULL, remember, &written, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (written, ==, 1.0);
  result = remit_plan_read (other, path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (read, >, 0.9);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                   \
  g_test_add ("/exchange/plan-files/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
              plan_fixture_tear_down)
  g_test_add_func ("/exchange/plan-files/templates", test_templates);
  g_test_add_func ("/exchange/plan-files/samples", test_samples);
  ADD ("template-contents", test_template_contents);
  ADD ("every-field", test_every_field);
  ADD ("people-of-plan", test_people_of_plan);
  ADD ("characters", test_characters);
  ADD ("unwritable", test_unwritable);
  ADD ("full-disk", test_full_disk);
  ADD ("no-such-plan", test_no_such_plan);
  ADD ("cancel-writing", test_cancel_writing);
  ADD ("cancel-reading", test_cancel_reading);
  ADD ("progress", test_progress);

  return g_test_run ();
}
