/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the history. */
#include "remit-history-search.h"

#include <string.h>

#include "model/remit-text.h"
#include "remit-history-changesets.h"
#include "store/remit-store-private.h"

struct _RemitHistorySearch
{
  RemitStore *store;
  RemitHistoryFilter *filter;
  GStrv words; /* folded */
  GHashTable *ids; /* of the entity, and of all that is found to be part of it */
  gint64 oldest;   /* of the entries looked at */
  gint64 newest;
  gboolean complete;
};

/* ── The filter ───────────────────────────────────────────────────────────────────────────── */

RemitHistoryFilter *
remit_history_filter_copy (const RemitHistoryFilter *self)
{
  RemitHistoryFilter *copy = g_new0 (RemitHistoryFilter, 1);

  if (self == NULL)
    return copy;
  *copy = *self;
  copy->actor = g_strdup (self->actor);
  copy->words = g_strdup (self->words != NULL && *self->words != '\0' ? self->words : NULL);
  return copy;
}

void
remit_history_filter_free (RemitHistoryFilter *self)
{
  if (self == NULL)
    return;
  g_free (self->actor);
  g_free (self->words);
  g_free (self);
}

gboolean
remit_history_filter_is_empty (const RemitHistoryFilter *self)
{
  return self == NULL
         || (self->from == 0 && self->until == 0 && self->actor == NULL && self->plan == 0
             && self->entity == 0 && (self->words == NULL || *self->words == '\0'));
}

gboolean
remit_history_filter_equal (const RemitHistoryFilter *a,
                            const RemitHistoryFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->from == b->from && a->until == b->until && a->plan == b->plan && a->entity == b->entity
         && g_strcmp0 (a->actor, b->actor) == 0 && g_strcmp0 (a->words, b->words) == 0;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = remit_text_fold (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  words[n] = NULL;
  return g_steal_pointer (&words);
}

/* Returns: whether it is new */
static gboolean
add_id (RemitHistorySearch *self,
        gint64 id)
{
  return g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

static void add_parts (RemitHistorySearch *self,
                       RemitKind kind,
                       gint64 id,
                       gboolean all);

static void
add_parts_by (RemitHistorySearch *self,
              const RemitEntityInfo *info,
              guint field,
              gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE \"%s\" = ?1",
                                          remit_entity_info_get_table (info),
                                          remit_field_get_column (&info->fields[field]));
  g_autoptr (GArray) found = remit_store_load_ids (self->store, g_intern_string (sql), id, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      gint64 part = g_array_index (found, gint64, i);

      if (add_id (self, part))
        add_parts (self, info->kind, part, FALSE);
    }
}

/* What is part of it today. */
static void
add_parts (RemitHistorySearch *self,
           RemitKind kind,
           gint64 id,
           gboolean all)
{
  for (RemitKind part = REMIT_KIND_NONE + 1; part < REMIT_N_KINDS; part++)
    {
      const RemitEntityInfo *info = remit_entity_info (part);

      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].kind == REMIT_FIELD_REFERENCE && info->fields[i].target == kind
            && (all || (info->fields[i].flags & REMIT_FIELD_OWNER)))
          add_parts_by (self, info, i, id);
    }
}

/* Returns: what has the id today, or %REMIT_KIND_NONE */
static RemitKind
find_kind (RemitStore *store,
           gint64 id)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_autoptr (RemitRecord) record = remit_store_load (store, kind, id, NULL);

      if (record != NULL)
        return kind;
    }
  return REMIT_KIND_NONE;
}

/* Returns: the number of the newest entry, 0 for none */
static gint64
find_newest (RemitStore *store)
{
  return remit_store_query_integer (store, "SELECT max (seq) FROM history", 0, 0, NULL);
}

RemitHistorySearch *
remit_history_search_new (RemitStore *store,
                          const RemitHistoryFilter *filter)
{
  RemitHistorySearch *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  self = g_new0 (RemitHistorySearch, 1);
  self->store = g_object_ref (store);
  self->newest = find_newest (store);
  self->oldest = self->newest + 1;
  self->filter = remit_history_filter_copy (filter);
  self->words = split_words (self->filter->words);
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (self->filter->entity != 0)
    {
      add_id (self, self->filter->entity);
      add_parts (self, find_kind (store, self->filter->entity), self->filter->entity, TRUE);
    }
  return self;
}

void
remit_history_search_free (RemitHistorySearch *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->store);
  remit_history_filter_free (self->filter);
  g_strfreev (self->words);
  g_hash_table_unref (self->ids);
  g_free (self);
}

gboolean
remit_history_search_is_complete (RemitHistorySearch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->complete;
}

/* ── What an entry changed ────────────────────────────────────────────────────────────────── */

/* Words beyond these are not looked for: each has a bit. */
#define MAX_WORDS 63

typedef struct {
  RemitHistorySearch *search;
  gboolean about; /* the entity */
  guint64 found; /* a bit for each word */
} Look;

static void
find_words (const RemitHistorySearch *self,
            const char *text,
            gssize length,
            guint64 *found)
{
  g_autofree char *whole = length >= 0 ? g_strndup (text, (gsize) length) : NULL;
  g_autofree char *folded = remit_text_fold (whole != NULL ? whole : text);

  for (guint i = 0; self->words[i] != NULL && i < MAX_WORDS; i++)
    if (strstr (folded, self->words[i]) != NULL)
      *found |= G_GUINT64_CONSTANT (1) << i;
}

