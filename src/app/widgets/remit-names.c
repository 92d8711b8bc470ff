/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology of what GTK 4.8 leaves without one. */
#include "remit-names.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "remit-find.h"
#include "remit-names-calendar.h"

/* So many texts are looked at. */
#define MAX_LABELS 3

/* Where a stack keeps the list of its pages. */
#define PAGES "remit-pages"

/* What a widget is called, and what else is said of it. */
#define NAME "remit-name"
#define MORE "remit-name-more"

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
set_name (gpointer accessible,
          const char *name)
{
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The letters of an avatar are a picture. */
static gboolean
is_text (GtkWidget *widget)
{
  return !GTK_IS_POPOVER (widget) && !ADW_IS_AVATAR (widget)
         && !g_str_equal (gtk_widget_get_css_name (widget), "avatar");
}

/* Collects labels in the order of the screen. Returns: how many there are now */
static guint
find_labels (GtkWidget *widget,
             GtkWidget *labels[],
             guint n)
{
  if (GTK_IS_LABEL (widget) && n < MAX_LABELS)
    labels[n++] = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < MAX_LABELS;
       child = gtk_widget_get_next_sibling (child))
    if (is_text (child))
      n = find_labels (child, labels, n);
  return n;
}

/* By what it belongs to, and by what it shows, as long as these are there. */
static void
label_by (GtkWidget *widget,
          GtkWidget *const by[],
          guint n)
{
  g_return_if_fail (n <= MAX_LABELS);

  if (n == 1)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    by[0], NULL, -1);
  else if (n == 2)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    by[0], by[1], NULL, -1);
  else if (n == 3)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    by[0], by[1], by[2], NULL, -1);
}

/* By the first text in it: of the others some have nothing to say, and GTK would call these by
 * their class. */
static void
name_by_content (GtkWidget *widget)
{
  GtkWidget *labels[MAX_LABELS];
  guint first = 0;
  guint n;

  if (has_name (widget))
    return;
  n = find_labels (widget, labels, 0);
  if (n == 0)
    return;
  while (first < n && *gtk_label_get_label (GTK_LABEL (labels[first])) == '\0')
    first++;
  label_by (widget, &labels[first < n ? first : 0], 1);
}

