/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers and writers of files have in common: the result of an import, and its words. */
#include "remit-exchange.h"

#include <glib/gi18n-lib.h>

#include "model/remit-file.h"

#define MAX_SHARED 10000

G_DEFINE_QUARK (remit-exchange-error-quark, remit_exchange_error)

gboolean
remit_exchange_refuse (GError **error,
                       const char *format,
                       ...)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  /* what is long may have been cut within a character */
  valid = g_utf8_make_valid (text, -1);
  g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED, valid);
  return FALSE;
}

gboolean
remit_exchange_refuse_file (GError **error,
                            const char *path,
                            const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               _ ("Cannot read “%s”: %s"), name, reason);
  return FALSE;
}

char *
remit_exchange_load (const char *path,
                     gsize maximum,
                     gsize *length,
                     GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *bytes = remit_file_load (path, maximum, length, &cause);

  if (bytes == NULL)
    remit_exchange_refuse_file (error, path, cause->message);
  return bytes;
}

gboolean
remit_exchange_refuse_encoding (GError **error,
                                const char *format,
                                ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_ENCODING,
                                                format, args));
  va_end (args);
  return FALSE;
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

static void
missing_free (gpointer data)
{
  RemitImportMissing *self = data;

  g_free (self->name);
  g_free (self);
}

RemitImportResult *
remit_import_result_new (void)
{
  RemitImportResult *self = g_new0 (RemitImportResult, 1);

  self->notes = remit_notes_new ();
  self->missing = g_ptr_array_new_with_free_func (missing_free);
  self->shared = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_import_row_free);
  self->audience = REMIT_AUDIENCE_UNKNOWN;
  return self;
}

void
remit_import_result_watch (RemitImportResult *self,
                           const RemitImportOptions *options,
                           RemitEdit *edit)
{
  g_return_if_fail (self != NULL && self->told == NULL && edit != NULL);

  if (options == NULL || options->n_told == 0)
    return;
  self->told = remit_import_told_new (options->n_told);
  remit_import_told_watch (self->told, edit);
}

void
remit_import_result_count_same (RemitImportResult *self,
                                RemitKind kind,
                                gint64 id)
{
  g_return_if_fail (self != NULL && kind < REMIT_N_KINDS);

  self->same[kind]++;
  if (self->told != NULL)
    remit_import_told_add_same (self->told, kind, id);
}

void
remit_import_result_free (RemitImportResult *self)
{
  remit_notes_free (self->notes);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->shared);
  remit_import_told_free (self->told);
  g_clear_pointer (&self->signature, remit_signature_verdict_free);
  g_free (self);
}

static void
add_note (RemitImportResult *self,
          RemitNoteKind kind,
          guint line,
          gboolean is_left_out,
          const char *format,
          va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  remit_notes_add (self->notes, kind, line, is_left_out, text);
  self->n_notes++;
}

/* The last line counts the rest. */
void
remit_import_result_take_shared (RemitImportResult *self,
                                 char *text)
{
  guint n_more;

  self->n_shared++;
  if (self->n_shared <= MAX_SHARED)
    {
      g_ptr_array_add (self->shared, text);
      return;
    }
  g_free (text);
  n_more = self->n_shared - MAX_SHARED;
  g_ptr_array_set_size (self->shared, MAX_SHARED);
  g_ptr_array_add (self->shared, g_strdup_printf (ngettext ("and %'u more change",
                                                            "and %'u more changes", n_more),
                                                  n_more));
}

void
remit_import_result_note (RemitImportResult *self,
                          RemitNoteKind kind,
                          guint line,
                          const char *format,
                          ...)
{
  va_list args;

  va_start (args, format);
  add_note (self, kind, line, FALSE, format, args);
  va_end (args);
}

gboolean
remit_import_result_spare_shared (RemitImportResult *self,
                                  const RemitImportOptions *options,
                                  GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (options == NULL || !options->spare_shared || self->n_shared == 0)
    return TRUE;
  for (guint i = 0; i < self->shared->len; i++)
    g_string_append_printf (list, "\n  %s", (const char *) self->shared->pdata[i]);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHARED,
               /* Translators: a list, with a line for each change */
               _ ("The file changes people, roles or skills that other plans use:%s"), list->str);
  return FALSE;
}

void
remit_import_result_leave_out (RemitImportResult *self,
                               RemitNoteKind kind,
                               guint line,
                               const char *format,
                               ...)
{
  va_list args;

  self->n_left_out++;
  va_start (args, format);
  add_note (self, kind, line, TRUE, format, args);
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
  return g_strdup_printf (ngettext ("Skipped: %'u row", "Skipped: %'u rows", n), n);
}

static char *
dup_audience (int audience)
{
  return g_strdup_printf (
    /* Translators: the audience that a file is for */
    _ ("The file is for the audience “%s”. Data that such a file excludes is kept."),
    remit_audience_get_nick ((RemitAudience) audience));
}

gboolean
remit_import_result_has_changes (const RemitImportResult *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < REMIT_N_KINDS; i++)
    if (self->added[i] + self->changed[i] + self->removed[i] > 0)
      return TRUE;
  return FALSE;
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
  add_line (lines, _ ("Unchanged: %s"), self->same);

  if (self->n_left_out > 0)
    g_ptr_array_add (lines, dup_left_out (self->n_left_out));
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_ ("The file has nothing to import.")));
  if (self->audience > REMIT_AUDIENCE_FULL)
    g_ptr_array_add (lines, dup_audience (self->audience));
  if (self->anchor == REMIT_ANCHOR_KEPT)
    g_ptr_array_add (lines, g_strdup (_ ("The history of this workspace contains the state of the "
                                         "file.")));
  if (self->anchor == REMIT_ANCHOR_LOST)
    g_ptr_array_add (lines, g_strdup (_ ("The history of this workspace does not contain the state "
                                         "of the file: the file is from another workspace, or the "
                                         "history was rewritten.")));
  if (self->signature != NULL)
    g_ptr_array_add (lines, remit_signature_verdict_dup_sentence (self->signature));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}
