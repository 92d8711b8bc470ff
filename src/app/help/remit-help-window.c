/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the pages of the help where the desktop has no help browser. */
#include "remit-help-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-help-files.h"
#include "remit-help-page.h"

#define CONTENTS "index"

/* Pixels by which lists are indented. */
#define INDENT 24

/* Pixels that pictures are wide, where there is room. */
#define PICTURE_WIDTH 600

struct _RemitHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *visited; /* names of pages; the last one is shown */
  GHashTable *pages;  /* all of them by name, for contents and titles */

  AdwWindowTitle *title;
  GtkScrolledWindow *scroller;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (RemitHelpWindow, remit_help_window, ADW_TYPE_WINDOW)

/* ── Pages ────────────────────────────────────────────────────────────────────────────────── */

/* Without what comes after a "#", which is a section. */
static char *
dup_page_name (const char *goal)
{
  return g_strndup (goal, strcspn (goal, "#"));
}

static char *
dup_title (const char *goal,
           gpointer self)
{
  g_autofree char *name = dup_page_name (goal);
  RemitHelpPage *page = g_hash_table_lookup (REMIT_HELP_WINDOW (self)->pages, name);

  return page != NULL ? g_strdup (page->title) : NULL;
}

/* Returns: (transfer full) (nullable): the page, read anew when all titles are known */
static RemitHelpPage *
read_page (RemitHelpWindow *self,
           const char *name,
           GError **error)
{
  g_autofree char *file = g_strconcat (name, ".page", NULL);
  g_autofree char *path = remit_help_files_dup_path (file);

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("The help has no page “%s”. Reinstall Remit to restore the help."), name);
      return NULL;
    }
  return remit_help_page_read (path, dup_title, self, error);
}

static void
read_pages (RemitHelpWindow *self)
{
  g_auto (GStrv) names = remit_help_files_list_pages ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      RemitHelpPage *page = read_page (self, names[i], NULL);

      if (page != NULL)
        g_hash_table_insert (self->pages, g_strdup (names[i]), page);
    }
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

static void show_page (RemitHelpWindow *self);

static void
visit (RemitHelpWindow *self,
       const char *goal)
{
  g_ptr_array_add (self->visited, dup_page_name (goal));
  show_page (self);
}

/* Links to the Internet are left to the desktop. */
static gboolean
on_link (RemitHelpWindow *self,
         const char *goal)
{
  if (strstr (goal, "://") != NULL)
    return FALSE;
  visit (self, goal);
  return TRUE;
}

static GtkWidget *
create_label (RemitHelpWindow *self,
              const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link), self, G_CONNECT_SWAPPED);
  return label;
}

static GtkWidget *
create_code (const RemitHelpBlock *block)
{
  GtkWidget *label = gtk_label_new (block->text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "remit-help-block");
  return label;
}

/* A picture would be as low as it can be: it is given the height that it has at its usual width. */
static GtkWidget *
create_picture (const RemitHelpBlock *block)
{
  g_autofree char *path = remit_help_files_dup_path (block->text);
  GtkWidget *picture = gtk_picture_new_for_filename (path);
  GdkPaintable *paintable = gtk_picture_get_paintable (GTK_PICTURE (picture));
  double ratio = paintable != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (paintable) : 0;

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->description);
  if (ratio > 0)
    {
      int width = MIN (gdk_paintable_get_intrinsic_width (paintable), PICTURE_WIDTH);

      gtk_widget_set_size_request (picture, -1, (int) (width / ratio));
    }
  return picture;
}

static GtkWidget *
create_note (RemitHelpWindow *self,
             const RemitHelpBlock *block)
{
  GtkWidget *label = create_label (self, block->text);

  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "remit-help-block");
  return label;
}

static GtkWidget *
create_heading (RemitHelpWindow *self,
                const RemitHelpBlock *block)
{
  GtkWidget *label = create_label (self, block->text);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_set_margin_top (label, 12);
  return label;
}

static GtkWidget *
create_block (RemitHelpWindow *self,
              const RemitHelpBlock *block)
{
  switch (block->kind)
    {
    case REMIT_HELP_HEADING:
      return create_heading (self, block);
    case REMIT_HELP_NOTE:
      return create_note (self, block);
    case REMIT_HELP_CODE:
      return create_code (block);
    case REMIT_HELP_PICTURE:
      return create_picture (block);
    case REMIT_HELP_PARAGRAPH:
    default:
      return create_label (self, block->text);
    }
}