/* ── Buttons ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
shows_icon (GtkButton *button)
{
  return gtk_button_get_icon_name (button) != NULL || GTK_IS_IMAGE (gtk_button_get_child (button));
}

/* It is labelled by its icon, which has none; and what its tooltip says would be said twice. */
static void
name_icon_button (GtkWidget *button)
{
  const char *icon = gtk_button_get_icon_name (GTK_BUTTON (button));
  const char *tooltip = gtk_widget_get_tooltip_text (button);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* of windows of GTK's own, and of toasts */
  if (tooltip == NULL && g_strcmp0 (icon, "edit-find-symbolic") == 0)
    tooltip = _ ("Search");
  else if (tooltip == NULL && g_strcmp0 (icon, "window-close-symbolic") == 0)
    tooltip = _ ("Close");
  if (tooltip == NULL)
    return;
  if (!has_name (button))
    set_name (button, tooltip);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static char *
dup_plain (const char *label)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    if (*p != '_' || *++p == '_')
      g_string_append_c (plain, *p);
    else
      p--;
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* GTK names it by its label with the mark of the key in it, and by the label once more. */
static void
name_text_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *other = NULL;
  g_autofree char *plain = NULL;

  if (label == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (other != NULL || !gtk_button_get_use_underline (button))
    return;
  plain = dup_plain (label);
  set_name (button, plain);
}

static gboolean
name_text_button_now (GtkWidget *button,
                      GdkFrameClock *clock,
                      gpointer data)
{
  name_text_button (GTK_BUTTON (button));
  return G_SOURCE_REMOVE;
}

/* GTK names it after it has told of its label. */
static void
on_label_changed (GtkWidget *button)
{
  gtk_widget_add_tick_callback (button, name_text_button_now, NULL, NULL);
}

/* ── What has a button in it ──────────────────────────────────────────────────────────────── */

/* GTK's own class of rows, cells, and what a drop-down shows. Returns: 0 when there are none yet */
static GType
get_item_type (void)
{
  static GType type;

  if (type == 0)
    type = g_type_from_name ("GtkListItemWidget");
  return type;
}

static gboolean
is_item (GtkWidget *widget)
{
  return get_item_type () != 0 && g_type_is_a (G_OBJECT_TYPE (widget), get_item_type ());
}

/* By what it shows: what it is for is spoken of the drop-down around it. */
static void
name_by_choice (GtkWidget *button)
{
  /* what a drop-down shows without an item comes before it */
  GtkWidget *item = get_item_type () != 0 ? remit_find_widget (button, get_item_type ()) : NULL;
  GtkWidget *by[MAX_LABELS];

  label_by (button, by, MIN (find_labels (item != NULL ? item : button, by, 0), 1));
}

/* Returns: (transfer full): what was said that it is called */
static char *
dup_name (GtkWidget *widget)
{
  char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return name != NULL ? name : g_strdup ("");
}

/* What it is for and what it shows, in one: Orca says the text of a label, then the name. */
static void
name_by_shown (GtkLabel *label,
               GParamSpec *pspec,
               GtkWidget *button)
{
  GtkWidget *outer = gtk_widget_get_parent (button);
  g_autofree char *of = outer != NULL ? dup_name (outer) : NULL;
  const char *shown = gtk_label_get_text (label);
  g_autofree char *name = g_strdup_printf ("%s %s", of, shown);

  if (of != NULL)
    set_name (button, g_str_equal (of, shown) ? shown : name);
}

/* By what the whole is called, and what it shows. */
static void
name_in_outer (GtkWidget *outer,
               GtkWidget *button)
{
  GtkWidget *labels[MAX_LABELS];

  if (find_labels (button, labels, 0) == 0)
    {
      label_by (button, &outer, 1);
      return;
    }
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_handlers_disconnect_by_func (labels[0], name_by_shown, button);
  g_signal_connect_object (labels[0], "notify::label", G_CALLBACK (name_by_shown), button, 0);
  name_by_shown (GTK_LABEL (labels[0]), NULL, button);
}

/* In a row of a form, of which there are many: of which field it is. */
static void
name_by_field (AdwPreferencesRow *row,
               GParamSpec *pspec,
               GtkWidget *outer)
{
  const char *title = adw_preferences_row_get_title (row);
  const char *tooltip = gtk_widget_get_tooltip_text (outer);
  g_autofree char *name = NULL;

  if (tooltip == NULL || title == NULL || *title == '\0')
    return;
  /* Translators: the name of a field, and what a button beside it does */
  name = g_strdup_printf (_ ("%s: %s"), title, tooltip);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (outer, name);
}

/* What is in the row is often there before its title. */
static void
follow_field (GtkWidget *outer)
{
  GtkWidget *row = gtk_widget_get_ancestor (outer, ADW_TYPE_PREFERENCES_ROW);

  if (row == NULL)
    return;
  g_signal_handlers_disconnect_by_func (row, name_by_field, outer);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (name_by_field), outer, 0);
  name_by_field (ADW_PREFERENCES_ROW (row), NULL, outer);
}

static void
name_menu_button (GtkWidget *outer,
                  GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (outer);
  GtkWidget *labels[MAX_LABELS];
  guint n;

  if (!has_name (outer) && tooltip != NULL)
    set_name (outer, tooltip);
  follow_field (outer);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  /* GTK describes it by the whole, which is in its name */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  if (has_name (outer))
    {
      name_in_outer (outer, button);
      return;
    }
  n = find_labels (button, labels, 0);
  label_by (outer, labels, n);
  label_by (button, labels, n);
}

static void
name_button (GtkWidget *button)
{
  GtkWidget *outer = gtk_widget_get_parent (button);

  if (gtk_widget_get_ancestor (button, GTK_TYPE_CALENDAR) != NULL)
    return; /* named with the calendar */
  if (GTK_IS_MENU_BUTTON (outer))
    name_menu_button (outer, button);
  else if (GTK_IS_DROP_DOWN (outer))
    name_by_choice (button);
  else if (shows_icon (GTK_BUTTON (button)))
    name_icon_button (button);
  else
    {
      if (gtk_button_get_label (GTK_BUTTON (button)) == NULL)
        name_by_content (button);
      else
        name_text_button (GTK_BUTTON (button));
      g_signal_handlers_disconnect_by_func (button, on_label_changed, NULL);
      g_signal_connect (button, "notify::label", G_CALLBACK (on_label_changed), NULL);
    }
}

