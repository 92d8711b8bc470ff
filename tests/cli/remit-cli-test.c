/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the command line share: running the program, and reading what it says. */
#include "remit-cli-test.h"

#include <string.h>

void
cli_test_set_up (CliTest *self,
                 gconstpointer data)
{
  self->folder = remit_test_make_folder ();
  self->path = g_build_filename (self->folder, "test.remit", NULL);
}

static void
forget_run (CliTest *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_clear_pointer (&self->json, json_node_unref);
}

void
cli_test_tear_down (CliTest *self,
                    gconstpointer data)
{
  forget_run (self);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

void
cli_test_add (const char *name,
              void (*test) (CliTest *, gconstpointer))
{
  g_test_add (name, CliTest, NULL, cli_test_set_up, test, cli_test_tear_down);
}

const char *
cli_test_file (CliTest *self,
               const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_intern_string (path);
}

const char *
cli_test_write (CliTest *self,
                const char *name,
                const char *text)
{
  const char *path = cli_test_file (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

GSubprocess *
cli_test_start (CliTest *self,
                const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  if (self->prepare != NULL)
    g_subprocess_launcher_set_child_setup (launcher, self->prepare, self->prepare_data, NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  if (self->temporary != NULL)
    {
      g_subprocess_launcher_setenv (launcher, "TMPDIR", self->temporary, TRUE);
      g_subprocess_launcher_setenv (launcher, "SQLITE_TMPDIR", self->temporary, TRUE);
    }

  g_strv_builder_add (builder, g_getenv ("REMIT_CLI"));
  g_strv_builder_addv (builder, (const char **) arguments);
  words = g_strv_builder_end (builder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  return process;
}

#define PEOPLE 20000

const char *
cli_test_write_large_plan (CliTest *self)
{
  g_autoptr (GString) text = g_string_new (
    "<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" id=\"0198f2abcdef0123\" name=\"Fraud\">"
    "<people>\n");

  for (int i = 1; i < PEOPLE; i++)
    g_string_append_printf (text, "<person id=\"0198f2abcde%05x\" name=\"Person %d\"/>\n", i, i);
  g_string_append (text, "</people></plan>");
  return cli_test_write (self, "large.xml", text->str);
}

/* Asks the kernel what the process has open. */
static gboolean
has_open (const char *pid,
          const char *file)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%s/fd", pid);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = g_build_filename (folder, name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (g_strcmp0 (target, file) == 0)
        return TRUE;
    }
  return FALSE;
}

void
cli_test_wait_until_open (GSubprocess *process,
                          const char *file)
{
  g_autofree char *pid = g_strdup (g_subprocess_get_identifier (process));

  while (pid != NULL && !has_open (pid, file) && g_subprocess_get_identifier (process) != NULL)
    g_main_context_iteration (NULL, FALSE);
}

/* Returns: (transfer full): what was written; what is no document is text */
static char *
take_text (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text = g_strndup (data != NULL ? data : "", length);

  g_assert_true (g_str_has_prefix (text, "%PDF-") || g_utf8_validate (text, -1, NULL));
  g_bytes_unref (bytes);
  return text;
}

static void
run (CliTest *self,
     GPtrArray *arguments)
{
  GBytes *output = NULL;
  GBytes *errors = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  forget_run (self);
  g_ptr_array_add (arguments, NULL);
  process = cli_test_start (self, (const char *const *) arguments->pdata);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  self->output = take_text (output);
  self->errors = take_text (errors);
  self->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

static void
add_all (GPtrArray *arguments,
         const char *argument,
         va_list more)
{
  for (; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
}

int
cli_test_run (CliTest *self,
              const char *argument,
              ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list more;

  g_ptr_array_add (arguments, (gpointer) "--workspace");
  g_ptr_array_add (arguments, self->path);
  va_start (more, argument);
  add_all (arguments, argument, more);
  va_end (more);
  run (self, arguments);
  return self->status;
}

int
cli_test_run_plain (CliTest *self,
                    const char *argument,
                    ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list more;

  va_start (more, argument);
  add_all (arguments, argument, more);
  va_end (more);
  run (self, arguments);
  return self->status;
}

JsonObject *
cli_test_run_json (CliTest *self,
                   const char *argument,
                   ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list more;

  g_ptr_array_add (arguments, (gpointer) "--workspace");
  g_ptr_array_add (arguments, self->path);
  g_ptr_array_add (arguments, (gpointer) "--json");
  va_start (more, argument);
  add_all (arguments, argument, more);
  va_end (more);
  run (self, arguments);

  g_assert_cmpstr (self->errors, ==, "");
  g_assert_cmpint (self->status, <=, 1);
  self->json = json_from_string (self->output, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->json);
  return json_node_get_object (self->json);
}

void
cli_test_assert_output (CliTest *self,
                        const char *words)
{
  if (strstr (self->output, words) == NULL)
    g_error ("“%s” lacks “%s”", self->output, words);
}

void
cli_test_assert_refused (CliTest *self,
                         int status,
                         const char *words)
{
  g_assert_cmpint (self->status, ==, status);
  g_assert_cmpstr (self->output, ==, "");
  g_assert_true (g_str_has_prefix (self->errors, "remit-cli: "));
  if (strstr (self->errors, words) == NULL)
    g_test_message ("It says: %s", self->errors);
  g_assert_nonnull (strstr (self->errors, words));
}

char *
cli_test_dump (CliTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, &error);
  g_autofree char *rows = NULL;
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_no_error (error);
  rows = remit_test_dump (store);
  remit_history_get_head (store, &length, &hash, &error);
  g_assert_no_error (error);
  return g_strconcat (rows, hash, NULL);
}

const char *
cli_test_first (JsonObject *object,
                const char *array,
                const char *member)
{
  JsonArray *elements = json_object_get_array_member (object, array);

  return json_object_get_string_member (json_array_get_object_element (elements, 0), member);
}

void
cli_test_fill (CliTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_CREATE, &error);
  gint64 plan, team, data, ml;

  g_assert_no_error (error);
  remit_test_add_person (store, "Ada Lovelace");
  remit_test_add_person (store, "Grace Hopper");
  data = remit_test_add_role (store, "data-engineer", "Data engineer");
  ml = remit_test_add_role (store, "ml-engineer", "ML engineer");
  plan = remit_test_add_plan (store, "Fraud");
  team = remit_test_add_team (store, plan, "Cards");
  remit_test_add_slot (store, plan, team, data);
  remit_test_add_slot (store, plan, team, ml);
  remit_test_add_slot (store, plan, team, ml);
}
