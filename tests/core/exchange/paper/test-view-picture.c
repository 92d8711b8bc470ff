/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views as pictures and tables: all of them, in every format, with nothing typed as markup. */
#include <libxml/parser.h>
#include <string.h>

#include "exchange/paper/remit-view-picture.h"
#include "model/remit-person.h"
#include "model/remit-xml.h"
#include "remit-test-pdf.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store,
                                   .plan = remit_test_read_sample (fixture->store),
                                   .audience = REMIT_AUDIENCE_STAKEHOLDER };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  remit_test_remove_folder (fixture->folder);
}

static RemitViewPicture *
make (Fixture *fixture,
      RemitPictureSubject subject)
{
  g_autoptr (GError) error = NULL;
  RemitViewPicture *picture = remit_view_picture_new (&fixture->export, subject, &error);

  g_assert_no_error (error);
  return picture;
}

static const guint8 *
draw (RemitViewPicture *picture,
      RemitPictureFormat format,
      GBytes **bytes,
      gsize *length)
{
  g_autoptr (GError) error = NULL;

  *bytes = remit_view_picture_draw (picture, format, &error);
  g_assert_no_error (error);
  return g_bytes_get_data (*bytes, length);
}

static guint32
read_big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
check_png (RemitViewPicture *picture)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *data = draw (picture, REMIT_PICTURE_PNG, &bytes, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  for (guint i = 16; i <= 20; i += 4)
    {
      g_assert_cmpuint (read_big_endian (data + i), >, 100);
      g_assert_cmpuint (read_big_endian (data + i), <=, 16001);
    }
}

static void
check_svg (RemitViewPicture *picture)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *data = draw (picture, REMIT_PICTURE_SVG, &bytes, &length);
  xmlDoc *document = xmlReadMemory ((const char *) data, (int) length, NULL, NULL,
                                    XML_PARSE_NONET);

  g_assert_nonnull (document);
  g_assert_true (remit_xml_is (xmlDocGetRootElement (document), "svg"));
  xmlFreeDoc (document);
}

/* Returns: (transfer full): the text of the picture; all of it is on one page */
static GString *
read_pdf (Fixture *fixture,
          RemitViewPicture *picture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "picture.pdf", NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *data = draw (picture, REMIT_PICTURE_PDF, &bytes, &length);
  g_autofree char *info = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length, NULL));
  if (!remit_test_has_poppler ())
    return NULL;
  info = remit_test_run_poppler ("pdfinfo", "-box", path);
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
  return remit_test_read_pdf (path);
}

/* Each shows what one would look for in it, and nothing of the others. */
static void
test_subjects (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *shown[3];
    const char *hidden;
    const char *line; /* of the table */
  } expected[REMIT_N_PICTURES] = {
    [REMIT_PICTURE_BOARD] = { { "Demandforecasting", "IngridSolberg", "Validator,computervision" },
                              "Framethe",
                              "\nData and AI office\tML coach\t20 %\tKwame Boateng\t20 %\n" },
    [REMIT_PICTURE_MAP] = { { "Modelvalidation", "12/12", "Mapoftheteams" }, "Solberg",
                            "\nBilling anomalies\tData and AI office\t5\t6\n" },
    [REMIT_PICTURE_MATRIX] = { { "Framethe", "Hasthefinalsay", "ErikLindqvist" }, "Vacant",
                               "\nGrant access to the data RACI\t" },
  };

  for (guint i = 0; i < REMIT_N_PICTURES; i++)
    {
      g_autoptr (RemitViewPicture) picture = make (fixture, (RemitPictureSubject) i);
      g_autoptr (GString) pdf = read_pdf (fixture, picture);
      g_autofree char *text = remit_view_picture_dup_text (picture);
      g_autofree char *html = remit_view_picture_dup_html (picture);

      g_test_message ("%s", remit_picture_nicks[i]);
      check_png (picture);
      check_svg (picture);
      g_assert_nonnull (strstr (text, expected[i].line));
      g_assert_nonnull (strstr (html, "<table>"));
      for (guint j = 0; pdf != NULL && j < G_N_ELEMENTS (expected[i].shown); j++)
        if (strstr (pdf->str, expected[i].shown[j]) == NULL)
          g_error ("%s lacks “%s”", remit_picture_nicks[i], expected[i].shown[j]);
      if (pdf != NULL)
        g_assert_null (strstr (pdf->str, expected[i].hidden));
    }
}

