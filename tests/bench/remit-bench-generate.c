/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes plans of any size, the same for the same seed: a workspace, and people as CSV or a
 * workbook. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "store/remit-edit.h"
#include "store/remit-store-private.h"

#define SKILLS_A_PERSON 3
#define NEEDS_A_SLOT 2

/* How many people own conflicts. */
#define OWNERS 300

static int n_people = 1336;
static int n_teams = 58;
static int n_slots = 576;
static int n_assignments = 384;
static int n_decisions;
static int n_rights;
static int n_conflicts;
static int n_events;
static int n_edits;
static int seed = 1;
static char *csv_path;
static char *xlsx_path;

static const GOptionEntry options[] = {
  { "people", 0, 0, G_OPTION_ARG_INT, &n_people, "How many people (1336)", "N" },
  { "teams", 0, 0, G_OPTION_ARG_INT, &n_teams, "How many teams (58)", "N" },
  { "slots", 0, 0, G_OPTION_ARG_INT, &n_slots, "How many slots (576)", "N" },
  { "assignments", 0, 0, G_OPTION_ARG_INT, &n_assignments, "How many assignments (384)", "N" },
  { "decisions", 0, 0, G_OPTION_ARG_INT, &n_decisions, "How many decisions (0)", "N" },
  { "rights", 0, 0, G_OPTION_ARG_INT, &n_rights, "How many rights (0)", "N" },
  { "conflicts", 0, 0, G_OPTION_ARG_INT, &n_conflicts, "How many conflicts (0)", "N" },
  { "events", 0, 0, G_OPTION_ARG_INT, &n_events, "How many lines in their logs (0)", "N" },
  { "edits", 0, 0, G_OPTION_ARG_INT, &n_edits, "How many edits of assignments (0)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Where chance begins (1)", "N" },
  { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv_path, "Write the people to this file too", "FILE" },
  { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &xlsx_path, "Write them to this workbook too", "FILE" },
  { NULL }
};

static const char *const first_names[] = {
  "Ada", "Bela", "Chidi", "Dörte", "Emil", "Fatima", "Grace", "Hiro", "Ingrid", "João", "Kwame",
  "Linnéa", "Mei", "Noor", "Oskar", "Priya", "Quentin", "Rosa", "Sofia", "Tomáš",
};
static const char *const last_names[] = {
  "Abbott", "Bauer", "Castro", "Dubois", "Eriksson", "Fischer", "García", "Hopper", "Ito",
  "Jensen", "Kowalski", "Lovelace", "Müller", "Nakamura", "Okafor", "Petrov", "Quispe", "Rossi",
  "Silva", "Takahashi",
};
static const char *const roles[] = {
  "ML engineer", "Data engineer", "Data scientist", "Product manager", "Business analyst",
  "Compliance specialist", "Domain expert", "Designer", "Backend engineer", "Frontend engineer",
  "Site reliability engineer", "Validation lead",
};
static const char *const skills[] = {
  "Python", "SQL", "Statistics", "Deep learning", "Feature stores", "Model serving", "Kubernetes",
  "Spark", "Experiment design", "Causal inference", "Credit risk", "Fraud", "Privacy law",
  "Model validation", "Facilitation", "Roadmapping", "Interviewing", "Accessibility", "C", "GTK",
  "Monitoring", "Data contracts", "Labelling", "Prompt design", "Evaluation", "Negotiation",
};
static const char *const units[] = { "Platform", "Risk", "Growth", "Research", "Operations" };

/* Ids rise within a kind, and are the same for the same numbers. */
static gint64
make_id (RemitKind kind,
         int number)
{
  return G_GINT64_CONSTANT (0x0190000000000000) + ((gint64) kind << 40) + number + 1;
}

static void
die_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

typedef void (*Fill) (RemitRecord *record, int number, GRand *chance);

static char *
dup_person_name (int number)
{
  guint first = (guint) number % G_N_ELEMENTS (first_names);
  guint last = (guint) number / G_N_ELEMENTS (first_names) % G_N_ELEMENTS (last_names);
  int round = number / (int) (G_N_ELEMENTS (first_names) * G_N_ELEMENTS (last_names));

  if (round == 0)
    return g_strdup_printf ("%s %s", first_names[first], last_names[last]);
  return g_strdup_printf ("%s %s %d", first_names[first], last_names[last], round + 1);
}

