/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan costs between two days. */
#include "model/remit-day.h"
#include "plan/load/remit-load-cost.h"
#include "remit-test.h"

/* Two teams, and three slots for a role of 500 EUR; Ada has 1,000.01 EUR, Bob 80,000 JPY, Cem no
 * rate of his own. Team T: one slot, 100 %, Ada at 50 %, until 6 March, and Cem at 20 % from then
 * on; u: 80 %, Bob at 100 %, and a slot of 40 % for a role without a rate. 9 March is a holiday. */
static RemitStore *
create (void)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open ("", REMIT_STORE_CREATE, &error);

  g_assert_no_error (error);
  remit_store_exec (
    store,
    "INSERT INTO holiday (day) VALUES ('2026-03-09');"
    "INSERT INTO role (id, key, name, day_rate) VALUES (1, 'r', 'R', '500.00 EUR'),"
    " (2, 'q', 'Q', '');"
    "INSERT INTO person (id, name, day_rate) VALUES (1, 'Ada', '1000.01 EUR'),"
    " (2, 'Bob', '80000 JPY'), (3, 'Cem', '');"
    "INSERT INTO plan (id, name) VALUES (1, 'P'), (2, 'Q');"
    "INSERT INTO team (id, plan, name) VALUES (1, 1, 'T'), (2, 1, 'u'), (3, 2, 'V');"
    "INSERT INTO slot (id, plan, team, role, fte) VALUES (1, 1, 1, 1, 100), (2, 1, 2, 1, 80),"
    " (3, 1, 2, 2, 40), (4, 2, 3, 1, 100);"
    "INSERT INTO assignment (plan, slot, person, allocation, \"from\", \"until\") VALUES"
    " (1, 1, 1, 50, NULL, '2026-03-06'), (1, 1, 3, 20, '2026-03-07', NULL),"
    " (1, 2, 2, 100, NULL, NULL), (1, 3, 3, 10, '2026-03-10', '2026-03-10'),"
    " (2, 4, 1, 100, NULL, NULL);",
    NULL, &error);
  g_assert_no_error (error);
  return store;
}

static char *
describe (const RemitCost *cost)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cost->rows->len; i++)
    {
      const RemitCostRow *row = &g_array_index (cost->rows, RemitCostRow, i);

      g_string_append_printf (text, "%s: %u people, %d+%d %%, %u unknown", row->name,
                              row->n_people, (int) row->allocated, (int) row->open,
                              row->n_unknown);
      for (guint j = 0; j < row->sums->len; j++)
        {
          const RemitCostSum *sum = &g_array_index (row->sums, RemitCostSum, j);
          g_autofree char *allocated = remit_money_format (sum->allocated, sum->currency);
          g_autofree char *open = remit_money_format (sum->open, sum->currency);

          g_string_append_printf (text, ", %s + %s", allocated, open);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
check (const char *from,
       const char *until,
       guint n_days,
       const char *expected)
{
  g_autoptr (RemitStore) store = create ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitCost) cost = remit_cost_read (store, 1, remit_day_parse (from),
                                                remit_day_parse (until), NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (cost);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (cost->n_days, ==, n_days);
}

/* Friday, Tuesday: the weekend and the holiday are not paid. On Friday Ada costs 500.005 EUR, and
 * half of the slot is open; on Tuesday Cem costs a fifth of the role, and 80 % are open. */
static void
test_days (void)
{
  check ("2026-03-06", "2026-03-10", 2,
         "T: 2 people, 70+130 %, 0 unknown, 600.01 EUR + 650.00 EUR\n"
         "u: 2 people, 210+70 %, 1 unknown, 160000 JPY + 0 JPY\n"
         ": 3 people, 280+200 %, 1 unknown, 600.01 EUR + 650.00 EUR, 160000 JPY + 0 JPY\n");
}

static void
test_weekend (void)
{
  check ("2026-03-07", "2026-03-09", 0,
         "T: 0 people, 0+0 %, 0 unknown\nu: 0 people, 0+0 %, 0 unknown\n"
         ": 0 people, 0+0 %, 0 unknown\n");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load-cost/days", test_days);
  g_test_add_func ("/load-cost/weekend", test_weekend);
  return g_test_run ();
}
