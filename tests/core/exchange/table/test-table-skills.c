/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of skills, and skills of taxonomies, from tables: a matrix, a list, ESCO, O*NET. */
#include "exchange/remit-exporter.h"
#include "exchange/skills/remit-skill-import.h"
#include "remit-table-test.h"

static RemitSkillImport *
open_skills (CsvFixture *self,
             const char *text,
             GError **error)
{
  const RemitSheetInput input = { .path = csv_fixture_write (self, "skills.csv", text, -1) };
  RemitCsvFile *file = remit_sheet_open (&input, error);

  return file != NULL ? remit_skill_import_new (file, error) : NULL;
}

static RemitImportResult *
run (CsvFixture *self,
     RemitSkillImport *import,
     gboolean dry_run)
{
  RemitImportOptions options = { .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_skill_import_run (import, self->store, &options, &error);

  g_assert_no_error (error);
  return result;
}

/* A dry run changes nothing, the import is one step that is undone and redone, and the same file
 * again changes nothing. */
static RemitImportResult *
run_all (CsvFixture *self,
         RemitSkillImport *import)
{
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (RemitImportResult) dry = run (self, import, TRUE);
  g_autofree char *same = remit_test_dump (self->store);
  RemitImportResult *result;
  g_autoptr (RemitImportResult) again = NULL;
  gint64 length;

  g_assert_cmpstr (before, ==, same);
  result = run (self, import, FALSE);
  g_assert_cmpuint (dry->added[REMIT_KIND_PERSON_SKILL], ==,
                    result->added[REMIT_KIND_PERSON_SKILL]);
  if (remit_import_result_has_changes (result))
    remit_test_undo_and_redo (self->store, before);
  length = csv_fixture_count_history (self);
  again = run (self, import, FALSE);
  g_assert_false (remit_import_result_has_changes (again));
  g_assert_cmpint (csv_fixture_count_history (self), ==, length);
  return result;
}

static RemitImportResult *
import (CsvFixture *self,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSkillImport) opened = open_skills (self, text, &error);

  g_assert_no_error (error);
  return run_all (self, opened);
}

static void
assert_refused (CsvFixture *self,
                const char *text,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSkillImport) opened = open_skills (self, text, &error);

  g_assert_null (opened);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” lacks “%s”", error->message, words);
}

static gboolean
recognizes (CsvFixture *self,
            const char *text)
{
  const RemitSheetInput input = { .path = csv_fixture_write (self, "any.csv", text, -1) };
  g_autoptr (RemitCsvFile) file = remit_sheet_open (&input, NULL);

  return remit_skill_recognize (file);
}

#define LEVELS_OF(NAME)                                                                        \
  "SELECT group_concat (x, ' ') FROM (SELECT s.name || s.category || ps.level AS x FROM "      \
  "person_skill ps JOIN skill s ON s.id = ps.skill JOIN person p ON p.id = ps.person WHERE " \
  "p.name = '" NAME "' ORDER BY s.name)"

/* ── The matrix ───────────────────────────────────────────────────────────────────────────── */

static void
test_matrix (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  remit_test_add_person (self->store, "Tove Lund");
  remit_test_add_person (self->store, "Ugo Sala");
  result = import (self, "Name;Welding;Crane;Radio\nTove Lund;3;;0\nSala, Ugo;;2.0;\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON_SKILL, 3, 0, 0);
  table_test_assert_counts (result, REMIT_KIND_SKILL, 3, 0, 0);
  assert_query (self, LEVELS_OF ("Tove Lund"), "Radio0 Welding3");
  assert_query (self, LEVELS_OF ("Ugo Sala"), "Crane2");
}

/* Categories stand above the skills: in each column, or in the first of several; the people are
 * named in either row. */
static void
test_two_rows (CsvFixture *self,
               gconstpointer data)
{
  static const char *const heads[] = {
    ",Hall,,Office\nPerson,Welding,Crane,Filing\n",
    "Person,Hall,Hall,Office\n,Welding,Crane,Filing\n",
    "Plant 7,,,\n,Hall,Hall,Office\nPerson,Welding,Crane,Filing\n",
  };

  remit_test_add_person (self->store, "Tove");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], "Tove,1,2,4\n", NULL);
      g_autoptr (RemitImportResult) result = NULL;

      g_assert_true (recognizes (self, text));
      result = import (self, text);
      g_assert_cmpuint (result->added[REMIT_KIND_PERSON_SKILL], ==, i == 0 ? 3 : 0);
      g_assert_cmpuint (result->n_notes, ==, 0);
      assert_query (self, LEVELS_OF ("Tove"), "CraneHall2 FilingOffice4 WeldingHall1");
    }
}

