/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes pictures of every view: light and dark, wide and narrow, left to right and right to left.
 *
 * As a test it says for each of them whether the window can be that narrow. */
#include <glib/gstdio.h>

#include "application/remit-application.h"
#include "board/pool/remit-pool.h"
#include "board/remit-board.h"
#include "conflicts/page/remit-conflict-page.h"
#include "decisions/page/remit-decision-page.h"
#include "decisions/remit-decisions-view.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-import-dialog.h"
#include "findings/remit-waive-dialog.h"
#include "model/remit-data.h"
#include "model/remit-locale.h"
#include "model/remit-percent.h"
#include "plan/conflict/remit-settle.h"
#include "widgets/merge/remit-merge-dialog.h"
#include "widgets/remit-find.h"
#include "widgets/remit-menu.h"
#include "window/remit-views.h"
#include "window/remit-window.h"

#include "remit-shot-contrast.h"
#include "remit-shot-layout.h"
#include "remit-shot-popovers.h"

/* Milliseconds for animations and lists to come to rest. */
#define REST 400

/* What a telephone has, and half of a small screen. */
#define NARROW 360
#define WIDE 1280

#define N_QUICK 3

/* Screens of 2 pixels a point, so that strokes of letters are drawn in their full colour. */
#define LARGEST 2

/* As many buttons in the title bar as there can be. */
#define BUTTONS "appmenu:minimize,maximize,close"

typedef struct {
  const char *name;
  /* what is done in the window, for a picture of what is then in front */
  const char *action;
  const char *parameter;
  /* GTK's window of shortcuts has a width of its own */
  gboolean wide_only;
} Shot;

static const Shot shots[] = {
  { "preferences", "win.preferences", NULL },
  { "templates", "win.new-plan-from-template", "''" },
  { "shortcuts", "win.shortcuts", NULL, TRUE },
};

typedef struct {
  const char *name;
  AdwColorScheme scheme;
  GtkTextDirection direction;
  int width;
  int height;
  const char *font; /* nullable: the usual one */
  double scale;     /* of the text; 0 for 1 */
} Look;