/* With its number or dot before it, and indented like the other paragraphs of its list. */
static void
add_block (RemitHelpWindow *self,
           const RemitHelpBlock *block)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint depth = block->marker != NULL ? block->depth - 1 : block->depth;

  gtk_widget_set_margin_start (row, (int) depth * INDENT);
  if (block->marker != NULL)
    {
      GtkWidget *marker = gtk_label_new (block->marker);

      gtk_widget_set_size_request (marker, INDENT, -1);
      gtk_widget_set_valign (marker, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (marker), 0);
      gtk_box_append (GTK_BOX (row), marker);
    }
  gtk_box_append (GTK_BOX (row), create_block (self, block));
  gtk_box_append (self->content, row);
}

static void
add_link (RemitHelpWindow *self,
          const char *name,
          const RemitHelpPage *page)
{
  g_autofree char *markup =
    page->description != NULL
      ? g_strdup_printf ("<a href=\"%s\">%s</a> – %s", name, page->title, page->description)
      : g_strdup_printf ("<a href=\"%s\">%s</a>", name, page->title);

  gtk_box_append (self->content, create_label (self, markup));
}

/* Those that stand in a section of the page that is shown, or, without one, in the page. */
static void
add_topics (RemitHelpWindow *self,
            const char *section)
{
  const char *shown = remit_help_window_get_page (self);
  g_autofree char *place = section != NULL ? g_strconcat (shown, "#", section, NULL)
                                           : g_strdup (shown);
  g_auto (GStrv) names = remit_help_files_list_pages ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const RemitHelpPage *page = g_hash_table_lookup (self->pages, names[i]);

      if (page != NULL && g_strcmp0 (page->guide, place) == 0)
        add_link (self, names[i], page);
    }
}

static void
add_see_also (RemitHelpWindow *self,
              const RemitHelpPage *page)
{
  RemitHelpBlock heading = { REMIT_HELP_HEADING, .text = _ ("See Also") };

  if (page->see_also->len == 0)
    return;
  add_block (self, &heading);
  for (guint i = 0; i < page->see_also->len; i++)
    {
      const RemitHelpPage *other = g_hash_table_lookup (self->pages, page->see_also->pdata[i]);

      if (other != NULL)
        add_link (self, page->see_also->pdata[i], other);
    }
}

static void
add_page (RemitHelpWindow *self,
          const RemitHelpPage *page)
{
  const char *section = NULL;
  guint n_sections = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const RemitHelpBlock *block = page->blocks->pdata[i];

      if (block->kind == REMIT_HELP_HEADING)
        {
          add_topics (self, section);
          section = page->sections->pdata[n_sections++];
        }
      add_block (self, block);
    }
  add_topics (self, section);
  add_see_also (self, page);
}

static void
clear (RemitHelpWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_page (RemitHelpWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitHelpPage) page = read_page (self, remit_help_window_get_page (self), &error);

  clear (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->visited->len > 1);
  adw_window_title_set_subtitle (self->title, page != NULL ? page->title : NULL);
  if (page != NULL)
    add_page (self, page);
  else
    {
      GtkWidget *label = create_label (self, "");

      gtk_label_set_text (GTK_LABEL (label), error->message);
      gtk_box_append (self->content, label);
    }
}

/* ── The window ───────────────────────────────────────────────────────────────────────────── */

static void
on_back (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  RemitHelpWindow *self = REMIT_HELP_WINDOW (widget);

  g_ptr_array_remove_index (self->visited, self->visited->len - 1);
  show_page (self);
}

static void
on_contents (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  RemitHelpWindow *self = REMIT_HELP_WINDOW (widget);

  if (strcmp (remit_help_window_get_page (self), CONTENTS) != 0)
    visit (self, CONTENTS);
}

static void
remit_help_window_finalize (GObject *object)
{
  RemitHelpWindow *self = REMIT_HELP_WINDOW (object);

  g_ptr_array_unref (self->visited);
  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (remit_help_window_parent_class)->finalize (object);
}

static void
remit_help_window_class_init (RemitHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_help_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/help/remit-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, RemitHelpWindow, content);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, on_contents);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "help.contents",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_help_window_init (RemitHelpWindow *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) remit_help_page_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_group_add_window (group, GTK_WINDOW (self)); /* which keeps it */
  read_pages (self);
}

static RemitHelpWindow *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (REMIT_IS_HELP_WINDOW (l->data))
      return l->data;
  return NULL;
}

void
remit_help_window_present (GtkApplication *application,
                           const char *page)
{
  RemitHelpWindow *self;

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (page != NULL);

  self = find_window (application);
  if (self == NULL)
    self = g_object_new (REMIT_TYPE_HELP_WINDOW, "application", application, NULL);
  if (self->visited->len == 0 || strcmp (remit_help_window_get_page (self), page) != 0)
    visit (self, page);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

const char *
remit_help_window_get_page (RemitHelpWindow *self)
{
  g_return_val_if_fail (REMIT_IS_HELP_WINDOW (self), NULL);
  g_return_val_if_fail (self->visited->len > 0, NULL);

  return self->visited->pdata[self->visited->len - 1];
}
