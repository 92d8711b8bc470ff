/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single cells say: amounts, days, names. */
#include "exchange/table/value/remit-table-amount.h"
#include "exchange/table/value/remit-table-day.h"
#include "exchange/table/value/remit-table-person-name.h"
#include "model/remit-day.h"

static const struct
{
  const char *text;
  RemitTableUnit unit; /* of the column */
  gint64 percent;      /* -1 for none */
} amounts[] = {
  { "80", REMIT_TABLE_UNIT_PERCENT, 80 },
  { "3", REMIT_TABLE_UNIT_FTE, 300 },
  { ".5", REMIT_TABLE_UNIT_FTE, 50 },
  { "0,8", REMIT_TABLE_UNIT_FTE, 80 },
  { "1/2", REMIT_TABLE_UNIT_FTE, 50 },
  { "¾", REMIT_TABLE_UNIT_FTE, 75 },
  { "20", REMIT_TABLE_UNIT_HOURS_A_WEEK, 50 },
  { "80", REMIT_TABLE_UNIT_HOURS_A_MONTH, 46 },
  { "3", REMIT_TABLE_UNIT_DAYS_A_WEEK, 60 },
  { "4", REMIT_TABLE_UNIT_HOURS_A_DAY, 50 },
  { "80 %", REMIT_TABLE_UNIT_FTE, 80 },
  { "80％", REMIT_TABLE_UNIT_FTE, 80 },
  { "75 Prozent", REMIT_TABLE_UNIT_FTE, 75 },
  { "60 pour cent", REMIT_TABLE_UNIT_FTE, 60 },
  { "0.6 FTE", REMIT_TABLE_UNIT_PERCENT, 60 },
  { "0,6 VZÄ", REMIT_TABLE_UNIT_PERCENT, 60 },
  { "2 heads", REMIT_TABLE_UNIT_PERCENT, 200 },
  { "32 h / week", REMIT_TABLE_UNIT_PERCENT, 80 },
  { "30 Std./Woche", REMIT_TABLE_UNIT_PERCENT, 75 },
  { "28 heures par semaine", REMIT_TABLE_UNIT_PERCENT, 70 },
  { "4 days a week", REMIT_TABLE_UNIT_PERCENT, 80 },
  { "週32時間", REMIT_TABLE_UNIT_PERCENT, 80 },
  { "Teilzeit (50%)", REMIT_TABLE_UNIT_FTE, 50 },
  { "approx. 70 %", REMIT_TABLE_UNIT_FTE, 70 },
  { "Vollzeit", REMIT_TABLE_UNIT_PERCENT, 100 },
  { "mi-temps", REMIT_TABLE_UNIT_PERCENT, 50 },
  { "60–80 %", REMIT_TABLE_UNIT_FTE, 60 },
  { "80", REMIT_TABLE_UNIT_NONE, -1 },
  { "part-time", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "lots", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "80 apples", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "80 % of 2", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "-5", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "1e3", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "99999999999999999999", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "", REMIT_TABLE_UNIT_PERCENT, -1 },
  { "%", REMIT_TABLE_UNIT_PERCENT, -1 },
};

static void
test_amounts (void)
{
  const RemitTableWeek week = { 8, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      RemitTableAmount amount;
      gint64 percent = remit_table_amount_parse (amounts[i].text, &amount)
                         ? remit_table_amount_to_percent (&amount, amounts[i].unit, &week)
                         : -1;

      if (percent != amounts[i].percent)
        g_error ("“%s” is %d", amounts[i].text, (int) percent);
    }
}

