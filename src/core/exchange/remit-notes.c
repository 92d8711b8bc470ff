/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to say of a file, grouped by what it is about. */
#include "remit-notes.h"

#include <glib/gi18n-lib.h>

#define MAX_NOTES 10000

/* Up to so many different texts of a kind stay apart. */
#define MAX_APART 3
/* And so many that each stand for one in so many of the lines, and for several. */
#define MAX_SHARED 8
/* The lines that a group names in one line of words. */
#define MAX_LINES 5

/* What says the same: the texts of a kind, or of what was left out of one. */
typedef struct {
  RemitNoteKind kind;
  gboolean is_left_out;
  const char *text;
  guint n;
} Same;

struct _RemitNotes {
  GArray *notes;
  guint n;
  GStringChunk *texts;
  GPtrArray *all; /* of Same, in the order in which they came */
  GHashTable *same;
  guint n_unknown[REMIT_N_NOTES][2]; /* came too late to have a text */
};

static const struct {
  const char *nick;
  const char *title;
} kinds[REMIT_N_NOTES] = {
  [REMIT_NOTE_FILE] = { "file", N_ ("File") },
  [REMIT_NOTE_COLUMN] = { "column", N_ ("Columns to check") },
  [REMIT_NOTE_ROW] = { "row", N_ ("Rows with more or fewer cells than the header") },
  [REMIT_NOTE_NOBODY] = { "nobody", N_ ("Rows without a person, such as totals") },
  [REMIT_NOTE_HEADING] = { "heading", N_ ("Headings and legends") },
  [REMIT_NOTE_NAMELESS] = { "nameless", N_ ("Rows without a name, role or team") },
  [REMIT_NOTE_TWICE] = { "twice", N_ ("Repeated rows") },
  [REMIT_NOTE_MATCH] = { "match", N_ ("Possibly mistaken people") },
  [REMIT_NOTE_MANAGER] = { "manager", N_ ("Managers that could not be set") },
  [REMIT_NOTE_STATUS] = { "status", N_ ("People who left or are on leave") },
  [REMIT_NOTE_VALUE] = { "value", N_ ("Values that were adjusted or skipped") },
  [REMIT_NOTE_SKILL] = { "skill", N_ ("Unreadable skill levels") },
  [REMIT_NOTE_HOLDER] = { "holder", N_ ("Slots whose holder needs review") },
  [REMIT_NOTE_AWAITED] = { "awaited", N_ ("Slots reserved for unknown people") },
  [REMIT_NOTE_ARRIVED] = { "arrived", N_ ("Reserved slots that are now filled") },
  [REMIT_NOTE_LOAD] = { "load", N_ ("Overloaded people") },
  [REMIT_NOTE_MISSING] = { "missing", N_ ("People no longer in the file") },
  [REMIT_NOTE_AUDIENCE] = { "audience", N_ ("Not allowed for this audience") },
  [REMIT_NOTE_RESOURCE] = { "resource", N_ ("Resources that are not people") },
  [REMIT_NOTE_TASK] = { "task", N_ ("Tasks that were skipped or adjusted") },
};

const char *
remit_note_kind_get_nick (RemitNoteKind kind)
{
  g_return_val_if_fail (kind < REMIT_N_NOTES, NULL);

  return kinds[kind].nick;
}

char *
remit_note_dup_words (const RemitNote *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->line == 0)
    return g_strdup (self->text);
  /* Translators: a line of a file, and what there is to say about it */
  return g_strdup_printf (_ ("Line %1$u: %2$s"), self->line, self->text);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static guint
same_hash (gconstpointer key)
{
  const Same *same = key;

  return g_str_hash (same->text) * 2 + (guint) same->is_left_out;
}

static gboolean
same_equal (gconstpointer a,
            gconstpointer b)
{
  const Same *one = a;
  const Same *other = b;

  return one->kind == other->kind && one->is_left_out == other->is_left_out
         && g_str_equal (one->text, other->text);
}