/* The first N_QUICK are enough to see whether all is well. */
static const Look looks[] = {
  { "light-narrow-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, NARROW, 720 },
  { "dark-wide-rtl", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_RTL, WIDE, 800 },
  { "light-large-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 720, 900, "DejaVu Sans 11",
    1.5 },
  { "light-wide-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, WIDE, 800 },
  { "dark-wide-ltr", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, WIDE, 800 },
  { "light-wide-rtl", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, WIDE, 800 },
  { "dark-narrow-ltr", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, NARROW, 720 },
  { "light-narrow-rtl", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, NARROW, 720 },
  { "dark-narrow-rtl", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_RTL, NARROW, 720 },
  { "light-dejavu-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, WIDE, 800,
    "DejaVu Sans 11" },
  { "light-noto-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, WIDE, 800, "Noto Sans 11" },
  { "dark-noto-large-ltr", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, WIDE, 900,
    "Noto Sans 11", 1.5 },
  { "light-noto-largest-ltr", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, WIDE, 900,
    "Noto Sans 11", 2 },
  { "light-dejavu-largest-rtl", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, WIDE, 900,
    "DejaVu Sans 11", 2 },
};

/* For contrasts; with the environment's ADW_DEBUG_HIGH_CONTRAST=1 those of high contrast. */
static const Look contrast_looks[] = {
  { "light-contrast", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, WIDE, 900, "DejaVu Sans 11",
    LARGEST },
  { "dark-contrast", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, WIDE, 900, "DejaVu Sans 11",
    LARGEST },
};

static const char *folder;
static int n_shots;
static gboolean checks_contrast;

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean over = FALSE;

  g_timeout_add (REST, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full) (nullable): as it was last drawn; %NULL before that */
static GskRenderNode *
draw (GtkNative *window,
      int *width,
      int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  *width = gdk_paintable_get_intrinsic_width (paintable);
  *height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Returns: whether all in it has room, and stands out from its ground if that is asked for */
static gboolean
save (GtkNative *window,
      const char *path)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char *name = g_path_get_basename (path);
  guint n_faults;
  int width, height;

  while ((node = draw (window, &width, &height)) == NULL)
    rest ();
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (window), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
  n_faults = remit_shot_check_layout (GTK_WIDGET (window), name);
  if (checks_contrast)
    n_faults += remit_shot_check_contrast (GTK_WIDGET (window), texture, name);
  return n_faults == 0;
}

/* Returns: the window in front: a dialog, if there is one */
static GtkWindow *
get_front (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);

      if (other != window && gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }
  return window;
}

typedef struct {
  const Look *look;
  gboolean is_clear;
} Popovers;

static void
look_at_popover (GtkNative *popover,
                 const char *name,
                 gpointer data)
{
  Popovers *self = data;
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", folder, name, self->look->name);

  if (!save (popover, path))
    self->is_clear = FALSE;
}

/* Returns: whether all is well in those that were in no picture of the look yet */
static gboolean
look_at_popovers (GtkWindow *window,
                  const Look *look)
{
  static GHashTable *seen;
  static const Look *last;
  Popovers popovers = { look, TRUE };

  if (last != look)
    {
      g_clear_pointer (&seen, g_hash_table_unref);
      seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      last = look;
    }
  remit_shot_open_popovers (window, seen, look_at_popover, &popovers);
  return popovers.is_clear;
}

static void
take (GtkWindow *window,
      const Look *look,
      const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", folder, name, look->name);
  gboolean is_clear;
  GtkWindow *front;
  int width;

  rest ();
  front = get_front (window);
  if (front != window && look->width == NARROW)
    {
      gtk_window_set_default_size (front, look->width, look->height);
      rest ();
    }
  is_clear = save (GTK_NATIVE (front), path);
  if (checks_contrast && !look_at_popovers (front, look))
    is_clear = FALSE;
  /* Its content: without a compositor the window has a frame of its own around it. */
  gtk_widget_measure (gtk_window_get_child (front), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_print ("%sok %d - %s-%s\n", width > look->width || !is_clear ? "not " : "", ++n_shots, name,
           look->name);
  if (width > look->width)
    g_printerr ("%s-%s cannot be less than %d pixels wide\n", name, look->name, width);
  if (front != window)
    gtk_window_destroy (front);
}

static void
take_inspector (RemitWindow *window,
                const Look *look,
                const char *name,
                RemitKind kind)
{
  GListModel *list = remit_workspace_get_list (remit_window_get_workspace (window), kind);
  g_autoptr (RemitEntity) entity = g_list_model_get_item (list, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "board");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspect", "(ix)", (int) kind,
                              remit_entity_get_id (entity));
  take (GTK_WINDOW (window), look, name);
}

/* What is taken from the library, what was decided, and what is accepted. */
static void
take_decisions (RemitWindow *window,
                const Look *look)
{
  GtkWidget *root = GTK_WIDGET (window);
  g_autoptr (RemitChecker) checker = NULL;
  g_autoptr (RemitFinding) finding = NULL;

  gtk_widget_activate_action (root, "win.show-view", "s", "decisions");
  gtk_widget_activate_action (remit_find_widget (root, REMIT_TYPE_DECISIONS_VIEW),
                              "view.take-decisions", NULL);
  take (GTK_WINDOW (window), look, "decision-library");
  take_inspector (window, look, "decision", REMIT_KIND_DECISION);
  gtk_widget_activate_action (remit_find_widget (root, REMIT_TYPE_DECISION_LOG), "log.record", "s",
                              "outcome");
  take (GTK_WINDOW (window), look, "record");
  g_object_get (window, "checker", &checker, NULL);
  finding = g_list_model_get_item (G_LIST_MODEL (checker), 0);
  remit_waive_dialog_present (root, remit_window_get_workspace (window),
                              remit_window_get_plan (window), &finding, 1);
  take (GTK_WINDOW (window), look, "waive");
}

/* Two people who are taken for one. */
static void
take_merge (RemitWindow *window,
            const Look *look)
{
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);
  g_autoptr (RemitEntity) keep = g_list_model_get_item (people, 0);
  g_autoptr (RemitEntity) other = g_list_model_get_item (people, 1);

  remit_merge_dialog_present (GTK_WIDGET (window), workspace, REMIT_KIND_PERSON,
                              remit_entity_get_id (keep), remit_entity_get_id (other));
  take (GTK_WINDOW (window), look, "merge");
}

static RemitRecord *
create_party (RemitWorkspace *workspace,
              guint number,
              const char *position,
              const char *interest)
{
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);
  g_autoptr (RemitEntity) person = g_list_model_get_item (people, number);
  RemitRecord *party = remit_record_new (REMIT_KIND_PARTY);

  remit_record_set_integer (party, REMIT_PARTY_PERSON, remit_entity_get_id (person));
  remit_record_set_text (party, REMIT_PARTY_POSITION, position);
  remit_record_set_text (party, REMIT_PARTY_INTEREST, interest);
  return party;
}