/* Returns: whether the row refers to what is looked for, or, if @owner, is a part of its parts */
static gboolean
refers (RemitHistorySearch *self,
        const RemitEntityInfo *info,
        const RemitChangesetValue *values,
        guint n_values,
        gboolean owner)
{
  for (guint i = 0; values != NULL && i < info->n_fields && i + 1 < n_values; i++)
    {
      const RemitField *field = &info->fields[i];

      if (field->kind != REMIT_FIELD_REFERENCE || values[i + 1].type != SQLITE_INTEGER)
        continue;
      if (values[i + 1].integer == self->filter->entity
          || (owner && (field->flags & REMIT_FIELD_OWNER)
              && g_hash_table_contains (self->ids, &values[i + 1].integer)))
        return TRUE;
    }
  return FALSE;
}

/* Going back, one meets what was removed before it was changed, and with all its values. */
static void
look_for_entity (Look *look,
                 const RemitChangesetRow *row)
{
  RemitHistorySearch *self = look->search;
  const RemitEntityInfo *info = remit_entity_info_by_table (row->table);
  gint64 id = remit_changeset_row_get_id (row);
  gboolean is_part;

  if (g_hash_table_contains (self->ids, &id))
    {
      look->about = TRUE;
      return;
    }
  if (info == NULL)
    return;
  is_part = row->op != SQLITE_UPDATE;
  if (!refers (self, info, row->new, row->n_columns, is_part)
      && !refers (self, info, row->old, row->n_columns, is_part))
    return;
  look->about = TRUE;
  if (is_part)
    add_id (self, id);
}

static void
look_for_words (Look *look,
                const RemitChangesetValue *values,
                guint n_values)
{
  for (guint i = 0; values != NULL && i < n_values; i++)
    if (values[i].type == SQLITE_TEXT)
      find_words (look->search, values[i].bytes, (gssize) values[i].length, &look->found);
}

static gboolean
look_at_row (const RemitChangesetRow *row,
             gpointer data)
{
  Look *look = data;

  if (look->search->filter->entity != 0)
    look_for_entity (look, row);
  if (look->search->words[0] != NULL)
    {
      look_for_words (look, row->old, row->n_columns);
      look_for_words (look, row->new, row->n_columns);
    }
  return TRUE;
}

static gboolean
has_all_words (const RemitHistorySearch *self,
               guint64 found)
{
  guint n = MIN (g_strv_length (self->words), MAX_WORDS);

  return found == (G_GUINT64_CONSTANT (1) << n) - 1;
}

static gboolean
matches_changes (RemitHistorySearch *self,
                 RemitHistoryEntry *entry)
{
  Look look = { self, self->filter->entity == 0, 0 };
  g_autofree char *sentence = remit_history_entry_dup_sentence (entry);

  if (self->words[0] != NULL)
    {
      find_words (self, sentence, -1, &look.found);
      find_words (self, entry->actor, -1, &look.found);
    }
  if (!look.about || !has_all_words (self, look.found))
    remit_history_foreach_row (self->store, entry->seq, look_at_row, &look, NULL);
  return look.about && has_all_words (self, look.found);
}

static gboolean
matches (RemitHistorySearch *self,
         RemitHistoryEntry *entry)
{
  const RemitHistoryFilter *filter = self->filter;

  if ((filter->from != 0 && entry->at < filter->from)
      || (filter->until != 0 && entry->at >= filter->until)
      || (filter->plan != 0 && entry->plan != filter->plan)
      || (filter->actor != NULL && strcmp (entry->actor, filter->actor) != 0))
    return FALSE;
  return (filter->entity == 0 && self->words[0] == NULL) || matches_changes (self, entry);
}

/* ── Going on ─────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
create_page (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) remit_history_entry_unref);
}

GPtrArray *
remit_history_search_next (RemitHistorySearch *self,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) found = create_page ();
  g_autoptr (GPtrArray) page = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->complete)
    return g_steal_pointer (&found);
  page = remit_history_page (self->store, self->oldest, limit, error);
  if (page == NULL)
    return NULL;
  self->complete = page->len < limit;
  for (guint i = 0; i < page->len; i++)
    {
      RemitHistoryEntry *entry = page->pdata[i];

      self->oldest = entry->seq;
      if (matches (self, entry))
        g_ptr_array_add (found, remit_history_entry_ref (entry));
    }
  return g_steal_pointer (&found);
}

/* From the oldest: one meets what was added before it was changed. */
GPtrArray *
remit_history_search_newer (RemitHistorySearch *self,
                            guint limit,
                            GError **error)
{
  g_autoptr (GPtrArray) found = create_page ();
  g_autoptr (GPtrArray) page = NULL;
  gint64 last;

  g_return_val_if_fail (self != NULL, NULL);

  last = MIN (find_newest (self->store), self->newest + limit);
  page = remit_history_page (self->store, last + 1, (guint) MAX (last - self->newest, 0), error);
  if (page == NULL)
    return NULL;
  for (guint i = page->len; i > 0; i--)
    {
      RemitHistoryEntry *entry = page->pdata[i - 1];

      if (entry->seq > self->newest && matches (self, entry))
        g_ptr_array_add (found, remit_history_entry_ref (entry));
    }
  self->newest = MAX (last, self->newest);
  return g_steal_pointer (&found);
}

gboolean
remit_history_search_is_current (RemitHistorySearch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return find_newest (self->store) <= self->newest;
}

GStrv
remit_history_list_actors (RemitStore *store,
                           GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (GStrvBuilder) actors = g_strv_builder_new ();

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  statement = remit_store_query (store, "SELECT DISTINCT actor FROM history ORDER BY actor", 0, 0,
                                 error);
  while (remit_store_step (store, statement))
    g_strv_builder_add (actors, remit_statement_get_text (statement, 0));
  return remit_store_finish (store, statement, error) ? g_strv_builder_end (actors) : NULL;
}
