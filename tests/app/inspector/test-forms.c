/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that the form of every kind that has one fits the kind's table of fields. */
#include "inspector/remit-form.h"
#include "remit-test-app.h"
#include "widgets/rows/remit-field-row.h"

static GType
get_row_type (const RemitField *field)
{
  static GType (*const types[]) (void) = {
    [REMIT_FIELD_TEXT] = remit_text_row_get_type,
    [REMIT_FIELD_INTEGER] = remit_number_row_get_type,
    [REMIT_FIELD_PERCENT] = remit_number_row_get_type,
    [REMIT_FIELD_BOOLEAN] = remit_switch_row_get_type,
    [REMIT_FIELD_DATE] = remit_text_row_get_type,
    [REMIT_FIELD_TIME] = remit_text_row_get_type,
    [REMIT_FIELD_DURATION] = remit_text_row_get_type,
    [REMIT_FIELD_ENUM] = remit_choice_row_get_type,
    [REMIT_FIELD_REFERENCE] = remit_reference_row_get_type,
  };

  if (field->choices != NULL)
    return REMIT_TYPE_CHOICE_ROW;
  return field->flags & REMIT_FIELD_MULTILINE ? REMIT_TYPE_NOTES_ROW : types[field->kind]();
}

static const RemitField *
find_field (const RemitEntityInfo *info,
            GtkWidget *widget)
{
  g_autofree char *name = NULL;
  int field;

  g_object_get (widget, "field", &name, NULL);
  field = remit_entity_info_find_field (info, name);
  if (field < 0)
    g_error ("The form of %s has a row for a field %s", info->name, name);
  return &info->fields[field];
}

/* Returns: how many rows there are in the widget */
static guint
check_rows (const RemitEntityInfo *info,
            GtkWidget *widget)
{
  guint n = 0;

  if (REMIT_IS_FIELD_ROW (widget))
    {
      const RemitField *field = find_field (info, widget);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, get_row_type (field)))
        g_error ("The form of %s has a %s for %s", info->name, G_OBJECT_TYPE_NAME (widget),
                 field->name);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_rows (info, child);
  return n;
}

static void
test_every_kind (gconstpointer data)
{
  const RemitEntityInfo *info = remit_entity_info ((RemitKind) GPOINTER_TO_INT (data));
  g_autoptr (RemitForm) form = remit_form_create (info->kind);

  g_assert_cmpuint (check_rows (info, GTK_WIDGET (form)), >, 0);
}

/* A file for a kind that is said to have no form would never be seen. */
static void
test_no_others (void)
{
  for (int kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info ((RemitKind) kind);
      g_autofree char *path = g_strdup_printf ("/org/remit/Remit/inspector/%s.ui", info->name);

      g_assert_true (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL)
                     == info->has_form);
    }
}

static void
add_tests (void)
{
  for (int kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info ((RemitKind) kind)->has_form)
      {
        g_autofree char *path = g_strdup_printf ("/inspector/forms/%s",
                                                 remit_entity_info ((RemitKind) kind)->name);

        g_test_add_data_func (path, GINT_TO_POINTER (kind), test_every_kind);
      }
  g_test_add_func ("/inspector/forms/no-others", test_no_others);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
