/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that compares plans. */
#include <string.h>

#include "remit-cli-test.h"

static void
fill (CliTest *self)
{
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "plan", "copy", "Fraud", "Cheaper", NULL), ==, 0);
}

static void
change (CliTest *self)
{
  g_assert_cmpint (cli_test_run (self, "set", "slot", "Data engineer", "fte=50", "--plan",
                                 "Cheaper", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "assign", "Ada Lovelace", "Data engineer", "--plan",
                                 "Cheaper", NULL), ==, 0);
}

static void
test_text (CliTest *self,
           gconstpointer data)
{
  fill (self);
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->output, "No differences.\n"));
  change (self);
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", NULL), ==, 1);
  cli_test_assert_output (self, "  Slot Data engineer: Demand 100 % → 50 %\n");
  cli_test_assert_output (self, "  Assignment Ada Lovelace in Data engineer: added\n");
  cli_test_assert_output (self, "\n2 differences\n");
  cli_test_assert_output (self, "  Fixed: SLOT-1: ");
  cli_test_assert_output (self, "Figure ");
  g_assert_cmpint (cli_test_run (self, "compare", "Cheaper", "Fraud", NULL), ==, 1);
  cli_test_assert_output (self, "  New: SLOT-1: ");
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "--no-findings", NULL), ==,
                   1);
  g_assert_null (strstr (self->output, "SLOT-1"));
}

static void
test_json (CliTest *self,
           gconstpointer data)
{
  JsonObject *object, *first;
  JsonArray *plans;

  fill (self);
  object = cli_test_run_json (self, "compare", "Fraud", "Cheaper", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "differences")),
                    ==, 0);
  plans = json_object_get_array_member (object, "plans");
  g_assert_cmpuint (json_array_get_length (plans), ==, 2);
  first = json_array_get_object_element (plans, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "title"), ==, "Fraud");
  g_assert_cmpint (json_object_get_int_member (first, "slots"), ==, 3);
  g_assert_true (json_object_get_null_member (first, "entry"));
}

/* Three plans are compared in figures. */
static void
test_several (CliTest *self,
              gconstpointer data)
{
  fill (self);
  change (self);
  g_assert_cmpint (cli_test_run (self, "plan", "copy", "Cheaper", "Third", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "Third", NULL), ==, 1);
  cli_test_assert_output (self, "Third");
  cli_test_assert_output (self, "Differences");
  g_assert_null (strstr (self->output, "Slot Data engineer"));
  /* as a table: a row for each figure, a column for each plan */
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "Third", "-o", "-", NULL),
                   ==, 1);
  cli_test_assert_output (self, "\"Figure\",\"Fraud\",\"Cheaper\",\"Third\"");
  cli_test_assert_output (self, "\"Demand (%)\",");
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "Third", "-o", "x.pdf", NULL),
                   ==, 3);
}

static void
test_moments (CliTest *self,
              gconstpointer data)
{
  fill (self);
  change (self);
  g_assert_cmpint (cli_test_run (self, "compare", "Cheaper@2100-01-01", "Cheaper", NULL), ==, 0);
  cli_test_run (self, "compare", "Cheaper@1999-12-31", "Cheaper", NULL);
  cli_test_assert_refused (self, 3, "“Cheaper” did not exist at that time");
  cli_test_run (self, "compare", "Cheaper@yesterday", "Cheaper", NULL);
  cli_test_assert_refused (self, 2, "“@yesterday” is neither a day");
  cli_test_run (self, "compare", "Cheaper@-1", "Cheaper", NULL);
  cli_test_assert_refused (self, 2, "“@-1” is neither a day");
  cli_test_run (self, "compare", "Cheaper@4000", "Cheaper", NULL);
  cli_test_assert_refused (self, 2, "has no entry 4000");
  cli_test_run (self, "compare", "Nobody@1", "Cheaper", NULL);
  cli_test_assert_refused (self, 3, "Nobody");
  cli_test_run (self, "compare", "Cheaper", NULL);
  cli_test_assert_refused (self, 2, "");
  /* a plan may be called so */
  g_assert_cmpint (cli_test_run (self, "plan", "new", "Cheaper@1", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "compare", "Cheaper@1", "Cheaper@1", NULL), ==, 0);
}

static void
test_files (CliTest *self,
            gconstpointer data)
{
  g_autofree char *csv = g_strdup (cli_test_file (self, "differences.csv"));
  g_autofree char *xlsx = g_strdup (cli_test_file (self, "differences.xlsx"));
  g_autofree char *text = NULL;
  gsize length = 0;

  fill (self);
  change (self);
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "-o", csv, NULL), ==, 1);
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"Field\",\"Fraud\",\"Cheaper\""));
  g_assert_nonnull (strstr (text, "\"Data engineer\",\"Demand\",\"100 %\",\"50 %\""));
  g_assert_nonnull (strstr (text, "\"Added\",\"Assignment\",\"Ada Lovelace in Data"));
  g_assert_cmpint (cli_test_run (self, "compare", "Fraud", "Cheaper", "-o", xlsx, NULL), ==, 1);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (xlsx, &text, &length, NULL));
  g_assert_cmpmem (text, 2, "PK", 2);
  cli_test_run (self, "compare", "Fraud", "Cheaper", "-o", cli_test_file (self, "x.txt"), NULL);
  cli_test_assert_refused (self, 3, "must end in “.xlsx” or “.csv”");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_test_add ("/cli/compare/text", test_text);
  cli_test_add ("/cli/compare/json", test_json);
  cli_test_add ("/cli/compare/several", test_several);
  cli_test_add ("/cli/compare/moments", test_moments);
  cli_test_add ("/cli/compare/files", test_files);

  return g_test_run ();
}
