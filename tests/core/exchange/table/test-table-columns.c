/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whole columns mean: units, orders of days, and what they are called. */
#include "remit-table-test.h"

/* A column of people, and the capacities that come of it; what is left out counts in full. */
static const struct
{
  const char *header;
  const char *values;
  const char *capacities;
  const char *reading; /* NULL when no plain number was there */
} capacities[] = {
  { "Capacity", "1 0.5 .8", "100 50 80", "full-time equivalents" },
  { "Capacity", "100 50 80", "100 50 80", "percent" },
  { "Workload", "100% 50% 80%", "100 50 80", NULL },
  { "FTE", "1 2 0.5", "100 200 50", "full-time equivalents" },
  { "FTE", "100 50 80", "100 50 80", "percent" },
  { "FTE", "1 0.5 30", "100 50 100", "full-time equivalents" },
  { "FTE (%)", "100 50 80", "100 50 80", "percent" },
  { "FTE %", "1 0.5 0.8", "100 50 80", "full-time equivalents" },
  { "Weekly hours", "40 20 38.5", "100 50 96", "hours a week" },
  { "Weekly hours", "1 0.5 1", "100 50 100", "full-time equivalents" },
  { "Hours per month", "160 80 160", "92 46 92", "hours a month" },
  { "Arbeitszeit", "40 20 37,5", "100 50 94", "hours a week" },
  { "Arbeitszeit", "100 50 80", "100 50 80", "percent" },
  { "Temps de travail", "35 28 35", "88 70 88", "hours a week" },
  { "Wochenstunden", "40 8 20", "100 20 50", "hours a week" },
  { "工时", "40 20 40", "100 50 100", "hours a week" },
  { "Percent", "0.5 1 0.25", "50 100 25", "full-time equivalents" },
};

static void
test_units (CsvFixture *self,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    {
      g_auto (GStrv) values = g_strsplit (capacities[i].values, " ", 3);
      g_autofree char *text = g_strdup_printf ("Name;%s\nA%u;%s\nB%u;%s\nC%u;%s\n",
                                               capacities[i].header, i, values[0], i, values[1], i,
                                               values[2]);
      g_autoptr (RemitTableImport) import = csv_fixture_open (self, text);
      g_autofree char *sql = g_strdup_printf (
        "SELECT group_concat (capacity, ' ') FROM (SELECT capacity FROM person "
        "WHERE substr (name, 2) = '%u' ORDER BY name)",
        i);
      g_autoptr (RemitImportResult) result = NULL;
      g_autofree char *reading = NULL;
      g_autofree char *found = NULL;
      guint target = 0;

      g_assert_cmpint (remit_table_import_get_mapping (import, "capacity"), ==, 1);
      result = csv_fixture_run (self, import);
      while (!g_str_equal (remit_table_get_targets (REMIT_TABLE_PEOPLE)[target].name, "capacity"))
        target++;
      reading = remit_table_import_dup_reading (import, target);
      found = csv_fixture_query (self, sql);
      g_test_message ("%s: %s", capacities[i].header, capacities[i].values);
      g_assert_cmpstr (reading, ==, capacities[i].reading);
      g_assert_cmpstr (found, ==, capacities[i].capacities);
    }
}

/* What somebody says goes before what it looks like. */
static void
test_chosen (CsvFixture *self,
             gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (self,
                                                          "Name,Capacity,From\nA,40,3/4/2026\n");
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_table_import_choose (import, "from", "fte", &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "day-first, month-first"));
  g_clear_error (&error);
  g_assert_false (remit_table_import_choose (import, "title", "fte", &error));
  g_clear_error (&error);
  g_assert_false (remit_table_import_choose (import, "nothing", "fte", &error));
  g_clear_error (&error);
  g_assert_true (remit_table_import_choose (import, "capacity", "percent", &error));
  remit_table_import_choose_order (import, REMIT_TABLE_DAY_FIRST);
  result = csv_fixture_run (self, import);
  g_assert_cmpuint (result->n_notes, ==, 0);
  assert_query (self, "SELECT capacity, \"from\" FROM person", "40|2026-04-03");
}

/* Asserts how a target is read, whether that is sure, and what its first values are taken for. */
static void
assert_seen (RemitTableImport *import,
             const char *name,
             const char *reading,
             gboolean unsure,
             const char *values)
{
  const RemitTableWeek week = { .hours = 8, .days = 5 };
  const RemitTableTarget *targets = remit_table_get_targets (import->kind);
  guint target = 0;
  g_autofree char *found = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) seen = NULL;

  while (!g_str_equal (targets[target].name, name))
    target++;
  found = remit_table_import_dup_reading (import, target);
  seen = remit_table_import_dup_values (import, target, &week);
  joined = g_strjoinv ("; ", seen);
  g_assert_cmpstr (found, ==, reading);
  g_assert_cmpstr (joined, ==, values);
  g_assert_cmpint (remit_table_import_is_unsure (import, target), ==, unsure);
}

