/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are only written: assignments, decisions, conflicts, skills, and the history. */
#include <string.h>

#include "exchange/remit-exporter.h"
#include "model/remit-day.h"
#include "remit-sheet-test.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  gint64 plan;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = remit_test_make_folder ();
  self->path = g_build_filename (self->folder, "Plan.xlsx", NULL);
  path = g_build_filename (self->folder, "test.remit", NULL);
  self->store = remit_test_open_new (path);
  self->plan = remit_test_add_plan (self->store, "Harbour");
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->store);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

static char *
dup_csv (Fixture *self,
         RemitExportTable table,
         RemitAudience audience,
         gboolean keys)
{
  RemitExport export = { .store = self->store, .plan = self->plan, .tables = 1u << table,
                         .audience = audience, .csv = { .has_no_mark = TRUE }, .has_ids = keys };
  g_autofree char *path = g_build_filename (self->folder, "table.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Returns: (transfer full): a sheet of the workbook, as it is read */
static char *
dup_sheet (Fixture *self,
           const char *sheet)
{
  RemitSheetInput input = { .path = self->path, .sheet = (char *) sheet };
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&input, &error);

  g_assert_no_error (error);
  return sheet_test_dump (file);
}

static void
write_workbook (Fixture *self,
                gboolean keys)
{
  RemitExport export = { .store = self->store, .plan = self->plan, .has_ids = keys };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xlsx"), &export, self->path,
                        &error);
  g_assert_no_error (error);
}

/* ── What there is ────────────────────────────────────────────────────────────────────────── */

static gint64
add_decision (Fixture *self,
              const char *title,
              gint64 supersedes)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, self->plan);
  remit_record_set_text (record, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (record, REMIT_DECISION_KIND, REMIT_DECISION_KIND_BUDGET);
  remit_record_set_integer (record, REMIT_DECISION_DECIDE_BY, remit_day_parse ("2031-05-06"));
  remit_record_set_integer (record, REMIT_DECISION_SUPERSEDES, supersedes);
  return remit_test_insert (self->store, record);
}

static gint64
add_event (Fixture *self,
           gint64 decision,
           const char *time,
           const char *text,
           gint64 corrects)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION_EVENT);

  remit_record_set_integer (record, REMIT_DECISION_EVENT_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_DECISION, decision);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_AT, remit_time_parse (time));
  remit_record_set_text (record, REMIT_DECISION_EVENT_ACTOR, "Olu Adeyemi");
  remit_record_set_integer (record, REMIT_DECISION_EVENT_KIND,
                            corrects != 0 ? REMIT_DECISION_EVENT_CORRECTION
                                          : REMIT_DECISION_EVENT_OUTCOME);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_RESULT, corrects != 0 ? 0 : 1);
  remit_record_set_text (record, REMIT_DECISION_EVENT_TEXT, text);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_CORRECTS, corrects);
  return remit_test_insert (self->store, record);
}

static void
add_level (Fixture *self,
           RemitKind kind,
           gint64 of,
           gint64 skill,
           int level)
{
  RemitRecord *record = remit_record_new (kind);

  if (kind == REMIT_KIND_SLOT_NEED)
    remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, self->plan);
  remit_record_set_integer (
    record, kind == REMIT_KIND_SLOT_NEED ? REMIT_SLOT_NEED_SLOT : REMIT_PERSON_SKILL_PERSON, of);
  remit_record_set_integer (
    record, kind == REMIT_KIND_SLOT_NEED ? REMIT_SLOT_NEED_SKILL : REMIT_PERSON_SKILL_SKILL, skill);
  remit_record_set_integer (
    record, kind == REMIT_KIND_SLOT_NEED ? REMIT_SLOT_NEED_LEVEL : REMIT_PERSON_SKILL_LEVEL, level);
  remit_test_insert (self->store, record);
}

/* ── Tables ───────────────────────────────────────────────────────────────────────────────── */

