/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Audiences that organisations make: any kind and field, valid files, and files that are wrong. */
#include <glib/gstdio.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-audience-files.h"
#include "exchange/remit-exporter.h"
#include "model/remit-data.h"
#include "one-of-each.h"

static void
ignore (void *data,
        xmlError *error)
{
}

static void
assert_valid (const char *path)
{
  g_autofree char *schema = remit_data_dup_path ("schema/plan.xsd");
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (schema);
  xmlSchema *read = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *valid = xmlSchemaNewValidCtxt (read);

  xmlSchemaSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) (void (*) (void)) ignore,
                                     NULL);
  g_assert_cmpint (xmlSchemaValidateFile (valid, path, 0), ==, 0);
  xmlSchemaFreeValidCtxt (valid);
  xmlSchemaFree (read);
  xmlSchemaFreeParserCtxt (parser);
}

static void
import_plan (RemitStore *store,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_plan_read (store, path, NULL, &error);

  g_assert_no_error (error);
}

/* The file is valid, changes nothing where it came from, and can be read elsewhere. */
static void
check_words (OneOfEach *f,
             const char *words)
{
  int audience = remit_audience_find_withheld ("some", words);
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *workspace = g_build_filename (f->folder, "other.remit", NULL);
  g_autofree char *before = remit_test_dump (f->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitStore) other = remit_test_open_new (workspace);

  g_test_message ("%s", words);
  g_assert_cmpint (audience, >=, REMIT_N_AUDIENCES);
  g_assert_cmpstr (remit_audience_get_withheld ((RemitAudience) audience), ==, words);
  one_of_each_export (f->store, f->ids[REMIT_KIND_PLAN], (RemitAudience) audience, path);
  assert_valid (path);
  import_plan (f->store, path);
  after = remit_test_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  import_plan (other, path);
  g_clear_object (&other);
  remit_test_remove (workspace);
}

/* Returns: whether such an audience can be made */
static gboolean
try_without (OneOfEach *f,
             const char *kind,
             const char *field)
{
  g_autoptr (RemitOwnAudience) own = remit_own_audience_new ("some", "Some", REMIT_AUDIENCE_FULL);
  g_autoptr (GError) error = NULL;

  if (!remit_own_audience_set (own, kind, field, FALSE, &error)
      || !remit_own_audience_finish (own, &error))
    {
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      return FALSE;
    }
  check_words (f, own->words);
  return TRUE;
}

static void
test_kinds (OneOfEach *f,
            gconstpointer data)
{
  guint n = 0;

  FOR_EACH_KIND (kind)
    n += try_without (f, remit_entity_info (kind)->name, NULL);
  g_assert_cmpuint (n, >=, 10);
  g_assert_false (try_without (f, "plan", NULL));
  g_assert_false (try_without (f, "person", NULL)); /* whom assignments need */
  g_assert_false (try_without (f, "slot", NULL));   /* which rights may need */
}

static void
test_fields (OneOfEach *f,
             gconstpointer data)
{
  guint n = 0;

  FOR_EACH_KIND (kind)
  {
    const RemitEntityInfo *info = remit_entity_info (kind);

    for (guint i = 0; i < info->n_fields; i++)
      n += try_without (f, info->name, info->fields[i].name);
  }
  g_assert_cmpuint (n, >=, 60);
  g_assert_false (try_without (f, "person", "name"));
  g_assert_false (try_without (f, "assignment", "person"));
}

/* The same with more of what depends on one another: decisions with logs and rights in several
 * frameworks, conflicts on all levels. */
static void
test_sample (OneOfEach *f,
             gconstpointer data)
{
  f->ids[REMIT_KIND_PLAN] = remit_test_read_sample (f->store);
  for (RemitKind kind = REMIT_KIND_PLAN; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      gboolean has_course = kind == REMIT_KIND_DECISION || kind == REMIT_KIND_CONFLICT;

      try_without (f, info->name, NULL);
      for (guint i = 0; has_course && i < info->n_fields; i++)
        try_without (f, info->name, info->fields[i].name);
    }
}

