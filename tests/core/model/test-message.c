/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages: written in one language, said in another; and texts that are none. */
#include "model/remit-day.h"
#include "model/remit-locale.h"
#include "model/remit-message.h"
#include "remit-test.h"

/* Writes a message, reads it again, and frees both. Returns: (transfer full): what it says then */
static char *
carry (RemitMessage *message)
{
  g_autofree char *written = remit_message_write (message);
  g_autofree char *said = remit_message_say (message);
  g_autoptr (RemitMessage) again = remit_message_read (written);
  char *said_again;

  g_assert_nonnull (again);
  said_again = remit_message_say (again);
  g_assert_cmpstr (said_again, ==, said);
  remit_message_unref (message);
  return said_again;
}

static void
assert_carried (RemitMessage *message,
                const char *expected)
{
  g_autofree char *said = carry (message);

  g_assert_cmpstr (said, ==, expected);
}

static RemitMessage *
with_number (RemitMessage *message,
             gint64 number)
{
  remit_message_add_number (message, number);
  return message;
}

static void
test_phrases (void)
{
  assert_carried (remit_message_new ("Import a plan", NULL), "Import a plan");
  assert_carried (remit_message_new ("Move %s from %s", "Ada", "A", NULL), "Move Ada from A");
  assert_carried (remit_message_new ("%2$s of %1$s", "Ada", "Python", NULL), "Python of Ada");
  assert_carried (remit_message_new ("{person} in {slot}", "Ada", "Seat", NULL), "Ada in Seat");
  assert_carried (remit_message_new ("{person} and {person}", "A", NULL), "A and A");
  assert_carried (with_number (remit_message_new ("%1$s: %2$d %%", "Ada", NULL), 40), "Ada: 40 %");
  assert_carried (remit_message_new_plural ((RemitPlural){ "%u team", "%u teams" }, 1), "1 team");
  assert_carried (remit_message_new_plural ((RemitPlural){ "%u team", "%u teams" }, 3), "3 teams");
  assert_carried (remit_message_new_text ("100 % {sure} \"Ada\"\n"), "100 % {sure} \"Ada\"\n");
}

/* What an older history says, in the words of today. */
static void
test_old_phrases (void)
{
  const RemitPlural same = { "Ask for %1$u to agree on %2$s", "Ask for %1$u to agree on %2$s" };
  const RemitPlural seats = { "Import %'u seat from %s", "Import %'u seats from %s" };
  RemitMessage *message = remit_message_new_plural (same, 1);

  remit_message_add (message, remit_message_new_text ("Scope"));
  assert_carried (message, "Require 1 approver for Scope");
  message = remit_message_new_plural (same, 2);
  remit_message_add (message, remit_message_new_text ("Scope"));
  assert_carried (message, "Require 2 approvers for Scope");
  message = remit_message_new_plural (seats, 3);
  remit_message_add (message, remit_message_new_text ("a.csv"));
  assert_carried (message, "Import 3 slots from a.csv");
  assert_carried (remit_message_new ("Trim the days of %s", "Ada", NULL), "Trim the dates of Ada");
  assert_carried (remit_message_new_with ("Change %1$s of %2$s", remit_message_new_label ("Need"),
                                          remit_message_new_text ("Ada"), NULL),
                  "Change demand of Ada");
}

static void
test_nested (void)
{
  RemitMessage *name = remit_message_new ("{skill} of {person}", "Python", "Ada", NULL);
  RemitMessage *level = with_number (remit_message_new ("%1$d – %2$s", NULL), 3);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_message_unref);

  remit_message_add (level, remit_message_new ("Full", NULL));
  assert_carried (remit_message_new_with ("Set %1$s to %2$s", name, level, NULL),
                  "Set Python of Ada to 3 · Full");

  g_ptr_array_add (fields, remit_message_new_label ("Capacity"));
  g_ptr_array_add (fields, remit_message_new_label ("E-mail"));
  g_ptr_array_add (fields, remit_message_new_label ("From"));
  assert_carried (remit_message_new_with ("Change %1$s of %2$s", remit_message_join (fields),
                                          remit_message_new_text ("Ada"), NULL),
                  "Change capacity, e-mail and from of Ada");
}