/* What cannot be taken is told with its place, and the rest comes in. */
static void
test_bad_cells (CsvFixture *self,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  remit_test_add_person (self->store, "Tove");
  remit_test_add_person (self->store, "Twin");
  remit_test_add_person (self->store, "Twin");
  result = import (self, "Person,Welding,Crane,welding,Site\nTove,3,5,1,North\nTwin,1,1,,\n"
                         "Stranger,1,,,\nTove,2,expert,-,\nTotal,3,,,\n,4,1,,\n");
  remit_test_assert_note (result->notes, "Line 2: Crane: “5” is not a level from 0 to 4");
  remit_test_assert_note (result->notes, "Line 2: “welding” of Tove is in the file already");
  remit_test_assert_note (result->notes, "Line 3: Several people are named “Twin”");
  remit_test_assert_note (result->notes, "Line 4: Nobody is known as “Stranger”");
  remit_test_assert_note (result->notes, "Line 5: “Welding” of Tove is in the file already");
  remit_test_assert_note (result->notes, "Line 5: Crane: “expert” is not a level");
  remit_test_assert_note (result->notes, "Line 6: “Total” is a total");
  remit_test_assert_note (result->notes, "Line 7: The name is missing");
  remit_test_assert_note (result->notes, "The column “Site” has no levels");
  g_assert_cmpuint (result->n_left_out, ==, 4);
  assert_query (self, LEVELS_OF ("Tove"), "Welding3");
}

static void
test_refused (CsvFixture *self,
              gconstpointer data)
{
  assert_refused (self, "Person,Welding,Crane\nTove,5,1\nUgo,2,5\nVera,4,5\nWim,5,3\n",
                  "Line 2, “Welding”: “5” is not a level from 0 to 4, and neither are 4 of 8");
  assert_refused (self, "Person,Welding\nTove,expert\n", "Line 2, “Welding”: “expert”");
  assert_refused (self, "Colour,Size\n", "Line 1: the header has no skills");
  /* fewer than that are slips */
  g_assert_true (recognizes (self, "Person,A,B,C\nTove,5,1,2\nUgo,2,4,4\n"));
  /* facts about people that happen to be small numbers */
  g_assert_false (recognizes (self, "Name,E-mail,Children\nTove,t@x.org,2\nUgo,u@x.org,0\n"));
  g_assert_false (recognizes (self, "Team,Role,Person\nYard,Welder,Tove\n"));
  g_assert_false (recognizes (self, "Name,Job title,Unit,Skill,Level\nTove,Welder,Yard,Arc,3\n"));
}

/* Numbers and addresses tell namesakes apart. */
static void
test_people (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) people =
    csv_fixture_import (self, "p.csv", "No,Name,E-mail\n007,Twin,a@x.org\n008,Twin,b@x.org\n");
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitSkillImport) opened = NULL;
  g_autoptr (RemitImportResult) created = NULL;

  result = import (self, "Number,Name,E-mail,Arc,Gas\n008,Twin,,4,\n,Twin,a@x.org,,2\n"
                         "009,Twin,,1,\n");
  table_test_assert_counts (result, REMIT_KIND_PERSON_SKILL, 2, 0, 0);
  assert_query (self,
                "SELECT group_concat (p.external_id || ps.level) FROM person_skill ps JOIN "
                "person p ON p.id = ps.person",
                "0084,0072");
  opened = open_skills (self, "Number,Name,Arc\n010,New One,3\n011,,2\n", NULL);
  opened->creates = TRUE;
  created = run_all (self, opened);
  table_test_assert_counts (created, REMIT_KIND_PERSON, 1, 0, 0);
  remit_test_assert_note (created->notes, "Line 3: Nobody is known as “011”");
  assert_query (self, "SELECT external_id FROM person WHERE name = 'New One'", "010");
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static void
test_levels (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  remit_test_add_person (self->store, "Tove");
  result = import (self, "Mitarbeiter;Kompetenz;Kategorie;Stufe;Bewertung;Geprüft von;Geprüft am;"
                         "Gültig bis\n"
                         "Tove;Welding;Hall;3 · Full;Selbsteinschätzung;TÜV;31.3.2026;2027-03-31\n"
                         "Tove;Crane;;0;fremd;;never;\nTove;Radio;;7;;;;\nTove;;;2;;;;\n"
                         "Tove;Filing;;1;maybe;;;\nTove;welding;;1;;;;\n");
  remit_test_assert_note (result->notes, "Line 3: Verified on: “never” is not");
  remit_test_assert_note (result->notes, "Line 4: Radio: “7” is not a level");
  remit_test_assert_note (result->notes, "Line 5: The skill or the level is missing");
  remit_test_assert_note (result->notes, "Line 6: “maybe” is not an assessment");
  remit_test_assert_note (result->notes, "Line 7: “welding” of Tove is in the file already");
  assert_query (self,
                "SELECT s.category, ps.level, ps.assessment, ps.verified_by, ps.verified_on, "
                "ps.expires FROM person_skill ps JOIN skill s ON s.id = ps.skill WHERE s.name = "
                "'Welding'",
                "Hall|3|self|TÜV|2026-03-31|2027-03-31");
  assert_query (self, "SELECT assessment FROM person_skill WHERE level = 0", "other");
}