static void
fill_skill (RemitRecord *record,
            int number,
            GRand *chance)
{
  remit_record_set_text (record, REMIT_SKILL_NAME, skills[number]);
}

static void
fill_role (RemitRecord *record,
           int number,
           GRand *chance)
{
  g_autofree char *key = g_ascii_strdown (roles[number], -1);

  remit_record_set_text (record, REMIT_ROLE_KEY, g_strdelimit (key, " ", '-'));
  remit_record_set_text (record, REMIT_ROLE_NAME, roles[number]);
}

static void
fill_person (RemitRecord *record,
             int number,
             GRand *chance)
{
  g_autofree char *name = dup_person_name (number);
  g_autofree char *email = g_strdup_printf ("p%06d@example.org", number + 1);
  g_autofree char *external = g_strdup_printf ("P%06d", number + 1);

  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  remit_record_set_text (record, REMIT_PERSON_EMAIL, email);
  remit_record_set_text (record, REMIT_PERSON_EXTERNAL_ID, external);
  remit_record_set_text (record, REMIT_PERSON_TITLE,
                         roles[g_rand_int_range (chance, 0, G_N_ELEMENTS (roles))]);
  remit_record_set_text (record, REMIT_PERSON_UNIT,
                         units[g_rand_int_range (chance, 0, G_N_ELEMENTS (units))]);
  remit_record_set_text (record, REMIT_PERSON_LOCATION, number % 3 == 0 ? "Remote" : "Lisbon");
  remit_record_set_integer (record, REMIT_PERSON_CAPACITY, number % 10 == 0 ? 60 : 100);
  if (number > 0)
    remit_record_set_integer (record, REMIT_PERSON_MANAGER,
                              make_id (REMIT_KIND_PERSON, number / 8));
}

static void
fill_person_skill (RemitRecord *record,
                   int number,
                   GRand *chance)
{
  int skill = (number / SKILLS_A_PERSON * 7 + number % SKILLS_A_PERSON)
              % (int) G_N_ELEMENTS (skills);

  remit_record_set_integer (record, REMIT_PERSON_SKILL_PERSON,
                            make_id (REMIT_KIND_PERSON, number / SKILLS_A_PERSON));
  remit_record_set_integer (record, REMIT_PERSON_SKILL_SKILL, make_id (REMIT_KIND_SKILL, skill));
  remit_record_set_integer (record, REMIT_PERSON_SKILL_LEVEL, g_rand_int_range (chance, 2, 5));
}

static void
fill_plan (RemitRecord *record,
           int number,
           GRand *chance)
{
  remit_record_set_text (record, REMIT_PLAN_NAME, "Generated");
  remit_record_set_text (record, REMIT_PLAN_PURPOSE, "To measure with");
}

static void
fill_team (RemitRecord *record,
           int number,
           GRand *chance)
{
  g_autofree char *name = g_strdup_printf ("Team %d", number + 1);

  remit_record_set_integer (record, REMIT_TEAM_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_text (record, REMIT_TEAM_NAME, name);
  remit_record_set_text (record, REMIT_TEAM_PURPOSE, "Owns the outcome of one model in production");
  remit_record_set_integer (record, REMIT_TEAM_TOPOLOGY, g_rand_int_range (chance, 0, 5));
  remit_record_set_integer (record, REMIT_TEAM_ML, number % 2);
  remit_record_set_integer (record, REMIT_TEAM_POSITION, number + 1);
}

static int
get_fte (int slot)
{
  return (slot % 4 + 1) * 25;
}

static void
fill_slot (RemitRecord *record,
           int number,
           GRand *chance)
{
  remit_record_set_integer (record, REMIT_SLOT_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_SLOT_TEAM, make_id (REMIT_KIND_TEAM, number % n_teams));
  remit_record_set_integer (record, REMIT_SLOT_ROLE,
                            make_id (REMIT_KIND_ROLE,
                                     number / n_teams % (int) G_N_ELEMENTS (roles)));
  remit_record_set_integer (record, REMIT_SLOT_FTE, get_fte (number));
  remit_record_set_integer (record, REMIT_SLOT_POSITION, number / n_teams + 1);
}

/* What the first person in the slot can do: see fill_person_skill(). */
static void
fill_need (RemitRecord *record,
           int number,
           GRand *chance)
{
  int skill = (number / NEEDS_A_SLOT * 7 + number % NEEDS_A_SLOT) % (int) G_N_ELEMENTS (skills);

  remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_SLOT_NEED_SLOT,
                            make_id (REMIT_KIND_SLOT, number / NEEDS_A_SLOT));
  remit_record_set_integer (record, REMIT_SLOT_NEED_SKILL, make_id (REMIT_KIND_SKILL, skill));
  remit_record_set_integer (record, REMIT_SLOT_NEED_LEVEL, g_rand_int_range (chance, 1, 3));
}

