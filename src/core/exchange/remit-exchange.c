/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers and writers of files have in common: the result of an import, and its words. */
#include "remit-exchange.h"

#include <glib/gi18n-lib.h>

#define MAX_NOTES 10000

G_DEFINE_QUARK (remit-exchange-error-quark, remit_exchange_error)

gboolean
remit_exchange_refuse (GError **error,
                       const char *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                                                format, args));
  va_end (args);
  return FALSE;
}

const char *const remit_audience_nicks[REMIT_N_AUDIENCES] = {
  [REMIT_AUDIENCE_FULL] = "full",
  [REMIT_AUDIENCE_STAKEHOLDER] = "stakeholder",
};

int
remit_audience_find (const char *nick)
{
  for (int i = 0; i < REMIT_N_AUDIENCES; i++)
    if (g_strcmp0 (remit_audience_nicks[i], nick) == 0)
      return i;
  return -1;
}

/* One that cannot be written says so itself when the edit is begun. */
RemitStore *
remit_import_options_dup_store (const RemitImportOptions *self,
                                RemitStore *store,
                                GError **error)
{
  if (self == NULL || !self->dry_run || remit_store_is_read_only (store))
    return g_object_ref (store);
  return remit_store_copy (store, self->cancellable, error);
}

RemitImportResult *
remit_import_result_new (void)
{
  RemitImportResult *self = g_new0 (RemitImportResult, 1);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
remit_import_result_free (RemitImportResult *self)
{
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* The last line says how many more there would be. */
static void
count_more (RemitImportResult *self)
{
  guint n_more = self->n_notes - MAX_NOTES;

  g_ptr_array_set_size (self->notes, MAX_NOTES);
  g_ptr_array_add (self->notes,
                   g_strdup_printf (ngettext ("and %'u more note", "and %'u more notes", n_more),
                                    n_more));
}

static void
add_note (RemitImportResult *self,
          const char *format,
          va_list args)
{
  self->n_notes++;
  if (self->n_notes > MAX_NOTES)
    count_more (self);
  else
    g_ptr_array_add (self->notes, g_strdup_vprintf (format, args));
}

void
remit_import_result_note (RemitImportResult *self,
                          const char *format,
                          ...)
{
  va_list args;

  va_start (args, format);
  add_note (self, format, args);
  va_end (args);
}

void
remit_import_result_leave_out (RemitImportResult *self,
                               const char *format,
                               ...)
{
  va_list args;

  self->n_left_out++;
  va_start (args, format);
  add_note (self, format, args);
  va_end (args);
}

/* "1,336 people, 58 teams", or nothing when all counts are 0. */
static char *
list_counts (const guint counts[REMIT_N_KINDS])
{
  GString *list = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *count = remit_entity_info_dup_count (remit_entity_info (kind),
                                                              counts[kind]);

        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", count);
      }

  return g_string_free (list, list->len == 0);
}

static void
add_line (GPtrArray *lines,
          const char *format,
          const guint counts[REMIT_N_KINDS])
{
  g_autofree char *list = list_counts (counts);

  if (list != NULL)
    g_ptr_array_add (lines, g_strdup_printf (format, list));
}

static char *
dup_left_out (guint n)
{
  return g_strdup_printf (ngettext ("Left out: %'u row", "Left out: %'u rows", n), n);
}

GStrv
remit_import_result_describe (RemitImportResult *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Added: %s"), self->added);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Changed: %s"), self->changed);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Removed: %s"), self->removed);
  /* Translators: a list: "1,336 people, 58 teams" */
  add_line (lines, _ ("Already there: %s"), self->same);

  if (self->n_left_out > 0)
    g_ptr_array_add (lines, dup_left_out (self->n_left_out));
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_ ("There was nothing to import.")));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
