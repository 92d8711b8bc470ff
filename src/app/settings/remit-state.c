/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own state between sessions, apart from workspaces. */
#include "remit-state.h"

#include <adwaita.h>

#include "model/remit-file.h"

/* Of so many workspaces something is remembered, the others are forgotten. */
static const guint WORKSPACES_MAX = 50;

static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, REMIT_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return g_settings_new_full (schema, NULL, NULL);

  g_info ("The settings schema is not installed: nothing will be remembered");
  return NULL;
}

GSettings *
remit_state_get (void)
{
  static GSettings *settings = NULL;
  static gboolean looked = FALSE;

  if (!looked)
    settings = create_settings ();
  looked = TRUE;
  return settings;
}

/* By the values of the setting. */
static const AdwColorScheme color_schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
};

guint
remit_state_get_color_scheme (void)
{
  AdwColorScheme scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (color_schemes[i] == scheme)
      return i;
  return 0;
}

void
remit_state_use_color_scheme (guint scheme)
{
  g_return_if_fail (scheme < G_N_ELEMENTS (color_schemes));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_schemes[scheme]);
}

char *
remit_state_dup_own_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "workspace.remit", NULL);
}

/* ── Of workspaces ────────────────────────────────────────────────────────────────────────── */

/* The newest stands first, so that the ones that are forgotten are the oldest. */
void
remit_state_remember (const char *key,
                      const char *path,
                      GVariant *value)
{
  GSettings *settings = remit_state_get ();
  g_autoptr (GVariant) kept = g_variant_ref_sink (value);
  g_autofree char *text = NULL;
  g_autoptr (GVariant) before = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_DICTIONARY);
  GVariantIter iter;
  GVariant *entry;
  guint n = 1;

  g_return_if_fail (path != NULL);

  if (settings == NULL)
    return;
  text = remit_file_dup_text (path);
  before = g_settings_get_value (settings, key);
  g_variant_builder_add_value (&builder,
                               g_variant_new_dict_entry (g_variant_new_string (text), kept));
  g_variant_iter_init (&iter, before);
  while (n < WORKSPACES_MAX && (entry = g_variant_iter_next_value (&iter)) != NULL)
    {
      const char *other;

      g_variant_get_child (entry, 0, "&s", &other);
      if (!g_str_equal (other, text))
        {
          g_variant_builder_add_value (&builder, entry);
          n++;
        }
      g_variant_unref (entry);
    }
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

GVariant *
remit_state_recall (const char *key,
                    const char *path)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *text = NULL;
  g_autoptr (GVariant) all = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (settings == NULL)
    return NULL;
  text = remit_file_dup_text (path);
  all = g_settings_get_value (settings, key);
  return g_variant_lookup_value (all, text, NULL);
}

gint64
remit_state_get_plan (const char *path)
{
  g_autoptr (GVariant) plan = remit_state_recall ("plans", path);

  return plan != NULL ? g_variant_get_int64 (plan) : 0;
}

void
remit_state_set_plan (const char *path,
                      gint64 plan)
{
  g_return_if_fail (path != NULL);

  if (plan != remit_state_get_plan (path))
    remit_state_remember ("plans", path, g_variant_new_int64 (plan));
}

/* ── Where a window was ───────────────────────────────────────────────────────────────────── */

void
remit_state_place_clear (RemitStatePlace *self)
{
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->kind, g_free);
}

gboolean
remit_state_get_place (const char *path,
                       RemitStatePlace *place)
{
  g_autoptr (GVariant) value = remit_state_recall ("places", path);

  if (value != NULL)
    g_variant_get (value, "(ssxii)", &place->view, &place->kind, &place->id, &place->x, &place->y);
  return value != NULL;
}

void
remit_state_set_place (const char *path,
                       const RemitStatePlace *place)
{
  g_return_if_fail (path != NULL);

  remit_state_remember ("places", path,
                        g_variant_new ("(ssxii)", place->view != NULL ? place->view : "",
                                       place->kind != NULL ? place->kind : "", place->id, place->x,
                                       place->y));
}

GStrv
remit_state_dup_paths (void)
{
  GSettings *settings = remit_state_get ();
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GVariant) plans = NULL;
  GVariantIter iter;
  const char *text;
  gint64 id;

  if (settings == NULL)
    return g_strv_builder_end (paths);

  plans = g_settings_get_value (settings, "plans");
  g_variant_iter_init (&iter, plans);
  while (g_variant_iter_next (&iter, "{&sx}", &text, &id))
    {
      g_autofree char *path = remit_file_dup_path (text);

      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}