/* Slots are filled one after the other, and then once more by others with the same skills, who
 * share what it needs; most plans are not wrong in most places. */
static void
fill_assignment (RemitRecord *record,
                 int number,
                 GRand *chance)
{
  int round = number / n_slots;
  int n_rounds = (n_assignments + n_slots - 1) / n_slots;

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT,
                            make_id (REMIT_KIND_SLOT, number % n_slots));
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON,
                            make_id (REMIT_KIND_PERSON,
                                     (number % n_slots + round * (int) G_N_ELEMENTS (skills))
                                     % n_people));
  remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION,
                            MAX (1, get_fte (number % n_slots) / n_rounds));
}

static void
fill_decision (RemitRecord *record,
               int number,
               GRand *chance)
{
  g_autofree char *title = g_strdup_printf ("Decision %d", number + 1);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_DECISION_TEAM,
                            make_id (REMIT_KIND_TEAM, number % n_teams));
  remit_record_set_text (record, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (record, REMIT_DECISION_KIND, g_rand_int_range (chance, 0, 8));
  remit_record_set_integer (record, REMIT_DECISION_RAISED, G_GINT64_CONSTANT (1767225600000));
  remit_record_set_integer (record, REMIT_DECISION_POSITION, number + 1);
}

/* The slots of a decision's team stand n_teams apart; each gets one letter. */
static void
fill_right (RemitRecord *record,
            int number,
            GRand *chance)
{
  static const RemitLetter letters[] = {
    REMIT_LETTER_A, REMIT_LETTER_R, REMIT_LETTER_R, REMIT_LETTER_C, REMIT_LETTER_C, REMIT_LETTER_I,
  };
  int decision = number % n_decisions;
  int round = number / n_decisions;
  int n_slots_a_team = n_slots / n_teams;
  /* three of them do or decide, so that the next decision goes on after these */
  int place = (decision / n_teams * 3 + round) % n_slots_a_team;

  remit_record_set_integer (record, REMIT_RIGHT_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_RIGHT_DECISION,
                            make_id (REMIT_KIND_DECISION, decision));
  remit_record_set_integer (record, REMIT_RIGHT_SLOT,
                            make_id (REMIT_KIND_SLOT, place * n_teams + decision % n_teams));
  remit_record_set_integer (record, REMIT_RIGHT_LETTER,
                            letters[round % (int) G_N_ELEMENTS (letters)]);
}

/* One in ten is due some time, and another one nobody owns. What is over does not matter here. */
static void
fill_conflict (RemitRecord *record,
               int number,
               GRand *chance)
{
  g_autofree char *title = g_strdup_printf ("Conflict %d about %s", number + 1,
                                            skills[number % (int) G_N_ELEMENTS (skills)]);
  gint64 raised = G_GINT64_CONSTANT (1767225600000) + number * (gint64) 60000;

  remit_record_set_integer (record, REMIT_CONFLICT_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_CONFLICT_TEAM,
                            make_id (REMIT_KIND_TEAM, number % n_teams));
  remit_record_set_text (record, REMIT_CONFLICT_TITLE, title);
  remit_record_set_text (record, REMIT_CONFLICT_RAISER, "Ada Abbott");
  remit_record_set_integer (record, REMIT_CONFLICT_RAISED, raised);
  remit_record_set_integer (record, REMIT_CONFLICT_SEVERITY, g_rand_int_range (chance, 1, 5));
  remit_record_set_integer (record, REMIT_CONFLICT_TYPE, number % REMIT_N_CONFLICT_TYPES);
  if (number % 10 != 1)
    remit_record_set_integer (record, REMIT_CONFLICT_OWNER,
                              make_id (REMIT_KIND_PERSON, number % MIN (n_people, OWNERS)));
  /* past every moment at which this is measured: no clock of them runs out meanwhile */
  if (number % 10 == 0)
    remit_record_set_integer (record, REMIT_CONFLICT_DUE,
                              raised + G_GINT64_CONSTANT (30000000000000));
}

