/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of rules: those that are none, and those that do what a rule may not. */
#include "rule-file.h"

#include <string.h>

#include "sketch.h"

/* Returns: what is wrong with a rule, or NULL */
static char *
try_rule (const char *contents,
          guint time_limit)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = rule_file_write (folder, "own.xml", contents);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRule) rule = remit_rule_load (path, &error);

  if (rule != NULL)
    remit_check_rule (rule, time_limit, &error);
  remit_test_remove_folder (folder);
  if (error == NULL)
    return NULL;
  g_assert_true (error->domain == REMIT_RULE_ERROR);
  return g_strdup (error->message);
}

static void
test_good (void)
{
  static const char *const rules[] = {
    SELECT ("SELECT id AS slot FROM rule_slot"),
    SELECT ("SELECT id AS slot FROM rule_slot;\n"),
    SELECT ("WITH a AS (SELECT 1 AS n) SELECT n FROM a WHERE n = :plan AND :today &gt; ''"),
    SELECT ("SELECT count (*) AS n FROM rule_person HAVING count (*) &gt; :team_limit"),
    RULE ("<title>T</title><title xml:lang=\"de\">Ü</title><message case=\"a\">{n}</message>"
          "<message>M</message><why>W</why><source>S</source>"
          "<repair verb=\"trim\" case=\"a\"/>"
          "<select>SELECT 1 AS n, 'a' AS \"case\"</select>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *says = try_rule (rules[i], 0);

      g_assert_cmpstr (says, ==, NULL);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *rule;
    const char *says; /* a part of it */
  } cases[] = {
    { "", "This is not an XML file" },
    { "rule", "Line 1: " },
    { "<rule xmlns=\"urn:remit:rule:1\"", "Line 1: " },
    { "<plan/>", "Line 1: " },
    { "<!DOCTYPE rule [<!ENTITY a \"b\">]>" SELECT ("SELECT 1"),
      "A rule must not have a document type definition (DOCTYPE)" },
    { RULE (WORDS), "Line 1: " },
    { RULE ("<title>T</title>\n<why>W</why><select>SELECT 1</select>"), "Line 3: " },
    { RULE (WORDS "<repair verb=\"pray\"/><select>SELECT 1</select>"), "pray" },
    { SELECT (" -- nothing"), "A rule must be a single SELECT" },
    { SELECT ("SELECT 1; SELECT 2"), "A rule must be a single SELECT" },
    { SELECT ("SELEKT 1"), "The SELECT cannot be used: near" },
    { SELECT ("SELECT x FROM rule_slot"), "The SELECT cannot be used: no such column: x" },
    { SELECT ("SELECT 1 WHERE 1 &lt; :limit"),
      "The SELECT has an unknown parameter: :limit" },
    { SELECT ("SELECT 1 WHERE 1 &lt; ?1"), "The SELECT has an unknown parameter: ?1" },
    { RULE ("<title>T</title><message>{n}</message><why>W</why><select>SELECT 1</select>"),
      "The message has {n}, but the SELECT has no such column" },
    { RULE ("<title>T</title><message case=\"a\">M</message><why>W</why>"
            "<select>SELECT 1</select>"),
      "All messages have a case, but the SELECT has no column “case”" },
    /* what a rule may not do */
    { SELECT ("DELETE FROM person"), "A rule must be a single SELECT over the views" },
    { SELECT ("UPDATE person SET name = ''"), "A rule must be a single SELECT over the views" },
    { SELECT ("CREATE TEMP TABLE t (x)"), "A rule must be a single SELECT over the views" },
    { SELECT ("ATTACH '/tmp/x' AS x"), "A rule must be a single SELECT" },
    { SELECT ("PRAGMA journal_mode = OFF"), "A rule must be a single SELECT" },
    { SELECT ("BEGIN"), "A rule must be a single SELECT" },
    { SELECT ("SELECT name FROM person"), "A rule must be a single SELECT over the views" },
    { SELECT ("SELECT name FROM sqlite_master"), "A rule must be a single SELECT over the views" },
    { SELECT ("SELECT label FROM main.history"), "A rule must be a single SELECT over the views" },
    { SELECT ("SELECT load_extension ('x')"), "A rule must be a single SELECT over the views" },
    { SELECT ("DELETE FROM rule_slot"), "A rule must be a single SELECT over the views" },
    { SELECT ("WITH rule_x AS (SELECT name FROM person) SELECT * FROM rule_x"),
      "A rule must be a single SELECT over the views" },
    { SELECT ("WITH rule_person AS (SELECT email FROM person) SELECT * FROM rule_person"),
      "A rule must be a single SELECT over the views" },
    { SELECT ("SELECT zeroblob (1000000000)"), "string or blob too big" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = try_rule (cases[i].rule, 0);

      if (says == NULL || strstr (says, cases[i].says) == NULL)
        {
          g_test_message ("%s: %s", cases[i].rule, says);
          g_test_fail ();
        }
    }
}

#define FOR_EVER \
  SELECT ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)" \
          " SELECT i FROM n WHERE i &lt; 0")

static void
test_for_ever (void)
{
  g_autofree char *says = try_rule (FOR_EVER, 50);

  g_assert_cmpstr (says, ==,
                   "The SELECT cannot be used: the rule takes too long and was stopped");
}

/* What would fill the memory is no rule, however well it is formed. */
static void
test_large (void)
{
  g_autoptr (GString) rule = g_string_new ("<rule xmlns=\"urn:remit:rule:1\"><title>");
  g_autofree char *says = NULL;

  for (guint i = 0; i < 300 * 1024; i++)
    g_string_append_c (rule, 'x');
  says = try_rule (rule->str, 0);
  g_assert_nonnull (says);
}

/* All that come with Remit can be used, and say where they come from. */
static void
test_built_in (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();

  g_assert_cmpuint (rules->problems->len, ==, 0);
  g_assert_cmpuint (rules->rules->len, ==, 58);
  for (guint i = 0; i < rules->rules->len; i++)
    {
      RemitRule *rule = rules->rules->pdata[i];
      g_autofree char *name = g_ascii_strdown (rule->id, -1);
      g_autofree char *file = g_strconcat (name, ".xml", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_str_has_suffix (rule->path, file));
      g_assert_cmpstr (rule->why, !=, "");
      g_assert_true (remit_check_rule (rule, 0, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/rule/good", test_good);
  g_test_add_func ("/check/rule/bad", test_bad);
  g_test_add_func ("/check/rule/for-ever", test_for_ever);
  g_test_add_func ("/check/rule/large", test_large);
  g_test_add_func ("/check/rule/built-in", test_built_in);
  return g_test_run ();
}