static void
test_assignments (Fixture *self,
                  gconstpointer data)
{
  gint64 role = remit_test_add_role (self->store, "pilot", "Pilot");
  gint64 team = remit_test_add_team (self->store, self->plan, "Tugs");
  gint64 person = remit_test_add_person (self->store, "=Olu Adeyemi");
  gint64 slot = remit_test_add_slot (self->store, self->plan, team, role);
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *sheet = NULL;

  remit_test_add_slot (self->store, self->plan, team, role); /* vacant: no assignment */
  remit_test_add_assignment (self->store, self->plan, slot, person, 35);
  text = dup_csv (self, REMIT_EXPORT_ASSIGNMENTS, REMIT_AUDIENCE_FULL, FALSE);
  g_assert_cmpstr (text, ==,
                   "\"Person\",\"Team\",\"Role\",\"Slot name\",\"Allocation\",\"From\",\"Until\","
                   "\"State\"\r\n\"'=Olu Adeyemi\",\"Tugs\",\"Pilot\",\"\",\"35%\",\"\",\"\","
                   "\"Confirmed\"\r\n");
  theirs = dup_csv (self, REMIT_EXPORT_ASSIGNMENTS, REMIT_AUDIENCE_ANONYMOUS, FALSE);
  g_assert_null (strstr (theirs, "Adeyemi"));
  g_assert_nonnull (strstr (theirs, "\"Pilot 1\",\"Tugs\""));
  write_workbook (self, FALSE);
  sheet = dup_sheet (self, "Assignments");
  g_assert_nonnull (strstr (sheet, "=Olu Adeyemi|Tugs|Pilot||35 %|||Confirmed"));
}

/* The outcome is the last that stands; what is confidential is in no column. */
static void
test_decisions (Fixture *self,
                gconstpointer data)
{
  gint64 first = add_decision (self, "+Dredge", 0);
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;

  add_decision (self, "Dredge again", first);
  add_event (self, first, "2030-02-03T12:00:00Z", "@Silt", 0);
  add_event (self, first, "2030-03-05T12:00:00Z", "",
             add_event (self, first, "2030-03-04T12:00:00Z", "Wrong", 0));
  text = dup_csv (self, REMIT_EXPORT_DECISIONS, REMIT_AUDIENCE_FULL, FALSE);
  g_assert_true (g_str_has_prefix (text, "\"Title\",\"Team\",\"Kind\",\"Status\",\"Decide by\","));
  g_assert_nonnull (strstr (text, "\"'+Dredge\",\"\",\"Budget\",\"Proposed\",\"2031-05-06\","));
  g_assert_nonnull (strstr (text, "\"2030-02-03 12:00\",\"Olu Adeyemi\",\"'@Silt\","));
  g_assert_nonnull (strstr (text, "\"\",\"\",\"\",\"\",\"\",\"'+Dredge\",\"RACI\",\"1\""));
  g_assert_null (strstr (text, "Wrong"));
  write_workbook (self, FALSE);
  sheet = dup_sheet (self, "Decisions");
  g_assert_nonnull (strstr (sheet, "+Dredge||Budget|Proposed|2031-05-06|"));
  g_assert_nonnull (strstr (sheet, "|2030-02-03"));
}