/* What is typed is neither markup, nor a formula, nor another cell. */
static void
test_typed (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Rename", &error);
  gint64 person = remit_store_query_integer (
    fixture->store, "SELECT id FROM person WHERE name = 'Kwame Boateng'", 0, 0, NULL);
  g_autoptr (RemitViewPicture) picture = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  remit_edit_set_text (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME,
                       "=1+1</td><script>x</script>\"&amp;\t'", &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  picture = make (fixture, REMIT_PICTURE_BOARD);
  text = remit_view_picture_dup_text (picture);
  html = remit_view_picture_dup_html (picture);
  check_svg (picture);
  g_assert_nonnull (strstr (text, "\t'=1+1</td><script>x</script>\"&amp; '\t20 %\n"));
  g_assert_null (strstr (html, "<script"));
  g_assert_nonnull (
    strstr (html, "<td>'=1+1&lt;/td&gt;&lt;script&gt;x&lt;/script&gt;&quot;&amp;amp; &apos;"));
}

/* Without teams and decisions there is nothing to be seen. */
static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  fixture->export.plan = remit_test_add_plan (fixture->store, "Nothing yet");
  for (guint i = 0; i < REMIT_N_PICTURES; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        remit_view_picture_new (&fixture->export, (RemitPictureSubject) i, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
    }
}

/* One's own style sheet for reports may have none of it. */
static void
test_own (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *styles = g_build_filename (g_get_user_data_dir (), "remit", "stylesheets", NULL);
  g_autofree char *path = g_build_filename (styles, "report.xsl", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (styles, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
    path,
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
    "<xsl:template match='/'><html><body>Ours</body></html></xsl:template></xsl:stylesheet>",
    -1, NULL));
  g_assert_null (remit_view_picture_new (&fixture->export, REMIT_PICTURE_BOARD, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "teams"));
  g_assert_nonnull (strstr (error->message, "style sheet"));
  remit_test_remove_folder (g_steal_pointer (&styles));
}

/* A board of many teams fits into what programs can open. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  gint64 role = remit_test_add_role (fixture->store, "hand", "Hand");

  fixture->export.plan = remit_test_add_plan (fixture->store, "Many");
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *name = g_strdup_printf ("Team %u", i);
      gint64 team = remit_test_add_team (fixture->store, fixture->export.plan, name);

      for (guint j = 0; j < 8; j++)
        remit_test_add_slot (fixture->store, fixture->export.plan, team, role);
    }
  for (guint i = 0; i < REMIT_PICTURE_MATRIX; i++)
    {
      g_autoptr (RemitViewPicture) picture = make (fixture, (RemitPictureSubject) i);
      g_autoptr (GString) pdf = read_pdf (fixture, picture);

      check_png (picture);
      if (pdf != NULL)
        g_assert_nonnull (strstr (pdf->str, "Team149"));
    }
}

static void
test_formats (void)
{
  g_assert_cmpint (remit_picture_find_format ("/a.b/c.svg"), ==, REMIT_PICTURE_SVG);
  g_assert_cmpint (remit_picture_find_format ("c.PDF"), ==, REMIT_PICTURE_PDF);
  g_assert_cmpint (remit_picture_find_format ("c.png"), ==, REMIT_PICTURE_PNG);
  g_assert_cmpint (remit_picture_find_format ("c"), ==, REMIT_PICTURE_PNG);
  g_assert_cmpint (remit_picture_find_format ("c.jpg"), ==, REMIT_PICTURE_PNG);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) \
  g_test_add ("/exchange/view-picture/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("subjects", test_subjects);
  ADD ("typed", test_typed);
  ADD ("empty", test_empty);
  ADD ("own", test_own);
  ADD ("large", test_large);
#undef ADD
  g_test_add_func ("/exchange/view-picture/formats", test_formats);
  return g_test_run ();
}