/* Several kinds that go together: what led to them is not known either. */
static void
test_together (OneOfEach *f,
               gconstpointer data)
{
  static const char *const sets[][5] = {
    { "decision", "comment", "waiver" },
    { "conflict", "ladder", "waiver" },
    { "skill", "person-skill", "slot-need", "comment", "waiver" },
    { "person-skill", "absence", "slot-need" },
  };

  f->ids[REMIT_KIND_PLAN] = remit_test_read_sample (f->store);
  for (guint base = 0; base < REMIT_N_AUDIENCES; base++)
    for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
      {
        g_autoptr (RemitOwnAudience) own = remit_own_audience_new ("some", "Some",
                                                                   (RemitAudience) base);
        g_autoptr (GError) error = NULL;

        for (guint k = 0; k < G_N_ELEMENTS (sets[i]) && sets[i][k] != NULL; k++)
          remit_own_audience_set (own, sets[i][k], NULL, FALSE, &error);
        g_assert_no_error (error);
        remit_own_audience_finish (own, &error);
        g_assert_no_error (error);
        check_words (f, own->words);
      }
}

/* Names, and conflicts that are not for all; with what is not known yet. */
static void
test_words (OneOfEach *f,
            gconstpointer data)
{
  check_words (f, "names");
  check_words (f, "private-conflicts");
  check_words (f, "person.email absence team.purpose comment names private-conflicts");
  g_assert_cmpint (remit_audience_find_withheld ("some", "names later.field telepathy"), ==,
                   remit_audience_find_withheld ("some", " names\n"));
  g_assert_cmpint (remit_audience_find_withheld ("Some!", "names"), ==, -1);
  g_assert_cmpint (remit_audience_find_withheld ("", "names"), ==, -1);
}

/* What a file leaves out it does not take away: not even when what it says of itself is wrong. */
static void
test_own_file (OneOfEach *f,
               gconstpointer data)
{
  static const struct {
    const char *audience;
    const char *words;
  } cases[] = {
    { "audience=\"own:\" withheld=\"names\"", "Unknown audience “own:”" },
    { "audience=\"own:x y\" withheld=\"names\"", "Unknown audience “own:x y”" },
    { "audience=\"own:board\"", "Unknown audience “own:board”" },
    { "audience=\"board\" withheld=\"names\"", "Unknown audience “board”" },
  };
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *text = NULL;

  one_of_each_export (f->store, f->ids[REMIT_KIND_PLAN], REMIT_AUDIENCE_FULL, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitImportResult) result = NULL;

      g_string_replace (changed, "audience=\"full\"", cases[i].audience, 1);
      g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
      result = remit_plan_read (f->store, path, NULL, &error);
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* ── Files of audiences ───────────────────────────────────────────────────────────────────── */

#define ROOT "<audience xmlns='urn:remit:audience:1' name='board' title='Board'"

static void
test_bad_files (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "no XML", "line 1: " },
    { ROOT ">\n\n<withhold", "line 3: " },
    { "<!DOCTYPE a>" ROOT "/>", "DOCTYPE" },
    { "<audience name='a' title='A'/>", "line 1: expected <audience" },
    { "<plan xmlns='urn:remit:audience:1'/>", "line 1: expected <audience" },
    { "<audience xmlns='urn:remit:audience:1' title='A'/>", "line 1: “name”" },
    { "<audience xmlns='urn:remit:audience:1' name='../x' title='A'/>", "line 1: “name”" },
    { "<audience xmlns='urn:remit:audience:1' name='full' title='A'/>", "built-in" },
    { "<audience xmlns='urn:remit:audience:1' name='a' title=' '/>", "“title”" },
    { ROOT " base='nobody'/>", "“base”" },
    { ROOT " color='red'/>", "“color”" },
    { ROOT ">words</audience>", "text" },
    { ROOT ">\n<hide kind='absence'/></audience>", "line 2: only <withhold> and <give>" },
    { ROOT ">\n<withhold/></audience>", "line 2: the attribute “kind” is missing" },
    { ROOT ">\n<withhold kind='absence' when='now'/></audience>", "line 2: " },
    { ROOT ">\n\n<withhold kind='soul'/></audience>", "line 3: There is no kind “soul”" },
    { ROOT ">\n<withhold kind='settings'/></audience>", "line 2: There is no kind “settings”" },
    { ROOT ">\n<withhold kind='person' field='soul'/></audience>", "“person” has no field “soul”" },
    { ROOT ">\n<withhold kind='person' field='name'/></audience>", "line 2: Names cannot be" },
    { ROOT ">\n<withhold kind='decision' field='title'/></audience>", "would not be valid" },
    { ROOT ">\n<withhold kind='plan'/></audience>", "line 2: The plan itself" },
    { ROOT ">\n<withhold kind='conflict-event'/></audience>", "Withhold “conflict”" },
    { ROOT ">\n<withhold kind='conflict' field='status'/></audience>", "would not be valid" },
    { ROOT ">\n<withhold kind='person'/></audience>", "“assignment” cannot be given without" },
  };
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RemitOwnAudience) own = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      own = remit_audience_files_read (path, &error);
      g_assert_null (own);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
  remit_test_remove_folder (folder);
}