static void
tell_story (RemitWorkspace *workspace,
            gint64 conflict)
{
  g_autoptr (GError) error = NULL;

  if (!remit_settle_step (workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                          "We looked at 200 of them by hand: 60 show a face.", &error)
      || !remit_settle_step (workspace, conflict, REMIT_CONFLICT_EVENT_MEDIATION, 0, 0,
                             "Both meet on Friday.", &error)
      || !remit_settle_step (workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0,
                             "No agreement on Friday.", &error))
    g_error ("%s", error->message);
}

static gint64
raise_conflict (RemitWindow *window)
{
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  g_autoptr (GListModel) teams = g_object_ref (
    remit_workspace_get_list (workspace, REMIT_KIND_TEAM));
  g_autoptr (RemitEntity) team = g_list_model_get_item (teams, 0);
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  parties = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  g_ptr_array_add (parties, create_party (workspace, 3, "Delete them: nobody agreed to be in them",
                                          "No complaint to the authority"));
  g_ptr_array_add (parties, create_party (workspace, 7, "Keep them: they show how the masts are "
                                                        "climbed",
                                          "No mast is inspected twice"));
  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, remit_window_get_plan (window));
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, remit_entity_get_id (team));
  remit_record_set_integer (conflict, REMIT_CONFLICT_SEVERITY, 3);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE,
                         "Photographs with people in them: keep or delete?");
  id = remit_settle_raise (workspace, conflict, NULL, parties, &error);
  if (id == 0)
    g_error ("%s", error->message);
  tell_story (workspace, id);
  return id;
}

/* The menu of a card, over it. */
static void
take_menu (RemitWindow *window,
           const Look *look)
{
  g_autoptr (GMenuModel) model = remit_menu_load ("board-slot");
  GtkWidget *board = remit_find_widget (GTK_WIDGET (window), REMIT_TYPE_BOARD);
  GtkWidget *menu = remit_menu_popup (board, model, &(GdkRectangle){ 40, 200, 1, 1 });
  g_autofree char *path = g_strdup_printf ("%s/menu-%s.png", folder, look->name);

  rest ();
  g_print ("%sok %d - menu-%s\n", save (GTK_NATIVE (menu), path) ? "" : "not ", ++n_shots,
           look->name);
  gtk_popover_popdown (GTK_POPOVER (menu));
  rest ();
}

static void
take_views (RemitWindow *window,
            const Look *look)
{
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", info->name);
      take (GTK_WINDOW (window), look, info->name);
    }
}