/* ── Taxonomies ───────────────────────────────────────────────────────────────────────────── */

#define ESCO "http://data.europa.eu/esco/skill/"

static const char esco[] =
  "conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description\n"
  "KnowledgeSkillCompetence," ESCO "a1,skill/competence,weld pipes,\"pipe welding, by hand\n"
  "join pipes, with heat, by hand, or else\",released,Joins them\n"
  "KnowledgeSkillCompetence," ESCO "a2,knowledge,metallurgy,,released,\n"
  "KnowledgeSkillCompetence," ESCO "a3,knowledge,alchemy,,obsolete,\n"
  "Occupation,http://data.europa.eu/esco/occupation/a4,,welder,,released,\n"
  "KnowledgeSkillCompetence," ESCO "a5,knowledge,,,released,\n"
  "KnowledgeSkillCompetence," ESCO "a6,knowledge,Metallurgy,,released,\n";

static void
test_esco (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitSkillImport) filtered = NULL;
  g_autoptr (RemitImportResult) part = NULL;

  remit_test_add_skill (self->store, "Weld Pipes");
  g_assert_true (recognizes (self, esco));
  filtered = open_skills (self, esco, NULL);
  remit_skill_import_set_filter (filtered, "PIPE  weldíng ");
  part = run_all (self, filtered);
  table_test_assert_counts (part, REMIT_KIND_SKILL, 0, 1, 0);
  remit_test_assert_note (part->notes, "do not contain");
  assert_query (self, "SELECT name, category, scheme, uri FROM skill",
                "Weld Pipes|skill/competence|ESCO|" ESCO "a1");

  result = import (self, esco);
  table_test_assert_counts (result, REMIT_KIND_SKILL, 1, 0, 1);
  remit_test_assert_note (result->notes, "The status of the skill is “obsolete”");
  remit_test_assert_note (result->notes, "“Occupation” is not a skill");
  remit_test_assert_note (result->notes, "The name or the address of the skill is missing");
  remit_test_assert_note (result->notes, "“Metallurgy” is already a skill with the address");
  g_assert_cmpuint (result->n_left_out, ==, 4);
}

static void
test_onet (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) skills = NULL;
  g_autoptr (RemitImportResult) model = NULL;
  g_autoptr (RemitImportResult) tools = NULL;

  skills = import (self, "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
                         "51-4121.00\t2.A.1.a\tReading Comprehension\tIM\t3.00\n"
                         "51-4121.00\t2.A.1.a\tReading Comprehension\tLV\t2.88\n"
                         "51-4121.00\t2.B.3.d\tInstallation\tIM\t1.00\n");
  table_test_assert_counts (skills, REMIT_KIND_SKILL, 2, 0, 0);
  model = import (self, "Element ID\tElement Name\tDescription\n1.A\tAbilities\tx\n"
                        "1.A.1\tCognitive Abilities\tx\n2.A\tBasic Skills\tx\n2.A.1\tContent\tx\n"
                        "2.A.1.a\tReading Comprehension\tx\n2.C.10\tTransportation\tx\n");
  table_test_assert_counts (model, REMIT_KIND_SKILL, 1, 0, 1);
  remit_test_assert_note (model->notes, "4 elements are not skills");
  assert_query (self, "SELECT category, scheme, uri FROM skill WHERE name = 'Transportation'",
                "Knowledge|O*NET|https://www.onetonline.org/find/descriptor/result/2.C.10");
  tools = import (self, "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n"
                        "51-4121.00\tEZ Pipe\t43232604\tCAD software\n"
                        "51-4122.00\tEZ Pipe\t43232604\tCAD software\n");
  table_test_assert_counts (tools, REMIT_KIND_SKILL, 1, 0, 0);
}

