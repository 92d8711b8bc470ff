/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcome of an import for each row, in words, up to a limit. */
#include "remit-import-told.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RemitKind kind;
  gint64 id;
} Same;

struct _RemitImportTold
{
  guint limit;
  RemitChangeWatch *watch;
  GArray *same;
  GPtrArray *texts[REMIT_IMPORT_N_OUTCOMES];
};

RemitImportTold *
remit_import_told_new (guint limit)
{
  RemitImportTold *self = g_new0 (RemitImportTold, 1);

  self->limit = limit;
  self->watch = remit_change_watch_new (limit);
  self->same = g_array_new (FALSE, FALSE, sizeof (Same));
  for (guint i = 0; i < REMIT_IMPORT_N_OUTCOMES; i++)
    self->texts[i] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
remit_import_told_free (RemitImportTold *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < REMIT_IMPORT_N_OUTCOMES; i++)
    g_ptr_array_unref (self->texts[i]);
  g_array_unref (self->same);
  remit_change_watch_free (self->watch);
  g_free (self);
}

void
remit_import_told_watch (RemitImportTold *self,
                         RemitEdit *edit)
{
  g_return_if_fail (self != NULL && edit != NULL);

  remit_edit_set_watch (edit, self->watch);
}

void
remit_import_told_add_same (RemitImportTold *self,
                            RemitKind kind,
                            gint64 id)
{
  const Same same = { kind, id };

  g_return_if_fail (self != NULL);

  if (self->same->len < self->limit)
    g_array_append_val (self->same, same);
}

char *
remit_import_dup_added (const RemitHistoryLine *line)
{
  GString *text = g_string_new (_ (remit_entity_info (line->kind)->label));

  g_string_append_printf (text, " %s", line->name);
  for (guint i = 0; i < line->fields->len; i++)
    {
      const RemitHistoryField *field = g_ptr_array_index (line->fields, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : ": ", field->label, field->new);
    }
  return g_string_free (text, FALSE);
}

static void
tell (RemitImportTold *self,
      RemitStore *store,
      RemitImportOutcome outcome,
      RemitChangeOp op)
{
  g_autoptr (GPtrArray) changes = remit_change_watch_get (self->watch, op);
  g_autoptr (GPtrArray) lines = remit_history_get_lines (store, changes, changes->len);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (self->texts[outcome], op == REMIT_CHANGE_ADDED
                                             ? remit_import_dup_added (lines->pdata[i])
                                             : remit_history_line_dup_sentence (lines->pdata[i]));
}

/* One that turned out to change later is none. */
static gboolean
is_told (RemitImportTold *self,
         const Same *same)
{
  return remit_change_watch_has (self->watch, same->kind, same->id);
}

static void
tell_same (RemitImportTold *self,
           RemitStore *store)
{
  for (guint i = 0; i < self->same->len; i++)
    {
      const Same *same = &g_array_index (self->same, Same, i);
      g_autoptr (RemitRecord) record = NULL;
      g_autofree char *name = NULL;

      if (is_told (self, same))
        continue;
      record = remit_store_load (store, same->kind, same->id, NULL);
      if (record == NULL)
        continue;
      name = remit_history_dup_name (store, record);
      g_ptr_array_add (self->texts[REMIT_IMPORT_SAME],
                       g_strdup_printf ("%s %s", _ (remit_entity_info (same->kind)->label), name));
    }
}

void
remit_import_told_finish (RemitImportTold *self,
                          RemitStore *store)
{
  if (self == NULL)
    return;
  tell (self, store, REMIT_IMPORT_ADDED, REMIT_CHANGE_ADDED);
  tell (self, store, REMIT_IMPORT_CHANGED, REMIT_CHANGE_CHANGED);
  tell (self, store, REMIT_IMPORT_REMOVED, REMIT_CHANGE_REMOVED);
  tell_same (self, store);
}

GPtrArray *
remit_import_told_get (RemitImportTold *self,
                       RemitImportOutcome outcome)
{
  g_return_val_if_fail (self != NULL && outcome < REMIT_IMPORT_N_OUTCOMES, NULL);

  return self->texts[outcome];
}
