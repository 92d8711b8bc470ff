/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: what is in them, for whom, and what a style sheet may not do. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/report/remit-report.h"
#include "exchange/report/remit-report-style.h"
#include "model/remit-day.h"
#include "model/remit-entities.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  char *styles; /* where the user's own are */
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "report.html", NULL);
  fixture->styles = g_build_filename (g_get_user_data_dir (), "remit", "stylesheets", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->styles, 0700), ==, 0);
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store,
                                   .plan = remit_test_read_sample (fixture->store) };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->styles);
  remit_test_remove_folder (fixture->folder);
}

static char *
write_report (Fixture *fixture,
              GError **error)
{
  char *text = NULL;

  if (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "html"), &fixture->export,
                            fixture->path, error))
    g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  return text;
}

static char *
write_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = write_report (fixture, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in the report", part);
}

static void
assert_lacks (const char *text,
              const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in the report: %.80s", part, strstr (text, part));
}

/* ── What is in it ────────────────────────────────────────────────────────────────────────── */

static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  static const char *const parts[] = {
    "<html lang=\"en\" dir=\"ltr\">", "<title>AI teams 2026</title>", "Demand forecasting",
    "Ingrid Solberg", ">46<small> / 50</small>", ">30.4<", "Vacant",
    "Accept the quality of the data",
    "Two GPUs, and three teams that train at", "130 % of 100 %", "Open findings", "<svg", "@page",
    "prefers-color-scheme: dark", "scope=\"row\"", "href=\"#skills\"", "href=\"#load\"",
    "id=\"load-people\"", "id=\"cost\"", "Only one person", "Expiring",
  };
  g_autofree char *text = write_well (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i]);
  assert_lacks (text, "<script");
  assert_lacks (text, "http://www.w3.org/1999/XSL");
  g_assert_cmpuint (strlen (text), <, 300000);
}

static gint64
add_team (Fixture *fixture,
          const char *name,
          gint64 parent)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, fixture->export.plan);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_integer (team, REMIT_TEAM_PARENT, parent);
  return remit_test_insert (fixture->store, team);
}

/* In the map, each line hangs from its parent's, however many lines are between. */
static void
test_map (Fixture *fixture,
          gconstpointer data)
{
  gint64 root, middle;
  g_autofree char *text = NULL;
  const char *place;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Tree");
  root = add_team (fixture, "Root", 0);
  middle = add_team (fixture, "Middle", root);
  add_team (fixture, "Other root", 0);
  add_team (fixture, "Second", root);
  add_team (fixture, "Leaf", middle);
  text = write_well (fixture);
  place = strstr (text, "<svg");
  /* Root, Middle, Leaf, Second, Other root: 28 each */
  for (guint i = 0; i < 5; i++)
    {
      static const char *const names[] = { "Root", "Middle", "Leaf", "Second", "Other root" };
      static const char *const branches[] = { NULL, "M 14 30 V 46 H 26", "M 36 58 V 74 H 48",
                                              "M 14 30 V 102 H 26", NULL };

      if (branches[i] != NULL)
        g_assert_nonnull (place = strstr (place, branches[i]));
      g_assert_nonnull (place = strstr (place, names[i]));
    }
}

/* Each link leads somewhere, and each address is there once. */
static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *text = write_well (fixture);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) id = g_regex_new (" id=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GRegex) link = g_regex_new ("href=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) found_id = NULL;
  g_autoptr (GMatchInfo) found_link = NULL;
  guint n = 0;

  for (g_regex_match (id, text, 0, &found_id); g_match_info_matches (found_id);
       g_match_info_next (found_id, NULL))
    g_assert_true (g_hash_table_add (ids, g_match_info_fetch (found_id, 1)));
  for (g_regex_match (link, text, 0, &found_link); g_match_info_matches (found_link);
       g_match_info_next (found_link, NULL))
    {
      g_autofree char *address = g_match_info_fetch (found_link, 1);

      g_assert_cmpint (address[0], ==, '#');
      if (!g_hash_table_contains (ids, address + 1))
        g_error ("%s leads nowhere", address);
      n++;
    }
  g_assert_cmpuint (n, >, 200);
}