/* ── Rows and pages ───────────────────────────────────────────────────────────────────────── */

/* By what is in it, if that has a name of its own: its first text may be one that is not shown.
 * Orca speaks of a cell what is in it. */
static void
name_row (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    ;
  else if (child != NULL && !GTK_IS_LABEL (child) && !has_name (row) && has_name (child))
    label_by (row, &child, 1);
  else
    name_by_content (row);
  if (child != NULL && !GTK_IS_LABEL (child))
    name_by_content (child);
}

/* The list in a table is the table, for those who hear it; that of a drop-down what it is for. */
static void
name_list_view (GtkWidget *list)
{
  GtkWidget *table = gtk_widget_get_ancestor (list, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *outer = gtk_widget_get_ancestor (list, GTK_TYPE_DROP_DOWN);

  if (table != NULL && gtk_widget_get_parent (list) == table)
    label_by (list, &table, 1);
  else if (outer != NULL && has_name (outer))
    label_by (list, &outer, 1);
}

static void
on_title_changed (AdwPreferencesRow *row,
                  GParamSpec *pspec,
                  GtkWidget *widget)
{
  set_name (widget, adw_preferences_row_get_title (row));
}

/* By its title: it is labelled by the row, which is labelled by the title, and GTK does not follow
 * that; or it is a row without any. */
static gboolean
name_in_row (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (row == NULL)
    return FALSE;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  on_title_changed (ADW_PREFERENCES_ROW (row), NULL, widget);
  g_signal_handlers_disconnect_by_func (row, on_title_changed, widget);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (on_title_changed), widget, 0);
  return TRUE;
}

/* libadwaita 1.2 leaves it out, so that nobody would hear which field the keyboard is in. */
static void
name_text (GtkWidget *text)
{
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  name_in_row (text);
}

/* Rows of actions and entries are named by libadwaita; others have a title, or texts. */
static void
name_preferences_row (GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (title != NULL && *title != '\0')
    name_in_row (row);
  else
    name_by_content (row);
}

/* Returns: what a list is called whose group has no title: what the dialog is about */
static const char *
get_subject (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);

  if (!GTK_IS_WINDOW (root) || gtk_window_get_transient_for (GTK_WINDOW (root)) == NULL)
    return _ ("Details");
  return gtk_window_get_title (GTK_WINDOW (root));
}

static void
name_by_message (AdwStatusPage *page,
                 GParamSpec *pspec,
                 GtkWidget *scroller)
{
  const char *title = adw_status_page_get_title (page);
  const char *description = adw_status_page_get_description (page);
  g_autofree char *both = NULL;

  if (description != NULL && *description != '\0')
    both = g_strdup_printf (_ ("%s. %s"), title, description);
  set_name (scroller, both != NULL ? both : title);
}

/* What scrolls an empty page has the keyboard where there is no button. */
static void
name_message (GtkWidget *scroller)
{
  GtkWidget *page = gtk_widget_get_ancestor (scroller, ADW_TYPE_STATUS_PAGE);

  if (page == NULL || gtk_widget_get_parent (scroller) != page)
    return;
  g_signal_handlers_disconnect_by_func (page, name_by_message, scroller);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (name_by_message), scroller, 0);
  g_signal_connect_object (page, "notify::description", G_CALLBACK (name_by_message), scroller,
                           0);
  name_by_message (ADW_STATUS_PAGE (page), NULL, scroller);
}

static void
name_list_box (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  const char *title =
    group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;

  if (has_name (list) || name_in_row (list))
    return;
  if (title == NULL || *title == '\0')
    title = get_subject (list);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_name (list, title != NULL ? title : _ ("Details"));
}

/* By its title, and what is chosen, which is a list of one, made when it is laid out. */
static gboolean
name_choice (GtkWidget *row,
             GdkFrameClock *clock,
             gpointer data)
{
  GtkWidget *list = remit_find_widget (row, GTK_TYPE_LIST_VIEW);
  GtkWidget *by[MAX_LABELS];
  guint n = MIN (find_labels (row, by, 0), 1);

  if (list != NULL && n > 0)
    n = MIN (find_labels (list, by, n), 2);
  label_by (row, by, n);
  return G_SOURCE_REMOVE;
}