/* Private ones are for the audience full alone. */
static void
test_conflicts (Fixture *self,
                gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;

  for (RemitVisibility visibility = 0; visibility <= REMIT_VISIBILITY_PRIVATE; visibility++)
    {
      RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);
      RemitRecord *party = remit_record_new (REMIT_KIND_PARTY);
      g_autofree char *title = g_strdup_printf ("Berth %d", (int) visibility);
      gint64 conflict;

      remit_record_set_integer (record, REMIT_CONFLICT_PLAN, self->plan);
      remit_record_set_text (record, REMIT_CONFLICT_TITLE, title);
      remit_record_set_text (record, REMIT_CONFLICT_RAISER, "Ines Roca");
      remit_record_set_integer (record, REMIT_CONFLICT_RAISED,
                                remit_time_parse ("2030-02-03T12:30:00Z"));
      remit_record_set_integer (record, REMIT_CONFLICT_VISIBILITY, visibility);
      conflict = remit_test_insert (self->store, record);
      remit_record_set_integer (party, REMIT_PARTY_PLAN, self->plan);
      remit_record_set_integer (party, REMIT_PARTY_CONFLICT, conflict);
      remit_record_set_text (party, REMIT_PARTY_NAME, "Juno Park");
      remit_record_set_text (party, REMIT_PARTY_POSITION, "The berth is ours");
      remit_test_insert (self->store, party);
    }
  text = dup_csv (self, REMIT_EXPORT_CONFLICTS, REMIT_AUDIENCE_FULL, FALSE);
  g_assert_nonnull (strstr (text, "\"Berth 0\",\"2 · Medium\",\"Open\","));
  g_assert_nonnull (strstr (text, "\"Juno Park\",\"Technical\",\"2030-02-03 12:30\",\"Ines "
                                  "Roca\""));
  g_assert_nonnull (strstr (text, "\"Berth 2\""));
  theirs = dup_csv (self, REMIT_EXPORT_CONFLICTS, REMIT_AUDIENCE_STAKEHOLDER, FALSE);
  g_assert_nonnull (strstr (theirs, "\"Berth 0\""));
  g_assert_null (strstr (theirs, "\"Berth 1\""));
  g_assert_null (strstr (theirs, "\"Berth 2\""));
  g_assert_null (strstr (theirs, "ours"));
}

static void
test_skills (Fixture *self,
             gconstpointer data)
{
  gint64 role = remit_test_add_role (self->store, "pilot", "Pilot");
  gint64 team = remit_test_add_team (self->store, self->plan, "Tugs");
  gint64 slot = remit_test_add_slot (self->store, self->plan, team, role);
  gint64 skill = remit_test_add_skill (self->store, "-Radar");
  gint64 person = remit_test_add_person (self->store, "Olu");
  gint64 other = remit_test_add_person (self->store, "Ines");
  g_autofree char *text = NULL;

  remit_test_add_assignment (self->store, self->plan, slot, person, 50);
  remit_test_add_assignment (self->store, self->plan, slot, other, 50);
  add_level (self, REMIT_KIND_PERSON_SKILL, person, skill, 2);
  add_level (self, REMIT_KIND_PERSON_SKILL, other, skill, 4);
  add_level (self, REMIT_KIND_SLOT_NEED, slot, skill, 3);
  text = dup_csv (self, REMIT_EXPORT_SKILLS, REMIT_AUDIENCE_FULL, FALSE);
  g_assert_cmpstr (text, ==,
                   "\"Skill\",\"Category\",\"People\",\"Highest level\",\"Slots that require it\","
                   "\"Highest required level\"\r\n\"'-Radar\",\"\",\"2\",\"4\",\"1\",\"3\"\r\n");
}

/* What a level rests on is a judgement on a person: it stays in the house. */
static void
test_levels (Fixture *self,
             gconstpointer data)
{
  gint64 role = remit_test_add_role (self->store, "pilot", "Pilot");
  gint64 team = remit_test_add_team (self->store, self->plan, "Tugs");
  gint64 slot = remit_test_add_slot (self->store, self->plan, team, role);
  gint64 skill = remit_test_add_skill (self->store, "=Radar");
  gint64 person = remit_test_add_person (self->store, "Olu");
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;

  remit_test_add_assignment (self->store, self->plan, slot, person, 50);
  add_level (self, REMIT_KIND_PERSON_SKILL, person, skill, 2);
  text = dup_csv (self, REMIT_EXPORT_LEVELS, REMIT_AUDIENCE_FULL, FALSE);
  g_assert_cmpstr (text, ==,
                   "\"Person\",\"Skill\",\"Category\",\"Level\",\"Assessment\",\"Assessed by\","
                   "\"Verified by\",\"Verified on\",\"Valid until\"\r\n"
                   "\"Olu\",\"'=Radar\",\"\",\"2 · Independent\",\"Not stated\",\"\",\"\",\"\",\"\""
                   "\r\n");
  theirs = dup_csv (self, REMIT_EXPORT_LEVELS, REMIT_AUDIENCE_STAKEHOLDER, FALSE);
  g_assert_cmpstr (theirs, ==, "\"Person\",\"Skill\",\"Category\",\"Level\"\r\n"
                               "\"Olu\",\"'=Radar\",\"\",\"2 · Independent\"\r\n");
}

