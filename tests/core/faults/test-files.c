/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes and rewrites whole files, while calls of the system fail. */
#include <glib/gstdio.h>

#include "fault-runner.h"
#include "model/remit-day.h"
#include "store/archive/remit-compact.h"

/* ── New files, and old ones ──────────────────────────────────────────────────────────────── */

/* What failed leaves nothing behind that could not be opened. */
static char *
open_twice (const char *path,
            RemitStoreFlags flags,
            GError **error)
{
  g_autoptr (RemitStore) store = remit_store_open (path, flags, error);
  g_autoptr (RemitStore) later = NULL;
  g_autoptr (GError) problem = NULL;

  remit_faults_disarm ();
  if (store != NULL)
    return remit_test_dump (store);
  later = remit_store_open (path, flags, &problem);
  if (later == NULL)
    fault_tries_fail ("afterwards it cannot be opened: %s", problem->message);
  return NULL;
}

static void
remove_file (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static char *
create (FaultScene *scene,
        gpointer data G_GNUC_UNUSED,
        GError **error)
{
  g_autofree char *path = g_build_filename (scene->f.folder, "new.remit", NULL);

  remove_file (path);
  return open_twice (path, REMIT_STORE_CREATE | REMIT_STORE_NO_WAIT, error);
}

static char *
migrate (FaultScene *scene,
         gpointer data G_GNUC_UNUSED,
         GError **error)
{
  g_autofree char *path = g_build_filename (scene->f.folder, "old.remit", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  remove_file (path);
  if (!g_file_get_contents (FIXTURES "/workspace-4.remit", &contents, &length, error)
      || !g_file_set_contents (path, contents, (gssize) length, error))
    return NULL;
  return open_twice (path, REMIT_STORE_NO_FLAGS, error);
}

static void
test_create (void)
{
  static const PlanVerb none = { "create" };
  g_autoptr (FaultScene) scene = fault_scene_new (&none);

  fault_runner_run_read (scene, "create", create, NULL);
}

static void
test_migrate (void)
{
  static const PlanVerb none = { "migrate" };
  g_autoptr (FaultScene) scene = fault_scene_new (&none);

  fault_runner_run_read (scene, "migrate", migrate, NULL);
}

/* ── Sealing ──────────────────────────────────────────────────────────────────────────────── */

static void
prepare_year (PlanFixture *f,
              gint64 *ids)
{
  settle_set_now ("2027-02-03T10:00:00Z");
  ids[0] = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
}

/* Where nobody can be sure whether it was committed, the archive stays, and then it is whole. */
static void
check_archive (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) archive = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  archive = remit_store_open (path, REMIT_STORE_READ_ONLY, &error);
  if (archive == NULL)
    fault_tries_fail ("it left an archive that cannot be opened: %s", error->message);
}

static gboolean
compact (FaultScene *scene,
         gpointer data G_GNUC_UNUSED,
         GError **error)
{
  g_autofree char *name = g_strdup_printf ("archive-%" G_GINT64_FORMAT ".remit",
                                           g_get_monotonic_time ());
  g_autofree char *path = g_build_filename (scene->f.folder, name, NULL);
  const RemitWorkControl control = { NULL };
  RemitCompacted compacted;
  gboolean is_done = remit_compact (scene->f.store, remit_day_parse ("2027-01-01"), path, &control,
                                    &compacted, error);

  remit_faults_disarm ();
  check_archive (path);
  return is_done;
}

static void
test_compact (void)
{
  static const PlanVerb year = { "compact", FALSE, prepare_year, NULL };
  g_autoptr (FaultScene) scene = fault_scene_new (&year);

  fault_runner_run_edit (scene, "compact", compact, NULL);
}

int
main (int argc,
      char **argv)
{
  fault_tries_init (&argc, &argv);
  g_test_add_func ("/faults/files/create", test_create);
  g_test_add_func ("/faults/files/migrate", test_migrate);
  g_test_add_func ("/faults/files/compact", test_compact);
  return g_test_run ();
}