/* The first person of the plan is carried by keyboard, and others could take the slots. */
static void
take_carrying (RemitWindow *window,
               const Look *look)
{
  GtkWidget *root = GTK_WIDGET (window);
  GListModel *people = remit_workspace_get_list (remit_window_get_workspace (window),
                                                 REMIT_KIND_PERSON);
  g_autoptr (RemitEntity) person = g_list_model_get_item (people, 0);
  g_autoptr (RemitDrag) drag = NULL;
  RemitBoard *board;

  gtk_widget_activate_action (root, "win.show-view", "s", "board");
  rest ();
  board = REMIT_BOARD (remit_find_widget (root, REMIT_TYPE_BOARD));
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, remit_entity_get_text (person, REMIT_PERSON_NAME));
  remit_drag_add (drag, remit_entity_get_id (person), 0);
  remit_board_carry (board, drag, NULL);
  take (GTK_WINDOW (window), look, "carrying");
  remit_board_put_back (board);
  if (checks_contrast)
    take_menu (window, look);
}

/* Returns: the first slot of the plan that nobody is in */
static gint64
find_vacancy (RemitWorkspace *workspace)
{
  GListModel *slots = remit_workspace_get_list (workspace, REMIT_KIND_SLOT);

  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (RemitEntity) slot = g_list_model_get_item (slots, i);
      gint64 id = remit_entity_get_id (slot);

      if (remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                                         id)->len == 0)
        return id;
    }
  return 0;
}

/* Those who fit a slot that is vacant, below the filters. */
static void
take_candidates (RemitWindow *window,
                 const Look *look)
{
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *pool, *filter;

  gtk_widget_activate_action (root, "win.show-view", "s", "board");
  rest ();
  g_signal_emit_by_name (remit_find_widget (root, REMIT_TYPE_BOARD), "find-candidates",
                         find_vacancy (remit_window_get_workspace (window)));
  rest ();
  pool = remit_find_widget (root, REMIT_TYPE_POOL);
  take (GTK_WINDOW (window), look, "candidates");
  filter = remit_find_widget (pool, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter), TRUE);
  take (GTK_WINDOW (window), look, "pool-filters");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter), FALSE);
  gtk_widget_activate_action (pool, "pool.show-all", NULL);
}

static void
take_conflicts (RemitWindow *window,
                const Look *look,
                gint64 conflict)
{
  GtkWidget *root = GTK_WIDGET (window);

  gtk_widget_activate_action (root, "win.show-view", "s", "conflicts");
  gtk_widget_activate_action (root, "win.inspect", "(ix)", (int) REMIT_KIND_CONFLICT, conflict);
  take (GTK_WINDOW (window), look, "conflict");
  gtk_widget_activate_action (remit_find_widget (root, REMIT_TYPE_CONFLICT_HEAD),
                              "conflict.resolve", NULL);
  take (GTK_WINDOW (window), look, "resolve");
  take_inspector (window, look, "ladder", REMIT_KIND_LADDER);
  gtk_widget_activate_action (root, "win.raise-conflict", "(ix)", (int) REMIT_KIND_NONE,
                              (gint64) 0);
  take (GTK_WINDOW (window), look, "raise");
}

/* A file's columns, and then what its import would do. */
static void
take_import (RemitWindow *window,
             const Look *look,
             const char *table)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-file", "s", table);
  take (GTK_WINDOW (window), look, "import-columns");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.import-file", "s", table);
  rest ();
  dialog = get_front (GTK_WINDOW (window));
  remit_import_dialog_go_on (REMIT_IMPORT_DIALOG (dialog));
  take (GTK_WINDOW (window), look, "import-preview");
}

static void
set_text (const Look *look)
{
  double scale = look->scale > 0 ? look->scale : 1;

  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", BUTTONS, "gtk-font-name",
                look->font != NULL ? look->font : "Cantarell 11", "gtk-xft-dpi",
                (int) (96 * 1024 * scale), "gtk-enable-animations", !checks_contrast, NULL);
}

