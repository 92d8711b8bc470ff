/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: as in files, and as people write them. */
#include "model/remit-money.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 minor;
    const char *currency;
  } good[] = {
    { "650.00 EUR", 65000, "EUR" },        { "0.00 USD", 0, "USD" },
    { "0.05 GBP", 5, "GBP" },              { "70000 JPY", 70000, "JPY" },
    { "0 JPY", 0, "JPY" },                 { "12.345 KWD", 12345, "KWD" },
    { "999999999.99 EUR", 99999999999, "EUR" },
  };
  static const char *const bad[] = {
    "",           "650",         "650 EUR",      "650.0 EUR",  "650.000 EUR", "650,00 EUR",
    "650.00EUR",  "650.00 eur",  "650.00 EU",    "650.00 EURO", "-1.00 EUR",  ".50 EUR",
    "00.50 EUR",  "007.00 EUR",  "1 000.00 EUR", "70000.00 JPY", "EUR 650.00", "650.00  EUR",
    " 650.00 EUR", "1000000000.00 EUR", "99999999999999999999.00 EUR", "6e2.00 EUR",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      RemitCurrency currency;
      gint64 minor;
      g_autofree char *again = NULL;

      g_test_message ("%s", good[i].text);
      g_assert_true (remit_money_parse (good[i].text, &minor, currency));
      g_assert_cmpint (minor, ==, good[i].minor);
      g_assert_cmpstr (currency, ==, good[i].currency);
      again = remit_money_format (minor, currency);
      g_assert_cmpstr (again, ==, good[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (remit_money_parse (bad[i], NULL, NULL));
    }
}

static void
test_understand (void)
{
  static const struct
  {
    const char *written;
    const char *text;
  } cases[] = {
    { "650 EUR", "650.00 EUR" },
    { "650.5 eur", "650.50 EUR" },
    { "EUR 1,234.50", "1234.50 EUR" },
    { "1.234,50 €", "1234.50 EUR" },
    { "1.234 €", "1234.00 EUR" },
    { "€1,234", "1234.00 EUR" },
    { "1\u202f234,5\u00a0€", "1234.50 EUR" },
    { "CHF 1'234.05", "1234.05 CHF" },
    { "US$ 900", "900.00 USD" },
    { "70,000 JPY", "70000 JPY" },
    { "12.345 KWD", "12.345 KWD" },
    { "12,345 KWD", "12345.000 KWD" },
    { "007 GBP", "7.00 GBP" },
    { "0 GBP", "0.00 GBP" },
    { "650.00 EUR", "650.00 EUR" },
    /* what is no amount stays, and is refused where it is checked */
    { "650", "650" },
    { "$ 900", "$ 900" },
    { "EUR", "EUR" },
    { "many EUR", "many EUR" },
    { "-5 EUR", "-5 EUR" },
    { "5 000 000 000 EUR", "5 000 000 000 EUR" },
    { "1.2.3, EUR", "1.2.3, EUR" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = remit_money_dup_file_text (cases[i].written);

      g_test_message ("%s", cases[i].written);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_display (void)
{
  g_autofree char *whole = remit_money_display (65000, "EUR");
  g_autofree char *cents = remit_money_display (65005, "EUR");
  g_autofree char *yen = remit_money_display (700, "JPY");

  g_assert_cmpstr (whole, ==, "650 EUR");
  g_assert_cmpstr (cents, ==, "650.05 EUR");
  g_assert_cmpstr (yen, ==, "700 JPY");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/understand", test_understand);
  g_test_add_func ("/money/display", test_display);
  return g_test_run ();
}