/* ── There and back ───────────────────────────────────────────────────────────────────────── */

static char *
dup_export (CsvFixture *self,
            gint64 plan,
            RemitExportTable table)
{
  g_autofree char *path = g_build_filename (self->folder, "out.csv", NULL);
  const RemitExport export = { .store = self->store,
                               .plan = plan,
                               .tables = 1u << table,
                               .csv.has_no_mark = TRUE };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "csv"), &export, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
delete_skills (CsvFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (self->store, "Delete", &error);
  g_autoptr (GPtrArray) skills =
    remit_store_load_all (self->store, REMIT_KIND_SKILL, "ORDER BY t.id", 0, &error);

  for (guint i = 0; i < skills->len; i++)
    remit_edit_delete (edit, REMIT_KIND_SKILL, remit_record_get_id (skills->pdata[i]), &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What is exported and imported where nothing is known of it is exported as the same bytes. */
static void
test_return (CsvFixture *self,
             gconstpointer data)
{
  static const RemitExportTable tables[] = { REMIT_EXPORT_LEVELS, REMIT_EXPORT_SKILL_MATRIX };
  gint64 plan = remit_test_add_plan (self->store, "Yard");
  gint64 role = remit_test_add_role (self->store, "welder", "Welder");
  gint64 team = remit_test_add_team (self->store, plan, "Hall");
  gint64 slot = remit_test_add_slot (self->store, plan, team, role);
  g_autoptr (RemitImportResult) people = csv_fixture_import (
    self, "p.csv", "No,Name\n1,Twin\n2,Twin\n,\"Lund, \"\"Tove\"\"\"\n,=Ugo\n");
  g_autoptr (GPtrArray) all =
    remit_store_load_all (self->store, REMIT_KIND_PERSON, "ORDER BY t.id", 0, NULL);
  g_autoptr (RemitImportResult) first = NULL;

  for (guint i = 0; i < all->len; i++)
    remit_test_add_assignment (self->store, plan, slot, remit_record_get_id (all->pdata[i]), 20);
  first = import (self, "Person,Skill,Category,Level,Assessment,Assessed by,Verified by,"
                        "Verified on,Valid until\n1,-Arc,Hall,4,self,,,,\n"
                        "2,-Arc,,0,other,Eva,TÜV,2026-01-02,2026-12-31\n"
                        "=Ugo,\"Gas, hot\",Hall,1,,,,,\n=Ugo,Filing,,2,,,,,\n");
  g_assert_cmpuint (first->added[REMIT_KIND_PERSON_SKILL], ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *before = dup_export (self, plan, tables[i]);
      g_autofree char *after = NULL;
      g_autoptr (RemitImportResult) result = NULL;

      g_test_message ("%s", before);
      delete_skills (self);
      result = import (self, before);
      g_assert_cmpuint (result->added[REMIT_KIND_PERSON_SKILL], ==, 4);
      g_assert_cmpuint (result->n_notes, ==, 0);
      after = dup_export (self, plan, tables[i]);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                           \
  g_test_add ("/exchange/table-skills/" name, CsvFixture, NULL, csv_fixture_set_up, func, \
              csv_fixture_tear_down)
  ADD ("matrix", test_matrix);
  ADD ("two-rows", test_two_rows);
  ADD ("bad-cells", test_bad_cells);
  ADD ("refused", test_refused);
  ADD ("people", test_people);
  ADD ("levels", test_levels);
  ADD ("esco", test_esco);
  ADD ("onet", test_onet);
  ADD ("return", test_return);
#undef ADD
  return g_test_run ();
}