RemitNotes *
remit_notes_new (void)
{
  RemitNotes *self = g_new0 (RemitNotes, 1);

  self->notes = g_array_new (FALSE, FALSE, sizeof (RemitNote));
  self->texts = g_string_chunk_new (4096);
  self->all = g_ptr_array_new_with_free_func (g_free);
  self->same = g_hash_table_new (same_hash, same_equal);
  return self;
}

void
remit_notes_free (RemitNotes *self)
{
  g_array_unref (self->notes);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->same);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/* Returns: (nullable): what says the same, or %NULL when it is new and there is no room for it */
static Same *
find_same (RemitNotes *self,
           RemitNoteKind kind,
           gboolean is_left_out,
           const char *text)
{
  Same key = { kind, is_left_out, text, 0 };
  Same *same = g_hash_table_lookup (self->same, &key);

  if (same != NULL || self->notes->len >= MAX_NOTES)
    return same;
  key.text = g_string_chunk_insert (self->texts, text);
  same = g_memdup2 (&key, sizeof key);
  g_ptr_array_add (self->all, same);
  g_hash_table_add (self->same, same);
  return same;
}

void
remit_notes_add (RemitNotes *self,
                 RemitNoteKind kind,
                 guint line,
                 gboolean is_left_out,
                 const char *text)
{
  Same *same;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (kind < REMIT_N_NOTES);

  is_left_out = !!is_left_out;
  same = find_same (self, kind, is_left_out, text);
  self->n++;
  if (same == NULL)
    {
      self->n_unknown[kind][is_left_out]++;
      return;
    }
  same->n++;
  if (self->notes->len < MAX_NOTES)
    {
      RemitNote note = { kind, line, is_left_out, same->text };

      g_array_append_val (self->notes, note);
    }
}

guint
remit_notes_get_n (RemitNotes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

guint
remit_notes_get_n_kept (RemitNotes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

const RemitNote *
remit_notes_get (RemitNotes *self,
                 guint i)
{
  g_return_val_if_fail (self != NULL && i < self->notes->len, NULL);

  return &g_array_index (self->notes, RemitNote, i);
}

/* ── Groups ───────────────────────────────────────────────────────────────────────────────── */

/* The groups of one kind: one for each text that stays apart, by text; and one for the rest. */
typedef struct {
  GHashTable *apart;
  RemitNoteGroup *mixed;
} Kind;

void
remit_note_group_free (RemitNoteGroup *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static RemitNoteGroup *
group_new (RemitNoteKind kind,
           gboolean is_left_out,
           const char *title)
{
  RemitNoteGroup *self = g_new0 (RemitNoteGroup, 1);

  self->kind = kind;
  self->is_left_out = is_left_out;
  self->title = g_strdup (title);
  self->notes = g_ptr_array_new ();
  return self;
}

static int
compare_n (gconstpointer a,
           gconstpointer b)
{
  const Same *one = *(Same *const *) a;
  const Same *other = *(Same *const *) b;

  return one->n == other->n ? 0 : one->n > other->n ? -1 : 1;
}

/* The texts of a kind, the most frequent first. */
static GPtrArray *
list_texts (RemitNotes *self,
            RemitNoteKind kind,
            gboolean is_left_out)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      Same *same = self->all->pdata[i];

      if (same->kind == kind && same->is_left_out == is_left_out)
        g_ptr_array_add (texts, same);
    }
  g_ptr_array_sort (texts, compare_n);
  return texts;
}

/* Returns: how many lines have a note of the kind */
static guint
count_lines (RemitNotes *self,
             RemitNoteKind kind,
             gboolean is_left_out,
             GPtrArray *texts)
{
  guint n = self->n_unknown[kind][is_left_out];

  for (guint i = 0; i < texts->len; i++)
    n += ((Same *) texts->pdata[i])->n;
  return n;
}

/* A text stands apart where there are few, or where it is said of many of the lines. */
static guint
count_apart (RemitNotes *self,
             RemitNoteKind kind,
             gboolean is_left_out,
             GPtrArray *texts)
{
  guint n_lines = count_lines (self, kind, is_left_out, texts);
  guint n = 0;

  if (kind == REMIT_NOTE_FILE)
    return texts->len;
  while (n < texts->len && n < MAX_SHARED && ((Same *) texts->pdata[n])->n > 1
         && ((Same *) texts->pdata[n])->n >= n_lines / MAX_SHARED)
    n++;
  return texts->len - n <= MAX_APART && self->n_unknown[kind][is_left_out] == 0 ? texts->len : n;
}

static void
group_kind (RemitNotes *self,
            Kind *groups,
            RemitNoteKind kind,
            gboolean is_left_out)
{
  g_autoptr (GPtrArray) texts = list_texts (self, kind, is_left_out);
  guint n_apart = count_apart (self, kind, is_left_out, texts);
  guint n_mixed = self->n_unknown[kind][is_left_out];

  groups->apart = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      Same *same = texts->pdata[i];
      RemitNoteGroup *group;

      if (i >= n_apart)
        {
          n_mixed += same->n;
          continue;
        }
      group = group_new (kind, is_left_out, same->text);
      group->n = same->n;
      g_hash_table_insert (groups->apart, (gpointer) same->text, group);
    }
  if (n_mixed == 0)
    return;
  groups->mixed = group_new (kind, is_left_out, _ (kinds[kind].title));
  groups->mixed->n = n_mixed;
  groups->mixed->is_mixed = TRUE;
}