/* What somebody typed is never markup. */
static void
test_markup (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Rename", &error);
  gint64 person = remit_store_query_integer (
    fixture->store, "SELECT id FROM person WHERE name = 'Erik Lindqvist'", 0, 0, NULL);
  g_autofree char *text = NULL;

  remit_edit_set_text (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME,
                       "</title><script>alert (1)</script>\"'&lt; {$x} &#x1;", &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  text = write_well (fixture);
  assert_has (text, "&lt;/title&gt;&lt;script&gt;alert (1)&lt;/script&gt;");
  assert_has (text, "&amp;lt; {$x} &amp;#x1;");
  assert_lacks (text, "<script");
}

static void
test_stakeholder (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const confidential[] = {
    "@halden-energy.example", "Findings", "Four days from September on.",
    "No release waits for a night.", "id=\"load-people\"", "id=\"cost\"", "Expiring",
  };
  g_autofree char *full = write_well (fixture);
  g_autofree char *text = NULL;

  fixture->export.audience = REMIT_AUDIENCE_STAKEHOLDER;
  text = write_well (fixture);
  assert_has (text, "Without confidential details");
  assert_has (text, "Demand forecasting");
  assert_has (text, "id=\"load-teams\"");
  assert_has (text, "id=\"skills\"");
  for (guint i = 0; i < G_N_ELEMENTS (confidential); i++)
    assert_lacks (text, confidential[i]);
  assert_has (full, "Findings");
  assert_has (full, "No release waits for a night.");
  assert_lacks (full, "Without confidential details");
}

static void
add_level (Fixture *fixture,
           RemitKind kind,
           gint64 owner,
           gint64 skill,
           gint64 level)
{
  gboolean is_need = kind == REMIT_KIND_SLOT_NEED;
  RemitRecord *record = remit_record_new (kind);

  remit_record_set_integer (record, is_need ? REMIT_SLOT_NEED_SLOT : REMIT_PERSON_SKILL_PERSON,
                            owner);
  remit_record_set_integer (record, is_need ? REMIT_SLOT_NEED_SKILL : REMIT_PERSON_SKILL_SKILL,
                            skill);
  remit_record_set_integer (record, is_need ? REMIT_SLOT_NEED_LEVEL : REMIT_PERSON_SKILL_LEVEL,
                            level);
  if (is_need)
    remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, fixture->export.plan);
  remit_test_insert (fixture->store, record);
}

static void
set_days (Fixture *fixture,
          gint64 slot,
          const char *from,
          const char *until)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Days", NULL);

  remit_edit_set_integer (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_FROM, remit_day_parse (from),
                          NULL);
  remit_edit_set_integer (edit, REMIT_KIND_SLOT, slot, REMIT_SLOT_UNTIL, remit_day_parse (until),
                          NULL);
  g_assert_true (remit_edit_commit (edit, NULL));
}

/* Two months in which a slot is filled by half, by somebody who lacks one of two skills. */
static void
test_figures (Fixture *fixture,
              gconstpointer data)
{
  gint64 plan = fixture->export.plan = remit_test_add_plan (fixture->store, "Harbour");
  gint64 team = remit_test_add_team (fixture->store, plan, "Tugs");
  gint64 slot = remit_test_add_slot (fixture->store, plan, team,
                                     remit_test_add_role (fixture->store, "pilot", "Pilot"));
  gint64 person = remit_test_add_person (fixture->store, "Olu");
  gint64 radar = remit_test_add_skill (fixture->store, "Radar reading");
  gint64 ropes = remit_test_add_skill (fixture->store, "Rope work");
  g_autofree char *text = NULL;

  set_days (fixture, slot, "2061-03-01", "2061-04-30");
  remit_test_add_assignment (fixture->store, plan, slot, person, 50);
  add_level (fixture, REMIT_KIND_SLOT_NEED, slot, radar, 3);
  add_level (fixture, REMIT_KIND_SLOT_NEED, slot, ropes, 2);
  add_level (fixture, REMIT_KIND_PERSON_SKILL, person, radar, 1);
  add_level (fixture, REMIT_KIND_PERSON_SKILL, person, ropes, 2);
  text = write_well (fixture);
  assert_has (text, "Tugs</a></th><td>2</td><td>1</td><td class=\"late\">1</td><td>1</td>");
  assert_has (text, "Radar reading</th><td>3</td><td>3</td><td>1</td><td>0</td>");
  assert_lacks (text, "Rope work</th>");
  assert_has (text, "Mar 61</th><td>1</td><td>0.5</td><td>0</td><td>0.5</td>");
  assert_has (text, "Apr 61</th><td>1</td><td>0.5</td><td>0</td><td>0.5</td>");
  assert_lacks (text, "May 61");
  assert_has (text, "Olu</th><td>50</td><td>50</td></tr>");
}