static void
fill_event (RemitRecord *record,
            int number,
            GRand *chance)
{
  int conflict = number % n_conflicts;
  int round = number / n_conflicts;
  g_autofree char *text = g_strdup_printf (
    "%s is not the same as %s, and nobody has asked %s %d",
    skills[g_rand_int_range (chance, 0, G_N_ELEMENTS (skills))],
    skills[g_rand_int_range (chance, 0, G_N_ELEMENTS (skills))],
    last_names[g_rand_int_range (chance, 0, G_N_ELEMENTS (last_names))], number);

  remit_record_set_integer (record, REMIT_CONFLICT_EVENT_PLAN, make_id (REMIT_KIND_PLAN, 0));
  remit_record_set_integer (record, REMIT_CONFLICT_EVENT_CONFLICT,
                            make_id (REMIT_KIND_CONFLICT, conflict));
  remit_record_set_integer (record, REMIT_CONFLICT_EVENT_AT,
                            G_GINT64_CONSTANT (1767225600000) + (gint64) conflict * 60000 + round);
  remit_record_set_text (record, REMIT_CONFLICT_EVENT_ACTOR, "Ada Abbott");
  remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND,
                            round == 0 ? REMIT_CONFLICT_EVENT_RAISED
                                       : REMIT_CONFLICT_EVENT_STATEMENT);
  remit_record_set_text (record, REMIT_CONFLICT_EVENT_TEXT, text);
}

/* Somebody who cannot make up their mind. The disk is not waited for: there is nothing to lose. */
static void
add_edits (RemitStore *store)
{
  g_autoptr (GError) error = NULL;

  if (n_edits > 0)
    sqlite3_exec (remit_store_get_handle (store), "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  for (int i = 0; i < n_edits; i++)
    {
      g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Change the load of somebody", &error);
      gint64 id = make_id (REMIT_KIND_ASSIGNMENT, i % MAX (1, n_assignments));
      g_autoptr (RemitRecord) record = NULL;

      die_if (error);
      record = remit_store_load (store, REMIT_KIND_ASSIGNMENT, id, &error);
      die_if (error);
      remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION,
                                1 + (i / MAX (1, n_assignments) + i) % 100);
      remit_edit_update (edit, record, &error);
      die_if (error);
      remit_edit_commit (edit, &error);
      die_if (error);
    }
}

/* One edit for each kind. */
static void
add_rows (RemitStore *store,
          RemitKind kind,
          int n,
          Fill fill,
          GRand *chance)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Generate", &error);

  die_if (error);
  for (int i = 0; i < n; i++)
    {
      remit_record_reset (record);
      remit_record_set_id (record, make_id (kind, i));
      fill (record, i, chance);
      remit_edit_insert (edit, record, &error);
      die_if (error);
    }
  remit_edit_commit (edit, &error);
  die_if (error);
}

static void
write_workspace (const char *path)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_CREATE, &error);

  die_if (error);
  add_rows (store, REMIT_KIND_SKILL, G_N_ELEMENTS (skills), fill_skill, chance);
  add_rows (store, REMIT_KIND_ROLE, G_N_ELEMENTS (roles), fill_role, chance);
  add_rows (store, REMIT_KIND_PERSON, n_people, fill_person, chance);
  add_rows (store, REMIT_KIND_PERSON_SKILL, n_people * SKILLS_A_PERSON, fill_person_skill, chance);
  add_rows (store, REMIT_KIND_PLAN, 1, fill_plan, chance);
  add_rows (store, REMIT_KIND_TEAM, n_teams, fill_team, chance);
  add_rows (store, REMIT_KIND_SLOT, n_slots, fill_slot, chance);
  add_rows (store, REMIT_KIND_SLOT_NEED, n_slots * NEEDS_A_SLOT, fill_need, chance);
  add_rows (store, REMIT_KIND_ASSIGNMENT, n_assignments, fill_assignment, chance);
  add_rows (store, REMIT_KIND_DECISION, n_decisions, fill_decision, chance);
  add_rows (store, REMIT_KIND_RIGHT, n_rights, fill_right, chance);
  add_rows (store, REMIT_KIND_CONFLICT, n_conflicts, fill_conflict, chance);
  add_rows (store, REMIT_KIND_CONFLICT_EVENT, n_events, fill_event, chance);
  add_edits (store);
}

