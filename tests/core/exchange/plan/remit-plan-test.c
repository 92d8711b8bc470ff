/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of plan files share. */
#include "remit-plan-test.h"

#include "model/remit-data.h"

#include <libxml/xmlschemas.h>
#include <string.h>

void
plan_fixture_set_up (PlanFixture *self,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;

  self->folder = remit_test_make_folder ();
  path = g_build_filename (self->folder, "test.remit", NULL);
  self->store = remit_test_open_new (path);
}

void
plan_fixture_tear_down (PlanFixture *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (self->store);
  remit_test_remove_folder (self->folder);
}

RemitStore *
plan_fixture_open_other (PlanFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "other.remit", NULL);

  return remit_test_open_new (path);
}

char *
plan_fixture_write (PlanFixture *self,
                    const char *contents)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, "plan.xml", NULL);

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
plan_test_wrap (const char *body)
{
  return g_strconcat ("<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" id=\"0000000000000001\""
                      " name=\"Plan\">\n",
                      body, "</plan>\n", NULL);
}

RemitImportResult *
plan_fixture_read (PlanFixture *self,
                   const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plan_fixture_write (self, contents);
  RemitImportResult *result = remit_plan_read (self->store, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

gboolean
plan_test_write (RemitStore *store,
                 gint64 plan,
                 RemitAudience audience,
                 const char *path,
                 GCancellable *cancellable,
                 RemitProgress progress,
                 gpointer progress_data,
                 GError **error)
{
  RemitExport export = { store, plan, NULL, audience, cancellable, progress, progress_data };

  return remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export, path,
                               error);
}

char *
plan_test_export (RemitStore *store,
                  gint64 plan,
                  const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "export.xml", NULL);
  char *text = NULL;
  char *history;

  plan_test_write (store, plan, REMIT_AUDIENCE_FULL, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  plan_test_assert_valid (path);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  history = strstr (text, "  <history ");
  g_assert_nonnull (history);
  g_assert_cmpstr (strchr (history, '\n'), ==, "\n</plan>\n");
  *history = '\0';
  return text;
}

void
plan_test_assert_valid (const char *path)
{
  g_autofree char *schema_path = remit_data_dup_path ("schema/plan.xsd");
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (schema_path);
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);

  g_assert_cmpint (xmlSchemaValidateFile (context, path, 0), ==, 0);
  xmlSchemaFreeValidCtxt (context);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

GPtrArray *
plan_test_list_data (const char *folder)
{
  g_autofree char *path = remit_data_dup_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_assert_cmpuint (files->len, >, 0);
  return files;
}