/* A plan without anything is a report without empty sections. */
static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  static const char *const sections[] = { "map", "teams", "rights", "decisions", "conflicts",
                                          "skills", "load", "people" };
  g_autofree char *text = NULL;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Nothing yet");
  text = write_well (fixture);
  assert_has (text, "<h1>Nothing yet</h1>");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *link = g_strdup_printf ("#%s\"", sections[i]);

      assert_lacks (text, link);
    }
}

/* ── Style sheets of one's own ────────────────────────────────────────────────────────────── */

#define SHEET(BODY)                                                                                \
  "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"                 \
  " xmlns:p='urn:remit:plan:1' xmlns:r='urn:remit:report:1' xmlns:exsl='http://exslt.org/common'"  \
  " extension-element-prefixes='exsl'>" BODY "</xsl:stylesheet>"

static void
add_style (Fixture *fixture,
           const char *name,
           const char *contents)
{
  g_autofree char *file = g_strconcat (name, ".xsl", NULL);
  g_autofree char *path = g_build_filename (fixture->styles, file, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  fixture->export.stylesheet = name;
}

static void
test_own (Fixture *fixture,
          gconstpointer data)
{
  g_auto (GStrv) before = remit_report_style_list ();
  g_auto (GStrv) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *usual = NULL;

  g_assert_cmpstr (before[0], ==, "report");
  g_assert_null (before[1]);
  add_style (fixture, "ours", SHEET ("<xsl:output method='text'/><xsl:template match='/p:plan'>"
                                     "<xsl:value-of select='count (//p:team)'/> teams, "
                                     "<xsl:value-of select='r:label (@status)'/>, "
                                     "<xsl:value-of select=\"r:label ('published')\"/>, "
                                     "<xsl:value-of select=\"r:day ('no day')\"/>, "
                                     "<xsl:value-of select=\"r:percent (40)\"/>, "
                                     "<xsl:value-of select=\"r:letter ('RACI', 'Z')\"/>"
                                     "</xsl:template>"));
  text = write_well (fixture);
  g_assert_cmpstr (text, ==, "7 teams, Published, published, no day, 40 %, Z");
  after = remit_report_style_list ();
  g_assert_cmpstr (after[0], ==, "ours");
  g_assert_cmpstr (after[1], ==, "report");
  /* one's own of the usual name stands in for it */
  add_style (fixture, "report", SHEET ("<xsl:template match='/'><mine/></xsl:template>"));
  fixture->export.stylesheet = NULL;
  usual = write_well (fixture);
  assert_has (usual, "<mine ");
}

static void
assert_refused (Fixture *fixture,
                int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = write_report (fixture, &error);

  g_assert_null (text);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, code);
  assert_has (error->message, fixture->export.stylesheet);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  static const char *const sheets[] = {
    "",
    "no XML",
    "<plan/>",
    "<xsl:stylesheet",
    SHEET ("<xsl:template match='['/>"),
    SHEET ("<xsl:template match='/'><xsl:value-of select='nothing ('/></xsl:template>"),
    SHEET ("<xsl:template match='/'><xsl:call-template name='none'/></xsl:template>"),
    SHEET ("<xsl:template match='/'><xsl:value-of select='r:none (1)'/></xsl:template>"),
    SHEET ("<xsl:template match='/'><xsl:value-of select='r:day ()'/></xsl:template>"),
    SHEET ("<xsl:template match='/'><xsl:message terminate='yes'>stop</xsl:message>"
           "</xsl:template>"),
    /* what reads and writes */
    SHEET ("<xsl:include href='file:///etc/passwd'/>"),
    SHEET ("<xsl:import href='other.xsl'/>"),
    SHEET ("<xsl:template match='/'><xsl:copy-of select=\"document ('file:///etc/fstab')\"/>"
           "</xsl:template>"),
    SHEET ("<xsl:template match='/'><xsl:copy-of select=\"document ('http://localhost:1/')\"/>"
           "</xsl:template>"),
    SHEET ("<xsl:template match='/'><exsl:document href='written'>x</exsl:document>"
           "</xsl:template>"),
    /* what does not end */
    SHEET ("<xsl:template match='/' name='a'><xsl:call-template name='a'/></xsl:template>"),
    SHEET ("<xsl:template match='/' name='b'><xsl:param name='n' select='0'/>"
           "<xsl:if test='$n &lt; 60'>"
           "<xsl:call-template name='b'><xsl:with-param name='n' select='$n + 1'/>"
           "</xsl:call-template>"
           "<xsl:call-template name='b'><xsl:with-param name='n' select='$n + 1'/>"
           "</xsl:call-template></xsl:if></xsl:template>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_test_message ("%s", sheets[i]);
      add_style (fixture, "odd", sheets[i]);
      assert_refused (fixture, REMIT_EXCHANGE_ERROR_REFUSED);
      g_assert_false (g_file_test ("written", G_FILE_TEST_EXISTS));
    }
}

static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  static const char *const names[] = { "none", "../stylesheets/report", "/etc/passwd", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fixture->export.stylesheet = names[i];
      assert_refused (fixture, REMIT_EXCHANGE_ERROR_UNREADABLE);
    }
}

