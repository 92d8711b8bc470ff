/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads the installed templates off the main loop. */
#include "remit-template-loader.h"

#include "model/remit-day.h"
#include "model/remit-text.h"

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

/* The smallest team that can work is where most should begin. */
static const char FIRST_TEMPLATE[] = "minimum-viable-ml-team";

static int
compare_groups (const RemitTemplate *a,
                const RemitTemplate *b,
                const char *first)
{
  if (g_str_equal (a->category, b->category))
    return 0;
  if (g_str_equal (a->category, first) || g_str_equal (b->category, first))
    return g_str_equal (a->category, first) ? -1 : 1;
  if (*a->category == '\0' || *b->category == '\0') /* those without a group come last */
    return *a->category == '\0' ? 1 : -1;
  return g_utf8_collate (a->category, b->category);
}

static int
compare_templates (gconstpointer a,
                   gconstpointer b,
                   gpointer group)
{
  const RemitTemplate *first = *(RemitTemplate *const *) a;
  const RemitTemplate *second = *(RemitTemplate *const *) b;
  int order = compare_groups (first, second, group);

  if (order != 0)
    return order;
  if (g_str_equal (first->id, FIRST_TEMPLATE) != g_str_equal (second->id, FIRST_TEMPLATE))
    return g_str_equal (first->id, FIRST_TEMPLATE) ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static gpointer
find_templates (RemitStore *store G_GNUC_UNUSED,
                const RemitWorkControl *control G_GNUC_UNUSED,
                gpointer data G_GNUC_UNUSED,
                GError **error G_GNUC_UNUSED)
{
  GPtrArray *templates = remit_templates_list ();
  const RemitTemplate *first = remit_templates_find (templates, FIRST_TEMPLATE);

  g_ptr_array_sort_with_data (templates, compare_templates,
                              first != NULL ? first->category : (char *) "");
  return templates;
}

void
remit_template_loader_run (RemitWorker *worker,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  const RemitWork work = {
    .func = find_templates,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };

  remit_worker_run (worker, &work, callback, data);
}

/* ── What is in them ──────────────────────────────────────────────────────────────────────── */

static void
content_free (gpointer data)
{
  RemitTemplateContent *self = data;

  g_clear_pointer (&self->details, remit_template_details_free);
  g_clear_error (&self->error);
  g_free (self->size);
  g_free (self->cost);
  g_free (self->words);
  g_free (self);
}

static void
add_words (GString *words,
           const RemitTemplateTeam *team)
{
  g_string_append_printf (words, "\n%s", team->name);
  for (guint i = 0; i < team->slots->len; i++)
    {
      const RemitTemplateSlot *slot = team->slots->pdata[i];

      g_string_append_printf (words, "\n%s", slot->name);
      for (guint j = 0; j < slot->skills->len; j++)
        g_string_append_printf (words, "\n%s", (const char *) slot->skills->pdata[j]);
    }
}

/* Whoever searches knows a role or a skill that they need, or what they are about to do. */
static char *
dup_words (const RemitTemplate *template,
           const RemitTemplateDetails *details)
{
  g_autoptr (GString) words = g_string_new (template->name);
  g_autofree char *plain = NULL;
  g_autofree char *spelled = NULL;

  g_string_append_printf (words, "\n%s\n%s\n%s\n%s", template->id, template->category,
                          template->purpose, template->suited_for);
  for (guint i = 0; details != NULL && i < details->teams->len; i++)
    add_words (words, details->teams->pdata[i]);
  plain = remit_text_fold_letters (words->str);
  spelled = remit_text_spell_letters (words->str);
  return spelled != NULL ? g_strconcat (plain, "\n", spelled, NULL) : g_steal_pointer (&plain);
}

static RemitTemplateContent *
read_content (const RemitTemplate *template,
              RemitStore *store,
              GCancellable *cancellable)
{
  RemitTemplateContent *self = g_new0 (RemitTemplateContent, 1);
  g_autoptr (RemitTemplateEstimate) estimate = NULL;
  gint64 today = remit_day_today ();

  self->details = remit_template_details_read (template->path, cancellable, &self->error);
  self->words = dup_words (template, self->details);
  if (self->details == NULL)
    return self;
  self->size = remit_template_details_dup_size (self->details);
  estimate = remit_template_estimate (self->details, store, today, today + 364, NULL);
  if (estimate != NULL)
    self->cost = remit_template_estimate_dup_words (estimate);
  return self;
}

static gpointer
read_templates (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error G_GNUC_UNUSED)
{
  GPtrArray *templates = data;
  GPtrArray *contents = g_ptr_array_new_with_free_func (content_free);

  for (guint i = 0; i < templates->len; i++)
    g_ptr_array_add (contents, read_content (templates->pdata[i], store, control->cancellable));
  return contents;
}

void
remit_template_loader_read (RemitWorker *worker,
                            GPtrArray *templates,
                            RemitStore *store,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  const RemitWork work = {
    .of = store,
    .flags = REMIT_STORE_READ_ONLY,
    .func = read_templates,
    .data = g_ptr_array_ref (templates),
    .free_data = (GDestroyNotify) g_ptr_array_unref,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };

  remit_worker_run (worker, &work, callback, data);
}
