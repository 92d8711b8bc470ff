/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which an entity of a kind is shown and edited. */
#include "remit-form.h"

#include "conflicts/page/remit-conflict-page.h"
#include "decisions/page/remit-decision-page.h"
#include "remit-comments-section.h"
#include "remit-entity-rows.h"
#include "remit-summary.h"
#include "widgets/rows/remit-field-row.h"

struct _RemitForm
{
  GtkBox parent_instance;

  gboolean wide;
};

G_DEFINE_FINAL_TYPE (RemitForm, remit_form, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_WIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_form_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WIDE:
      REMIT_FORM (object)->wide = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* What forms may be made of. */
static void
ensure_types (void)
{
  g_type_ensure (REMIT_TYPE_CHOICE_ROW);
  g_type_ensure (REMIT_TYPE_COMMENTS_SECTION);
  g_type_ensure (REMIT_TYPE_CONFLICT_HEAD);
  g_type_ensure (REMIT_TYPE_CONFLICT_RUNGS);
  g_type_ensure (REMIT_TYPE_CONFLICT_PARTIES);
  g_type_ensure (REMIT_TYPE_CONFLICT_TEAMS);
  g_type_ensure (REMIT_TYPE_CONFLICT_STORY);
  g_type_ensure (REMIT_TYPE_DECISION_LOG);
  g_type_ensure (REMIT_TYPE_DECISION_RIGHTS);
  g_type_ensure (REMIT_TYPE_DECISION_HEAD);
  g_type_ensure (REMIT_TYPE_ENTITY_ROWS);
  g_type_ensure (REMIT_TYPE_LADDER_RUNGS);
  g_type_ensure (REMIT_TYPE_NOTES_ROW);
  g_type_ensure (REMIT_TYPE_NUMBER_ROW);
  g_type_ensure (REMIT_TYPE_REFERENCE_ROW);
  g_type_ensure (REMIT_TYPE_SUMMARY);
  g_type_ensure (REMIT_TYPE_SWITCH_ROW);
  g_type_ensure (REMIT_TYPE_TEXT_ROW);
}

static void
remit_form_class_init (RemitFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = remit_form_set_property;

  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_form_init (RemitForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_widget_add_css_class (GTK_WIDGET (self), "remit-form");
}

RemitForm *
remit_form_create (RemitKind kind)
{
  g_autofree char *path = g_strdup_printf ("/org/remit/Remit/inspector/%s.ui",
                                           remit_entity_info (kind)->name);
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_val_if_fail (remit_entity_info (kind)->has_form, NULL);

  g_type_ensure (REMIT_TYPE_FORM);
  ensure_types ();
  builder = gtk_builder_new_from_resource (path);
  return g_object_ref (REMIT_FORM (gtk_builder_get_object (builder, "form")));
}

gboolean
remit_form_get_wide (RemitForm *self)
{
  g_return_val_if_fail (REMIT_IS_FORM (self), FALSE);

  return self->wide;
}