/* A file that an entity names is not read. */
static void
test_entity (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *secret = g_build_filename (fixture->folder, "secret", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (secret, "hush", -1, NULL));
  sheet = g_strdup_printf ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file://%s'>]>%s", secret,
                           SHEET ("<xsl:template match='/'><a>&e;</a></xsl:template>"));
  add_style (fixture, "entity", sheet);
  text = write_report (fixture, &error);
  if (text != NULL)
    assert_lacks (text, "hush");
}

/* Returns: (transfer full): of many teams */
static xmlDoc *
make_input (guint n_teams)
{
  xmlDoc *input = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewDocNode (input, NULL, BAD_CAST "plan", NULL);

  xmlDocSetRootElement (input, root);
  for (guint i = 0; i < n_teams; i++)
    xmlNewChild (root, NULL, BAD_CAST "team", NULL);
  return input;
}

/* Returns: whether a style sheet that takes so many instructions for each team is let through */
static gboolean
try_steps (Fixture *fixture,
           xmlDoc *input,
           guint n_steps)
{
  g_autoptr (GString) sheet = g_string_new ("<xsl:template match='/'><x><xsl:for-each "
                                            "select='plan/team'>");
  g_autoptr (RemitReportStyle) style = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  xmlDoc *report;
  gboolean is_made;

  for (guint i = 0; i < n_steps; i++)
    g_string_append (sheet, "<xsl:if test='0'/>");
  g_string_append (sheet, "</xsl:for-each></x></xsl:template>");
  text = g_strdup_printf (SHEET ("%s"), sheet->str);
  add_style (fixture, "steps", text);
  style = remit_report_style_load ("steps", &error);
  g_assert_no_error (error);
  report = remit_report_style_apply (style, input, NULL, &error);
  is_made = report != NULL;
  g_clear_pointer (&report, xmlFreeDoc);
  if (!is_made)
    g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  return is_made;
}

/* Large plans need more steps than small ones, and nobody waits for ever. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  xmlDoc *input = make_input (50000);

  g_assert_true (try_steps (fixture, input, 100)); /* 5 million, more than for a small one */
  g_assert_false (try_steps (fixture, input, 250));
  xmlFreeDoc (input);
}

/* Somebody does not want to wait for it. */
static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_style (fixture, "long",
             SHEET ("<xsl:template match='/'><xsl:for-each select='//*'><xsl:for-each select='//*'>"
                    "<xsl:for-each select='//*'><a/></xsl:for-each></xsl:for-each>"
                    "</xsl:for-each></xsl:template>"));
  fixture->export.cancellable = cancellable;
  text = write_report (fixture, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_thread_join (thread);
}

/* ── A plan that a browser shows ──────────────────────────────────────────────────────────── */

static void
test_named (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.xml", NULL);
  g_autofree char *sheet = g_build_filename (fixture->folder, "report.xsl", NULL);
  g_autofree char *text = NULL;
  g_autofree char *style = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->export.stylesheet = "report";
  remit_report_write_style (&fixture->export, path, &error);
  g_assert_no_error (error);
  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &fixture->export, path,
                        &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_has (text, "<?xml-stylesheet type=\"text/xsl\" href=\"report.xsl\"?>");
  g_assert_true (g_file_get_contents (sheet, &style, NULL, NULL));
  assert_has (style, "function-available");
  /* and comes in again */
  result = remit_plan_read (fixture->store, path, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  remit_test_silence_checker ();
#define ADD(path, func) \
  g_test_add ("/exchange/report/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("whole", test_whole);
  ADD ("map", test_map);
  ADD ("links", test_links);
  ADD ("markup", test_markup);
  ADD ("stakeholder", test_stakeholder);
  ADD ("figures", test_figures);
  ADD ("empty", test_empty);
  ADD ("own", test_own);
  ADD ("refused", test_refused);
  ADD ("missing", test_missing);
  ADD ("entity", test_entity);
  ADD ("large", test_large);
  ADD ("cancelled", test_cancelled);
  ADD ("named", test_named);
#undef ADD
  return g_test_run ();
}
