/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days and hours of work of a workspace, and its holidays. */
#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"
#include "widgets/sections/remit-icon-button.h"
#include "widgets/sections/remit-section.h"

#define N_DAYS 7

#define REMIT_TYPE_WORK_HOURS_GROUP (remit_work_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitWorkHoursGroup, remit_work_hours_group, REMIT, WORK_HOURS_GROUP,
                      AdwPreferencesGroup)

struct _RemitWorkHoursGroup
{
  AdwPreferencesGroup parent_instance;

  RemitSectionLink link;
  gboolean showing;
  GtkToggleButton *day[N_DAYS];

  GtkWidget *zone;
  GtkEditable *from;
  GtkEditable *until;
  GtkBox *days;
  GtkEditable *holiday; /* to be added */
  GtkListBox *holidays;
};

static void remit_work_hours_group_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitWorkHoursGroup, remit_work_hours_group,
                               ADW_TYPE_PREFERENCES_GROUP,
                               REMIT_IMPLEMENT_SECTION (remit_work_hours_group_section_init))

/* ── Showing ──────────────────────────────────────────────────────────────────────────────── */

static void
show_minute (RemitWorkHoursGroup *self,
             GtkEditable *row,
             guint field)
{
  gint64 minute = remit_entity_get_integer (self->link.entity, field);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", (int) (minute / 60), (int) (minute % 60));

  gtk_editable_set_text (row, text);
}

static GtkWidget *
create_holiday (RemitEntity *holiday)
{
  GtkWidget *button = remit_icon_button_new ("list-remove-symbolic", _ ("Remove"),
                                             "hours.remove-holiday",
                                             remit_entity_get_id (holiday));
  g_autofree char *day = remit_day_display (remit_entity_get_integer (holiday,
                                                                      REMIT_HOLIDAY_DAY));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", day, "subtitle",
                                 remit_entity_get_text (holiday, REMIT_HOLIDAY_NAME), NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_holidays (RemitWorkHoursGroup *self)
{
  GListModel *all = remit_workspace_get_list (self->link.workspace, REMIT_KIND_HOLIDAY);
  guint n = g_list_model_get_n_items (all);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->holidays))) != NULL)
    gtk_list_box_remove (self->holidays, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RemitEntity) holiday = g_list_model_get_item (all, i);

      gtk_list_box_append (self->holidays, create_holiday (holiday));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->holidays), n > 0);
}

static void
update (GtkWidget *widget)
{
  RemitWorkHoursGroup *self = REMIT_WORK_HOURS_GROUP (widget);
  gint64 days;

  if (self->link.entity == NULL)
    return;
  self->showing = TRUE;
  show_minute (self, self->from, REMIT_SETTINGS_WORK_FROM);
  show_minute (self, self->until, REMIT_SETTINGS_WORK_UNTIL);
  days = remit_entity_get_integer (self->link.entity, REMIT_SETTINGS_WORK_DAYS);
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->day[i], (days >> i) & 1);
  show_holidays (self);
  self->showing = FALSE;
}

/* ── Changing ─────────────────────────────────────────────────────────────────────────────── */

/* What is shown is what is stored. */
static void
refuse (RemitWorkHoursGroup *self,
        const char *message)
{
  remit_feedback_say (GTK_WIDGET (self), message);
  update (GTK_WIDGET (self));
}

static void
on_tried (GtkWidget *widget,
          RemitWorkspace *workspace G_GNUC_UNUSED,
          gint64 done,
          gpointer data G_GNUC_UNUSED,
          const GError *error)
{
  if (done == 0)
    refuse (REMIT_WORK_HOURS_GROUP (widget), error->message);
}

static void
change (RemitWorkHoursGroup *self,
        guint field,
        gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  remit_try_change (GTK_WIDGET (self), self->link.workspace, REMIT_KIND_SETTINGS,
                    remit_entity_get_id (self->link.entity), field, text, on_tried);
}

/* Returns: the minute of the day from "9", "9:30" or "09.30"; -1 when it is none of these */
static gint64
parse_minute (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ":.", 2);
  guint64 hours;
  guint64 minutes = 0;

  if (words[0] == NULL
      || !g_ascii_string_to_unsigned (g_strstrip (words[0]), 10, 0, 24, &hours, NULL))
    return -1;
  if (words[1] != NULL
      && !g_ascii_string_to_unsigned (g_strstrip (words[1]), 10, 0, 59, &minutes, NULL))
    return -1;
  return (gint64) (hours * 60 + minutes);
}

static void
apply_minute (RemitWorkHoursGroup *self,
              GtkEditable *row,
              guint field)
{
  gint64 minute = parse_minute (gtk_editable_get_text (row));

  if (minute < 0)
    refuse (self, _ ("Enter a time, for example 09:00"));
  else
    change (self, field, minute);
}

static void
on_from (RemitWorkHoursGroup *self)
{
  apply_minute (self, self->from, REMIT_SETTINGS_WORK_FROM);
}

