/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people name and is no file is refused at once, and any name can be kept as a text. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "model/remit-file.h"
#include "remit-test.h"

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
assert_no_file (const char *path,
                int code)
{
  g_autoptr (GError) checked = NULL;
  g_autoptr (GError) opened = NULL;
  g_autoptr (GError) loaded = NULL;
  gsize length;

  g_assert_false (remit_file_check (path, &checked));
  g_assert_error (checked, G_IO_ERROR, code);
  g_assert_cmpint (remit_file_open (path, &opened), ==, -1);
  g_assert_error (opened, G_IO_ERROR, code);
  g_assert_null (remit_file_load (path, 10, &length, &loaded));
  g_assert_error (loaded, G_IO_ERROR, code);
}

static void
test_no_files (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *plug = g_build_filename (folder, "socket", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink (pipe, link), ==, 0);
  make_socket (plug);
  assert_no_file (folder, G_IO_ERROR_IS_DIRECTORY);
  assert_no_file (pipe, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_no_file (link, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_no_file ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_false (remit_file_check (plug, NULL));
  g_assert_cmpint (remit_file_open (plug, NULL), ==, -1);
  remit_test_remove_folder (folder);
}

/* Whether it may be made is for others to say. */
static void
test_not_there (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_file_check ("/nonexistent/file", &error));
  g_assert_cmpint (remit_file_open ("/nonexistent/file", &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_load (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  static const gsize limits[] = { 0, 4, 5, 6, 100 };

  g_assert_true (g_file_set_contents (path, "hello", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gsize length = 0;
      g_autofree char *text = remit_file_load (path, limits[i], &length, NULL);

      g_assert_cmpuint (length, ==, MIN (limits[i], strlen ("hello")));
      g_assert_cmpuint (strlen (text), ==, length);
    }
  remit_test_remove_folder (folder);
}

static void
test_texts (void)
{
  static const char *const paths[] = { "/home/ada/plan.xml", "/home/åsa/plan.xml", "plan.xml",
                                       "/home/ada/b\xe4r.xml", "/\xff\xfe", "/a%20b\xe4",
                                       "/file:///etc" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = remit_file_dup_text (paths[i]);
      g_autofree char *path = remit_file_dup_path (text);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (path, ==, paths[i]);
      if (g_utf8_validate (paths[i], -1, NULL))
        g_assert_cmpstr (text, ==, paths[i]);
    }
}

/* Names for files of what people have called something. */
static void
test_names (void)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *long_name = remit_file_dup_name (long_text);
  const struct
  {
    const char *text;
    const char *name;
  } cases[] = {
    { "Fraud", "Fraud" }, { "Größe – Übersicht", "Größe – Übersicht" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j" }, { "..", "-." }, { ".hidden", "-hidden" },
    { "two\nlines", "two lines" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = remit_file_dup_name (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (strlen (long_name), <, 210);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/file/no-files", test_no_files);
  g_test_add_func ("/model/file/not-there", test_not_there);
  g_test_add_func ("/model/file/load", test_load);
  g_test_add_func ("/model/file/texts", test_texts);
  g_test_add_func ("/model/file/names", test_names);
  return g_test_run ();
}
