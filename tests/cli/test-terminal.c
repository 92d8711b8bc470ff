/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says does not steer the terminal that shows it. */
#include "remit-cli-test.h"

/* CSI of C1, DEL, and a line end, in the name of a plan; the title of a window, in a purpose. */
static const char plan[] =
  "<plan xmlns=\"urn:remit:plan:1\" format=\"1.0\" id=\"0198f20000000001\""
  " name=\"Plan&#x9b;31m&#x7f;&#10;Second line\" purpose=\"&#x9d;0;Mine&#x9c;\"/>";

static void
import_plan (CliTest *self)
{
  g_assert_cmpint (cli_test_run (self, "import", cli_test_write (self, "p.xml", plan), NULL), ==,
                   0);
}

static void
check_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c != '\n' && *c != '\t' && g_unichar_iscntrl (g_utf8_get_char (c)))
      g_error ("U+%04X is written: %s", g_utf8_get_char (c), text);
}

static void
test_names (CliTest *self,
            gconstpointer data G_GNUC_UNUSED)
{
  static const char *const verbs[][2] = { { "plan", "list" }, { "history", NULL },
                                          { "show", "plan" }, { "list", "plans" },
                                          { "check", NULL } };

  import_plan (self);
  check_plain (self->output);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      cli_test_run (self, verbs[i][0], verbs[i][1],
                    g_str_equal (verbs[i][0], "show") ? "0198f20000000001" : NULL, NULL);
      check_plain (self->output);
      check_plain (self->errors);
    }
}

/* Programs are told of them all the same. */
static void
test_json (CliTest *self,
           gconstpointer data G_GNUC_UNUSED)
{
  JsonObject *object;
  JsonArray *plans;

  import_plan (self);
  object = cli_test_run_json (self, "list", "plans", NULL);
  check_plain (self->output);
  plans = json_object_get_array_member (object, "plans");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (plans, 0), "name"),
                   ==, "Plan\302\23331m\177\nSecond line");
}

/* Nor does what is typed, nor the name of a file, in a message. */
static void
test_messages (CliTest *self,
               gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (cli_test_run (self, "import", "/none/\033[2J\302\233.xml", NULL), !=, 0);
  check_plain (self->errors);
  g_assert_cmpint (cli_test_run (self, "\033[31mverb", NULL), !=, 0);
  check_plain (self->errors);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_test_add ("/cli/terminal/names", test_names);
  cli_test_add ("/cli/terminal/json", test_json);
  cli_test_add ("/cli/terminal/messages", test_messages);

  return g_test_run ();
}