static void
on_choice (GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, name_choice, NULL, NULL);
}

static void
name_combo_row (GtkWidget *row)
{
  GtkWidget *list = remit_find_widget (row, GTK_TYPE_LIST_VIEW);

  if (list != NULL)
    name_in_row (list);
  g_signal_handlers_disconnect_by_func (row, on_choice, NULL);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (on_choice), NULL);
  on_choice (row);
}

/* A page is spoken as what is around its content. */
static void
name_pages (GListModel *pages,
            guint first,
            guint n_removed,
            guint n_added,
            gpointer data)
{
  for (guint i = first; i < first + n_added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (pages, i);
      GtkStackPage *page = GTK_STACK_PAGE (item);
      const char *title = gtk_stack_page_get_title (page);

      set_name (page, title != NULL ? title : "");
    }
}

static void
name_stack (GtkStack *stack)
{
  GListModel *list;

  if (g_object_get_data (G_OBJECT (stack), PAGES) != NULL)
    return;
  list = G_LIST_MODEL (gtk_stack_get_pages (stack));
  name_pages (list, 0, 0, g_list_model_get_n_items (list), NULL);
  /* the list is the stack's as long as somebody holds it */
  g_signal_connect (list, "items-changed", G_CALLBACK (name_pages), NULL);
  g_object_set_data_full (G_OBJECT (stack), PAGES, list, g_object_unref);
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static gboolean
on_realized (GSignalInvocationHint *hint,
             guint n_values,
             const GValue *values,
             gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (GTK_IS_STACK (widget))
    name_stack (GTK_STACK (widget));
  else if (is_item (widget)
           || (GTK_IS_LIST_BOX_ROW (widget) && !ADW_IS_PREFERENCES_ROW (widget)))
    name_row (widget);
  else if (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL)
    name_text (widget);
  else if (GTK_IS_CALENDAR (widget))
    {
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      remit_names_calendar (GTK_CALENDAR (widget));
    }
  else if (GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SWITCH (widget))
    name_in_row (widget);
  else if (ADW_IS_COMBO_ROW (widget))
    name_combo_row (widget);
  else if (ADW_IS_PREFERENCES_ROW (widget) && !ADW_IS_ACTION_ROW (widget)
           && !ADW_IS_ENTRY_ROW (widget))
    name_preferences_row (widget);
  else if (GTK_IS_LIST_VIEW (widget))
    name_list_view (widget);
  else if (GTK_IS_LIST_BOX (widget))
    name_list_box (widget);
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    name_message (widget);
  else if (GTK_IS_FLOW_BOX_CHILD (widget) && gtk_widget_get_focusable (widget))
    name_by_content (widget);
  return TRUE;
}

void
remit_names_install (void)
{
  static gsize installed;

  /* nobody listens, and there is nothing to name */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "none") == 0 || !g_once_init_enter (&installed))
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realized, NULL,
                              NULL);
  g_once_init_leave (&installed, 1);
}

static void
show_name (GtkWidget *widget)
{
  const char *name = g_object_get_data (G_OBJECT (widget), NAME);
  const char *more = g_object_get_data (G_OBJECT (widget), MORE);
  g_autofree char *both = NULL;

  if (name != NULL && more != NULL)
    /* Translators: between what something is called, and what else is said of it */
    both = g_strdup_printf (_ ("%s. %s"), name, more);
  set_name (widget, both != NULL ? both : name != NULL ? name : "");
}

void
remit_names_set (GtkWidget *widget,
                 const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  g_object_set_data_full (G_OBJECT (widget), NAME, g_strdup (name), g_free);
  show_name (widget);
}

void
remit_names_add (GtkWidget *widget,
                 const char *more)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), MORE, g_strdup (more), g_free);
  show_name (widget);
}

void
remit_names_set_row (GtkWidget *content,
                     const char *name,
                     const char *more)
{
  GtkWidget *widgets[] = { gtk_widget_get_parent (content), content };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (widgets[i] != NULL)
      {
        remit_names_set (widgets[i], name);
        remit_names_add (widgets[i], more);
      }
}