static void
test_times (void)
{
  g_autofree char *day = remit_day_display (remit_day_parse ("2026-11-29"));
  g_autofree char *time = remit_time_display (1764400000000);

  assert_carried (remit_message_new_day (remit_day_parse ("2026-11-29")), day);
  assert_carried (remit_message_new_day (0), "");
  assert_carried (remit_message_new_time (1764400000000), time);
}

/* Names are taken as they are, whatever they look like. */
static void
test_odd_arguments (void)
{
  assert_carried (remit_message_new ("Move %s from %s", "%s%n%5$s", "{x}", NULL),
                  "Move %s%n%5$s from {x}");
  assert_carried (remit_message_new ("{person} in {slot}", "{slot}", "%1$s", NULL),
                  "{slot} in %1$s");
}

/* A phrase may come from a file: what it asks for beyond its arguments is no danger. */
static void
test_odd_phrases (void)
{
  static const struct
  {
    const char *written;
    const char *said;
  } messages[] = {
    { "[\"%s %s %n %999$s %\", \"a\"]", "a %s %n %999$s %" },
    { "[\"%s {x} {\", \"a\"]", "a a {" },
    { "[\"%lld %'u %hd %zu %5d\", 1, 2, 3, 4]", "1 2 3 4 %5d" },
    { "[\"\"]", "" },
    { "[[\"%u a\", \"%u b\"]]", "%u b" },
    { "[\"%99999999999999999999$s\", 1]", "%99999999999999999999$s" },
    { "\"text\"", "text" },
    { "7", "7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (RemitMessage) message = remit_message_read (messages[i].written);
      g_autofree char *said = NULL;

      g_assert_nonnull (message);
      said = remit_message_say (message);
      g_assert_cmpstr (said, ==, messages[i].said);
    }
}

static void
test_no_messages (void)
{
  static const char *const texts[] = {
    "", "Import a plan", "[", "[]", "{}", "[1]", "[null]", "[\"a\", null]", "[\"a\", {}]",
    "[\"a\", {\"day\": 1}]", "[\"a\", 1.5]", "[\"a\", true]", "[[\"a\"]]",
    "[[\"a\", \"b\", \"c\"]]", "[\"a\"] b", "[\"a\", [[]]]", "[\"\xff\"]",
  };
  g_autofree char *deep = g_strnfill (100000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (remit_message_read (texts[i]));
  g_assert_null (remit_message_read (deep));
}

static void
assert_said (RemitMessage *message,
             const char *expected)
{
  g_autofree char *said = remit_message_say (message);

  g_assert_cmpstr (said, ==, expected);
  remit_message_unref (message);
}

/* What was written in English is said in German, names apart. */
static void
test_translated (void)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));

  if (!g_test_subprocess ())
    {
      g_setenv ("LANGUAGE", "de", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_setenv ("LANGUAGE", language, TRUE);
      g_test_trap_assert_passed ();
      return;
    }

  remit_locale_init ();
  assert_said (remit_message_new ("Move %1$s from %2$s to %3$s", "Ada", "A", "B", NULL),
               "Ada von A nach B verschieben");
  assert_said (remit_message_new_with ("Change %1$s of %2$s", remit_message_new_label ("Capacity"),
                                       remit_message_new_text ("Ada"), NULL),
               "Kapazität von Ada ändern");
  assert_said (remit_message_new_plural ((RemitPlural){ "%'u team", "%'u teams" }, 3), "3 Teams");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message/phrases", test_phrases);
  g_test_add_func ("/message/old-phrases", test_old_phrases);
  g_test_add_func ("/message/nested", test_nested);
  g_test_add_func ("/message/times", test_times);
  g_test_add_func ("/message/odd-arguments", test_odd_arguments);
  g_test_add_func ("/message/odd-phrases", test_odd_phrases);
  g_test_add_func ("/message/no-messages", test_no_messages);
  g_test_add_func ("/message/translated", test_translated);
  return g_test_run ();
}
