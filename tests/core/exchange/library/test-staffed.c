/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No rule finds anything in a plan from a template in which all slots have whom they ask for. */
#include "check/remit-check.h"
#include "exchange/library/remit-templates.h"
#include "exchange/plan/remit-plan-reader.h"
#include "remit-test.h"

/* As much as one person has. */
#define WHOLE 100

typedef struct {
  gint64 slot;
  int fte;
} Vacancy;

/* Somebody with the levels that the slot asks for, and no others. */
static void
staff (RemitStore *store,
       gint64 plan,
       const Vacancy *vacancy,
       int allocation,
       guint *n_people)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO person (id, name) VALUES (%2$u, 'Person %2$u');"
    "INSERT INTO person_skill (person, skill, level) SELECT %2$u, skill, level FROM slot_need"
    " WHERE slot = %3$" G_GINT64_FORMAT ";"
    "INSERT INTO assignment (plan, slot, person, allocation) VALUES (%1$" G_GINT64_FORMAT
    ", %3$" G_GINT64_FORMAT ", %2$u, %4$d);",
    plan, ++*n_people, vacancy->slot, allocation);

  remit_store_exec (store, sql, NULL, &error);
  g_assert_no_error (error);
}

static GArray *
find_vacancies (RemitStore *store,
                gint64 plan)
{
  GArray *vacancies = g_array_new (FALSE, FALSE, sizeof (Vacancy));
  g_autoptr (GError) error = NULL;
  RemitStatement *rows = remit_store_query (store, "SELECT id, fte FROM slot WHERE plan = ?1",
                                            plan, 0, &error);

  while (remit_store_step (store, rows))
    {
      Vacancy vacancy = { remit_statement_get_integer (rows, 0),
                          (int) remit_statement_get_integer (rows, 1) };

      g_array_append_val (vacancies, vacancy);
    }
  g_assert_true (remit_store_finish (store, rows, &error));
  return vacancies;
}

static void
check (RemitStore *store,
       gint64 plan)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = remit_check_run_on (
    store, &(RemitCheckOptions){ .rules = rules, .plan = plan }, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", remit_finding_get_rule_id (findings->pdata[i]),
                    remit_finding_get_message (findings->pdata[i]));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_staffed (gconstpointer data)
{
  const RemitTemplate *template = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, &error);
  g_autoptr (RemitImportResult) made = NULL;
  g_autoptr (GArray) vacancies = NULL;
  guint n_people = 0;

  g_assert_no_error (error);
  made = remit_plan_read_template (store, template->path, NULL, NULL, &error);
  g_assert_no_error (error);
  vacancies = find_vacancies (store, made->plan);
  g_assert_cmpuint (vacancies->len, >, 0);
  for (guint i = 0; i < vacancies->len; i++)
    {
      const Vacancy *vacancy = &g_array_index (vacancies, Vacancy, i);

      for (int left = vacancy->fte; left > 0; left -= WHOLE)
        staff (store, made->plan, vacancy, MIN (left, WHOLE), &n_people);
    }
  check (store, made->plan);
}

int
main (int argc,
      char **argv)
{
  GPtrArray *templates;
  int result;

  g_test_init (&argc, &argv, NULL);
  templates = remit_templates_list ();
  for (guint i = 0; i < templates->len; i++)
    {
      const RemitTemplate *template = templates->pdata[i];
      g_autofree char *path = g_strdup_printf ("/exchange/staffed/%s", template->id);

      g_test_add_data_func (path, template, test_staffed);
    }
  result = g_test_run ();
  g_ptr_array_unref (templates);
  return result;
}