static RemitWindow *
open_window (RemitApplication *application,
             const char *path,
             const Look *look)
{
  GtkWindow *window;

  gtk_widget_set_default_direction (look->direction);
  remit_percent_set_style (look->direction == GTK_TEXT_DIR_RTL ? REMIT_PERCENT_ISOLATED
                                                               : REMIT_PERCENT_KEPT);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), look->scheme);
  set_text (look);
  remit_application_open_workspace (application, path, TRUE);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  gtk_window_set_default_size (window, look->width, look->height);
  rest ();
  return REMIT_WINDOW (window);
}

static void
take_look (RemitApplication *application,
           const char *sample,
           const char *empty,
           const char *table,
           const Look *look)
{
  static gint64 conflict = 0; /* the same in each look */
  RemitWindow *window = open_window (application, sample, look);

  if (conflict == 0)
    conflict = raise_conflict (window);
  take_views (window, look);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autoptr (GVariant) parameter = NULL;

      if (shots[i].wide_only && (look->width < WIDE || look->scale > 1))
        continue;
      if (shots[i].parameter != NULL)
        parameter = g_variant_parse (NULL, shots[i].parameter, NULL, NULL, NULL);
      if (!gtk_widget_activate_action_variant (GTK_WIDGET (window), shots[i].action, parameter))
        g_error ("There is no action %s", shots[i].action);
      take (GTK_WINDOW (window), look, shots[i].name);
    }
  take_carrying (window, look);
  take_candidates (window, look);
  take_inspector (window, look, "person", REMIT_KIND_PERSON);
  take_inspector (window, look, "slot", REMIT_KIND_SLOT);
  take_inspector (window, look, "team", REMIT_KIND_TEAM);
  take_inspector (window, look, "role", REMIT_KIND_ROLE);
  take_inspector (window, look, "skill", REMIT_KIND_SKILL);
  take_merge (window, look);
  take_decisions (window, look);
  take_conflicts (window, look, conflict);
  take_import (window, look, table);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (application, empty, look);
  take (GTK_WINDOW (window), look, "welcome");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
import_sample (const char *path)
{
  g_autofree char *plan = remit_data_dup_path ("samples/halden-energy.xml");
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  store = remit_store_open (path, REMIT_STORE_CREATE, &error);
  if (store != NULL)
    result = remit_plan_read (store, plan, &(RemitImportOptions){ 0 }, &error);
  if (result == NULL)
    g_error ("%s", error->message);
}

static void
write_table (const char *path)
{
  static const char text[] =
    "Employee ID;Full name;E-mail;Job title;Abteilung;Manager ID;Skills\n"
    "P1;Ada Lovelace;ada@example.org;ML engineer;Models;P3;Python\n"
    "P2;Grace Hopper;grace@example.org;Data engineer;Platform;P3;\"SQL; Airflow\"\n"
    "P3;Mary Jackson;mary@example.org;Product manager;Models;?;\n";
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

static void
remove_workspace (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *table = NULL;
  const Look *first = looks;
  guint n_looks = G_N_ELEMENTS (looks);

  if (argc == 3 && g_str_equal (argv[2], "--quick"))
    n_looks = N_QUICK;
  else if (argc == 3 && g_str_equal (argv[2], "--contrast"))
    {
      first = contrast_looks;
      n_looks = G_N_ELEMENTS (contrast_looks);
      checks_contrast = TRUE;
    }
  else if (argc != 2)
    g_error ("Usage: remit-shots FOLDER [--quick|--contrast]");
  folder = argv[1];
  g_mkdir_with_parents (folder, 0755);
  sample = g_build_filename (folder, "sample.remit", NULL);
  empty = g_build_filename (folder, "empty.remit", NULL);
  table = g_build_filename (folder, "people.csv", NULL);
  remove_workspace (sample);
  remove_workspace (empty);
  import_sample (sample);
  write_table (table);

  remit_locale_init ();
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  for (guint i = 0; i < n_looks; i++)
    take_look (application, sample, empty, table, &first[i]);
  g_print ("1..%d\n", n_shots);

  remove_workspace (sample);
  remove_workspace (empty);
  g_unlink (table);
  return 0;
}