/* Too large, a folder, nothing at all. */
static void
test_odd_files (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autofree char *spaces = g_strnfill (70000, ' ');
  g_autofree char *text = g_strconcat (ROOT ">", spaces, "</audience>", NULL);
  const char *const paths[] = { path, folder, "/none" };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (remit_audience_files_read (paths[i], &error));
      g_assert_nonnull (error);
    }
  remit_test_remove_folder (folder);
}

static void
test_good_file (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitOwnAudience) own = NULL;

  g_assert_true (g_file_set_contents (
    path, ROOT " base='anonymous'><!-- why -->\n<give kind='absence'/><withhold kind='skill' "
               "field='category'/>\n</audience>", -1, NULL));
  own = remit_audience_files_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (own->nick, ==, "board");
  g_assert_cmpstr (own->title, ==, "Board");
  g_assert_true (own->sees[REMIT_KIND_ABSENCE]);
  g_assert_false (own->has_names);
  g_assert_false (own->has_private);
  g_assert_nonnull (strstr (own->words, "skill.category"));
  g_assert_nonnull (strstr (own->words, "person.email"));
  g_assert_null (strstr (own->words, "absence"));
  remit_test_remove_folder (folder);
}

/* Files that come, change and go while the program runs. Who has been offered stays who it is. */
static void
test_reload (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_DATA_DIRS"), "remit", "audiences",
                                              NULL);
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autofree char *bad = g_build_filename (folder, "b.xml", NULL);
  int first, second;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  remit_audience_reload ();
  g_assert_false (remit_audience_reload ());
  g_assert_cmpuint (remit_audience_count (), ==, REMIT_N_AUDIENCES);
  g_assert_true (g_file_set_contents (path, ROOT "/>", -1, NULL));
  g_assert_true (remit_audience_reload ());
  first = remit_audience_find ("board");
  g_assert_cmpint (first, >=, REMIT_N_AUDIENCES);
  g_assert_cmpuint (remit_audience_count (), ==, REMIT_N_AUDIENCES + 1);
  g_assert_cmpint ((int) remit_audience_get_nth (REMIT_N_AUDIENCES), ==, first);

  g_assert_true (g_file_set_contents (path, ROOT " base='anonymous'/>", -1, NULL));
  g_assert_true (remit_audience_reload ());
  second = remit_audience_find ("board");
  g_assert_cmpint (second, !=, first);
  g_assert_true (remit_audience_sees_names ((RemitAudience) first));
  g_assert_false (remit_audience_sees_names ((RemitAudience) second));
  g_assert_cmpuint (remit_audience_count (), ==, REMIT_N_AUDIENCES + 1);

  g_assert_true (g_file_set_contents (bad, "<audience", -1, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (remit_audience_reload ());
  g_assert_cmpint (remit_audience_find ("board"), ==, -1);
  g_assert_cmpstr (remit_audience_get_nick ((RemitAudience) second), ==, "board");
  g_assert_nonnull (remit_audience_list_faults ()[0]);
  g_assert_false (remit_audience_reload ());
}

int
main (int argc,
      char *argv[])
{
  char *folder = g_dir_make_tmp ("remit-test-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();
#define ADD(path, func) \
  g_test_add ("/kinds/own-audiences/" path, OneOfEach, NULL, one_of_each_set_up, func, \
              one_of_each_tear_down)
  ADD ("kinds", test_kinds);
  ADD ("fields", test_fields);
  ADD ("sample", test_sample);
  ADD ("together", test_together);
  ADD ("words", test_words);
  ADD ("own-file", test_own_file);
#undef ADD
  g_test_add_func ("/kinds/own-audiences/bad-files", test_bad_files);
  g_test_add_func ("/kinds/own-audiences/odd-files", test_odd_files);
  g_test_add_func ("/kinds/own-audiences/good-file", test_good_file);
  g_test_add_func ("/kinds/own-audiences/reload", test_reload);
  status = g_test_run ();
  remit_test_remove_folder (folder);
  return status;
}
