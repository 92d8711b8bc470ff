/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes in from files: plans, people, seats, matrices, decisions of the library. */
#include "fault-verbs.h"

#include "exchange/library/remit-library-take.h"
#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/table/remit-table-import.h"
#include "model/remit-data.h"

static char *
dup_path (PlanFixture *f,
          const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
write_text (PlanFixture *f,
            const char *name,
            const char *text)
{
  g_autofree char *path = dup_path (f, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The plan as it was; what has changed since, the import takes back. */
static void
prepare_plan (PlanFixture *f,
              gint64 *ids)
{
  const RemitExport export = { .store = f->store, .plan = f->plan };
  g_autofree char *path = dup_path (f, "plan.xml");
  g_autoptr (GError) error = NULL;

  ids[0] = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export, path, &error);
  g_assert_no_error (error);
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_NAME, "Frauds");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->platform, NULL));
}

static gboolean
import_plan (PlanFixture *f,
             const gint64 *ids G_GNUC_UNUSED,
             GError **error)
{
  g_autofree char *path = dup_path (f, "plan.xml");
  g_autoptr (RemitImportResult) result = remit_plan_read (f->store, path, NULL, error);

  return result != NULL;
}

static gboolean
import_template (PlanFixture *f,
                 const gint64 *ids G_GNUC_UNUSED,
                 GError **error)
{
  g_autofree char *path = remit_data_dup_path ("templates/minimum-viable-ml-team.xml");
  g_autoptr (RemitImportResult) result = remit_plan_read_template (f->store, path, "Second", NULL,
                                                                   error);

  return result != NULL;
}

static void
prepare_people (PlanFixture *f,
                gint64 *ids G_GNUC_UNUSED)
{
  write_text (f, "people.csv", "Employee ID,Full name,E-mail,Manager ID,Skills\n"
                               "P1,Zoë Haddad,zoe@example.org,P2,python; sql\n"
                               "P2,Gwen Chen,,,\n");
}

static gboolean
import_table (PlanFixture *f,
              const char *name,
              GError **error)
{
  g_autofree char *path = dup_path (f, name);
  g_autoptr (RemitTableImport) import = remit_table_import_open (path, error);
  g_autoptr (RemitImportResult) result = NULL;

  if (import != NULL)
    result = remit_table_import_run (import, f->store, NULL, error);
  return result != NULL;
}

static gboolean
import_people (PlanFixture *f,
               const gint64 *ids G_GNUC_UNUSED,
               GError **error)
{
  return import_table (f, "people.csv", error);
}

static void
prepare_seats (PlanFixture *f,
               gint64 *ids)
{
  g_autoptr (GError) error = NULL;

  prepare_people (f, ids);
  import_people (f, ids, &error);
  g_assert_no_error (error);
  write_text (f, "seats.csv", "Section,Stage,Team,Seat,Employee ID\n"
                              "dev,Plan,Boards,Product Manager,P1\n"
                              "dev,Plan,Boards,Engineer,P2\n"
                              "ops,Run,Monitoring,Engineer,\n");
}

static gboolean
import_seats (PlanFixture *f,
              const gint64 *ids G_GNUC_UNUSED,
              GError **error)
{
  return import_table (f, "seats.csv", error);
}

static void
prepare_matrix (PlanFixture *f,
                gint64 *ids)
{
  ids[0] = plan_fixture_add_decision (f, f->fraud, "Release");
  write_text (f, "matrix.csv", "Team,Decision,Framework,Fraud: ML engineer,Role: Data engineer\n"
                               "Fraud,Release,RACI,A,C\n"
                               "Fraud,Rollback,RACI,R,\n");
}

static gboolean
import_matrix (PlanFixture *f,
               const gint64 *ids G_GNUC_UNUSED,
               GError **error)
{
  g_autofree char *path = dup_path (f, "matrix.csv");
  g_autoptr (RemitMatrixImport) import =
    remit_matrix_import_open (f->store, f->plan, &(RemitSheetInput){ .path = path }, error);
  g_autoptr (RemitImportResult) result = NULL;

  if (import != NULL)
    result = remit_matrix_import_run (import, f->store, NULL, error);
  return result != NULL;
}

static gboolean
take (PlanFixture *f,
      const gint64 *ids G_GNUC_UNUSED,
      GError **error)
{
  g_autoptr (GPtrArray) library = remit_library_load (REMIT_KIND_DECISION, NULL);

  return remit_library_take (f->workspace, f->plan, f->fraud,
                             (const RemitLibraryItem *const *) library->pdata, 3, error);
}

static gboolean
take_roles (PlanFixture *f,
            const gint64 *ids G_GNUC_UNUSED,
            GError **error)
{
  g_autoptr (GPtrArray) library = remit_library_load (REMIT_KIND_ROLE, NULL);

  return remit_library_take (f->workspace, 0, 0, (const RemitLibraryItem *const *) library->pdata,
                             3, error);
}

const PlanVerb fault_verbs_of_exchange[] = {
  { "import-plan", FALSE, prepare_plan, import_plan },
  { "import-template", FALSE, NULL, import_template },
  { "import-people", FALSE, prepare_people, import_people },
  { "import-seats", FALSE, prepare_seats, import_seats },
  { "import-matrix", FALSE, prepare_matrix, import_matrix },
  { "take-decisions", FALSE, NULL, take },
  { "take-roles", FALSE, NULL, take_roles },
  { NULL }
};
