/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each verb, its undo and its redo, while calls of the system fail: all or nothing. */
#include "fault-runner.h"
#include "fault-verbs.h"

static gboolean
run (FaultScene *scene,
     gpointer data,
     GError **error)
{
  const PlanVerb *verb = data;

  return verb->run (&scene->f, scene->ids, error);
}

static gboolean
undo (FaultScene *scene,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return remit_workspace_undo (scene->f.workspace, REMIT_HISTORY_UNDO, error);
}

static gboolean
redo (FaultScene *scene,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return remit_workspace_undo (scene->f.workspace, REMIT_HISTORY_REDO, error);
}

/* Does it without a fault, and keeps what comes of it. */
static void
go_on (FaultScene *scene,
       FaultFunc func,
       gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  fault_scene_open (scene);
  is_done = func (scene, data, &error);
  g_assert_no_error (error);
  g_assert_true (is_done);
  fault_scene_keep (scene);
}

static void
test_verb (gconstpointer data)
{
  const PlanVerb *verb = data;
  g_autoptr (FaultScene) scene = fault_scene_new (verb);
  g_autofree char *undo_name = g_strconcat ("undo of ", verb->name, NULL);
  g_autofree char *redo_name = g_strconcat ("redo of ", verb->name, NULL);

  fault_runner_run_edit (scene, verb->name, run, (gpointer) verb);
  go_on (scene, run, (gpointer) verb);
  fault_runner_run_edit (scene, undo_name, undo, NULL);
  go_on (scene, undo, NULL);
  fault_runner_run_edit (scene, redo_name, redo, NULL);
}

static void
add_verb (const PlanVerb *verb)
{
  g_autofree char *path = g_strconcat ("/faults/edits/", verb->name, NULL);

  g_test_add_data_func (path, verb, test_verb);
}

static void
add_verbs (const PlanVerb *verbs)
{
  for (; verbs->name != NULL; verbs++)
    add_verb (verbs);
}

int
main (int argc,
      char **argv)
{
  const PlanVerb *verb;

  fault_tries_init (&argc, &argv);
  for (guint i = 0; (verb = plan_verbs_get (i)) != NULL; i++)
    add_verb (verb);
  add_verbs (fault_verbs_of_check);
  add_verbs (fault_verbs_of_exchange);
  return g_test_run ();
}