static void
on_until (RemitWorkHoursGroup *self)
{
  apply_minute (self, self->until, REMIT_SETTINGS_WORK_UNTIL);
}

static void
on_day (RemitWorkHoursGroup *self)
{
  gint64 days = 0;

  if (self->showing)
    return;
  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->day[i]))
      days |= (gint64) 1 << i;
  change (self, REMIT_SETTINGS_WORK_DAYS, days);
}

/* "2026-12-25 Christmas", as it is written */
static char *
dup_holiday (const RemitRecord *holiday)
{
  g_autofree char *day = remit_record_format (holiday, REMIT_HOLIDAY_DAY);
  const char *name = remit_record_get_text (holiday, REMIT_HOLIDAY_NAME);

  return *name != '\0' ? g_strdup_printf ("%s %s", day, name) : g_steal_pointer (&day);
}

/* A holiday that was not added is there again, unless another one is being written. */
static void
on_holiday_added (GtkWidget *widget,
                  RemitWorkspace *workspace,
                  gint64 id,
                  gpointer holiday,
                  const GError *error)
{
  RemitWorkHoursGroup *self = REMIT_WORK_HOURS_GROUP (widget);

  on_tried (widget, workspace, id, holiday, error);
  if (id == 0 && *gtk_editable_get_text (self->holiday) == '\0')
    {
      g_autofree char *text = dup_holiday (holiday);

      gtk_editable_set_text (self->holiday, text);
    }
}

static void
on_holiday (RemitWorkHoursGroup *self)
{
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (self->holiday), " ", 2);
  gint64 day = words[0] != NULL ? remit_day_parse (words[0]) : 0;
  g_autoptr (RemitRecord) record = NULL;

  if (day == 0)
    {
      refuse (self, _ ("Enter a date, for example 2026-12-25, and optionally a name"));
      return;
    }
  record = remit_record_new (REMIT_KIND_HOLIDAY);
  remit_record_set_integer (record, REMIT_HOLIDAY_DAY, day);
  remit_record_set_text (record, REMIT_HOLIDAY_NAME, words[1] != NULL ? words[1] : "");
  if (remit_try_create (GTK_WIDGET (self), self->link.workspace, record, on_holiday_added))
    gtk_editable_set_text (self->holiday, "");
}

static void
on_remove_holiday (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *parameter)
{
  RemitWorkHoursGroup *self = REMIT_WORK_HOURS_GROUP (widget);

  if (self->link.workspace != NULL)
    remit_try_delete (widget, self->link.workspace, REMIT_KIND_HOLIDAY,
                      g_variant_get_int64 (parameter), on_tried);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
prepare (GtkWidget *widget)
{
  RemitWorkHoursGroup *self = REMIT_WORK_HOURS_GROUP (widget);

  remit_edits_set_sensitive (self->from, self->link.workspace);
  remit_edits_set_sensitive (self->until, self->link.workspace);
  remit_edits_set_sensitive (self->days, self->link.workspace);
  remit_edits_set_sensitive (self->holiday, self->link.workspace);
  remit_editor_show_all (self->zone, self->link.workspace, self->link.plan, self->link.entity);
}

static void
remit_work_hours_group_section_init (RemitSectionInterface *iface)
{
  static const char *const edits[] = { "hours.remove-holiday", NULL };

  iface->link = G_STRUCT_OFFSET (RemitWorkHoursGroup, link);
  iface->others = REMIT_KIND_BIT (REMIT_KIND_HOLIDAY);
  iface->edits = edits;
  iface->prepare = prepare;
  iface->update = update;
}

static void
remit_work_hours_group_class_init (RemitWorkHoursGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/preferences/remit-work-hours-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, zone);
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, from);
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, until);
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, days);
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, holiday);
  gtk_widget_class_bind_template_child (widget_class, RemitWorkHoursGroup, holidays);
  gtk_widget_class_bind_template_callback (widget_class, on_from);
  gtk_widget_class_bind_template_callback (widget_class, on_until);
  gtk_widget_class_bind_template_callback (widget_class, on_holiday);
  gtk_widget_class_install_action (widget_class, "hours.remove-holiday", "x", on_remove_holiday);
}

/* In the words of the user's locale, Monday first, as the bits are. */
static GtkWidget *
create_day (RemitWorkHoursGroup *self,
            guint day)
{
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2026, 1, 5, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (monday, (int) day);
  g_autofree char *shorter = g_date_time_format (date, "%a");
  g_autofree char *full = g_date_time_format (date, "%A");
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (shorter);

  /* Seven beside each other fit a narrow window. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "narrow");
  gtk_widget_set_hexpand (button, TRUE);
  remit_icon_button_set_label (button, full);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_day), self, G_CONNECT_SWAPPED);
  return button;
}

static void
remit_work_hours_group_init (RemitWorkHoursGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkWidget *button = create_day (self, i);

      self->day[i] = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (self->days, button);
    }
}