/* What is shown of a file that was only opened, and what a choice makes of it. */
static void
test_seen (CsvFixture *self,
           gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (
    self, "Who,Capacity,From,Until\n"
          "\"Hopper, Grace\",40,,3/4/2026\n\"Curie, Marie\",38.5,,\n\"Noether, Emmy\",?,x,\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_table_import_set_mapping (import, "name", 0, &error));
  assert_seen (import, "name", "last name before first name", FALSE,
               "Grace Hopper; Marie Curie; Emmy Noether");
  assert_seen (import, "capacity", "hours a week", TRUE, "100 %; 96 %; (?)");
  assert_seen (import, "from", NULL, FALSE, "(x)");
  assert_seen (import, "until", "month before day", TRUE, "03/04/26");

  g_assert_true (remit_table_import_choose (import, "capacity", "percent", &error));
  assert_seen (import, "capacity", "percent", FALSE, "40 %; 39 %; (?)");
  g_assert_true (remit_table_import_choose (import, "capacity", NULL, &error));
  assert_seen (import, "capacity", "hours a week", TRUE, "100 %; 96 %; (?)");
  /* one column of days says it for all */
  g_assert_true (remit_table_import_choose (import, "from", "day-first", &error));
  assert_seen (import, "until", "day before month", FALSE, "04/03/26");
  g_assert_true (remit_table_import_set_mapping (import, "until", -1, &error));
  assert_seen (import, "until", NULL, FALSE, "");
}

/* Days of two columns, and what comes of them. */
static const struct
{
  const char *rows;
  const char *from;
} orders[] = {
  { "7/5/2011,\n3/30/2015,\n1/9/2012,\n", "2011-07-05 2015-03-30 2012-01-09" },
  { "7/5/2011,\n30/3/2015,\n1/9/2012,\n", "2011-05-07 2015-03-30 2012-09-01" },
  { "7/5/2011,\n1/9/2012,31/12/2012\n1/9/2013,\n", "2011-05-07 2012-09-01 2013-09-01" },
  { "40000,\n40001,\n40002,\n", "2009-07-06 2009-07-07 2009-07-08" },
};

static void
test_orders (CsvFixture *self,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto (GStrv) rows = g_strsplit (orders[i].rows, "\n", 3);
      g_autofree char *text = g_strdup_printf ("Name,Hire date,End date\nA%u,%s\nB%u,%s\nC%u,%s", i,
                                               rows[0], i, rows[1], i, rows[2]);
      g_autofree char *sql = g_strdup_printf (
        "SELECT group_concat (\"from\", ' ') FROM (SELECT \"from\" FROM person "
        "WHERE substr (name, 2) = '%u' ORDER BY name)",
        i);
      g_autoptr (RemitImportResult) result = csv_fixture_import (self, "days.csv", text);
      g_autofree char *found = csv_fixture_query (self, sql);

      g_assert_cmpstr (found, ==, orders[i].from);
      g_assert_cmpuint (result->n_notes, ==, 0);
    }
}

static const struct
{
  const char *header;
  const char *fields;
} headers[] = {
  { "Worker #,Legal First Name,Legal Last Name", "number,name,last-name" },
  { "Pers.No.;Name, Vorname;E-Mail *", "number,name,email" },
  { "displayName,givenName,surname,mail", "name,first-name,last-name,email" },
  { "Matricule;Nom;Prénom;Intitulé du poste;Service;Taux d'activité",
    "number,last-name,name,title,unit,capacity" },
  { "Legajo;Nombre;Apellidos;Puesto;Departamento;Fecha de ingreso",
    "number,name,last-name,title,unit,from" },
  { "Matricola;Nome;Cognome;Mansione;Reparto;Orario di lavoro",
    "number,name,last-name,title,unit,capacity" },
  { "Matrícula;Nome completo;Cargo;Setor;Carga horária;Data de admissão",
    "number,name,title,unit,capacity,from" },
  { "Personeelsnummer;Naam;Functie;Afdeling;Uren per week;Leidinggevende",
    "number,name,title,unit,capacity,manager" },
  { "Numer pracownika;Imię i nazwisko;Stanowisko;Dział;Wymiar etatu;Przełożony",
    "number,name,title,unit,capacity,manager" },
  { "社員番号,氏名,部署,役職,入社日,メールアドレス", "number,name,unit,title,from,email" },
  { "工号,姓名,部门,职位,入职日期,直属上级", "number,name,unit,title,from,manager" },
  { "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]",
    "name,last-name,email,unit" },
};

static void
test_headers (CsvFixture *self,
              gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text = g_strconcat (headers[i].header, "\n", NULL);
      g_autoptr (RemitTableImport) import = csv_fixture_open (self, text);
      g_auto (GStrv) fields = g_strsplit (headers[i].fields, ",", -1);

      for (int column = 0; fields[column] != NULL; column++)
        if (remit_table_import_get_mapping (import, fields[column]) != column)
          g_error ("%s is in column %d of %s", fields[column],
                   remit_table_import_get_mapping (import, fields[column]), headers[i].header);
    }
}

/* Of two columns that are called the same, the one with something in it. */
static void
test_twice (CsvFixture *self,
            gconstpointer data)
{
  g_autoptr (RemitTableImport) import = csv_fixture_open (
    self, "Name,Location,Location,Skills,Skills\nA,,Lyon,go,\nB,,Kyoto,,\n");

  g_assert_cmpint (remit_table_import_get_mapping (import, "location"), ==, 2);
  g_assert_cmpint (remit_table_import_get_mapping (import, "skills"), ==, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(NAME, FUNC)                                                                  \
  g_test_add ("/exchange/csv/columns/" NAME, CsvFixture, NULL, csv_fixture_set_up, FUNC, \
              csv_fixture_tear_down)
  ADD ("units", test_units);
  ADD ("chosen", test_chosen);
  ADD ("seen", test_seen);
  ADD ("orders", test_orders);
  ADD ("headers", test_headers);
  ADD ("twice", test_twice);
#undef ADD
  return g_test_run ();
}