GPtrArray *
remit_notes_group (RemitNotes *self)
{
  GPtrArray *groups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_note_group_free);
  Kind all[REMIT_N_NOTES][2] = { 0 };

  g_return_val_if_fail (self != NULL, groups);

  for (RemitNoteKind kind = 0; kind < REMIT_N_NOTES; kind++)
    for (gboolean is_left_out = FALSE; is_left_out <= TRUE; is_left_out++)
      group_kind (self, &all[kind][is_left_out], kind, is_left_out);

  for (guint i = 0; i < self->notes->len; i++)
    {
      RemitNote *note = &g_array_index (self->notes, RemitNote, i);
      Kind *of = &all[note->kind][note->is_left_out];
      RemitNoteGroup *group = g_hash_table_lookup (of->apart, note->text);

      if (group == NULL)
        group = of->mixed;
      if (group->notes->len == 0)
        g_ptr_array_add (groups, group);
      g_ptr_array_add (group->notes, note);
    }

  for (guint i = 0; i < REMIT_N_NOTES * 2; i++)
    {
      Kind *of = &all[i / 2][i % 2];

      if (of->mixed != NULL && of->mixed->notes->len == 0)
        g_ptr_array_add (groups, of->mixed);
      g_hash_table_unref (of->apart);
    }
  return groups;
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

char *
remit_note_group_dup_lines (const RemitNoteGroup *self,
                            guint most)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->notes->len && n < most; i++)
    {
      const RemitNote *note = self->notes->pdata[i];

      if (note->line == 0)
        continue;
      g_string_append_printf (list, "%s%u", n > 0 ? ", " : "", note->line);
      n++;
    }
  if (n == 0)
    return NULL;
  if (n < self->n)
    g_string_append (list, ", …");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
remit_note_group_dup_words (const RemitNoteGroup *self)
{
  g_autofree char *lines = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n == 1 && self->notes->len == 1)
    return remit_note_dup_words (self->notes->pdata[0]);
  lines = remit_note_group_dup_lines (self, MAX_LINES);
  if (lines == NULL)
    /* Translators: what several notes are about, and how many they are */
    words = g_strdup_printf (_ ("%1$s: %2$'u"), self->title, self->n);
  else
    /* Translators: what lines of a file have in common, how many they are, and which:
     * "3, 7, 12, …" */
    words = g_strdup_printf (ngettext ("%1$s: %2$'u line (%3$s)", "%1$s: %2$'u lines (%3$s)",
                                       self->n),
                             self->title, self->n, lines);
  if (!self->is_mixed || self->notes->len == 0)
    return g_steal_pointer (&words);
  /* Translators: what several notes are about, and the text of the first one */
  return g_strdup_printf (_ ("%1$s; first: %2$s"), words,
                          ((const RemitNote *) self->notes->pdata[0])->text);
}
