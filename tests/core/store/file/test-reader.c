/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever may only read the folder of a workspace sees what others write into it. */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "remit-file-test.h"

/* Somebody who owns no file here. */
#define NOBODY 65534

/* What the other program is told to do. */
enum
{
  WRITE = 'w', /* a person, and go */
  STAY = 's',  /* the same, and keep the file open */
  GO = 'g',
};

typedef struct {
  const char *folder;
  const char *path;
  int orders[2];
  int answers[2];
  pid_t pid;
} Writer;

/* Its owner may write to the folder; everybody else may not, nor may the owner in between. */
static void
write_person (Writer *self,
              RemitStore **store)
{
  g_chmod (self->folder, 0755);
  *store = remit_test_open_new (self->path);
  remit_test_add_person (*store, "Grace");
}

static void
run_writer (Writer *self)
{
  RemitStore *store = NULL;
  char order;

  while (read (self->orders[0], &order, 1) == 1)
    {
      if (order != GO)
        write_person (self, &store);
      if (order != STAY)
        g_clear_object (&store);
      g_chmod (self->folder, 0555);
      if (write (self->answers[1], &order, 1) != 1)
        break;
    }
  _exit (0);
}

static void
writer_start (Writer *self)
{
  g_assert_cmpint (pipe (self->orders), ==, 0);
  g_assert_cmpint (pipe (self->answers), ==, 0);
  self->pid = fork ();
  g_assert_cmpint (self->pid, >=, 0);
  if (self->pid > 0)
    return;
  close (self->orders[1]);
  run_writer (self);
}

static void
writer_tell (Writer *self,
             char order)
{
  char answer;

  g_assert_cmpint (write (self->orders[1], &order, 1), ==, 1);
  g_assert_cmpint (read (self->answers[0], &answer, 1), ==, 1);
}

static void
writer_end (Writer *self)
{
  close (self->orders[1]);
  waitpid (self->pid, NULL, 0);
}

static void
wait_for_people (RemitWorkspace *workspace,
                 guint n)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);

  while (g_list_model_get_n_items (people) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_null (remit_workspace_get_loss (workspace));
}

/* In a process of its own: from here on it is nobody, and alone. */
static void
read_along (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  Writer writer = { .folder = folder, .path = path };
  g_autoptr (GError) error = NULL;
  RemitWorkspace *workspace;
  RemitStore *store;

  writer_start (&writer);
  if (geteuid () == 0)
    g_assert_true (setgid (NOBODY) == 0 && setuid (NOBODY) == 0);
  g_assert_cmpint (g_access (folder, W_OK), !=, 0);
  workspace = remit_workspace_open (path, REMIT_STORE_NO_WAIT, &error);
  g_assert_no_error (error);
  remit_workspace_never_wait (workspace);
  store = remit_workspace_get_store (workspace);
  g_assert_true (remit_store_is_read_only (store));
  remit_workspace_watch (workspace);
  wait_for_people (workspace, 1);

  /* who comes and goes, */
  writer_tell (&writer, WRITE);
  wait_for_people (workspace, 2);
  writer_tell (&writer, WRITE);
  wait_for_people (workspace, 3);
  remit_test_verify (store);

  /* and who stays: what is only in the log */
  writer_tell (&writer, STAY);
  wait_for_people (workspace, 4);
  writer_tell (&writer, GO);
  writer_tell (&writer, WRITE);
  wait_for_people (workspace, 5);
  remit_test_verify (store);

  /* a refresh that goes on keeps it */
  while (G_OBJECT (workspace)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (workspace);
  writer_end (&writer);
}

static void
make_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  RemitStore *store = remit_test_open_new (path);

  remit_test_add_person (store, "Ada");
  g_assert_finalize_object (store);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
}

static void
test_reader (void)
{
  char *folder;

  if (g_test_subprocess ())
    {
      read_along (g_getenv ("REMIT_TEST_FOLDER"));
      return;
    }
  folder = remit_test_make_folder ();
  make_folder (folder);
  g_setenv ("REMIT_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_chmod (folder, 0755);
  remit_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/reader", test_reader);

  return g_test_run ();
}