/* As on the roster of a real company, where there are three skills to ten people. */
static char *
dup_skills (int number,
            GRand *chance)
{
  int skill = g_rand_int_range (chance, 0, G_N_ELEMENTS (skills) - 1);

  if (number % 5 != 0)
    return g_strdup ("");
  if (number % 10 != 0)
    return g_strdup (skills[skill]);
  return g_strjoin ("; ", skills[skill], skills[skill + 1], NULL);
}

#define N_COLUMNS 8

static const char *const headers[N_COLUMNS] = {
  "Employee ID", "Full name", "E-mail", "Job title", "Departments", "Country", "Manager ID",
  "Skills",
};

/* Returns: (transfer full): what the table says of a person */
static GStrv
dup_cells (int number,
           GRand *chance)
{
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);
  guint role = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (roles));
  guint unit = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (units));

  cells[0] = g_strdup_printf ("P%06d", number + 1);
  cells[1] = dup_person_name (number);
  cells[2] = g_strdup_printf ("p%06d@example.org", number + 1);
  cells[3] = g_strdup_printf ("%s, %s", roles[role], units[unit]);
  cells[4] = g_strdup (units[unit]);
  cells[5] = g_strdup (number % 3 == 0 ? "Remote" : "Lisbon");
  cells[6] = number > 0 ? g_strdup_printf ("P%06d", number / 8 + 1) : g_strdup ("");
  cells[7] = dup_skills (number, chance);
  return cells;
}

static void
write_csv (const char *path)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) seed);
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  for (int j = 0; j < N_COLUMNS; j++)
    fprintf (file, "%s%s", j > 0 ? "," : "", headers[j]);
  fputc ('\n', file);
  for (int i = 0; i < n_people; i++)
    {
      g_auto (GStrv) cells = dup_cells (i, chance);

      for (int j = 0; j < N_COLUMNS; j++)
        fprintf (file, strchr (cells[j], ',') != NULL ? "%s\"%s\"" : "%s%s", j > 0 ? "," : "",
                 cells[j]);
      fputc ('\n', file);
    }
  if (fclose (file) != 0)
    g_error ("%s cannot be written", path);
}

static void
write_xlsx (const char *path)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) seed);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "People");

  for (lxw_col_t j = 0; j < N_COLUMNS; j++)
    worksheet_write_string (sheet, 0, j, headers[j], NULL);
  for (int i = 0; i < n_people; i++)
    {
      g_auto (GStrv) cells = dup_cells (i, chance);

      for (lxw_col_t j = 0; j < N_COLUMNS; j++)
        if (*cells[j] != '\0')
          worksheet_write_string (sheet, (lxw_row_t) i + 1, j, cells[j], NULL);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("%s cannot be written", path);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[WORKSPACE]");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_parse (context, &argc, &argv, &error);
  die_if (error);
  if (n_people < 1 || n_teams < 1 || n_slots < 1 || n_assignments < 0
      || n_assignments > (gint64) n_slots * n_people)
    g_error ("People, teams and slots need to be 1 or more, assignments not more than fit");
  if (n_rights > 0 && (n_decisions < 1 || n_rights / n_decisions > n_slots / n_teams))
    g_error ("There cannot be more rights to a decision than slots in its team");

  if (argc > 1)
    write_workspace (argv[1]);
  if (csv_path != NULL)
    write_csv (csv_path);
  if (xlsx_path != NULL)
    write_xlsx (xlsx_path);
  return EXIT_SUCCESS;
}
