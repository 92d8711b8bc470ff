/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The welcome page, shown without a plan: ways to create one. */
#include "remit-welcome.h"

#include <glib/gi18n.h>

#include "plans/remit-template-loader.h"

/* So many templates are shown; there is a list of all. */
#define N_CARDS 5

struct _RemitWelcome
{
  RemitView parent_instance;

  RemitWorker *worker;

  GtkWidget *templates;
  GtkFlowBox *cards;
  GtkWidget *all;
  AdwActionRow *import_row;
};

G_DEFINE_FINAL_TYPE (RemitWelcome, remit_welcome, REMIT_TYPE_VIEW)

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_card (const RemitTemplate *template)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), create_label (template->name, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (template->purpose, "body"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "remit-template-card");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-plan-from-template");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", template->id);
  return button;
}

static void
on_templates_loaded (GObject *source,
                     GAsyncResult *result,
                     gpointer data)
{
  RemitWelcome *self = data;
  g_autoptr (GPtrArray) templates = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  for (guint i = 0; i < MIN (templates->len, N_CARDS); i++)
    {
      gtk_flow_box_append (self->cards, create_card (g_ptr_array_index (templates, i)));
      /* the card takes the focus, not the place that it is in */
      gtk_widget_set_focusable (
        GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cards, (int) i)), FALSE);
    }
  gtk_widget_set_visible (self->templates, templates->len > 0);
  gtk_widget_set_visible (self->all, templates->len > N_CARDS);
}

/* People that were imported already should be seen to be there. */
static void
remit_welcome_update (RemitView *view)
{
  RemitWorkspace *workspace = remit_view_get_workspace (view);
  guint n = workspace != NULL
              ? g_list_model_get_n_items (remit_workspace_get_list (workspace, REMIT_KIND_PERSON))
              : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("This workspace already has %'u person",
                                      "This workspace already has %'u people", n), n);
  else
    text = g_strdup (_ ("People or slots from a spreadsheet or CSV file, or a plan from XML. You "
                        "can also drop a file on this window."));
  adw_action_row_set_subtitle (REMIT_WELCOME (view)->import_row, text);
}

static void
remit_welcome_dispose (GObject *object)
{
  g_clear_object (&REMIT_WELCOME (object)->worker);

  G_OBJECT_CLASS (remit_welcome_parent_class)->dispose (object);
}

static void
remit_welcome_class_init (RemitWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_welcome_dispose;
  REMIT_VIEW_CLASS (klass)->update = remit_welcome_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/welcome/remit-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, templates);
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, cards);
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, all);
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, import_row);
}

static void
remit_welcome_init (RemitWelcome *self)
{
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_template_loader_run (self->worker, on_templates_loaded, self);
}
