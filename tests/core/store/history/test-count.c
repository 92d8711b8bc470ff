/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many lines of the history a desk has written, also beside another connection. */
#include "remit-test.h"
#include "store/history/remit-history-count.h"
#include "store/remit-desk.h"
#include "store/remit-statement.h"

/* The counts of all lines of the desks, in the order of the lines. */
#define COUNTS "SELECT group_concat (count) FROM (SELECT count FROM history ORDER BY seq)"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data G_GNUC_UNUSED)
{
  self->folder = remit_test_make_folder ();
  self->path = g_build_filename (self->folder, "count.remit", NULL);
  self->store = remit_test_open_new (self->path);
}

static void
tear_down (Fixture *self,
           gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&self->store);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

static void
assert_counts (RemitStore *store,
               const char *counts)
{
  g_autoptr (RemitStatement) row = remit_store_query (store, COUNTS, 0, 0, NULL);

  g_assert_true (remit_store_step (store, row));
  g_assert_cmpstr (remit_statement_get_text (row, 0), ==, counts);
}

/* Two connections of one user are one desk; an edit that is given up leaves no gap. */
static void
test_in_turns (Fixture *self,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitStore) other = remit_test_open_new (self->path);
  g_autoptr (RemitEdit) given_up = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_add_person (self->store, "Ada");
  remit_test_add_person (other, "Bea");
  remit_test_add_person (other, "Cleo");
  given_up = remit_edit_begin (self->store, "Nothing", &error);
  g_assert_no_error (error);
  g_clear_pointer (&given_up, remit_edit_free);
  remit_test_add_person (self->store, "Dora");
  remit_test_add_person (other, "Ella");
  assert_counts (self->store, "1,2,3,4,5");
}

/* The first edit makes the desk; if it fails, the desk is gone with it. */
static void
test_first_fails (Fixture *self,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  remit_record_set_text (record, REMIT_PERSON_NAME, "Ada");
  edit = remit_edit_begin (self->store, "Add Ada", &error);
  g_assert_no_error (error);
  g_assert_true (remit_edit_insert (edit, record, &error));
  g_assert_cmpint (remit_desk_get (self->store, &error), !=, 0);
  g_clear_pointer (&edit, remit_edit_free);
  remit_test_add_person (self->store, "Bea");
  remit_test_add_person (self->store, "Cleo");
  assert_counts (self->store, "1,2");
}

/* Another desk, which a copy of the file has, counts by itself; so does one that comes back. */
static void
test_desks (Fixture *self,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.remit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (RemitStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 desk;
  gsize length;

  remit_test_add_person (self->store, "Ada");
  remit_test_add_person (self->store, "Bea");
  desk = remit_desk_get (self->store, &error);
  g_clear_object (&self->store);
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));

  copy = remit_test_open_new (path);
  remit_test_add_person (copy, "Cleo");
  remit_test_add_person (copy, "Dora");
  remit_test_add_person (copy, "Ella");
  assert_counts (copy, "1,2,1,2,3");
  g_assert_cmpint (remit_history_count (copy, desk, 5, &error), ==, 2);
  g_assert_cmpint (remit_history_count (copy, desk + 1, 5, &error), ==, 0);
  g_assert_no_error (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add ("/store/count/" name, Fixture, NULL, set_up, test, tear_down)
  add ("in-turns", test_in_turns);
  add ("first-fails", test_first_fails);
  add ("desks", test_desks);
  return g_test_run ();
}
