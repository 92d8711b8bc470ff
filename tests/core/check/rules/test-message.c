/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of rules: placeholders, well formed and not. */
#include "check/rules/remit-message.h"

#include <string.h>

#include "check/rules/remit-rule.h"

static char *
lookup (const char *column,
        gboolean named,
        gpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *column;
    const char *value;
  } row[] = {
    { "person", "17" },        { "load", "120" },          { "day", "2026-03-03" },
    { "from", "2026-03-03" },  { "until", "2026-03-28" },  { "begin", "0000-01-01" },
    { "end", "9999-12-31" },   { "nothing", "" },          { "braces", "{load}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    if (strcmp (row[i].column, column) == 0)
      return g_strdup (named && strcmp (column, "person") == 0 ? "Ada" : row[i].value);
  return NULL;
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "", "" },
    { "Nothing to fill in.", "Nothing to fill in." },
    { "{person}: {load} %", "Ada: 120 %" },
    { "on {day|date}", "on 03/03/26" },
    { "{period}", "from 3 to 28 March" },
    { "{from..until|period}", "from 3 to 28 March" },
    { "{begin..until|period}", "until 28 March" },
    { "{from..end|period}", "from 3 March on" },
    { "{{load}", "{load}" },
    { "{{{load}}", "{120}" },
    { "a } alone", "a } alone" },
    { "{nothing}.", "." },
    /* what is filled in is not read again */
    { "{braces}", "{load}" },
    { "„{load}“", "„120“" },
  };

  g_setenv ("REMIT_TODAY", "2026-03-01", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = remit_message_format (cases[i].text, lookup, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (says, ==, cases[i].says);
      g_assert_true (remit_message_check (cases[i].text, lookup, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "{nobody}", "The message has {nobody}, but the SELECT has no such column" },
    { "{from..then|period}", "The message has {then}, but the SELECT has no such column" },
    { "{}", "The message has {}, but the SELECT has no such column" },
    { "an open {load", "The message has an unknown placeholder: {load" },
    { "{day|hour}", "The message has an unknown placeholder: {day|hour}" },
    { "{day|period}", "The message has an unknown placeholder: {day|period}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *formatted = remit_message_format (cases[i].text, lookup, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (formatted);
      g_assert_false (remit_message_check (cases[i].text, lookup, NULL, &error));
      g_assert_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].says);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/message/format", test_format);
  g_test_add_func ("/check/message/bad", test_bad);
  return g_test_run ();
}
