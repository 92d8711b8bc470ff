/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions that teams face over a model's life, read from plan files. */
#include "remit-decision-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/plan/remit-plan-parser.h"
#include "model/remit-data.h"
#include "remit-templates.h"

static void
right_free (RemitLibraryRight *self)
{
  g_free (self->role);
  g_free (self);
}

static void
decision_free (RemitLibraryDecision *self)
{
  g_free (self->key);
  g_free (self->library);
  g_free (self->title);
  g_free (self->description);
  g_ptr_array_unref (self->rights);
  g_free (self);
}

/* ── One file ─────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GPtrArray *decisions;
  GHashTable *roles; /* keys by id */
  char *name;
} Reading;

static gboolean
has_key (GPtrArray *decisions,
         const char *key)
{
  for (guint i = 0; i < decisions->len; i++)
    if (strcmp (((RemitLibraryDecision *) decisions->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

static void
add_decision (Reading *self,
              RemitRecord *record)
{
  RemitLibraryDecision *decision = g_new0 (RemitLibraryDecision, 1);

  decision->key = g_strdup (remit_record_get_text (record, REMIT_DECISION_KEY));
  remit_template_translate (record);
  decision->library = g_strdup (self->name);
  decision->title = g_strdup (remit_record_get_text (record, REMIT_DECISION_TITLE));
  decision->description = g_strdup (remit_record_get_text (record, REMIT_DECISION_DESCRIPTION));
  decision->kind = (RemitDecisionKind) remit_record_get_integer (record, REMIT_DECISION_KIND);
  decision->framework
    = (RemitFramework) remit_record_get_integer (record, REMIT_DECISION_FRAMEWORK);
  decision->quorum = (int) remit_record_get_integer (record, REMIT_DECISION_QUORUM);
  decision->rights = g_ptr_array_new_with_free_func ((GDestroyNotify) right_free);
  g_ptr_array_add (self->decisions, decision);
}

/* Rights of slots and people mean nothing in another plan. */
static void
add_right (Reading *self,
           const RemitRecord *record)
{
  gint64 role = remit_record_get_integer (record, REMIT_RIGHT_ROLE);
  const char *key = role != 0 ? g_hash_table_lookup (self->roles, &role) : NULL;
  RemitLibraryDecision *decision;
  RemitLibraryRight *right;

  if (key == NULL || self->decisions->len == 0)
    return;
  decision = self->decisions->pdata[self->decisions->len - 1];
  right = g_new0 (RemitLibraryRight, 1);
  right->role = g_strdup (key);
  right->letter = (RemitLetter) remit_record_get_integer (record, REMIT_RIGHT_LETTER);
  g_ptr_array_add (decision->rights, right);
}

static gboolean
on_start (gpointer data,
          const RemitPlanElement *element,
          GError **error G_GNUC_UNUSED)
{
  Reading *self = data;
  gint64 id = remit_record_get_id (element->record);

  switch ((int) remit_record_get_kind (element->record))
    {
    case REMIT_KIND_PLAN:
      {
        g_autoptr (RemitRecord) plan = remit_record_copy (element->record);

        remit_template_translate (plan);
        self->name = g_strdup (remit_record_get_text (plan, REMIT_PLAN_NAME));
        break;
      }
    case REMIT_KIND_ROLE:
      g_hash_table_insert (self->roles, g_memdup2 (&id, sizeof id),
                           g_strdup (remit_record_get_text (element->record, REMIT_ROLE_KEY)));
      break;
    case REMIT_KIND_DECISION:
      {
        g_autoptr (RemitRecord) decision = remit_record_copy (element->record);

        add_decision (self, decision);
        break;
      }
    case REMIT_KIND_RIGHT:
      add_right (self, element->record);
      break;
    default:
      break;
    }
  return TRUE;
}

/* Those with a key, which no decision before them has. */
static void
take_new (GPtrArray *decisions,
          GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      RemitLibraryDecision *decision = from->pdata[i];

      if (*decision->key == '\0' || has_key (decisions, decision->key))
        continue;
      g_ptr_array_add (decisions, decision);
      from->pdata[i] = NULL;
    }
}

static void
free_if_there (gpointer decision)
{
  if (decision != NULL)
    decision_free (decision);
}

static void
read_file (GPtrArray *decisions,
           GPtrArray *problems,
           const char *path)
{
  static const RemitPlanHandler handler = { .start = on_start };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_if_there);
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  Reading reading = { .decisions = found, .roles = roles };
  g_autoptr (GError) error = NULL;

  if (remit_plan_parse (path, &handler, &reading, NULL, &error))
    take_new (decisions, found);
  else
    {
      g_autofree char *name = g_filename_display_name (path);

      /* Translators: a file, and why it cannot be used */
      g_ptr_array_add (problems, g_strdup_printf (_ ("%1$s: %2$s"), name, error->message));
    }
  g_free (reading.name);
}

/* ── All files ────────────────────────────────────────────────────────────────────────────── */

GPtrArray *
remit_decision_library_load (GPtrArray **problems)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) decision_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = remit_data_list_with_own ("decisions");

  for (guint i = 0; i < paths->len; i++)
    read_file (decisions, words, paths->pdata[i]);
  if (problems != NULL)
    *problems = g_steal_pointer (&words);
  return decisions;
}
