/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to say: kept in order, put together, bounded. */
#include "exchange/remit-notes.h"
#include "remit-test.h"

static const RemitNoteGroup *
get_group (GPtrArray *groups,
           guint i)
{
  g_assert_cmpuint (i, <, groups->len);
  return groups->pdata[i];
}

static void
assert_words (GPtrArray *groups,
              guint i,
              const char *expected)
{
  g_autofree char *words = remit_note_group_dup_words (get_group (groups, i));

  g_assert_cmpstr (words, ==, expected);
}

/* What says the same is one group, however many lines say so. */
static void
test_same (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;

  remit_notes_add (notes, REMIT_NOTE_FILE, 0, FALSE, "Two lines above the header");
  for (guint line = 2; line < 12; line++)
    remit_notes_add (notes, REMIT_NOTE_MANAGER, line, FALSE, "Unknown manager “?”");
  remit_notes_add (notes, REMIT_NOTE_MANAGER, 12, FALSE, "Unknown manager “P7”");
  remit_notes_add (notes, REMIT_NOTE_FILE, 0, FALSE, "One empty row");
  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 4);
  assert_words (groups, 0, "Two lines above the header");
  assert_words (groups, 1, "Unknown manager “?”: 10 lines (2, 3, 4, 5, 6, …)");
  assert_words (groups, 2, "Line 12: Unknown manager “P7”");
  assert_words (groups, 3, "One empty row");
  g_assert_cmpuint (get_group (groups, 1)->n, ==, 10);
  g_assert_false (get_group (groups, 1)->is_mixed);
}

/* Many texts of a kind are one group; what many lines say stays apart from them. */
static void
test_mixed (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;

  for (guint line = 2; line < 22; line++)
    {
      g_autofree char *text = g_strdup_printf ("Capacity: “%u0 bananas” is no amount", line);

      remit_notes_add (notes, REMIT_NOTE_VALUE, line, FALSE, text);
      remit_notes_add (notes, REMIT_NOTE_VALUE, line, FALSE, "From: “soon” is no day");
    }
  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 2);
  assert_words (groups, 0, "Values that were adjusted or skipped: 20 lines (2, 3, 4, 5, 6, …); "
                           "first: Capacity: “20 bananas” is no amount");
  assert_words (groups, 1, "From: “soon” is no day: 20 lines (2, 3, 4, 5, 6, …)");
  g_assert_true (get_group (groups, 0)->is_mixed);
  g_assert_cmpuint (get_group (groups, 0)->notes->len, ==, 20);
}

/* A text that a few lines share is one of many; so is each of 200. */
static void
test_few_alike (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;

  for (guint line = 2; line < 102; line++)
    {
      g_autofree char *text = g_strdup_printf ("Seat %u is vacant", line / 2);

      remit_notes_add (notes, REMIT_NOTE_HOLDER, line, FALSE, text);
    }
  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_true (get_group (groups, 0)->is_mixed);
  g_assert_cmpuint (get_group (groups, 0)->n, ==, 100);
}

/* What was left out is told apart from what was taken, though it says the same. */
static void
test_left_out (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;

  remit_notes_add (notes, REMIT_NOTE_ROW, 4, TRUE, "5 cells");
  remit_notes_add (notes, REMIT_NOTE_ROW, 5, FALSE, "5 cells");
  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_true (get_group (groups, 0)->is_left_out);
  g_assert_false (get_group (groups, 1)->is_left_out);
  assert_words (groups, 0, "Line 4: 5 cells");
  assert_words (groups, 1, "Line 5: 5 cells");
}

static void
test_without_lines (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("P%u is at 150 %%", i);

      remit_notes_add (notes, REMIT_NOTE_LOAD, 0, FALSE, text);
    }
  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_words (groups, 0, "Overloaded people: 5; first: P0 is at 150 %");
}

/* However many there are, no more than 10,000 are kept, and all are counted. */
static void
test_many (void)
{
  g_autoptr (RemitNotes) notes = remit_notes_new ();
  g_autoptr (GPtrArray) groups = NULL;
  const RemitNoteGroup *last;

  for (guint line = 1; line <= 30000; line++)
    {
      g_autofree char *text = g_strdup_printf ("“x%u” is no amount", line);

      remit_notes_add (notes, REMIT_NOTE_VALUE, line, FALSE, line % 3 == 0 ? "Empty" : text);
    }
  remit_notes_add (notes, REMIT_NOTE_TWICE, 30001, TRUE, "Twice");
  remit_notes_add (notes, REMIT_NOTE_TWICE, 30002, TRUE, "Twice");
  g_assert_cmpuint (remit_notes_get_n (notes), ==, 30002);
  g_assert_cmpuint (remit_notes_get_n_kept (notes), ==, 10000);

  groups = remit_notes_group (notes);
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpuint (get_group (groups, 0)->n, ==, 20000);
  g_assert_cmpuint (get_group (groups, 1)->n, ==, 10000);
  g_assert_cmpstr (get_group (groups, 1)->title, ==, "Empty");
  last = get_group (groups, 2);
  g_assert_cmpuint (last->n, ==, 2);
  g_assert_cmpuint (last->notes->len, ==, 0);
  assert_words (groups, 2, "Repeated rows: 2");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/same", test_same);
  g_test_add_func ("/notes/mixed", test_mixed);
  g_test_add_func ("/notes/few-alike", test_few_alike);
  g_test_add_func ("/notes/left-out", test_left_out);
  g_test_add_func ("/notes/without-lines", test_without_lines);
  g_test_add_func ("/notes/many", test_many);
  return g_test_run ();
}
