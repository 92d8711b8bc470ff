/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of mappings that are kept for the next file from the same system. */
#include "exchange/table/remit-table-memory.h"
#include "exchange/table/remit-table-saved.h"
#include "remit-table-test.h"
#include "store/history/remit-history.h"

static const char march[] = "Wer;Soll;Beginn;Soll\nAda;38,5;3/4/2026;x\nBela;19,25;;y\n";
static const char april[] = "Beginn;SOLL;Soll;Wer\n5/6/2026;77;z;Chidi\n";

static void
map (RemitTableImport *import,
     const char *target,
     int column)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_table_import_set_mapping (import, target, column, &error));
}

/* What was chosen for one file holds for the next one, whatever its values look like. */
static void
test_next (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitTableImport) first = csv_fixture_open (self, march);
  g_autoptr (RemitTableImport) second = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  map (first, "name", 0);
  map (first, "capacity", 1);
  map (first, "from", 2);
  map (first, "until", -1);
  g_assert_true (remit_table_import_choose (first, "capacity", "hours-a-week", &error));
  g_assert_true (remit_table_import_choose (first, "from", "day-first", &error));
  text = remit_table_saved_dup_text (first);
  g_assert_nonnull (strstr (text, "name=Wer"));
  g_assert_nonnull (strstr (text, "capacity=hours-a-week"));

  second = csv_fixture_open (self, april);
  g_assert_true (remit_table_saved_apply (second, text, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remit_table_import_get_mapping (second, "name"), ==, 3);
  /* as it is written before as it is folded */
  g_assert_cmpint (remit_table_import_get_mapping (second, "capacity"), ==, 2);
  map (second, "capacity", 1);
  again = remit_table_saved_dup_text (second);
  g_assert_nonnull (strstr (again, "capacity=SOLL"));
  result = csv_fixture_run (self, second);
  assert_query (self, "SELECT name, capacity, \"from\" FROM person", "Chidi|193|2026-06-05");
}

/* Of two columns with one header it is the place that tells them apart. */
static void
test_place (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, march);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  map (import, "name", 3);
  text = remit_table_saved_dup_text (import);
  g_assert_nonnull (strstr (text, "name=#4"));
  map (import, "name", 0);
  g_assert_true (remit_table_saved_apply (import, text, &error));
  g_assert_cmpint (remit_table_import_get_mapping (import, "name"), ==, 3);
}

/* The same headers in any order and case are those of one system. */
static void
test_key (CsvFixture *self,
          gconstpointer data)
{
  const struct
  {
    const char *headers;
    gboolean same;
  } others[] = {
    { "SOLL;beginn;Wer;Soll", TRUE },
    { "Wer;Soll;;Beginn;Soll", TRUE },
    { "Wer;Soll;Beginn", FALSE },
    { "Wer;Soll;Beginn;Sol", FALSE },
  };
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, march);
  g_autofree char *key = remit_table_saved_dup_key (import);

  g_assert_cmpuint (strlen (key), ==, 64);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nAda;1;;2\n", others[i].headers);
      g_autoptr (RemitTableImport) other = csv_fixture_open (self, text);
      g_autofree char *its_key = remit_table_saved_dup_key (other);

      g_test_message ("%s", others[i].headers);
      g_assert_cmpint (g_str_equal (key, its_key), ==, others[i].same);
    }
}

/* What is no mapping of this file is refused with what is wrong with it. */
static void
test_refused (CsvFixture *self,
              gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *words;
  } bad[] = {
    { "", "kind=people" },
    { "Name,E-Mail\nAda,ada@example.org\n", "Invalid mapping" },
    { "[Table]\nkind=animals\n", "kind=people" },
    { "[Table]\nkind=people\n[Columns]\nname=Nobody\n", "“Nobody”" },
    { "[Table]\nkind=people\n[Columns]\nshoes=Wer\n", "“shoes”" },
    { "[Table]\nkind=seats\n[Columns]\nname=Wer\n", "“name”" },
    { "[Table]\nkind=people\n[Columns]\nname=Wer\n[Read As]\ncapacity=miles\n", "percent, fte" },
    { "[Table]\nkind=people\n[Read As]\ntitle=percent\n", "“title”" },
    { "[Table]\nkind=people\n[Columns]\nname=\xff\n", "UTF-8" },
    { "[Table]\nkind=people\n[Columns]\nname=#9\n", "“#9”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RemitTableImport) import = csv_fixture_open (self, march);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].words);
      g_assert_false (remit_table_saved_apply (import, bad[i].text, &error));
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].words));
    }
}