/* The 31st of March 2026 in one way or another; or a day that the order makes. */
static const struct
{
  const char *text;
  const char *day_first; /* NULL for no day */
  const char *month_first;
} days[] = {
  { "2026-03-31", "2026-03-31", "2026-03-31" },
  { "2026-03-31T08:00:00Z", "2026-03-31", "2026-03-31" },
  { "2026-03-31 00:00:00.000", "2026-03-31", "2026-03-31" },
  { "2026/3/31", "2026-03-31", "2026-03-31" },
  { "20260331", "2026-03-31", "2026-03-31" },
  { "2026年3月31日", "2026-03-31", "2026-03-31" },
  { "31.3.2026", "2026-03-31", "2026-03-31" },
  { "31.03.26", "2026-03-31", "2026-03-31" },
  { "31/3/2026", "2026-03-31", NULL },
  { "3/31/2026 12:00 AM", NULL, "2026-03-31" },
  { "03-04-2026", "2026-04-03", "2026-03-04" },
  { "5/5/26", "2026-05-05", "2026-05-05" },
  { "31-Mar-2026", "2026-03-31", "2026-03-31" },
  { "31-Mar-26", "2026-03-31", "2026-03-31" },
  { "Mar 31, 2026", "2026-03-31", "2026-03-31" },
  { "31st of March 2026", "2026-03-31", "2026-03-31" },
  { "Tue, 31 Mar 2026", "2026-03-31", "2026-03-31" },
  { "31. März 2026", "2026-03-31", "2026-03-31" },
  { "31 mars 2026", "2026-03-31", "2026-03-31" },
  { "31 de marzo de 2026", "2026-03-31", "2026-03-31" },
  { "31 marca 2026", "2026-03-31", "2026-03-31" },
  { "46112", "2026-03-31", "2026-03-31" },
  { "46112.5", "2026-03-31", "2026-03-31" },
  { "1.1.70", "1970-01-01", "1970-01-01" },
  { "30.2.2026", NULL, NULL },
  { "2026-13-01", NULL, NULL },
  { "32/13/2026", NULL, NULL },
  { "March 2026", NULL, NULL },
  { "31 March", NULL, NULL },
  { "soon", NULL, NULL },
  { "12", NULL, NULL },
  { "1/2", NULL, NULL },
  { "99999999999", NULL, NULL },
  { "1/2/3/4", NULL, NULL },
  { "", NULL, NULL },
};

static void
assert_day (const char *text,
            gint64 day,
            const char *expected)
{
  char found[11] = "";

  if (day != 0)
    remit_day_format (day, found);
  if (!g_str_equal (found, expected != NULL ? expected : ""))
    g_error ("“%s” is “%s”", text, found);
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      RemitTableDay day;
      gboolean is_day = remit_table_day_parse (days[i].text, &day);

      assert_day (days[i].text, is_day ? day.days[REMIT_TABLE_DAY_FIRST] : 0, days[i].day_first);
      assert_day (days[i].text, is_day ? day.days[REMIT_TABLE_MONTH_FIRST] : 0,
                  days[i].month_first);
    }
}

static const struct
{
  const char *name;
  const char *key;
} names[] = {
  { "Lovelace, Ada", "ada lovelace" },
  { "Ada Lovelace", "ada lovelace" },
  { "Ada Lovelace, PhD", "ada lovelace, phd" },
  { "O’Neill, Seán", "seán o'neill" },
  { "A, B, C", "a, b, c" },
  { ",", "," },
  { "山田 太郎", "山田太郎" },
  { "山田　太郎", "山田太郎" },
  { "김 민준", "김민준" },
};

static void
test_names (void)
{
  g_autofree char *western = remit_table_name_dup_joined ("Ada", "Lovelace");
  g_autofree char *japanese = remit_table_name_dup_joined ("太郎", "山田");
  g_autofree char *korean = remit_table_name_dup_joined ("민준", "김");
  g_autofree char *single = remit_table_name_dup_joined ("", "Teller");

  g_assert_cmpstr (western, ==, "Ada Lovelace");
  g_assert_cmpstr (japanese, ==, "山田 太郎");
  g_assert_cmpstr (korean, ==, "김민준");
  g_assert_cmpstr (single, ==, "Teller");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = remit_table_name_dup_key (names[i].name);

      g_assert_cmpstr (key, ==, names[i].key);
    }
}

/* What folds to a space at either end of a name is no place to turn it at. */
static void
test_turned (void)
{
  const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Ada Lovelace", "lovelace ada" }, { "¨ada", NULL },  { "ada¨", NULL }, { "¨", NULL },
    { " ", NULL },                      { "\u200b ada", NULL }, { "Ada", NULL },  { "", NULL },
    { "Lovelace, Ada", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_sure;
      g_autofree char *key = remit_table_name_dup_turned_key (cases[i].name, &is_sure);

      g_test_message ("“%s”", cases[i].name);
      if (cases[i].key != NULL)
        g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_false (is_sure);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/csv/cells/amounts", test_amounts);
  g_test_add_func ("/exchange/csv/cells/days", test_days);
  g_test_add_func ("/exchange/csv/cells/names", test_names);
  g_test_add_func ("/exchange/csv/cells/turned", test_turned);

  return g_test_run ();
}
