/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A first estimate of what a template costs, by the day rates of roles. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-template-details.h"
#include "store/remit-statement.h"

void
remit_template_estimate_free (RemitTemplateEstimate *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

/* Returns: (transfer full) (nullable): the day rates of the workspace, by the keys of roles */
static GHashTable *
read_rates (RemitStore *store,
            GError **error)
{
  g_autoptr (GHashTable) rates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RemitStatement *rows;

  if (store == NULL)
    return g_steal_pointer (&rates);
  rows = remit_store_query (store, "SELECT key, day_rate FROM role WHERE day_rate <> ''", 0, 0,
                            error);
  while (remit_store_step (store, rows))
    g_hash_table_insert (rates, g_strdup (remit_statement_get_string (rows, 0)),
                         g_strdup (remit_statement_get_string (rows, 1)));
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&rates) : NULL;
}

static void
add_amount (GArray *sums,
            const RemitCurrency currency,
            gint64 amount)
{
  RemitCostSum sum = { .open = amount };

  for (guint i = 0; i < sums->len; i++)
    if (strcmp (g_array_index (sums, RemitCostSum, i).currency, currency) == 0)
      {
        g_array_index (sums, RemitCostSum, i).open += amount;
        return;
      }
  memcpy (sum.currency, currency, sizeof sum.currency);
  g_array_append_val (sums, sum);
}

/* Adds what a slot costs: a hundred times as much, until all is there. */
static void
add_slot (RemitTemplateEstimate *self,
          const RemitTemplateSlot *slot,
          GHashTable *rates)
{
  const char *rate = g_hash_table_lookup (rates, slot->role);
  RemitCurrency currency;
  gint64 minor;

  if (remit_money_parse (rate != NULL ? rate : slot->rate, &minor, currency))
    add_amount (self->sums, currency, minor * slot->fte * self->n_days);
  else
    self->n_unknown++;
}

RemitTemplateEstimate *
remit_template_estimate (const RemitTemplateDetails *details,
                         RemitStore *store,
                         gint64 from,
                         gint64 until,
                         GError **error)
{
  g_autoptr (RemitTemplateEstimate) self = NULL;
  g_autoptr (GHashTable) rates = NULL;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (from > 0 && until >= from, NULL);

  self = g_new0 (RemitTemplateEstimate, 1);
  self->sums = g_array_new (FALSE, FALSE, sizeof (RemitCostSum));
  rates = read_rates (store, error);
  if (rates == NULL || !remit_cost_count_days (store, from, until, &self->n_days, error))
    return NULL;
  for (guint i = 0; i < details->teams->len; i++)
    {
      const RemitTemplateTeam *team = details->teams->pdata[i];

      for (guint j = 0; j < team->slots->len; j++)
        add_slot (self, team->slots->pdata[j], rates);
    }
  for (guint i = 0; i < self->sums->len; i++)
    {
      gint64 *open = &g_array_index (self->sums, RemitCostSum, i).open;

      *open = (*open + 50) / 100;
    }
  return g_steal_pointer (&self);
}

/* Nobody knows it to the cent. Returns: (transfer full) */
static char *
dup_about (const RemitCostSum *sum)
{
  g_autofree char *plain = remit_money_format (sum->open, sum->currency);
  gint64 unit = strchr (plain, '.') != NULL ? 100000 : 1000;

  return remit_money_display ((sum->open + unit / 2) / unit * unit, sum->currency);
}

char *
remit_template_estimate_dup_words (const RemitTemplateEstimate *self)
{
  g_autoptr (GStrvBuilder) amounts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (self->sums->len == 0)
    return NULL;
  for (guint i = 0; i < self->sums->len; i++)
    {
      g_autofree char *amount = dup_about (&g_array_index (self->sums, RemitCostSum, i));

      g_strv_builder_add (amounts, amount);
    }
  list = g_strv_builder_end (amounts);
  joined = g_strjoinv (" + ", list);
  if (self->n_unknown == 0)
    /* Translators: an amount of money */
    return g_strdup_printf (_ ("About %s a year"), joined);
  return g_strdup_printf (ngettext ("About %1$s a year, without %2$u slot that has no day rate",
                                    "About %1$s a year, without %2$u slots that have no day rate",
                                    self->n_unknown),
                          joined, self->n_unknown);
}