/* Identifiers are there when they are asked for, and nowhere else. */
static void
test_keys (Fixture *self,
           gconstpointer data)
{
  gint64 role = remit_test_add_role (self->store, "pilot", "Pilot");
  gint64 team = remit_test_add_team (self->store, self->plan, "Tugs");
  gint64 slot = remit_test_add_slot (self->store, self->plan, team, role);
  gint64 person = remit_test_add_person (self->store, "Olu");
  char ids[2][17];

  remit_test_add_assignment (self->store, self->plan, slot, person, 50);
  g_snprintf (ids[0], sizeof ids[0], "%016" G_GINT64_MODIFIER "x", person);
  g_snprintf (ids[1], sizeof ids[1], "%016" G_GINT64_MODIFIER "x", slot);
  for (RemitExportTable table = 0; table < REMIT_N_EXPORT_TABLES; table++)
    {
      g_autofree char *without = dup_csv (self, table, REMIT_AUDIENCE_FULL, FALSE);
      g_autofree char *with = dup_csv (self, table, REMIT_AUDIENCE_FULL, TRUE);
      gboolean has_keys = table != REMIT_EXPORT_RIGHTS && table != REMIT_EXPORT_FINDINGS;

      g_test_message ("%s", remit_export_table_nicks[table]);
      g_assert_null (strstr (without, "Remit ID"));
      g_assert_true ((strstr (with, "Remit ID") != NULL) == has_keys);
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        g_assert_null (strstr (without, ids[i]));
      if (table == REMIT_EXPORT_PEOPLE)
        g_assert_nonnull (strstr (with, ids[0]));
      if (table == REMIT_EXPORT_SEATS || table == REMIT_EXPORT_ASSIGNMENTS)
        g_assert_nonnull (strstr (with, ids[1]));
    }
}

/* ── History ──────────────────────────────────────────────────────────────────────────────── */

static void
write_history (Fixture *self,
               gboolean keys)
{
  RemitExport export = { .store = self->store, .has_ids = keys };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_HISTORY, "xlsx"), &export, self->path,
                        &error);
  g_assert_no_error (error);
}

static void
test_history (Fixture *self,
              gconstpointer data)
{
  g_autofree char *sheet = NULL;
  g_autofree char *keyed = NULL;
  g_autofree char *plan = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->plan);

  remit_test_add_team (self->store, self->plan, "=Tugs");
  write_history (self, FALSE);
  sheet = dup_sheet (self, "History");
  g_assert_true (g_str_has_prefix (sheet, "1: No.|When|Who|What|Changes|Takes back|Plan\n2: 1|"));
  g_assert_nonnull (strstr (sheet, "=Tugs"));
  g_assert_null (strstr (sheet, plan));
  write_history (self, TRUE);
  keyed = dup_sheet (self, "History");
  g_assert_nonnull (strstr (keyed, "|Remit ID of the plan|Hash\n"));
}

/* A text that no cell takes is shortened, and says so: nothing of the rest is refused. */
static void
test_long_history (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (40000, 'x');
  gint64 team = remit_test_add_team (self->store, self->plan, "Tugs");
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (self->store, "Change", &error);

  remit_edit_set_text (edit, REMIT_KIND_TEAM, team, REMIT_TEAM_PURPOSE, long_text, &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  write_history (self, FALSE);
  sheet = dup_sheet (self, "History");
  g_assert_nonnull (strstr (sheet, "xxx… (shortened; CSV has all)"));
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();
#define ADD(name, func) \
  g_test_add ("/exchange/book-tables/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("assignments", test_assignments);
  ADD ("decisions", test_decisions);
  ADD ("conflicts", test_conflicts);
  ADD ("skills", test_skills);
  ADD ("levels", test_levels);
  ADD ("keys", test_keys);
  ADD ("history", test_history);
  ADD ("long-history", test_long_history);
#undef ADD
  return g_test_run ();
}
