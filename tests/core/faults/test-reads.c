/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that reads, while calls of the system fail: all of it, or an error, and never less. */
#include "fault-reads.h"

static char *
read_all (FaultScene *self,
          gpointer data,
          GError **error)
{
  const FaultReader *reader = data;

  return reader->read (self, error);
}

/* One for all: nobody changes it. */
static FaultScene *scene;

static void
test_reader (gconstpointer data)
{
  const FaultReader *reader = data;

  if (g_str_equal (reader->name, "past") && !g_test_slow ())
    return g_test_skip ("SQLite keeps some memory when it fails");
  if (scene == NULL)
    scene = fault_scene_new (&fault_filled_plan);
  fault_runner_run_read (scene, reader->name, read_all, (gpointer) reader);
}

static void
add_readers (const FaultReader *readers)
{
  for (guint i = 0; readers[i].name != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/faults/reads/", readers[i].name, NULL);

      g_test_add_data_func (path, &readers[i], test_reader);
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  fault_tries_init (&argc, &argv);
  add_readers (fault_readers_of_plans);
  add_readers (fault_readers_of_history);
  status = g_test_run ();
  g_clear_pointer (&scene, fault_scene_free);
  return status;
}