static gboolean
recall (CsvFixture *self,
        RemitTableImport *import)
{
  g_autoptr (GError) error = NULL;
  gboolean kept;

  g_assert_true (remit_table_memory_recall (import, self->store, &kept, &error));
  g_assert_no_error (error);
  return kept;
}

static void
assert_undone (CsvFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_history_undo (self->store, REMIT_HISTORY_UNDO, 0, &error));
  g_assert_no_error (error);
}

/* What an import was told holds for the next table with the same headers, until it is undone. */
static void
test_remembered (CsvFixture *self,
                 gconstpointer data)
{
  g_autoptr (RemitTableImport) first = csv_fixture_open (self, march);
  g_autoptr (RemitTableImport) second = NULL;
  g_autoptr (RemitTableImport) other = NULL;
  g_autoptr (RemitTableImport) third = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (recall (self, first));
  map (first, "name", 0);
  map (first, "capacity", 1);
  g_assert_true (remit_table_import_choose (first, "capacity", "hours-a-week", &error));
  result = csv_fixture_run (self, first);

  second = csv_fixture_open (self, "Wer;Soll;Beginn;Soll\nDora;77;;\n");
  g_assert_true (recall (self, second));
  g_assert_cmpint (remit_table_import_get_mapping (second, "name"), ==, 0);
  /* and what is said of that one holds from then on */
  g_assert_true (remit_table_import_choose (second, "capacity", "percent", &error));
  again = csv_fixture_run (self, second);
  assert_query (self, "SELECT name, capacity FROM person WHERE name = 'Dora'", "Dora|77");
  assert_query (self, "SELECT count(*), instr (content, 'capacity=percent') > 0 FROM mapping",
                "1|1");

  other = csv_fixture_open (self, "Wer;Soll\nDora;77\n");
  g_assert_false (recall (self, other));
  assert_undone (self);
  assert_undone (self);
  third = csv_fixture_open (self, march);
  g_assert_false (recall (self, third));
}

/* A guess of which nobody was sure is none to remember: the next file may tell. */
static void
test_unsure (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result =
    csv_fixture_import (self, "a.csv", "Name,From,Capacity\nAda,3/4/2026,80 %\n");
  g_autoptr (RemitTableImport) next = NULL;
  g_autoptr (RemitImportResult) second = NULL;

  next = csv_fixture_open (self, "Name,From,Capacity\nBela,4/5/2026,\nChidi,31/5/2026,\n");
  g_assert_true (recall (self, next));
  second = csv_fixture_run (self, next);
  assert_query (self, "SELECT group_concat (\"from\", ' ') FROM (SELECT * FROM person "
                      "WHERE name <> 'Ada' ORDER BY name)",
                "2026-05-04 2026-05-31");
}

/* What is remembered and makes no sense any more is passed over. */
static void
test_spoilt (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self, "Name,E-mail\nAda,a@b.org\n");
  g_autofree char *key = remit_table_saved_dup_key (import);
  RemitRecord *record = remit_record_new (REMIT_KIND_MAPPING);

  remit_record_set_text (record, REMIT_MAPPING_NAME, "x.csv");
  remit_record_set_text (record, REMIT_MAPPING_HEADERS, key);
  remit_record_set_text (record, REMIT_MAPPING_CONTENT,
                         "[Table]\nkind=people\n[Columns]\nhat=Name\n");
  remit_test_insert (self->store, record);
  g_assert_false (recall (self, import));
  g_assert_cmpint (remit_table_import_get_mapping (import, "name"), ==, 0);
  g_assert_cmpint (remit_table_import_get_mapping (import, "email"), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNC)                                                                   \
  g_test_add ("/exchange/table/saved/" NAME, CsvFixture, NULL, csv_fixture_set_up, FUNC, \
              csv_fixture_tear_down)
  ADD ("next", test_next);
  ADD ("place", test_place);
  ADD ("key", test_key);
  ADD ("refused", test_refused);
  ADD ("remembered", test_remembered);
  ADD ("unsure", test_unsure);
  ADD ("spoilt", test_spoilt);
#undef ADD
  return g_test_run ();
}
