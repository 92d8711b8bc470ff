/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there before there is a plan: the ways to get one. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-welcome.h"

#include <glib/gi18n.h>

#include "plans/remit-template-loader.h"

struct _RemitWelcome
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  GListModel *people;
  RemitWorker *worker;

  GtkWidget *templates;
  GtkFlowBox *cards;
  AdwActionRow *import_row;
};

G_DEFINE_FINAL_TYPE (RemitWelcome, remit_welcome, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

  for (guint i = 0; i < templates->len; i++)
    {
      gtk_flow_box_append (self->cards, create_card (g_ptr_array_index (templates, i)));
      /* the card takes the focus, not the place that it is in */
      gtk_widget_set_focusable (
        GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cards, (int) i)), FALSE);
    }
  gtk_widget_set_visible (self->templates, templates->len > 0);
}

/* People that were imported already should be seen to be there. */
static void
on_people_changed (RemitWelcome *self)
{
  guint n = self->people != NULL ? g_list_model_get_n_items (self->people) : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%'u person is in this workspace already",
                                      "%'u people are in this workspace already", n), n);
  else
    text = g_strdup (_ ("People or seats from a CSV file, or a plan from XML. "
                        "You can also drop a file on this window."));
  adw_action_row_set_subtitle (self->import_row, text);
}

static void
take_people (RemitWelcome *self)
{
  if (self->people != NULL)
    g_signal_handlers_disconnect_by_func (self->people, on_people_changed, self);
  g_clear_object (&self->people);

  if (self->workspace != NULL)
    self->people = g_object_ref (remit_workspace_get_list (self->workspace, REMIT_KIND_PERSON));
  if (self->people != NULL)
    g_signal_connect_object (self->people, "items-changed", G_CALLBACK (on_people_changed), self,
                             G_CONNECT_SWAPPED);
  on_people_changed (self);
}

static void
remit_welcome_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  RemitWelcome *self = REMIT_WELCOME (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_welcome_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  RemitWelcome *self = REMIT_WELCOME (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        take_people (self);
      break;
    case PROP_PLAN:
      self->plan = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_welcome_dispose (GObject *object)
{
  RemitWelcome *self = REMIT_WELCOME (object);

  remit_worker_stop (self->worker);
  g_clear_object (&self->people);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_welcome_parent_class)->dispose (object);
}

static void
remit_welcome_finalize (GObject *object)
{
  g_clear_object (&REMIT_WELCOME (object)->worker);

  G_OBJECT_CLASS (remit_welcome_parent_class)->finalize (object);
}

static void
remit_welcome_class_init (RemitWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_welcome_get_property;
  object_class->set_property = remit_welcome_set_property;
  object_class->dispose = remit_welcome_dispose;
  object_class->finalize = remit_welcome_finalize;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/welcome/remit-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, templates);
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, cards);
  gtk_widget_class_bind_template_child (widget_class, RemitWelcome, import_row);
}

static void
remit_welcome_init (RemitWelcome *self)
{
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_template_loader_run (self->worker, on_templates_loaded, self);
}
